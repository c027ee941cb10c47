import { eq, lt, sql, type SQL } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import { HOUR, SECOND, later } from '../scheduling/clock.js';
import type { Queries } from '../storage/database.js';
import { loginFailures } from '../storage/schema.js';

/**
 * Failures are counted per subject in the shared database. A row is created with the first failure and kept for
 * the length of its window.
 */

export const DAY_WINDOW = 24 * HOUR;
export const HOUR_WINDOW = HOUR;

/** After this many failures for one person or card from one origin, each further attempt has to wait. */
export const FREE_FAILURES = 5;
const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 900;
/** A date earlier than any clock shows, so that no delay applies even if a fast clock has been set back. */
const NOT_DELAYED = new Date(0);

const { failures, blockedUntil, firstFailedAt, subject } = loginFailures;

/** Returns the waiting time in seconds before the next attempt, after a number of failures. */
export function delayAfter(failed: number): number {
  if (failed < FREE_FAILURES) return 0;
  return Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (failed - FREE_FAILURES));
}

interface Counting {
  /** Whether a new window begins with this failure. */
  readonly begins: SQL;
  readonly counted: SQL<number>;
  readonly firstFailedAt: SQL;
}

function counting(now: Date, window: number): Counting {
  // Ignore a time that is too far in the future, because it was written by a clock that has since been set back.
  const begins = sql`(${failures} = 0 OR ${firstFailedAt} <= ${later(now, -window).toISOString()}::timestamptz
    OR ${firstFailedAt} > ${later(now, window).toISOString()}::timestamptz)`;
  return {
    begins,
    counted: sql<number>`CASE WHEN ${begins} THEN 1 ELSE ${failures} + 1 END`,
    firstFailedAt: sql`CASE WHEN ${begins} THEN ${now.toISOString()}::timestamptz ELSE ${firstFailedAt} END`,
  };
}

const first = (key: Uint8Array, now: Date) => ({
  subject: key,
  failures: 1,
  blockedUntil: NOT_DELAYED,
  firstFailedAt: now,
});

/**
 * Counts a failure and increases the delay; returns the number of failures in this window.
 * @throws {MhbError} `too-many-attempts` with `retryAfterSeconds` while a delay lasts
 */
export async function countWithDelay(queries: Queries, key: Uint8Array, now: Date): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { counted, firstFailedAt: since } = counting(now, DAY_WINDOW);
  const delay = sql`least(${LONGEST_DELAY_SECONDS}::int, ${FIRST_DELAY_SECONDS}::int * power(2, least(10, (${counted}) - ${FREE_FAILURES}::int)))`;
  const [row] = await queries
    .insert(loginFailures)
    .values(first(key, now))
    .onConflictDoUpdate({
      target: subject,
      set: {
        failures: counted,
        blockedUntil: sql`CASE WHEN (${counted}) < ${FREE_FAILURES}::int THEN ${NOT_DELAYED.toISOString()}::timestamptz
          ELSE ${at} + make_interval(secs => ${delay}) END`,
        firstFailedAt: since,
      },
      setWhere: sql`(${blockedUntil} <= ${at}
        OR ${blockedUntil} > ${later(now, LONGEST_DELAY_SECONDS * SECOND).toISOString()}::timestamptz)`,
    })
    .returning({ failures });
  if (row !== undefined) return row.failures;
  const [blocked] = await queries.select({ blockedUntil }).from(loginFailures).where(eq(subject, key));
  const milliseconds = (blocked?.blockedUntil.getTime() ?? now.getTime()) - now.getTime();
  throw new MhbError('too-many-attempts', 'Login is delayed after failed attempts', {
    retriable: true,
    details: { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / SECOND)) },
  });
}

/** Counts a failure up to a daily limit; returns whether this failure is within the limit. */
export async function countUpTo(
  queries: Queries,
  key: Uint8Array,
  most: number,
  now: Date,
): Promise<boolean> {
  const { begins, counted, firstFailedAt: since } = counting(now, DAY_WINDOW);
  const rows = await queries
    .insert(loginFailures)
    .values(first(key, now))
    .onConflictDoUpdate({
      target: subject,
      set: { failures: counted, firstFailedAt: since },
      setWhere: sql`(${begins} OR ${failures} < ${most}::int)`,
    })
    .returning({ failures });
  return rows.length === 1;
}

/** Counts a failure without enforcing a limit; returns the number of failures in this hour. */
export async function countOnly(queries: Queries, key: Uint8Array, now: Date): Promise<number> {
  const { counted, firstFailedAt: since } = counting(now, HOUR_WINDOW);
  const [row] = await queries
    .insert(loginFailures)
    .values(first(key, now))
    .onConflictDoUpdate({ target: subject, set: { failures: counted, firstFailedAt: since } })
    .returning({ failures });
  return row?.failures ?? 1;
}

/** Subtracts an attempt that was counted as a failure before it succeeded. */
export async function uncount(queries: Queries, key: Uint8Array): Promise<void> {
  await queries
    .update(loginFailures)
    .set({ failures: sql`greatest(0, ${failures} - 1)` })
    .where(eq(subject, key));
}

export async function forget(queries: Queries, key: Uint8Array): Promise<void> {
  await queries.delete(loginFailures).where(eq(subject, key));
}

export async function forgetOldCounts(queries: Queries, now: Date): Promise<void> {
  await queries.delete(loginFailures).where(lt(firstFailedAt, later(now, -DAY_WINDOW)));
}
