import { MhbError } from '../error.js';

/**
 * Settles like `work`, or rejects with `cancelled` as soon as the signal is aborted. The work itself
 * continues, because other callers may be waiting for it too.
 */
export async function withSignal<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let abort: (() => void) | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    abort = () => reject(new MhbError('cancelled', 'The operation was cancelled', { cause: signal.reason }));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    if (abort !== undefined) signal.removeEventListener('abort', abort);
  }
}
