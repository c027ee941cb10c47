import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../conformance/archive/browser.mjs';
import { archiveBytes } from './corpus.mjs';

/** The benchmark page in Chromium, served with the archives. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Browser} Browser */

/** @template T @param {(page: Page, browser: Browser) => Promise<T>} work @returns {Promise<T>} */
export async function withPage(work) {
  const page = fileURLToPath(new URL('page.mjs', import.meta.url));
  const worker = fileURLToPath(new URL('../../../packages/core/dist/archive/worker.js', import.meta.url));
  const server = await serve({ '/page.js': page, '/worker.js': worker }, (path) => {
    const [, content, method] = path.match(/^\/(\w)-(AES256|ZipCrypto)\.zip$/) ?? [];
    return content === undefined
      ? undefined
      : archiveBytes(content, /** @type {'AES256' | 'ZipCrypto'} */ (method));
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(server.url);
    await tab.waitForFunction('globalThis.bench !== undefined');
    return await work(tab, browser);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Calls one of the page's functions. @param {Page} page @param {string} name @param {unknown[]} values @returns {Promise<any>} */
export const call = (page, name, ...values) =>
  page.evaluate(({ name, values }) => /** @type {any} */ (globalThis).bench[name](...values), {
    name,
    values,
  });

/**
 * Resident memory of the page's process from now on according to the kernel, in bytes. @param {Browser}
 * browser
 */
export async function pageMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  for (const id of renderers) writeFileSync(`/proc/${id}/clear_refs`, '5');
  const read = (/** @type {'VmHWM' | 'VmRSS'} */ field) =>
    Math.max(
      ...renderers.map((id) => {
        const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
          readFileSync(`/proc/${id}/status`, 'utf8'),
        );
        return Number(line?.[1] ?? 0) * 1024;
      }),
    );
  return { peak: () => read('VmHWM'), now: () => read('VmRSS') };
}
