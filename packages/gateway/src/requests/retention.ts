import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { addDays, isLocalDate, taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { isExpired } from '@mhb-kit/core/request';
import type { Audit } from '../audit/audit.js';
import type { Clock } from '../scheduling/clock.js';
import type { DayKeys } from '../secrets/day-keys.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { Database } from '../storage/database.js';
import type { DayPartitions } from '../storage/day-partitions.js';
import { dataRequests } from '../storage/schema.js';

export interface RetentionParts {
  readonly database: Database;
  readonly dayKeys: DayKeys;
  readonly partitions: DayPartitions;
  readonly blobs: BlobStore;
  readonly audit: Audit;
  readonly clock: Clock;
}

/**
 * Erases expired data, and returns the days whose data was erased. The key of each day is destroyed first, and
 * from then on nothing from that day can be read anywhere. If the rest is interrupted, the next run completes it.
 */
export async function eraseExpired(parts: RetentionParts): Promise<readonly LocalDate[]> {
  const { database, dayKeys, partitions, blobs, clock } = parts;
  // Only the expired partitions are searched, because the other partitions can contain millions of requests, and
  // this query runs every minute.
  let firstKept = taipeiDate(clock());
  while (!isExpired({ requestedOn: addDays(firstKept, -1) }, clock())) firstKept = addDays(firstKept, -1);
  const withRows = await database.queries
    .selectDistinct({ day: dataRequests.requestedOn })
    .from(dataRequests)
    .where(and(isNotNull(dataRequests.wrappedKey), lt(dataRequests.requestedOn, firstKept)));
  const days = new Set([
    ...(await dayKeys.days()),
    ...(await partitions.days()),
    ...(await blobs.days()),
    ...withRows.map(({ day }) => day),
  ]);
  const expired = [...days]
    .filter((day) => isLocalDate(day) && isExpired({ requestedOn: day }, clock()))
    .sort();
  for (const day of expired) {
    await dayKeys.destroy(day);
    await partitions.drop(day);
    await blobs.deleteDay(day);
    while ((await markExpired(parts, day)) === BATCH);
  }
  return expired;
}

/** The number of requests that are marked in one transaction, because a day can have millions of them. */
const BATCH = 1_000;

/**
 * Marks up to `BATCH` requests of a day as expired, adds an entry for each to the audit trail, and returns their
 * number.
 */
function markExpired({ database, audit }: RetentionParts, day: LocalDate): Promise<number> {
  return database.transaction(async (queries) => {
    const some = queries
      .select({ id: dataRequests.id })
      .from(dataRequests)
      .where(and(eq(dataRequests.requestedOn, day), isNotNull(dataRequests.wrappedKey)))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    const rows = await queries
      .update(dataRequests)
      .set({ status: 'expired', wrappedKey: null, outcomesSealed: null })
      .where(inArray(dataRequests.id, some))
      .returning({ id: dataRequests.id, accountId: dataRequests.accountId });
    const entries = rows.map(({ id, accountId }) => ({
      action: 'request.erase' as const,
      accountId,
      sessionId: null,
      subject: id,
    }));
    if (entries.length > 0) await audit(entries, queries);
    return rows.length;
  });
}
