import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { errorTexts } from '@mhb-kit/core/error-messages';
import { lin } from '@mhb-kit/testkit';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from '../../examples/journey.mjs';
import { startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';
import { expectLoginBox, expectPassbook, openDownload, stayHere } from './shown.js';
import { serve, type StaticServer } from './static-server.js';
import { root } from './tarballs.js';

/** Real-world pages: two versions of the suite, a style sheet that breaks things, and unreliable networks. */

const cdn = join(root, 'packages/elements/dist/cdn');
const POLICY =
  "default-src 'self'; connect-src 'self' https: ws://127.0.0.1:*; require-trusted-types-for 'script'; trusted-types lit-html mhb-workers";

const page = (head: string): string => `<!doctype html>
<html lang="zh-Hant">
  <meta charset="utf-8" />
  ${head}
  <mhb-provider gateway="https://gateway.example.tw">
    <mhb-login-box></mhb-login-box>
    <mhb-passbook-viewer></mhb-passbook-viewer>
  </mhb-provider>
</html>`;
const script = (folder: string): string =>
  `<script type="module" src="/${folder}/mhb-elements.min.js"></script>`;

/** Styles that resets, frameworks, and old sites apply to all elements on their pages. */
const BROKEN_STYLE = `
  * { all: unset !important; box-sizing: content-box !important; }
  html { font-size: 40px !important; }
  body { color: transparent; letter-spacing: 1em; text-transform: uppercase; }
  button, input, label, dialog { display: none !important; }
  div { float: left !important; height: 1px !important; overflow: hidden !important; }
`;

describe.skipIf(browserMissing !== null)('an unusual page', () => {
  let folder: string;
  let browser: Browser;
  let site: StaticServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-robust-'));
    // Another version: the same elements with different bytes, as part of a plug-in of the page.
    cpSync(cdn, join(folder, 'other'), { recursive: true });
    const entry = join(folder, 'other/mhb-elements.min.js');
    // The first import runs first, even if one of the others fails.
    writeFileSync(join(folder, 'other/marker.js'), 'globalThis.otherVersion = true;\n');
    writeFileSync(entry, `import './marker.js';\n${readFileSync(entry, 'utf8')}`);
    // A site's own bundle of a few components, loaded first; what it has not registered, the other bundle
    // registers.
    const parts = join(root, 'test/adoption/dist/parts.js');
    mkdirSync(dirname(parts), { recursive: true });
    writeFileSync(
      parts,
      "import '@mhb-kit/elements/define/login-box';\nimport '@mhb-kit/elements/define/passbook-viewer';\n",
    );
    await build({
      root: dirname(parts),
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: join(folder, 'parts'),
        lib: { entry: parts, formats: ['es'], fileName: 'mhb-elements.min' },
      },
    });
    rmSync(parts);
    site = await serve(
      {
        '/': new Map([
          ['two.html', page(script('mhb') + script('other'))],
          ['broken.html', page(`<link rel="stylesheet" href="/broken.css" />${script('mhb')}`)],
          ['broken.css', BROKEN_STYLE],
        ]),
        '/mhb/': cdn,
        '/other/': join(folder, 'other'),
      },
      { 'content-security-policy': POLICY },
    );
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path: string): Promise<{ page: Page; complaints: string[] }> => {
    const opened = await openPage(browser, 'about:blank');
    await stayHere(opened.page);
    await opened.page.goto(`${site.url}/${path}`);
    return opened;
  };

  it('works with two versions of the suite', async () => {
    const { page: shown, complaints } = await open('two.html');
    await expectLoginBox(shown);
    await shown.waitForFunction(() => 'otherVersion' in globalThis);
    await openDownload(shown);
    await expectPassbook(shown);
    // A policy can be created once unless the page allows duplicates: the second version is refused, and the
    // first serves both.
    expect(complaints.filter((text) => !/TrustedTypePolicy/.test(text))).toEqual([]);
    await shown.context().close();
  });

  it('works with components of two copies inside one another', async () => {
    // Each copy creates a policy for the components that it registers.
    const mixed = await serve(
      {
        '/': new Map([['index.html', page(script('parts') + script('mhb'))]]),
        '/mhb/': cdn,
        '/parts/': join(folder, 'parts'),
      },
      { 'content-security-policy': `${POLICY} 'allow-duplicates'` },
    );
    const { page: shown, complaints } = await openPage(browser, 'about:blank');
    await stayHere(shown);
    await shown.goto(mixed.url);
    // The box belongs to one copy and its provider to the other.
    await expectLoginBox(shown);
    await openDownload(shown);
    await expectPassbook(shown);
    expect(complaints).toEqual([]);
    await shown.context().close();
    await mixed.close();
  });

  it('works with a style sheet that resets everything', async () => {
    const { page: shown, complaints } = await open('broken.html');
    await expectLoginBox(shown);
    const box = shown.locator('mhb-login-box');
    const look = await box.locator('[part=submit]').evaluate((button) => {
      const { display, color, letterSpacing, textTransform } = getComputedStyle(button);
      const { width, height } = button.getBoundingClientRect();
      return { display, color, letterSpacing, textTransform, isLarge: width > 60 && height > 30 };
    });
    expect(look.display).not.toBe('none');
    expect(look.color).not.toBe('rgba(0, 0, 0, 0)');
    expect(look.isLarge).toBe(true);
    await openDownload(shown);
    await expectPassbook(shown);
    expect(complaints).toEqual([]);
    await shown.context().close();
  });
});

describe.skipIf(browserMissing !== null)('an unreliable network', () => {
  let folder: string;
  let browser: Browser;
  let services: Awaited<ReturnType<typeof startServices>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-network-'));
    services = await startServices({
      dataDirectory: folder,
      portalPort: 0,
      gatewayPort: 0,
      kiosk: { port: 0 },
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await services?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page with a direct login, on a network with the given faults. */
  const open = async (): Promise<Page> => {
    const { page: shown } = await openPage(browser, services.kiosk?.url ?? '');
    shown.setDefaultTimeout(30_000);
    await shown.locator('[data-show=enter]').click();
    return shown;
  };

  it('shows what it is waiting for when it is slow', async () => {
    const shown = await open();
    let answer: () => void = () => undefined;
    const seen = new Promise<void>((resolve) => (answer = resolve));
    await shown.route(`${services.gateway.url}/**`, async (route) => {
      await seen;
      await route.continue().catch(() => undefined);
    });
    const submit = shown.locator('mhb-login-box [part=submit]');
    const idle = await submit.innerText();
    await shown.locator('mhb-login-box #password').fill(lin.password);
    await submit.click();
    await expect.poll(() => submit.innerText()).not.toBe(idle);
    answer();
    await shown.locator('mhb-login-box #log-out').waitFor();
    await shown.context().close();
  });

  it('shows when it is lost, and continues when it is back', async () => {
    const shown = await open();
    await logIn(shown, lin);
    const table = shown.locator('mhb-request-table');
    await table.locator('#choose').click();
    await table.locator('#apply').waitFor();
    await shown.context().setOffline(true);
    await table.locator('#apply').click();
    await table.getByText(errorTexts['gateway-unreachable']['zh-Hant'].message).first().waitFor();
    await shown.context().setOffline(false);
    await table.locator('tr.available').first().waitFor();
    await shown.context().close();
  });

  it('shows that a part of the code is missing, and loads it again on request', async () => {
    const shown = await open();
    const part = /\/account-body-[^/]+\.js$/;
    await shown.route(part, (route) => route.abort('connectionreset'));
    await logIn(shown, lin);
    await shown.locator('[data-goto=phone]').click();
    const account = shown.locator('#phone mhb-account');
    const complaint = account.getByText(errorTexts['gateway-unreachable']['zh-Hant'].message);
    await complaint.waitFor();
    await shown.unroute(part);
    const fetched = shown.waitForResponse(part);
    await account.locator('#retry').click();
    expect((await fetched).ok()).toBe(true);
    await complaint.waitFor({ state: 'detached' });
    await shown.context().close();
  });
});
