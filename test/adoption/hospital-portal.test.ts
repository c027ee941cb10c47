import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lin } from '@mhb-kit/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn, openInViewer, request, unlock } from '../../examples/journey.mjs';
import { startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';

/** The hospital's page: what it gets of a person, and when. */
describe.skipIf(browserMissing !== null)('the hospital portal', () => {
  let folder: string;
  let services: Awaited<ReturnType<typeof startServices>>;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-portal-'));
    services = await startServices({ dataDirectory: folder, portalPort: 0, gatewayPort: 0 });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await services?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stands on an origin of its own', () => {
    const origins = [services.portal.url, services.gateway.url, services.bridge.address.url].map(
      (url) => new URL(url).origin,
    );
    expect(new Set(origins).size).toBe(3);
  });

  it('hands the passbook to the hospital’s code as FHIR after a yes, and takes it back', async () => {
    const { page, complaints } = await openPage(browser, services.portal.url);
    const asked: string[] = [];
    const sent: string[] = [];
    page.on('request', (one) => {
      asked.push(one.url());
      if (one.method() !== 'GET') sent.push(one.url());
    });
    const handover = page.locator('#handover');

    await logIn(page, lin);
    await request(page);
    await openInViewer(page);
    expect(await handover.isVisible()).toBe(false);
    await unlock(page, lin.nationalId);

    await handover.waitFor();
    const questionnaire = page.locator('#questionnaire');
    expect(await questionnaire.isVisible()).toBe(false);
    expect(await page.locator('#allergies li').count()).toBe(0);
    expect(asked.filter((url) => url.includes('mhb-core'))).toEqual([]);

    await page.locator('#agree').click();
    await questionnaire.getByText('Penicillin').waitFor();
    expect(await page.locator('#medications li').count()).toBeGreaterThan(1);
    // What was handed over went to code in the page, to no server.
    expect(sent.filter((url) => url.startsWith(services.portal.url))).toEqual([]);

    await page.locator('#withdraw').click();
    expect(await questionnaire.isVisible()).toBe(false);
    expect(await page.locator('#allergies li').count()).toBe(0);

    await page.locator('#agree').click();
    await questionnaire.getByText('Penicillin').waitFor();
    await page.locator('mhb-login-box #log-out').click();
    await handover.waitFor({ state: 'hidden' });
    expect(await page.locator('#allergies li').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('hands over nothing after a no', async () => {
    const { page } = await openPage(browser, services.portal.url);
    await logIn(page, lin);
    await request(page);
    await openInViewer(page);
    await unlock(page, lin.nationalId);
    await page.locator('#decline').click();
    expect(await page.locator('#handover').isVisible()).toBe(false);
    expect(await page.locator('#allergies li').count()).toBe(0);
    await page.context().close();
  });
});
