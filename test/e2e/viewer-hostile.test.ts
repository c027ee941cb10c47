import { lin } from '@mhb-kit/testkit/people';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { conformanceCases } from '../conformance/archive/cases.js';
import { buildZip } from '../conformance/archive/zip-builder.js';
import { browserMissing } from './browser.js';
import { drop, openViewer, passbookFile, viewerInBrowser } from './viewer-page.js';

/**
 * Files designed to run code, load, style or deceive, each shown on every page with data, under a strict
 * policy.
 */

const SCRIPT = '<script>window.hacked=1</script><script src="/stolen.js"></script>';
const HANDLERS = '<img src="/stolen.png" onerror="window.hacked=1"><body onload=window.hacked=1>';
const LINKS = '<a href="javascript:window.hacked=1">x</a><iframe src="javascript:parent.hacked=1"></iframe>';
const SVG =
  '<svg onload="window.hacked=1"><use href="/stolen.svg#a"/><foreignObject><b>x</b></foreignObject></svg>';
const STYLE =
  '<style>@import "/stolen.css";*{background:url(/stolen)}</style><link rel=stylesheet href=/stolen.css>';
const PAPER = '"} @page { @top-left { content: url(/stolen) } } body { display: none';
const BIDI = '\u202egnp.exe\u2066\u200b\u2060Penicillin\u200d\u2069';
const FORMULA = '=HYPERLINK("/stolen","x")';
const tricks = { SCRIPT, HANDLERS, LINKS, SVG, STYLE, PAPER, BIDI, FORMULA };

/** The password of all archives that have one. */
const PASSWORD = 'A123456789';

/** Adds a trick to every string in a history that is not a number or a date. */
const poisoned = (trick: string): object =>
  Object.fromEntries(
    Object.entries(lin.history('2026-04-16')).map(([key, rows]) => [
      key,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row as Record<string, unknown>).map(([field, value]) => [
            field,
            typeof value === 'string' && value !== '' && !/^[\d.]+$/.test(value) ? `${trick}${value}` : value,
          ]),
        ),
      ),
    ]),
  );

const html = (rows: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>過敏資料</title>${STYLE}${SCRIPT}</head><body onload="window.hacked=1">
  <h1>健康存摺 過敏資料</h1><table><tr><th>上傳日期</th><th>過敏藥物內容</th><th>嚴重程度</th></tr>${rows}</table></body></html>`;

const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 12 },
  (_, index) =>
    `<!ENTITY ${'b'.repeat(index + 1)} "${`&${index === 0 ? 'a' : 'b'.repeat(index)};`.repeat(10)}">`,
).join(
  '',
)}]><myhealthbank><bdata><b1.1>A12345****</b1.1><r4><r4.2>&${'b'.repeat(12)};</r4.2></r4></bdata></myhealthbank>`;

describe.skipIf(browserMissing !== null)('hostile files in the viewer', () => {
  const at = viewerInBrowser();

  /**
   * Opens every page, expands what can be expanded, and counts elements that must not be in a shadow root.
   */
  const walk = (page: Page): Promise<{ readonly pages: number; readonly foreign: number }> =>
    page.evaluate(async () => {
      const viewer = document.querySelector('mhb-passbook-viewer');
      const root = viewer?.shadowRoot;
      if (!viewer || !root) throw new Error('No viewer');
      const ids = [...(root.querySelector('select')?.options ?? [])].map(({ value }) => value);
      let foreign = 0;
      for (const id of ids) {
        viewer.section = id;
        await viewer.updateComplete;
        for (const details of root.querySelectorAll('details')) details.open = true;
        root.querySelector<HTMLElement>('.content button.raw')?.click();
        await viewer.updateComplete;
        await new Promise((resolve) => setTimeout(resolve, 20));
        foreign += root.querySelectorAll(
          'script, img, iframe, object, embed, link, foreignObject, use, [onerror], [onload], [href], [style]',
        ).length;
        root.querySelector<HTMLDialogElement>('#raw')?.close();
      }
      return { pages: ids.length, foreign };
    });

  const expectHarmless = async (page: Page, before: number, complaints: readonly string[]): Promise<void> => {
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    // Only the viewer's own code may be loaded when needed.
    expect(at.server.asked.slice(before).filter((path) => !/^\/mhb\/[\w.-]+\.js$/.test(path))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.locator('header h1').isVisible()).toBe(true);
  };

  it.each(Object.entries(tricks))('shows %s as text', async (_name, trick) => {
    const { page, viewer, complaints } = await openViewer(at.browser, at.server.url);
    const before = at.server.asked.length;
    await drop(
      viewer,
      passbookFile(lin, { ...poisoned(trick), [`r77${trick}`]: [{ [`x${trick}`]: trick }] }),
      `${trick.replaceAll('/', '')}.json`,
    );
    await viewer.locator('#section-title').waitFor();
    const { pages, foreign } = await walk(page);
    expect(pages).toBeGreaterThan(12);
    expect(foreign).toBe(0);
    await viewer.locator('#search').fill('明德');
    await viewer.locator('.hits mark').first().waitFor();
    await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
    });
    await expectHarmless(page, before, complaints);
    await page.context().close();
  });

  it('reads HTML as data', async () => {
    const { page, viewer, complaints } = await openViewer(at.browser, at.server.url);
    const before = at.server.asked.length;
    await drop(
      viewer,
      html(`<tr><td>20260101</td><td>Penicillin ${HANDLERS}${SVG}</td><td>輕度</td></tr>`),
      'a.html',
    );
    await viewer.getByText('Penicillin').first().waitFor();
    expect((await walk(page)).foreign).toBe(0);
    await expectHarmless(page, before, complaints);
    await page.context().close();
  });

  it('is not affected by entities that expand', async () => {
    const { page, viewer, complaints } = await openViewer(at.browser, at.server.url);
    const before = at.server.asked.length;
    await drop(viewer, bomb, 'bomb.xml');
    await viewer.locator('[role=alert] code').or(viewer.locator('#section-title')).first().waitFor();
    expect(await size(viewer)).toBeLessThan(100_000);
    await expectHarmless(page, before, complaints);
    await page.context().close();
  });

  /** The viewer's results for archives that it opens one after the other. */
  const openAll = (page: Page, archives: readonly string[]) =>
    page.evaluate(
      async ({ all, password }) => {
        const viewer = document.querySelector('mhb-passbook-viewer');
        if (viewer === null) throw new Error('No viewer');
        const seen: { opened: boolean; code: string; sections: number }[] = [];
        for (const archive of all) {
          viewer.close();
          const bytes = Uint8Array.from(atob(archive), (character) => character.charCodeAt(0));
          const opening = viewer.open([{ name: 'a.zip', content: new Blob([bytes]) }]);
          let opened: boolean | undefined;
          while (opened === undefined) {
            const asked = viewer.shadowRoot?.querySelector<HTMLInputElement>('#password');
            if (asked) {
              asked.value = password;
              asked.form?.requestSubmit();
            }
            opened = await Promise.race([
              opening,
              new Promise<undefined>((resolve) => setTimeout(resolve, 5)),
            ]);
          }
          const code = (): string => viewer.shadowRoot?.querySelector('[role=alert] code')?.textContent ?? '';
          // The strings of a language and error messages are loaded when first needed.
          while (!opened && code() === '') await new Promise((resolve) => setTimeout(resolve, 5));
          await viewer.updateComplete;
          seen.push({
            opened,
            code: code(),
            sections: viewer.shadowRoot?.querySelectorAll('#section-title').length ?? 0,
          });
        }
        return seen;
      },
      { all: archives, password: PASSWORD },
    );

  it('refuses archives that lie, overlap, are too large or end too early, each with a message', async () => {
    // Without those with another password, or for limits other than the viewer's.
    const hostile = conformanceCases
      .filter(
        ({ archive, limits, within, password = PASSWORD, lateError }) =>
          archive !== '' &&
          limits === undefined &&
          within === undefined &&
          password === PASSWORD &&
          lateError !== 'wrong-password',
      )
      .map(({ name, archive, openError, lateError, entries = [] }) => ({
        name,
        archive,
        // A file that is not a ZIP is read as a passbook, which it is not.
        code: archive.startsWith('UE')
          ? (openError ?? lateError ?? entries.find(({ error }) => error)?.error)
          : 'passbook-not-recognized',
      }))
      .filter(
        ({ code, archive }) => code !== undefined && code !== 'password-required' && archive.length < 200_000,
      );
    expect(hostile.length).toBeGreaterThan(90);
    const { page, complaints } = await openViewer(at.browser, at.server.url);
    const before = at.server.asked.length;
    const seen = await openAll(
      page,
      hostile.map(({ archive }) => archive),
    );
    expect(hostile.map(({ name }, index) => ({ name, ...seen[index] }))).toEqual(
      hostile.map(({ name, code }) => ({ name, code, opened: false, sections: 0 })),
    );
    const good = buildZip([{ name: 'a.json', content: Buffer.from(passbookFile(lin)) }]);
    expect(await openAll(page, [good.toString('base64')])).toEqual([{ opened: true, code: '', sections: 1 }]);
    await expectHarmless(page, before, complaints);
    await page.context().close();
  });

  it('reads files with a hostile name, and follows no link', async () => {
    const content = Buffer.from(passbookFile(lin));
    const names = [
      '/etc/passwd',
      '../../a.json',
      '..\\a.json',
      'C:/a.json',
      'a\u202enosj.exe',
      'a\0.json',
      'NUL',
      '',
    ];
    const link = {
      name: 'link.json',
      content: Buffer.from('/etc/passwd'),
      externalAttributes: 0o120777 * 0x10000,
    };
    const archives = names.map((name) =>
      buildZip([link, { name, content }, { name: name.toUpperCase(), content }]),
    );
    const { page, viewer, complaints } = await openViewer(at.browser, at.server.url);
    const before = at.server.asked.length;
    const seen = await openAll(
      page,
      archives.map((archive) => archive.toString('base64')),
    );
    expect(seen).toEqual(names.map(() => ({ opened: true, code: '', sections: 1 })));
    expect(await viewer.evaluate((element) => element.shadowRoot?.textContent)).not.toContain('passwd');
    await expectHarmless(page, before, complaints);
    await page.context().close();
  });

  it('stays responsive with a table of a million rows', async () => {
    const { page, viewer, complaints } = await openViewer(at.browser, at.server.url);
    const before = at.server.asked.length;
    // Created in the page, because no channel to a browser can transfer that much.
    const open = ([start = '', end = '']: readonly string[]) => {
      const row = '<tr><td>20260101</td><td>Penicillin</td><td>輕</td></tr>';
      const content = new Blob([start, row.repeat(1_000_000), end]);
      const done = document.querySelector('mhb-passbook-viewer')?.open([{ name: 'million.html', content }]);
      void done?.finally(() => document.body.setAttribute('data-done', ''));
    };
    await page.evaluate(open, html('|').split('|'));
    // The page's clock runs as long as the file is processed.
    const longestGap = await page.evaluate(async () => {
      let worst = 0;
      let last = performance.now();
      while (!document.body.hasAttribute('data-done')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        worst = Math.max(worst, performance.now() - last);
        last = performance.now();
      }
      return worst;
    });
    expect(longestGap).toBeLessThan(500);
    // More cells than any real history has: refused, and nothing is kept.
    expect(await viewer.locator('[role=alert] code').textContent()).toBe('passbook-damaged');
    expect(await viewer.evaluate((element) => element.shadowRoot?.querySelectorAll('*').length)).toBeLessThan(
      200,
    );
    // A person who does not want to wait can cancel immediately.
    await page.evaluate(open, html('|').split('|'));
    await viewer.locator('#cancel').click();
    await viewer.locator('.drop').waitFor({ timeout: 2_000 });
    await expectHarmless(page, before, complaints);
    await page.context().close();
  });
});

const size = (viewer: Locator): Promise<number> =>
  viewer.evaluate((element) => element.shadowRoot?.textContent.length ?? 0);
