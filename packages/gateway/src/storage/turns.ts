import { setImmediate as others } from 'node:timers/promises';

/** Length of one turn in milliseconds, enough for several small statements or one large one. */
const TURN_MS = 10;

/**
 * Runs tasks one after the other, and lets the rest of the process run in between. The embedded database
 * computes in this thread, where waiting tasks would otherwise run without a pause. Node also accepts only
 * one connection per round of its event loop, so a new client would have to wait for all existing ones.
 * @param now returns the time in milliseconds
 */
export function createTurns(
  now: () => number = () => performance.now(),
): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let began = -TURN_MS;
  return (work) => {
    const mine = last.then(async () => {
      if (now() - began >= TURN_MS) {
        await others();
        began = now();
      }
      return work();
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}
