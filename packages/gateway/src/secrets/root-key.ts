import { sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { GatewayKeys } from './gateway-keys.js';
import type { Database } from '../storage/database.js';

/**
 * Stores a check value of the root key in a new database, and compares it from then on: with another key,
 * no account would be found. An empty database accepts any key.
 * @throws {MhbError} `root-key-wrong`
 */
export async function assertRootKey({ queries }: Database, keys: GatewayKeys): Promise<void> {
  const knownBy = keys.lookup('root key', 'known by');
  await queries.execute(sql`INSERT INTO root_key (known_by) VALUES (${knownBy}) ON CONFLICT DO NOTHING`);
  const { rows } = (await queries.execute(sql`
    UPDATE root_key SET known_by = ${knownBy}
    WHERE known_by = ${knownBy} OR NOT EXISTS (
      SELECT FROM account UNION ALL SELECT FROM application UNION ALL SELECT FROM audit
    )
    RETURNING known_by
  `)) as { readonly rows: readonly unknown[] };
  if (rows.length === 0)
    throw new MhbError('root-key-wrong', 'The database was created with a different root key');
}

/** Whether a gateway has ever started on this database. */
export async function hasTables({ queries }: Database): Promise<boolean> {
  const { rows } = (await queries.execute(sql`SELECT to_regclass('root_key') IS NOT NULL AS made`)) as {
    readonly rows: readonly { readonly made: boolean }[];
  };
  return rows[0]?.made === true;
}
