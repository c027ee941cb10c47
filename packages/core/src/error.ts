import type { MhbErrorCode } from './error-messages.js';

export type { MhbErrorCode };

/** Machine-readable details of an error. They never contain personal data, paths or stack traces. */
export type MhbErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface MhbErrorOptions {
  /** Whether the same call could succeed later without any action by the person. */
  readonly retriable?: boolean;
  readonly details?: MhbErrorDetails;
  /** The underlying error, which is for developers and never shown to a person. */
  readonly cause?: unknown;
}

/**
 * The only error class of mhb-kit.
 *
 * Programs can compare `code`, which is stable; `message` is for developers. `describeError`
 * (`@mhb-kit/core/error-messages`) returns the text for the person, in Chinese or English. It is in a
 * separate module, so that a page that shows no errors does not load the texts.
 */
export class MhbError extends Error {
  readonly code: MhbErrorCode;
  readonly retriable: boolean;
  readonly details: MhbErrorDetails;

  constructor(code: MhbErrorCode, message: string = code, options: MhbErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    // The name is a literal string, because minifiers rename the class.
    this.name = 'MhbError';
    this.code = code;
    this.retriable = options.retriable ?? false;
    this.details = options.details ?? {};
  }
}

/**
 * Turns any thrown value into an `MhbError`, so that callers have to handle only one type. An aborted operation
 * becomes `cancelled`. Any other error becomes `fallback`, with the original error as `cause`.
 */
export function toMhbError(thrown: unknown, fallback: MhbErrorCode = 'internal'): MhbError {
  if (thrown instanceof MhbError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new MhbError('cancelled', 'The operation was cancelled', { cause: thrown });
  }
  return new MhbError(fallback, 'Unexpected failure', { cause: thrown });
}
