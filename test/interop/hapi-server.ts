import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { serverSource } from './foreign-programs.js';

const LIVES = 10;

/**
 * Sends lives with a known truth to HAPI's server, in the format of the guides, and reads them back like the gateway of
 * a hospital with such a server. Prints the score.
 *
 * @returns whether every answer was right
 */
export async function readFromHapi(folder: string): Promise<boolean> {
  const archives = join(folder, 'lib', '*');
  const { status, stderr } = spawnSync('javac', ['-cp', archives, '-d', folder, serverSource], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`HAPI's server was not compiled: ${stderr.slice(0, 500)}`);
  const server = spawn('java', ['-Xmx2g', '-cp', `${folder}:${archives}`, 'HapiServer'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(server, 'close');
  try {
    return await scoreAt(await addressOf(server));
  } finally {
    server.stdin.end();
    await ended;
  }
}

/** Reads its whole log, because otherwise the server would wait. */
function addressOf(server: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      const [said, address] = line.split('\t');
      if (said === 'listening' && address !== undefined) resolve(address);
    });
    server.once('close', () => reject(new Error("HAPI's server ended before it listened.")));
  });
}

async function scoreAt(address: string): Promise<boolean> {
  const script = fileURLToPath(new URL('../truth/run.mjs', import.meta.url));
  const args = [script, '--fhir', '--server', address, '--lives', String(LIVES)];
  const [code] = (await once(spawn('node', args, { stdio: 'inherit' }), 'close')) as [number];
  return code === 0;
}
