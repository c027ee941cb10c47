import { randomInt } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';
import { MINUTE } from '../scheduling/clock.js';
import type { Passwords } from './passwords.js';

/** Six digits by SMS: good for ten minutes and five tries, and kept like a password. */

export const CODE_LIFETIME = 10 * MINUTE;
export const CODE_ATTEMPTS = 5;

/** A code to send, and what is kept of it. */
export async function issueCode(passwords: Passwords): Promise<{ code: string; codeHash: string }> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return { code, codeHash: await passwords.hash(code) };
}

/** What waits for its code, this try counted already: before it is compared, so that guesses at once cannot slip through. */
interface Waiting {
  readonly codeHash: string | null;
  readonly attempts: number;
}

/**
 * The row that waited, when the code is its own.
 * @param row `undefined` where none waits any more: used, too old or out of tries
 * @throws {MhbError} `code-expired`, `code-wrong`
 */
export async function checkCode<Row extends Waiting>(
  passwords: Passwords,
  row: Row | undefined,
  code: string,
): Promise<Row> {
  if (row === undefined) throw codeExpired();
  if (await passwords.matches(row.codeHash, code)) return row;
  throw new MhbError('code-wrong', 'Not the code that was sent', {
    details: { attemptsLeft: CODE_ATTEMPTS - row.attempts },
  });
}

export const codeExpired = (): MhbError => new MhbError('code-expired', 'The code is used up or too old');
