import { createHmac } from 'node:crypto';
import { and, asc, desc, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { MINUTE, later, type Clock } from './clock.js';
import { advisoryLock, type Database } from './storage/database.js';
import { auditRows } from './storage/schema.js';

/**
 * The audit trail as a chain: each entry is hashed together with the hash before it, under a key that is not in the
 * database, so that whoever can write to the database can neither change an entry nor take one out of the middle
 * unnoticed. Entries are linked shortly after they were written, by one process at a time: writers never wait for one
 * another. Cutting off the end shows only to who knows how far the chain went: write the head down from time to time.
 */
export interface AuditChain {
  /** Links what is not linked yet; answers with how many entries that were. */
  link(): Promise<number>;
  verify(): Promise<ChainReport>;
}

export interface ChainReport {
  readonly entries: number;
  /** Place and hash of the last entry; `null`: there is none. */
  readonly head: { readonly sequence: number; readonly hash: string } | null;
  /** What does not fit, in words; none: the trail is as it was written. */
  readonly faults: readonly string[];
}

type Row = typeof auditRows.$inferSelect;

const BATCH = 1_000;
/** Entries are linked every minute; one that waits much longer was slipped in, or nothing links. */
const LONGEST_WAIT = 10 * MINUTE;

export function createAuditChain(database: Database, key: Uint8Array, clock: Clock): AuditChain {
  function hashOf(previous: Uint8Array, sequence: number, row: Row): Uint8Array {
    const { id, at, accountId, sessionId, action, subject, embedder } = row;
    return createHmac('sha256', key)
      .update(previous)
      .update(
        JSON.stringify([sequence, id, at.toISOString(), accountId, sessionId, action, subject, embedder]),
      )
      .digest();
  }

  const linkSome = (): Promise<number> =>
    database.transaction(async (queries) => {
      await advisoryLock(queries, 'audit-chain');
      const [head] = await queries
        .select({ sequence: auditRows.sequence, hash: auditRows.hash })
        .from(auditRows)
        .where(isNotNull(auditRows.sequence))
        .orderBy(desc(auditRows.sequence))
        .limit(1);
      const rows = await queries
        .select()
        .from(auditRows)
        .where(isNull(auditRows.sequence))
        .orderBy(asc(auditRows.id))
        .limit(BATCH);
      if (rows.length === 0) return 0;
      let sequence = head?.sequence ?? 0;
      let hash: Uint8Array = head?.hash ?? new Uint8Array();
      const links = rows.map((row) => {
        sequence += 1;
        hash = hashOf(hash, sequence, row);
        return { id: row.id, sequence, hash: Buffer.from(hash).toString('hex') };
      });
      await queries.execute(sql`
        UPDATE audit SET sequence = link.sequence, hash = decode(link.hash, 'hex')
        FROM json_to_recordset(${JSON.stringify(links)}::json) AS link (id bigint, sequence bigint, hash text)
        WHERE audit.id = link.id`);
      return rows.length;
    });

  return {
    async link() {
      let all = 0;
      for (;;) {
        const some = await linkSome();
        all += some;
        if (some < BATCH) return all;
      }
    },

    async verify() {
      const faults: string[] = [];
      let entries = 0;
      let last: { readonly sequence: number; readonly hash: Uint8Array } | null = null;
      for (;;) {
        const rows: Row[] = await database.queries
          .select()
          .from(auditRows)
          .where(and(isNotNull(auditRows.sequence), gt(auditRows.sequence, last?.sequence ?? 0)))
          .orderBy(asc(auditRows.sequence))
          .limit(BATCH);
        for (const row of rows) {
          const sequence = row.sequence ?? 0;
          const hash: Uint8Array = row.hash ?? new Uint8Array();
          // What comes first after older entries were erased has nothing before it to be checked against.
          const previous: Uint8Array | null =
            last === null ? (sequence === 1 ? new Uint8Array() : null) : last.hash;
          if (last !== null && sequence !== last.sequence + 1)
            faults.push(`entries ${last.sequence + 1} to ${sequence - 1} are missing`);
          else if (previous !== null && !Buffer.from(hash).equals(hashOf(previous, sequence, row)))
            faults.push(`entry ${sequence} is not as it was written`);
          last = { sequence, hash };
          entries += 1;
        }
        if (rows.length < BATCH) break;
      }
      const [waiting] = await database.queries
        .select({ count: sql<number>`count(*)::int` })
        .from(auditRows)
        .where(and(isNull(auditRows.sequence), lt(auditRows.at, later(clock(), -LONGEST_WAIT))));
      if ((waiting?.count ?? 0) > 0) faults.push(`${waiting?.count} old entries are not part of the chain`);
      return {
        entries,
        head:
          last === null ? null : { sequence: last.sequence, hash: Buffer.from(last.hash).toString('hex') },
        faults,
      };
    },
  };
}
