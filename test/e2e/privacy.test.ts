import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskNationalId } from '@mhb-kit/core/identity';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirm, openInViewer, openLogin, request, unlock } from '../../examples/journey.mjs';
import { startWatched } from '../trust/privacy/journey.js';
import { marked, markers } from '../trust/privacy/marked-person.mjs';
import { createSearch, searchFolder } from '../trust/privacy/traces.js';
import { browserExecutable, browserMissing } from './browser.js';

/**
 * A marked person logs in, requests, saves, reads and logs out in a browser with a new profile. Then the
 * profile, the page's storage, every address and all files of the services are searched for that person.
 */

const search = createSearch(markers);

describe.skipIf(browserMissing !== null)('what a journey leaves in the browser', () => {
  let folder: string;
  let watched: Awaited<ReturnType<typeof startWatched>>;
  let context: BrowserContext;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-browser-traces-'));
    watched = await startWatched(folder);
    await watched.register();
    context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: browserExecutable,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
      env: { ...process.env, HOME: folder, TMPDIR: join(folder, 'tmp') },
      locale: 'zh-TW',
      timezoneId: 'Asia/Taipei',
    });
  });
  afterAll(async () => {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** All storage of a page, as text. */
  const stored = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const databases = await Promise.all(
        (await indexedDB.databases()).map(
          ({ name = '' }) =>
            new Promise<unknown>((resolve) => {
              const opening = indexedDB.open(name);
              opening.onsuccess = () => {
                const stores = [...opening.result.objectStoreNames];
                if (stores.length === 0) return resolve([]);
                const transaction = opening.result.transaction(stores);
                const reads = stores.map((store) => transaction.objectStore(store).getAll());
                transaction.oncomplete = () => resolve(reads.map(({ result }): unknown => result));
              };
            }),
        ),
      );
      return JSON.stringify({
        local: { ...localStorage },
        session: { ...sessionStorage },
        cookies: document.cookie,
        databases,
        caches: await Promise.all((await caches.keys()).map(async (key) => (await caches.open(key)).keys())),
        history: history.state as unknown,
        name: window.name,
      });
    });

  /** The content of the page, including shadow roots and fields. */
  const held = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const collect = (node: Element | ShadowRoot): string[] => [
        ...('value' in node ? [String(node.value)] : []),
        ...[...node.querySelectorAll('*')].flatMap((element) => [
          ...('value' in element ? [String(element.value)] : []),
          ...(element.shadowRoot === null ? [] : collect(element.shadowRoot)),
        ]),
        node.textContent ?? '',
      ];
      return collect(document.documentElement).join('\n') + document.documentElement.outerHTML;
    });

  it('is nothing after the person has logged out', async () => {
    const traces: string[] = [];
    let requests = 0;
    context.setDefaultTimeout(30_000);
    // The hospital's page, and the gateway's own window.
    context.on('page', (each) => {
      each.on('websocket', (socket) => traces.push(...search(`address ${socket.url()}`, socket.url())));
      each.on('pageerror', (error) => traces.push(...search('error', String(error.stack))));
    });
    context.on('request', (one) => traces.push(...search(`address ${one.url()}`, one.url())));
    context.on('console', (message) => traces.push(...search('console', message.text())));
    context.on('request', () => (requests += 1));
    const page = await context.newPage();
    await page.goto(watched.portalUrl);

    const person = { nationalId: marked.nationalId, password: marked.password };
    const box = page.locator('mhb-login-box');
    const own = await openLogin(page);
    await confirm(own, { ...person, password: `${marked.password}wrong`.slice(0, 12) });
    await own.locator('mhb-login-box form [role=alert]').getByText(/\S/).first().waitFor();
    await confirm(own, person);
    await own.locator('#allow').waitFor();
    traces.push(...search('storage of the gateway’s page', await stored(own)));
    await own.locator('#allow').click();
    await box.locator('#log-out').waitFor();
    await request(page);
    const table = page.locator('mhb-request-table');
    await table.locator('#select-all').check();
    const [download] = await Promise.all([page.waitForEvent('download'), table.locator('#download').click()]);
    await download.saveAs(join(folder, 'saved', download.suggestedFilename()));
    await openInViewer(page);
    await unlock(page, marked.nationalId);
    const viewer = page.locator('mhb-passbook-viewer');
    await viewer.getByText(marked.facility).first().waitFor();
    // While the person is there, the search finds them.
    const during = search('page', await held(page)).join();
    expect(during).toContain('diagnosis');
    expect(await held(page)).toContain(maskNationalId(marked.nationalId));
    expect(during).not.toContain('nationalId');
    traces.push(...search('storage while signed in', await stored(page)));

    await box.locator('#log-out').click();
    await box.locator('[part=submit]').waitFor();
    traces.push(...search('page after logging out', await held(page)));
    traces.push(...search('storage', await stored(page)));
    await page.reload();
    await box.locator('[part=submit]').waitFor();
    traces.push(...search('page after a reload', await held(page)));
    await page.goBack().catch(() => null);
    traces.push(...search('page behind the back button', await held(page)));
    expect(requests).toBeGreaterThan(20);

    await context.close();
    await watched.stop();
    expect((await readdir(join(folder, 'profile'))).length).toBeGreaterThan(5);
    traces.push(...(await searchFolder(folder, search)));
    expect(traces).toEqual([]);
  });
});
