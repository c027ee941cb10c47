import { fileURLToPath } from 'node:url';
import { maskNationalId } from '@mhb-kit/core/identity';
import { lin, type InventedPerson } from '@mhb-kit/testkit/people';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serve, type StaticServer } from '../adoption/static-server.js';
import { launchBrowser } from './browser.js';

/** The viewer alone on a page with a strict policy: the script-tag build from a simple web server. */

export const TODAY = '2026-04-16';

/** Nothing inline, no markup from strings except Lit's own, only our workers, no connection anywhere. */
export const STRICT_POLICY = [
  "default-src 'self'",
  "connect-src 'none'",
  "img-src 'none'",
  "font-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html mhb-workers',
].join('; ');

const cdn = fileURLToPath(new URL('../../packages/elements/dist/cdn', import.meta.url));

const page = (lang: string): string => `<!doctype html>
<html lang="${lang}">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>My Health Bank</title>
  <script type="module" src="/mhb/mhb-elements.min.js"></script>
  <header><h1>Hospital</h1></header>
  <main><mhb-passbook-viewer></mhb-passbook-viewer></main>
</html>`;

/** The page on a server: English at `/`, Chinese at `/zh.html`. */
export const serveViewer = (): Promise<StaticServer> =>
  serve(
    {
      '/': new Map([
        ['index.html', page('en')],
        ['zh.html', page('zh-Hant')],
        ['favicon.ico', ''],
      ]),
      '/mhb/': cdn,
    },
    { 'content-security-policy': STRICT_POLICY },
  );

/** In a `describe`: the page on a server, and a browser, for all of its tests. */
export function viewerInBrowser(): { readonly server: StaticServer; readonly browser: Browser } {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveViewer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
  };
}

export interface ViewerPage {
  readonly page: Page;
  readonly viewer: Locator;
  /** The browser's complaints: refused content, uncaught errors. */
  readonly complaints: readonly string[];
}

export async function openViewer(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly lang?: 'en' | 'zh-Hant' } = {},
): Promise<ViewerPage> {
  const { lang = 'en', ...context } = options;
  const opened = await (await browser.newContext({ timezoneId: 'Asia/Taipei', ...context })).newPage();
  opened.setDefaultTimeout(20_000);
  return { ...(await showViewer(opened, url, lang)) };
}

/** Another tab of the same person, or the same page again. */
export async function showViewer(
  opened: Page,
  url: string,
  lang: 'en' | 'zh-Hant' = 'en',
): Promise<ViewerPage> {
  const complaints: string[] = [];
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      complaints.push(message.text());
  });
  await opened.goto(lang === 'en' ? `${url}/` : `${url}/zh.html`);
  await opened.evaluate(async (today) => {
    await customElements.whenDefined('mhb-passbook-viewer');
    const element = document.querySelector('mhb-passbook-viewer');
    if (element !== null) element.clock = () => new Date(`${today}T09:00:00+08:00`);
  }, TODAY);
  return { page: opened, viewer: opened.locator('mhb-passbook-viewer'), complaints };
}

/** A passbook file of an invented person, with additions to their history. */
export const passbookFile = (person: InventedPerson = lin, more: object = {}): string =>
  JSON.stringify({
    myhealthbank: {
      bdata: {
        'b1.1': maskNationalId(person.nationalId),
        'b1.2': TODAY.replaceAll('-', ''),
        ...person.history(TODAY),
        ...more,
      },
    },
  });

/** Drops a file on the viewer, like a person's file input. */
export async function drop(viewer: Locator, content: string | Buffer, name = 'passbook.json'): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await viewer
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}
