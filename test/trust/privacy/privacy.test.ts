import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openArchive } from '@mhb-kit/core/archive';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../conformance/gateway/support.js';
import { startPostgres, type PostgresServer } from '../../conformance/gateway/postgres-server.js';
import { startWatched } from './journey.js';
import { marked, markers } from './marked-person.mjs';
import { createSearch, searchFolder } from './traces.js';

/** One marked person goes all the way, and then everything that was written anywhere is searched for them. */

const search = createSearch(markers);

describe('the search', () => {
  it('finds a marker in whatever form it is written', () => {
    const text = marked.diagnosis;
    for (const form of [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text).toString('hex'),
      encodeURIComponent(text),
      JSON.stringify({ type: 'Buffer', data: [...Buffer.from(text)] }),
      `{"a":"${[...text].map((one) => `\\u${one.charCodeAt(0).toString(16)}`).join('')}"}`,
      ...['', 'a', 'ab', 'abc'].flatMap((before) => [
        Buffer.from(`${before}${text}xyz`).toString('base64'),
        Buffer.from(`${before}${text}xyz`).toString('base64url'),
      ]),
    ]) {
      expect(search('there', Buffer.concat([Buffer.from('…'), Buffer.from(form), Buffer.from('…')]))).toEqual(
        [expect.stringContaining('there: diagnosis')],
      );
    }
    expect(search('there', 'nothing of the kind')).toEqual([]);
  });

  it('finds it in the name and in the middle of a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mhb-traces-'));
    await writeFile(
      join(folder, `${marked.nationalId}.txt`),
      Buffer.concat([Buffer.alloc(99_999), Buffer.from(marked.mobile)]),
    );
    expect(await searchFolder(folder, search)).toEqual([
      'file name: nationalId (utf-8)',
      `/${marked.nationalId}.txt: mobile (utf-8)`,
    ]);
    await rm(folder, { recursive: true });
  });
});

eachDatabase((database) => {
  let folder: string;
  let postgres: PostgresServer | null;
  let databaseUrl: string | undefined;
  let watched: Awaited<ReturnType<typeof startWatched>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-privacy-'));
    postgres = database === 'postgresql' ? await startPostgres() : null;
    databaseUrl = await postgres?.createDatabase();
    watched = await startWatched(folder, databaseUrl);
  }, 180_000);
  afterAll(async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Every row of every table, as text: what compression of the database might hide from a look at its files. */
  async function dump(): Promise<string> {
    const tables = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
    const read = async (query: (text: string) => Promise<{ rows: unknown[] }>): Promise<string> => {
      const names = (await query(tables)).rows as { name: string }[];
      const rows = await Promise.all(
        names.map(async ({ name }) => (await query(`SELECT t::text AS row FROM ${name} AS t`)).rows),
      );
      expect(rows.flat().length).toBeGreaterThan(10);
      return JSON.stringify(rows);
    };
    if (databaseUrl === undefined) {
      const embedded = await PGlite.create(join(folder, 'data/gateway/database'));
      return read((text) => embedded.query(text)).finally(() => embedded.close());
    }
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return read((text) => client.query(text)).finally(() => client.end());
  }

  it(
    'a whole journey leaves nothing of its person outside what is sealed',
    { timeout: 240_000 },
    async () => {
      await watched.register();
      await watched.goWrong();
      const { request, archive } = await watched.readPassbook();

      // The data did go through: otherwise there would be nothing to find.
      expect(request.status).toBe('completed');
      const { entries } = await openArchive(archive, { password: marked.nationalId });
      const page = entries.find(({ name }) => name.endsWith('.html'));
      expect(Buffer.from((await page?.bytes()) ?? []).toString()).toContain(marked.diagnosis);

      const traces = [
        ...search('the sealed archive', archive),
        ...watched.seen.urls.flatMap((url) => search(`address ${url}`, url)),
        ...watched.seen.refusals.flatMap((body) => search(`refusal ${body}`, body)),
        ...search('metrics', ((await watched.ask('metrics')) as { metrics: string }).metrics),
      ];
      expect(watched.seen.urls.length).toBeGreaterThan(15);
      expect(watched.seen.refusals.length).toBeGreaterThan(5);

      if (postgres !== null) {
        const registerInVain = await watched.prepareRegistration();
        await postgres.kill();
        await registerInVain();
        await postgres.start();
      }
      expect(((await watched.ask('expire')) as { erased: readonly string[] }).erased).toContain(
        request.requestedOn,
      );
      await watched.stop();

      traces.push(...search('database', await dump()));
      traces.push(...(await searchFolder(folder, search)));
      if (postgres !== null) traces.push(...(await searchFolder(postgres.directory, search)));
      expect(traces).toEqual([]);

      const log = await readFile(join(folder, 'services.log'), 'utf8');
      expect(log).toContain('"msg":"answered"');
      expect(log).not.toContain('$argon2');
      expect((await stat(join(folder, 'data/gateway'))).mode & 0o077).toBe(0);
    },
  );
});
