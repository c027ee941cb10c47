import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeError, errorTexts } from '@mhb-kit/core/error-messages';
import { lin } from '@mhb-kit/testkit';
import { build } from 'vite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';
import { serve, type StaticServer } from './static-server.js';
import { root } from './tarballs.js';

/** A front end that uses the SDK and none of the components, built and tested step by step. */

const source = join(root, 'examples/custom-front-end');

describe.skipIf(browserMissing !== null)('a custom front end', () => {
  let folder: string;
  let site: StaticServer;
  let services: Awaited<ReturnType<typeof startServices>>;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-custom-'));
    // The site starts first, because the gateway must know its origin; it is built when the gateway's address
    // is known.
    site = await serve({ '/': join(folder, 'site') });
    services = await startServices({
      dataDirectory: join(folder, 'data'),
      portalPort: 0,
      gatewayPort: 0,
      guests: [{ id: 'medicines', name: '藥袋小幫手', origin: site.url }],
    });
    process.env['VITE_GATEWAY'] = services.gateway.url;
    await build({ root: source, logLevel: 'silent', build: { outDir: join(folder, 'site') } });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    delete process.env['VITE_GATEWAY'];
    await browser?.close();
    await services?.stop();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const logIn = async (page: Page, password: string): Promise<void> => {
    await page.getByLabel('健保卡網路服務註冊密碼').fill(password);
    await page.getByRole('button').click();
  };

  it('is short, and uses nothing but the SDK', () => {
    const code = readdirSync(source)
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(source, file), 'utf8'));
    expect(code.join('').trimEnd().split('\n').length).toBeLessThan(200);
    const imports = code.flatMap((text) =>
      [...text.matchAll(/from '(@mhb-kit\/[^']+)'/g)].map(([, name]) => name),
    );
    expect(imports.filter((name) => !name?.startsWith('@mhb-kit/core'))).toEqual([]);
  });

  it('leads from the card to allergies and drugs', async () => {
    const { page, complaints } = await openPage(browser, site.url);
    await logIn(page, 'Wrong1234');
    await page.getByRole('alert').getByText(describeError('login-failed', 'zh-Hant').message).waitFor();
    await logIn(page, lin.password);
    await page.locator('.allergies').getByText('Penicillin').waitFor();
    await expect.poll(() => page.getByText(/還有 \d+ 天/).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '登出' }).click();
    await page.getByLabel('健保卡網路服務註冊密碼').waitFor();
    expect(await page.getByText('Penicillin').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows errors as text', async () => {
    const { page } = await openPage(browser, site.url);
    await page.route(`${services.gateway.url}/**`, (route) => route.abort('connectionrefused'));
    await logIn(page, lin.password);
    const { message, remedy } = errorTexts['gateway-unreachable']['zh-Hant'];
    expect(await page.getByRole('alert').innerText()).toBe(`${message} ${remedy}`);
    await page.context().close();
  });
});
