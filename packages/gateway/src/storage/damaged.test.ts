import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from './pglite.js';

const program = new URL('../../dist/bin/mhb-gateway.js', import.meta.url).pathname;

/** Returns what `mhb-gateway doctor` reports about one subject. */
function doctorSays(dataDirectory: string, subject: string): string {
  const { stdout } = spawnSync(process.execPath, [program, 'doctor'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'en', MHB_DATA_DIRECTORY: dataDirectory, MHB_PORT: '0' },
  });
  return stdout.split('\n').find((line) => line.slice('FAIL '.length).startsWith(`${subject}: `)) ?? stdout;
}

/** PostgreSQL starts slowly on a busy machine. */
describe('an embedded database with missing files', () => {
  let work: string;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'mhb-damaged-'));
    const database = await openEmbeddedDatabase(join(work, 'whole'));
    await database.queries.execute('CREATE TABLE acknowledged (id integer PRIMARY KEY)');
    await database.queries.execute('INSERT INTO acknowledged VALUES (1)');
    await database.close();
  });
  afterAll(() => rm(work, { recursive: true }));

  async function copyWithout(name: string, damage: (folder: string) => Promise<unknown>): Promise<string> {
    const copy = join(work, name);
    await cp(join(work, 'whole'), copy, { recursive: true });
    await damage(join(copy, 'database'));
    return copy;
  }

  const damages: readonly (readonly [string, string, (folder: string) => Promise<unknown>])[] = [
    ['PG_VERSION', 'database-incomplete', (folder) => rm(join(folder, 'PG_VERSION'))],
    [
      'all but its tables',
      'database-incomplete',
      async (folder) => {
        for (const name of await readdir(folder))
          if (name !== 'base') await rm(join(folder, name), { recursive: true });
      },
    ],
    ['pg_control', 'database-damaged', (folder) => rm(join(folder, 'global', 'pg_control'))],
    [
      'the end of its log',
      'database-damaged',
      async (folder) => {
        for (const name of await readdir(join(folder, 'pg_wal')))
          if (/^[0-9A-F]{24}$/.test(name)) await truncate(join(folder, 'pg_wal', name), 4096);
      },
    ],
  ];

  it.each(damages)('%s: reports %s, and changes nothing', async (name, code, damage) => {
    const folder = await copyWithout(name, damage);
    const before = (await readdir(join(folder, 'database'), { recursive: true })).sort();
    await expect(openEmbeddedDatabase(folder)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(join(folder, 'database')),
    });
    // Try again, because the failed start must neither change the error nor keep the lock.
    await expect(openEmbeddedDatabase(folder)).rejects.toMatchObject({ code });
    const after = (await readdir(join(folder, 'database'), { recursive: true })).sort();
    // PostgreSQL leaves a file that records the attempt.
    expect(after.filter((path) => !before.includes(path) && path !== 'postmaster.pid')).toEqual([]);
  });

  it.each(damages)('%s: doctor reports %s and a remedy', async (name, code, damage) => {
    const folder = await copyWithout(`doctor ${name}`, damage);
    const said = doctorSays(folder, 'database');
    expect(said).toMatch(new RegExp(`^FAIL database: ${code}: .*restore`));
    expect(said).toContain(folder);
  });

  it('opens if nothing is missing, and removes other users’ permissions', async () => {
    const folder = await copyWithout('open to all', async (database) => {
      await chmod(database, 0o755);
      await chmod(join(database, 'PG_VERSION'), 0o666);
      await mkdir(join(database, '..', 'keys'));
    });
    await chmod(folder, 0o777);
    expect(doctorSays(folder, 'data directory')).toMatch(/^FAIL data directory: data-folder-not-private: /);
    await chmod(folder, 0o755);
    const database = await openEmbeddedDatabase(folder);
    const { rows } = (await database.queries.execute('SELECT id FROM acknowledged')) as { rows: unknown[] };
    await database.close();
    expect(rows).toEqual([{ id: 1 }]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const path of ['database', 'database/PG_VERSION'])
      expect((await stat(join(folder, path))).mode & 0o077, path).toBe(0);
    expect(doctorSays(folder, 'data directory')).toMatch(/^ok /);
  });
});
