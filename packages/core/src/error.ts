import type { MhbErrorCode } from './error-messages.js';

export type { MhbErrorCode };

/** What a machine may know about a failure. Never holds personal data, paths or stack traces. */
export type MhbErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface MhbErrorOptions {
  /** Whether the same call may succeed later without the person changing anything. */
  readonly retriable?: boolean;
  readonly details?: MhbErrorDetails;
  /** The failure below this one; kept for developers, never shown to a person. */
  readonly cause?: unknown;
}

/**
 * The one error class of mhb-kit.
 *
 * `code` is stable and is what programs compare; `message` is for developers. The sentence for the person and the
 * next step, in both languages, come from `describeError` (`@mhb-kit/core/error-messages`), which is a module of its
 * own so that a page that shows no errors does not carry their texts.
 */
export class MhbError extends Error {
  readonly code: MhbErrorCode;
  readonly retriable: boolean;
  readonly details: MhbErrorDetails;

  constructor(code: MhbErrorCode, message: string = code, options: MhbErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    // A literal, because a minifier renames the class.
    this.name = 'MhbError';
    this.code = code;
    this.retriable = options.retriable ?? false;
    this.details = options.details ?? {};
  }
}

/**
 * Turns anything thrown into an `MhbError`, so that callers handle one shape.
 * An aborted operation becomes `cancelled`; what is not ours becomes `fallback`, with the original as `cause`.
 */
export function toMhbError(thrown: unknown, fallback: MhbErrorCode = 'internal'): MhbError {
  if (thrown instanceof MhbError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new MhbError('cancelled', 'The operation was cancelled', { cause: thrown });
  }
  return new MhbError(fallback, 'Unexpected failure', { cause: thrown });
}
