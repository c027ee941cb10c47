import { MhbError } from '@mhb-kit/core/error';
import { newCode } from './secrets.js';
import { later, MINUTE, type Clock } from './time.js';

const LIFETIME = 10 * MINUTE;
const ATTEMPTS = 5;

/** A code sent to a mobile number, which is valid for ten minutes and five attempts. */
export class PendingCode {
  readonly code = newCode();
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly #clock: Clock;
  #attempts = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.sentAt = clock();
    this.expiresAt = later(this.sentAt, LIFETIME);
  }

  /** @throws {MhbError} `code-expired`, `code-wrong` */
  check(code: string): void {
    if (this.#attempts >= ATTEMPTS || this.#clock() >= this.expiresAt) throw new MhbError('code-expired');
    this.#attempts += 1;
    if (code !== this.code) {
      throw new MhbError('code-wrong', 'This is not the code that was sent', {
        details: { attemptsLeft: ATTEMPTS - this.#attempts },
      });
    }
  }
}
