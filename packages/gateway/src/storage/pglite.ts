import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { fromPglite } from 'pg-boss';
import { MhbError } from '@mhb-kit/core/error';
import type { Database } from './database.js';
import { lockDirectory } from './directory-lock.js';
import { DurableNodeFS, durableStartParams } from './durable-node-fs.js';

/**
 * Opens the embedded database of a data folder, alone: the folder is locked until `close`.
 * @throws {MhbError} `data-folder-in-use`, `database-not-durable`
 */
export async function openEmbeddedDatabase(dataDirectory: string): Promise<Database> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(dataDirectory);
  try {
    const fileSystem = new DurableNodeFS(join(dataDirectory, 'database'));
    const pglite = await PGlite.create({ fs: fileSystem, startParams: [...durableStartParams] });
    try {
      await assertDurable(pglite, fileSystem);
    } catch (error) {
      await pglite.close();
      throw error;
    }
    const queries = drizzle({ client: pglite });
    return {
      kind: 'embedded',
      queries,
      queue: { backend: 'pglite', db: fromPglite(pglite) },
      async run(statements) {
        await pglite.exec(statements);
      },
      transaction: (work) => queries.transaction(work),
      async close() {
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** PostgreSQL says that fsync is on, and a commit really made one. */
async function assertDurable(pglite: PGlite, fileSystem: DurableNodeFS): Promise<void> {
  const { rows } = await pglite.query<{ fsync: string }>('SHOW fsync');
  const before = fileSystem.fsyncCount;
  await pglite.exec(`
    CREATE TABLE IF NOT EXISTS durability_probe (id integer PRIMARY KEY, probed_at timestamptz NOT NULL);
    INSERT INTO durability_probe VALUES (1, clock_timestamp())
      ON CONFLICT (id) DO UPDATE SET probed_at = clock_timestamp();
  `);
  if (rows[0]?.fsync !== 'on' || fileSystem.fsyncCount === before) {
    throw new MhbError('database-not-durable', 'The embedded database does not write commits to disk');
  }
}
