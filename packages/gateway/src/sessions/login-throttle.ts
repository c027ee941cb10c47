import { eq, inArray, lt, sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import { HOUR, SECOND, later, type Clock } from '../clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { loginFailures } from '../storage/schema.js';

/**
 * A growing delay instead of a lock. Failures are counted for a person and for a card *together with* the network they
 * come from, so that knowing an ID number is not enough to keep its owner out, and for the network as a whole. Whether
 * the person exists plays no part.
 */
const FREE_ATTEMPTS = 5;
const FREE_ATTEMPTS_OF_NETWORK = 50;
const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 900;
const FORGET_AFTER = 24 * HOUR;

export interface LoginAttempt {
  /** The answer to an attempt that failed: how many are left before the next delay, and how long it will be. */
  failed(): MhbError;
  /** To be called when the login succeeds: the attempt no longer counts. */
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
  const { failures, blockedUntil, lastFailedAt, subject } = loginFailures;

  async function count(key: Uint8Array, free: number): Promise<number> {
    const now = clock();
    const counted = sql<number>`CASE WHEN ${lastFailedAt} < ${later(now, -FORGET_AFTER).toISOString()}::timestamptz THEN 1 ELSE ${failures} + 1 END`;
    const delay = sql`CASE WHEN (${counted}) < ${free}::int THEN 0
      ELSE least(${LONGEST_DELAY_SECONDS}::int, ${FIRST_DELAY_SECONDS}::int * power(2, least(10, (${counted}) - ${free}::int))) END`;
    const [row] = await database.queries
      .insert(loginFailures)
      .values({ subject: key, failures: 1, blockedUntil: now, lastFailedAt: now })
      .onConflictDoUpdate({
        target: subject,
        set: {
          failures: counted,
          blockedUntil: sql`${now.toISOString()}::timestamptz + make_interval(secs => ${delay})`,
          lastFailedAt: now,
        },
        setWhere: sql`${blockedUntil} <= ${now.toISOString()}::timestamptz`,
      })
      .returning({ failures });
    if (row !== undefined) return row.failures;
    const [blocked] = await database.queries
      .select({ blockedUntil })
      .from(loginFailures)
      .where(eq(subject, key));
    const milliseconds = (blocked?.blockedUntil.getTime() ?? now.getTime()) - now.getTime();
    throw new MhbError('too-many-attempts', 'Login is delayed after failed attempts', {
      retriable: true,
      details: { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / SECOND)) },
    });
  }

  return {
    async attempt({ nationalId, cardNumber, network }) {
      const networkKey = keys.lookup('throttle-network', network);
      const pairs = [
        keys.lookup('throttle-person', `${nationalId}\0${network}`),
        keys.lookup('throttle-card', `${cardNumber}\0${network}`),
      ];
      await count(networkKey, FREE_ATTEMPTS_OF_NETWORK);
      const counts: number[] = [];
      for (const pair of pairs) counts.push(await count(pair, FREE_ATTEMPTS));
      const worst = Math.max(...counts);
      const delay = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (worst - FREE_ATTEMPTS));
      return {
        failed: () =>
          new MhbError('login-failed', 'Person, card and password do not belong together', {
            details: {
              attemptsLeft: Math.max(0, FREE_ATTEMPTS - worst),
              retryAfterSeconds: worst < FREE_ATTEMPTS ? 0 : delay,
            },
          }),
        async succeeded() {
          await database.transaction(async (queries) => {
            await queries.delete(loginFailures).where(inArray(subject, pairs));
            await queries
              .update(loginFailures)
              .set({ failures: sql`greatest(0, ${failures} - 1)` })
              .where(eq(subject, networkKey));
          });
        },
      };
    },
    async forgetOld() {
      await database.queries.delete(loginFailures).where(lt(lastFailedAt, later(clock(), -FORGET_AFTER)));
    },
  };
}
