import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { RawRecords, RecordsReader } from '@mhb-kit/core/fulfilment';
import type { LocalDate, LocalMonth } from '@mhb-kit/core/identity';
import type { LeftOut, SectionStatus } from '@mhb-kit/core/request';
import { open, openText, seal, sealText } from '../secrets/cipher.js';
import type { Queries } from '../storage/database.js';
import { requestSections } from '../storage/schema.js';

const gzipAside = promisify(gzip);
const gunzipAside = promisify(gunzip);

/** Up to this size, it costs more to hand the work to another thread than to do it in this one. */
const SMALL_BYTES = 64 * 1024;

const compress = async (bytes: Buffer): Promise<Buffer> =>
  bytes.length <= SMALL_BYTES ? gzipSync(bytes) : gzipAside(bytes);

/**
 * @param bytes data that the gateway itself has written and authenticated, so that its size after decompression is
 * known
 */
const decompress = async (bytes: Uint8Array): Promise<Buffer> =>
  bytes.length <= SMALL_BYTES / 8 ? gunzipSync(bytes) : gunzipAside(bytes);

/**
 * The outcome of fetching a category. It is stored encrypted, because even the outcome reveals something about the
 * person.
 */
export interface SectionOutcome {
  readonly status: Exclude<SectionStatus, 'pending'>;
  readonly recordCount: number;
  readonly months: readonly LocalMonth[];
  /** The size of the records as JSON. It is missing if an earlier version of the gateway fetched the category. */
  readonly byteLength?: number;
  /** The records that the source could not supply. Absent if there is nothing that the person needs to be told. */
  readonly leftOut?: readonly LeftOut[];
}

export interface StoredSection {
  readonly category: string;
  /** `null` while the category is pending. */
  readonly outcome: SectionOutcome | null;
}

const context = (requestId: string, category: string, part: string): string =>
  `request:${requestId}:${category}:${part}`;

/** A request with the key for reading its records. */
export interface OpenableRequest {
  readonly id: string;
  /** The day of the partition that contains the request. */
  readonly requestedOn: LocalDate;
  readonly key: Uint8Array;
  /** The sealed outcomes of all sections in one piece; `null` as long as an outcome may still change. */
  readonly outcomesSealed: Uint8Array | null;
}

/**
 * Seals all outcomes of a request in one piece, so that they can be read without a query for each section. Returns
 * `null` as long as an outcome may still change.
 */
export function sealOutcomes(
  { id, key }: Pick<OpenableRequest, 'id' | 'key'>,
  sections: readonly StoredSection[],
): Uint8Array | null {
  return sections.every(({ outcome }) => outcome !== null && outcome.status !== 'failed')
    ? sealText(
        key,
        JSON.stringify(sections.map(({ category, outcome }) => ({ category, outcome }))),
        context(id, '', 'outcomes'),
      )
    : null;
}

/**
 * Loads the sections of several requests. The sections of each request are in the order of the catalogue with
 * which it was made.
 */
export async function loadSections(
  queries: Queries,
  requests: readonly OpenableRequest[],
): Promise<ReadonlyMap<string, readonly StoredSection[]>> {
  const sections = new Map<string, StoredSection[]>();
  const changing: OpenableRequest[] = [];
  for (const request of requests) {
    const { id, key, outcomesSealed } = request;
    if (outcomesSealed === null) changing.push(request);
    sections.set(
      id,
      outcomesSealed === null
        ? []
        : (JSON.parse(openText(key, outcomesSealed, context(id, '', 'outcomes'))) as StoredSection[]),
    );
  }
  if (changing.length === 0) return sections;
  const keys = new Map(changing.map(({ id, key }) => [id, key]));
  const rows = await queries
    .select({
      requestId: requestSections.requestId,
      category: requestSections.category,
      outcome: requestSections.outcomeSealed,
    })
    .from(requestSections)
    .where(
      and(
        inArray(requestSections.requestedOn, [...new Set(changing.map(({ requestedOn }) => requestedOn))]),
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
  /** The records as JSON. */
  readonly records: Buffer;
}

/**
 * Writes the outcomes and records of several categories of a request, all in one statement, and returns how many
 * were written. A category whose records have already been stored is not changed.
 */
export async function finishSections(
  queries: Queries,
  { id: requestId, requestedOn, key }: OpenableRequest,
  finished: readonly FinishedSection[],
): Promise<number> {
  const rows = await Promise.all(
    finished.map(async ({ category, outcome, records }) => {
      const text = await compress(records);
      const outcomeSealed = sealText(key, JSON.stringify(outcome), context(requestId, category, 'outcome'));
      const recordsSealed = seal(key, text, context(requestId, category, 'records'));
      return sql`(${category}::text, ${outcome.status !== 'failed'}::boolean, ${outcomeSealed}::bytea, ${recordsSealed}::bytea)`;
    }),
  );
  const { rows: written } = (await queries.execute(sql`
    UPDATE ${requestSections} AS section
    SET finished = done.finished, outcome_sealed = done.outcome, records_sealed = done.records
    FROM (VALUES ${sql.join(rows, sql`, `)}) AS done (category, finished, outcome, records)
    WHERE section.requested_on = ${requestedOn} AND section.request_id = ${requestId} AND section.category = done.category AND NOT section.finished
    RETURNING section.category
  `)) as { readonly rows: readonly unknown[] };
  return written.length;
}

/**
 * The maximum size of a group of categories that are decrypted together, in bytes of JSON. A larger category forms
 * a group of its own.
 */
const GROUP_BYTES = 1024 * 1024;

function inGroups(sections: readonly StoredSection[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let room = 0;
  for (const { category, outcome } of sections) {
    const size = outcome?.byteLength ?? Infinity;
    if (size > room) {
      groups.push([]);
      room = GROUP_BYTES;
    }
    groups.at(-1)?.push(category);
    room -= size;
  }
  return groups;
}

/**
 * Creates a function that reads the records of a request, one category at a time, so that at most one group of
 * categories is in memory. Read the categories in the order of the sections, so that each group is loaded only
 * once.
 */
export function createRecordsReader(
  queries: Queries,
  request: OpenableRequest,
  sections: readonly StoredSection[],
): RecordsReader {
  const groups = inGroups(sections);
  let group: readonly string[] | undefined;
  let records: ReadonlyMap<string, RawRecords> = new Map();
  return async (category) => {
    const wanted = groups.find((each) => each.includes(category));
    if (wanted === undefined) return undefined;
    if (wanted !== group) {
      // The previous group is released before the next one is loaded.
      records = new Map();
      records = await loadRecords(queries, request, wanted);
      group = wanted;
    }
    return records.get(category);
  };
}

/** Loads and decrypts the records of some categories, and returns them by category. */
async function loadRecords(
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
