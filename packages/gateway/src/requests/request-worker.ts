import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { mapParallel, withTimeout } from '@mhb-kit/core/calls';
import { MhbError } from '@mhb-kit/core/error';
import {
  outcomeOf,
  privateVisits,
  toRawRecords,
  withoutPrivate,
  withinWindow,
  type RawRecords,
  type RecordSource,
} from '@mhb-kit/core/fulfilment';
import {
  isExpired,
  isRunning,
  leftOutToTell,
  runningStatuses,
  windowOn,
  type Category,
  type DataRequestStatus,
  type LeftOut,
  type PrivateTopic,
} from '@mhb-kit/core/request';
import type { LocalDate } from '@mhb-kit/core/identity';
import type { Accounts } from '../accounts/accounts.js';
import type { Audit } from '../audit/audit.js';
import { inBatches } from '../scheduling/batches.js';
import type { Clock } from '../scheduling/clock.js';
import type { DayKeys } from '../secrets/day-keys.js';
import type { Database } from '../storage/database.js';
import { dataRequests } from '../storage/schema.js';
import { createTurns } from '../storage/turns.js';
import type { RequestChanges } from './request-changes.js';
import { unwrapKey } from './request-keys.js';
import type { JobHandler, JobQueue } from '../jobs/jobs.js';
import {
  finishSections,
  loadSections,
  sealOutcomes,
  type FinishedSection,
  type OpenableRequest,
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
  /** Returns the topics to withhold from a representative's requests. Rejects if the representation has ended. */
  readonly withheldFrom: (representationId: string, day: LocalDate) => Promise<readonly PrivateTopic[]>;
  readonly clock: Clock;
  /** The time limit for fetching one category, in milliseconds. */
  readonly sourceTimeout: number;
  /** Called each time a source has been queried, with the records that it could not supply. */
  readonly onLeftOut: (leftOut: readonly LeftOut[]) => void;
  /**
   * Called with the id of a request that ends incomplete because the process has crashed repeatedly while handling
   * it.
   */
  readonly onGivenUp: (requestId: string) => void;
}

export interface RequestWorker {
  /**
   * Handles the job of a request. Fetches missing data category by category, and commits each category. The job
   * can be repeated at any time, for example after a crash or because a source failed, and then continues where it
   * stopped.
   */
  readonly work: JobHandler<RequestJob>;
  /** Ends a request that is still in progress, with the data that it has. */
  readonly giveUp: JobHandler<RequestJob>;
}

/** The pause between the two tries to fetch a category. If both fail, the job's next attempt tries again. */
const QUICK_RETRY_DELAY_MS = 250;
const CATEGORIES_AT_ONCE = 4;
/**
 * How many times the process that handles a request can crash before the request is ended. After the first crash,
 * the request is handled alone, so that any further crash is certainly caused by it and not by another request in
 * progress at the same time.
 */
const MOST_DEATHS = 5;
/**
 * How many bytes of fetched data can wait for the previous write to finish. If more are waiting, nothing more is
 * fetched until they are written.
 */
const UNWRITTEN_BYTES = 1024 * 1024;

export function createRequestWorker(parts: RequestWorkerParts): RequestWorker {
  const { database, accounts, catalogue, recordSource, dayKeys, changes, audit, clock } = parts;
  const { queries } = database;
  const running = new Map<string, Promise<void>>();
  const alone = createTurns();
  /**
   * Requests for which an attempt ended without a crash, although the process could not record that in the
   * database.
   */
  const returned = new Set<string>();

  /**
   * Starts a request that has not been started yet, or restarts a request in progress. Leaves requests with any
   * other status unchanged.
   */
  async function begin(
    requestId: string,
    status: (typeof runningStatuses)[number],
  ): Promise<RequestRow | undefined> {
    const deaths = returned.delete(requestId) ? sql`0` : dataRequests.unreturned;
    const [row] = await queries
      .update(dataRequests)
      .set({ status: 'in-progress', unreturned: sql`${deaths} + 1` })
      .where(and(eq(dataRequests.id, requestId), eq(dataRequests.status, status)))
      .returning();
    if (row !== undefined && status === 'accepted') changes.announce(requestId);
    return row;
  }

  async function find(requestId: string): Promise<RequestRow | undefined> {
    const [row] = await queries.select().from(dataRequests).where(eq(dataRequests.id, requestId));
    return row;
  }

  async function end(
    requestId: string,
    status: DataRequestStatus,
    outcomesSealed: Uint8Array | null,
  ): Promise<void> {
    await queries
      .update(dataRequests)
      .set({ status, outcomesSealed })
      .where(and(eq(dataRequests.id, requestId), inArray(dataRequests.status, runningStatuses)));
    changes.announce(requestId, 'ended');
  }

  /** Records that a failed attempt was not a crash. */
  async function cameBack(requestId: string): Promise<void> {
    try {
      await queries.update(dataRequests).set({ unreturned: 0 }).where(eq(dataRequests.id, requestId));
    } catch {
      returned.add(requestId);
    }
  }

  async function openRequest(row: RequestRow): Promise<OpenedRequest | null> {
    if (isExpired(row, clock())) return null;
    const key = await unwrapKey(dayKeys, row);
    if (key === null) return null;
    const { id, accountId, representationId, requestedOn } = row;
    const request = { id, accountId, representationId, requestedOn, key, outcomesSealed: null };
    return { ...request, sections: (await loadSections(queries, [request])).get(id) ?? [] };
  }

  async function fetchOnce(nationalId: string, category: Category, requestedOn: string): Promise<Fetched> {
    const window = windowOn(category.window, requestedOn);
    const late = new AbortController();
    const { signal } = late;
    let leftOut: readonly LeftOut[] = [];
    const onLeftOut = (items: readonly LeftOut[]): void => {
      leftOut = items;
    };
    const records = await withTimeout(
      recordSource.records({ nationalId, category, window, signal, onLeftOut }),
      parts.sourceTimeout,
      () => {
        const error = new Error('The record source took too long');
        late.abort(error);
        return error;
      },
    );
    const own = Object.fromEntries(category.sections.map((section) => [section, records[section] ?? []]));
    if (leftOut.length > 0) parts.onLeftOut(leftOut);
    return { records: withinWindow(toRawRecords(own), window), leftOut };
  }

  async function fetch(nationalId: string, category: Category, requestedOn: string): Promise<Fetched | null> {
    try {
      return await fetchOnce(nationalId, category, requestedOn);
    } catch {
      await pause(QUICK_RETRY_DELAY_MS);
      return fetchOnce(nationalId, category, requestedOn).catch(() => null);
    }
  }

  /**
   * Returns a function that removes the records that the request may not contain. A visit that the person may keep
   * private is withheld from every category, so all categories are examined before any of them is stored.
   */
  async function withholding(
    { representationId, requestedOn }: OpenedRequest,
    nationalId: string,
  ): Promise<(records: RawRecords) => RawRecords> {
    const topics = representationId === null ? [] : await parts.withheldFrom(representationId, requestedOn);
    if (topics.length === 0) return (records) => records;
    const visits = new Set<string>();
    for (const category of catalogue) {
      const found = await fetch(nationalId, category, requestedOn);
      if (found === null)
        throw new MhbError(
          'service-unavailable',
          'Records that determine what must be withheld are missing',
          {
            retriable: true,
          },
        );
      for (const visit of privateVisits(found.records, topics)) visits.add(visit);
    }
    return (records) => withoutPrivate(records, topics, visits);
  }

  /**
   * @param carefully whether a process has crashed while handling this request. If so, categories are fetched one
   * at a time, and each is marked as late until its data is stored.
   */
  async function work(request: OpenedRequest, carefully: boolean, lastAttempt: boolean): Promise<void> {
    const { id: requestId, accountId, requestedOn, sections: stored } = request;
    const open = stored.filter(({ outcome }) => outcome === null || outcome.status === 'failed');
    if (carefully) open.sort((one, other) => Number(one.outcome !== null) - Number(other.outcome !== null));

    const { nationalId } = await accounts.person(accountId);
    const kept = await withholding(request, nationalId);
    const ended = new Map<string, StoredSection>(stored.map((section) => [section.category, section]));
    let failures = 0;
    let isAsWritten = true;
    let unwritten = 0;
    const writes: Promise<void>[] = [];
    const write = inBatches<FinishedSection>(async (finished) => {
      // If fewer categories were written than fetched, another process had already written the rest, and its data
      // is not replaced.
      if ((await finishSections(queries, request, finished)) < finished.length) isAsWritten = false;
      changes.announce(requestId);
      return () => undefined;
    });
    await mapParallel(open, carefully ? 1 : CATEGORIES_AT_ONCE, async ({ category: id, outcome: before }) => {
      if (carefully && before === null) await finishSections(queries, request, [late(id)]);
      const category = catalogue.find((each) => each.id === id);
      const found = category === undefined ? nothing : await fetch(nationalId, category, requestedOn);
      if (found === null) failures += 1;
      const finished =
        found === null
          ? late(id)
          : fetched(id, { ...found, records: kept(found.records) }, category?.monthly ?? false);
      // Only the outcome is stored here, so that the records need not stay in memory until all categories are
      // done.
      ended.set(id, { category: id, outcome: finished.outcome });
      const { length } = finished.records;
      unwritten += length;
      const written = write(finished).finally(() => {
        unwritten -= length;
      });
      writes.push(written);
      // `Promise.all` below handles a failure. Without this line, a rejection before that point would be
      // unhandled.
      written.catch(() => undefined);
      if (carefully || unwritten > UNWRITTEN_BYTES) await written;
    });
    await Promise.all(writes);

    await audit({ action: 'records.fetch', accountId, sessionId: null, subject: requestId });
    if (failures > 0 && !lastAttempt) {
      // The request is not ended. It stays in progress with the data that it has until all categories are fetched
      // or no attempts are left.
      throw new MhbError('service-unavailable', `${failures} categories will be tried again`, {
        retriable: true,
      });
    }
    const sections = [...ended.values()];
    await end(requestId, endOf(sections), isAsWritten ? sealOutcomes(request, sections) : null);
  }

  async function endWithWhatThereIs(request: OpenedRequest): Promise<void> {
    const { id, accountId, sections } = request;
    const missing = sections.filter(({ outcome }) => outcome === null).map(({ category }) => late(category));
    if (missing.length > 0) await finishSections(queries, request, missing);
    await audit({ action: 'records.fetch', accountId, sessionId: null, subject: id });
    await end(id, endOf(sections), null);
    parts.onGivenUp(id);
  }

  async function attempt(row: RequestRow | undefined, lastAttempt: boolean): Promise<void> {
    const request = row && (await openRequest(row));
    if (!row || !request) return;
    if (row.unreturned > MOST_DEATHS) return endWithWhatThereIs(request);
    try {
      await work(request, row.unreturned > 1, lastAttempt);
    } catch (error) {
      await cameBack(row.id);
      throw error;
    }
  }

  async function run(requestId: string, lastAttempt: boolean): Promise<void> {
    const fresh = await begin(requestId, 'accepted');
    if (fresh !== undefined) return attempt(fresh, lastAttempt);
    const again = async (): Promise<void> => attempt(await begin(requestId, 'in-progress'), lastAttempt);
    const row = await find(requestId);
    if (row === undefined || !isRunning(row)) return;
    return row.unreturned > 0 && !returned.has(requestId) ? alone(again) : again();
  }

  return {
    work({ requestId }, lastAttempt) {
      const current =
        running.get(requestId) ?? run(requestId, lastAttempt).finally(() => running.delete(requestId));
      running.set(requestId, current);
      return current;
    },
    async giveUp({ requestId }) {
      const row = await find(requestId);
      if (row === undefined || !isRunning(row)) return;
      const request = await openRequest(row);
      if (request !== null) await endWithWhatThereIs(request);
    },
  };
}

type RequestRow = typeof dataRequests.$inferSelect;

interface OpenedRequest extends OpenableRequest {
  readonly accountId: string;
  readonly representationId: string | null;
  readonly sections: readonly StoredSection[];
}

/** A request has failed if no data could be fetched for any category. */
const endOf = (sections: readonly StoredSection[]): DataRequestStatus =>
  sections.length > 0 && sections.every(({ outcome }) => outcome === null || outcome.status === 'failed')
    ? 'failed'
    : 'completed';

/** Returns the stored form of a category whose records could not be fetched yet. */
function late(category: string): FinishedSection {
  const records = Buffer.from('{}');
  const outcome = { status: 'failed', recordCount: 0, months: [], byteLength: records.length } as const;
  return { category, outcome, records };
}

/** The records that a source returned, and a list of records that it could not supply. */
interface Fetched {
  readonly records: RawRecords;
  readonly leftOut: readonly LeftOut[];
}

const nothing: Fetched = { records: {}, leftOut: [] };

function fetched(category: string, { records, leftOut }: Fetched, monthly: boolean): FinishedSection {
  const json = Buffer.from(JSON.stringify(records));
  const outcome = { ...outcomeOf(records, { monthly }), byteLength: json.length };
  return {
    category,
    outcome: leftOutToTell(leftOut).length === 0 ? outcome : { ...outcome, leftOut },
    records: json,
  };
}

/**
 * Queues the unfinished requests of a crashed process again. With the embedded database, no other worker can be
 * handling them, so there is no need to wait until pg-boss notices their missing heartbeat.
 */
export async function resumeUnfinished(database: Database, queue: JobQueue<RequestJob>): Promise<void> {
  const jobs = await database.queries
    .select({ requestId: dataRequests.id })
    .from(dataRequests)
    .where(inArray(dataRequests.status, runningStatuses));
  for (const job of jobs) await queue.send(database.queries, job);
}
