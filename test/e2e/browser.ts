import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

export const browserExecutable = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

/** The reason why no browser can be controlled here; `null` if one can. */
export const browserMissing = existsSync(browserExecutable) ? null : `no Chromium at ${browserExecutable}`;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserExecutable,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'],
  });

/** A page with the browser's complaints: refused content (CSP), uncaught errors. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'zh-TW', timezoneId: 'Asia/Taipei' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}
