import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBridge, virtualPcscPort, type Bridge } from '@mhb-kit/card-bridge';
import { maskName } from '@mhb-kit/core/identity';
import { createGateway, type Gateway } from '@mhb-kit/gateway';
import { lin } from '@mhb-kit/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { cardOf } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/**
 * Connect mode on two origins: a hospital's page, the gateway's own page, and the card bridge, which allows
 * only the gateway's page. The hospital's page never sees the password or the card.
 */

const bundle = new URL('../../packages/elements/dist/cdn/', import.meta.url);

describe.skipIf(browserMissing !== null)(
  `connect mode${browserMissing === null ? '' : ` (${browserMissing})`}`,
  () => {
    let folder: string;
    let hospital: Server;
    let origin: string;
    let bridge: Bridge;
    let gateway: Gateway;
    let browser: Browser;

    const page = (): string => `<!doctype html>
<html lang="zh-Hant">
  <title>仁愛醫院</title>
  <script type="module" src="/mhb-elements.min.js"></script>
  <mhb-provider gateway="${gateway.url}">
    <mhb-login-box mode="connect" client-id="hospital" redirect-uri="${origin}/back"></mhb-login-box>
    <mhb-request-table></mhb-request-table>
  </mhb-provider>
</html>`;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-connect-'));
      hospital = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', origin);
        if (pathname.endsWith('.js')) {
          readFile(new URL(`.${pathname}`, bundle)).then(
            (content) => response.setHeader('Content-Type', 'text/javascript').end(content),
            () => response.writeHead(404).end(),
          );
          return;
        }
        response
          .setHeader('Content-Type', 'text/html; charset=utf-8')
          .setHeader('Cross-Origin-Opener-Policy', 'same-origin')
          .setHeader(
            'Content-Security-Policy',
            `default-src 'self'; connect-src 'self' ${gateway.url}; base-uri 'none'; object-src 'none'; ` +
              `require-trusted-types-for 'script'; trusted-types lit-html mhb-workers`,
          )
          .end(page());
      });
      await new Promise<void>((resolve) => hospital.listen(0, resolve));
      origin = `http://localhost:${(hospital.address() as AddressInfo).port}`;
      gateway = createGateway({
        dataDirectory: join(folder, 'gateway'),
        port: 0,
        recordSource: inventedRecords(),
        minimumAssurance: 'card-read',
        embedders: [
          {
            id: 'hospital',
            name: '仁愛醫院',
            origins: [origin],
            redirectUris: [`${origin}/back`],
          },
        ],
      });
      await gateway.start();
      const { nationalId, name, password, card } = lin;
      await gateway.activateAccount({ nationalId, name, password, cardNumber: card.cardNumber });
      bridge = await createBridge({
        pcsc: virtualPcscPort({ 'Simulated reader': cardOf(lin) }),
        dataDir: join(folder, 'bridge'),
        origins: [{ origin: gateway.url, consent: 'enrolled' }],
      });
      await bridge.start();
      browser = await launchBrowser();
    });

    afterAll(async () => {
      await browser?.close();
      await bridge?.stop();
      await gateway?.stop();
      hospital?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** The person's actions on the gateway's page. */
    async function logInThere(own: Page): Promise<void> {
      await own.getByText(`「仁愛醫院」（${origin}）`).first().waitFor();
      const box = own.locator('mhb-login-box');
      await box.locator('#password').fill(lin.password);
      const consent = own.locator('#consent');
      const refused = box.locator('[role=alert]').getByText(/\S/).first();
      await box.locator('[part=submit]').click();
      await consent.or(refused).first().waitFor();
      // On a busy machine the bridge is found a moment later, so the person presses again.
      if (!(await consent.isVisible())) {
        await box.getByText('已插入卡片').waitFor();
        await box.locator('[part=submit]').click();
      }
      await consent.waitFor();
    }

    const nameShown = (portal: Page) => portal.locator('mhb-login-box').getByText(maskName(lin.name)).first();

    it('opens a popup for the login; the requesting page gets a session and nothing else', async () => {
      const { page: portal, complaints } = await openPage(browser, `${origin}/`);
      const sent: string[] = [];
      portal.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
      const [popup] = await Promise.all([
        portal.context().waitForEvent('page'),
        portal.locator('mhb-login-box [part=submit]').click(),
      ]);
      popup.setDefaultTimeout(20_000);
      popup.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text());
      });
      popup.on('pageerror', (error) => complaints.push(error.message));
      await logInThere(popup);
      expect(await popup.evaluate(() => window.opener as unknown)).toBeNull();
      await popup.locator('#allow').click();
      await nameShown(portal).waitFor();
      await expect.poll(() => popup.isClosed()).toBe(true);
      expect(sent.join('\n')).not.toContain(lin.password);
      expect(sent.join('\n')).not.toContain(lin.nationalId);
      // The code was only in the popup's address, and is no longer valid.
      expect(new URL(portal.url()).search).toBe('');

      await portal.locator('mhb-request-table #apply').click();
      await portal.locator('mhb-request-table tr.available').first().waitFor();
      expect(complaints).toEqual([]);
      expect(await portal.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      await portal.context().close();
    });

    it('accepts no consent from the Enter key of the login, or before the person can have read the page', async () => {
      const { page: portal } = await openPage(browser, `${origin}/`);
      const [popup] = await Promise.all([
        portal.context().waitForEvent('page'),
        portal.locator('mhb-login-box [part=submit]').click(),
      ]);
      popup.setDefaultTimeout(20_000);
      let granted = 0;
      popup.on('request', (request) => {
        if (request.url().endsWith('/v1/connect/codes') && request.method() === 'POST') granted += 1;
      });
      await popup.getByText(`「仁愛醫院」（${origin}）`).first().waitFor();
      await popup.locator('mhb-login-box #password').fill(lin.password);
      // A held key repeats: at the moment when the consent appears, and afterwards.
      await popup.evaluate(() => {
        const consent = document.getElementById('consent')!;
        new MutationObserver(() => {
          if (!consent.hidden) document.getElementById('allow')!.click();
        }).observe(consent, { attributes: true });
      });
      await popup.locator('mhb-login-box #password').press('Enter');
      const consent = popup.locator('#consent');
      const box = popup.locator('mhb-login-box');
      await consent.or(box.locator('[role=alert]').getByText(/\S/).first()).first().waitFor();
      // On a busy machine the bridge is found a moment later, so the person presses again.
      if (!(await consent.isVisible())) {
        await box.getByText('已插入卡片').waitFor();
        await box.locator('#password').press('Enter');
      }
      await consent.waitFor();
      for (let times = 0; times < 40; times += 1) await popup.keyboard.down('Enter');
      await popup.keyboard.up('Enter');
      expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      expect(granted).toBe(0);

      const allow = popup.locator('#allow');
      const disabled = (): Promise<string | null> => allow.getAttribute('aria-disabled');
      await expect.poll(disabled).toBe('false');
      // If something covers or moves the window, the delay starts again.
      for (const [target, event] of [
        ['window', 'blur'],
        ['window', 'resize'],
        ['document', 'visibilitychange'],
      ] as const) {
        const clicked = await popup.evaluate(
          ([where, name]) => {
            (where === 'window' ? window : document).dispatchEvent(new Event(name));
            const button = document.getElementById('allow')!;
            button.click();
            return button.getAttribute('aria-disabled');
          },
          [target, event] as const,
        );
        expect(clicked).toBe('true');
        await expect.poll(disabled).toBe('false');
      }
      expect(granted).toBe(0);

      // A key held on the button itself has an effect only when it is pressed again.
      await allow.focus();
      await popup.evaluate(() => window.dispatchEvent(new Event('blur')));
      await popup.keyboard.down('Enter');
      await expect.poll(disabled).toBe('false');
      await popup.keyboard.down('Enter');
      expect(granted).toBe(0);
      await popup.keyboard.up('Enter');
      await popup.keyboard.press('Enter');
      await nameShown(portal).waitFor();
      expect(granted).toBe(1);
      await portal.context().close();
    });

    it('reports that the person did not agree', async () => {
      const { page: portal } = await openPage(browser, `${origin}/`);
      const [popup] = await Promise.all([
        portal.context().waitForEvent('page'),
        portal.locator('mhb-login-box [part=submit]').click(),
      ]);
      popup.setDefaultTimeout(20_000);
      await popup.locator('#deny').click();
      await portal.locator('mhb-login-box').getByText('您未同意這個網站取得健康存摺').first().waitFor();
      await portal.context().close();
    });

    it('navigates the whole page if popups are blocked, with a key that cannot be exported', async () => {
      const context = await browser.newContext({ locale: 'zh-TW' });
      const portal = await context.newPage();
      portal.setDefaultTimeout(20_000);
      await portal.addInitScript(() => {
        window.open = () => null;
      });
      await portal.goto(`${origin}/`);
      await portal.locator('mhb-login-box [part=submit]').click();
      await portal.waitForURL(`${gateway.url}/connect/authorize?**`);
      await logInThere(portal);

      // Meanwhile the hospital's origin stores the key, which cannot be exported.
      const other = await context.newPage();
      await other.goto(`${origin}/mhb-elements.min.js`);
      const kept = await other.evaluate(async () => {
        const open = indexedDB.open('mhb-connect');
        await new Promise((resolve) => (open.onsuccess = resolve));
        const all = open.result.transaction('pending').objectStore('pending').getAll();
        await new Promise((resolve) => (all.onsuccess = resolve));
        const [entry] = all.result as { pair: CryptoKeyPair }[];
        open.result.close();
        const exported = await crypto.subtle.exportKey('jwk', entry!.pair.privateKey).then(
          () => 'exported',
          (error: unknown) => (error as Error).name,
        );
        return { count: all.result.length, extractable: entry!.pair.privateKey.extractable, exported };
      });
      expect(kept).toEqual({ count: 1, extractable: false, exported: 'InvalidAccessError' });
      await other.close();

      await portal.locator('#allow').click();
      await portal.waitForURL(`${origin}/back**`);
      await nameShown(portal).waitFor();
      // The code is no longer valid: nothing is stored, and loading the address again opens nothing.
      const left = await portal.evaluate(async () => {
        const open = indexedDB.open('mhb-connect');
        await new Promise((resolve) => (open.onsuccess = resolve));
        const count = open.result.transaction('pending').objectStore('pending').count();
        await new Promise((resolve) => (count.onsuccess = resolve));
        open.result.close();
        return count.result;
      });
      expect(left).toBe(0);
      await portal.reload();
      await portal.locator('mhb-login-box [part=submit]').waitFor();
      expect(await nameShown(portal).count()).toBe(0);
      await context.close();
    });

    it('cannot be framed', async () => {
      const { page: portal } = await openPage(browser, `${origin}/`);
      const framed = await portal.evaluate(async (address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
        await new Promise((resolve) => (frame.onload = resolve));
        return frame.contentDocument === null ? 'opaque' : frame.contentDocument.URL;
      }, `${gateway.url}/account`);
      expect(framed).not.toContain(gateway.url);
      const response = await fetch(`${gateway.url}/connect/authorize`);
      expect(response.headers.get('x-frame-options')).not.toBeNull();
      await portal.context().close();
    });
  },
);
