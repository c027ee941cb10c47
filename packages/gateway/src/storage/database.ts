import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { ConstructorOptions } from 'pg-boss';

/** Runs queries: the database itself or one transaction. */
export type Queries = PgDatabase<PgQueryResultHKT>;

/**
 * The one port to SQL, the same for the embedded database and a PostgreSQL server. Everything that touches the
 * database goes through it: a second way in would bypass the embedded database's transaction lock, and an unrelated
 * rollback would swallow acknowledged rows.
 */
export interface Database {
  readonly kind: 'embedded' | 'postgresql';
  readonly queries: Queries;
  /** How the job queue reaches the same database. */
  readonly queue: Pick<ConstructorOptions, 'backend' | 'connectionString' | 'db' | 'max'>;
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** What is due every minute. */
  runMaintenance(): Promise<void>;
  close(): Promise<void>;
}

/** What processes on one database do one after the other; any constants will do, as long as they differ. */
const turns = {
  migrations: 0x6d_68_62,
  'audit-chain': 0x6d_68_63,
  'day-partitions': 0x6d_68_64,
  'audit-head': 0x6d_68_65,
  'bound-rows': 0x6d_68_66,
};

/** Waits until no other transaction holds this turn, and holds it to the end of this one. */
export async function advisoryLock(queries: Queries, turn: keyof typeof turns): Promise<void> {
  await queries.execute(sql`SELECT pg_advisory_xact_lock(${turns[turn]})`);
}
