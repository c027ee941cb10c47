import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, inArray } from 'drizzle-orm';
import { monthOf } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import { isExpired, windowOn, type Category, type DataRequestStatus } from '@mhb-kit/core/request';
import type { Accounts } from '../accounts/accounts.js';
import type { Audit } from '../audit.js';
import { inBatches } from '../batches.js';
import type { Clock } from '../clock.js';
import { mapRows, recordDate, withinWindow } from '../records/record-date.js';
import { toRawRecords, type RawRecords } from '../records/raw-rows.js';
import type { RecordSource } from '../records/record-source.js';
import type { DayKeys } from '../secrets/day-keys.js';
import type { Database } from '../storage/database.js';
import { dataRequests } from '../storage/schema.js';
import type { RequestChanges } from './request-changes.js';
import { unwrapKey } from './request-keys.js';
import type { JobHandler, JobQueue } from '../jobs/jobs.js';
import {
  finishSections,
  loadSections,
  sealOutcomes,
  type FinishedSection,
  type SectionOutcome,
  type StoredSection,
} from './section-store.js';

export interface RequestJob {
  readonly requestId: string;
}

export interface RequestWorkerParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly catalogue: readonly Category[];
  readonly recordSource: RecordSource;
  readonly dayKeys: DayKeys;
  readonly changes: RequestChanges;
  readonly audit: Audit;
  readonly clock: Clock;
  /** How long one category may take, in milliseconds. */
  readonly sourceTimeout: number;
}

/** Asked twice at once, then again with the job's next attempt. */
const QUICK_RETRY_DELAY_MS = 250;
const CATEGORIES_AT_ONCE = 4;
/** So much of what was fetched may wait for the write before; then the source is not asked for more until it is written. */
const UNWRITTEN_BYTES = 1024 * 1024;

/**
 * The job of a request: fetches what is not there yet, category by category, each committed by itself. It may be run
 * again at any time, after a crash or because a source failed, and then goes on where it stopped.
 */
export function createRequestWorker(parts: RequestWorkerParts): JobHandler<RequestJob> {
  const { database, accounts, catalogue, recordSource, dayKeys, changes, audit, clock, sourceTimeout } =
    parts;
  const { queries } = database;
  const running = new Map<string, Promise<void>>();

  /** The row of a request that nobody has begun yet. */
  async function begin(requestId: string): Promise<typeof dataRequests.$inferSelect | undefined> {
    const [row] = await queries
      .update(dataRequests)
      .set({ status: 'in-progress' })
      .where(and(eq(dataRequests.id, requestId), eq(dataRequests.status, 'accepted')))
      .returning();
    if (row !== undefined) changes.announce(requestId);
    return row;
  }

  async function find(requestId: string): Promise<typeof dataRequests.$inferSelect | undefined> {
    const [row] = await queries.select().from(dataRequests).where(eq(dataRequests.id, requestId));
    return row;
  }

  async function end(
    requestId: string,
    status: DataRequestStatus,
    outcomesSealed: Uint8Array | null,
  ): Promise<void> {
    await queries.update(dataRequests).set({ status, outcomesSealed }).where(eq(dataRequests.id, requestId));
    changes.announce(requestId);
  }

  async function fetchOnce(nationalId: string, category: Category, requestedOn: string): Promise<RawRecords> {
    const window = windowOn(category.window, requestedOn);
    const signal = AbortSignal.timeout(sourceTimeout);
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('The record source took too long')), {
        once: true,
      });
    });
    const records = await Promise.race([
      recordSource.records({ nationalId, category, window, signal }),
      stopped,
    ]);
    return withinWindow(
      toRawRecords(Object.fromEntries(category.sections.map((section) => [section, records[section] ?? []]))),
      window,
    );
  }

  async function fetch(
    nationalId: string,
    category: Category,
    requestedOn: string,
  ): Promise<RawRecords | null> {
    try {
      return await fetchOnce(nationalId, category, requestedOn);
    } catch {
      await pause(QUICK_RETRY_DELAY_MS);
      return fetchOnce(nationalId, category, requestedOn).catch(() => null);
    }
  }

  async function run(requestId: string, lastAttempt: boolean): Promise<void> {
    const row = (await begin(requestId)) ?? (await find(requestId));
    if (row === undefined || row.wrappedKey === null || isExpired(row, clock())) return;
    const key = await unwrapKey(dayKeys, row);
    const request = { id: requestId, requestedOn: row.requestedOn, key, outcomesSealed: null };
    const stored = (await loadSections(queries, [request])).get(requestId) ?? [];
    const open = stored.filter(({ outcome }) => outcome === null || outcome.status === 'failed');

    const { nationalId } = await accounts.person(row.accountId);
    const ended = new Map<string, StoredSection>(stored.map((section) => [section.category, section]));
    let failures = 0;
    let isAsWritten = true;
    let unwritten = 0;
    const writes: Promise<void>[] = [];
    const write = inBatches<FinishedSection>(async (finished) => {
      // Fewer were written than there are: another process had them already, and what it wrote stays.
      if ((await finishSections(queries, request, finished)) < finished.length) isAsWritten = false;
      changes.announce(requestId);
      return () => undefined;
    });
    await inParallel(open, CATEGORIES_AT_ONCE, async ({ category: id }) => {
      const category = catalogue.find((each) => each.id === id);
      const records = category === undefined ? {} : await fetch(nationalId, category, row.requestedOn);
      if (records === null) failures += 1;
      const json = Buffer.from(JSON.stringify(records ?? {}));
      const outcome: SectionOutcome =
        records === null
          ? { status: 'failed', recordCount: 0, months: [], byteLength: json.length }
          : { ...outcomeOf(records, category?.monthly ?? false), byteLength: json.length };
      ended.set(id, { category: id, outcome });
      unwritten += json.length;
      const written = write({ category: id, outcome, records: json }).finally(() => {
        unwritten -= json.length;
      });
      writes.push(written);
      // Whether it failed is asked below; until then nobody may be waiting for it.
      written.catch(() => undefined);
      if (unwritten > UNWRITTEN_BYTES) await written;
    });
    await Promise.all(writes);

    await audit({ action: 'records.fetch', accountId: row.accountId, sessionId: null, subject: requestId });
    if (failures > 0 && !lastAttempt) {
      // Not ended: it stays in progress, with what there is already, until everything is there or nobody asks again.
      throw new MhbError('service-unavailable', `${failures} categories are to be tried again`, {
        retriable: true,
      });
    }
    await end(
      requestId,
      stored.length > 0 && failures === stored.length ? 'failed' : 'completed',
      isAsWritten ? sealOutcomes(request, [...ended.values()]) : null,
    );
  }

  return ({ requestId }, lastAttempt) => {
    const current =
      running.get(requestId) ?? run(requestId, lastAttempt).finally(() => running.delete(requestId));
    running.set(requestId, current);
    return current;
  };
}

/**
 * Sends the unfinished requests of a crashed process to the queue again, at once: the embedded database has no other
 * worker that might still hold them, and pg-boss would wait for their heartbeat to be missed.
 */
export async function resumeUnfinished(database: Database, queue: JobQueue<RequestJob>): Promise<void> {
  const unfinished = await database.queries
    .select({ requestId: dataRequests.id })
    .from(dataRequests)
    .where(inArray(dataRequests.status, ['accepted', 'in-progress']));
  for (const job of unfinished) await queue.send(database.queries, job);
}

function outcomeOf(records: RawRecords, monthly: boolean): SectionOutcome {
  const recordCount = Object.values(records).reduce((sum, rows) => sum + rows.length, 0);
  const months = new Set<string>();
  if (monthly) {
    mapRows(records, (section, row) => {
      const date = recordDate(section, row);
      if (date !== null) months.add(monthOf(date));
      return true;
    });
  }
  return { status: recordCount === 0 ? 'no-data' : 'available', recordCount, months: [...months].sort() };
}

async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, lane));
}
