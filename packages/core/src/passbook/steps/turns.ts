import { MhbError } from '../../error.js';

/** A function to await between steps: it resolves immediately, or after other tasks of the page have run. */
export type Turn = () => Promise<void>;

/** How long to work before other tasks of the page can run: half a frame. */
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

/** Posts a message to itself, which becomes a separate task without the delay that timers add. */
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
