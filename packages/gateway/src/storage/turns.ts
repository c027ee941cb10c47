import { setImmediate as others } from 'node:timers/promises';

/** The length of one turn in milliseconds, which is enough for several small statements or one large one. */
const TURN_MS = 10;

/**
 * Creates a function that runs tasks one after the other, and lets the rest of the process run in between. The
 * embedded database runs in this thread, where waiting tasks would otherwise run without a pause. Node also
 * accepts only one connection per iteration of its event loop, so a new client would have to wait until the tasks
 * of all other clients are done.
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
