import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskName } from '@mhb-kit/core/identity';
import { lin } from '@mhb-kit/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadedArchive, PASSWORD } from '../adoption/shown.js';
import type { StaticServer } from '../adoption/static-server.js';
import { opensslMissing, startBehindTls } from '../e2e/gateway-behind-tls.js';
import { hostileFile, serveStrictPage, turnEveryPage } from '../e2e/hostile-page.js';
import { passbookFile, serveViewer, TODAY } from '../e2e/viewer-page.js';
import { startWebKit, webKitMissing } from './driver.mjs';

/**
 * The same journeys through the viewer as in Chromium, in the engine closest to Safari, and the things that
 * Safari forbids a secure page. `MHB_SCREENSHOTS` names a folder for pictures.
 */

type WebKit = Awaited<ReturnType<typeof startWebKit>>;

const pictures = process.env['MHB_SCREENSHOTS'];
const titled = (name: string, missing: string | null): string =>
  missing === null ? name : `${name} (skipped: ${missing})`;

/** The start of every script about the viewer. */
const VIEWER = `
  await customElements.whenDefined('mhb-passbook-viewer');
  const viewer = document.querySelector('mhb-passbook-viewer');
  const root = viewer.shadowRoot;
  const find = (selector) => root.querySelector(selector);
  const until = async (what) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const found = what();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('waited in vain for ' + what + ' in ' + root.textContent.replaceAll(/\\s+/g, ' ').slice(0, 500));
  };
  const says = (text) => until(() => root.textContent.includes(text));
  const type = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const settled = async () => {
    await viewer.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 150));
  };
`;

describe.skipIf(webKitMissing !== null)(titled('the viewer in WebKit', webKitMissing), () => {
  let folder: string;
  let site: StaticServer;
  let webKit: WebKit;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-webkit-'));
    site = await serveViewer();
    webKit = await startWebKit({ printFolder: folder });
  });
  afterAll(async () => {
    await webKit?.stop();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The viewer with a file that was chosen in its file input. */
  const choose = async (lang: 'en' | 'zh-Hant', name: string, content: string | Buffer): Promise<void> => {
    const path = join(folder, name);
    await writeFile(path, content);
    await webKit.open(lang === 'en' ? `${site.url}/` : `${site.url}/zh.html`);
    await webKit.run(
      `${VIEWER} viewer.clock = () => new Date(args[0]); await until(() => find('input[type=file]'));`,
      [`${TODAY}T09:00:00+08:00`],
    );
    await webKit.choose(
      "return document.querySelector('mhb-passbook-viewer').shadowRoot.querySelector('input[type=file]')",
      [path],
    );
  };

  it('opens an archive with a password, in the worker', async () => {
    await choose('zh-Hant', '健康存摺_1150415.zip', await downloadedArchive());
    const unlock = (password: string, words: string): Promise<unknown> =>
      webKit.run(
        `${VIEWER}
        const field = await until(() => find('input[type=password]:not([autocomplete=new-password])'));
        type(field, args[0]);
        field.form.requestSubmit();
        await says(args[1]);`,
        [password, words],
      );
    await unlock('A123456789', '密碼不正確');
    await unlock(PASSWORD, 'K22301****');
    expect(await webKit.run(`${VIEWER} return viewer.passbook !== undefined;`)).toBe(true);
  });

  it.each([
    { lang: 'en', width: 1280 },
    { lang: 'zh-Hant', width: 1280 },
    { lang: 'en', width: 320 },
    { lang: 'zh-Hant', width: 390 },
  ] as const)('shows every page, $lang, $width pixels wide', async ({ lang, width }) => {
    await webKit.resize(width, 900);
    await choose(lang, 'passbook.json', passbookFile());
    const { pages, wide, empty } = (await webKit.run(
      `${VIEWER}
      await says('Penicillin');
      const ids = [...find('nav select').options].map(({ value }) => value);
      const wide = [];
      const empty = [];
      for (const id of ids) {
        viewer.section = id;
        await settled();
        if (document.documentElement.scrollWidth > innerWidth) wide.push(id + ': ' + document.documentElement.scrollWidth);
        if (find('.content').innerText.trim() === '') empty.push(id);
      }
      return { pages: ids.length, wide, empty };`,
    )) as { pages: number; wide: string[]; empty: string[] };
    if (pictures !== undefined)
      for (const id of ['glance', 'laboratory', 'insurance']) {
        await webKit.run(`${VIEWER} viewer.section = args[0]; await settled();`, [id]);
        await writeFile(join(pictures, `webkit-${id}-${lang}-${width}.png`), await webKit.picture());
      }
    await webKit.resize(1280, 900);
    expect(pages).toBeGreaterThan(10);
    expect({ wide, empty }).toEqual({ wide: [], empty: [] });
  });

  it('searches, by the keyboard', async () => {
    await choose('en', 'passbook.json', passbookFile());
    await webKit.run(
      `${VIEWER} await says('Penicillin'); (await until(() => find('input[type=search]'))).focus();`,
    );
    await webKit.press([...'明德綜合']);
    const first = await webKit.run(`${VIEWER} return (await until(() => find('.hits mark'))).textContent;`);
    expect(first).toBe('明德綜合');
  });

  it.each(['fhir', 'csv', 'xlsx', 'sealed'])('writes a file for other programs: %s', async (format) => {
    await choose('en', 'passbook.json', passbookFile());
    const { size, name } = (await webKit.run(
      `${VIEWER}
      await says('Penicillin');
      find('#open-export').click();
      const choice = await until(() => find('.export input[value=' + args[0] + ']'));
      choice.click();
      await settled();
      if (find('#csv-table')) type(find('#csv-table'), 'r1');
      if (find('#new-password')) type(find('#new-password'), 'long enough');
      const saved = new Promise((resolve) => {
        viewer.addEventListener('mhb-passbook-export', (event) => { event.preventDefault(); resolve(event); }, { once: true });
      });
      find('form.export').requestSubmit();
      const { file, fileName } = await saved;
      return { size: file.size, name: fileName };`,
      [format],
    )) as { size: number; name: string };
    expect(size, name).toBeGreaterThan(200);
  });

  const noPoppler = spawnSync('pdftotext', ['-v']).error === undefined ? null : 'no pdftotext';
  it.skipIf(noPoppler !== null)(titled('prints on paper', noPoppler), async () => {
    await choose('zh-Hant', 'passbook.json', passbookFile());
    let printed = 0;
    const print = async (sections: readonly string[]): Promise<string[]> => {
      await webKit.run(
        `${VIEWER}
        await says('Penicillin');
        // Under WebDriver, WebKit ignores print(); the window of this test prints a file instead.
        window.print = () => webkit.messageHandlers.paper.postMessage(null);
        void viewer.print(args[0]);`,
        [sections],
      );
      printed += 1;
      const file = join(folder, `${printed}.pdf`);
      await expect.poll(() => existsSync(file)).toBe(true);
      await webKit.run(`${VIEWER} await until(() => find('.book'));`);
      if (pictures !== undefined)
        execFileSync('pdftoppm', ['-r', '60', '-png', file, join(pictures, `webkit-print-${printed}`)]);
      return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    };
    const summary = await print(['overview']);
    expect(summary).toHaveLength(1);
    // WebKit has no margin boxes of `@page`, so what stands on each page elsewhere stands once here.
    for (const text of ['Penicillin', 'K22301****', '並非病歷'])
      expect(summary.join('').replaceAll(/\s/g, '').includes(text), text).toBe(true);
    expect(summary[0]).not.toContain('Hospital');
    // WebKitGTK loses the last pages of a long passbook (docs/guides/webkit.md), but must print the first.
    const sections = await print(['visits', 'medications', 'laboratory']);
    expect(sections.length).toBeGreaterThan(2);
    expect(sections.join('')).toContain('明德綜合醫院');
  });

  it('keeps a strict policy, with a passbook full of markup', async () => {
    const strict = await serveStrictPage();
    await webKit.open(strict.url);
    await webKit.run("await customElements.whenDefined('mhb-keypad');");
    const before = strict.paths.length;
    const pages = await webKit.run(`return (${turnEveryPage.toString()})(args[0])`, [hostileFile()]);
    expect(pages).toBeGreaterThan(10);
    const found = await webKit.run(`
      const { shadowRoot } = document.querySelector('mhb-passbook-viewer');
      return {
        markup: shadowRoot.querySelectorAll('script, img, iframe, style:not(:empty), a[href^=javascript]').length,
        hacked: 'hacked' in window,
        complaints,
      };`);
    strict.close();
    expect(found).toEqual({ markup: 0, hacked: false, complaints: [] });
    expect(strict.paths.slice(before)).toEqual([]);
  });
});

const cannot = webKitMissing ?? opensslMissing;
describe.skipIf(cannot !== null)(titled('a secure page and the bridge in WebKit', cannot), () => {
  let services: Awaited<ReturnType<typeof startBehindTls>>;
  let webKit: WebKit;

  beforeAll(async () => {
    services = await startBehindTls('localhost');
    webKit = await startWebKit({ certificates: 'any' });
  });
  afterAll(async () => {
    await webKit?.stop();
    await services?.stop();
  });

  const BOX = `
    const box = () => document.querySelector('mhb-login-box')?.shadowRoot;
    const until = async (what) => {
      for (let tries = 0; tries < 600; tries += 1) {
        const found = what();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('waited in vain for ' + what + ' in ' + box()?.textContent.replaceAll(/\\s+/g, ' '));
    };
    const button = (name) => [...(box()?.querySelectorAll('button') ?? [])].find((each) => each.textContent.includes(name));
  `;

  it('logs in through the window of the bridge', async () => {
    await webKit.open(`${services.origin}/account`);
    expect(await webKit.run('return [isSecureContext, navigator.vendor]')).toEqual([
      true,
      'Apple Computer, Inc.',
    ]);
    await webKit.run(`
      globalThis.complaints = [];
      addEventListener('error', (event) => complaints.push(String(event.message)));
      addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
      ${BOX} await until(() => button('連接讀卡機'));`);
    await webKit.click(
      `return [...document.querySelector('mhb-login-box').shadowRoot.querySelectorAll('button')].find((each) => each.textContent.includes('連接讀卡機'))`,
    );
    await webKit.run(
      `${BOX} await until(() => box().querySelector('[part~=reader].present, [part~=reader].ready, .reader.present'));`,
    );
    const shown = await webKit.run(
      `${BOX}
      const field = box().querySelector('#password');
      field.value = args[0];
      field.dispatchEvent(new Event('input', { bubbles: true }));
      box().querySelector('[part=submit]').click();
      return [(await until(() => box().querySelector('.identity'))).textContent, complaints];`,
      [lin.password],
    );
    expect(shown).toEqual([expect.stringContaining(maskName(lin.name)), []]);
  });
});
