import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserMissing } from './browser.js';
import { drop, openViewer, passbookFile, viewerInBrowser } from './viewer-page.js';

/**
 * Ten questions of a person aged 65 who opens a passbook, each answered with at most two presses from its
 * first page: on a phone and a desktop, in both languages. `MHB_SCREENSHOTS` names a folder for
 * screenshots.
 */

const MOST_PRESSES = 2;
const folder = process.env['MHB_SCREENSHOTS'];
const screens = {
  desk: { viewport: { width: 1280, height: 900 } },
  telephone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

type Words = Readonly<Record<'zh-Hant' | 'en', RegExp>>;

interface Question {
  readonly asked: string;
  /** The page with the answer; the first press, if it is not the first page. */
  readonly page: string;
  /** What is pressed on it; if missing, the page itself answers. */
  readonly press?: Words;
  readonly answer: Words;
}

const questions: readonly Question[] = [
  {
    asked: 'What do I take, and until when?',
    page: 'overview',
    answer: { 'zh-Hant': /二甲雙胍[^]*預計用到\s*115\/05\/03/, en: /Metformin[^]*Until\s*May 3, 2026/ },
  },
  {
    asked: 'What is it for?',
    page: 'overview',
    press: { 'zh-Hant': /二甲雙胍.*是什麼/, en: /What is Metformin/ },
    answer: { 'zh-Hant': /第二型糖尿病/, en: /type 2 diabetes/ },
  },
  {
    asked: 'What is HbA1c?',
    page: 'overview',
    press: { 'zh-Hant': /^醣化血紅素是什麼/, en: /^What is HbA1c/ },
    answer: { 'zh-Hant': /三個月/, en: /three months/i },
  },
  {
    asked: 'Is it better?',
    page: 'overview',
    press: { 'zh-Hant': /看趨勢: 醣化血紅素/, en: /See trend: HbA1c/ },
    answer: {
      'zh-Hant': /6\.9 %，比.*的 [\d.]+ (?:低|高)；這家實驗室的範圍是 4 到 6/,
      en: /6\.9 %, (?:down|up) from [\d.]+ on .*range is 4 to 6/,
    },
  },
  {
    asked: 'How are my kidneys?',
    page: 'overview',
    press: { 'zh-Hant': /看趨勢: .*腎絲球/, en: /See trend: .*(?:eGFR|filtration)/ },
    answer: {
      'zh-Hant': /KDIGO.*屬「G3a」，只看這一次的數值/,
      en: /category G3a \(KDIGO.*this one value only/,
    },
  },
  {
    asked: 'What is the bad cholesterol?',
    page: 'laboratory',
    press: { 'zh-Hant': /低密度.*是什麼/, en: /What is LDL/ },
    answer: { 'zh-Hant': /壞膽固醇|壞的膽固醇/, en: /bad/i },
  },
  {
    asked: 'What am I allergic to?',
    page: 'overview',
    answer: { 'zh-Hant': /Penicillin 類[^]*皮疹/, en: /Penicillin 類[^]*皮疹/ },
  },
  {
    asked: 'When is the next vaccine?',
    page: 'vaccinations',
    press: { 'zh-Hant': /流感.*是什麼/, en: /What is Influenza/ },
    answer: { 'zh-Hant': /每年秋冬/, en: /every (?:autumn|year)|each (?:autumn|year)/i },
  },
  {
    asked: 'What screening is due?',
    page: 'prevention',
    answer: { 'zh-Hant': /乳癌篩檢[^]*115\/11/, en: /Breast cancer screening[^]*From Nov 2026/ },
  },
  {
    asked: 'What was found on my X-ray?',
    page: 'reports',
    answer: { 'zh-Hant': /胸腔[^]*明德/, en: /Chest X-ray[^]*明德/ },
  },
];

const buttons = (viewer: Locator): Locator => viewer.locator('.content button');

/** Opens a page like a person, unless it is already shown. */
async function turnTo(viewer: Locator, section: string): Promise<number> {
  const menu = viewer.locator('nav select');
  if ((await menu.inputValue()) === section) return 0;
  if (await menu.isVisible()) await menu.selectOption(section);
  else {
    const index = await menu.evaluate(
      (select: HTMLSelectElement, id) => [...select.options].findIndex(({ value }) => value === id),
      section,
    );
    await viewer.locator('nav li button').nth(index).click();
  }
  return 1;
}

/** All text of the page, and of a dialog on it. */
const told = (viewer: Locator): Promise<string> =>
  viewer.evaluate(({ shadowRoot }) => {
    const dialog = shadowRoot?.querySelector<HTMLElement>('#explain[open]');
    const shown = dialog ?? shadowRoot?.querySelector<HTMLElement>('.content');
    return (shown?.innerText ?? '').replace(/[ \u00a0\n]+/g, ' ');
  });

describe.skipIf(browserMissing !== null)('ten questions', () => {
  const at = viewerInBrowser();

  for (const lang of ['zh-Hant', 'en'] as const)
    for (const [screen, options] of Object.entries(screens))
      it(`are answered with two presses, ${lang}, at a ${screen}`, async () => {
        const { page, viewer, complaints } = await openViewer(at.browser, at.server.url, {
          lang,
          ...options,
        });
        await drop(viewer, passbookFile());
        await viewer.locator('#section-title').waitFor();
        const first = await viewer.locator('nav select').inputValue();
        for (const [index, { asked, page: section, press, answer }] of questions.entries()) {
          await turnTo(viewer, first);
          let presses = await turnTo(viewer, section);
          if (press !== undefined) {
            await buttons(viewer)
              .and(page.getByRole('button', { name: press[lang] }))
              .first()
              .click();
            presses += 1;
          }
          await expect.poll(() => told(viewer), { message: asked, timeout: 15_000 }).toMatch(answer[lang]);
          expect(presses, asked).toBeLessThanOrEqual(MOST_PRESSES);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
          if (folder !== undefined)
            await page.screenshot({ path: join(folder, `${lang}-${screen}-${String(index + 1)}.png`) });
          await page.keyboard.press('Escape');
        }
        expect(complaints).toEqual([]);
        await page.context().close();
      });
});
