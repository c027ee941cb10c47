import { readFileSync } from 'node:fs';
import { sealArchive } from '@mhb-kit/core/archive';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { unlock } from '../../examples/journey.mjs';

/** What every adopter's page must show: the login box, and a passbook that is dropped and unlocked. */

/** The ID number of the sample's person. */
export const PASSWORD = 'K223010426';
const sample = readFileSync(new URL('../../packages/testkit/data/sample.json', import.meta.url));

/** A download as the service creates it: AES-256, with the ID number as password. */
export const downloadedArchive = async (): Promise<Buffer> =>
  Buffer.from(await sealArchive([{ name: '健康存摺_1150415.json', bytes: sample }], { password: PASSWORD }));

/** No page in these tests may connect to another machine. */
export async function stayHere(page: Page): Promise<void> {
  await page.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, (route) => route.abort('connectionrefused'));
}

export async function expectLoginBox(page: Page): Promise<void> {
  await page.locator('mhb-login-box #password').waitFor();
  expect(await page.locator('mhb-login-box [part=submit]').innerText()).toContain('確認');
}

export async function openDownload(page: Page): Promise<void> {
  const viewer = page.locator('mhb-passbook-viewer');
  await viewer.locator('input[type=file]').setInputFiles({
    name: '健康存摺_1150415.zip',
    mimeType: 'application/zip',
    buffer: await downloadedArchive(),
  });
  await unlock(page, PASSWORD);
}

export const expectPassbook = (page: Page): Promise<void> =>
  page.locator('mhb-passbook-viewer').getByText('Diclofenac').first().waitFor();
