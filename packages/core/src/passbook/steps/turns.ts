import { MhbError } from '../../error.js';

/**
 * A function to await between two steps. Its promise resolves immediately, or after other tasks of the page have
 * had a chance to run.
 */
export type Turn = () => Promise<void>;

/** How long a computation may run before other tasks of the page get a chance to run: half a frame. */
const SLICE_MS = 8;

/**
 * Creates a function that lets other tasks of the page run whenever a slice of time has passed.
 *
 * @throws MhbError `cancelled`, from the returned function, once the signal is aborted
 */
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

/** Resolves in a new task. A message starts this task without the delay that a timer would add. */
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
