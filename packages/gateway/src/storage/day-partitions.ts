import { sql } from 'drizzle-orm';
import { isLocalDate, type LocalDate } from '@mhb-kit/core/identity';
import { advisoryLock, type Database, type Queries } from './database.js';

/**
 * The partitions of the tables with requested data. There is one partition per Taipei day, which is created before
 * the day's first request and dropped when the day has expired.
 */
export interface DayPartitions {
  ensure(day: LocalDate): Promise<void>;
  days(): Promise<readonly LocalDate[]>;
  drop(day: LocalDate): Promise<void>;
}

const partitioned = ['request_section', 'archive'] as const;

/** How long to wait for a lock before giving up. The wait is limited because other queries queue behind it. */
const LOCK_TIMEOUT_MS = 5_000;

const partitionOf = (table: string, day: LocalDate): string => `${table}_${day.replaceAll('-', '')}`;

export function createDayPartitions(database: Database): DayPartitions {
  const known = new Set<LocalDate>();

  /**
   * Changes partitions in one process at a time, because creating the same partition twice would fail.
   */
  function change(work: (queries: Queries) => Promise<void>): Promise<void> {
    return database.transaction(async (queries) => {
      await queries.execute(sql.raw(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`));
      await advisoryLock(queries, 'day-partitions');
      await work(queries);
    });
  }

  async function make(day: LocalDate): Promise<void> {
    await change(async (queries) => {
      for (const table of partitioned) {
        const name = partitionOf(table, day);
        const found = (await queries.execute(sql`SELECT to_regclass(${name}) IS NOT NULL AS found`)) as {
          rows: readonly { found: boolean }[];
        };
        if (found.rows[0]?.found === true) continue;
        // The table is attached when it is complete. Unlike `CREATE TABLE … PARTITION OF`, this blocks no other
        // queries.
        await queries.execute(
          sql.raw(`CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`),
        );
        await queries.execute(
          sql.raw(`ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES IN ('${day}')`),
        );
      }
    });
    known.add(day);
  }

  return {
    async ensure(day) {
      if (!known.has(day) && isLocalDate(day)) await make(day);
    },
    async days() {
      const { rows } = (await database.queries.execute(sql`
        SELECT right(relname, 8) AS day FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = 'request_section'::regclass
      `)) as { rows: readonly { readonly day: string }[] };
      return rows
        .map(({ day }) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`)
        .filter(isLocalDate)
        .sort();
    },
    async drop(day) {
      known.delete(day);
      if (!isLocalDate(day)) return;
      await change(async (queries) => {
        for (const table of partitioned) {
          await queries.execute(sql.raw(`DROP TABLE IF EXISTS ${partitionOf(table, day)}`));
        }
      });
    },
  };
}
