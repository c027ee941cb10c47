import { MhbError, toMhbError } from '@mhb-kit/core/error';

/**
 * Turns an error into one for the operator at a terminal, including the operating system's message if a file
 * cannot be accessed.
 */
export function operatorError(thrown: unknown): MhbError {
  const { code, path, message } = thrown as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof path === 'string'
    ? new MhbError('file-not-accessible', message, { cause: thrown })
    : toMhbError(thrown);
}
