import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserMissing } from './browser.js';
import { drop, openViewer, passbookFile, viewerInBrowser, type ViewerPage } from './viewer-page.js';

/**
 * A person who has never seen the viewer asks five questions: which drugs do I take, what is my HbA1c, am I
 * allergic to penicillin, when was I last at that hospital, what did I pay in March? On a phone and a
 * desktop, in both languages. `MHB_SCREENSHOTS` names a folder for screenshots.
 */

const screens = {
  desk: { viewport: { width: 1100, height: 850 } },
  telephone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const words = {
  en: {
    taking: /糖穩[^]*until May 3, 2026 \(18 days left\)/,
    hba1c:
      /HbA1c\s*\??\s*6\.9\s*%\*?\s*▲ High\s*lower than 7\.3 on May 3, 2025; reference range 4 – 6; measured on Apr 4, 2026/,
    trend: 'See trend: HbA1c',
    chart: /^Trend of HbA1c\. 12 results, Sep 23, 2023 to Apr 4, 2026\.$/,
    allergies: /Penicillin 類[^]*皮疹/,
    search: 'Search the passbook',
    last: /Apr 6, 2026[^]*Outpatient[^]*明德綜合醫院/,
    insurance: 'insurance',
    march: /Mar 2026\s+NT\$1,420/,
  },
  'zh-Hant': {
    taking: /糖穩[^]*用到 115\/05\/03（還有 18 天）/,
    hba1c:
      /醣化血紅素\s*\??\s*6\.9\s*%\*?\s*▲ 偏高\s*比 114\/05\/03 的 7\.3 低；參考值 4 – 6；115\/04\/04 檢驗/,
    trend: '看趨勢: 醣化血紅素',
    chart: /^醣化血紅素趨勢圖\. 12 次結果，112\/09\/23 至 115\/04\/04。$/,
    allergies: /Penicillin 類[^]*皮疹/,
    search: '搜尋存摺',
    last: /115\/04\/06[^]*門診[^]*明德綜合醫院/,
    insurance: 'insurance',
    march: /115\/03\s+1,420 元/,
  },
} as const;

const folder = process.env['MHB_SCREENSHOTS'];

describe.skipIf(browserMissing !== null)('a new reader of a passbook', () => {
  const at = viewerInBrowser();

  const turnTo = async (viewer: Locator, section: string): Promise<void> => {
    // With the list beside the page, or with the menu on a narrow page.
    const menu = viewer.locator('nav select');
    if (await menu.isVisible()) await menu.selectOption(section);
    else {
      const index = await menu.evaluate(
        (select: HTMLSelectElement, id) => [...select.options].findIndex(({ value }) => value === id),
        section,
      );
      await viewer.locator('nav li button').nth(index).click();
    }
  };

  const seen = async ({ page }: ViewerPage, name: string): Promise<void> => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };

  for (const lang of ['en', 'zh-Hant'] as const)
    for (const [screen, options] of Object.entries(screens))
      it(`finds five answers, ${lang}, at a ${screen}`, async () => {
        const asked = words[lang];
        const opened = await openViewer(at.browser, at.server.url, { lang, ...options });
        const { viewer } = opened;
        await drop(viewer, passbookFile());
        const content = viewer.locator('.content');
        const text = async (): Promise<string> => (await content.innerText()).replace(/[ \u00a0]+/g, ' ');

        // Which drugs do I take, and until when? On the first page, without a click.
        await content.getByText('Penicillin').first().waitFor();
        expect(await text()).toMatch(asked.taking);
        // Am I allergic to penicillin? The same.
        expect(await text()).toMatch(asked.allergies);
        // What was the result of the last blood test, and what is its trend? One click.
        expect((await text()).replace(/\s+/g, ' ')).toMatch(asked.hba1c);
        await seen(opened, `1-glance-${lang}-${screen}`);
        await content.getByRole('button', { name: asked.trend }).click();
        await content.getByRole('img', { name: asked.chart }).waitFor();
        await seen(opened, `2-trend-${lang}-${screen}`);

        // When was I last at that hospital? By its name, the newest first.
        await viewer.getByLabel(asked.search).fill('明德綜合 第二型糖尿病');
        await content.locator('.hits .row').first().waitFor();
        expect(await content.locator('.hits .row').first().innerText()).toMatch(/115\/04\/06|Apr 6, 2026/);
        expect(await content.locator('mark').first().innerText()).toBe('明德綜合');
        await seen(opened, `3-hospital-${lang}-${screen}`);
        await viewer.getByLabel(asked.search).fill('');

        // What did I pay in March?
        await turnTo(viewer, asked.insurance);
        await content.locator('table').first().waitFor();
        expect((await text()).replace(/\t/g, ' ')).toMatch(asked.march);
        await seen(opened, `4-premium-${lang}-${screen}`);
        expect(opened.complaints).toEqual([]);
        await opened.page.context().close();
      });

  it('can do everything by keyboard, and hears the content', async () => {
    const { page, viewer } = await openViewer(at.browser, at.server.url);
    await drop(viewer, passbookFile());
    await viewer.locator('#section-title').waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.querySelector('mhb-passbook-viewer')?.shadowRoot?.activeElement;
        return element instanceof HTMLElement ? (element.ariaLabel ?? element.innerText ?? element.id) : '';
      });
    // The opened passbook has the focus; from there every control can be reached with the Tab key, and none
    // traps it.
    expect(await focused()).toBe('At a glance');
    const reached = new Set<string>();
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      reached.add(await focused());
    }
    for (const name of ['See the records: Allergies', 'See trend: HbA1c', 'See the records: Drugs in use'])
      expect([...reached], name).toContain(name);

    await viewer.getByRole('button', { name: 'Laboratory results' }).focus();
    await page.keyboard.press('Enter');
    await viewer.locator('#section-title', { hasText: 'Laboratory results' }).waitFor();
    await viewer.locator('details.row summary').first().focus();
    await page.keyboard.press('Enter');
    await viewer.getByRole('img', { name: /^Trend of/ }).waitFor();
    await viewer.locator('details.row button.raw').first().focus();
    await page.keyboard.press('Enter');
    await viewer.getByRole('dialog', { name: /raw fields/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => viewer.locator('#raw').evaluate((dialog: HTMLDialogElement) => dialog.open))
      .toBe(false);

    // The text for a screen reader.
    const tree = await viewer.ariaSnapshot();
    for (const line of [
      /region "Passbook viewer"/,
      /heading "Passbook viewer" \[level=2\]/,
      /searchbox "Search the passbook"/,
      /navigation "Contents of the passbook"/,
      /heading "Laboratory results" \[level=3\]/,
      /img "Trend of /,
      /table "Values of /,
      /columnheader "Reference range"/,
      /rowheader "Apr 4, 2026"/,
    ])
      expect(tree).toMatch(line);
    await page.context().close();
  });

  it('copies a table cell as plain text', async () => {
    const { page, viewer } = await openViewer(at.browser, at.server.url);
    await drop(viewer, passbookFile());
    await viewer.locator('#section-title').waitFor();
    await turnTo(viewer, 'insurance');
    const row = viewer.locator('tbody tr').first();
    await row.waitFor();
    const copied = await row.evaluate((element) => {
      const selection = getSelection();
      selection?.selectAllChildren(element);
      return selection?.toString() ?? '';
    });
    expect(
      copied
        .trim()
        .split(/\s*\t\s*/)
        .slice(0, 2),
    ).toEqual(['Mar 2026', 'NT$1,420']);
    expect(copied).not.toContain('Raw fields');
    await page.context().close();
  });

  const noPoppler = spawnSync('pdftoppm', ['-v']).error !== undefined;
  it.skipIf(noPoppler)(`prints on paper${noPoppler ? ' (no pdftoppm)' : ''}`, async () => {
    const { page, viewer } = await openViewer(at.browser, at.server.url, { lang: 'zh-Hant' });
    await drop(viewer, passbookFile());
    await viewer.locator('#section-title').waitFor();
    const directory = await mkdtemp(join(tmpdir(), 'mhb-print-'));
    /** The printed pages. */
    const print = async (name: string, sections: readonly string[]): Promise<string[]> => {
      const path = join(folder ?? directory, `${name}.pdf`);
      // In headless mode, `print()` returns immediately: the pages are captured while the viewer is still
      // printing.
      await page.evaluate((ids) => {
        window.print = () => {
          dispatchEvent(new Event('beforeprint'));
        };
        void document.querySelector('mhb-passbook-viewer')?.print(ids);
      }, sections);
      await viewer.locator('.paper h3').first().waitFor();
      await page.pdf({ path, preferCSSPageSize: true, format: 'A4' });
      await page.evaluate(() => {
        dispatchEvent(new Event('afterprint'));
      });
      if (folder !== undefined) execFileSync('pdftoppm', ['-r', '70', '-png', path, join(folder, name)]);
      return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    };
    const summary = await print('summary', ['overview']);
    expect(summary).toHaveLength(1);
    expect(summary[0]).toContain('Penicillin');
    expect(summary[0]).toContain('糖穩');
    expect(summary[0]).not.toContain('Hospital');
    const sections = await print('sections', ['visits', 'medications', 'laboratory']);
    expect(sections.length).toBeGreaterThan(2);
    for (const [index, text] of [...summary, ...sections].entries()) {
      expect(text).toContain('K22301****');
      expect(text).toContain('並非病歷');
      const [number, count] = index === 0 ? [1, 1] : [index, sections.length];
      expect(text).toMatch(new RegExp(`${number}\\s*/\\s*${count}`));
    }
    await viewer.locator('.book').waitFor();
    await rm(directory, { recursive: true, force: true });
    await page.context().close();
  });
});
