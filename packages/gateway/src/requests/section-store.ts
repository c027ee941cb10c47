import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { LocalDate, LocalMonth } from '@mhb-kit/core/identity';
import type { SectionStatus } from '@mhb-kit/core/request';
import type { RawRecords } from '../records/raw-rows.js';
import { open, openText, seal, sealText } from '../secrets/cipher.js';
import type { Queries } from '../storage/database.js';
import { requestSections } from '../storage/schema.js';

const gzipAside = promisify(gzip);
const gunzipAside = promisify(gunzip);

/** Up to this size handing the work to another thread costs more than the work. */
const SMALL_BYTES = 64 * 1024;

const compress = async (bytes: Buffer): Promise<Buffer> =>
  bytes.length <= SMALL_BYTES ? gzipSync(bytes) : gzipAside(bytes);

/** @param bytes ours, and authenticated: their expansion is what was compressed. */
const decompress = async (bytes: Uint8Array): Promise<Buffer> =>
  bytes.length <= SMALL_BYTES / 8 ? gunzipSync(bytes) : gunzipAside(bytes);

/** How a category of a request ended; sealed, because already this tells something about the person. */
export interface SectionOutcome {
  readonly status: Exclude<SectionStatus, 'pending'>;
  readonly recordCount: number;
  readonly months: readonly LocalMonth[];
}

export interface StoredSection {
  readonly category: string;
  /** `null` while pending. */
  readonly outcome: SectionOutcome | null;
}

const context = (requestId: string, category: string, part: string): string =>
  `request:${requestId}:${category}:${part}`;

export async function insertPendingSections(
  queries: Queries,
  { id: requestId, requestedOn }: Pick<OpenableRequest, 'id' | 'requestedOn'>,
  categories: readonly string[],
): Promise<void> {
  await queries
    .insert(requestSections)
    .values(categories.map((category, position) => ({ requestedOn, requestId, category, position })));
}

/** A request and the key of its records. */
export interface OpenableRequest {
  readonly id: string;
  /** Which partition holds it. */
  readonly requestedOn: LocalDate;
  readonly key: Uint8Array;
}

/** The sections of some requests, by request, each in the order of the catalogue it was made with. */
export async function loadSections(
  queries: Queries,
  requests: readonly OpenableRequest[],
): Promise<ReadonlyMap<string, readonly StoredSection[]>> {
  const keys = new Map(requests.map(({ id, key }) => [id, key]));
  const sections = new Map<string, StoredSection[]>(requests.map(({ id }) => [id, []]));
  if (requests.length === 0) return sections;
  const rows = await queries
    .select({
      requestId: requestSections.requestId,
      category: requestSections.category,
      outcome: requestSections.outcomeSealed,
    })
    .from(requestSections)
    .where(
      and(
        inArray(requestSections.requestedOn, [...new Set(requests.map(({ requestedOn }) => requestedOn))]),
        inArray(requestSections.requestId, [...keys.keys()]),
      ),
    )
    .orderBy(asc(requestSections.position));
  for (const { requestId, category, outcome } of rows) {
    const key = keys.get(requestId);
    if (key === undefined) continue;
    sections.get(requestId)?.push({
      category,
      outcome:
        outcome === null
          ? null
          : (JSON.parse(openText(key, outcome, context(requestId, category, 'outcome'))) as SectionOutcome),
    });
  }
  return sections;
}

export interface FinishedSection {
  readonly category: string;
  readonly outcome: SectionOutcome;
  readonly records: RawRecords;
}

/** Writes how some categories of a request ended, all or none; a category that has its records keeps them. */
export async function finishSections(
  queries: Queries,
  { id: requestId, requestedOn, key }: OpenableRequest,
  finished: readonly FinishedSection[],
): Promise<void> {
  const rows = await Promise.all(
    finished.map(async ({ category, outcome, records }) => {
      const text = await compress(Buffer.from(JSON.stringify(records)));
      const outcomeSealed = sealText(key, JSON.stringify(outcome), context(requestId, category, 'outcome'));
      const recordsSealed = seal(key, text, context(requestId, category, 'records'));
      return sql`(${category}::text, ${outcome.status !== 'failed'}::boolean, ${outcomeSealed}::bytea, ${recordsSealed}::bytea)`;
    }),
  );
  await queries.execute(sql`
    UPDATE ${requestSections} AS section
    SET finished = done.finished, outcome_sealed = done.outcome, records_sealed = done.records
    FROM (VALUES ${sql.join(rows, sql`, `)}) AS done (category, finished, outcome, records)
    WHERE section.requested_on = ${requestedOn} AND section.request_id = ${requestId} AND section.category = done.category AND NOT section.finished
  `);
}

/** The records of some categories, by category. */
export async function loadRecords(
  queries: Queries,
  { id: requestId, requestedOn, key }: OpenableRequest,
  categories: readonly string[],
): Promise<ReadonlyMap<string, RawRecords>> {
  const rows = await queries
    .select({ category: requestSections.category, records: requestSections.recordsSealed })
    .from(requestSections)
    .where(
      and(
        eq(requestSections.requestedOn, requestedOn),
        eq(requestSections.requestId, requestId),
        inArray(requestSections.category, [...categories]),
      ),
    );
  const opened = new Map<string, RawRecords>();
  for (const { category, records } of rows) {
    if (records === null) continue;
    const bytes = await decompress(open(key, records, context(requestId, category, 'records')));
    opened.set(category, JSON.parse(bytes.toString()) as RawRecords);
  }
  return opened;
}
