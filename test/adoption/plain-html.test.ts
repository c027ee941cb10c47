import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';
import { expectLoginBox, expectPassbook, openDownload, stayHere } from './shown.js';
import { serve } from './static-server.js';
import { packAll, root, unpack } from './tarballs.js';

/**
 * One script tag from the published package, without a build step, on a page that allows only its own origin.
 */

const page = readFileSync(join(root, 'test/adoption/projects/plain-html/index.html'), 'utf8');
const POLICY = [
  "default-src 'self'",
  "connect-src 'self' https://gateway.example.tw ws://127.0.0.1:*",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html mhb-workers',
];
const sha = (algorithm: 'sha256' | 'sha384', text: string | Buffer): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

describe.skipIf(browserMissing !== null)('a plain HTML page', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-plain-'));
    const tarballs = packAll(['elements']);
    unpack(tarballs.all[0]!, join(folder, 'package'));
    tarballs.remove();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const cdn = (): string => join(folder, 'package/dist/cdn');

  it('works with one script tag', async () => {
    const site = await serve(
      { '/': new Map([['index.html', page]]), '/mhb/': cdn() },
      { 'content-security-policy': POLICY.join('; ') },
    );
    const opened = await openPage(browser, 'about:blank');
    await stayHere(opened.page);
    await opened.page.goto(site.url);
    await expectLoginBox(opened.page);
    await openDownload(opened.page);
    await expectPassbook(opened.page);
    expect(opened.complaints).toEqual([]);
    await opened.page.context().close();
    await site.close();
  });

  /** The page with the hash of every script, from the package's `integrity.json`. */
  const withIntegrity = (): { html: string; policy: string } => {
    const hashes = JSON.parse(readFileSync(join(cdn(), 'integrity.json'), 'utf8')) as Record<string, string>;
    const map = JSON.stringify({
      integrity: Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [`/mhb/${file}`, hash])),
    });
    const html = page.replace(
      '<script type="module" src="/mhb/mhb-auto.js"></script>',
      `<script type="importmap">${map}</script>
       <script type="module" src="/mhb/mhb-auto.js" integrity="${hashes['mhb-auto.js'] ?? ''}"></script>`,
    );
    return { html, policy: [...POLICY, `script-src 'self' '${sha('sha256', map)}'`].join('; ') };
  };

  it('checks the first script, and the scripts that it loads later, against the hashes in integrity.json', async () => {
    const { html, policy } = withIntegrity();
    const [kernels = ''] = readdirSync(cdn()).filter((file) => /^kernels.*\.js$/.test(file));
    /** Opens a page after somebody has changed a lazily loaded script on the server. */
    const open = async (path: string, tampered: boolean): Promise<{ ran: boolean; complaints: string[] }> => {
      const { page, complaints } = await openPage(browser, 'about:blank');
      await stayHere(page);
      if (tampered) {
        await page.route(`**/mhb/${kernels}`, (route) =>
          route.fulfill({
            body: 'window.tampered = true; export default {};',
            contentType: 'text/javascript',
          }),
        );
      }
      await page.goto(`${site.url}${path}`);
      await openDownload(page);
      await expectPassbook(page);
      const ran = await page.evaluate(() => 'tampered' in window);
      await page.context().close();
      return { ran, complaints };
    };
    const site = await serve(
      {
        '/': new Map([
          ['index.html', html],
          ['open.html', page],
        ]),
        '/mhb/': cdn(),
      },
      { 'content-security-policy': policy },
    );
    expect(await open('/', false)).toEqual({ ran: false, complaints: [] });
    expect((await open('/open.html', true)).ran).toBe(true);
    // Archives open without the faster kernels; changed code never runs.
    expect((await open('/', true)).ran).toBe(false);
    await site.close();
  });
});
