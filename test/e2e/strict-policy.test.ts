import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchBrowser, openPage } from './browser.js';
import { hostileFile, serveStrictPage, turnEveryPage } from './hostile-page.js';

/** `test/webkit/journeys.test.ts` does the same in WebKit. */
describe.skipIf(browserMissing !== null)('a page with a strict policy', () => {
  let site: Awaited<ReturnType<typeof serveStrictPage>>;
  let browser: Browser;

  beforeAll(async () => {
    site = await serveStrictPage();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it('allows every component, including every viewer page of a passbook that is full of markup', async () => {
    const { page, complaints } = await openPage(browser, site.url);
    await page.locator('mhb-keypad button').first().waitFor();
    const before = site.paths.length;
    const pages = await page.evaluate(turnEveryPage, hostileFile());
    expect(pages).toBeGreaterThan(10);
    const shown = page.locator('mhb-passbook-viewer');
    expect(await shown.locator('script, img, iframe, style:not(:empty), a[href^=javascript]').count()).toBe(
      0,
    );
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(site.paths.slice(before)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
