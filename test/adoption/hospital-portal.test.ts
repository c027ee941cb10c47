import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskName } from '@mhb-kit/core/identity';
import { lin } from '@mhb-kit/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, openInViewer, openLogin, request, unlock } from '../../examples/journey.mjs';
import { startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';

/** The hospital's page: which of a person's data it receives, and when. */
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

  it('has a separate origin', () => {
    const origins = [services.portal.url, services.gateway.url, services.bridge.address.url].map(
      (url) => new URL(url).origin,
    );
    expect(new Set(origins).size).toBe(3);
  });

  it('sends people to the gateway’s own page to log in, and sees neither card nor password', async () => {
    const { page, complaints } = await openPage(browser, services.portal.url);
    const gateway = new URL(services.gateway.url).origin;
    const bridge = new URL(services.bridge.address.url).host;
    /** The requests of each window. */
    const sent = { portal: [] as string[], gateway: [] as string[] };
    const lines = { portal: [] as string[], gateway: [] as string[] };
    const watch = (one: Page, whose: keyof typeof sent): void => {
      one.on('request', (each) => sent[whose].push(`${each.url()} ${each.postData() ?? ''}`));
      one.on('websocket', (each) => lines[whose].push(new URL(each.url()).host));
    };
    watch(page, 'portal');
    expect(await page.locator('mhb-login-box input').count()).toBe(0);

    const own = await openLogin(page);
    watch(own, 'gateway');
    own.on('pageerror', (error) => complaints.push(error.message));
    expect(new URL(own.url()).origin).toBe(gateway);
    // The page shows who asks, with the address; and no other page can access it.
    await own.getByText(`「明德綜合醫院」（${services.portal.url}）`).first().waitFor();
    expect(await own.evaluate(() => window.opener as unknown)).toBeNull();
    // No browser reports that a window was closed, so the person says so and starts again.
    await own.close();
    await page.locator('mhb-login-box #start-again').click();

    const [opened] = await Promise.all([
      page.context().waitForEvent('page', (one) => {
        watch(one, 'gateway');
        return true;
      }),
      connect(page, lin),
    ]);
    await expect.poll(() => opened.isClosed()).toBe(true);
    await page.locator('mhb-login-box .identity').getByText(maskName(lin.name)).waitFor();

    expect(lines.portal).toEqual([]);
    // It also looks for the bridges of other people on this machine.
    expect(lines.gateway).toContain(bridge);
    for (const host of lines.gateway) expect(host).toMatch(/^127\.0\.0\.1:/);
    expect(sent.gateway.join('\n')).toContain(lin.password);
    for (const secret of [lin.password, lin.nationalId, lin.card.cardNumber])
      expect(sent.portal.join('\n')).not.toContain(secret);
    // No other origin received any request.
    const asked = [...sent.portal, ...sent.gateway].map((text) => new URL(text.split(' ')[0] ?? '').origin);
    expect(new Set(asked)).toEqual(new Set([services.portal.url, gateway]));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('passes the passbook to the hospital’s code as FHIR after consent, and removes it on request', async () => {
    const { page, complaints } = await openPage(browser, services.portal.url);
    const asked: string[] = [];
    const sent: string[] = [];
    page.on('request', (one) => {
      asked.push(one.url());
      if (one.method() !== 'GET') sent.push(one.url());
    });
    const handover = page.locator('#handover');

    await connect(page, lin);
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
    // The data was passed to code in the page, but not to any server.
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

  it('accepts the questionnaire’s answers by a health link as well, and reveals nothing of it to its server', async () => {
    const { page: person } = await openPage(browser, services.portal.url);
    await connect(person, lin);
    await request(person);
    await openInViewer(person);
    await unlock(person, lin.nationalId);
    await person.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => Promise.resolve(void Object.assign(window, { copied: text })) },
      });
    });
    const share = person.locator('mhb-share');
    await share.locator('input[name=passcode]').uncheck();
    await share.locator('[part=submit]').click();
    await share.locator('#copy').click();
    const link = await person.evaluate(() => (window as unknown as { copied: string }).copied);
    await person.context().close();

    const { page, complaints } = await openPage(browser, services.portal.url);
    const sent: string[] = [];
    // Only the addresses of fetched resources, such as the scripts, could reveal the link.
    page.on('request', (one) => {
      if (one.method() !== 'GET' || one.url().includes('shlink')) sent.push(one.url());
    });
    await page.locator('#by-link summary').click();
    const receive = page.locator('mhb-receive');
    await receive.locator('#link').fill(link);
    await receive.locator('form button[type=submit]').click();
    await receive.locator('[part=summary]').waitFor();
    expect(await page.locator('#questionnaire').isVisible()).toBe(false);
    await receive.locator('#take').click();
    await page.locator('#questionnaire').getByText('Penicillin').waitFor();
    expect(await page.locator('#medications li').count()).toBeGreaterThan(1);
    await page.locator('#withdraw').click();
    expect(await page.locator('#handover').isVisible()).toBe(false);
    expect(await page.locator('#allergies li').count()).toBe(0);
    expect(sent.some((url) => url.startsWith(services.gateway.url))).toBe(true);
    expect(sent.filter((url) => url.startsWith(services.portal.url) || url.includes('shlink'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('forwards nothing after the person declines', async () => {
    const { page } = await openPage(browser, services.portal.url);
    await connect(page, lin);
    await request(page);
    await openInViewer(page);
    await unlock(page, lin.nationalId);
    await page.locator('#decline').click();
    expect(await page.locator('#handover').isVisible()).toBe(false);
    expect(await page.locator('#allergies li').count()).toBe(0);
    await page.context().close();
  });
});
