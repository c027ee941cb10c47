import { chromium } from 'playwright-core';
import { lin } from '@mhb-kit/testkit';
import { connect, openInViewer, request, unlock } from './journey.mjs';

/** Goes through the whole process once and reports the results. @param {string} portalUrl */
export async function check(portalUrl) {
  const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }).catch(() => null);
  if (browser === null) {
    console.error(
      `No Chromium at ${executablePath}; install it (apt-get install chromium) or set CHROME_PATH.`,
    );
    return false;
  }
  /** @param {string} what @param {() => Promise<string>} look */
  const step = async (what, look) => {
    const begun = Date.now();
    console.log(`✓ ${what}: ${await look()} (${Date.now() - begun} ms)`);
  };
  try {
    const page = await browser.newPage({ locale: 'zh-TW' });
    const text = (/** @type {string} */ selector) => page.locator(selector).first().innerText();
    await step('portal', async () => {
      await page.goto(portalUrl);
      return page.title();
    });
    await step('login, on the gateway’s own page', async () => {
      await connect(page, lin);
      return (await text('mhb-login-box .identity p')).replace(/\s+/g, ' ');
    });
    await step('request', async () => {
      await request(page);
      return text('mhb-request-table .summary p');
    });
    await step('archive', async () => {
      await openInViewer(page);
      return text('mhb-request-table .bar [role=status]');
    });
    await step('passbook', async () => {
      await unlock(page, lin.nationalId);
      await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
      return 'allergy to penicillin, shown first';
    });
    return true;
  } catch (error) {
    console.error(`✗ ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    await browser.close();
  }
}
