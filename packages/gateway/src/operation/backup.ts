import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { Clock } from '../scheduling/clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import { writeFileDurably } from '../storage/durable-files.js';

/**
 * The tables in a backup: accounts and their data, registered websites, and the audit trail. A backup does not
 * contain requested records, because the key that protects a day's records must never be in a backup. This way,
 * destroying that key on the seventh day erases the records everywhere. Identifying values stay sealed with the
 * root key, which is not in the backup. Passkeys are not included, because restoring them would bring back removed
 * or copied passkeys. After a restore, people log in by card and add a new passkey.
 *
 * A backup consists of gzipped lines of JSON: a header, then `[table, row]` with each row in PostgreSQL's JSON
 * format, then a line with the row count and the hash of all preceding lines. A file without that last line is
 * refused. The format is the same for both kinds of database, so a backup can also move a gateway from the
 * embedded database to a server.
 */
const tables = [
  'account',
  'trusted_reader',
  'used_reader',
  'enrolled_reader',
  'application',
  'email_change',
  'embedder',
  'audit',
] as const;

const FORMAT = 'mhb-gateway-backup';
const PAGE = 500;

interface Header {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly createdAt: string;
  readonly migrations: readonly string[];
  /** Identifies the root key with which the values were sealed. */
  readonly keyCheck: string;
}

export interface BackupParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly clock: Clock;
}

interface Rows<T> {
  readonly rows: readonly T[];
}

const keyCheckOf = (keys: GatewayKeys): string =>
  Buffer.from(keys.lookup('backup', 'key check')).toString('hex');

async function migrationsOf(queries: Queries): Promise<readonly string[]> {
  const { rows } = (await queries.execute(sql`SELECT name FROM migration ORDER BY name`)) as Rows<{
    name: string;
  }>;
  return rows.map(({ name }) => name);
}

/**
 * Writes all rows as they are at one moment, and returns the number of rows. If writing fails, no file is left.
 */
export async function writeBackup(path: string, { database, keys, clock }: BackupParts): Promise<number> {
  // The folder is not created, because a missing folder is probably a typo.
  await access(dirname(path), constants.W_OK);
  let count = 0;
  async function* lines(queries: Queries): AsyncGenerator<string> {
    const hash = createHash('sha256');
    const line = (value: unknown): string => {
      const text = `${JSON.stringify(value)}\n`;
      hash.update(text);
      return text;
    };
    yield line({
      format: FORMAT,
      version: 1,
      createdAt: clock().toISOString(),
      migrations: await migrationsOf(queries),
      keyCheck: keyCheckOf(keys),
    } satisfies Header);
    for (const table of tables) {
      // A cursor can read any table in pages, whatever its primary key is.
      await queries.execute(
        sql.raw(`DECLARE backup CURSOR FOR SELECT row_to_json(t) AS row FROM ${table} t`),
      );
      for (;;) {
        const { rows } = (await queries.execute(sql.raw(`FETCH ${PAGE} FROM backup`))) as Rows<{
          row: unknown;
        }>;
        for (const { row } of rows) yield line([table, row]);
        count += rows.length;
        if (rows.length < PAGE) break;
      }
      await queries.execute(sql.raw('CLOSE backup'));
    }
    yield `${JSON.stringify({ rows: count, sha256: hash.digest('hex') })}\n`;
  }
  await database.transaction(async (queries) => {
    await queries.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    await pipeline(Readable.from(lines(queries)), createGzip(), (chunks: AsyncIterable<Uint8Array>) =>
      writeFileDurably(path, chunks),
    );
  });
  return count;
}

/**
 * Restores a backup into a database without accounts, either completely or not at all. Returns the number of rows.
 * @throws {MhbError} `backup-damaged`, `backup-not-fitting`
 */
export async function restoreBackup(path: string, { database, keys }: BackupParts): Promise<number> {
  await access(path, constants.R_OK);
  return database.transaction(async (queries) => {
    const { rows } = (await queries.execute(sql`SELECT 1 FROM account LIMIT 1`)) as Rows<unknown>;
    if (rows.length > 0) throw notFitting('The database already contains accounts');
    let count = 0;
    let header: Header | null = null;
    let waiting = null as { readonly table: string; rows: unknown[] } | null;
    const flush = async (): Promise<void> => {
      if (waiting === null || waiting.rows.length === 0) return;
      await insert(queries, waiting.table, waiting.rows);
      waiting.rows = [];
    };
    for await (const value of verifiedLines(path)) {
      if (header === null) {
        header = await fittingHeader(value, queries, keys);
        continue;
      }
      const [table, row] = value as [string, unknown];
      if (!(tables as readonly string[]).includes(table)) throw damaged();
      if (waiting?.table !== table || waiting.rows.length === PAGE) {
        await flush();
        waiting = { table, rows: [] };
      }
      waiting.rows.push(row);
      count += 1;
    }
    await flush();
    // Makes the sequence continue after the restored entries.
    await queries.execute(sql`
      SELECT setval(pg_get_serial_sequence('audit', 'id'), greatest((SELECT max(id) FROM audit), 1))
    `);
    return count;
  });
}

/** The SQLSTATE classes for data exceptions and violated constraints (PostgreSQL, Appendix A). */
const REFUSED_ROW = /^2[23]/;

/** @throws {MhbError} `backup-damaged` if no gateway can have written the rows */
async function insert(queries: Queries, table: string, rows: readonly unknown[]): Promise<void> {
  try {
    await queries.execute(sql`
      INSERT INTO ${sql.raw(table)} OVERRIDING SYSTEM VALUE
      SELECT * FROM json_populate_recordset(NULL::${sql.raw(table)}, ${JSON.stringify(rows)}::json)
    `);
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
    throw typeof code === 'string' && REFUSED_ROW.test(code) ? damaged(error) : error;
  }
}

async function fittingHeader(value: unknown, queries: Queries, keys: GatewayKeys): Promise<Header> {
  const header = value as Header | null;
  if (header?.format !== FORMAT || header.version !== 1) throw damaged();
  if (header.keyCheck !== keyCheckOf(keys)) throw notFitting('The backup was made with a different root key');
  const here = await migrationsOf(queries);
  if (header.migrations.join() !== here.join()) {
    throw notFitting(
      `The backup was made by a different version; its last migration is ${header.migrations.at(-1)}`,
    );
  }
  return header;
}

/** Parses and yields all lines except the last. Throws at the end if the last line does not match them. */
async function* verifiedLines(path: string): AsyncGenerator<unknown> {
  const hash = createHash('sha256');
  const text = new PassThrough();
  const gunzip = createGunzip();
  const file = createReadStream(path);
  file.on('error', (error) => gunzip.destroy(error));
  gunzip.on('error', (error) => text.destroy(error));
  file.pipe(gunzip).pipe(text);
  let previous: string | null = null;
  let rows = -1;
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
      if (previous !== null) {
        hash.update(`${previous}\n`);
        rows += 1;
        yield JSON.parse(previous);
      }
      previous = line;
    }
    text.destroy();
    const last = JSON.parse(previous ?? 'null') as { rows?: number; sha256?: string } | null;
    if (last?.rows !== rows || last.sha256 !== hash.digest('hex')) throw damaged();
  } catch (error) {
    throw error instanceof MhbError ? error : damaged(error);
  }
}

const damaged = (cause?: unknown): MhbError =>
  new MhbError('backup-damaged', 'The file is not a complete backup', { cause });

const notFitting = (message: string): MhbError => new MhbError('backup-not-fitting', message);
