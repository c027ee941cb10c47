import { eq, lt, sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import { HOUR, SECOND, later, type Clock } from '../clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import { loginFailures } from '../storage/schema.js';

/** How many failures are free before the delays begin, and how long after the first of them all are forgotten. */
interface Allowance {
  readonly free: number;
  readonly window: number;
}

/**
 * A growing delay instead of a lock. Failures are counted for a person and for a card *together with* the network they
 * come from, so that knowing an ID number is not enough to keep its owner out, and for the network as a whole, by the
 * hour: many people behind one address mistype all day, only somebody who guesses does so fifty times an hour. Whether
 * the person exists plays no part.
 */
const pairAllowance: Allowance = { free: 5, window: 24 * HOUR };
const networkAllowance: Allowance = { free: 50, window: HOUR };
const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 900;
/** No delay, not even for a clock that was ahead and is set back. */
const NOT_DELAYED = new Date(0);

export interface LoginAttempt {
  /** The answer to an attempt that failed: how many are left before the next delay, and how long it will be. */
  failed(): MhbError;
  /** To be called when the login succeeds: the attempt no longer counts, nor does a delay that it began. */
  succeeded(): Promise<void>;
}

export interface LoginThrottle {
  /**
   * Counts an attempt before it is tried, so that parallel guesses cannot slip through.
   * @throws {MhbError} `too-many-attempts` with `retryAfterSeconds`.
   */
  attempt(who: {
    readonly nationalId: string;
    readonly cardNumber: string;
    readonly network: string;
  }): Promise<LoginAttempt>;
  /**
   * Counts a code that goes to an account's mobile, which takes the right card and password: what keeps codes from being
   * guessed by asking for ever new ones.
   * @throws {MhbError} `too-many-attempts`
   */
  countCode(accountId: string): Promise<void>;
  /** A code came back. */
  forgiveCodes(accountId: string): Promise<void>;
  forgetOld(): Promise<void>;
}

/** An address as it counts: a whole IPv6 /64 belongs to one customer. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const filled = [
    ...groups,
    ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'),
    ...after,
  ];
  return `${filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

export function createLoginThrottle(database: Database, keys: GatewayKeys, clock: Clock): LoginThrottle {
  const { failures, blockedUntil, firstFailedAt, subject } = loginFailures;

  const codesOf = (accountId: string): Uint8Array => keys.lookup('throttle-codes', accountId);

  /** Counts against one subject, unless it is delayed. */
  async function count(
    queries: Queries,
    key: Uint8Array,
    { free, window }: Allowance,
  ): Promise<{ readonly failures: number; readonly blockedUntil: Date }> {
    const now = clock();
    const at = sql`${now.toISOString()}::timestamptz`;
    // What lies further ahead than it can was written by a clock that has been set back since: it binds nobody.
    const begins = sql`(${failures} = 0 OR ${firstFailedAt} <= ${later(now, -window).toISOString()}::timestamptz
      OR ${firstFailedAt} > ${later(now, window).toISOString()}::timestamptz)`;
    const counted = sql<number>`CASE WHEN ${begins} THEN 1 ELSE ${failures} + 1 END`;
    const delay = sql`least(${LONGEST_DELAY_SECONDS}::int, ${FIRST_DELAY_SECONDS}::int * power(2, least(10, (${counted}) - ${free}::int)))`;
    const [row] = await queries
      .insert(loginFailures)
      .values({ subject: key, failures: 1, blockedUntil: NOT_DELAYED, firstFailedAt: now })
      .onConflictDoUpdate({
        target: subject,
        set: {
          failures: counted,
          blockedUntil: sql`CASE WHEN (${counted}) < ${free}::int THEN ${NOT_DELAYED.toISOString()}::timestamptz
            ELSE ${at} + make_interval(secs => ${delay}) END`,
          firstFailedAt: sql`CASE WHEN ${begins} THEN ${at} ELSE ${firstFailedAt} END`,
        },
        setWhere: sql`(${blockedUntil} <= ${at}
          OR ${blockedUntil} > ${later(now, LONGEST_DELAY_SECONDS * SECOND).toISOString()}::timestamptz)`,
      })
      .returning({ failures, blockedUntil });
    if (row !== undefined) return row;
    const [blocked] = await queries.select({ blockedUntil }).from(loginFailures).where(eq(subject, key));
    const milliseconds = (blocked?.blockedUntil.getTime() ?? now.getTime()) - now.getTime();
    throw new MhbError('too-many-attempts', 'Login is delayed after failed attempts', {
      retriable: true,
      details: { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / SECOND)) },
    });
  }

  return {
    async attempt({ nationalId, cardNumber, network }) {
      const networkKey = keys.lookup('throttle-network', network);
      // Everybody takes the rows in this order, so that transactions wait for one another and never deadlock.
      const pairs = [
        keys.lookup('throttle-person', `${nationalId}\0${network}`),
        keys.lookup('throttle-card', `${cardNumber}\0${network}`),
      ];
      // Together or not at all: who is delayed for one count does not raise the others by asking again.
      const { worst, ofNetwork } = await database.transaction(async (queries) => {
        const counts: number[] = [];
        for (const pair of pairs) counts.push((await count(queries, pair, pairAllowance)).failures);
        return {
          worst: Math.max(...counts),
          ofNetwork: await count(queries, networkKey, networkAllowance),
        };
      });
      const { free } = pairAllowance;
      const delay = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (worst - free));
      return {
        failed: () =>
          new MhbError('login-failed', 'Person, card and password do not belong together', {
            details: {
              attemptsLeft: Math.max(0, free - worst),
              retryAfterSeconds: worst < free ? 0 : delay,
            },
          }),
        async succeeded() {
          await database.transaction(async (queries) => {
            for (const pair of pairs) await queries.delete(loginFailures).where(eq(subject, pair));
            const begun = sql`${ofNetwork.blockedUntil.toISOString()}::timestamptz`;
            await queries
              .update(loginFailures)
              .set({
                failures: sql`greatest(0, ${failures} - 1)`,
                // A delay that somebody else's failure began stays.
                blockedUntil: sql`CASE WHEN ${blockedUntil} = ${begun} THEN ${NOT_DELAYED.toISOString()}::timestamptz ELSE ${blockedUntil} END`,
              })
              .where(eq(subject, networkKey));
          });
        },
      };
    },
    async countCode(accountId) {
      await count(database.queries, codesOf(accountId), pairAllowance);
    },
    async forgiveCodes(accountId) {
      await database.queries.delete(loginFailures).where(eq(subject, codesOf(accountId)));
    },
    async forgetOld() {
      await database.queries
        .delete(loginFailures)
        .where(lt(firstFailedAt, later(clock(), -pairAllowance.window)));
    },
  };
}
