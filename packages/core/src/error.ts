import type { MhbErrorCode } from './error-messages.js';

export type { MhbErrorCode };

/** Machine-readable details of an error. They never contain personal data, paths or stack traces. */
export type MhbErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface MhbErrorOptions {
  /** Whether the same call may succeed later even if the person changes nothing. */
  readonly retriable?: boolean;
  readonly details?: MhbErrorDetails;
  /** The underlying error, for developers; never shown to a person. */
  readonly cause?: unknown;
}

/**
 * The only error class of mhb-kit.
 *
 * `code` is stable, so that programs can compare it; `message` is for developers. The text for the person, in
 * both languages, comes from `describeError` (`@mhb-kit/core/error-messages`). That is a separate module, so
 * that a page that shows no errors does not load their texts.
 */
export class MhbError extends Error {
  readonly code: MhbErrorCode;
  readonly retriable: boolean;
  readonly details: MhbErrorDetails;

  constructor(code: MhbErrorCode, message: string = code, options: MhbErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    // A literal string, because minifiers rename the class.
    this.name = 'MhbError';
    this.code = code;
    this.retriable = options.retriable ?? false;
    this.details = options.details ?? {};
  }
}

/**
 * Turns any thrown value into an `MhbError`, so that callers handle one type. An aborted operation becomes
 * `cancelled`; any other foreign error becomes `fallback`, with the original as `cause`.
 */
export function toMhbError(thrown: unknown, fallback: MhbErrorCode = 'internal'): MhbError {
  if (thrown instanceof MhbError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new MhbError('cancelled', 'The operation was cancelled', { cause: thrown });
  }
  return new MhbError(fallback, 'Unexpected failure', { cause: thrown });
}
