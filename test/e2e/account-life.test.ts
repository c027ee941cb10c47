import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBridge, virtualPcscPort, type Bridge } from '@mhb-kit/card-bridge';
import { createDevelopmentOutbox, createGateway, type Gateway } from '@mhb-kit/gateway';
import { lin } from '@mhb-kit/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { cardOf } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/**
 * The life of an account over the years, on the gateway's own pages, each time with a person, a browser, and
 * a card.
 */

describe.skipIf(browserMissing !== null)(
  `the life of an account${browserMissing === null ? '' : ` (${browserMissing})`}`,
  () => {
    const outbox = createDevelopmentOutbox();
    const mobile = lin.mobile.replaceAll('-', '');
    const spare = 'lin.spare@example.tw';
    /** The register knows the card in the reader; the account still has the lost one. */
    const lostCard = '900000111222';
    let folder: string;
    let gateway: Gateway;
    let bridge: Bridge;
    let browser: Browser;
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-account-life-'));
      gateway = createGateway({
        dataDirectory: join(folder, 'gateway'),
        port: 0,
        recordSource: inventedRecords(),
        embedders: [],
        registration: { sender: outbox, register: 'records' },
      });
      await gateway.start();
      const { nationalId, name, password, householdNumber, registeredAddress, email } = lin;
      const contact = { householdNumber, registeredAddress, telephone: null, mobile, email };
      await gateway.activateAccount({
        nationalId,
        name,
        password,
        cardNumber: lostCard,
        contact: { ...contact, alternateEmail: spare },
      });
      bridge = await createBridge({
        pcsc: virtualPcscPort({ 'Simulated reader': cardOf(lin) }),
        dataDir: join(folder, 'bridge'),
        origins: [{ origin: gateway.url, consent: 'enrolled' }],
      });
      await bridge.start();
      browser = await launchBrowser();
      ({ page, complaints } = await openPage(browser, `${gateway.url}/account`));
      page.setDefaultTimeout(20_000);
    });

    afterAll(async () => {
      await browser?.close();
      await bridge?.stop();
      await gateway?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    const box = () => page.locator('mhb-login-box');
    const recovery = () => page.locator('mhb-account-recovery');
    const account = () => page.locator('mhb-account');
    const cardIn = /已插入卡片|已偵測到健保卡/;

    /** The next message to a person, once it has been sent. */
    async function sentTo(address: string, act: () => Promise<unknown>): Promise<string> {
      const before = outbox.messages.length;
      await act();
      const find = () => outbox.messages.slice(before).find(({ to }) => to === address);
      await expect.poll(find).toBeTruthy();
      return find()?.text ?? '';
    }
    const codeIn = (text: string): string => /\b\d{6}\b/.exec(text)?.[0] ?? '';

    async function sendPassword(): Promise<void> {
      await box().getByText(cardIn).first().waitFor();
      await box().locator('#password').fill(lin.password);
      await box().locator('[part=submit]').click();
    }
    async function logInWithCode({ remember }: { readonly remember: boolean }): Promise<void> {
      const sms = await sentTo(mobile, sendPassword);
      await box().locator('#code').fill(codeIn(sms));
      if (remember) await box().locator('[name=remember]').check();
      await box().locator('[part=submit]').click();
      await account().locator('#contact').waitFor();
    }
    async function logOut(): Promise<void> {
      await box().locator('#log-out').click();
      await box().locator('#password').waitFor();
    }
    /** Goes through both steps of a recovery; returns who was notified. */
    async function recover(occasion: string): Promise<readonly string[]> {
      await recovery().locator(`#choose-${occasion}`).click();
      await recovery().getByText(cardIn).first().waitFor();
      await recovery().locator('#read').click();
      await recovery().locator('dl').waitFor();
      await recovery().locator('#password').fill(lin.password);
      await recovery().locator('#householdNumber').fill(lin.householdNumber);
      await recovery().locator('#birthDate').fill(lin.birthDate);
      const sms = await sentTo(mobile, () => recovery().locator('#details [part=submit]').click());
      const before = outbox.messages.length;
      await recovery().locator('#code').fill(codeIn(sms));
      await recovery().locator('#code-form [part=submit]').click();
      await recovery().locator('.notice.success').waitFor();
      const told = () => outbox.messages.slice(before).map(({ to }) => to);
      await expect.poll(() => told().length).toBeGreaterThanOrEqual(3);
      return told();
    }
    const everyChannel = [mobile, lin.email, spare].toSorted();

    it('gets a new card, with which the person can log in', async () => {
      await sendPassword();
      await box().getByText('login-failed').waitFor();
      await box().getByText('換卡、換手機或恢復帳號').click();
      await page.waitForURL(`${gateway.url}/account-recovery`);
      const told = await recover('card');
      expect(told.toSorted()).toEqual(everyChannel);
      await recovery().getByRole('heading', { name: '已改用新的健保卡' }).waitFor();
      // No personal data is in the address or in the browser's storage.
      const kept = await page.evaluate(() =>
        JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]),
      );
      for (const secret of [lin.nationalId, lin.card.cardNumber, lin.password])
        expect(kept).not.toContain(secret);
      await recovery().locator('a[href="/account"]').click();
      await logInWithCode({ remember: true });
    });

    it('needs no code with a trusted reader until it is removed', async () => {
      await logOut();
      await sendPassword();
      await account().locator('#contact').waitFor();
      const readers = account().locator('[aria-labelledby=readers] li');
      expect(await readers.count()).toBe(1);
      await readers.getByRole('button').click();
      await account().getByText('目前沒有').waitFor();
      await logOut();
      await logInWithCode({ remember: false });
    });

    it('is suspended by the person, and resumed with card, password, code and register', async () => {
      await account().locator('#ask-suspension').click();
      await account().locator('#safetyPassword').fill(lin.password);
      await sentTo(spare, () => account().locator('#confirm-suspension [part=submit]').click());
      await account().locator('.notice').getByText('帳號已停用').waitFor();
      await sendPassword();
      await box().getByText('account-suspended').waitFor();
      await box().locator('[role=alert] a').click();
      await page.waitForURL(`${gateway.url}/account-recovery`);
      expect((await recover('resume')).toSorted()).toEqual(everyChannel);
      await recovery().locator('a[href="/account"]').click();
      await logInWithCode({ remember: false });
      expect(complaints).toEqual([]);
    });

    it('gets a new mobile number with a letter, and is notified where the letter’s code was sent', async () => {
      await page.goto(`${gateway.url}/account-recovery`);
      await recovery().locator('#choose-mobile').click();
      await recovery().getByText(cardIn).first().waitFor();
      await recovery().locator('#read').click();
      await recovery().locator('dl').waitFor();
      await recovery().locator('#password').fill(lin.password);
      await recovery().locator('#householdNumber').fill(lin.householdNumber);
      await recovery().locator('#birthDate').fill(lin.birthDate);
      await recovery().locator('#mobile').fill('0911-222-333');
      await sentTo(mobile, () => recovery().locator('#details [part=submit]').click());
      let letter = '';
      await gateway.printLetters((letters) => {
        letter = letters.flatMap(({ paragraphs }) => paragraphs).join('\n');
        return Promise.resolve();
      });
      // The letter names the link and the choice like the pages.
      expect(letter).toContain('換卡、換手機或恢復帳號');
      await recovery().locator('#choose-again').click();
      const choice = recovery().locator('#choose-letter');
      expect(letter).toContain(await choice.locator('strong').textContent());
      await choice.click();
      await recovery()
        .locator('#letterCode')
        .fill(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(letter)?.[0] ?? '');
      const sms = await sentTo('0911222333', () => recovery().locator('#details [part=submit]').click());
      await recovery().locator('#code').fill(codeIn(sms));
      await recovery().locator('#code-form [part=submit]').click();
      await recovery().getByRole('heading', { name: '新的行動電話已生效' }).waitFor();
      expect(complaints).toEqual([]);
    });
  },
);
