import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '../error.js';

/**
 * Creates an error for an archive. `message` is for developers and never contains a name, a password or
 * content.
 */
export function failure(
  code: MhbErrorCode,
  message: string,
  details: MhbErrorDetails = {},
  cause?: unknown,
): MhbError {
  return new MhbError(code, message, { details, ...(cause === undefined ? {} : { cause }) });
}

export const corrupt = (message: string, cause?: unknown): MhbError =>
  failure('archive-corrupt', message, {}, cause);
export const truncated = (message: string): MhbError => failure('archive-truncated', message);

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw failure('cancelled', 'The operation was cancelled', {}, signal.reason);
}
