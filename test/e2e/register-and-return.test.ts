import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lin } from '@mhb-kit/testkit/people';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import { confirm, connect, openLogin, read } from '../../examples/journey.mjs';
import { startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/**
 * A person without an account who presses the button of a hospital: registers on the gateway's page, confirms with
 * mail, card and code, and is back at the hospital that sent them, with their data.
 */

describe.skipIf(browserMissing !== null)('registering on the way from a hospital', () => {
  let folder: string;
  let services: Awaited<ReturnType<typeof startServices>>;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-return-'));
    services = await startServices({ dataDirectory: folder, portalPort: 0, gatewayPort: 0, registered: [] });
    return async () => {
      await services.stop();
      await rm(folder, { recursive: true, force: true });
    };
  });
  afterAll(() => browser?.close());

  const messageTo = async (to: string, pattern: RegExp): Promise<string> => {
    const find = (): string | undefined =>
      services.outbox.messages
        .filter((one) => one.to.replaceAll('-', '') === to)
        .map(({ text }) => pattern.exec(text)?.[0])
        .findLast((found) => found !== undefined);
    await expect.poll(find).toBeDefined();
    return find() ?? '';
  };

  /** From the hospital's page to the step that says that a mail will come; returns the gateway's window. */
  async function register(portal: Page): Promise<Page> {
    const own = await openLogin(portal);
    own.setDefaultTimeout(20_000);
    await own.locator('mhb-login-box').getByRole('link', { name: '首次申請密碼' }).click();
    const form = own.locator('mhb-registration');
    await form
      .getByText(/已插入卡片|已偵測到健保卡/)
      .first()
      .waitFor();
    await form.locator('#read').click();
    await form.getByText('已讀取健保卡').first().waitFor();
    for (const [name, value] of Object.entries({
      nationalId: lin.nationalId,
      personName: lin.name,
      birthDate: lin.birthDate,
      householdNumber: lin.householdNumber,
      registeredAddress: lin.registeredAddress,
      mobile: lin.mobile,
      email: lin.email,
      newPassword: lin.password,
      repeatedPassword: lin.password,
    }))
      await form.locator(`[name=${name}]`).fill(value);
    await form.locator('[type=submit]').click();
    await form.getByRole('heading', { name: '請確認您的資料' }).waitFor();
    await form.locator('[type=submit]').click();
    await form.getByRole('heading', { name: '已收到您的註冊申請' }).waitFor();
    return own;
  }

  /** Opens the link of the mail in the same browser, and confirms with card and code. */
  async function activate(beside: Page): Promise<Page> {
    const link = await messageTo(lin.email, /https?:\/\/\S+#ticket=\w+/);
    const mailed = await beside.context().newPage();
    await mailed.goto(link);
    const activation = mailed.locator('mhb-activation');
    await activation.locator('[type=submit]').click();
    await activation.locator('#code').fill(await messageTo(lin.mobile, /\b\d{6}\b/));
    await activation
      .getByText(/已插入卡片|已偵測到健保卡/)
      .first()
      .waitFor();
    await activation.locator('[type=submit]').click();
    await activation.getByText('認證成功').first().waitFor();
    return mailed;
  }

  const opensPassbook = async (page: Page): Promise<void> => {
    await read(page);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
  };

  it('ends at the hospital, with the data, by the link in the mail', async () => {
    const { page: portal, complaints } = await openPage(browser, services.portal.url);
    await register(portal);
    const mailed = await activate(portal);
    // The page names the hospital and its address before anything is typed.
    await mailed.getByText(`「明德綜合醫院」（${services.portal.url}）`).waitFor();
    await mailed.locator('mhb-activation').getByRole('link', { name: '回登入頁' }).click();
    await mailed.waitForURL(`${services.portal.url}/`);
    await connect(mailed, lin);
    await opensPassbook(mailed);
    expect(complaints).toEqual([]);
    await portal.context().close();
  });

  it('ends at the hospital, with the data, in the window that it opened', async () => {
    const { page: portal } = await openPage(browser, services.portal.url);
    const own = await register(portal);
    await activate(portal);
    await own.locator('mhb-registration').getByRole('link', { name: '回登入頁' }).click();
    await own.waitForURL('**/connect/authorize?**');
    await confirm(own, lin);
    await own.locator('#allow').click();
    await portal.locator('mhb-login-box #log-out').waitFor();
    await opensPassbook(portal);
    await portal.context().close();
  });

  it('returns from a forgotten password and a new card, too', async () => {
    const { page: portal } = await openPage(browser, services.portal.url);
    for (const link of ['忘記密碼', '換卡、換手機或恢復帳號']) {
      const own = await openLogin(portal);
      const asked = own.url();
      await own.locator('mhb-login-box').getByRole('link', { name: link }).click();
      await own.getByRole('link', { name: '回登入頁' }).first().click();
      await own.waitForURL(asked);
      await own.close();
      await portal.reload();
    }
    await portal.context().close();
  });

  it('leads to no address that the operator has not registered', async () => {
    const { page } = await openPage(browser, services.gateway.url);
    for (const way of [
      'activation?client_id=unknown',
      `activation?client_id=${encodeURIComponent('https://evil.example')}`,
      'registration?client_id=mingde&redirect_uri=https://evil.example/',
      'registration?client_id=mingde',
    ]) {
      await page.goto(`${services.gateway.url}/${way}`);
      const back = await page
        .locator('mhb-activation, mhb-registration')
        .evaluate((element) => element.getAttribute('login-href'));
      expect(back, way).toBe('/account');
    }
    await page.context().close();
  });
});
