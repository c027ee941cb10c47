import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../free-port.mjs';

/** A separate PostgreSQL server for a measurement, from the system's packages (Debian: `postgresql`). */
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
    /** Processor time of all processes of the server so far, in milliseconds. */
    cpuMs() {
      const ticks = (/** @type {number | string} */ pid, /** @type {boolean} */ withEnded) => {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
        return {
          parent: Number(fields[1]),
          used: (user ?? 0) + (system ?? 0) + (withEnded ? (endedUser ?? 0) + (endedSystem ?? 0) : 0),
        };
      };
      let all = ticks(server.pid ?? 0, true).used;
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
          const { parent, used } = ticks(pid, false);
          if (parent === server.pid) all += used;
        } catch {
          // Ended meanwhile.
        }
      }
      // The kernel counts in hundredths of a second.
      return all * 10;
    },
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
