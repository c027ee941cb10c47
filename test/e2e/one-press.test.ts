import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lin } from '@mhb-kit/testkit/people';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, logIn, read } from '../../examples/journey.mjs';
import { startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/** The number of presses between the login and the data, on the hospital's page and at the kiosk. */

/** Counts the person's presses and input on a page from now on. */
async function countPresses(page: Page): Promise<() => Promise<{ presses: number; typed: number }>> {
  await page.evaluate(() => {
    const counted = { presses: 0, typed: 0 };
    Object.assign(globalThis, { counted });
    addEventListener('click', ({ isTrusted }) => (counted.presses += isTrusted ? 1 : 0), true);
    addEventListener('input', () => (counted.typed += 1), true);
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { counted: { presses: number; typed: number } }).counted);
}

describe.skipIf(browserMissing !== null)('from the login to the data', () => {
  let folder: string;
  let services: Awaited<ReturnType<typeof startServices>>;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-one-press-'));
    services = await startServices({
      dataDirectory: folder,
      portalPort: 0,
      gatewayPort: 0,
      kiosk: { port: 0 },
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await services?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('needs one press on the hospital’s page, and no typing', async () => {
    const { page, complaints } = await openPage(browser, services.portal.url);
    // Everything that reaches the website's page, in headers and bodies.
    const received: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(`${services.gateway.url}/v1/`))
        received.push(
          Promise.all([response.text().catch(() => ''), response.allHeaders()]).then((parts) =>
            JSON.stringify(parts),
          ),
        );
    });
    await connect(page, lin);
    const counted = await countPresses(page);
    await read(page);
    const viewer = page.locator('mhb-passbook-viewer');
    await viewer.getByText('Penicillin').first().waitFor();
    expect(await counted()).toEqual({ presses: 1, typed: 0 });
    // The website learns no part of the ID number.
    const shown = await page.evaluate(
      () => document.querySelector('mhb-passbook-viewer')?.passbook?.subjectId,
    );
    expect(shown).toBeNull();
    expect(await page.content()).not.toContain(lin.nationalId.slice(0, 6));
    const all = await Promise.all(received);
    expect(all.some((each) => each.includes('application/jose'))).toBe(true);
    // The password of archives is the ID number.
    for (const secret of [lin.nationalId.slice(0, 6), lin.password])
      expect(all.join('\n')).not.toContain(secret);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('needs one press at the kiosk, and no typing', async () => {
    const { page, complaints } = await openPage(browser, services.kiosk?.url ?? '');
    await page.locator('[data-show=enter]').click();
    await logIn(page, lin);
    const counted = await countPresses(page);
    await read(page);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
    expect(await counted()).toEqual({ presses: 1, typed: 0 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps the viewer in sight while it loads on a slow network', async () => {
    const { page } = await openPage(browser, services.portal.url);
    await page.setViewportSize({ width: 390, height: 844 });
    await connect(page, lin);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The files that the viewer loads to open a file.
    await page.route(/\/mhb\/(?:book-|.*worker)/, async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('mhb-request-table #read').click();
    await page.locator('mhb-request-table').getByText('已在檢視器開啟').waitFor();
    const viewer = page.locator('mhb-passbook-viewer');
    expect(await viewer.locator('#section-title').count()).toBe(0);
    const topOf = async (): Promise<number> => (await viewer.boundingBox())?.y ?? NaN;
    await expect.poll(topOf).toBeLessThan(844);
    expect(await topOf()).toBeGreaterThan(-200);
    release();
    await viewer.getByText('Penicillin').first().waitFor();
    await page.context().close();
  });

  it('continues without a press when a lost network is back', async () => {
    const { page } = await openPage(browser, services.portal.url);
    await connect(page, lin);
    const counted = await countPresses(page);
    await page.context().setOffline(true);
    await page.locator('mhb-request-table #read').click();
    await page.getByText('網路恢復後會自動繼續。').first().waitFor();
    await page.context().setOffline(false);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
    expect(await counted()).toEqual({ presses: 1, typed: 0 });
    await page.context().close();
  });
});
