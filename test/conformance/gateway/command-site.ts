import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createFolderSource, createGateway } from '@mhb-kit/gateway';
import { freePort } from '../../free-port.mjs';
import type { PostgresServer } from './postgres-server.js';
import { hua, ming, outpatientRow } from './support.js';

const program = new URL('../../../packages/gateway/dist/bin/mhb-gateway.js', import.meta.url).pathname;

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** A data folder, a database and a configuration. */
export class Site {
  readonly directory: string;
  readonly databaseUrl: string | undefined;
  readonly rootKey = randomBytes(32).toString('base64url');
  readonly #processes: ChildProcess[] = [];
  constructor(directory: string, databaseUrl: string | undefined) {
    this.directory = directory;
    this.databaseUrl = databaseUrl;
  }

  static async create(postgres: PostgresServer | null): Promise<Site> {
    const directory = await mkdtemp(join(tmpdir(), 'mhb-site-'));
    const site = new Site(directory, await postgres?.createDatabase());
    const records = join(directory, 'records', ming.nationalId);
    await mkdir(records, { recursive: true });
    const row = outpatientRow('20260212', '三月醫院');
    await writeFile(
      join(records, 'passbook.json'),
      JSON.stringify({ myhealthbank: { bdata: { 'b1.1': 'A12345****', r1: [row] } } }),
    );
    await site.configure({});
    return site;
  }

  async configure(settings: object): Promise<void> {
    const embedder = {
      id: 'portal',
      name: 'Portal',
      origins: ['https://portal.example.tw'],
      login: ['direct'],
    };
    await writeFile(
      join(this.directory, 'gateway.json'),
      JSON.stringify({
        dataDirectory: join(this.directory, 'data'),
        records: { kind: 'folder', folder: join(this.directory, 'records') },
        minimumAssurance: 'card-read',
        embedders: [embedder],
        // A stop does not wait that long for a call that never arrives completely.
        limits: { secondsToSend: 600 },
        ...settings,
      }),
    );
  }

  environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      LANG: 'en',
      MHB_ROOT_KEY: this.rootKey,
      ...(this.databaseUrl === undefined ? {} : { DATABASE_URL: this.databaseUrl }),
      ...extra,
    };
  }

  run(args: readonly string[], extra: Readonly<Record<string, string>> = {}, input = ''): Promise<Outcome> {
    const all = [program, '-c', join(this.directory, 'gateway.json'), ...args];
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        all,
        { env: this.environment(extra) },
        (error, output, errors) => {
          const code = error === null ? 0 : Number(error.code);
          resolve({ code, output, errors });
        },
      );
      child.stdin?.end(input);
    });
  }

  /** A long-running command, once it reports that it is ready. */
  async start(args: readonly string[]): Promise<{ readonly url: string; readonly child: ChildProcess }> {
    const port = await freePort();
    const child = spawn(process.execPath, [program, '-c', join(this.directory, 'gateway.json'), ...args], {
      env: this.environment({ MHB_PORT: String(port) }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#processes.push(child);
    await new Promise<void>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        if (line.includes('"msg":"ready"')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`The process ended with ${code}`)));
    });
    return { url: `http://127.0.0.1:${port}`, child };
  }

  /** Enrols people in this process, while no other uses the data. */
  async enrol(): Promise<void> {
    const gateway = createGateway({
      dataDirectory: join(this.directory, 'data'),
      rootKey: Buffer.from(this.rootKey, 'base64url'),
      recordSource: createFolderSource(this.directory),
      embedders: [],
      port: 0,
      ...(this.databaseUrl === undefined ? {} : { databaseUrl: this.databaseUrl }),
    });
    await gateway.start();
    for (const person of [ming, hua]) await gateway.activateAccount(person);
    await gateway.stop();
  }

  async remove(): Promise<void> {
    for (const child of this.#processes) await end(child, 'SIGKILL');
    await rm(this.directory, { recursive: true });
  }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill(signal);
    });
  }
  return child.exitCode;
}
