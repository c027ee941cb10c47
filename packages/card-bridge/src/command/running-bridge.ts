import { spawn, spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { recordedPort } from '../bridge.js';

/** The running bridge of this person, seen from another process. */

/** A program that has just been started answers within this time unless something is wrong. */
const START_MS = 10_000;
const LOOK_MS = 100;

/** Whether this person's bridge answers; a bridge of another person rejects the request. */
export async function isRunning(dataDir: string): Promise<boolean> {
  const port = await recordedPort(dataDir);
  if (port === null) return false;
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/v1/health', timeout: 2000 }, (response) => {
      response.resume();
      // The request does not come from a page, so the bridge refuses it; the way it refuses identifies it.
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

/**
 * Starts the bridge unless it is running, as a service if the session has one for it.
 * @param command the command of this program with the arguments of `run`
 * @returns whether it is running now
 */
export async function ensureRunning(dataDir: string, [program = '', ...args]: readonly string[]) {
  if (await isRunning(dataDir)) return true;
  const service =
    process.platform === 'linux' &&
    spawnSync('systemctl', ['--user', 'start', 'mhb-card-bridge.service'], { stdio: 'ignore' }).status === 0;
  if (!service) spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true }).unref();
  for (const end = Date.now() + START_MS; Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (await isRunning(dataDir)) return true;
  }
  return false;
}

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens an address in the person's browser; `false` if the system has none. */
export function openInBrowser(url: string): boolean {
  const [program = '', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const { status } = spawnSync(program, [...args, url], { stdio: 'ignore', timeout: START_MS });
  return status === 0;
}
