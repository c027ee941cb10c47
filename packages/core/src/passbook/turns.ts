import { MhbError } from '../error.js';

/** Awaited between pieces of work: passes at once, or after the page had its turn. */
export type Turn = () => Promise<void>;

/** How long to work before the page gets a turn: half a frame. */
const SLICE_MS = 8;

/** @throws MhbError `cancelled`, from the returned function, once the signal is aborted */
export function takeTurns(signal: AbortSignal | undefined): Turn {
  let since = performance.now();
  const check = (): void => {
    if (signal?.aborted) throw new MhbError('cancelled', 'Reading was cancelled');
  };
  return async () => {
    check();
    if (performance.now() - since < SLICE_MS) return;
    await nextTask();
    since = performance.now();
    check();
  };
}

/** A message to oneself: comes round as a task of its own without the milliseconds that timers add. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
