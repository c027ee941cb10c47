import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { taipeiDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import {
  availableUntil,
  isExpired,
  windowOn,
  type Category,
  type DataRequest,
  type RequestSection,
} from '@mhb-kit/core/request';
import type { Clock } from '../clock.js';
import type { DayKeys } from '../secrets/day-keys.js';
import type { Database, Queries } from '../storage/database.js';
import type { DayPartitions } from '../storage/day-partitions.js';
import { accounts, dataRequests } from '../storage/schema.js';
import { unwrapKey, wrapNewKey, type KeyedRequest } from './request-keys.js';
import type { JobQueue } from '../jobs/jobs.js';
import type { RequestJob } from './request-worker.js';
import { insertPendingSections, loadSections, type StoredSection } from './section-store.js';

type RequestRow = typeof dataRequests.$inferSelect;

/** A request that its owner may reach, with its key. */
export interface OwnRequest extends KeyedRequest {
  readonly key: Uint8Array;
  readonly sections: readonly StoredSection[];
}

export interface Requests {
  /**
   * Makes a request, or answers with the one already made under this key, or with the one still running.
   * `created` tells which.
   */
  create(
    accountId: string,
    idempotencyKey: string,
    alsoWithin: (queries: Queries, requestId: string) => Promise<void>,
  ): Promise<{ readonly request: DataRequest; readonly created: boolean }>;
  /** Newest first. */
  list(accountId: string): Promise<readonly DataRequest[]>;
  /** @throws {MhbError} `not-found` (also for other people's), `request-expired` */
  get(accountId: string, requestId: string): Promise<DataRequest>;
  /** The same with its key, for reading its records. */
  openOwn(accountId: string, requestId: string): Promise<OwnRequest>;
}

export interface RequestsParts {
  readonly database: Database;
  readonly catalogue: readonly Category[];
  readonly dayKeys: DayKeys;
  readonly partitions: DayPartitions;
  readonly queue: JobQueue<RequestJob>;
  readonly clock: Clock;
}

/** How many requests a list holds: more than a person makes in the time anything of them is kept. */
const LIST_LIMIT = 50;

export function createRequests(parts: RequestsParts): Requests {
  const { database, catalogue, dayKeys, partitions, queue, clock } = parts;
  const { queries } = database;

  const hasExpired = (row: RequestRow): boolean => row.status === 'expired' || isExpired(row, clock());

  async function view(rows: readonly RequestRow[]): Promise<DataRequest[]> {
    const live = rows.filter((row) => !hasExpired(row));
    const openable = await Promise.all(
      live.map(async (row) => ({
        id: row.id,
        requestedOn: row.requestedOn,
        key: await unwrapKey(dayKeys, row),
      })),
    );
    const sections = await loadSections(queries, openable);
    return rows.map((row) => toDataRequest(row, sections.get(row.id) ?? null, catalogue));
  }

  async function viewOne(row: RequestRow): Promise<DataRequest> {
    const [request] = await view([row]);
    if (request === undefined) throw new MhbError('not-found', 'No such request');
    return request;
  }

  /** A request of another person is not there: who asks learns nothing else. */
  async function ownRow(accountId: string, requestId: string): Promise<RequestRow> {
    const [row] = await queries
      .select()
      .from(dataRequests)
      .where(and(eq(dataRequests.id, requestId), eq(dataRequests.accountId, accountId)));
    if (row === undefined) throw new MhbError('not-found', 'No such request');
    if (hasExpired(row)) {
      throw new MhbError('request-expired', 'The request has expired');
    }
    return row;
  }

  async function findExisting(
    within: Queries,
    accountId: string,
    idempotencyKey: string,
  ): Promise<RequestRow | undefined> {
    const ofAccount = eq(dataRequests.accountId, accountId);
    const [repeated] = await within
      .select()
      .from(dataRequests)
      .where(and(ofAccount, eq(dataRequests.idempotencyKey, idempotencyKey)));
    if (repeated !== undefined) return repeated;
    const running = await within
      .select()
      .from(dataRequests)
      .where(and(ofAccount, inArray(dataRequests.status, ['accepted', 'in-progress'])))
      .orderBy(desc(dataRequests.requestedAt));
    return running.find((row) => !isExpired(row, clock()));
  }

  return {
    async create(accountId, idempotencyKey, alsoWithin) {
      const now = clock();
      const requestedOn = taipeiDate(now);
      const id = randomUUID();
      const wrappedKey = await wrapNewKey(dayKeys, id, requestedOn);
      await partitions.ensure(requestedOn);
      const { row, created } = await database.transaction(async (within) => {
        // Two presses at once queue here, so the second finds the first.
        await within
          .select({ id: accounts.id })
          .from(accounts)
          .where(eq(accounts.id, accountId))
          .for('update');
        const existing = await findExisting(within, accountId, idempotencyKey);
        if (existing !== undefined) return { row: existing, created: false };
        const fresh: RequestRow = {
          id,
          accountId,
          idempotencyKey,
          status: 'accepted',
          requestedAt: now,
          requestedOn,
          wrappedKey,
        };
        await within.insert(dataRequests).values(fresh);
        await insertPendingSections(
          within,
          fresh,
          catalogue.map((category) => category.id),
        );
        await queue.send(within, { requestId: id });
        await alsoWithin(within, id);
        return { row: fresh, created: true };
      });
      return { request: await viewOne(row), created };
    },
    async list(accountId) {
      const rows = await queries
        .select()
        .from(dataRequests)
        .where(eq(dataRequests.accountId, accountId))
        .orderBy(desc(dataRequests.requestedAt))
        .limit(LIST_LIMIT);
      return view(rows);
    },
    async get(accountId, requestId) {
      return viewOne(await ownRow(accountId, requestId));
    },
    async openOwn(accountId, requestId) {
      const row = await ownRow(accountId, requestId);
      const key = await unwrapKey(dayKeys, row);
      const sections = await loadSections(queries, [{ id: row.id, requestedOn: row.requestedOn, key }]);
      return { ...row, key, sections: sections.get(row.id) ?? [] };
    },
  };
}

/** @param stored `null` once expired. */
function toDataRequest(
  row: RequestRow,
  stored: readonly StoredSection[] | null,
  catalogue: readonly Category[],
): DataRequest {
  const sections = (stored ?? []).map(({ category, outcome }): RequestSection => {
    const rule = catalogue.find(({ id }) => id === category)?.window;
    return {
      category,
      status: outcome?.status ?? 'pending',
      window: rule === undefined ? null : windowOn(rule, row.requestedOn),
      recordCount: outcome?.recordCount ?? 0,
      months: outcome?.months ?? [],
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
