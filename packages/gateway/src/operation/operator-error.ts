import { MhbError, toMhbError } from '@mhb-kit/core/error';

/**
 * Converts an error to one that an operator at a terminal understands. If a file cannot be accessed, the error
 * contains the operating system's message.
 */
export function operatorError(thrown: unknown): MhbError {
  const { code, path, message } = thrown as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof path === 'string'
    ? new MhbError('file-not-accessible', message, { cause: thrown })
    : toMhbError(thrown);
}
