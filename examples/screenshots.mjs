import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { lin } from '@mhb-kit/testkit';
import { archivePassword, logIn, openInViewer, request, unlock } from './journey.mjs';
import { startServices } from './services.mjs';

/**
 * Pictures of every step and of every failure, at desktop and phone width, in both languages:
 * `node examples/screenshots.mjs FOLDER`. The README shows some of them.
 */
const folder = process.argv[2];
if (folder === undefined) {
  console.error('node examples/screenshots.mjs FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-screenshots-'));
const services = await startServices({ dataDirectory, portalPort: 0, gatewayPort: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

/** @typedef {import('playwright-core').Page} Page */

/** Puts a card of the tray into the simulated reader. @param {Page} page @param {string} id */
const insert = (page, id) => page.request.post(`${services.portal.url}/demo/cards`, { data: { insert: id } });

/** Types a password and waits for the words that answer it. @param {Page} page @param {string} password */
async function tryPassword(page, password) {
  const box = page.locator('mhb-login-box');
  await box.locator('#password').fill(password);
  await box.locator('[part=submit]').click();
  await box.locator('form [role=alert]').getByText(/\S/).first().waitFor();
}

/** What goes wrong, and how to make it so. @type {Record<string, (page: Page) => Promise<unknown>>} */
const failures = {
  'wrong-password': (page) => tryPassword(page, 'Wrong1234'),
  'no-card': async (page) => {
    await insert(page, 'none');
    await tryPassword(page, lin.password);
  },
  'wrong-card': async (page) => {
    await insert(page, 'health-professional');
    await tryPassword(page, lin.password);
  },
  'gateway-down': async (page) => {
    await page.route(`${services.gateway.url}/**`, (route) => route.abort('connectionrefused'));
    await tryPassword(page, lin.password);
  },
  'bridge-not-running': async (page) => {
    await services.bridge.stop();
    await page.reload();
    await tryPassword(page, lin.password);
    await services.bridge.start();
  },
};

for (const [width, viewport] of Object.entries(widths)) {
  for (const language of ['zh', 'en']) {
    const context = await browser.newContext({ viewport, locale: language === 'zh' ? 'zh-TW' : 'en-GB' });
    /** @param {Page} page @param {string} name */
    const shoot = (page, name) =>
      page.screenshot({ path: join(folder, `${name}-${width}-${language}.png`), fullPage: true });
    const open = async () => {
      const page = await context.newPage();
      await insert(page, lin.card.cardNumber);
      await page.goto(`${services.portal.url}/?lang=${language}`);
      await page.locator('mhb-login-box [part=reader]').waitFor();
      return page;
    };

    for (const [name, make] of Object.entries(failures)) {
      const page = await open();
      await make(page);
      await shoot(page, `failure-${name}`);
      await page.close();
    }

    const page = await open();
    await shoot(page, '1-login');
    await page.screenshot({ path: join(folder, `portal-${width}-${language}.png`) });
    await logIn(page, lin);
    await request(page);
    await shoot(page, '2-request');
    await openInViewer(page);
    await archivePassword(page).waitFor();
    await shoot(page, '3-locked');
    await unlock(page, lin.nationalId);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
    await shoot(page, '4-passbook');
    // Tall enough that nothing sticks to an edge of the window.
    await page.setViewportSize({ ...viewport, height: 6000 });
    for (const component of ['mhb-request-table', 'mhb-passbook-viewer']) {
      await page
        .locator(component)
        .screenshot({ path: join(folder, `${component}-${width}-${language}.png`) });
    }
    await context.close();
  }
}
await browser.close();
await services.stop();
await rm(dataDirectory, { recursive: true });
