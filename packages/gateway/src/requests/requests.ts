import { randomUUID } from 'node:crypto';
import { and, count, desc, eq, inArray, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import {
  availableUntil,
  isExpired,
  runningStatuses,
  windowOn,
  type Category,
  type DataRequest,
  type DateWindow,
  type RequestSection,
} from '@mhb-kit/core/request';
import type { Clock } from '../scheduling/clock.js';
import type { DayKeys } from '../secrets/day-keys.js';
import type { Database, Queries } from '../storage/database.js';
import type { DayPartitions } from '../storage/day-partitions.js';
import { accounts, dataRequests } from '../storage/schema.js';
import { unwrapKey, wrapNewKey } from './request-keys.js';
import type { JobQueue } from '../jobs/jobs.js';
import type { RequestJob } from './request-worker.js';
import { loadSections, type OpenableRequest, type StoredSection } from './section-store.js';

type RequestRow = typeof dataRequests.$inferSelect;

/** The owner of a request: a person, or a representative, who sees only the requests that they made themselves. */
export interface RequestOwner {
  readonly accountId: string;
  readonly representationId: string | null;
}

/** A request to which its owner has access, with the key for reading its records. */
export interface OwnRequest extends OpenableRequest {
  /** The number of archives that have been created for the request. */
  readonly archivesSealed: number;
  readonly sections: readonly StoredSection[];
}

export interface Requests {
  /**
   * Creates a request. If there is already a request with this idempotency key, or one in progress, returns that
   * request instead. `created` is true if the request is new.
   * @throws {MhbError} `quota-reached`
   */
  create(
    owner: RequestOwner,
    idempotencyKey: string,
    alsoWithin: (queries: Queries, requestId: string) => Promise<void>,
  ): Promise<{ readonly request: DataRequest; readonly created: boolean }>;
  /** Returns the owner's requests, newest first. */
  list(owner: RequestOwner): Promise<readonly DataRequest[]>;
  /** @throws {MhbError} `not-found` (also if the request belongs to another person), `request-expired` */
  get(owner: RequestOwner, requestId: string): Promise<DataRequest>;
  /** Like `get`, but also returns the key for reading the request's records. */
  openOwn(owner: RequestOwner, requestId: string): Promise<OwnRequest>;
}

export interface RequestsParts {
  readonly database: Database;
  readonly catalogue: readonly Category[];
  readonly dayKeys: DayKeys;
  readonly partitions: DayPartitions;
  readonly queue: JobQueue<RequestJob>;
  /** The maximum number of requests per person and day. */
  readonly requestsPerDay: number;
  readonly clock: Clock;
}

/** The maximum length of a list. Requests are deleted before a person can have this many. */
const LIST_LIMIT = 50;
const DAYS_REMEMBERED = 16;

export function createRequests(parts: RequestsParts): Requests {
  const { database, catalogue, dayKeys, partitions, queue, requestsPerDay, clock } = parts;
  const { queries } = database;

  const windowsOn = createWindows(catalogue);
  /** The statement is prepared only once, because this is the most frequent query. */
  const ofAccount = queries
    .select()
    .from(dataRequests)
    .where(isOwn(sql.placeholder('accountId'), sql.placeholder('representationId')))
    .orderBy(desc(dataRequests.requestedAt))
    .limit(LIST_LIMIT)
    .prepare('requests-of-account');
  const ofAccountById = queries
    .select()
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.id, sql.placeholder('requestId')),
        isOwn(sql.placeholder('accountId'), sql.placeholder('representationId')),
      ),
    )
    .prepare('request-of-account');

  const hasExpired = (row: RequestRow): boolean => row.status === 'expired' || isExpired(row, clock());

  /** Adds the key to a request; returns `null` if the request can no longer be read. */
  async function openable(row: RequestRow): Promise<Omit<OwnRequest, 'sections'> | null> {
    const key = hasExpired(row) ? null : await unwrapKey(dayKeys, row);
    return key && { ...row, key };
  }

  async function view(rows: readonly RequestRow[]): Promise<DataRequest[]> {
    const live = (await Promise.all(rows.map(openable))).filter((request) => request !== null);
    const sections = await loadSections(queries, live);
    return rows.map((row) => toDataRequest(row, sections.get(row.id) ?? null, windowsOn(row.requestedOn)));
  }

  async function viewOne(row: RequestRow): Promise<DataRequest> {
    const [request] = await view([row]);
    if (request === undefined) throw new MhbError('not-found', 'No such request');
    return request;
  }

  /**
   * Finds the owner's request. Another person's request is reported as missing, so that the caller does not learn
   * that it exists.
   */
  async function ownRow(owner: RequestOwner, requestId: string): Promise<RequestRow> {
    const { accountId, representationId } = owner;
    const [row] = await ofAccountById.execute({ requestId, accountId, representationId });
    if (row === undefined) throw new MhbError('not-found', 'No such request');
    if (hasExpired(row)) {
      throw new MhbError('request-expired', 'The request has expired');
    }
    return row;
  }

  /**
   * Finds the request that a new one would repeat: one with the same idempotency key, or one in progress. In the same
   * statement, counts the owner's requests of the day.
   */
  async function findExisting(
    within: Queries,
    { accountId, representationId }: RequestOwner,
    idempotencyKey: string,
    requestedOn: LocalDate,
  ): Promise<{ readonly existing: RequestRow | undefined; readonly today: number }> {
    const own = isOwn(accountId, representationId);
    const made = within
      .select({ today: count().as('today') })
      .from(dataRequests)
      .where(and(own, eq(dataRequests.requestedOn, requestedOn)))
      .as('made');
    const found = await within
      .select({ today: made.today, row: dataRequests })
      .from(made)
      .leftJoin(
        dataRequests,
        and(
          own,
          or(eq(dataRequests.idempotencyKey, idempotencyKey), inArray(dataRequests.status, runningStatuses)),
        ),
      )
      .orderBy(desc(dataRequests.requestedAt));
    const today = found[0]?.today ?? 0;
    const rows = found.map(({ row }) => row).filter((row) => row !== null);
    const same = rows.find((row) => row.idempotencyKey === idempotencyKey);
    if (same !== undefined) return { existing: same, today };
    for (const row of rows) if ((await openable(row)) !== null) return { existing: row, today };
    return { existing: undefined, today };
  }

  return {
    async create(owner, idempotencyKey, alsoWithin) {
      const { accountId, representationId } = owner;
      const now = clock();
      const requestedOn = taipeiDate(now);
      const id = randomUUID();
      const wrappedKey = await wrapNewKey(dayKeys, { id, accountId, representationId }, requestedOn);
      await partitions.ensure(requestedOn);
      const { row, created } = await database.transaction(async (within) => {
        // Simultaneous calls wait here for one another, so that a later call finds the request that an earlier
        // call created.
        await within
          .select({ id: accounts.id })
          .from(accounts)
          .where(eq(accounts.id, accountId))
          .for('update');
        const { existing, today } = await findExisting(within, owner, idempotencyKey, requestedOn);
        if (existing !== undefined) return { row: existing, created: false };
        if (today >= requestsPerDay)
          throw new MhbError('quota-reached', 'The daily limit of requests for this person has been reached');
        const fresh: RequestRow = {
          id,
          accountId,
          idempotencyKey,
          status: 'accepted',
          requestedAt: now,
          requestedOn,
          wrappedKey,
          outcomesSealed: null,
          unreturned: 0,
          archivesSealed: 0,
          representationId,
        };
        await insertRequest(
          within,
          fresh,
          catalogue.map((category) => category.id),
        );
        await queue.send(within, { requestId: id });
        await alsoWithin(within, id);
        return { row: fresh, created: true };
      });
      if (!created) return { request: await viewOne(row), created };
      const pending = catalogue.map(({ id: category }) => ({ category, outcome: null }));
      return { request: toDataRequest(row, pending, windowsOn(requestedOn)), created };
    },
    async list({ accountId, representationId }) {
      return view(await ofAccount.execute({ accountId, representationId }));
    },
    async get(owner, requestId) {
      const request = await viewOne(await ownRow(owner, requestId));
      if (request.status === 'expired') throw keyGone();
      return request;
    },
    async openOwn(owner, requestId) {
      const request = await openable(await ownRow(owner, requestId));
      if (request === null) throw keyGone();
      const sections = await loadSections(queries, [request]);
      return { ...request, sections: sections.get(requestId) ?? [] };
    },
  };
}

/**
 * Returns the condition that selects the person's own requests or, in a representative's session, the requests
 * made under that representation.
 */
const isOwn = (accountId: string | Placeholder, representationId: string | null | Placeholder): SQL =>
  sql`${dataRequests.accountId} = ${accountId} AND ${dataRequests.representationId} IS NOT DISTINCT FROM ${representationId}::uuid`;

const keyGone = (): MhbError => new MhbError('request-expired', 'The key of that day no longer exists');

/** Inserts a request with its sections, none of which has been fetched yet. */
async function insertRequest(
  within: Queries,
  request: RequestRow,
  categories: readonly string[],
): Promise<void> {
  const { id, accountId, idempotencyKey, status, requestedAt, requestedOn, wrappedKey, representationId } =
    request;
  await within.execute(sql`
    WITH request AS (
      INSERT INTO data_request (id, account_id, idempotency_key, status, requested_at, requested_on, wrapped_key, representation_id)
      VALUES (${id}, ${accountId}, ${idempotencyKey}, ${status}, ${requestedAt.toISOString()}, ${requestedOn}, ${wrappedKey}, ${representationId})
    )
    INSERT INTO request_section (requested_on, request_id, category, position)
    SELECT ${requestedOn}::date, ${id}::uuid, category, position - 1
    FROM json_array_elements_text(${JSON.stringify(categories)}::json) WITH ORDINALITY AS pending (category, position)
  `);
}

type Windows = ReadonlyMap<string, DateWindow | null>;

/** Caches the windows of the categories by day. The cache holds only a few more days than requests are kept. */
function createWindows(catalogue: readonly Category[]): (day: LocalDate) => Windows {
  const known = new Map<LocalDate, Windows>();
  return (day) => {
    const windows = known.get(day) ?? new Map(catalogue.map(({ id, window }) => [id, windowOn(window, day)]));
    if (known.size > DAYS_REMEMBERED) known.clear();
    known.set(day, windows);
    return windows;
  };
}

/** @param stored the sections; `null` if the request has expired */
function toDataRequest(
  row: RequestRow,
  stored: readonly StoredSection[] | null,
  windows: Windows,
): DataRequest {
  const sections = (stored ?? []).map(({ category, outcome }): RequestSection => {
    return {
      category,
      status: outcome?.status ?? 'pending',
      window: windows.get(category) ?? null,
      recordCount: outcome?.recordCount ?? 0,
      months: outcome?.months ?? [],
      ...(outcome?.leftOut === undefined ? {} : { leftOut: outcome.leftOut }),
    };
  });
  const finished = sections.filter(({ status }) => status !== 'pending').length;
  return {
    id: row.id,
    status: stored === null ? 'expired' : row.status,
    progress: sections.length === 0 ? 1 : finished / sections.length,
    requestedAt: row.requestedAt.toISOString(),
    requestedOn: row.requestedOn,
    availableUntil: availableUntil(row.requestedOn),
    sections,
  };
}
