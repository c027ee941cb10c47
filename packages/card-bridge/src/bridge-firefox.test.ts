import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BridgeProviderOptions } from '@mhb-kit/core/card';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { bridgeFixture, holder } from '../test/fixture.js';
import { portalMissing, startPortal, type Portal, type PortalWindow } from '../test/portal.js';
import { virtualPcscPort } from './index.js';

const FIREFOX = '/usr/bin/firefox-esr';
const missing = existsSync(FIREFOX) ? portalMissing() : 'firefox-esr is not installed';
declare const window: PortalWindow & Window;

const fixture = bridgeFixture();

describe.skipIf(missing !== null)(
  `bridge and Firefox${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let portal: Portal;
    let browser: Browser;
    beforeAll(async () => {
      portal = await startPortal(fixture.dataDir);
      browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: FIREFOX,
        acceptInsecureCerts: true,
        // Without this preference, an automated Firefox allows every popup.
        extraPrefsFirefox: { 'dom.disable_open_during_load': true },
      });
    });
    afterAll(async () => {
      await browser.close();
      portal.close();
    });

    it.each(['websocket', 'popup'] as const)('reads by %s', async (transport) => {
      const origin = `https://localhost:${portal.port}`;
      const bridge = await fixture.start(virtualPcscPort({ Virtual: virtualNhiCard(holder) }), {
        origins: [{ origin, consent: 'enrolled' }],
      });
      const page: Page = await browser.newPage();
      await page.goto(origin);
      await page.waitForSelector('[data-ready]');
      // Nothing listens on the first port, so the page must try the second one, whichever transport it uses.
      const ports = [1024, bridge.address.port];
      const options: BridgeProviderOptions = { ports, transport };
      await page.evaluate((given) => {
        window.options = given;
      }, options);
      await page.click('#read');
      await page.waitForFunction(() => document.querySelector('output')?.textContent !== '');
      expect(await page.$eval('output', (output) => output.textContent)).toBe(holder.name);
      await page.close();
    });

    it('cannot embed a file of the bridge’s window', async () => {
      const bridge = await fixture.start(virtualPcscPort({}));
      const page: Page = await browser.newPage();
      await page.goto(`https://localhost:${portal.port}`);
      await page.waitForSelector('[data-ready]');
      for (const path of ['/ui/window.css', '/ui/words.js', '/v1/popup', '/none']) {
        const tried = await page.evaluate((url) => window.embed(url), `${bridge.address.url}${path}`);
        expect(tried).toEqual(Array(4).fill('error'));
      }
      await page.close();
    });
  },
);
