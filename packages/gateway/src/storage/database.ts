import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { ConstructorOptions } from 'pg-boss';

/** Runs queries, either directly on the database or in one transaction. */
export type Queries = PgDatabase<PgQueryResultHKT>;

/**
 * The only interface to SQL, which is the same for the embedded database and a PostgreSQL server. All access to
 * the database must go through this interface. Any other access would bypass the embedded database's transaction
 * lock, and an unrelated rollback could lose acknowledged rows.
 */
export interface Database {
  readonly kind: 'embedded' | 'postgresql';
  readonly queries: Queries;
  /** The options with which the job queue accesses the same database. */
  readonly queue: Pick<ConstructorOptions, 'backend' | 'connectionString' | 'db' | 'max'>;
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Performs the work that is due every minute. */
  runMaintenance(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The keys of advisory locks, one for each operation that only one of the processes sharing a database may perform at
 * a time. The constants only have to differ from one another.
 */
export const lockKeys = {
  migrations: 0x6d_68_62,
  'audit-chain': 0x6d_68_63,
  'day-partitions': 0x6d_68_64,
  'audit-head': 0x6d_68_65,
  'bound-rows': 0x6d_68_66,
};

/** Waits until no other transaction holds this lock, and then holds it until this transaction ends. */
export async function advisoryLock(queries: Queries, lock: keyof typeof lockKeys): Promise<void> {
  await queries.execute(sql`SELECT pg_advisory_xact_lock(${lockKeys[lock]})`);
}

/** Returns whether a statement failed because a row with the same key exists (SQLSTATE 23505, `unique_violation`). */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { readonly code?: unknown } | undefined)?.code === '23505';
