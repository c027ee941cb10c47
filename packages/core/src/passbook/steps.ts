import type { Turn } from './turns.js';

/**
 * Long work in short pieces: yields now and then, returns its result. Written once, it runs at once (`atOnce`) where nobody
 * waits for a frame, or in turns with the page (`inTurns`) where somebody does.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Items worked on between two yields: well below a millisecond of any work done here. */
export const PIECE = 128;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** @throws MhbError `cancelled` through the turn */
export async function inTurns<T>(steps: Steps<T>, turn: Turn): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turn();
  }
}

/** `items.map`, in steps. */
export function* mapSteps<T, R>(items: readonly T[], map: (item: T) => R): Steps<R[]> {
  const mapped: R[] = [];
  for (const item of items) {
    mapped.push(map(item));
    if (mapped.length % PIECE === 0) yield;
  }
  return mapped;
}
