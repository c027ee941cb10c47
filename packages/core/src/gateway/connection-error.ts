import { MhbError } from '../error.js';

/**
 * Returns the error for a failed `fetch` or a broken body: either the caller canceled the call, or the gateway
 * cannot be reached.
 */
export function connectionError(error: unknown, signal: AbortSignal | undefined): MhbError {
  if (signal?.aborted === true) return new MhbError('cancelled', 'The call was cancelled', { cause: error });
  if (error instanceof MhbError) return error;
  return new MhbError('gateway-unreachable', 'The gateway does not respond', {
    retriable: true,
    cause: error,
  });
}
