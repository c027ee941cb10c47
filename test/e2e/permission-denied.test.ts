import { maskName } from '@mhb-kit/core/identity';
import { lin } from '@mhb-kit/testkit';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from '../../examples/journey.mjs';
import { browserExecutable, browserMissing } from './browser.js';
import { opensslMissing, startBehindTls } from './gateway-behind-tls.js';

/**
 * The gateway's own page, over https, to which every hospital sends people to log in, in a Chromium that does
 * not let it connect to this machine: it is treated as a public address and the bridge as a local one, and
 * the local-network permission is denied.
 */

const missing = browserMissing ?? opensslMissing;
const HOST = 'gateway.test';

describe.skipIf(missing !== null)(
  `without the local-network permission${missing === null ? '' : ` (${missing})`}`,
  () => {
    let services: Awaited<ReturnType<typeof startBehindTls>>;
    let browser: Browser;

    beforeAll(async () => {
      services = await startBehindTls(HOST);
      browser = await chromium.launch({
        executablePath: browserExecutable,
        args: [
          ...['--no-sandbox', '--disable-dev-shm-usage', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
          `--ip-address-space-overrides=127.0.0.1:${services.port}=public`,
        ],
      });
    });

    afterAll(async () => {
      await browser?.close();
      await services?.stop();
    });

    it('the person can still log in, through the window of the bridge', async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-TW' });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${services.origin}/account`);
      const box = page.locator('mhb-login-box');
      // In headless mode, Chromium denies the permission as soon as the page requests it.
      await box.getByRole('button', { name: '連接讀卡機' }).click();
      await box.getByRole('button', { name: '再試一次' }).click();
      const denied = () =>
        page.evaluate(async () => {
          const name = 'loopback-network' as PermissionName;
          return (await navigator.permissions.query({ name })).state;
        });
      expect(await denied()).toBe('denied');
      const opened = context.waitForEvent('page');
      await box.getByRole('button', { name: '連接讀卡機' }).click();
      // At the first possible port for a bridge; the page finds ours on its own.
      expect((await opened).url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/popup$/);
      await logIn(page, lin);
      expect(await box.locator('.identity').innerText()).toContain(maskName(lin.name));
      expect(await denied()).toBe('denied');
    });
  },
);
