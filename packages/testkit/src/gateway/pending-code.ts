import { MhbError } from '@mhb-kit/core/error';
import { newCode } from './in-memory-accounts.js';

const LIFETIME_MS = 10 * 60_000;
const ATTEMPTS = 5;

/** A code that was sent: ten minutes, five tries. */
export class PendingCode {
  readonly code = newCode();
  readonly expiresAt: Date;
  readonly #clock: () => Date;
  #attempts = 0;

  constructor(clock: () => Date) {
    this.#clock = clock;
    this.expiresAt = new Date(clock().getTime() + LIFETIME_MS);
  }

  /** @throws {MhbError} `code-expired`, `code-wrong` */
  check(code: string): void {
    this.#attempts += 1;
    if (this.#attempts > ATTEMPTS || this.#clock() >= this.expiresAt) throw new MhbError('code-expired');
    if (code !== this.code) {
      throw new MhbError('code-wrong', 'code-wrong', {
        details: { attemptsLeft: ATTEMPTS - this.#attempts },
      });
    }
  }
}
