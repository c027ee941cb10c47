import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBridge, virtualPcscPort, type Bridge } from '@mhb-kit/card-bridge';
import { maskName } from '@mhb-kit/core/identity';
import { createDevelopmentOutbox, createGateway, type Gateway } from '@mhb-kit/gateway';
import { lin } from '@mhb-kit/testkit';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { cardOf } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/** The gateway's own pages, one after the other, for a person without an account. */

describe.skipIf(browserMissing !== null)(
  `the gateway's own pages${browserMissing === null ? '' : ` (${browserMissing})`}`,
  () => {
    const outbox = createDevelopmentOutbox();
    /** The messages in the reader panel before and after it has recognized the card. */
    const cardIn = /已插入卡片|已偵測到健保卡/;
    const newEmail = 'lin.new@example.tw';
    const [firstPassword, secondPassword] = ['danshui9', 'tamsui88'];
    let folder: string;
    let gateway: Gateway;
    let bridge: Bridge;
    let browser: Browser;
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-own-pages-'));
      gateway = createGateway({
        dataDirectory: join(folder, 'gateway'),
        port: 0,
        recordSource: inventedRecords(),
        minimumAssurance: 'card-read',
        embedders: [],
        registration: { sender: outbox, register: 'records' },
      });
      await gateway.start();
      bridge = await createBridge({
        pcsc: virtualPcscPort({ 'Simulated reader': cardOf(lin) }),
        dataDir: join(folder, 'bridge'),
        origins: [{ origin: gateway.url, consent: 'enrolled' }],
      });
      await bridge.start();
      browser = await launchBrowser();
      ({ page, complaints } = await openPage(browser, `${gateway.url}/registration`));
      page.setDefaultTimeout(20_000);
    });

    afterAll(async () => {
      await browser?.close();
      await bridge?.stop();
      await gateway?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    const send = (within: Locator) => within.locator('form:not([hidden]) [part=submit]').first().click();
    async function fill(within: Locator, values: Readonly<Record<string, string>>): Promise<void> {
      for (const [name, value] of Object.entries(values)) await within.locator(`#${name}`).fill(value);
    }
    async function readCard(within: Locator): Promise<void> {
      await within.getByText(cardIn).first().waitFor();
      await within.locator('#read').click();
      await within
        .locator('dl')
        .getByText(maskName(lin.name))
        .or(within.getByText(lin.name))
        .first()
        .waitFor();
    }
    /** The next message to an address. */
    async function messageTo(address: string, act: () => Promise<void>): Promise<string> {
      const before = outbox.messages.length;
      await act();
      const find = () => outbox.messages.slice(before).find(({ to }) => to === address);
      await expect.poll(find).toBeTruthy();
      return find()?.text ?? '';
    }
    const linkIn = (text: string): string => /https?:\S+#ticket=[\w-]+/.exec(text)?.[0] ?? '';

    async function logIn(password: string): Promise<void> {
      const box = page.locator('mhb-login-box');
      await box.getByText(cardIn).first().waitFor();
      await box.locator('#password').fill(password);
      await box.locator('[part=submit]').click();
      await page.locator('mhb-account #contact').waitFor();
    }

    it('accept an application, activate it by mail, message and card, and let its person log in', async () => {
      const registration = page.locator('mhb-registration');
      await readCard(registration);
      await fill(registration, {
        nationalId: lin.nationalId,
        personName: lin.name,
        householdNumber: lin.householdNumber,
        birthDate: lin.birthDate,
        registeredAddress: lin.registeredAddress,
        newPassword: firstPassword,
        repeatedPassword: firstPassword,
        mobile: lin.mobile,
        email: lin.email,
      });
      await send(registration);
      await registration.locator('form.step').waitFor();
      const link = linkIn(
        await messageTo(lin.email, async () => {
          await send(registration);
          await registration.locator('ol.next').waitFor();
        }),
      );
      expect(link).toContain(`${gateway.url}/activation#ticket=`);

      await page.goto(link);
      const activation = page.locator('mhb-activation');
      const text = await messageTo(lin.mobile.replaceAll('-', ''), () => send(activation));
      // The ticket is nowhere that a screen, a history or a referrer could reveal it.
      expect(page.url()).toBe(`${gateway.url}/activation`);
      await fill(activation, { code: /\b\d{6}\b/.exec(text)?.[0] ?? '' });
      await activation.getByText(cardIn).first().waitFor();
      await send(activation);
      await activation.locator('a[href="/account"]').click();
      await logIn(firstPassword);
    });

    it('change an address, which becomes valid when its mail is confirmed', async () => {
      const account = page.locator('mhb-account');
      const link = linkIn(
        await messageTo(newEmail, async () => {
          await fill(account, { email: newEmail, contactPassword: firstPassword });
          await account.locator('#contact [part=submit]').click();
        }),
      );
      expect(link).toContain(`${gateway.url}/email-confirmation#ticket=`);
      await page.goto(link);
      await page.locator('#confirm').click();
      await page.locator('#done').waitFor();
      await page.goto('about:blank');
      await page.goto(link);
      await page.locator('#confirm').click();
      await page.locator('#failure').getByText('請登入後重新填寫信箱').waitFor();
    });

    it('let a forgotten password be replaced with the card', async () => {
      await page.goto(`${gateway.url}/password-reset`);
      const reset = page.locator('mhb-password-reset');
      await readCard(reset);
      const mail = await messageTo(newEmail, async () => {
        await send(reset);
        await reset.locator('#oneTimePassword').waitFor();
      });
      const oneTimePassword = /一次性密碼：([a-z2-9]{10})/.exec(mail)?.[1] ?? '';
      expect(oneTimePassword).not.toBe('');
      await fill(reset, {
        oneTimePassword,
        newPassword: secondPassword,
        repeatedPassword: secondPassword,
      });
      await send(reset);
      await reset.locator('a[href="/account"]').last().click();
      await logIn(secondPassword);
      expect(complaints).toEqual([]);
    });

    it('are found from the address of the gateway itself', async () => {
      await page.goto(gateway.url);
      const { text, scripts } = await page.evaluate(() => ({
        text: document.body.innerText,
        scripts: document.scripts.length,
      }));
      expect(scripts).toBe(0);
      expect(text.indexOf('登入並管理您的帳號')).toBeLessThan(text.indexOf('Log in and manage your account'));
      const addresses = await page
        .locator('main a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      for (const address of new Set(addresses)) {
        const response = await page.goto(address);
        expect(response?.status(), address).toBe(200);
      }
      await page.goto(gateway.url);
      await page.getByText('登入並管理您的帳號').click();
      await page.locator('mhb-login-box #password').waitFor();
      expect(complaints).toEqual([]);
    });
  },
);
