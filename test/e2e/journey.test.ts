import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemPcscPort } from '@mhb-kit/card-bridge';
import { formatRocCompact, maskName, maskNationalId, taipeiDate } from '@mhb-kit/core/identity';
import { describeError, type MhbErrorCode } from '@mhb-kit/core';
import { lin, virtualNhiCard, wang, type VirtualCard } from '@mhb-kit/testkit';
import { pcscdMissing, startPcscd, type Pcscd } from '@mhb-kit/testkit/pcscd';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, openInViewer, openLogin, request, seeCard, unlock } from '../../examples/journey.mjs';
import { cardOf, startServices } from '../../examples/services.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/**
 * The complete product in a real browser: portal, gateway with its database, and bridge through the real
 * PC/SC daemon with virtual cards.
 */
/** The text of an error for the person. */
const words = (code: MhbErrorCode): string => describeError(code, 'zh-Hant').message;

const missing = browserMissing ?? pcscdMissing();

describe.skipIf(missing !== null)(
  `the whole path through the PC/SC daemon${missing === null ? '' : ` (${missing})`}`,
  () => {
    let folder: string;
    let pcscd: Pcscd;
    let services: Awaited<ReturnType<typeof startServices>>;
    let browser: Browser;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-journey-'));
      pcscd = await startPcscd();
      services = await startServices({
        dataDirectory: folder,
        portalPort: 0,
        gatewayPort: 0,
        readers: systemPcscPort({ environment: pcscd.environment }),
      });
      browser = await launchBrowser();
    });

    afterAll(async () => {
      await browser?.close();
      await services?.stop();
      await pcscd?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('leads from the card to the passbook', async () => {
      const [slot] = pcscd.slots;
      await slot.insert(cardOf(lin));
      const { page, complaints } = await openPage(browser, services.portal.url);

      await connect(page, lin);
      const identity = await page.locator('mhb-login-box .identity').innerText();
      expect(identity).toContain(maskName(lin.name));
      // A website in connect mode learns no part of the ID number.
      expect(identity).not.toContain(lin.nationalId.slice(0, 6));

      await request(page);
      const table = page.locator('mhb-request-table');
      await expect.poll(() => table.locator('tbody tr').count()).toBe(14);
      expect(await table.locator('tr', { hasText: '出院病歷摘要' }).innerText()).toContain('無資料');

      // A saved archive opens in 7-Zip, with the usual names, only with the ID number.
      await table.locator('#select-all').check();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        table.locator('#download').click(),
      ]);
      const day = formatRocCompact(taipeiDate(new Date()));
      expect(download.suggestedFilename()).toBe(`健康存摺_${day}.zip`);
      const zip = join(folder, 'download.zip');
      await download.saveAs(zip);
      expect(spawnSync('7z', ['t', `-p${lin.nationalId}`, zip]).status).toBe(0);
      expect(spawnSync('7z', ['t', `-p${wang.nationalId}`, zip]).status).not.toBe(0);
      const listing = execFileSync('7z', ['l', '-slt', zip], { encoding: 'utf8' });
      expect(listing).toContain(`Path = 門診資料_${day}.html`);
      expect(listing).toContain('Method = AES-256');
      expect(listing.match(/^Encrypted = -$/gm)).toBeNull();

      await openInViewer(page);
      const viewer = page.locator('mhb-passbook-viewer');
      await unlock(page, wang.nationalId);
      await viewer.getByText('密碼').first().waitFor();
      expect(await viewer.getByText('Penicillin').count()).toBe(0);
      await unlock(page, lin.nationalId);
      await viewer.getByText('Penicillin').first().waitFor();
      const shown = await viewer.locator('[part=frame]').innerText();
      expect(shown).toContain(maskNationalId(lin.nationalId));
      expect(shown).not.toContain(lin.nationalId);

      expect(complaints).toEqual([]);
      slot.remove();
      await page.context().close();
    });

    /** Goes from the portal to log in with a card (or none), and returns the text that the person sees. */
    const failure = async (
      card: VirtualCard | null,
      password: string,
      before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
    ): Promise<string> => {
      const [slot] = pcscd.slots;
      if (card !== null) await slot.insert(card);
      const { page } = await openPage(browser, services.portal.url);
      try {
        const own = await openLogin(page);
        if (card !== null) await seeCard(own);
        const box = own.locator('mhb-login-box');
        await box.locator('#password').fill(password);
        await before(own);
        await box.getByRole('button', { name: '確認' }).click();
        const alert = box.locator('form [role=alert]');
        await alert.getByText(/\S/).first().waitFor();
        return await alert.innerText();
      } finally {
        slot.remove();
        await page.context().close();
      }
    };

    it('reports a wrong password', async () => {
      expect(await failure(cardOf(lin), 'Wrong1234')).toContain(words('login-failed'));
    });

    it("does not open one person's account with another one's card", async () => {
      expect(await failure(cardOf(wang), lin.password)).toContain(words('login-failed'));
    });

    it('reports a missing card', async () => {
      expect(await failure(null, lin.password)).toContain(words('no-card'));
    });

    it('reports a card that is not an NHI card', async () => {
      const card = virtualNhiCard({ ...lin, ...lin.card }, { behaviour: 'health-professional' });
      expect(await failure(card, lin.password)).toContain(words('not-nhi-card'));
    });

    it('reports that the gateway cannot be reached', async () => {
      const shown = await failure(cardOf(lin), lin.password, (page) =>
        page.route(`${services.gateway.url}/v1/**`, (route) => route.abort('connectionrefused')),
      );
      expect(shown).toContain(words('gateway-unreachable'));
    });

    it('reports that the card bridge is not running', async () => {
      await services.bridge.stop();
      expect(await failure(null, lin.password)).toContain(words('bridge-not-installed'));
      await services.bridge.start();
    });
  },
);
