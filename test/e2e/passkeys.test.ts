import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBridge, virtualPcscPort, type Bridge } from '@mhb-kit/card-bridge';
import { createDevelopmentOutbox, createGateway, type Gateway } from '@mhb-kit/gateway';
import { lin } from '@mhb-kit/testkit';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { cardOf } from '../../examples/services.mjs';
import { serve, type StaticServer } from '../adoption/static-server.js';
import { freePort } from '../free-port.mjs';
import { browserMissing, launchBrowser } from './browser.js';

/**
 * A card once, then the phone: a key is added at an office's kiosk with a phone, or on a personal
 * computer; it logs in, is removed, and is lost with the card. The keys are in the browser's virtual
 * authenticators.
 */

const cdn = fileURLToPath(new URL('../../packages/elements/dist/cdn/', import.meta.url));
/** Reads the code from the screen with another library than the one that wrote it. */
const hasQrReader = (() => {
  try {
    execFileSync('zbarimg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const kioskPage = (gateway: string): string => `<!doctype html>
<html lang="zh-Hant">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>公所</title>
  <script type="module" src="/mhb/mhb-elements.min.js"></script>
  <mhb-provider gateway="${gateway}" kiosk>
    <mhb-login-box></mhb-login-box>
    <mhb-account show="passkeys"></mhb-account>
  </mhb-provider>
</html>`;

/** The keys of one device; none until `plugIn`. */
interface Device {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  plugIn(transport?: 'internal' | 'usb'): Promise<string>;
  keys(authenticator: string): Promise<number>;
}

describe.skipIf(browserMissing !== null)(
  `passkeys${browserMissing === null ? '' : ` (${browserMissing})`}`,
  () => {
    const outbox = createDevelopmentOutbox();
    let folder: string;
    let gateway: Gateway;
    let bridge: Bridge;
    let office: StaticServer;
    let browser: Browser;
    const contexts: BrowserContext[] = [];
    const activate = async (): Promise<void> => {
      const { nationalId, name, password, card, householdNumber, registeredAddress } = lin;
      const mobile = lin.mobile.replaceAll('-', '');
      const contact = { householdNumber, registeredAddress, telephone: null, mobile, alternateEmail: null };
      await gateway.activateAccount({
        nationalId,
        name,
        password,
        cardNumber: card.cardNumber,
        contact: { ...contact, email: lin.email },
      });
    };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-passkeys-'));
      const port = await freePort();
      const publicUrl = `http://localhost:${port}`;
      const content = new Map([['index.html', kioskPage(publicUrl)]]);
      office = await serve(
        { '/': content, '/mhb/': cdn },
        {
          'Content-Security-Policy': `default-src 'self'; connect-src 'self' ${publicUrl} ws://127.0.0.1:* http://127.0.0.1:*; require-trusted-types-for 'script'; trusted-types lit-html mhb-workers`,
        },
      );
      gateway = createGateway({
        dataDirectory: join(folder, 'gateway'),
        port,
        publicUrl,
        recordSource: inventedRecords(),
        minimumAssurance: 'card-read',
        registration: { sender: outbox, register: 'records' },
        passkeys: {},
        embedders: [
          {
            id: 'office',
            name: '淡水區公所',
            origins: [office.url],
            login: ['direct'],
            scopes: ['requests', 'archives', 'account'],
            sharedComputers: true,
          },
          {
            id: 'hospital',
            name: '仁愛醫院',
            origins: ['https://hospital.example.tw'],
            redirectUris: ['https://hospital.example.tw/back'],
          },
        ],
      });
      await gateway.start();
      await activate();
      bridge = await createBridge({
        pcsc: virtualPcscPort({ 'Simulated reader': cardOf(lin) }),
        dataDir: join(folder, 'bridge'),
        origins: [
          { origin: gateway.url, consent: 'enrolled' },
          { origin: office.url, consent: 'enrolled' },
        ],
      });
      await bridge.start();
      browser = await launchBrowser();
    });
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close();
    });
    afterAll(async () => {
      await browser?.close();
      await bridge?.stop();
      await gateway?.stop();
      await office?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function open(address: string, isTelephone = false, locale = 'zh-TW'): Promise<Device> {
      const context = await browser.newContext({
        locale,
        timezoneId: 'Asia/Taipei',
        ...(isTelephone
          ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
          : { viewport: { width: 1280, height: 900 } }),
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text());
      });
      const cdp: CDPSession = await context.newCDPSession(page);
      await cdp.send('WebAuthn.enable');
      if (address !== '') await page.goto(address);
      return {
        page,
        context,
        complaints,
        async plugIn(transport = 'internal') {
          const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
            options: {
              protocol: 'ctap2',
              ctap2Version: 'ctap2_1',
              transport,
              hasResidentKey: true,
              hasUserVerification: true,
              isUserVerified: true,
              automaticPresenceSimulation: true,
            },
          });
          return authenticatorId;
        },
        async keys(authenticatorId) {
          const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
          return credentials.length;
        },
      };
    }

    async function byCard({ page }: Device): Promise<void> {
      const box = page.locator('mhb-login-box');
      await box
        .getByText(/已插入卡片|已偵測到健保卡/)
        .first()
        .waitFor();
      await box.locator('#password').fill(lin.password);
      await box.locator('form [part=submit]').click();
      await box.locator('#log-out').waitFor();
    }

    /**
     * One press; none if the browser's field has already offered the key, because the virtual authenticator
     * accepts immediately.
     */
    async function byPasskey({ page }: Device): Promise<void> {
      const [button, inside] = [
        page.locator('mhb-login-box #passkey'),
        page.locator('mhb-login-box #log-out'),
      ];
      await button.or(inside).first().waitFor();
      if (await button.isVisible()) await button.click({ timeout: 5_000 }).catch(() => undefined);
      await inside.waitFor();
    }

    const told = (words: string): Promise<void> =>
      expect
        .poll(() => outbox.messages.some(({ to, text }) => to === lin.email && text.includes(words)))
        .toBe(true);

    async function addressInQrCode({ page }: Device): Promise<string> {
      const picture = await page.locator('mhb-account svg.qr').screenshot();
      const path = join(folder, 'qr.png');
      await writeFile(path, picture);
      return execFileSync('zbarimg', ['--quiet', '--raw', path], { encoding: 'utf8' }).trim();
    }

    /** At the kiosk, in three screens, with the given phone. */
    async function enrolAtKiosk(phone: Device): Promise<Device> {
      const kiosk = await open(office.url);
      await byCard(kiosk);
      const account = kiosk.page.locator('mhb-account');
      await account.locator('#add-by-phone').click();
      await account.locator('#passkeyPassword').fill(lin.password);
      await account.locator('form [part=submit]').click();
      await account.locator('svg.qr').waitFor();
      const address = await addressInQrCode(kiosk);
      expect(address).toMatch(new RegExp(`^${gateway.url}/passkey#ticket=[\\w-]{43}$`));

      // A code that is no longer valid, and then the right one in the same tab.
      await phone.page.goto(`${gateway.url}/passkey#ticket=${'a'.repeat(43)}`);
      await phone.page.locator('[data-refusal=ticket-invalid]').waitFor();
      await phone.page.goto(address);
      await phone.page.locator('#make').waitFor();
      expect(phone.page.url(), 'the ticket is nowhere that a screen or a history could show it').toBe(
        `${gateway.url}/passkey`,
      );
      expect(await phone.page.locator('#person').textContent()).not.toBe(lin.name);
      expect(await phone.page.locator('#place').textContent()).toBe('淡水區公所');
      await phone.page.locator('#make').click();
      await phone.page.locator('#digits').waitFor();
      await account.locator('#passkeyCode').fill(await phone.page.locator('#digits').innerText());
      await account.locator('form [part=submit]').click();
      await account.getByText('已新增').waitFor();
      expect([...kiosk.complaints, ...phone.complaints]).toEqual([]);
      return kiosk;
    }

    it.skipIf(!hasQrReader)(
      'are added at the kiosk with a phone, which then logs in with one press',
      async () => {
        await activate();
        const phone = await open('', true);
        const device = await phone.plugIn();
        await enrolAtKiosk(phone);
        await told('新增了一把通行密鑰');
        expect(await phone.keys(device)).toBe(1);

        await phone.page.goto(`${gateway.url}/account`);
        await phone.page.locator('mhb-login-box #passkey, mhb-login-box #log-out').first().waitFor();
        await byPasskey(phone);
        await phone.page.locator('mhb-account #passkeys').waitFor();

        // Removed: this session has ended, and the key no longer works.
        await phone.page.locator('mhb-account #passkeys-part button.remove').click();
        await phone.page.locator('mhb-login-box #passkey').waitFor();
        await told('移除了一把通行密鑰');
        await phone.page.locator('mhb-login-box #passkey').click();
        await phone.page.getByText('passkey-refused').waitFor();
        expect(phone.complaints).toEqual([]);
      },
    );

    it('are added on a personal computer, end when the card is reported lost, and are added again', async () => {
      await activate();
      const laptop = await open(`${gateway.url}/account`);
      await laptop.plugIn();
      await laptop.page.reload();
      await byCard(laptop);
      const account = laptop.page.locator('mhb-account');
      const enrol = async (): Promise<void> => {
        await account.locator('#add-here').click();
        await account.locator('#passkeyPassword').fill(lin.password);
        await account.locator('#passkey-step [part=submit]').click();
        await account.getByText('按下後，請依照這台裝置畫面上的指示').waitFor();
        await account.locator('#passkey-step [part=submit]').click();
        await account.getByText('已新增').waitFor();
      };
      await enrol();
      // The same device does not get a second one.
      await account.locator('#add-here').click();
      await account.locator('#passkeyPassword').fill(lin.password);
      await account.locator('#passkey-step [part=submit]').click();
      await account.getByText('按下後，請依照這台裝置畫面上的指示').waitFor();
      await account.locator('#passkey-step [part=submit]').click();
      await account.getByText('passkey-exists').waitFor();

      // The key is lost: the session opened with the card suspends it, and the sessions that it opened end.
      await account.locator('#ask-suspension').click();
      await account.locator('#safetyPassword').fill(lin.password);
      await account.locator('#confirm-suspension [part=submit]').click();
      await laptop.page.locator('mhb-login-box #passkey').waitFor();
      await laptop.page.locator('mhb-login-box #passkey').click();
      await laptop.page.getByText('passkey-refused').waitFor();

      // After recovery the account works again, but the passkey does not; a new one is added with the card.
      await activate();
      await laptop.page.reload();
      await laptop.page.locator('mhb-login-box #passkey').click();
      await laptop.page.getByText('passkey-refused').waitFor();
      await byCard(laptop);
      await account.getByText('目前沒有').first().waitFor();
      await enrol();
      await laptop.page.locator('#log-out').click();
      await byPasskey(laptop);
      expect(laptop.complaints).toEqual([]);
    });

    it('are offered on the page of connect mode, whose website sees none of it', async () => {
      await activate();
      const laptop = await open(`${gateway.url}/account`);
      const device = await laptop.plugIn();
      await laptop.page.reload();
      await byCard(laptop);
      const account = laptop.page.locator('mhb-account');
      await account.locator('#add-here').click();
      await account.locator('#passkeyPassword').fill(lin.password);
      await account.locator('#passkey-step [part=submit]').click();
      await account.getByText('按下後，請依照這台裝置畫面上的指示').waitFor();
      await account.locator('#passkey-step [part=submit]').click();
      await account.getByText('已新增').waitFor();
      expect(await laptop.keys(device)).toBe(1);
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'hospital',
        redirect_uri: 'https://hospital.example.tw/back',
        scope: 'requests archives',
        state: 'state-of-eight',
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
        dpop_jkt: 'y'.repeat(43),
      });
      await laptop.page.goto(`${gateway.url}/connect/authorize?${query}`);
      const consent = laptop.page.locator('#consent-heading');
      const button = laptop.page.locator('mhb-login-box #passkey');
      await button.or(consent).first().waitFor();
      if (await button.isVisible()) await button.click({ timeout: 5_000 }).catch(() => undefined);
      await consent.waitFor();
    });

    it('show no button if the browser cannot store one', async () => {
      const { page } = await open(`${gateway.url}/account`);
      await page.locator('mhb-login-box #password').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.locator('mhb-login-box #passkey').count()).toBe(0);
    });

    it('are neither used nor made in a frame: no site can put our pages into one', async () => {
      const paths = ['/account', '/passkey'];
      const frames = paths.map((path) => `<iframe src="${gateway.url}${path}"></iframe>`).join('');
      // The same host, without a policy: only our own check can refuse it.
      const thief = await serve({
        '/': new Map([['index.html', `<!doctype html><title>.</title>${frames}`]]),
      });
      try {
        const { page } = await open(thief.url);
        const framed = page.frames().slice(1);
        expect(framed).toHaveLength(paths.length);
        for (const frame of framed) {
          await frame.waitForLoadState('load');
          expect(frame.url()).toBe('chrome-error://chromewebdata/');
          expect(await frame.locator('mhb-login-box, #ask').count()).toBe(0);
        }
      } finally {
        await thief.close();
      }
    });

    it('are in English on an English page', async () => {
      const phone = await open(`${gateway.url}/account`, true, 'en-GB');
      await phone.plugIn();
      await phone.page.reload();
      await phone.page.getByRole('button', { name: 'Log in with a passkey' }).waitFor();
    });
  },
);
