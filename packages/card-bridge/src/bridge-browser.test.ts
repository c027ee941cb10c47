import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BridgeProviderOptions } from '@mhb-kit/core/card';
import { MhbError } from '@mhb-kit/core/error';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { holder } from '../test/fixture.js';
import { portalMissing, startPortal, type Portal, type PortalWindow } from '../test/portal.js';
import {
  createBridge,
  virtualPcscPort,
  type AllowedOrigin,
  type Bridge,
  type BridgeOptions,
  type CertificateCards,
} from './index.js';

const CHROMIUM = '/usr/bin/chromium';
const missing = existsSync(CHROMIUM) ? portalMissing() : 'chromium is not installed';

declare const window: PortalWindow & Window;

describe.skipIf(missing !== null)(
  `bridge and a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let directory = '';
    let portal: Portal;
    let browser: Browser;
    let origin = '';
    const cleanUp: (() => Promise<unknown>)[] = [];

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'mhb-browser-'));
      portal = await startPortal(directory);
      origin = `https://portal.test:${portal.port}`;
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: [
          '--no-sandbox',
          '--host-resolver-rules=MAP portal.test 127.0.0.1,MAP evil.test 127.0.0.1',
          // Chromium treats the portal as a public site and therefore restricts its access to this machine.
          `--ip-address-space-overrides=127.0.0.1:${portal.port}=public`,
        ],
      });
    });
    afterEach(async () => {
      for (const action of cleanUp.splice(0).reverse()) await action();
    });
    afterAll(async () => {
      await browser.close();
      portal.close();
      await rm(directory, { recursive: true, force: true });
    });

    async function startBridge(
      consent: AllowedOrigin['consent'] = 'ask',
      options: Partial<BridgeOptions> = {},
    ): Promise<Bridge> {
      const dataDir = await mkdtemp(join(directory, 'data-'));
      const bridge = await createBridge({
        pcsc: virtualPcscPort({ Virtual: virtualNhiCard(holder) }),
        dataDir,
        ports: [0],
        origins: [{ origin, consent }],
        ...options,
      });
      await bridge.start();
      cleanUp.push(() => bridge.stop());
      return bridge;
    }

    /** Opens the portal in a fresh browser profile, with or without permission to connect to this machine. */
    async function openPortal(
      bridge: Bridge,
      options: { permitted: boolean; known: boolean; language?: string } & BridgeProviderOptions,
    ): Promise<{ page: Page; context: BrowserContext }> {
      const { permitted, known, language, ...provider } = options;
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: language ?? 'zh-TW' });
      cleanUp.push(() => context.close());
      if (permitted) await context.grantPermissions(['local-network-access'], { origin });
      if (known) {
        const own = await context.newPage();
        await own.goto(await bridge.browserLink());
        await own.getByRole('heading', { name: /完成|Done/ }).waitFor();
        await own.close();
      }
      const page = await context.newPage();
      await page.goto(origin);
      await page.evaluate(
        (given) => {
          Object.assign(window, { options: given });
        },
        { ports: [bridge.address.port], ...provider },
      );
      return { page, context };
    }

    const outcome = (page: Page) => page.locator('output').filter({ hasText: /./ }).textContent();

    it('asks the person in its own window, with the same digits as the page, once per session', async () => {
      const bridge = await startBridge();
      const { page, context } = await openPortal(bridge, { permitted: true, known: true });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      const window_ = await opened;
      await window_.getByText(origin).waitFor();
      const shown = (await window_.locator('output').textContent())?.replace(' ', '');
      expect(shown).toMatch(/^\d{6}$/);
      expect(await page.evaluate(() => window.code)).toBe(shown);
      // T11: the window ignores clicks for a moment after it comes to the front.
      const allow = window_.getByRole('button', { name: '同意', exact: true });
      await expect.poll(() => allow.isEnabled()).toBe(true);
      for (const event of ['focus', 'resize', 'blur']) {
        const disabled = await allow.evaluate((button: HTMLButtonElement, type) => {
          dispatchEvent(new Event(type));
          return button.disabled;
        }, event);
        expect([event, disabled]).toEqual([event, true]);
      }
      await window_.getByRole('button', { name: '同意', exact: true }).click();
      expect(await outcome(page)).toBe('王小明');
      await page.getByRole('button', { name: 'read' }).click();
      expect(await outcome(page)).toBe('王小明');
    });

    it('shows its state, and lets the person pause it, withdraw permissions and delete everything', async () => {
      const kept = [{ origin, consent: 'ask' as const, own: true }];
      const bridge = await startBridge('ask', {
        sites: {
          read: () => Promise.resolve(kept),
          add: () => Promise.resolve(),
          remove: () => Promise.resolve(void kept.splice(0)),
        },
        check: () =>
          Promise.resolve([{ subject: 'Readers', ok: false, finding: 'none', remedy: 'Connect one' }]),
      });
      const { page, context } = await openPortal(bridge, { permitted: true, known: true, language: 'en' });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      await (await opened).getByRole('button', { name: 'Allow', exact: true }).click();
      expect(await outcome(page)).toBe('王小明');

      const home = await context.newPage();
      await home.goto(await bridge.browserLink());
      await home.getByText('The card bridge is running and can read cards.').waitFor();
      await home.getByText('read the NHI card · done').waitFor();
      // The bridge already knows this browser, so opening the link does not use up the ticket.
      await home.getByText('1 browser is paired').waitFor();
      await home.getByRole('button', { name: 'Pause' }).click();
      await home.getByText('The card bridge is paused, so no site can read a card.').waitFor();
      await home.getByRole('button', { name: 'Resume' }).click();
      await home.getByRole('button', { name: `Withdraw ${origin}` }).click();
      await home.getByText('you will be asked each time').waitFor();
      await home.getByRole('button', { name: 'Check' }).click();
      await home.getByText('missing · Readers').waitFor();
      await home.getByRole('button', { name: '中文' }).click();
      await home.getByText('讀卡元件執行中，可以讀卡。').waitFor();
      await home.getByRole('button', { name: `移除 ${origin}` }).click();
      await home.getByText('目前沒有網站').waitFor();
      await home.getByRole('button', { name: '刪除所有資料…' }).click();
      await home.getByRole('button', { name: '全部刪除' }).click();
      await home.getByRole('heading', { name: '已刪除所有資料' }).waitFor();
      await home.reload();
      await home.getByText('Open "Card bridge" from the applications').waitFor();
    });

    it('says what to do when the card service does not respond, and wraps a long site name at its dots', async () => {
      const long = 'https://department.of.internal.medicine.of.a.large.hospital.example.com.tw';
      const bridge = await startBridge('ask', {
        pcsc: {
          ...virtualPcscPort({}),
          start: (listener) => {
            listener({ service: 'stopped', driver: 'none', readers: [] });
            return Promise.resolve();
          },
        },
        origins: [{ origin: long, consent: 'ask' }],
        check: () => Promise.resolve([]),
      });
      const context = await browser.newContext({ locale: 'en', viewport: { width: 320, height: 640 } });
      cleanUp.push(() => context.close());
      const home = await context.newPage();
      await home.goto(await bridge.browserLink());
      await home.getByText('does not respond. Press "Check" below to see what to do.').waitFor();
      const lines = await home.getByText(long).evaluate((element) => {
        const range = document.createRange();
        const tops = [...element.childNodes].map((node) => {
          range.selectNode(node);
          return [...range.getClientRects()].length;
        });
        return Math.max(...tops);
      });
      // A site's name wraps only at its dots: the text between two dots stays on one line.
      expect(lines).toBe(1);
    });

    it('says in its window that it has stopped, and does not claim to have deleted anything', async () => {
      const bridge = await startBridge();
      const { context } = await openPortal(bridge, { permitted: true, known: true, language: 'en' });
      const home = await context.newPage();
      await home.goto(await bridge.browserLink());
      await home.getByRole('button', { name: 'Delete everything…' }).click();
      const yes = home.getByRole('button', { name: 'Delete everything', exact: true });
      await expect.poll(() => yes.isEnabled()).toBe(true);
      await context.setOffline(true);
      await yes.click();
      await home.getByText('The card bridge is not running.').waitFor();
      await expect.poll(() => home.getByRole('button').allTextContents()).toEqual(['中文']);
      await context.setOffline(false);
      await home.getByText('The card bridge is running and can read cards.').waitFor();
      await home.getByRole('button', { name: 'Delete everything…' }).waitFor();
    });

    it('asks a browser that it no longer knows to pair again, on the open page and in a consent prompt', async () => {
      const bridge = await startBridge();
      const { page, context } = await openPortal(bridge, { permitted: true, known: true, language: 'en' });
      const home = await context.newPage();
      await home.goto(await bridge.browserLink());
      await home.getByText('1 browser is paired').waitFor();
      const { page: other } = await openPortal(bridge, { permitted: true, known: false, language: 'en' });
      await other.goto(await bridge.browserLink());
      for (const one of [home, other]) await one.getByText('2 browsers are paired').waitFor();
      const height = (await other.getByRole('button', { name: 'Delete everything…' }).boundingBox())?.height;
      expect(height).toBeGreaterThanOrEqual(44);
      await other.getByRole('button', { name: 'Delete everything…' }).click();
      await other.getByRole('button', { name: 'Delete everything', exact: true }).click();
      await home.getByText('This browser is not paired with the card bridge yet.').waitFor();
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      await (await opened).getByText('This browser is not paired with the card bridge yet.').waitFor();
    });

    it('says what to do when a prompt has expired, the bridge has stopped, or the popup has no page', async () => {
      const bridge = await startBridge();
      const { page, context } = await openPortal(bridge, { permitted: true, known: true, language: 'en' });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      const question = await opened;
      const allow = question.getByRole('button', { name: 'Allow', exact: true });
      await expect.poll(() => allow.isEnabled()).toBe(true);
      await page.close();
      await allow.click();
      await question.getByText('Go back to the page and try again.').waitFor();
      await question.goto(`${bridge.address.url}/v1/popup`);
      await question.getByText('Go back to the page and try again.').waitFor();
    });

    it('accepts a refusal', async () => {
      const bridge = await startBridge();
      const { page, context } = await openPortal(bridge, { permitted: true, known: true, language: 'en' });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      await (await opened).getByRole('button', { name: 'Do not allow' }).click();
      expect(await outcome(page)).toBe('pairing-denied');
    });

    it('ignores an unknown browser', async () => {
      const bridge = await startBridge();
      const { page, context } = await openPortal(bridge, { permitted: true, known: false });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      const unknown = await opened;
      await unknown.getByRole('heading', { name: '這個瀏覽器還沒有和讀卡元件配對' }).waitFor();
      expect(await page.locator('output').textContent()).toBe('');
      // The same tab opens the bridge's pairing link.
      await unknown.goto(await bridge.browserLink());
      await unknown.getByRole('heading', { name: /完成/ }).waitFor();
    });

    it('reads through the popup if the browser does not let the page connect to this machine', async () => {
      const bridge = await startBridge();
      const { page, context } = await openPortal(bridge, { permitted: false, known: true });
      expect(await page.evaluate(() => window.read({ transport: 'websocket' }))).toBe('permission-denied');
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      const popup = await opened;
      await popup.getByText(origin).waitFor();
      await popup.getByRole('button', { name: '同意', exact: true }).click();
      await popup.getByRole('heading', { name: '請不要關閉這個視窗' }).waitFor();
      expect(await outcome(page)).toBe('王小明');
      await popup.close();
      await expect
        .poll(() =>
          page.evaluate(() =>
            window.session?.readers().then(
              () => 'open',
              (e: { code: string }) => e.code,
            ),
          ),
        )
        .toBe('bridge-disconnected');
    });

    it('finds the bridge through the popup with one click, after a closed port and a port of another program', async () => {
      const bridge = await startBridge('enrolled');
      const other = createServer((_, response) => response.end('<h1>not a bridge</h1>'));
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      cleanUp.push(() => new Promise((resolve) => other.close(resolve)));
      const taken = (other.address() as AddressInfo).port;
      const { page, context } = await openPortal(bridge, {
        ...{ permitted: false, known: true, transport: 'popup', handshakeTimeoutMs: 1500 },
        ports: [1024, taken, bridge.address.port],
      });
      await page.getByRole('button', { name: 'read' }).click();
      expect(await outcome(page)).toBe('王小明');
      expect(context.pages()).toHaveLength(2);
      await page.evaluate(() => window.session?.close());
      await expect.poll(() => context.pages()).toHaveLength(1);
    });

    it('stops searching when the person closes the window', async () => {
      const bridge = await startBridge('enrolled');
      const { page, context } = await openPortal(bridge, {
        ...{ permitted: false, known: true, transport: 'popup', handshakeTimeoutMs: 2000 },
        ports: [1024, bridge.address.port],
      });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'read' }).click();
      await (await opened).close();
      expect(await outcome(page)).toBe('bridge-not-installed');
    });

    it('asks for the PIN in its own window, asks again after a wrong PIN, and never accepts a PIN from the page', async () => {
      const tried: string[] = [];
      const certificateCards: CertificateCards = {
        inspect: () => Promise.resolve([{ reader: 'R', certificate: new Uint8Array(8), pin: 'ok' }]),
        sign: ({ pin }) => {
          tried.push(pin);
          return pin === '246810'
            ? Promise.resolve({ algorithm: 'RS256', signature: new Uint8Array(256) })
            : Promise.reject(new MhbError('pin-incorrect', '', { details: { pin: 'low' } }));
        },
      };
      const bridge = await startBridge('enrolled', { certificateCards });
      const { page, context } = await openPortal(bridge, { permitted: true, known: true });
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'sign' }).click();
      const own = await opened;
      await own.getByLabel('PIN 碼').fill('12');
      await own.getByRole('button', { name: '簽章登入' }).click();
      expect(await own.getByLabel('PIN 碼').evaluate((input: HTMLInputElement) => input.value)).toBe('12');
      expect(tried).toEqual([]);
      const wrong = own.getByText('PIN 碼不對');
      expect(await wrong.count()).toBe(0);
      for (const pin of ['135790', '246810']) {
        await own.getByLabel('PIN 碼').fill(pin);
        await own.getByRole('button', { name: '簽章登入' }).click();
        await expect.poll(() => tried).toContain(pin);
        // The bridge asks a second time in this window, so the window tells the person not to close it yet.
        if (pin === '135790') {
          await own.getByText('請先不要關閉這個視窗').waitFor();
          await wrong.waitFor();
        }
      }
      expect(await outcome(page)).toBe('tw-cdc:1');
      expect(await page.content()).not.toMatch(/135790|246810/);
    });

    it('returns no data through a popup that a page of a foreign site has opened', async () => {
      const bridge = await startBridge('enrolled');
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      cleanUp.push(() => context.close());
      const page = await context.newPage();
      await page.goto(`https://evil.test:${portal.port}`);
      const code = await page.evaluate(
        (port) => window.read({ ports: [port], transport: 'popup' }),
        bridge.address.port,
      );
      expect(code).toBe('bridge-not-installed');
    });

    it('cannot be embedded, not even by an allowed site with the permission', async () => {
      const bridge = await startBridge();
      const { page } = await openPortal(bridge, { permitted: true, known: true });
      for (const path of ['/ui/window.css', '/ui/words.js', '/v1/popup', '/none']) {
        const tried = await page.evaluate((url) => window.embed(url), `${bridge.address.url}${path}`);
        expect(tried).toEqual(Array(4).fill('error'));
      }
    });

    it('cannot be framed', async () => {
      const bridge = await startBridge();
      const { page } = await openPortal(bridge, { permitted: true, known: true });
      for (const path of ['/ui', '/v1/popup', '/ui/window.css', '/none']) {
        await page.evaluate((url) => {
          const frame = document.createElement('iframe');
          frame.allow = 'loopback-network; local-network-access';
          frame.src = url;
          document.body.append(frame);
        }, `${bridge.address.url}${path}`);
        const framed = () => page.frames().filter((frame) => frame !== page.mainFrame());
        await expect
          .poll(() => framed().map((frame) => frame.url()))
          .toEqual([expect.stringMatching(/^chrome-error:/)]);
        await page.evaluate(() => document.querySelector('iframe')?.remove());
      }
    });
  },
);
