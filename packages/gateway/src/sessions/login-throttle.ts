import { MhbError } from '@mhb-kit/core/error';
import type { Clock } from '../scheduling/clock.js';
import { createFairTurns } from '../scheduling/fair-turns.js';
import type { Network } from '../limits/networks.js';
import type { Limits } from '../limits/limits.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import type { AcceptedReading } from './card-readings.js';
import {
  FREE_FAILURES,
  countOnly,
  countUpTo,
  countWithDelay,
  delayAfter,
  forget,
  forgetOldCounts,
  uncount,
} from './guess-counts.js';
import type { UsedReaders } from './used-readers.js';

/**
 * The place where a secret is tried, which determines the counts that apply. Enrolled card readers and card
 * readers that the account's owner has used before have separate counts, so guesses made elsewhere cannot exhaust
 * them.
 */
export type GuessOrigin =
  | { readonly kind: 'unknown'; readonly network: Network }
  | { readonly kind: 'own'; readonly reader: string; readonly network: Network }
  | { readonly kind: 'enrolled'; readonly reader: string }
  | { readonly kind: 'session'; readonly network: Network }
  /** The secret was sent by e-mail and has a separate count. */
  | { readonly kind: 'mailed'; readonly network: Network }
  /** A certificate is proved by its key, so an attacker could only guess who owns the certificate. */
  | { readonly kind: 'certificate'; readonly network: Network };

export interface Guess {
  readonly nationalId: string;
  /**
   * The identifier that is tried along with the secret: a card number or the binding of a certificate. It is
   * `null` if only the secret is tried.
   */
  readonly cardNumber: string | null;
  readonly origin: GuessOrigin;
}

export interface LoginThrottle {
  /** @param accountId `null` if the person does not exist; nothing may reveal this to the caller */
  originOf(reading: AcceptedReading, accountId: string | null, network: Network): Promise<GuessOrigin>;
  /**
   * Compares a secret. The attempt is counted first, so that simultaneous guesses cannot exceed the limit. If the
   * secret is right, the attempt is removed from the count. Counts and delays do not depend on whether the person
   * exists.
   * @param compare returns `null` if the secret was wrong
   * @throws {MhbError} `login-failed` with `attemptsLeft` and the `retryAfterSeconds` of the next attempt;
   *   `too-many-attempts` with `retryAfterSeconds`; `guesses-used-up`
   */
  guess<Found>(guess: Guess, compare: () => Promise<Found | null>): Promise<Found>;
  /**
   * Counts a code that is sent to an account's mobile number after the right card and password. The limit prevents
   * an attacker from requesting new codes until a guess is right.
   * @throws {MhbError} `too-many-attempts`
   */
  countCode(accountId: string): Promise<void>;
  /** Resets the count of codes after a code was entered correctly. */
  forgiveCodes(accountId: string): Promise<void>;
  forgetOld(): Promise<void>;
}

export interface LoginThrottleParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly limits: Limits;
  readonly usedReaders: Pick<UsedReaders, 'has'>;
  readonly clock: Clock;
  /** Waits for a number of milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Called for each login that is slowed down, so that the metrics can count it. */
  readonly onSlowed?: () => void;
}

/** The additional delay for each failure beyond the allowance of a network or a card reader, up to the maximum. */
const SLOWER_BY_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/**
 * The number of secrets from one network or card reader that are compared at the same time. Each hash occupies a
 * processor that other logins need too.
 */
const AT_ONCE = 2;

/** The counts to which a guess is added, each identified by its key. */
interface Counts {
  /** The keys for the person and for the card, each combined with the place of the guess. */
  readonly delayed: readonly Uint8Array[];
  readonly perDay: readonly { readonly key: Uint8Array; readonly most: number }[];
  /** The count of a network or an enrolled reader, which only slows guesses down. */
  readonly slowed: { readonly key: Uint8Array; readonly allowed: number } | null;
}

export function createLoginThrottle(parts: LoginThrottleParts): LoginThrottle {
  const { database, keys, limits, usedReaders, clock, pause, onSlowed } = parts;
  const { guessesPerDay } = limits;
  const turns = createFairTurns(AT_ONCE);
  const codesOf = (accountId: string): Uint8Array => keys.lookup('throttle-codes', accountId);

  /**
   * Returns the place for which delays are counted: an enrolled card reader, a card reader that the owner has
   * used, or otherwise the network.
   */
  const placeOf = (origin: GuessOrigin): string =>
    origin.kind === 'enrolled' || origin.kind === 'own' ? `reader ${origin.reader}` : origin.network.key;

  function countsOf({ nationalId, cardNumber, origin }: Guess): Counts {
    const { kind } = origin;
    const place = placeOf(origin);
    const person = keys.lookup('throttle-person', `${nationalId}\0${place}`);
    const card = cardNumber === null ? [] : [keys.lookup('throttle-card', `${cardNumber}\0${place}`)];
    const ofDay = (what: string, most: number) => ({ key: keys.lookup(`guesses-${kind}`, what), most });
    const slowed =
      kind === 'own' || kind === 'session'
        ? null
        : kind === 'enrolled'
          ? { key: keys.lookup('throttle-reader', origin.reader), allowed: limits.readerFailuresPerHour }
          : {
              key: keys.lookup('throttle-network', origin.network.key),
              allowed: origin.network.named?.failuresPerHour ?? limits.failuresPerHour,
            };
    switch (kind) {
      case 'unknown':
        return {
          delayed: [person, ...card],
          perDay: [
            ofDay(`person ${nationalId}`, guessesPerDay.unknownReaders),
            ...(cardNumber === null ? [] : [ofDay(`card ${cardNumber}`, guessesPerDay.unknownReaders)]),
          ],
          slowed,
        };
      case 'own':
        return { delayed: [person], perDay: [ofDay(nationalId, guessesPerDay.ownReaders)], slowed };
      case 'enrolled':
        return {
          delayed: [person, ...card],
          perDay: [ofDay(nationalId, guessesPerDay.enrolledReaders)],
          slowed,
        };
      case 'session':
        return { delayed: [person], perDay: [ofDay(nationalId, guessesPerDay.sessions)], slowed };
      case 'mailed':
        return { delayed: [person, ...card], perDay: [], slowed };
      case 'certificate':
        return { delayed: card, perDay: [], slowed };
    }
  }

  async function count(counts: Counts): Promise<{ readonly worst: number; readonly beyond: number }> {
    const now = clock();
    // Either all counts are raised or none, so that a person who is delayed by one count does not raise the
    // remaining counts by trying again. All transactions lock the rows in this order, so that they never deadlock.
    return database.transaction(async (queries) => {
      let worst = 0;
      for (const key of counts.delayed) worst = Math.max(worst, await countWithDelay(queries, key, now));
      for (const { key, most } of counts.perDay)
        if (!(await countUpTo(queries, key, most, now)))
          throw new MhbError(
            'guesses-used-up',
            'The daily limit on attempts from this place has been reached',
          );
      const { slowed } = counts;
      const beyond = slowed === null ? 0 : (await countOnly(queries, slowed.key, now)) - slowed.allowed;
      return { worst, beyond };
    });
  }

  async function forgive({ delayed, perDay, slowed }: Counts, queries: Queries): Promise<void> {
    for (const key of delayed) await forget(queries, key);
    for (const { key } of perDay) await uncount(queries, key);
    if (slowed !== null) await uncount(queries, slowed.key);
  }

  async function guess<Found>(attempt: Guess, compare: () => Promise<Found | null>): Promise<Found> {
    const counts = countsOf(attempt);
    const { worst, beyond } = await count(counts);
    if (beyond > 0) {
      onSlowed?.();
      await pause(Math.min(LONGEST_PAUSE_MS, beyond * SLOWER_BY_MS));
    }
    const found = await turns(placeOf(attempt.origin), compare);
    if (found === null)
      throw new MhbError('login-failed', 'The person, the card and the password do not belong together', {
        details: {
          attemptsLeft: Math.max(0, FREE_FAILURES - worst),
          retryAfterSeconds: delayAfter(worst),
        },
      });
    await database.transaction((queries) => forgive(counts, queries));
    return found;
  }

  return {
    async originOf({ assurance, bridge }, accountId, network) {
      if (bridge !== null && assurance === 'card-read-enrolled') return { kind: 'enrolled', reader: bridge };
      const isOwn = bridge !== null && (await usedReaders.has(accountId, bridge));
      return isOwn ? { kind: 'own', reader: bridge, network } : { kind: 'unknown', network };
    },
    async guess(attempt, compare) {
      const { origin } = attempt;
      if (origin.kind !== 'own') return guess(attempt, compare);
      try {
        return await guess(attempt, compare);
      } catch (error) {
        if (!(error instanceof MhbError) || error.code !== 'guesses-used-up') throw error;
        // The limit for the owner's card readers is used up, so count this guess as one with an unknown reader.
        return guess({ ...attempt, origin: { kind: 'unknown', network: origin.network } }, compare);
      }
    },
    async countCode(accountId) {
      await countWithDelay(database.queries, codesOf(accountId), clock());
    },
    async forgiveCodes(accountId) {
      await forget(database.queries, codesOf(accountId));
    },
    forgetOld: () => forgetOldCounts(database.queries, clock()),
  };
}
