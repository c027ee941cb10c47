/* global document */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lin, wang } from '@mhb-kit/testkit';
import { chromium } from 'playwright-core';
import { connect, openInViewer, request, unlock } from '../../examples/journey.mjs';
import { startServices } from '../../examples/services.mjs';

/**
 * A shared computer with one page that is never reloaded. One person after the other logs in, requests, reads and logs
 * out, and the page's clock moves on by six minutes for each, so 240 people are 24 hours. After each person the page
 * contains none of their data, and its memory does not grow.
 */

const MINUTES_PER_PERSON = 6;
/** After so many people, code is compiled and caches are filled. */
const WARM_UP = 4;
const MOST_GROWTH = { share: 0.1, nodes: 40, listeners: 20 };
/**
 * Compiled functions are also on the heap, and V8 continues to optimize more of them for hours: between the
 * sixth person and the twentieth, nothing else grew. With the compilers off, any growth is data.
 */
const INTERPRETED = '--no-opt --no-maglev --no-sparkplug --no-flush-bytecode';
const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';

/** @param {import('playwright-core').CDPSession} devtools */
async function measure(devtools) {
  // The second collection frees what finalizers released after the first.
  for (let times = 0; times < 2; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const read = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? 0;
  return { bytes: usedSize, nodes: read('Nodes'), listeners: read('JSEventListeners') };
}

/** All text and field values of the page, including shadow roots. @param {import('playwright-core').Page} page */
const held = (page) =>
  page.evaluate(() => {
    /** @param {Element | ShadowRoot} node @returns {string[]} */
    const collect = (node) => [
      node.textContent ?? '',
      ...[...node.querySelectorAll('*')].flatMap((element) => [
        'value' in element ? String(element.value) : '',
        ...(element.shadowRoot === null ? [] : collect(element.shadowRoot)),
      ]),
    ];
    return collect(document.documentElement).join('\n');
  });

/** @param {import('./run.mjs').FaultRun} run */
async function kioskDay({ cases, report }) {
  if (!existsSync(executablePath)) return [`no Chromium at ${executablePath}`];
  const folder = await mkdtemp(join(tmpdir(), 'mhb-fault-kiosk-'));
  const services = await startServices({ dataDirectory: folder, portalPort: 0, gatewayPort: 0 });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--js-flags=${INTERPRETED}`],
  });
  const page = await browser.newPage({ locale: 'zh-TW', timezoneId: 'Asia/Taipei' });
  page.setDefaultTimeout(60_000);
  await page.clock.install({ time: new Date() });
  await page.goto(services.portal.url);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const tray = page.locator('#tray-cards');
  const box = page.locator('mhb-login-box');

  /** @type {string[]} */
  const failures = [];
  /** @type {Awaited<ReturnType<typeof measure>> | null} */
  let first = null;
  let last = { bytes: 0, nodes: 0, listeners: 0 };
  for (let number = 0; number < cases; number += 1) {
    const person = number % 2 === 0 ? lin : wang;
    await tray.getByRole('button', { name: person.name }).click();
    await connect(page, person);
    await request(page);
    await openInViewer(page);
    await unlock(page, person.nationalId);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
    await box.locator('#log-out').click();
    await box.locator('[part=submit]').waitFor();
    await page.clock.fastForward(MINUTES_PER_PERSON * 60_000);
    if (/Penicillin|青黴素/.test(await held(page)) || (await held(page)).includes(person.nationalId))
      failures.push(`something of person ${number} is left on the page`);
    last = await measure(devtools);
    if (number + 1 === Math.min(WARM_UP, cases)) first = last;
  }
  if (first !== null) {
    const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2);
    report(
      `${cases} people, ${((cases * MINUTES_PER_PERSON) / 60).toFixed(1)} hours on the page's clock; heap ${megabytes(first.bytes)} MB after ${WARM_UP}, ${megabytes(last.bytes)} MB at the end; ${first.nodes} nodes, then ${last.nodes}; ${first.listeners} listeners, then ${last.listeners}`,
    );
    if (last.bytes > first.bytes * (1 + MOST_GROWTH.share)) failures.push('the heap grows');
    if (last.nodes > first.nodes + MOST_GROWTH.nodes) failures.push('the document grows');
    if (last.listeners > first.listeners + MOST_GROWTH.listeners) failures.push('listeners pile up');
  }
  await browser.close();
  await services.stop();
  await rm(folder, { recursive: true });
  return failures;
}

/** @type {import('./run.mjs').Fault[]} */
export const faults = [{ name: 'kiosk', cases: 10, run: kioskDay }];
