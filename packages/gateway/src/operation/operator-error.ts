import { MhbError, toMhbError } from '@mhb-kit/core/error';

/** A failure as the operator at a terminal may read it: also what the operating system says of a file that they named. */
export function operatorError(thrown: unknown): MhbError {
  const { code, path, message } = thrown as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof path === 'string'
    ? new MhbError('file-not-accessible', message, { cause: thrown })
    : toMhbError(thrown);
}
