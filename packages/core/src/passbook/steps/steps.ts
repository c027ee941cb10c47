import type { Turn } from './turns.js';

/**
 * A long computation in short steps: a generator that yields from time to time and finally returns the result. The
 * same generator can run synchronously (`atOnce`) if nothing else has to run, or in short slices (`inTurns`) so
 * that the page stays responsive.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** The number of items that are processed between two yields. Processing them takes well below a millisecond. */
export const PIECE = 128;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Runs a computation, and awaits `turn` after each step.
 *
 * @throws MhbError `cancelled` if `turn` rejects with this error
 */
export async function inTurns<T>(steps: Steps<T>, turn: Turn): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turn();
  }
}

/** Calls `act` with each item, and yields regularly. */
export function* eachStep<T>(items: readonly T[], act: (item: T) => void): Steps<undefined> {
  for (let at = 0; at < items.length; at += PIECE) {
    const end = Math.min(at + PIECE, items.length);
    for (let index = at; index < end; index += 1) act(items[index] as T);
    yield;
  }
  return undefined;
}

/** Like `items.map`, but runs in steps. */
export function* mapSteps<T, R>(items: readonly T[], map: (item: T) => R): Steps<R[]> {
  const mapped: R[] = [];
  yield* eachStep(items, (item) => mapped.push(map(item)));
  return mapped;
}
