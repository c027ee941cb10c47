import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../adoption/static-server.js';
import { browserExecutable } from './browser.js';
import { passbookFile, serveViewer, TODAY } from './viewer-page.js';

/**
 * Questions of a person aged 65 who opens a passbook, each answered with at most two presses from its first page, and
 * phrases that people type, each with its answer on top: in Chromium and Firefox, at the width of a phone and of a
 * desktop, in both languages. `MHB_SCREENSHOTS` names a folder for screenshots.
 */

const FIREFOX = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const browsers = [
  { name: 'chrome', executablePath: browserExecutable, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  { name: 'firefox', executablePath: FIREFOX, args: [] },
] as const;
const MOST_PRESSES = 2;
const folder = process.env['MHB_SCREENSHOTS'];
const screens = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

type Words = Readonly<Record<'zh-Hant' | 'en', RegExp>>;

interface Question {
  readonly asked: string;
  /** The page with the answer; the first press, if it is not the first page. */
  readonly page: string;
  /** The element to press on it; if missing, the page itself answers. */
  readonly press?: Words;
  /** Whether the press opens an explanation, which has to contain the answer. The page behind it may contain it too. */
  readonly explains?: true;
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
    explains: true,
    answer: { 'zh-Hant': /第二型糖尿病/, en: /type 2 diabetes/ },
  },
  {
    asked: 'What is HbA1c?',
    page: 'overview',
    press: { 'zh-Hant': /^醣化血紅素是什麼/, en: /^What is HbA1c/ },
    explains: true,
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
      'zh-Hant': /只看這一次的數值，依.*KDIGO.*屬於「G3a」/,
      en: /category G3a \(KDIGO.*based only on this value/,
    },
  },
  {
    asked: 'What is the bad cholesterol?',
    page: 'laboratory',
    press: { 'zh-Hant': /低密度.*是什麼/, en: /What is LDL/ },
    explains: true,
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
    explains: true,
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
  {
    asked: 'What did I pay this year?',
    page: 'glance',
    answer: { 'zh-Hant': /今年的花費[^]*部分負擔共 [\d,]+ 元/, en: /Paid this year[^]*NT\$[\d,]+/ },
  },
  {
    asked: 'What did I pay it for?',
    page: 'glance',
    press: { 'zh-Hant': /^看依據: 今年的花費/, en: /^See the records: Paid this year/ },
    answer: { 'zh-Hant': /民國 115 年[^]*門診/, en: /2026[^]*Outpatient/ },
  },
];

/** The phrases that people type, and the first thing that is found. */
const phrases: Readonly<Record<string, RegExp>> = {
  '113/5': /113\/05\/06|May 6, 2024/,
  metformin: /二甲雙胍/,
  '113年5月': /113\/05\/06|May 6, 2024/,
  糖化血色素: /6\.9 %/,
  '2024-05': /113\/05\/06|May 6, 2024/,
  二甲雙胍: /二甲雙胍[^]*115\/04\/06|Metformin[^]*Apr 6, 2026/,
  'May 2024': /113\/05\/06|May 6, 2024/,
  HbA1c: /6\.9 %/,
  '１１３／５': /113\/05\/06|May 6, 2024/,
  Amlodipine: /氨氯地平/,
  '2024/05/06': /113\/05\/06|May 6, 2024/,
  'E11.65': /第二型糖尿病|Type 2 diabetes/,
  膽固醇: /低密度脂蛋白膽固醇|LDL/,
  e1165: /第二型糖尿病|Type 2 diabetes/,
  X光: /胸腔檢查[^]*No active lung lesion/,
  感冒: /急性鼻咽炎/,
  盤尼西林: /Penicillin/,
  腎功能: /腎絲球過濾率|eGFR/,
  流感: /流感疫苗/,
  血壓藥: /氨氯地平/,
};

/** Runs in the page: its viewer's shadow tree. */
declare global {
  interface Window {
    book(): ShadowRoot;
  }
}

/** The center of an element in the viewer, where the test presses. */
interface Wanted {
  readonly selector: string;
  readonly name?: RegExp;
}

async function press(page: Page, { selector, name = /./ }: Wanted): Promise<void> {
  const found = await page.waitForFunction(
    (css, source, flags) =>
      [...window.book().querySelectorAll<HTMLElement>(css)].find((each) =>
        new RegExp(source, flags).test((each.ariaLabel ?? each.innerText).trim()),
      ),
    { polling: 100, timeout: 60_000 },
    selector,
    name.source,
    name.flags,
  );
  await (found.asElement() as ElementHandle<Element> | null)?.click();
}

/** Opens a page like a person, unless it is already shown. Returns the number of presses. */
async function turnTo(page: Page, section: string): Promise<number> {
  const menu = await page.evaluate((id) => {
    const select = window.book().querySelector<HTMLSelectElement>('nav select');
    const index = [...(select?.options ?? [])].findIndex(({ value }) => value === id);
    return { shown: select?.value, index, isVisible: select?.checkVisibility() === true };
  }, section);
  if (menu.shown === section) return 0;
  if (menu.isVisible)
    await page.evaluate((id) => {
      const select = window.book().querySelector<HTMLSelectElement>('nav select');
      if (select === null) return;
      select.value = id;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, section);
  else await press(page, { selector: `nav li:nth-of-type(${String(menu.index + 1)}) button` });
  // Like a person, waits for the page before the next press, which could otherwise hit a list that still moves.
  await page.waitForFunction(
    (id) => window.book().querySelector<HTMLSelectElement>('nav select')?.value === id,
    { polling: 100, timeout: 60_000 },
    section,
  );
  return 1;
}

const EXPLANATION = '#explain[open]';

/** All text of the page or of the explanation on it; empty if it is not shown yet. */
const told = (page: Page, selector: '.content' | typeof EXPLANATION): Promise<string> =>
  page.evaluate(
    (css) => (window.book().querySelector<HTMLElement>(css)?.innerText ?? '').replace(/[ \u00a0\n]+/g, ' '),
    selector,
  );

/** Closes the explanation like a person, who sees that it is closed before pressing anything behind it. */
async function closeExplanation(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(
    (css) => window.book().querySelector(css) === null,
    { polling: 100, timeout: 60_000 },
    EXPLANATION,
  );
}

/** The first thing that a search has found; empty if it shows nothing. */
const firstHit = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      window
        .book()
        .querySelector<HTMLElement>('.hits > *')
        ?.innerText.replace(/[ \u00a0\n]+/g, ' ') ?? '',
  );

const search = (page: Page, phrase: string): Promise<void> =>
  page.evaluate((text) => {
    const field = window.book().querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) return;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }, phrase);

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

for (const { name, executablePath, args } of browsers) {
  const missing = existsSync(executablePath) ? null : `no ${executablePath}`;
  describe.skipIf(missing !== null)(`a passbook in ${name}${missing === null ? '' : ` (${missing})`}`, () => {
    let server: StaticServer;
    let browser: Browser;
    beforeAll(async () => {
      server = await serveViewer();
      browser = await puppeteer.launch({ browser: name, executablePath, args: [...args], headless: true });
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    async function open(lang: 'zh-Hant' | 'en', viewport: { width: number; height: number }): Promise<Page> {
      const page = await browser.newPage();
      await page.setViewport(viewport);
      await page.goto(`${server.url}/${lang === 'en' ? '' : 'zh.html'}`);
      await page.evaluate(
        async (content, today) => {
          await customElements.whenDefined('mhb-passbook-viewer');
          const viewer = document.querySelector('mhb-passbook-viewer')!;
          window.book = () => viewer.shadowRoot!;
          viewer.clock = () => new Date(`${today}T09:00:00+08:00`);
          await viewer.open([{ name: 'passbook.json', content: new Blob([content]) }]);
        },
        passbookFile(),
        TODAY,
      );
      await page.waitForFunction(() => window.book().querySelector('#section-title') !== null, {
        polling: 100,
        timeout: 60_000,
      });
      return page;
    }

    for (const lang of ['zh-Hant', 'en'] as const)
      for (const [screen, viewport] of Object.entries(screens))
        it(`answers with two presses, and finds what is typed, ${lang}, at a ${screen}`, async () => {
          const page = await open(lang, viewport);
          const first = await page.evaluate(
            () => window.book().querySelector<HTMLSelectElement>('nav select')?.value ?? '',
          );
          for (const [
            index,
            { asked, page: section, press: pressed, explains, answer },
          ] of questions.entries()) {
            await turnTo(page, first);
            let presses = await turnTo(page, section);
            if (pressed !== undefined) {
              await press(page, { selector: '.content button', name: pressed[lang] });
              presses += 1;
            }
            const where = explains === true ? EXPLANATION : '.content';
            await expect
              .poll(() => told(page, where), { message: asked, timeout: 60_000 })
              .toMatch(answer[lang]);
            expect(presses, asked).toBeLessThanOrEqual(MOST_PRESSES);
            expect(await fits(page), asked).toBe(true);
            if (folder !== undefined)
              await page.screenshot({
                path: join(folder, `${name}-${lang}-${screen}-${String(index + 1)}.png`),
              });
            if (explains === true) await closeExplanation(page);
          }
          for (const [phrase, answer] of Object.entries(phrases)) {
            await search(page, phrase);
            await expect.poll(() => firstHit(page), { message: phrase, timeout: 60_000 }).toMatch(answer);
            expect(await fits(page), phrase).toBe(true);
            await search(page, '');
            await expect.poll(() => firstHit(page), { message: `after ${phrase}`, timeout: 60_000 }).toBe('');
          }
          await page.close();
        });
  });
}
