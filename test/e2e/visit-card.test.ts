import { maskNationalId } from '@mhb-kit/core/identity';
import { lin, tenYearsInTwo } from '@mhb-kit/testkit/people';
import { describe, expect, it } from 'vitest';
import { browserMissing } from './browser.js';
import { drop, openViewer, viewerInBrowser, TODAY } from './viewer-page.js';

/** The summary for a physician is one A4 page, for every person. */

const passbook = (mask: string, sections: object): string =>
  JSON.stringify({ myhealthbank: { bdata: { 'b1.1': mask, 'b1.2': '20260416', ...sections } } });
const tenYears = tenYearsInTwo(TODAY).map(({ text }) => text);
const drugs = Array.from({ length: 20 }, (_, index) => ({
  'r1_1.1': `AC${String(10_000_000 + index * 1000)}`,
  'r1_1.2': `PAPERDRUG${String.fromCharCode(65 + index)} FILM-COATED TABLETS 500MG`,
  'r1_1.3': '28',
  'r1_1.4': '28',
}));
const visit = { 'r1.3': '0501110514', 'r1.4': '明德醫院', 'r1.5': '20260410', 'r1.7': '0001', r1_1: drugs };

const people: Readonly<Record<string, readonly string[]>> = {
  'somebody with one disease': [passbook(maskNationalId(lin.nationalId), lin.history(TODAY))],
  'ten years': tenYears,
  'ten years and 20 more drugs': [...tenYears, passbook('A12345****', { r1: [visit] })],
};

describe.skipIf(browserMissing !== null)('the visit card', () => {
  const at = viewerInBrowser();

  for (const lang of ['zh-Hant', 'en'] as const)
    it.each(Object.keys(people))(`of %s is one sheet in ${lang}`, async (name) => {
      const { page, viewer } = await openViewer(at.browser, at.server.url, { lang });
      for (const [index, text] of (people[name] ?? []).entries()) {
        await drop(viewer, Buffer.from(text));
        if (index > 0) {
          await viewer.locator('#whose [name=whose]').first().check();
          await viewer.locator('#whose [type=submit]').click();
          await viewer.locator('#whose').waitFor({ state: 'detached' });
        }
        await viewer.locator('#section-title').waitFor();
        await viewer.locator('.reading').waitFor({ state: 'detached' });
      }
      await page.evaluate(() => {
        window.print = () => {
          dispatchEvent(new Event('beforeprint'));
        };
        void document.querySelector('mhb-passbook-viewer')?.print();
      });
      await viewer.locator('.visit-card').waitFor();
      expect(await viewer.locator('.visit-card').innerText()).not.toMatch(/請按|press /);
      const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
      await page.context().close();
    });
});
