import type { Turn } from './turns.js';

/**
 * Long work in short steps: it yields from time to time and returns its result. Written once, it can run
 * synchronously (`atOnce`) if nothing else has to run, or in short slices (`inTurns`) so that the page stays
 * responsive.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Number of items between two yields: this takes well below a millisecond. */
export const PIECE = 128;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** @throws MhbError `cancelled` if `turn` rejects with it */
export async function inTurns<T>(steps: Steps<T>, turn: Turn): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turn();
  }
}

/** Calls `act` with each item, in steps. */
export function* eachStep<T>(items: readonly T[], act: (item: T) => void): Steps<undefined> {
  for (let at = 0; at < items.length; at += PIECE) {
    const end = Math.min(at + PIECE, items.length);
    for (let index = at; index < end; index += 1) act(items[index] as T);
    yield;
  }
  return undefined;
}

/** `items.map`, in steps. */
export function* mapSteps<T, R>(items: readonly T[], map: (item: T) => R): Steps<R[]> {
  const mapped: R[] = [];
  yield* eachStep(items, (item) => mapped.push(map(item)));
  return mapped;
}
