import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeError } from '@mhb-kit/core/error-messages';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPortal } from '../../examples/hospital-portal/server.mjs';
import { unlock } from '../../examples/journey.mjs';
import { browserMissing, launchBrowser, openPage } from './browser.js';

/** The viewer alone: a static page, no gateway, no login, and archives of other programs. */

/** `健康存摺醫療類_1150415.JSON` in Big5, as the NHI's portal wrote names. */
const BIG5_NAME = Buffer.from('b0b7b164a673ba50c2e5c0f8c3fe5f313135303431352e4a534f4e', 'hex');
const UTF8_NAME = '健康存摺醫療類_1150415.JSON';
const PASSWORD = 'K223010426';
const sample = new URL('../../packages/testkit/data/sample.json', import.meta.url);

interface Maker {
  readonly title: string;
  readonly name: string | Buffer;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

const makers: readonly Maker[] = [
  { title: '7-Zip, AES-256', name: UTF8_NAME, command: ['7z', 'a', '-bd', `-p${PASSWORD}`, '-mem=AES256'] },
  {
    title: '7-Zip, ZipCrypto',
    name: UTF8_NAME,
    command: ['7z', 'a', '-bd', `-p${PASSWORD}`, '-mem=ZipCrypto'],
  },
  { title: 'Info-ZIP, UTF-8 name', name: UTF8_NAME, command: ['zip', '-q', '-P', PASSWORD] },
  {
    title: 'Info-ZIP, Big5 name',
    name: BIG5_NAME,
    command: ['zip', '-q', '-P', PASSWORD],
    env: { LC_ALL: 'C' },
  },
];

describe.skipIf(browserMissing !== null)('the viewer alone', () => {
  let folder: string;
  let browser: Browser;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-viewer-'));
    portal = await startPortal({ port: 0, settings: { gateway: '' }, tray: null });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const make = async ({ title, name, command, env = {} }: Maker): Promise<string> => {
    const directory = join(folder, title.replace(/\W+/g, '-'));
    execFileSync('mkdir', ['-p', directory]);
    await copyFile(sample, Buffer.concat([Buffer.from(`${directory}/`), Buffer.from(name)]));
    const [program, ...args] = command;
    // The name is left to the program's own listing, because Node cannot represent a Big5 name.
    execFileSync('sh', ['-c', '"$@" made.zip *', 'sh', program, ...args], {
      cwd: directory,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    return join(directory, 'made.zip');
  };

  it.each(makers)('opens archives created by $title', async (maker) => {
    const zip = await make(maker);
    const { page, complaints } = await openPage(browser, `${portal.url}/viewer/`);
    const viewer = page.locator('mhb-passbook-viewer');
    await viewer.locator('input[type=file]').setInputFiles(zip);
    await unlock(page, 'A123456789');
    await viewer.getByText('密碼不正確').waitFor();
    await unlock(page, PASSWORD);
    await viewer.getByText('Diclofenac').first().waitFor();
    expect(await viewer.locator('[part=frame]').innerText()).toContain('K22301****');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('explains what is wrong with a file that is not an archive', async () => {
    const file = join(folder, 'note.zip');
    await writeFile(file, 'not a zip');
    const { page } = await openPage(browser, `${portal.url}/viewer/`);
    const viewer = page.locator('mhb-passbook-viewer');
    await viewer.locator('input[type=file]').setInputFiles(file);
    await viewer.getByText(describeError('passbook-not-recognized', 'zh-Hant').message).waitFor();
    await page.context().close();
  });

  it('needs only its own origin', async () => {
    const { page } = await openPage(browser, `${portal.url}/viewer/`);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(one.url()));
    await page.locator('mhb-passbook-viewer input[type=file]').setInputFiles({
      name: 'sample.json',
      mimeType: 'application/json',
      buffer: await readFile(sample),
    });
    await page.locator('mhb-passbook-viewer').getByText('Diclofenac').first().waitFor();
    expect(asked.filter((url) => new URL(url).origin !== portal.url)).toEqual([]);
    await page.context().close();
  });
});
