import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../free-port.mjs';

/** A separate, real PostgreSQL server for a suite, from the system's packages (Debian: `postgresql`). */
export interface PostgresServer {
  readonly directory: string;
  /** A new, empty database. */
  createDatabase(): Promise<string>;
  /** Simulates a power failure: no shutdown checkpoint. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const programs = (() => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(root, newest, 'bin');
})();

/** PostgreSQL refuses to run as root; its package creates a user. */
const runAs = (() => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres']).stdout?.toString());
  return { uid: id('-u'), gid: id('-g') };
})();

export const postgresInstalled = programs !== null;

const cache = fileURLToPath(new URL('../../../node_modules/.cache/mhb-kit/', import.meta.url));

/**
 * Creates the files of a server. `initdb` takes more than a second of a processor, and a whole run of the tests needs
 * dozens of servers, so the files are kept and copied. They belong to one user, because PostgreSQL accepts no others.
 */
function createCluster(bin: string, data: string): void {
  const { LC_ALL, LC_COLLATE, LANG } = process.env;
  const locale = (LC_ALL || LC_COLLATE || LANG || 'C').replaceAll(/[^\w.-]/g, '_');
  const user = runAs.uid ?? process.getuid?.() ?? '';
  const kept = join(cache, `postgres-${basename(dirname(bin))}-${locale}-${user}`);
  if (existsSync(kept)) {
    copyAs(kept, data);
    return;
  }
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'mhb', '-A', 'trust', '-N', '-E', 'UTF8'], {
    ...runAs,
    cwd: dirname(data),
  });
  if (made.status !== 0) throw new Error(made.stderr.toString());
  const copy = `${kept}-${randomUUID()}`;
  mkdirSync(cache, { recursive: true });
  copyAs(data, copy);
  try {
    renameSync(copy, kept);
  } catch (error) {
    rmSync(copy, { recursive: true });
    // Another suite may have been faster.
    if (!existsSync(kept)) throw error;
  }
}

/** Copies files with their owners and permissions, which PostgreSQL checks. */
function copyAs(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to]);
  if (status !== 0) throw new Error(stderr.toString());
}

export async function startPostgres(): Promise<PostgresServer> {
  if (programs === null) throw new Error('PostgreSQL is not installed');
  const bin = programs;
  const directory = await mkdtemp(join(tmpdir(), 'mhb-postgres-'));
  if (runAs.uid !== undefined) chownSync(directory, runAs.uid, runAs.gid);
  const data = join(directory, 'data');
  createCluster(programs, data);
  const port = await freePort();
  const urlOf = (name: string): string => `postgresql://mhb@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | null = null;

  async function query(text: string): Promise<void> {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  }

  async function start(): Promise<void> {
    const parameters = ['-D', data, '-p', String(port), '-k', directory, '-c', 'listen_addresses=127.0.0.1'];
    server = spawn(join(bin, 'postgres'), parameters, { ...runAs, cwd: directory, stdio: 'ignore' });
    for (let attempt = 0; ; attempt += 1) {
      try {
        await query('SELECT 1');
        return;
      } catch (error) {
        if (attempt === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const current = server;
    server = null;
    if (current === null) return;
    await new Promise((resolve) => {
      current.once('exit', resolve);
      current.kill(signal);
    });
  }

  await start();
  return {
    directory,
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(`CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    start,
    // SIGQUIT is PostgreSQL's immediate shutdown: recovery from the log at the next start.
    kill: () => end('SIGQUIT'),
    async stop() {
      await end('SIGINT');
      await rm(directory, { recursive: true });
    },
  };
}
