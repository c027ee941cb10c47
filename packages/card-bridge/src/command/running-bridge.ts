import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { recordedAddress } from '../bridge.js';
import { AGENT, macSession } from '../installation/per-user.js';

/** Functions that let another process of the same person find, start, and stop the bridge. */

/** Time limit for starting or stopping a program. Exceeding it means that something is wrong. */
const START_MS = 10_000;
const LOOK_MS = 100;

/** Checks whether this person's bridge responds. A bridge that belongs to another person rejects the request. */
export async function isRunning(dataDir: string): Promise<boolean> {
  const port = (await recordedAddress(dataDir))?.port;
  if (port === undefined) return false;
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/v1/health', timeout: 2000 }, (response) => {
      response.resume();
      // The bridge refuses this request because it does not come from a page, but the form of the refusal
      // shows that a bridge is running.
      resolve(
        response.statusCode === 403 && response.headers['cross-origin-resource-policy'] === 'same-origin',
      );
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => {
      resolve(false);
    });
    asked.end();
  });
}

const SERVICE_STARTS: Readonly<Record<string, readonly string[]>> = {
  linux: ['systemctl', '--user', 'start', 'mhb-card-bridge.service'],
  darwin: ['launchctl', 'kickstart', `${macSession()}/${AGENT}`],
};

/**
 * Starts the bridge unless it is already running. If the session has a service for the bridge, starts that
 * service; otherwise, starts a process.
 * @param command the command of this program with the arguments of `run`
 * @returns whether the bridge is running now
 */
export async function ensureRunning(dataDir: string, [program = '', ...args]: readonly string[]) {
  if (await isRunning(dataDir)) return true;
  const [manager, ...start] = SERVICE_STARTS[process.platform] ?? [];
  const service = manager !== undefined && spawnSync(manager, start, { stdio: 'ignore' }).status === 0;
  if (!service) spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true }).unref();
  return becomes(true, dataDir);
}

/**
 * Stops this person's bridge, so that an installer can replace its program.
 * @returns whether the bridge has stopped
 */
export async function ensureStopped(dataDir: string): Promise<boolean> {
  if (!(await isRunning(dataDir))) return true;
  const address = await recordedAddress(dataDir);
  if (address !== null) process.kill(address.process);
  return becomes(false, dataDir);
}

/** Name of the file that exists only while a bridge is starting. */
const STARTING = 'starting';

/**
 * Starts the bridge in this process, unless this person's bridge is already running or another process is starting
 * it. At login, several programs might try to start it at the same moment.
 * @returns whether this process started the bridge
 */
export async function startUnlessRunning(dataDir: string, start: () => Promise<void>): Promise<boolean> {
  const claim = join(dataDir, STARTING);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  while (!(await isRunning(dataDir))) {
    if (!(await claimed(claim))) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      continue;
    }
    try {
      // Another process might have started the bridge in the meantime.
      if (await isRunning(dataDir)) return false;
      await start();
      return true;
    } finally {
      await rm(claim, { force: true });
    }
  }
  return false;
}

async function claimed(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    const claimant = Number(await readFile(path, 'utf8').catch(() => ''));
    // If a process is killed while it is starting the bridge, it leaves this file behind.
    if (claimant !== 0 && !isAlive(claimant)) await rm(path, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function becomes(running: boolean, dataDir: string): Promise<boolean> {
  for (const end = Date.now() + START_MS; Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if ((await isRunning(dataDir)) === running) return true;
  }
  return false;
}

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens an address in the person's browser. Returns `false` if no browser could be opened. */
export function openInBrowser(url: string): boolean {
  const [program = '', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const { status } = spawnSync(program, [...args, url], { stdio: 'ignore', timeout: START_MS });
  return status === 0;
}
