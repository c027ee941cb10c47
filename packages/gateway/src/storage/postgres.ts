import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { MhbError } from '@mhb-kit/core/error';
import type { Database } from './database.js';

/** The number of connections for calls. The job queue has additional connections. */
const CONNECTIONS = 10;
const QUEUE_CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 5_000;
/** None of the gateway's queries takes long. A query that does must not block a connection forever. */
const STATEMENT_TIMEOUT_MS = 15_000;
/**
 * The timeout in milliseconds for a server that no longer responds at all. Calls that share a query must not wait
 * for a dead connection.
 */
const ANSWER_TIMEOUT_MS = 20_000;

/**
 * Opens a PostgreSQL database, which any number of gateways can share.
 * @param onError Called for each broken connection; the pool replaces these connections.
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
  // If a connection breaks within a transaction, between two queries, only that connection's listeners are
  // notified, and without a listener the process would end. The pool is notified only about idle connections.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    const { message, code } = error as { readonly message: string; readonly code?: string };
    // This message is only for the operator. If several addresses were tried, the error has a code but no text.
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
