import { MhbError } from '@mhb-kit/core/error';
import { DAY, later, SECOND, type Clock } from './time.js';

/** The number of failures without a delay. After that, the delay doubles with each failure. */
const FREE = 5;
const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 900;
const FORGOTTEN_AFTER = DAY;

interface Failures {
  readonly count: number;
  readonly first: Date;
  readonly blockedUntil: Date;
}

/** A login attempt, which counts as a failure until it succeeds. */
export interface LoginAttempt {
  failed(): MhbError;
  succeeded(): void;
}

/**
 * Delays login attempts increasingly instead of locking the account. Failures are counted per person and per card.
 * There is only one network, that of the test.
 */
export class LoginAttempts {
  readonly #clock: Clock;
  readonly #failures = new Map<string, Failures>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws {MhbError} `too-many-attempts` with `retryAfterSeconds` */
  begin(nationalId: string, cardNumber: string): LoginAttempt {
    const subjects = [`person:${nationalId}`, `card:${cardNumber}`];
    const counted = subjects.map((subject) => this.#next(subject));
    subjects.forEach((subject, index) => {
      const failures = counted[index];
      if (failures !== undefined) this.#failures.set(subject, failures);
    });
    const worst = Math.max(...counted.map(({ count }) => count));
    return {
      failed: () =>
        new MhbError('login-failed', 'The person, the card and the password do not belong together', {
          details: {
            attemptsLeft: Math.max(0, FREE - worst),
            retryAfterSeconds: worst < FREE ? 0 : delayAfter(worst),
          },
        }),
      succeeded: () => {
        for (const subject of subjects) this.#failures.delete(subject);
      },
    };
  }

  #next(subject: string): Failures {
    const now = this.#clock();
    const before = this.#failures.get(subject);
    if (before === undefined || before.first <= later(now, -FORGOTTEN_AFTER))
      return { count: 1, first: now, blockedUntil: now };
    if (before.blockedUntil > now) {
      const retryAfterSeconds = Math.ceil((before.blockedUntil.getTime() - now.getTime()) / SECOND);
      throw new MhbError('too-many-attempts', 'Login is delayed after failed attempts', {
        retriable: true,
        details: { retryAfterSeconds },
      });
    }
    const count = before.count + 1;
    const delay = count < FREE ? 0 : delayAfter(count) * SECOND;
    return { count, first: before.first, blockedUntil: later(now, delay) };
  }
}

const delayAfter = (count: number): number =>
  Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (count - FREE));
