import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { LocalMonth } from '@mhb-kit/core/identity';
import type { SectionStatus } from '@mhb-kit/core/request';
import type { RawRecords } from '../records/raw-rows.js';
import { open, openText, seal, sealText } from '../secrets/cipher.js';
import type { Queries } from '../storage/database.js';
import { requestSections } from '../storage/schema.js';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

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
  requestId: string,
  categories: readonly string[],
): Promise<void> {
  await queries
    .insert(requestSections)
    .values(categories.map((category, position) => ({ requestId, category, position })));
}

/** The sections of one request in the order of the catalogue it was made with. */
export async function loadSections(
  queries: Queries,
  requestId: string,
  key: Uint8Array,
): Promise<readonly StoredSection[]> {
  const rows = await queries
    .select({ category: requestSections.category, outcome: requestSections.outcomeSealed })
    .from(requestSections)
    .where(eq(requestSections.requestId, requestId))
    .orderBy(asc(requestSections.position));
  return rows.map(({ category, outcome }) => ({
    category,
    outcome:
      outcome === null
        ? null
        : (JSON.parse(openText(key, outcome, context(requestId, category, 'outcome'))) as SectionOutcome),
  }));
}

/** Writes how a category ended; a category that has its records keeps them. */
export async function finishSection(
  queries: Queries,
  requestId: string,
  category: string,
  key: Uint8Array,
  outcome: SectionOutcome,
  records: RawRecords,
): Promise<void> {
  const text = Buffer.from(JSON.stringify(records));
  await queries
    .update(requestSections)
    .set({
      finished: outcome.status !== 'failed',
      outcomeSealed: sealText(key, JSON.stringify(outcome), context(requestId, category, 'outcome')),
      recordsSealed: seal(key, await compress(text), context(requestId, category, 'records')),
    })
    .where(
      and(
        eq(requestSections.requestId, requestId),
        eq(requestSections.category, category),
        eq(requestSections.finished, false),
      ),
    );
}

/** The records of some categories, by category. */
export async function loadRecords(
  queries: Queries,
  requestId: string,
  key: Uint8Array,
  categories: readonly string[],
): Promise<ReadonlyMap<string, RawRecords>> {
  const rows = await queries
    .select({ category: requestSections.category, records: requestSections.recordsSealed })
    .from(requestSections)
    .where(and(eq(requestSections.requestId, requestId), inArray(requestSections.category, [...categories])));
  const opened = new Map<string, RawRecords>();
  for (const { category, records } of rows) {
    if (records === null) continue;
    const bytes = await decompress(open(key, records, context(requestId, category, 'records')));
    opened.set(category, JSON.parse(bytes.toString()) as RawRecords);
  }
  return opened;
}
