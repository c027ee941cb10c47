import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One person, one browser: `node supervisor.mjs kiosk.json`. Starts a session (browser and helper in a
 * separate process group, in an empty folder). When it ends for any reason, the supervisor ends all its
 * processes, empties the folder and starts the next one. It stores no personal data itself.
 */

/**
 * @typedef {object} KioskSettings
 * @property {string} site address of the kiosk's page, `https://kiosk.example.tw/`
 * @property {string} folder for everything the browser writes; on a tmpfs, such as `/run/mhb-kiosk`
 * @property {string} stick mount point of a stick
 * @property {boolean} [stickMustBeMounted] default true; false writes into the folder itself, for trials
 * @property {number} [port] of the helper on 127.0.0.1, default 17795
 * @property {string} [browser] default `/usr/bin/chromium`
 * @property {readonly string[]} [browserArguments]
 * @property {number} [silenceMs] how long the page may be silent before it is treated as crashed, default 20
 *   s
 * @property {readonly (readonly string[])[]} [afterSession] commands to run between two people, such as
 *   emptying the print queue
 */

/** Between two sessions, so that a browser that cannot start does not overload the machine. */
const PAUSE_MS = 500;
const COMMAND_MS = 10_000;

const [settingsPath] = process.argv.slice(2);
if (settingsPath === undefined) {
  console.error('node supervisor.mjs kiosk.json');
  process.exit(2);
}
/** @type {KioskSettings} */
const settings = JSON.parse(await readFile(settingsPath, 'utf8'));

/** Empties the folder but keeps it, because it may be a mount point or belong to systemd. */
async function wipe() {
  for (const name of await readdir(settings.folder)) {
    await rm(join(settings.folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** @param {number} group */
function killGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It is already gone, which is the intended result.
  }
}

/** @param {readonly string[]} command */
const run = ([program = '', ...args]) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: COMMAND_MS });
    child.on('error', resolve);
    child.on('exit', resolve);
  });

let stopping = false;
/** @type {number | undefined} */
let current;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    stopping = true;
    if (current !== undefined) killGroup(current);
  });
}

/** Also before the first session, because the previous one may have ended with a power failure. */
async function tidyUp() {
  for (const command of settings.afterSession ?? []) await run(command);
  await wipe();
}

const session = fileURLToPath(new URL('session.mjs', import.meta.url));
await mkdir(settings.folder, { recursive: true, mode: 0o700 });
await tidyUp();
while (!stopping) {
  const child = spawn(process.execPath, [session, JSON.stringify(settings)], {
    cwd: settings.folder,
    // A separate process group, so that nothing started by the browser survives it.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      HOME: settings.folder,
      TMPDIR: settings.folder,
      XDG_CONFIG_HOME: join(settings.folder, 'config'),
      XDG_CACHE_HOME: join(settings.folder, 'cache'),
      XDG_DATA_HOME: join(settings.folder, 'data'),
    },
  });
  current = child.pid;
  await new Promise((resolve) => {
    child.on('error', resolve);
    child.on('exit', resolve);
  });
  if (current !== undefined) killGroup(current);
  await tidyUp();
  if (!stopping) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
