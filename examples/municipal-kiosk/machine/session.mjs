import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startHelper } from './helper.mjs';

/**
 * One person's browser and helper. Ends with the browser, or when the page reports that the person has
 * finished; the supervisor ends what is left of its process group.
 */

/** @type {import('./supervisor.mjs').KioskSettings} */
const settings = JSON.parse(process.argv[2] ?? '{}');
const origin = new URL(settings.site).origin;

const browser = spawn(
  settings.browser ?? '/usr/bin/chromium',
  [
    `--user-data-dir=${join(settings.folder, 'profile')}`,
    `--disk-cache-dir=${join(settings.folder, 'cache')}`,
    '--incognito',
    '--kiosk',
    '--kiosk-printing',
    '--no-first-run',
    '--no-default-browser-check',
    '--noerrdialogs',
    '--disable-session-crashed-bubble',
    '--disable-breakpad',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--password-store=basic',
    ...(settings.browserArguments ?? []),
    settings.site,
  ],
  { stdio: 'ignore' },
);

/** The answer to the page needs a moment to be sent. */
const ANSWER_MS = 100;

/**
 * The page asks for the stick every few seconds. A crashed page no longer asks, but still shows its content.
 */
const SILENCE_MS = 20_000;
/** Allows for a slow machine and a slow network. */
const FIRST_WORD_MS = 90_000;

let deadline = Date.now() + FIRST_WORD_MS;
setInterval(() => {
  if (Date.now() > deadline) process.exit(0);
}, 1_000);

await startHelper({
  port: settings.port ?? 17_795,
  origin,
  stick: settings.stick,
  mustBeMounted: settings.stickMustBeMounted ?? true,
  onWord: () => {
    deadline = Date.now() + (settings.silenceMs ?? SILENCE_MS);
  },
  onEnd: () => {
    setTimeout(() => process.exit(0), ANSWER_MS);
  },
});
browser.on('error', () => process.exit(1));
browser.on('exit', () => process.exit(0));
