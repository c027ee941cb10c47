import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { enlarge, j2File } from '@mhb-kit/testkit/passbook-fixtures';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';
import { drop, passbookFile } from '../e2e/viewer-page.js';
import { expectPassbook, openDownload } from './shown.js';
import { serve } from './static-server.js';
import { root } from './tarballs.js';

/** The viewer as one file: from a disk, from a web server, and without server and network. */

const folder = join(root, 'examples/viewer-only/dist');

describe.skipIf(browserMissing !== null)('the viewer in one file', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('opens a download from a disk without any request', async () => {
    const { page, complaints } = await openPage(browser, 'about:blank');
    const asked: string[] = [];
    page.on('request', (one) => asked.push(one.url()));
    const address = pathToFileURL(join(folder, 'index.html')).href;
    await page.goto(address);
    await openDownload(page);
    await expectPassbook(page);
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([address]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('explains a drug from a disk without any request', async () => {
    const { page, complaints } = await openPage(browser, pathToFileURL(join(folder, 'index.html')).href);
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(one.url()));
    const viewer = page.locator('mhb-passbook-viewer');
    await drop(viewer, passbookFile());
    await viewer.locator('#section-title').waitFor();
    await viewer.evaluate((element) => {
      element.setAttribute('section', 'medications');
    });
    await viewer
      .getByRole('button', { name: /阿托伐他汀.*是什麼/ })
      .first()
      .click();
    await viewer.locator('#explain').getByText('低密度膽固醇').waitFor();
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('reads and writes a long history in its own workers, even from a disk', async () => {
    const { page, complaints } = await openPage(browser, pathToFileURL(join(folder, 'index.html')).href);
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    const { bdata } = JSON.parse(
      readFileSync(join(root, 'packages/testkit/data/sample.json'), 'utf8'),
    ).myhealthbank;
    const viewer = page.locator('mhb-passbook-viewer');
    await drop(viewer, Buffer.from(j2File(enlarge(bdata, 2_000))));
    await viewer.locator('#open-export').click();
    await viewer.locator('.export input[value=sealed]').check();
    await viewer.locator('#new-password').fill('long enough');
    const download = page.waitForEvent('download');
    await viewer.locator('.export button[type=submit]').click();
    await download;
    // One worker reads and writes, one creates archives; if a worker had failed to start, the page would do
    // its work.
    expect(workers.map((url) => url.slice(0, 5))).toEqual(['blob:', 'blob:']);
    await vi.waitFor(() => expect(page.workers().map((worker) => worker.url())).toEqual(workers.slice(0, 1)));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says what works on this device, and that a preview does not', async () => {
    const server = await serve({ '/': folder });
    const local = pathToFileURL(join(folder, 'index.html')).href;
    const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
    const iPad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15';
    const android =
      'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36';
    for (const [url, options, hints] of [
      [local, {}, ['file']],
      [local, { javaScriptEnabled: false }, ['preview']],
      [server.url, {}, []],
      [server.url, { userAgent: iPhone, hasTouch: true, isMobile: true }, ['ios']],
      [server.url, { userAgent: iPad, hasTouch: true }, ['ios']],
      [server.url, { userAgent: iPad }, []],
      [server.url, { userAgent: android, hasTouch: true, isMobile: true }, ['android']],
    ] as const) {
      const context = await browser.newContext({ locale: 'zh-TW', ...options });
      const page = await context.newPage();
      // An emulated device has one touch point, an iPad has five, and a Macintosh has none.
      await page.addInitScript((touch) => {
        Object.defineProperty(navigator, 'maxTouchPoints', { value: touch ? 5 : 0 });
      }, 'hasTouch' in options);
      await page.goto(url);
      const found = page
        .locator('.hint:visible')
        .evaluateAll((all) =>
          all.map((each) => (each instanceof HTMLElement ? (each.dataset['hint'] ?? each.id) : '')),
        );
      expect(await found, JSON.stringify(options)).toEqual(hints);
      await context.close();
    }
    server.close();
  });

  it('uses the language of the browser, and the other one after a press', async () => {
    const { page } = await openPage(browser, pathToFileURL(join(folder, 'index.html')).href);
    await page.getByRole('heading', { name: '健康存摺檢視器' }).first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My Health Bank viewer' }).waitFor();
    await page
      .locator('mhb-passbook-viewer')
      .getByText(/choose files/i)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('can be installed, and works without server and network', async () => {
    const site = await serve({ '/': folder }, { 'content-security-policy': "frame-ancestors 'none'" });
    const { page, complaints } = await openPage(browser, `${site.url}/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const devtools = await page.context().newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // Playwright's contexts are private windows, in which nothing can be installed.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    );

    await site.close();
    await page.context().setOffline(true);
    await page.goto(`${site.url}/?from=the-home-screen`);
    await openDownload(page);
    await expectPassbook(page);
    expect(complaints).toEqual([]);

    // Opened files are stored nowhere: the caches contain only the viewer's own files.
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.sort()).toEqual(['/', '/icon.svg', '/manifest.webmanifest']);
    await page.context().close();
  });

  it('takes files from the share sheet, which reach no server and are kept nowhere', async () => {
    const site = await serve({ '/': folder }, { 'content-security-policy': "frame-ancestors 'none'" });
    // The system posts shared files like a form of another site, without involving any page.
    const sheet = await serve({
      '/': new Map([
        [
          'index.html',
          `<!doctype html><form method="post" enctype="multipart/form-data" action="${site.url}/shared"><input type="file" name="files" multiple><button>share</button></form>`,
        ],
      ]),
    });
    const { share_target: target } = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'));
    expect(new URL(target.action, `${site.url}/manifest.webmanifest`).href).toBe(`${site.url}/shared`);
    expect([target.method, target.enctype, target.params.files[0].name]).toEqual([
      'POST',
      'multipart/form-data',
      'files',
    ]);
    const { page, complaints } = await openPage(browser, `${site.url}/`);
    // The viewer can be installed only with its worker, because without it the system would post to the
    // server.
    await page.locator('link[rel=manifest]').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await page.goto(`${sheet.url}/`);
    await page.locator('input').setInputFiles([
      { name: 'one.json', mimeType: 'application/json', buffer: Buffer.from(passbookFile()) },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('something else') },
    ]);
    const before = site.asked.length;
    await page.getByRole('button', { name: 'share' }).click();
    const viewer = page.locator('mhb-passbook-viewer');
    await viewer.locator('#section-title').waitFor();
    await viewer.getByText('Penicillin').first().waitFor();
    // When the page is opened again, it has none of the data.
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
    expect(site.asked.slice(before)).toEqual([]);
    await page.reload();
    await viewer
      .getByText(/選擇檔案/)
      .first()
      .waitFor();
    expect(await viewer.locator('#section-title').count()).toBe(0);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      return [...requests.flat().map(({ url }) => new URL(url).pathname), ...databases];
    });
    expect(kept.sort()).toEqual(['/', '/icon.svg', '/manifest.webmanifest']);
    expect(complaints).toEqual([]);
    await page.context().close();
    await site.close();
    await sheet.close();
  });

  it('is a new version whenever the page has changed', () => {
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    expect(read('service-worker.js')).toMatch(/mhb-viewer-[0-9a-f]{16}/);
    expect(read('index.html')).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
  });
});
