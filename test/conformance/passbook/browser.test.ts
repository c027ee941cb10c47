import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launch, serveModules } from '../../bench/passbook-search.mjs';

/** Reading in a worker, in Chromium, under a policy that allows only the page's own scripts and workers. */

interface InPage {
  compare(): Promise<{
    same: boolean;
    sameReport: boolean;
    progress: number;
    turns: number;
  }>;
  withoutWorker(): Promise<number>;
  failures(): Promise<string[]>;
  death(): Promise<string>;
  view(): Promise<Record<'wasHeld' | 'same' | 'owned' | 'order' | 'other', boolean>>;
  viewDeaths(): Promise<string[]>;
  write(): Promise<{ files: number; same: boolean }>;
  section(): Promise<string>;
}

let browser: Browser;
let page: Page;
let server: { origin: string; close: () => void };
const violations: string[] = [];

const run = async <K extends keyof InPage>(name: K): Promise<Awaited<ReturnType<InPage[K]>>> =>
  (await page.evaluate(`globalThis.passbookInPage.${name}()`)) as Awaited<ReturnType<InPage[K]>>;

const open = async (policy: '' | '&trusted'): Promise<void> => {
  await page.goto(`${server.origin}/?script=/test/conformance/passbook/in-page.js${policy}`);
  // The policy forbids the polling of `waitForFunction`, which evaluates code within the page.
  await vi.waitFor(async () =>
    expect(await page.evaluate('globalThis.passbookInPage !== undefined')).toBe(true),
  );
};

beforeAll(async () => {
  server = await serveModules();
  browser = await launch();
  page = await browser.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript/.test(message.text())) violations.push(message.text());
  });
  await open('');
});
afterAll(async () => {
  await browser.close();
  server.close();
});

describe('readPassbookInWorker', () => {
  it('gives the same passbook as reading on the page, without blocking it', async () => {
    const result = await run('compare');
    expect(result).toMatchObject({ same: true, sameReport: true });
    expect(result.progress).toBeGreaterThan(5);
    // How long the page is blocked depends on the machine; here it must only have continued.
    expect(result.turns).toBeGreaterThan(5);
    expect(violations).toEqual([]);
  });

  it('passes on errors with their codes, and can be canceled', async () => {
    expect(await run('failures')).toEqual([
      'MhbError passbook-damaged',
      'MhbError cancelled',
      'MhbError passbook-damaged',
    ]);
  });
});

describe('a worker that crashes silently', () => {
  it('is an error, at once', async () => {
    expect(await run('death')).toBe('MhbError worker-failed');
  });
});

describe('viewInWorker', () => {
  it('gives the page’s own views, with the page’s own records', async () => {
    expect(await run('view')).toEqual({
      wasHeld: true,
      same: true,
      owned: true,
      revised: 1,
      order: true,
      other: true,
    });
    expect(violations).toEqual([]);
  });

  it('restarts a crashed worker, works without one that keeps crashing, and can be canceled', async () => {
    expect(await run('viewDeaths')).toEqual([
      'true 1 none',
      'true 2 none',
      // Computes the views twice, keeps the objects of the page, and writes the file twice.
      'true 4 MhbError worker-failed',
      'true 1 none',
      'MhbError cancelled, then none',
    ]);
  });
});

describe('writePassbookInWorker', () => {
  it('gives the same files as writing on the page', async () => {
    const { files, same } = await run('write');
    expect(same).toBe(true);
    expect(files).toBeGreaterThan(10);
    expect(violations).toEqual([]);
  });
});

describe('if no worker can start', () => {
  it('reads on the page', async () => {
    await open('&trusted');
    expect(await run('withoutWorker')).toBe(37);
    await open('');
  });
});

describe('our pages', () => {
  it('run no script, load nothing and show their content', async () => {
    const html = await run('section');
    const view = await browser.newPage();
    const requests: string[] = [];
    view.on('request', (request) => requests.push(request.url()));
    await view.setContent(html);
    expect(await view.title()).toBe('門診資料｜健康存摺');
    expect(requests).toEqual([]);
    expect(await view.locator('img, script').count()).toBe(0);
    const text = await view.locator('body').innerText();
    expect(text).toContain('並非病歷');
    expect(text).toContain('115/03/11');
    expect(text).toContain('onerror=');
    await view.close();
  });
});
