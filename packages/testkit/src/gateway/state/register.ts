import { MhbError } from '@mhb-kit/core/error';
import { endOfTaipeiDay, normalizeNationalId, taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { SECOND, type Clock } from './time.js';

/** The number of attempts per day to prove one person's identity. */
const ATTEMPTS_PER_DAY = 5;

/** The data that a person submits to apply for an account. */
export interface Applicant {
  readonly nationalId: string;
  readonly cardNumber: string;
  /** 戶號 */
  readonly householdNumber: string;
  readonly birthDate: LocalDate;
  readonly name: string;
  /** The address in the household register (戶籍鄉鎮里鄰); `null` if it is not required. */
  readonly registeredAddress: string | null;
}

/** The operator's records of people's identities. Any register of the real gateway can also be used here. */
export interface Register {
  /** Compares an applicant with the records. Only the result `match` opens an account. */
  verifyApplicant(applicant: Applicant, signal: AbortSignal): Promise<'match' | 'no-match' | 'see-a-person'>;
}

/** A register that accepts everyone. */
export const trustingRegister: Register = { verifyApplicant: () => Promise.resolve('match') };

/** Counts today's attempts to prove a person's identity, whether successful or not. */
export class IdentityAttempts {
  readonly #clock: Clock;
  readonly #attempts = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws {MhbError} `too-many-attempts` with `retryAfterSeconds` until the next day */
  count(nationalId: string): void {
    const now = this.#clock();
    const day = taipeiDate(now);
    const key = `${day} ${normalizeNationalId(nationalId)}`;
    const attempts = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempts);
    if (attempts <= ATTEMPTS_PER_DAY) return;
    const milliseconds = endOfTaipeiDay(day).getTime() - now.getTime();
    throw new MhbError('too-many-attempts', 'This person has reached the daily limit on attempts', {
      details: { retryAfterSeconds: Math.ceil(milliseconds / SECOND) },
    });
  }
}
