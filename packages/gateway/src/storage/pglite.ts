import { rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { fromPglite } from 'pg-boss';
import { MhbError } from '@mhb-kit/core/error';
import { unpackTemplate } from './database-template.js';
import type { Database } from './database.js';
import { lockDirectory } from './directory-lock.js';
import { listFolder, syncPath, syncTree } from './durable-files.js';
import { DurableNodeFS, durableStartParams } from './durable-node-fs.js';
import { closeTree, makePrivate } from './private-folder.js';
import { createTurns } from './turns.js';

const MEGABYTE = 1024 * 1024;
/** The size of two segments of PostgreSQL's log. PostgreSQL is not restarted if less space is free. */
const ROOM_TO_START = 32 * MEGABYTE;
/**
 * The minimum free space for a checkpoint. A checkpoint needs hardly any space and frees some, but if there were
 * none at all, it would stop PostgreSQL.
 */
const ROOM_TO_CHECK = MEGABYTE;
/**
 * A checkpoint is made whenever the log has grown by this many megabytes. Embedded PostgreSQL makes no checkpoints
 * on its own, so otherwise its log and the time for a restart would grow without limit.
 */
const LOG_MB = 64;
/**
 * The size of PostgreSQL's cache in megabytes. The default of 128 MB would cost 128 MB of memory and a tenth of a
 * second at each start, although the frequently read data takes only a few megabytes, and the operating system
 * caches the rest.
 */
const BUFFERS_MB = 32;

/**
 * Opens the embedded database of a data folder exclusively. The folder is locked until `close` is called. A new
 * database is created only if there is none at all, so that a folder with missing parts does not silently become
 * empty.
 * @throws {MhbError} `data-folder-in-use`, `database-not-durable`, `database-incomplete`, `database-damaged`
 */
export async function openEmbeddedDatabase(dataDirectory: string): Promise<Database> {
  await makePrivate(dataDirectory);
  const lock = await lockDirectory(dataDirectory);
  try {
    const folder = join(dataDirectory, 'database');
    const held = await listFolder(folder);
    if (held.length === 0) await initialize(folder);
    else if (!held.includes('PG_VERSION')) {
      throw new MhbError('database-incomplete', `${folder} contains files, but not PG_VERSION`);
    }
    // PGlite makes every file that it creates readable by everyone, regardless of the process's umask.
    await closeTree(folder);
    const server = await startServer(folder);
    const queries = drizzle({ client: server.client });
    return {
      kind: 'embedded',
      queries,
      queue: { backend: 'pglite', db: fromPglite(server.client) },
      transaction: (work) => queries.transaction(work),
      runMaintenance: () => server.checkpoint(),
      async close() {
        await server.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface EmbeddedServer {
  /** The methods of PGlite that are used here. After PostgreSQL has stopped, they use a new instance. */
  readonly client: PGlite;
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL, and restarts it when necessary. If the disk has no space for its log, PostgreSQL stops
 * permanently. It is restarted with the same folder once there is space again. The log contains everything that
 * was acknowledged.
 */
async function startServer(folder: string): Promise<EmbeddedServer> {
  let running = await openFirst(folder);
  let restarting: Promise<void> | null = null;
  const inTurn = createTurns();

  async function restart(): Promise<void> {
    if ((await roomIn(folder)) < ROOM_TO_START) throw stoppedError();
    running.files.abandon();
    running = await openPglite(folder);
  }

  async function current(): Promise<PGlite> {
    if (running.files.stopped) {
      restarting ??= restart().finally(() => {
        restarting = null;
      });
      await restarting;
    }
    return running.pglite;
  }

  const client: Pick<PGlite, 'query' | 'exec' | 'transaction' | 'listen'> = {
    query: (...parameters) => inTurn(async () => (await current()).query(...parameters)),
    exec: (...parameters) => inTurn(async () => (await current()).exec(...parameters)),
    transaction: (work) => inTurn(async () => (await current()).transaction(work)),
    // A listener is not registered again after a restart. This does no harm, because the queue also polls.
    listen: async (...parameters) => (await current()).listen(...parameters),
  };

  return {
    client: client as PGlite,
    async checkpoint() {
      if ((await roomIn(folder)) < ROOM_TO_CHECK) return;
      const { rows } = await client.query<{ due: boolean }>(
        `SELECT pg_current_wal_lsn() - redo_lsn > ${LOG_MB * MEGABYTE} AS due FROM pg_control_checkpoint()`,
      );
      if (rows[0]?.due === true) await client.exec('CHECKPOINT');
    },
    async close() {
      if (running.files.stopped) running.files.abandon();
      else await running.pglite.close();
    },
  };
}

/**
 * PostgreSQL writes the reason why it does not start only to its own log, so the error can report only the failure
 * itself.
 */
async function openFirst(folder: string): Promise<OpenedPglite> {
  try {
    return await openPglite(folder);
  } catch (cause) {
    if (cause instanceof MhbError) throw cause;
    if ((await roomIn(folder)) < ROOM_TO_START) throw stoppedError();
    throw new MhbError('database-damaged', `PostgreSQL does not start with the folder ${folder}`, { cause });
  }
}

/** Returns the number of bytes available to this process. */
async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

interface OpenedPglite {
  readonly pglite: PGlite;
  readonly files: DurableNodeFS;
}

const stoppedError = (): MhbError =>
  new MhbError('service-unavailable', 'The embedded database has stopped', { retriable: true });

/**
 * Converts the hexadecimal text of a `bytea` value to bytes. PGlite's own conversion makes a call for every byte, which
 * takes half of the time of a gateway under load.
 */
const bytesOfText = (text: string): Uint8Array => Buffer.from(text.slice(2), 'hex');
const textOfBytes = (bytes: Uint8Array): string =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;

async function openPglite(folder: string): Promise<OpenedPglite> {
  const files = new DurableNodeFS(folder);
  class Guarded extends PGlite {
    /** All statements pass through this method. PGlite would wait forever for a stopped instance. */
    override execProtocolRawSync(message: Uint8Array): Uint8Array {
      if (files.stopped) throw stoppedError();
      return super.execProtocolRawSync(message);
    }
  }
  const pglite = new Guarded({
    fs: files,
    startParams: [
      ...durableStartParams,
      ...['-c', `max_wal_size=${2 * LOG_MB}MB`],
      ...['-c', `shared_buffers=${BUFFERS_MB}MB`],
    ],
    parsers: { [types.BYTEA]: bytesOfText },
    serializers: { [types.BYTEA]: textOfBytes },
  });
  try {
    await pglite.waitReady;
  } catch (error) {
    files.abandon();
    throw error;
  }
  try {
    await assertDurable(pglite, files);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return { pglite, files };
}

/**
 * Creates a new database under another name, and renames it once it is completely on disk. PGlite's initdb does
 * not sync anything to disk, so a power failure in the first 30 seconds or so would otherwise leave a database
 * that cannot be opened. If the build has written a template, this unpacks it, because initdb itself takes
 * seconds.
 */
async function initialize(folder: string): Promise<void> {
  const aside = `${folder}.new`;
  await rm(aside, { recursive: true, force: true });
  if (!(await unpackTemplate(aside))) {
    const pglite = await PGlite.create({
      fs: new DurableNodeFS(aside),
      startParams: [...durableStartParams],
    });
    await pglite.close();
  }
  await closeTree(aside);
  await syncTree(aside);
  await rename(aside, folder);
  await syncPath(dirname(folder));
}

/** Checks that PostgreSQL reports that fsync is on, and that a commit actually syncs to disk. */
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
