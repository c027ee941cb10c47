import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../free-port.mjs';

/** A PostgreSQL server of its own for a measurement, from the system's packages (Debian: `postgresql`). */
export async function startPostgres() {
  const root = '/usr/lib/postgresql';
  const version = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (version === undefined) throw new Error('PostgreSQL is not installed');
  const bin = join(root, version, 'bin');
  const id = (/** @type {string} */ flag) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
  const user = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
  const directory = mkdtempSync(join(tmpdir(), 'mhb-bench-postgres-'));
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'mhb', '-A', 'trust', '-E', 'UTF8'], {
    ...user,
    cwd: directory,
  });
  const port = await freePort();
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'shared_buffers=512MB',
    '-c',
    'max_wal_size=4GB',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', directory, ...settings],
    {
      ...user,
      cwd: directory,
      stdio: 'ignore',
    },
  );
  const url = `postgresql://mhb@127.0.0.1:${port}/postgres`;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await pool.query('SELECT 1');
      break;
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(100);
    }
  }
  return {
    url,
    /** @param {string} text @param {unknown[]} [values] */
    query: (text, values) => pool.query(text, values),
    async stop() {
      await pool.end();
      await new Promise((resolve) => {
        server.once('exit', resolve);
        server.kill('SIGINT');
      });
      rmSync(directory, { recursive: true });
    },
  };
}
