import { sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { GatewayKeys } from './gateway-keys.js';
import type { Database } from '../storage/database.js';

/**
 * Checks that the database belongs to this root key, because with another key, no account would be found. A new
 * database stores a check value of the first root key. As long as it contains no data, it accepts any key.
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

/** Checks whether a gateway has ever started on this database. */
export async function hasTables({ queries }: Database): Promise<boolean> {
  const { rows } = (await queries.execute(sql`SELECT to_regclass('root_key') IS NOT NULL AS made`)) as {
    readonly rows: readonly { readonly made: boolean }[];
  };
  return rows[0]?.made === true;
}
