import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserMissing } from './browser.js';
import { drop, openViewer, viewerInBrowser } from './viewer-page.js';

/**
 * A chapter of 2,000 rows on paper: every row, every page with its number, and nothing that could only be pressed. `MHB_SCREENSHOTS`
 * names a folder for the file and its first pages.
 */

const ROWS = 2_000;
const folder = process.env['MHB_SCREENSHOTS'];
const noPoppler = spawnSync('pdftotext', ['-v']).error !== undefined;

const dayOf = (index: number): string =>
  new Date(Date.UTC(2016, 0, 1 + index)).toISOString().slice(0, 10).replaceAll('-', '');
const visits = Array.from({ length: ROWS }, (_, index) => ({
  'r1.3': '3501200012',
  'r1.4': '青山診所',
  'r1.5': dayOf(index),
  'r1.7': String(index).padStart(4, '0'),
  'r1.8': 'J00',
  'r1.9': `ROW${String(index).padStart(4, '0')}`,
  'r1.12': '50',
}));

describe.skipIf(browserMissing !== null || noPoppler)('a chapter of 2,000 rows on paper', () => {
  const at = viewerInBrowser();

  it('is whole', async () => {
    const [lang, section] = ['zh-Hant', 'visits'] as const;
    const directory = await mkdtemp(join(tmpdir(), 'mhb-chapter-'));
    const { page, viewer } = await openViewer(at.browser, at.server.url, { lang });
    const bdata = { 'b1.1': 'A12345****', 'b1.2': '20260416', r1: visits };
    await drop(viewer, JSON.stringify({ myhealthbank: { bdata } }));
    await viewer.locator('#section-title').waitFor();
    await page.evaluate((id) => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
      };
      void document.querySelector('mhb-passbook-viewer')?.print([id]);
    }, section);
    await viewer.locator('.paper h3').first().waitFor();
    const path = join(folder ?? directory, `chapter-${lang}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, format: 'A4' });
    if (folder !== undefined)
      execFileSync('pdftoppm', ['-r', '60', '-l', '2', '-png', path, join(folder, `chapter-${lang}`)]);
    const pages = execFileSync('pdftotext', ['-layout', path, '-'], {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    })
      .split('\f')
      .slice(0, -1);
    const rows = new Set(pages.join('').match(/ROW\d{4}/g));
    expect(rows.size).toBe(ROWS);
    for (const [index, text] of pages.entries()) {
      expect(text).toMatch(new RegExp(`${index + 1} / ${pages.length}\\b`));
      expect(text).not.toMatch(/請按|press |未列印|not printed/i);
    }
    await page.context().close();
    await rm(directory, { recursive: true, force: true });
  });
});
