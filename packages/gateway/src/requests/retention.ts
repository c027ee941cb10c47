import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { isLocalDate, type LocalDate } from '@mhb-kit/core/identity';
import { isExpired } from '@mhb-kit/core/request';
import type { Audit } from '../audit.js';
import type { Clock } from '../clock.js';
import type { DayKeys } from '../secrets/day-keys.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { Database } from '../storage/database.js';
import { archives, dataRequests, requestSections } from '../storage/schema.js';

export interface RetentionParts {
  readonly database: Database;
  readonly dayKeys: DayKeys;
  readonly blobs: BlobStore;
  readonly audit: Audit;
  readonly clock: Clock;
}

/**
 * Erases what has expired and answers with the days erased. The day's key goes first: from then on nothing of that day
 * can be read anywhere, whatever interrupts the rest, which the next run finishes.
 */
export async function eraseExpired(parts: RetentionParts): Promise<readonly LocalDate[]> {
  const { database, dayKeys, blobs, audit, clock } = parts;
  const withRows = await database.queries
    .selectDistinct({ day: dataRequests.requestedOn })
    .from(dataRequests)
    .where(isNotNull(dataRequests.wrappedKey));
  const days = new Set([
    ...(await dayKeys.days()),
    ...(await blobs.days()),
    ...withRows.map(({ day }) => day),
  ]);
  const expired = [...days]
    .filter((day) => isLocalDate(day) && isExpired({ requestedOn: day }, clock()))
    .sort();
  for (const day of expired) {
    await dayKeys.destroy(day);
    await blobs.deleteDay(day);
    await database.transaction(async (queries) => {
      const rows = await queries
        .update(dataRequests)
        .set({ status: 'expired', wrappedKey: null })
        .where(and(eq(dataRequests.requestedOn, day), isNotNull(dataRequests.wrappedKey)))
        .returning({ id: dataRequests.id, accountId: dataRequests.accountId });
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return;
      await queries.delete(requestSections).where(inArray(requestSections.requestId, ids));
      await queries.delete(archives).where(inArray(archives.requestId, ids));
      for (const { id, accountId } of rows) {
        await audit({ action: 'request.erase', accountId, sessionId: null, subject: id }, queries);
      }
    });
  }
  return expired;
}
