import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One person, one browser: `node supervisor.mjs kiosk.json`. Starts a session (browser and helper in a process group of
 * their own, in an empty folder), and when it ends in whatever way, ends all of it, empties the folder and starts the
 * next. Holds nothing of anybody itself.
 */

/**
 * @typedef {object} KioskSettings
 * @property {string} site address of the kiosk's page, `https://kiosk.example.tw/`
 * @property {string} folder for everything the browser writes; on a tmpfs, as `/run/mhb-kiosk`
 * @property {string} stick where a stick is mounted
 * @property {boolean} [stickMustBeMounted] default true; false writes into the folder as it is, for trials
 * @property {number} [port] of the helper on 127.0.0.1, default 17795
 * @property {string} [browser] default `/usr/bin/chromium`
 * @property {readonly string[]} [browserArguments]
 * @property {number} [silenceMs] how long the page may be silent before it counts as crashed, default 20 s
 * @property {readonly (readonly string[])[]} [afterSession] commands to run between two people, as emptying the print queue
 */

/** Between two sessions, so that a browser that cannot start does not keep the machine busy. */
const PAUSE_MS = 500;
const COMMAND_MS = 10_000;

const [settingsPath] = process.argv.slice(2);
if (settingsPath === undefined) {
  console.error('node supervisor.mjs kiosk.json');
  process.exit(2);
}
/** @type {KioskSettings} */
const settings = JSON.parse(await readFile(settingsPath, 'utf8'));

/** Empties the folder and leaves it, since it may be a mount point or systemd's own. */
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
    // Gone already, which is what is wanted.
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

/** Also before the first session: the one before may have ended with the power. */
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
    // A group of its own: nothing that the browser has started outlives it.
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
