import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { fromPglite } from 'pg-boss';
import { MhbError } from '@mhb-kit/core/error';
import { databaseTemplate } from './database-template.js';
import type { Database } from './database.js';
import { lockDirectory } from './directory-lock.js';
import { syncPath, syncTree } from './durable-files.js';
import { DurableNodeFS, durableStartParams } from './durable-node-fs.js';

/**
 * Opens the embedded database of a data folder, alone: the folder is locked until `close`.
 * @throws {MhbError} `data-folder-in-use`, `database-not-durable`
 */
export async function openEmbeddedDatabase(dataDirectory: string): Promise<Database> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(dataDirectory);
  try {
    const folder = join(dataDirectory, 'database');
    if (!existsSync(folder)) await initialize(folder);
    const fileSystem = new DurableNodeFS(folder);
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

/**
 * Makes a new database aside and gives it its name when all of it is on disk. PGlite's initdb syncs nothing, so that a
 * power cut within the first half minute would leave a database that never opens again. Unpacked from the build's
 * template where there is one: initdb itself takes seconds.
 */
async function initialize(folder: string): Promise<void> {
  const aside = `${folder}.new`;
  await rm(aside, { recursive: true, force: true });
  const template = await readFile(databaseTemplate).catch(() => null);
  const pglite = await PGlite.create({
    fs: new DurableNodeFS(aside),
    startParams: [...durableStartParams],
    ...(template === null ? {} : { loadDataDir: new Blob([template]) }),
  });
  await pglite.close();
  await syncTree(aside);
  await rename(aside, folder);
  await syncPath(dirname(folder));
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
