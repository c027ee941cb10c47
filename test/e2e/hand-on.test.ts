import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserMissing } from './browser.js';
import { drop, openViewer, passbookFile, viewerInBrowser } from './viewer-page.js';

/** On a phone: sharing the summary with the share sheet, and leaving browsers inside other apps. */

const folder = process.env['MHB_SCREENSHOTS'];
const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const agents = {
  line: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1 Line/14.15.0',
  facebook:
    'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/127.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/478.0;]',
};

describe.skipIf(browserMissing !== null)('a phone', () => {
  const at = viewerInBrowser();

  it.each(['zh-Hant', 'en'] as const)('shares the summary as a file, in %s', async (lang) => {
    const { page, viewer, complaints } = await openViewer(at.browser, at.server.url, { lang, ...telephone });
    // This browser has no share sheet, so the test records the file that it would receive.
    await page.evaluate(() => {
      Object.assign(navigator, {
        canShare: () => true,
        share: async ({ files }: ShareData) => {
          const [file] = files ?? [];
          Object.assign(window, { shared: [file?.name, file?.type, await file?.text()] });
        },
      });
    });
    await drop(viewer, passbookFile());
    await viewer.locator('#section-title').waitFor();
    await viewer.locator('#menu').click();
    await viewer.locator('#print').click();
    if (folder !== undefined) await page.screenshot({ path: join(folder, `share-${lang}.png`) });
    await viewer.locator('#share-paper').click();
    const shared = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { shared?: string[] }).shared ?? []);
    await expect.poll(async () => (await shared()).length).toBe(3);
    const [name = '', type, html = ''] = await shared();
    expect([name, type]).toEqual([expect.stringMatching(/2026-04-16\.html$/), 'text/html']);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<button|請按|press /);

    // The file on its own: one sheet with the answers to a physician's questions, which fetches nothing.
    const file = await at.browser.newPage();
    const asked: string[] = [];
    file.on('request', (one) => asked.push(one.url()));
    await file.setContent(html);
    const text = await file.locator('body').innerText();
    for (const said of ['K22301****', 'Penicillin', '6.9', lang === 'en' ? 'medical record' : '並非病歷'])
      expect(text).toContain(said);
    expect(await file.evaluate(() => document.documentElement.lang)).toBe(lang);
    expect(asked).toEqual([]);
    if (folder !== undefined)
      await file.screenshot({ path: join(folder, `shared-${lang}.png`), fullPage: true });
    await file.close();
    // The screen is unchanged.
    await viewer.locator('.book').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('prints if the share sheet fails, and does nothing if the person closes it', async () => {
    const { page, viewer } = await openViewer(at.browser, at.server.url, telephone);
    await page.evaluate(() => {
      const told = { printed: 0, name: 'NotAllowedError' };
      window.print = () => (told.printed += 1);
      Object.assign(window, { told });
      Object.assign(navigator, {
        canShare: () => true,
        share: () => Promise.reject(new DOMException('', told.name)),
      });
    });
    await drop(viewer, passbookFile());
    await viewer.locator('#section-title').waitFor();
    const share = async (failing: string): Promise<void> => {
      await page.evaluate((name) => {
        (window as unknown as { told: { name: string } }).told.name = name;
      }, failing);
      await viewer.locator('#menu').click();
      await viewer.locator('#print').click();
      await viewer.locator('#share-paper').click();
    };
    const printed = (): Promise<number> =>
      page.evaluate(() => (window as unknown as { told: { printed: number } }).told.printed);
    await share('NotAllowedError');
    await expect.poll(printed).toBe(1);
    await share('AbortError');
    await viewer.locator('.book').waitFor();
    expect(await printed()).toBe(1);
    await page.context().close();
  });

  for (const lang of ['zh-Hant', 'en'] as const)
    it.each(Object.keys(agents) as (keyof typeof agents)[])(
      `is shown the way out of %s, in ${lang}`,
      async (app) => {
        const { page, viewer } = await openViewer(at.browser, at.server.url, {
          lang,
          ...telephone,
          userAgent: agents[app],
        });
        const note = viewer.locator('#way-out');
        await note.waitFor();
        const link = note.locator('a');
        if (app === 'line') {
          const { searchParams } = new URL((await link.getAttribute('href')) ?? '');
          expect(searchParams.get('openExternalBrowser')).toBe('1');
        } else {
          expect(await link.count()).toBe(0);
          expect(await note.innerText()).toMatch(lang === 'en' ? /Open in browser/ : /在瀏覽器中開啟/);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        if (folder !== undefined) await page.screenshot({ path: join(folder, `${app}-${lang}.png`) });
        await page.context().close();
      },
    );

  it('shows no hint in an ordinary browser', async () => {
    const { page, viewer } = await openViewer(at.browser, at.server.url, telephone);
    await viewer.locator('input[type=file]').waitFor({ state: 'attached' });
    expect(await viewer.locator('#way-out').count()).toBe(0);
    await page.context().close();
  });
});
