import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { lin } from '@mhb-kit/testkit';
import { connect, logIn } from './journey.mjs';
import { startServices } from './services.mjs';

/**
 * The film strip of the documentation: from the login to the data, on the hospital's page and at the kiosk, in both
 * languages. `node examples/film-strip.mjs` takes the pictures again.
 */
const folder = fileURLToPath(new URL('screenshots/film/', import.meta.url));
const QUALITY = 55;
const viewport = { width: 1120, height: 800 };
/** The pictures have 784 × 560 pixels. */
const SCALE = 0.7;
/** The demonstration is too fast for a picture of its progress. */
const DELAY_MS = 2_000;

/** @typedef {import('playwright-core').Page} Page */

await mkdir(folder, { recursive: true });
const dataDirectory = await mkdtemp(join(tmpdir(), 'mhb-film-'));
const services = await startServices({ dataDirectory, portalPort: 0, gatewayPort: 0, kiosk: { port: 0 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

/** A picture of what is in sight, as small WebP, which Playwright does not write. @param {Page} page @param {string} name */
async function shoot(page, name) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
}

/** From the login to the data with one press; a picture before, during and after it. @param {Page} page @param {string} name */
async function film(page, name) {
  await page.route('**/v1/requests/*/renderings', async (route) => {
    await pause(DELAY_MS);
    await route.continue();
  });
  const table = page.locator('mhb-request-table');
  await table.locator('#read').waitFor();
  await table.locator('#read').evaluate((button) => button.scrollIntoView({ block: 'center' }));
  await shoot(page, `${name}-1`);
  await table.locator('#read').click();
  await table.locator('#reading').waitFor();
  await shoot(page, `${name}-2`);
  const viewer = page.locator('mhb-passbook-viewer');
  await viewer.getByText('Penicillin').first().waitFor();
  await viewer.evaluate((element) => element.scrollIntoView());
  await shoot(page, `${name}-3`);
}

for (const language of ['zh', 'en']) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: SCALE,
    locale: language === 'zh' ? 'zh-TW' : 'en-GB',
    timezoneId: 'Asia/Taipei',
  });
  const portal = await context.newPage();
  await portal.goto(`${services.portal.url}/?lang=${language}`);
  await connect(portal, lin);
  await film(portal, `portal-${language}`);

  const kiosk = await context.newPage();
  await kiosk.goto(services.kiosk?.url ?? '');
  if (language === 'en') await kiosk.locator('#english').click();
  await kiosk.locator('[data-show=enter]').click();
  await logIn(kiosk, lin);
  await film(kiosk, `kiosk-${language}`);
  await context.close();
}
await browser.close();
await services.stop();
await rm(dataDirectory, { recursive: true });
