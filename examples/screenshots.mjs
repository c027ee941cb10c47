import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { lin } from '@mhb-kit/testkit';
import { archivePassword, confirm, logIn, openInViewer, openLogin, request, unlock } from './journey.mjs';
import { startServices } from './services.mjs';

/**
 * Screenshots of every step and every failure, at desktop and phone width, in both languages, and of the
 * kiosk at its own size: `node examples/screenshots.mjs FOLDER`. The README and the documentation show some
 * of them.
 */
const folder = process.argv[2];
if (folder === undefined) {
  console.error('node examples/screenshots.mjs FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-screenshots-'));
const services = await startServices({
  dataDirectory,
  portalPort: 0,
  gatewayPort: 0,
  kiosk: { port: 0 },
});
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

/** @typedef {import('playwright-core').Page} Page */

/** Puts a card of the tray into the simulated reader. @param {Page} page @param {string} id */
const insert = (page, id) => page.request.post(`${services.portal.url}/demo/cards`, { data: { insert: id } });

/**
 * Types a password in the gateway's window and waits for the answering message. @param {Page} page @param
 * {string} password
 */
async function tryPassword(page, password) {
  const box = page.locator('mhb-login-box');
  await box.locator('#password').fill(password);
  await box.locator('[part=submit]').click();
  await box.locator('form [role=alert]').getByText(/\S/).first().waitFor();
}

/** Failures, and how to cause them. @type {Record<string, (page: Page) => Promise<unknown>>} */
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
    await page.route(`${services.gateway.url}/v1/**`, (route) => route.abort('connectionrefused'));
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
      await page.locator('mhb-login-box [part=submit]').waitFor();
      return page;
    };

    /** The gateway's own window, as large as this screen. @param {Page} page */
    const goToLogin = async (page) => {
      const own = await openLogin(page);
      await own.setViewportSize(width === 'phone' ? viewport : { width: 480, height: 760 });
      return own;
    };

    for (const [name, make] of Object.entries(failures)) {
      const page = await open();
      const own = await goToLogin(page);
      await make(own);
      await shoot(own, `failure-${name}`);
      await own.close();
      await page.close();
    }

    const page = await open();
    await shoot(page, '1-portal');
    await page.screenshot({ path: join(folder, `portal-${width}-${language}.png`) });
    const own = await goToLogin(page);
    await own.locator('mhb-login-box :is(.present, .ready)').waitFor();
    await own.screenshot({ path: join(folder, `login-${width}-${language}.png`) });
    await confirm(own, lin);
    await own.locator('#allow').waitFor();
    await own.screenshot({ path: join(folder, `consent-${width}-${language}.png`) });
    await own.locator('#allow').click();
    await page.locator('mhb-login-box #log-out').waitFor();
    await request(page);
    await shoot(page, '2-request');
    await openInViewer(page);
    await archivePassword(page).waitFor();
    await shoot(page, '3-locked');
    await unlock(page, lin.nationalId);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
    await shoot(page, '4-passbook');
    await page.locator('#handover').screenshot({ path: join(folder, `asking-${width}-${language}.png`) });
    await page.locator('#agree').click();
    await page.locator('#questionnaire').getByText('Penicillin').waitFor();
    await page.locator('#handover').screenshot({ path: join(folder, `handover-${width}-${language}.png`) });
    // Tall enough that no sticky element covers content.
    await page.setViewportSize({ ...viewport, height: 6000 });
    for (const component of ['mhb-request-table', 'mhb-passbook-viewer']) {
      await page
        .locator(component)
        .screenshot({ path: join(folder, `${component}-${width}-${language}.png`) });
    }
    await context.close();
  }
}

// The kiosk, on a screen of the size that the guide requires.
for (const language of ['zh', 'en']) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-TW' });
  const page = await context.newPage();
  /** @param {string} name */
  const shoot = (name) => page.screenshot({ path: join(folder, `kiosk-${name}-${language}.png`) });
  await insert(page, lin.card.cardNumber);
  await page.goto(services.kiosk?.url ?? '');
  if (language === 'en') await page.locator('#english').click();
  await shoot('1-welcome');
  await page.locator('[data-show=activate]').click();
  await page.locator('#link').focus();
  await shoot('2-activate');
  await page.goto(services.kiosk?.url ?? '');
  if (language === 'en') await page.locator('#english').click();
  await page.locator('[data-show=enter]').click();
  await page.locator('mhb-login-box :is(.present, .ready)').waitFor();
  await page.locator('mhb-login-box #password').click();
  await shoot('3-login');
  await logIn(page, lin);
  await request(page);
  await shoot('4-request');
  await openInViewer(page);
  await unlock(page, lin.nationalId);
  await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
  await page.locator('mhb-passbook-viewer').evaluate((viewer) => viewer.scrollIntoView());
  await shoot('5-passbook');
  await page.locator('#finish').click();
  await page.locator('#goodbye').waitFor();
  await shoot('6-goodbye');
  await context.close();
}
await browser.close();
await services.stop();
await rm(dataDirectory, { recursive: true });
