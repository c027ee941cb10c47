import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBridge, virtualPcscPort, type Bridge } from '@mhb-kit/card-bridge';
import { maskName } from '@mhb-kit/core/identity';
import { createDevelopmentOutbox, createGateway, type Gateway } from '@mhb-kit/gateway';
import { lin } from '@mhb-kit/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { cardOf } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/**
 * The whole process without a mouse, on a page of the operator's own, with gateway and bridge: register,
 * activate, log in, request, download, log out. Nothing is clicked, and the focus is never lost.
 */

const bundle = new URL('../../packages/elements/dist/cdn/', import.meta.url);

/** The focused control in any shadow tree: its id, or its text. */
const focused = (page: Page): Promise<{ id: string; text: string; tag: string }> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return {
      id: active?.id ?? '',
      text: active?.textContent.replace(/\s+/g, ' ').trim() ?? '',
      tag: active?.tagName ?? '',
    };
  });

/** Presses Tab until a control is reached, by its id or text; every stop on the way must be a control. */
async function reach(page: Page, control: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    const { id, text } = await focused(page);
    if (id === control || text === control) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${control} cannot be reached by ${key}`);
}

async function press(page: Page, control: string, key = 'Enter'): Promise<void> {
  await reach(page, control);
  await page.keyboard.press(key);
}

async function type(page: Page, control: string, text: string): Promise<void> {
  await reach(page, control);
  await page.keyboard.type(text);
}

/** Waits until the focus is on an element, by text or id. */
const isFocused = (page: Page, control: string): Promise<void> =>
  expect
    .poll(async () => Object.values(await focused(page)))
    .toContain(control)
    .then(() => undefined);

describe.skipIf(browserMissing !== null)(
  `the journey by keyboard${browserMissing === null ? '' : ` (${browserMissing})`}`,
  () => {
    let folder: string;
    let site: Server;
    let origin: string;
    let bridge: Bridge;
    let gateway: Gateway;
    let browser: Browser;
    const outbox = createDevelopmentOutbox();

    const pageAt = (path: string): string => `<!doctype html>
<html lang="zh-Hant">
  <title>健康存摺</title>
  <script type="module" src="/mhb-elements.min.js"></script>
  <mhb-provider gateway="${gateway.url}">
    ${
      path === '/activation'
        ? '<mhb-activation login-href="/"></mhb-activation>'
        : `<mhb-login-box></mhb-login-box>
           <mhb-registration hidden></mhb-registration>
           <mhb-request-table></mhb-request-table>`
    }
  </mhb-provider>
</html>`;

    /** The last message to a mailbox or mobile number that contains such a secret. */
    const secretSent = async (secret: RegExp): Promise<string> => {
      let found = '';
      await expect
        .poll(() => {
          found = outbox.messages.flatMap(({ text }) => secret.exec(text)?.[1] ?? []).at(-1) ?? '';
          return found;
        })
        .not.toBe('');
      return found;
    };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-keyboard-'));
      site = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', origin);
        if (!pathname.endsWith('.js')) {
          response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageAt(pathname));
          return;
        }
        readFile(new URL(`.${pathname}`, bundle)).then(
          (content) => response.setHeader('Content-Type', 'text/javascript').end(content),
          () => response.writeHead(404).end(),
        );
      });
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      origin = `http://localhost:${(site.address() as AddressInfo).port}`;
      bridge = await createBridge({
        pcsc: virtualPcscPort({ 'Simulated reader': cardOf(lin) }),
        dataDir: join(folder, 'card-bridge'),
        origins: [{ origin, consent: 'enrolled' }],
      });
      await bridge.start();
      gateway = createGateway({
        dataDirectory: join(folder, 'gateway'),
        port: 0,
        recordSource: inventedRecords(),
        registration: { sender: outbox, register: 'records' },
        embedders: [{ id: 'portal', name: '健康存摺', origins: [origin], login: ['direct'] }],
        bridges: [{ name: 'test', publicJwk: bridge.publicJwk }],
      });
      await gateway.start();
      browser = await launchBrowser();
    });

    afterAll(async () => {
      await browser?.close();
      await gateway?.stop();
      await bridge?.stop();
      site?.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('leads from 首次申請密碼 to 登出', async () => {
      const { page, complaints } = await openPage(browser, `${origin}/`);
      await page.locator('mhb-login-box .reader.present').waitFor();

      await press(page, '首次申請密碼');
      await isFocused(page, '健保卡網路服務註冊');
      await page.locator('mhb-registration .reader.present').waitFor();
      await press(page, 'read');
      await page.locator('mhb-registration .reader dl').waitFor();
      await type(page, 'nationalId', lin.nationalId);
      await type(page, 'personName', lin.name);
      await type(page, 'birthDate', '50/04/18');
      await type(page, 'householdNumber', lin.householdNumber);
      await type(page, 'registeredAddress', lin.registeredAddress);
      await type(page, 'newPassword', 'Keyboard1');
      await type(page, 'repeatedPassword', 'Keyboard1');
      await type(page, 'mobile', lin.mobile);
      await type(page, 'email', lin.email);
      await press(page, '下一步：確認資料');
      await isFocused(page, '請確認您的資料');
      await press(page, '送出註冊');
      await isFocused(page, '已收到您的註冊申請');

      const ticket = await secretSent(/#ticket=([\w-]+)/);
      await page.goto(`${origin}/activation#ticket=${ticket}`);
      expect(page.url()).not.toContain(ticket);
      await page.locator('mhb-activation [part=submit]').waitFor();
      await press(page, '傳送驗證碼');
      await isFocused(page, 'code');
      await page.keyboard.type(await secretSent(/驗證碼 (\d{6})/));
      await page.locator('mhb-activation .reader.present, mhb-activation .reader.ready').waitFor();
      await page.keyboard.press('Enter');
      await isFocused(page, '認證成功，請按「回登入頁」登入健康存摺。');
      await press(page, '回登入頁');

      await page.locator('mhb-login-box .reader.present, mhb-login-box .reader.ready').waitFor();
      await type(page, 'password', 'Keyboard1');
      await page.keyboard.press('Enter');
      await page.locator('mhb-login-box #log-out').waitFor();
      expect((await focused(page)).text).toContain(maskName(lin.name));

      await press(page, 'apply');
      await page.locator('mhb-request-table tr.available').first().waitFor({ timeout: 30_000 });
      await page.locator('mhb-request-table .progress').waitFor({ state: 'hidden', timeout: 30_000 });
      expect((await focused(page)).tag).not.toBe('BODY');
      await press(page, 'select-all', ' ');
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'download')]);
      expect(download.suggestedFilename()).toMatch(/^健康存摺_\d{7}\.zip$/);
      await isFocused(page, 'download');

      await reach(page, 'log-out', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await isFocused(page, 'password');
      expect(await page.locator('mhb-request-table table').count()).toBe(0);
      expect(complaints).toEqual([]);
    });
  },
);
