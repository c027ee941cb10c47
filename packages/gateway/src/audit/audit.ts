import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { ActivityAction } from '@mhb-kit/core/gateway';
import { beginning, countUnlinked, isSameMac, linkAfter, walkChain, type Link } from './audit-chain.js';
import type { AuditHead, AuditHeadFile } from './audit-head.js';
import { inBatches } from '../scheduling/batches.js';
import type { Clock } from '../scheduling/clock.js';
import { advisoryLock, lockKeys, type Database, type Queries } from '../storage/database.js';
import { auditRows } from '../storage/schema.js';

/**
 * An entry of the audit trail, which states who did what to which object. An entry contains only IDs. The person
 * can be found through these IDs as long as the account exists.
 */
export interface AuditEntry {
  readonly action: ActivityAction;
  /** The ID of the account whose data is concerned; `null` for actions of the gateway itself. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly subject: string | null;
  /**
   * The website on which the session was opened, if it is not one of our own pages. Set only for `session.open`.
   */
  readonly embedder?: string | null;
}

/**
 * Writes one or more entries. Resolves when they are on disk or, with `within`, when they are part of that
 * transaction. Entries are written one after the other, across all processes. Within a transaction, write an entry
 * as late as possible, because other processes wait until the transaction ends.
 */
export type Audit = (entry: AuditEntry | readonly AuditEntry[], within?: Queries) => Promise<void>;

export interface TrailReport {
  readonly entries: number;
  /** The position of the last entry; `null` if there are no entries. */
  readonly head: Pick<AuditHead, 'sequence' | 'mac'> | null;
  /** Descriptions of the inconsistencies found; empty if the trail is unchanged. */
  readonly faults: readonly string[];
}

export interface NotedHead {
  readonly head: AuditHead | null;
  /** Whether no head had been recorded before. In this case, the contents of the database were trusted. */
  readonly isFirst: boolean;
  /** Descriptions of the inconsistencies found. If there are any, the recorded head does not change. */
  readonly faults: readonly string[];
}

export interface AuditTrail {
  readonly write: Audit;
  /**
   * Follows the chain from the last recorded head, and records the new head. If no head has been recorded, trusts
   * the contents of the database, and adds MACs to entries that have none.
   */
  noteHead(): Promise<NotedHead>;
  /**
   * Trusts the contents of the database, as the first start does. Use this only after the operator has restored a
   * backup.
   */
  takeOver(): Promise<void>;
  /** Verifies the whole trail, and compares it with the recorded head. Changes nothing. */
  verify(): Promise<TrailReport>;
}

type NewRow = typeof auditRows.$inferInsert & AuditEntry;

const hexOf = ({ mac }: Link): string => Buffer.from(mac).toString('hex');

interface LastEntry {
  readonly sequence: string | null;
  readonly hash: Uint8Array | null;
}

/** @param entry `undefined` or without a position if the trail has no entries */
const linkOf = (entry: LastEntry | undefined): Link => ({
  sequence: Number(entry?.sequence ?? beginning.sequence),
  mac: entry?.hash ?? beginning.mac,
});

export function createAuditTrail(
  database: Database,
  key: Uint8Array,
  headFile: AuditHeadFile,
  clock: Clock,
): AuditTrail {
  /**
   * The last entry that this process knows to be committed. `isCut` tells whether an entry was found to be
   * missing.
   */
  let latest = beginning;
  let isCut = false;

  const lastOf = async (queries: Queries): Promise<Link> => {
    const { rows } = (await queries.execute(sql`SELECT sequence::text, hash FROM last_audit_entry`)) as {
      readonly rows: readonly LastEntry[];
    };
    return linkOf(rows[0]);
  };

  /** Takes the lock for appending until the transaction ends, and returns the last entry and new ids. */
  async function start(queries: Queries, count: number): Promise<{ ids: readonly number[]; last: Link }> {
    const { rows } = (await queries.execute(sql`
      SELECT id, sequence, hash FROM start_audit_entries(${lockKeys['audit-chain']}, ${count})
    `)) as { readonly rows: readonly (LastEntry & { readonly id: string })[] };
    return { ids: rows.map(({ id }) => Number(id)), last: linkOf(rows[0]) };
  }

  /** Appends entries within a transaction, and returns the position of the last one. */
  async function append(queries: Queries, rows: readonly NewRow[]): Promise<Link> {
    const { ids, last } = await start(queries, rows.length);
    let link = last;
    if (link.sequence < latest.sequence) isCut = true;
    const linked = rows.map((row, index) => {
      const { accountId, sessionId, action, subject, embedder = null, at } = row;
      const whole = { id: ids[index] ?? NaN, at, accountId, sessionId, action, subject, embedder };
      link = linkAfter(key, link, whole);
      return { ...whole, sequence: link.sequence, hash: hexOf(link) };
    });
    // One parameter instead of nine per entry: every read access is recorded, and building a long statement is a
    // noticeable part of its time.
    await queries.execute(sql`
      INSERT INTO audit (id, at, account_id, session_id, action, subject, embedder, sequence, hash)
      OVERRIDING SYSTEM VALUE
      SELECT id, at, "accountId", "sessionId", action, subject, embedder, sequence, decode(hash, 'hex')
      FROM json_to_recordset(${JSON.stringify(linked)}::json) AS entry (
        id bigint, at timestamptz, "accountId" uuid, "sessionId" uuid, action text, subject text, embedder text,
        sequence bigint, hash text
      )
    `);
    return link;
  }

  // Simultaneous entries share one commit, because every read access creates an entry.
  const writeAlone = inBatches<NewRow>(async (rows) => {
    latest = await database.transaction((queries) => append(queries, rows));
    return () => undefined;
  });

  /** Adds MACs to entries that were written by an early version without MACs. This happens only once. */
  async function linkOldEntries(queries: Queries): Promise<Link> {
    await advisoryLock(queries, 'audit-chain');
    let link = await lastOf(queries);
    for (;;) {
      const rows = await queries
        .select()
        .from(auditRows)
        .where(isNull(auditRows.sequence))
        .orderBy(asc(auditRows.id))
        .limit(1_000);
      if (rows.length === 0) return link;
      for (const row of rows) {
        link = linkAfter(key, link, row);
        await queries
          .update(auditRows)
          .set({ sequence: link.sequence, hash: link.mac })
          .where(eq(auditRows.id, row.id));
      }
    }
  }

  async function takeOver(queries: Queries): Promise<AuditHead> {
    const last = await linkOldEntries(queries);
    const [first] = await queries
      .select({ sequence: auditRows.sequence })
      .from(auditRows)
      .orderBy(asc(auditRows.sequence))
      .limit(1);
    const begin = (first?.sequence ?? 1) - 1;
    const head = { sequence: last.sequence, mac: hexOf(last), begin, notedAt: clock().toISOString() };
    await headFile.write(head);
    return head;
  }

  /**
   * Describes entries that are missing although they must exist, according to the recorded head or to this
   * process.
   */
  async function missing(queries: Queries, noted: AuditHead): Promise<readonly string[]> {
    const faults: string[] = isCut ? [`entries written by this process were cut off`] : [];
    for (const { sequence, mac } of [noted, { sequence: latest.sequence, mac: hexOf(latest) }]) {
      if (sequence === 0) continue;
      const [row] = await queries
        .select({ mac: auditRows.hash })
        .from(auditRows)
        .where(eq(auditRows.sequence, sequence));
      if (row === undefined) faults.push(`the end is missing: entry ${sequence} existed`);
      else if (row.mac === null || !isSameMac(row.mac, Buffer.from(mac, 'hex')))
        faults.push(`entry ${sequence} is not the one that was recorded`);
    }
    const unlinked = await countUnlinked(queries);
    if (unlinked > 0) faults.push(`${unlinked} entries have no MAC: the gateway did not write them`);
    return faults;
  }

  return {
    async write(entries, within) {
      const at = clock();
      const rows = [entries].flat().map((entry) => ({ ...entry, at }));
      if (within !== undefined) await append(within, rows);
      else await Promise.all(rows.map(writeAlone));
    },

    noteHead: () =>
      database.transaction(async (queries) => {
        // The lock is needed because several processes share the file.
        await advisoryLock(queries, 'audit-head');
        const noted = await headFile.read();
        if (noted === null) return { head: await takeOver(queries), isFirst: true, faults: [] };
        const start = { sequence: noted.sequence, mac: Buffer.from(noted.mac, 'hex') };
        const { last, faults } = await walkChain(queries, key, start);
        const all = [...(await missing(queries, noted)), ...faults];
        if (all.length > 0) return { head: noted, isFirst: false, faults: all };
        if (last.sequence === noted.sequence) return { head: noted, isFirst: false, faults: [] };
        const head = { ...noted, sequence: last.sequence, mac: hexOf(last), notedAt: clock().toISOString() };
        await headFile.write(head);
        return { head, isFirst: false, faults: [] };
      }),

    async takeOver() {
      await database.transaction(async (queries) => {
        await advisoryLock(queries, 'audit-head');
        await takeOver(queries);
      });
    },

    async verify() {
      const { queries } = database;
      const noted = await headFile.read();
      const begin = noted?.begin ?? 0;
      const start = { sequence: begin, mac: begin === 0 ? beginning.mac : null };
      const { entries, last, faults } = await walkChain(queries, key, start);
      const others =
        noted === null
          ? ['no head is recorded in the data folder: start the gateway once with it']
          : await missing(queries, noted);
      return {
        entries,
        head: entries === 0 ? null : { sequence: last.sequence, mac: hexOf(last) },
        faults: [...faults, ...others],
      };
    },
  };
}
