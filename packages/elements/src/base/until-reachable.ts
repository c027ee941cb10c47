import { toMhbError, type MhbError } from '@mhb-kit/core/error';

/** The pause before the second attempt. It ends early if the browser reports that the network is back. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Runs repeatable work. Each time the gateway cannot be reached, calls `lost`, and retries after a pause or as
 * soon as the network is back. Any other error ends the attempts.
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
 * Resolves when the browser reports that the network is back, when the pause is over, or when the work is
 * canceled.
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
