import { randomInt } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';
import { MINUTE } from '../scheduling/clock.js';
import type { Passwords } from './passwords.js';

/**
 * Issues and checks codes that are sent by SMS. A code has six digits, is valid for ten minutes and five attempts,
 * and is hashed like a password.
 */

export const CODE_LIFETIME = 10 * MINUTE;
export const CODE_ATTEMPTS = 5;

/** Creates a code to send, and the hash to store. */
export async function issueCode(passwords: Passwords): Promise<{ code: string; codeHash: string }> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return { code, codeHash: await passwords.hash(code) };
}

/**
 * A database row with a pending code. The attempt must be counted before the code is compared, so that
 * simultaneous guesses cannot exceed the limit.
 */
interface Waiting {
  readonly codeHash: string | null;
  readonly attempts: number;
}

/**
 * Returns the row if the code is correct.
 * @param row `undefined` if no code is pending, because it was used, has expired, or has no attempts left
 * @throws {MhbError} `code-expired`, `code-wrong`
 */
export async function checkCode<Row extends Waiting>(
  passwords: Passwords,
  row: Row | undefined,
  code: string,
): Promise<Row> {
  if (row === undefined) throw codeExpired();
  if (await passwords.matches(row.codeHash, code)) return row;
  throw new MhbError('code-wrong', 'This is not the code that was sent', {
    details: { attemptsLeft: CODE_ATTEMPTS - row.attempts },
  });
}

export const codeExpired = (): MhbError =>
  new MhbError('code-expired', 'The code has expired or has no attempts left');
