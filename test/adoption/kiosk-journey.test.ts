import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualPcscPort } from '@mhb-kit/card-bridge';
import { formatRocCompact, taipeiDate } from '@mhb-kit/core/identity';
import { lin } from '@mhb-kit/testkit';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf, startServices } from '../../examples/services.mjs';
import { logIn, openInViewer, read, request, unlock } from '../../examples/journey.mjs';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';

/** The kiosk's page for a new person: from the registration form to the file on the stick. */

/** Reads the code from the screen with another library than the one that wrote it. */
const hasQrReader = (() => {
  try {
    execFileSync('zbarimg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Invented, and unknown to the gateway. */
const newcomer = lin;
const READER = 'Simulated reader';

describe.skipIf(browserMissing !== null)('the kiosk’s page', () => {
  let folder: string;
  let services: Awaited<ReturnType<typeof startServices>>;
  let browser: Browser;
  const readers = virtualPcscPort({ [READER]: cardOf(newcomer) });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-kiosk-journey-'));
    services = await startServices({
      dataDirectory: folder,
      portalPort: 0,
      gatewayPort: 0,
      readers,
      registered: [],
      kiosk: { port: 0 },
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await services?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Types with the on-screen keypad. */
  const touch = async (page: Page, field: Locator, text: string): Promise<void> => {
    await field.click();
    const keys = page.locator('mhb-keypad');
    for (const character of text) {
      const isUpper = /[A-Z]/.test(character);
      const showsUpper = (await keys.getByRole('button', { name: 'A', exact: true }).count()) === 1;
      if (/[a-z]/i.test(character) && isUpper !== showsUpper) await keys.locator('#case').click();
      await keys.getByRole('button', { name: character, exact: true }).click();
    }
    expect(await field.inputValue()).toBe(text);
  };

  /** Buttons that are not completely visible. */
  const outOfSight = (buttons: Locator): Promise<string[]> =>
    buttons.evaluateAll((all) =>
      all
        .filter((button) => {
          const { top, bottom } = button.getBoundingClientRect();
          return top < 0 || bottom > innerHeight;
        })
        .map((button) => button.textContent.trim()),
    );

  const message = async (channel: 'mail' | 'sms', pattern: RegExp): Promise<string> => {
    const find = (): string | undefined =>
      services.outbox.messages
        .filter((one) => one.channel === channel)
        .map((one) => pattern.exec(one.text)?.[0])
        .findLast((found) => found !== undefined);
    await expect.poll(find).toBeDefined();
    return find() ?? '';
  };

  it('leads from registering to a file on the stick, and deletes everything when the card is removed', async () => {
    const { page, complaints } = await openPage(browser, services.kiosk?.url ?? '');
    page.setDefaultTimeout(40_000);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.locator('#english').click();
    await page.getByRole('heading', { name: 'Insert your NHI card' }).waitFor();
    await page.locator('#chinese').click();

    // Registers.
    await page.locator('[data-show=register]').click();
    const form = page.locator('mhb-registration');
    await form.locator('#read').click();
    await form.getByText('已讀取健保卡').first().waitFor();
    await form.locator('[name=nationalId]').fill(newcomer.nationalId);
    await form.locator('[name=personName]').fill(newcomer.name);
    await form.locator('[name=birthDate]').fill(newcomer.birthDate);
    await touch(page, form.locator('[name=householdNumber]'), newcomer.householdNumber);
    await form.locator('[name=registeredAddress]').fill(newcomer.registeredAddress);
    await touch(page, form.locator('[name=mobile]'), '0912345678');
    await form.locator('[name=email]').fill('mei@example.tw');
    await form.locator('[name=newPassword]').fill(newcomer.password);
    await form.locator('[name=repeatedPassword]').fill(newcomer.password);
    await form.locator('[type=submit]').click();
    await form.getByRole('heading', { name: '請確認您的資料' }).waitFor();
    await form.locator('[type=submit]').click();
    const typed = await message('mail', /\b(?:\w{4}-){3}\w{4}\b/);
    const link = await message('mail', /https?:\/\/\S+#ticket=\w+/);
    expect(link.endsWith(`#ticket=${typed.replaceAll('-', '')}`)).toBe(true);

    // Returns with the mail, mistypes its code, and types it again, with the on-screen keypad.
    await page.goto(services.kiosk?.url ?? '');
    await page.locator('[data-show=activate]').click();
    const activation = page.locator('mhb-activation');
    await touch(page, page.locator('#link'), 'A2');
    expect(await outOfSight(page.locator('mhb-keypad button'))).toEqual([]);
    await page.locator('#link-form button').click();
    await activation.locator('[type=submit]').click();
    await activation.getByText('這個連結或代碼無效').first().waitFor();
    await page.locator('#link').clear();
    await touch(page, page.locator('#link'), typed.toLowerCase());
    await page.locator('#link-form button').click();
    await activation.locator('[type=submit]').click();
    const code = await message('sms', /\d{6}/);
    await touch(page, activation.locator('#code'), code);
    await activation.locator('[type=submit]').click();
    await activation.locator('#back').waitFor();

    // Logs in with the on-screen keypad.
    await page.goto(services.kiosk?.url ?? '');
    await page.locator('[data-show=enter]').click();
    await touch(page, page.locator('mhb-login-box #password'), newcomer.password);
    await page.locator('mhb-login-box [part=submit]').click();
    await request(page);
    await openInViewer(page);
    await unlock(page, newcomer.nationalId);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
    expect(await outOfSight(page.locator('#finish'))).toEqual([]);
    await page.locator('[data-goto=data]').click();
    await page.locator('mhb-request-table #download').click();
    await page.locator('#stick').getByText('已存到隨身碟').waitFor();
    expect(readdirSync(join(folder, 'stick'))).toEqual([
      `健康存摺_${formatRocCompact(taipeiDate(new Date()))}.zip`,
    ]);

    readers.remove(READER);
    await page.locator('#welcome').waitFor();
    expect(await page.locator('#goodbye').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/林|Penicillin/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows one thing at a time, says in sight what happened, and asks for the card until it is gone', async () => {
    const { nationalId, name, password, card } = newcomer;
    await services.gateway.activateAccount({ nationalId, name, password, cardNumber: card.cardNumber });
    readers.remove(READER);
    readers.insert(READER, cardOf(newcomer));
    const { page, complaints } = await openPage(browser, services.kiosk?.url ?? '');
    page.setDefaultTimeout(40_000);
    await page.setViewportSize({ width: 1280, height: 1024 });
    const shown = () =>
      page
        .locator('[data-part]')
        .evaluateAll((parts) => parts.filter((each) => each.checkVisibility()).map(({ id }) => id));
    expect(await outOfSight(page.locator('#welcome button'))).toEqual([]);
    await page.locator('[data-show=enter]').click();
    await logIn(page, newcomer);
    expect(await shown()).toEqual(['data']);
    expect(await page.locator('[data-goto=share]').isVisible()).toBe(false);
    await read(page);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
    expect(await shown()).toEqual(['read']);
    for (const part of ['share', 'phone', 'read', 'data']) {
      await page.locator(`[data-goto=${part}]`).click();
      expect(await shown()).toEqual([part]);
    }
    await page.locator('mhb-request-table #choose').click();
    await page.locator('mhb-request-table #select-all').check();
    await page.locator('mhb-request-table #download').click();
    const said = page.locator('#stick');
    await said.getByText('已存到隨身碟').waitFor();
    expect(await outOfSight(said)).toEqual([]);

    await page.locator('#finish').click();
    const asked = page.locator('#take-back');
    await asked.getByText('健保卡').waitFor();
    expect(await outOfSight(asked)).toEqual([]);
    // The stick of this trial is a folder, which nobody can take back.
    expect(await asked.getByText('隨身碟').isVisible()).toBe(false);
    readers.remove(READER);
    await asked.waitFor({ state: 'hidden' });
    readers.insert(READER, cardOf(newcomer));
    expect(await asked.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('suspends and resumes an account with the on-screen keypad, and deletes the data of a removed card', async () => {
    const { page, complaints } = await openPage(browser, services.kiosk?.url ?? '');
    page.setDefaultTimeout(40_000);
    await page.setViewportSize({ width: 1920, height: 1080 });
    const recovery = page.locator('mhb-account-recovery');
    const done = (words: string) => recovery.getByRole('heading', { name: words }).waitFor();
    const { email: mailbox, password, householdNumber, birthDate, nationalId, name, card } = newcomer;
    await services.gateway.activateAccount({
      nationalId,
      name,
      password,
      cardNumber: card.cardNumber,
      contact: {
        householdNumber,
        registeredAddress: newcomer.registeredAddress,
        telephone: null,
        mobile: '0912345678',
        email: mailbox,
        alternateEmail: null,
      },
    });

    // Suspending requires no card, because it may be lost.
    readers.remove(READER);
    await page.locator('[data-show=recover]').click();
    await recovery.locator('#choose-suspend').click();
    await touch(page, recovery.locator('#nationalId'), nationalId);
    await touch(page, recovery.locator('#password'), password);
    await recovery.locator('#details [type=submit]').click();
    await done('帳號已停用');

    readers.insert(READER, cardOf(newcomer));
    await recovery.locator('#choose-again').click();
    await recovery.locator('#choose-resume').click();
    await recovery
      .getByText(/已插入卡片|已偵測到健保卡/)
      .first()
      .waitFor();
    await recovery.locator('#read').click();
    await recovery.locator('dl').waitFor();
    await touch(page, recovery.locator('#password'), password);
    await touch(page, recovery.locator('#householdNumber'), householdNumber);
    await touch(page, recovery.locator('#birthDate'), birthDate.replaceAll('-', ''));
    const before = services.outbox.messages.length;
    await recovery.locator('#details [type=submit]').click();
    const code = (): string | undefined =>
      services.outbox.messages
        .slice(before)
        .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])
        .find((found) => found !== undefined);
    await expect.poll(code).toBeDefined();
    expect(await recovery.locator('[type=checkbox]').count()).toBe(0);
    await touch(page, recovery.locator('#code'), code() ?? '');
    await recovery.locator('#code-form [type=submit]').click();
    await done('帳號已恢復');

    // Partly filled in when the card is removed: the next person finds nothing.
    await recovery.locator('#choose-again').click();
    await recovery.locator('#choose-card').click();
    await recovery.locator('#read').click();
    await recovery.locator('dl').waitFor();
    await touch(page, recovery.locator('#password'), password);
    readers.remove(READER);
    await recovery.locator('.choices').waitFor();
    await recovery.locator('#choose-card').click();
    expect(await recovery.locator('#password').inputValue()).toBe('');
    expect(await recovery.evaluate((element) => element.shadowRoot?.textContent)).not.toContain(name);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.skipIf(!hasQrReader)(
    'adds the passkey of a phone in three screens, logs in with it in two presses, and removes, loses and replaces it',
    async () => {
      const { name, nationalId, password, card, householdNumber, registeredAddress } = newcomer;
      const { gateway } = services;
      const activate = (): Promise<void> =>
        gateway.activateAccount({
          nationalId,
          name,
          password,
          cardNumber: card.cardNumber,
          contact: {
            householdNumber,
            registeredAddress,
            telephone: null,
            mobile: '0912345678',
            email: newcomer.email,
            alternateEmail: null,
          },
        });
      await activate();
      readers.remove(READER);
      readers.insert(READER, cardOf(newcomer));

      // The phone stores its own keys.
      const telephone = await browser.newContext({
        locale: 'zh-TW',
        timezoneId: 'Asia/Taipei',
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      });
      const phone = await telephone.newPage();
      phone.setDefaultTimeout(40_000);
      const cdp = await telephone.newCDPSession(phone);
      await cdp.send('WebAuthn.enable');
      await cdp.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          ctap2Version: 'ctap2_1',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });

      /** With the card in the reader, everything is done with the on-screen keys. */
      const enrol = async (): Promise<void> => {
        const { page, complaints } = await openPage(browser, services.kiosk?.url ?? '');
        page.setDefaultTimeout(40_000);
        await page.setViewportSize({ width: 1920, height: 1080 });
        await page.locator('[data-show=phone]').click();
        await page
          .locator('mhb-login-box')
          .getByText(/已插入卡片|已偵測到健保卡/)
          .first()
          .waitFor();
        await touch(page, page.locator('mhb-login-box #password'), password);
        await page.locator('mhb-login-box [part=submit]').click();
        const account = page.locator('#phone mhb-account');
        // Screen 1: the password once more.
        await account.locator('#add-by-phone').click();
        await touch(page, account.locator('#passkeyPassword'), password);
        expect(await page.locator('#data').isVisible()).toBe(false);
        await account.locator('form [part=submit]').click();
        // Screen 2: the code to scan.
        const picture = join(folder, 'qr.png');
        writeFileSync(picture, await account.locator('svg.qr').screenshot());
        const scanned = execFileSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8' }).trim();
        expect(scanned.startsWith(`${gateway.url}/passkey#ticket=`)).toBe(true);
        await phone.goto(scanned);
        await phone.locator('#make').waitFor();
        expect(await phone.locator('#place').textContent()).toBe('青田鎮公所');
        await phone.locator('#make').click();
        // Screen 3: the digits that the phone shows.
        const digits = phone.locator('#digits');
        await digits.waitFor();
        await account.locator('#passkeyCode').waitFor();
        await touch(page, account.locator('#passkeyCode'), (await digits.textContent()) ?? '');
        await account.locator('form [part=submit]').click();
        await account.getByText('已新增').waitFor();
        await page.locator('[data-goto=data]').click();
        await page.locator('#data mhb-request-table').waitFor();
        // The next person finds none of it.
        await page.locator('#finish').click();
        await page.locator('#welcome').waitFor();
        expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/ticket=|林/);
        expect(complaints).toEqual([]);
        await page.context().close();
      };

      /** At home: the number of presses until the account is open. */
      const logIn = async (): Promise<number> => {
        await phone.goto(`${gateway.url}/account`);
        const [button, inside] = [
          phone.locator('mhb-login-box #passkey'),
          phone.locator('mhb-account #passkeys'),
        ];
        await button.or(inside).first().waitFor();
        // The browser may have offered the key on its own, and the virtual authenticator accepts immediately.
        const presses = (await button.isVisible()) ? 1 : 0;
        if (presses > 0) await button.click({ timeout: 5_000 }).catch(() => undefined);
        await inside.waitFor();
        return presses;
      };
      const refused = async (): Promise<void> => {
        await phone.goto(`${gateway.url}/account`);
        await phone.locator('mhb-login-box #passkey').click();
        await phone.getByText('passkey-refused').waitFor();
      };

      await enrol();
      expect(await logIn()).toBeLessThanOrEqual(2);

      // Removed, on the phone itself.
      await phone.locator('mhb-account #passkeys-part button.remove').click();
      await phone.locator('mhb-login-box #passkey').waitFor();
      await refused();

      // Lost: its owner suspends the account at the kiosk, without a card. The session of the phone ends.
      await enrol();
      await logIn();
      const { page } = await openPage(browser, services.kiosk?.url ?? '');
      page.setDefaultTimeout(40_000);
      await page.setViewportSize({ width: 1920, height: 1080 });
      const recovery = page.locator('mhb-account-recovery');
      await page.locator('[data-show=recover]').click();
      await recovery.locator('#choose-suspend').click();
      await touch(page, recovery.locator('#nationalId'), nationalId);
      await touch(page, recovery.locator('#password'), password);
      await recovery.locator('#details [type=submit]').click();
      await recovery.getByRole('heading', { name: '帳號已停用' }).waitFor();
      await page.context().close();
      await refused();

      // Recovered: the account comes back, but the key does not. The card enrolls another.
      await activate();
      await refused();
      await enrol();
      expect(await logIn()).toBeLessThanOrEqual(2);
      await telephone.close();
    },
  );
});
