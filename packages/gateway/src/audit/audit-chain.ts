import { createHmac } from 'node:crypto';
import { asc, gt, isNull, sql, and, isNotNull } from 'drizzle-orm';
import type { Queries } from '../storage/database.js';
import { auditRows } from '../storage/schema.js';

/**
 * An entry of the audit trail, which is a hash chain. When an entry is written, it gets a MAC over its columns and
 * the previous MAC, computed with a key that is not in the database. Someone who can only write to the database
 * therefore cannot change an entry, remove one from the middle, or add one without being detected.
 */
export type AuditRow = typeof auditRows.$inferSelect;

/** A position in the chain, with the MAC of the entry at this position. */
export interface Link {
  /** The number of the entry; 0 for the position before the first entry. */
  readonly sequence: number;
  readonly mac: Uint8Array;
}

export const beginning: Link = { sequence: 0, mac: new Uint8Array() };

const BATCH = 1_000;

export const isSameMac = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(other);

/** Returns the position and the MAC of an entry that follows the given position. */
export function linkAfter(
  key: Uint8Array,
  { sequence: before, mac }: Link,
  row: Omit<AuditRow, 'sequence' | 'hash'>,
): Link {
  const sequence = before + 1;
  const { id, at, accountId, sessionId, action, subject, embedder } = row;
  const content = [sequence, id, at.toISOString(), accountId, sessionId, action, subject, embedder];
  return {
    sequence,
    mac: createHmac('sha256', key).update(mac).update(JSON.stringify(content)).digest(),
  };
}

export interface Walk {
  readonly entries: number;
  /** The last entry that was found, or the start position if there was none. */
  readonly last: Link;
  /** Descriptions of the inconsistencies found. */
  readonly faults: readonly string[];
}

/**
 * Follows the chain from a given position, and verifies each entry.
 * @param start the position before the first entry to verify; if its MAC is `null`, the first entry is trusted
 */
export async function walkChain(
  queries: Queries,
  key: Uint8Array,
  start: { readonly sequence: number; readonly mac: Uint8Array | null },
): Promise<Walk> {
  const faults: string[] = [];
  let entries = 0;
  let { sequence, mac } = start;
  for (;;) {
    const rows: AuditRow[] = await queries
      .select()
      .from(auditRows)
      .where(and(isNotNull(auditRows.sequence), gt(auditRows.sequence, sequence)))
      .orderBy(asc(auditRows.sequence))
      .limit(BATCH);
    for (const row of rows) {
      const place = row.sequence ?? 0;
      const found: Uint8Array = row.hash ?? new Uint8Array();
      if (place !== sequence + 1) faults.push(`entries ${sequence + 1} to ${place - 1} are missing`);
      else if (mac !== null && !isSameMac(found, linkAfter(key, { sequence, mac }, row).mac))
        faults.push(`entry ${place} was changed after it was written`);
      sequence = place;
      mac = found;
      entries += 1;
    }
    if (rows.length < BATCH) return { entries, last: { sequence, mac: mac ?? new Uint8Array() }, faults };
  }
}

/** Counts the entries that have no MAC. The gateway never writes such entries. */
export async function countUnlinked(queries: Queries): Promise<number> {
  const [row] = await queries
    .select({ count: sql<number>`count(*)::int` })
    .from(auditRows)
    .where(isNull(auditRows.sequence));
  return row?.count ?? 0;
}
