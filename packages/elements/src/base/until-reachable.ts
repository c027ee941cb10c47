import { toMhbError, type MhbError } from '@mhb-kit/core/error';

/** The pause before the second attempt, unless the browser reports earlier that the network is back. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Runs work that can be repeated. As long as the gateway cannot be reached, the work is tried again after a
 * pause or when the network is back; `lost` is called each time. Any other error ends the attempts.
 */
export async function untilReachable<T>(
  work: () => Promise<T>,
  { signal, lost }: { readonly signal: AbortSignal; readonly lost: (error: MhbError) => void },
): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (thrown) {
      const error = toMhbError(thrown);
      if (signal.aborted || error.code !== 'gateway-unreachable') throw error;
      lost(error);
      await networkOr(pause, signal);
      if (signal.aborted) throw error;
    }
  }
}

/**
 * Resolves when the browser reports that the network is back, after the pause, or when the work is canceled.
 */
function networkOr(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const done = (): void => {
      over.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done, { signal: over.signal });
    signal.addEventListener('abort', done, { signal: over.signal });
  });
}
