import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openArchive, sealArchive } from '@mhb-kit/core/archive';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../conformance/gateway/support.js';
import { startPostgres, type PostgresServer } from '../../conformance/gateway/postgres-server.js';
import { root } from '../../../build/prepare.mjs';
import { startWatched } from './journey.js';
import { marked, markedVisit, markers } from './marked-person.mjs';
import { createSearch, searchFolder } from './traces.js';

/** A marked person completes every step. Then everything that was written is searched for their data. */

const search = createSearch(markers);

describe('the search', () => {
  it('finds a marker in every encoding', () => {
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

  it('finds it in the name of a file and in its middle', async () => {
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
    // Archives are in a bucket with PostgreSQL, in a folder with the embedded database.
    watched = await startWatched(folder, { databaseUrl, bucket: database === 'postgresql' });
  });
  afterAll(async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Every row of every table as text, because the database may compress its files. */
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

  it('a complete journey leaves personal data only where it is encrypted', async () => {
    await watched.register();
    await watched.goWrong();
    const { request, archive } = await watched.readPassbook();
    await watched.changeAccount();

    // Checks that the data was there; otherwise, nothing could be found.
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
    expect(watched.seen.urls.length).toBeGreaterThan(40);
    expect(watched.seen.refusals.length).toBeGreaterThan(10);

    if (postgres !== null) {
      const registerInVain = await watched.prepareRegistration();
      await postgres.kill();
      await registerInVain();
      await postgres.start();
    }
    // Archives are encrypted in storage. They are searched before they are deleted after the seventh day.
    const stored = join(folder, 'data', postgres === null ? 'gateway/archives' : 'bucket');
    const files = await readdir(stored, { recursive: true, withFileTypes: true });
    expect(files.filter((one) => one.isFile()).length).toBeGreaterThan(0);
    traces.push(...(await searchFolder(stored, search)));

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
  });
});

describe('the command line', () => {
  it('writes only the requested files, and no personal data in errors', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mhb-command-'));
    const [desk, home] = [join(folder, 'desk'), join(folder, 'home')];
    for (const each of [desk, home]) await mkdir(each);
    const bdata = { 'b1.1': 'G20718****', r1: [markedVisit('20260304')] };
    const passbook = JSON.stringify({ myhealthbank: { bdata } });
    const seal = (text: string) =>
      sealArchive([{ name: 'passbook.json', bytes: Buffer.from(text) }], {
        password: marked.nationalId,
        method: 'aes-256',
      });
    await writeFile(join(desk, 'whole.zip'), await seal(passbook));
    await writeFile(join(desk, 'cut.zip'), await seal(passbook.slice(0, -20)));
    const mhb = (password: string, ...args: string[]) =>
      spawnSync(process.execPath, [join(root, 'packages/cli/dist/bin/mhb.js'), ...args, '--password-stdin'], {
        cwd: home,
        env: { PATH: process.env.PATH, HOME: home, TMPDIR: home, LANG: 'zh_TW.UTF-8' },
        input: `${password}\n`,
        encoding: 'utf8',
      });
    expect(mhb(marked.nationalId, 'open', join(desk, 'whole.zip')).status).toBe(0);
    const output = join(desk, 'fhir.json');
    const converted = mhb(
      marked.nationalId,
      'convert',
      '--to',
      'fhir',
      '-o',
      output,
      join(desk, 'whole.zip'),
    );
    expect(converted.status).toBe(0);
    expect(search('what was asked for', await readFile(output)).join()).toContain('diagnosis');
    const failures = [
      mhb(marked.name, 'open', join(desk, 'whole.zip')),
      mhb(marked.nationalId, 'open', join(desk, 'cut.zip')),
      mhb(marked.nationalId, 'convert', '--to', 'json', '-o', output, join(desk, 'whole.zip')),
    ];
    expect(failures.map(({ status }) => status)).toEqual([3, 1, 4]);
    const said = [converted, ...failures].map(({ stderr }) => stderr).join('');
    expect([...search('errors', said), ...(await searchFolder(home, search))]).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
