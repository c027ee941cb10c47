import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chen, lin, wang } from '@mhb-kit/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PIN } from '../../examples/certificate-card.mjs';
import { cast } from '../../examples/demonstration.mjs';
import { openLogin } from '../../examples/journey.mjs';
import { startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';

/** `npm start`, for people who want to see everything. */
describe.skipIf(browserMissing !== null)('the demonstration', () => {
  let folder: string;
  let services: Awaited<ReturnType<typeof startServices>>;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-demonstration-'));
    services = await startServices({ dataDirectory: folder, portalPort: 0, gatewayPort: 0, ...cast });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await services?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const insert = (page: Page, name: string) =>
    page.locator('#tray-cards').getByRole('button', { name }).click();

  it('has what people need before the first login: announcements, steps, check, manual, help, sample', async () => {
    const { page, complaints } = await openPage(browser, services.portal.url);
    page.setDefaultTimeout(20_000);
    await page.locator('mhb-announcements').getByText('檔案分享').first().waitFor();
    await page
      .locator('mhb-getting-started')
      .getByText('請不要在裝有檔案分享（P2P）軟體的電腦下載')
      .waitFor();
    const help = page.locator('mhb-help');
    for (const words of ['passbook@mingde.example', '0800-030-598', '使用手冊', '常見問題'])
      await help.getByText(words).first().waitFor();
    await help.locator('#sample').click();
    await help.locator('mhb-passbook-viewer #section-title').waitFor();
    await page.locator('mhb-getting-started').getByRole('link', { name: '開始環境檢測' }).click();
    await page.waitForURL(`${services.gateway.url}/environment-check`);
    await page.locator('mhb-environment-check').getByText('這台電腦已準備好').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has a certificate in the tray, which logs in with its PIN', async () => {
    const { page } = await openPage(browser, services.portal.url);
    page.setDefaultTimeout(20_000);
    await insert(page, `${lin.name}的自然人憑證`);
    const link = await page.context().newPage();
    await link.goto(`${services.portal.url}/demo.html`);
    await link.getByText(DEMONSTRATION_PIN).waitFor();
    const [known] = await Promise.all([
      page.context().waitForEvent('page'),
      link.getByRole('link', { name: '將讀卡元件和這個瀏覽器配對' }).click(),
    ]);
    await known.waitForURL(`${services.bridge.address.url}/**`);
    const own = await openLogin(page);
    await own.locator('mhb-login-box').getByText('自然人憑證', { exact: true }).first().click();
    await own.locator('mhb-login-box #nationalId').fill(lin.nationalId);
    const [pin] = await Promise.all([
      page.context().waitForEvent('page'),
      own.locator('mhb-login-box [part=submit]').click(),
    ]);
    await pin.getByLabel('PIN 碼').fill(DEMONSTRATION_PIN);
    await pin.getByRole('button', { name: '簽章登入' }).click();
    await own.locator('#allow').waitFor();
    await page.context().close();
  });

  it('has a person without an account, one of ten years, and an outbox for what is sent', async () => {
    const { page, complaints } = await openPage(browser, services.portal.url);
    page.setDefaultTimeout(20_000);
    await page
      .locator('#tray-cards')
      .getByRole('button', { name: `${wang.name}（未註冊）` })
      .waitFor();
    await insert(page, chen.name);
    const outbox = await page.context().newPage();
    await outbox.goto(`${services.portal.url}/demo.html`);
    await outbox.locator('#empty').waitFor();
    await outbox.locator('#people').getByText(wang.householdNumber).waitFor();
    await page.goto(`${services.gateway.url}/password-reset`);
    const reset = page.locator('mhb-password-reset');
    await reset.locator('#read').click();
    await reset.getByText(chen.name).waitFor();
    await reset.locator('[part=submit]').click();
    await outbox.locator('#messages').getByText('一次性密碼').first().waitFor();
    await outbox.locator('#language').click();
    await outbox.getByText(`Mail to ${chen.email}`).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
