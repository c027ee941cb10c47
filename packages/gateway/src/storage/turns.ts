import { setImmediate as others } from 'node:timers/promises';

/** How long one turn lasts, in milliseconds: some small statements, one large. */
const TURN_MS = 10;

/**
 * Does one piece of work after the other, and lets the rest of the process have its turn in between. The embedded
 * database computes in this very thread, where work that waits for each other would never pause while there is any; and
 * Node accepts one connection for each round of its event loop, so that whoever is not connected yet would wait for all
 * who are.
 * @param now in milliseconds
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
