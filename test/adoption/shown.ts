import { readFileSync } from 'node:fs';
import { sealArchive } from '@mhb-kit/core/archive';
import { enlarge, j2File, type FixtureData } from '@mhb-kit/testkit/passbook-fixtures';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { unlock } from '../../examples/journey.mjs';

/**
 * Content that every adopter's page must show: the login box, and a passbook that is dropped and unlocked.
 */

/** The ID number of the sample's person. */
export const PASSWORD = 'K223010426';
const sample = readFileSync(new URL('../../packages/testkit/data/sample.json', import.meta.url));

/** A download as the service creates it: AES-256, with the ID number as password. */
export const downloadedArchive = async (bytes: Uint8Array = sample): Promise<Buffer> =>
  Buffer.from(await sealArchive([{ name: '健康存摺_1150415.json', bytes }], { password: PASSWORD }));

/** The sample, so many times that the viewer reads it in its workers. */
export const largeFile = (): Uint8Array => {
  const { myhealthbank } = JSON.parse(sample.toString('utf8')) as { myhealthbank: { bdata: FixtureData } };
  return j2File(enlarge(myhealthbank.bdata, 20_000));
};

/** No page in these tests may connect to another machine. */
export async function stayHere(page: Page): Promise<void> {
  await page.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, (route) => route.abort('connectionrefused'));
}

export async function expectLoginBox(page: Page): Promise<void> {
  await page.locator('mhb-login-box #password').waitFor();
  expect(await page.locator('mhb-login-box [part=submit]').innerText()).toContain('確認');
}

export async function openDownload(page: Page, bytes?: Uint8Array): Promise<void> {
  const viewer = page.locator('mhb-passbook-viewer');
  await viewer.locator('input[type=file]').setInputFiles({
    name: '健康存摺_1150415.zip',
    mimeType: 'application/zip',
    buffer: await downloadedArchive(bytes),
  });
  await unlock(page, PASSWORD);
}

export const expectPassbook = (page: Page): Promise<void> =>
  page.locator('mhb-passbook-viewer').getByText('Diclofenac').first().waitFor();
