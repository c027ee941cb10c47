import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { MhbError } from '@mhb-kit/core/error';
import type { Database } from './database.js';

/** Connections for calls, and for the job queue beside them, of one process. */
const CONNECTIONS = 10;
const QUEUE_CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 5_000;
/** None of our queries takes long; one that does must not hold a connection for ever. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** When the server itself cannot say so any more: calls that share a query must not wait for a dead connection. */
const ANSWER_TIMEOUT_MS = 20_000;

/**
 * Opens a PostgreSQL database, which any number of gateways may share.
 * @param onError hears of connections that break; the pool replaces them.
 * @throws {MhbError} `database-unreachable`
 */
export async function openPostgresDatabase(url: string, onError: (error: Error) => void): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    application_name: 'mhb-gateway',
  });
  // A connection that breaks within a transaction, between two queries, tells nobody but its own listeners: without one
  // that ends the process. The pool hears of idle connections only.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    const { message, code } = error as { readonly message: string; readonly code?: string };
    // To the operator alone: of several addresses that were tried only the code is told.
    throw new MhbError('database-unreachable', `PostgreSQL: ${message || code}`, { cause: error });
  }
  const queries = drizzle({ client: pool });
  return {
    kind: 'postgresql',
    queries,
    queue: { backend: 'postgres', connectionString: url, max: QUEUE_CONNECTIONS },
    transaction: (work) => queries.transaction(work),
    runMaintenance: () => Promise.resolve(),
    close: () => pool.end(),
  };
}
