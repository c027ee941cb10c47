import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Core from '@mhb-kit/core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../build/prepare.mjs';
import { serve, type StaticServer } from '../adoption/static-server.js';
import {
  createTestBridge,
  ming,
  startTestGateway,
  type TestBridge,
  type TestGateway,
} from '../conformance/gateway/support.js';
import { cameraFilm, playingCamera } from '../camera-film.mjs';
import { browserExecutable, browserMissing } from './browser.js';

/**
 * A person's page shows a QR code; a clinic's page scans it with a camera that plays its picture, and shows
 * the summary.
 */

const html = (body: string): string =>
  `<!doctype html><html lang="zh-Hant"><title>t</title><script type="module" src="/mhb/mhb-elements.min.js"></script>${body}</html>`;
/** Tools of the distribution: one reads QR codes, the others render what a printer would print. */
const hasTools = ['zbarimg', 'pdftoppm', 'pdftotext'].every((tool) => existsSync(`/usr/bin/${tool}`));
const readCode = (picture: string): string =>
  execFileSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8' }).trim();
const sample = readFileSync(join(root, 'packages/testkit/data/sample.json'), 'utf8');

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** The violations that axe finds, in a language. */
async function complaintsOfAxe(page: Page, lang: string): Promise<unknown> {
  await page.evaluate((value) => {
    document.documentElement.lang = value;
  }, lang);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations
      .filter(({ id }) => !['landmark-one-main', 'page-has-heading-one', 'region'].includes(id))
      .map(({ id, nodes }) => [id, nodes[0]?.html]);
  });
}

describe.skipIf(browserMissing !== null)('a summary shared by link', () => {
  let folder: string;
  let site: StaticServer;
  let test: TestGateway;
  let bridge: TestBridge;
  const browsers: Browser[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-share-'));
    const headers: Record<string, string> = {};
    site = await serve(
      {
        '/': new Map([
          ['core.js', "import * as core from '/core/mhb-core.min.js'; globalThis.core = core;"],
          [
            'person.html',
            html(
              '<script type="module" src="/core.js"></script><mhb-provider id="p"><mhb-share></mhb-share></mhb-provider>',
            ),
          ],
          [
            'visit.html',
            html(
              '<script type="module" src="/core.js"></script><mhb-provider id="p"><mhb-passbook-viewer></mhb-passbook-viewer><mhb-share></mhb-share></mhb-provider>',
            ),
          ],
          [
            'clinic.html',
            html('<mhb-provider id="p"><mhb-receive recipient="明德醫院"></mhb-receive></mhb-provider>'),
          ],
        ]),
        '/mhb/': join(root, 'packages/elements/dist/cdn'),
        '/core/': join(root, 'packages/core/dist/cdn'),
      },
      headers,
    );
    bridge = await createTestBridge();
    test = await startTestGateway({
      clock: () => new Date(),
      bridges: [{ name: 'kiosk 1', publicJwk: bridge.publicJwk }],
      embedders: [
        {
          id: 'site',
          name: 'A site',
          origins: [site.url],
          login: ['direct'],
          scopes: ['requests', 'archives', 'activity'],
        },
      ],
    });
    headers['Content-Security-Policy'] = [
      "default-src 'self'",
      `connect-src 'self' ${test.gateway.url}`,
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html mhb-workers',
    ].join('; ');
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await test.dispose();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  async function openAt(
    path: string,
    args: readonly string[] = [],
  ): Promise<{ page: Page; complaints: string[] }> {
    const browser = await chromium.launch({
      executablePath: browserExecutable,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-first-run', ...args],
    });
    browsers.push(browser);
    const context = await browser.newContext({
      locale: 'zh-TW',
      timezoneId: 'Asia/Taipei',
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 3,
      permissions: args.length > 0 ? ['camera'] : [],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    await page.goto(`${site.url}${path}`);
    await page.evaluate(
      (url) => document.querySelector('#p')?.setAttribute('gateway', url),
      test.gateway.url,
    );
    return { page, complaints };
  }

  /** The person's page, logged in, with the passbook of an invented person. */
  async function personPage(path = '/person.html'): Promise<{ page: Page; complaints: string[] }> {
    const opened = await openAt(path);
    const { page } = opened;
    await page.exposeFunction('attest', (nonce: string) => {
      const { nationalId, cardNumber, name } = ming;
      return bridge.attest({ basic: { nationalId, cardNumber, name }, origin: site.url, nonce, iat: 0 });
    });
    await page.evaluate(
      async ([person, file, baseUrl]) => {
        await customElements.whenDefined('mhb-share');
        const { createGatewayClient, readPassbook } = (globalThis as unknown as { core: typeof Core }).core;
        const client = createGatewayClient({ baseUrl });
        const { nonce } = await client.challenge();
        const attestation = await (
          window as unknown as { attest: (nonce: string) => Promise<string> }
        ).attest(nonce);
        const { nationalId, cardNumber, password } = person;
        await client.login({
          method: 'nhi-card',
          nationalId,
          cardNumber,
          password,
          nonce,
          attestation,
        });
        const { passbook } = await readPassbook([{ name: 'x.json', bytes: new TextEncoder().encode(file) }]);
        Object.assign(document.querySelector('mhb-share') as object, { client, passbook });
      },
      [ming, sample, test.gateway.url] as const,
    );
    await page.locator('mhb-share [part=submit]').waitFor();
    return opened;
  }

  it('is created, scanned by a camera, seen, accepted, and revoked', async () => {
    const { page: person, complaints } = await personPage();
    await person.locator('mhb-share [part=submit]').click();
    const qr = person.locator('mhb-share [part=qr]');
    await qr.waitFor();
    const passcode = (await person.locator('mhb-share #passcode').textContent()) ?? '';
    expect(passcode).toMatch(/^\d{6}$/);
    const picture = await qr.screenshot();
    if (hasTools) {
      writeFileSync(join(folder, 'qr.png'), picture);
      expect(readCode(join(folder, 'qr.png'))).toMatch(/^shlink:\/[\w-]+$/);
    }
    const film = join(folder, 'camera.y4m');
    writeFileSync(film, await cameraFilm(person, picture));

    const clinic = await openAt('/clinic.html', playingCamera(film));
    const scan = clinic.page.locator('mhb-receive #scan');
    await scan.waitFor();
    await scan.click();
    await clinic.page.locator('mhb-receive #passcode').fill(passcode);
    await clinic.page.locator('mhb-receive form button[type=submit]').click();
    await clinic.page.locator('mhb-receive [part=summary]').waitFor();
    const text = (await clinic.page.locator('mhb-receive [part=summary]').textContent()) ?? '';
    expect(text).toContain('由病人分享，未經查證');
    expect(text).toContain('過敏');

    for (const lang of ['en', 'zh-Hant']) {
      expect(await complaintsOfAxe(person, lang)).toEqual([]);
      expect(await complaintsOfAxe(clinic.page, lang)).toEqual([]);
    }

    const taken = clinic.page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('mhb-receive', (event) => {
            const { received } = event as unknown as Event & {
              received: { resources: { resourceType: string }[]; verified: boolean };
            };
            resolve([received.verified, received.resources.map((each) => each.resourceType)]);
          });
        }),
    );
    await clinic.page.locator('mhb-receive #take').click();
    expect(await taken).toEqual([false, ['Bundle']]);

    await person.locator('mhb-share #refresh').click();
    await expect.poll(() => person.locator('mhb-share ul').textContent()).toContain('明德醫院');
    await person.locator('mhb-share .revoke').click();
    await expect.poll(() => person.locator('mhb-share ul').textContent()).toContain('已撤銷');
    expect([...complaints, ...clinic.complaints]).toEqual([]);
    // The link is a secret, so no server receives it in an address.
    expect(site.asked.filter((path) => path.includes('shlink'))).toEqual([]);
  });

  it.skipIf(!hasTools)('is read from paper, and its passcode is not on it', async () => {
    const { page } = await personPage('/visit.html');
    await page.evaluate(async (file) => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
      };
      await document
        .querySelector('mhb-passbook-viewer')
        ?.open([{ name: 'x.json', content: new Blob([file]) }]);
    }, sample);
    const share = page.locator('mhb-share');
    await share.locator('[part=submit]').click();
    const passcode = (await share.locator('#passcode').textContent()) ?? '';
    writeFileSync(join(folder, 'screen.png'), await share.locator('[part=qr]').screenshot());
    const link = readCode(join(folder, 'screen.png'));
    expect(link).toMatch(/^shlink:\/[\w-]+$/);

    /** What a printer with 300 dpi puts on the first page, and its text. */
    const paper = async (name: string): Promise<{ code: string; words: string; sheets: number }> => {
      const pdf = join(folder, `${name}.pdf`);
      const made = await page.pdf({ path: pdf, preferCSSPageSize: true, format: 'A4' });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      execFileSync('pdftoppm', ['-r', '300', '-gray', '-singlefile', pdf, join(folder, name)]);
      return {
        code: readCode(join(folder, `${name}.pgm`)),
        words: execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }),
        sheets: made.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0,
      };
    };

    await share.locator('#print').click();
    await page.locator('.mhb-share-sheet').waitFor({ state: 'attached' });
    const sheet = await paper('sheet');
    await page.locator('.mhb-share-sheet').waitFor({ state: 'detached' });
    await page.evaluate(() => void document.querySelector('mhb-passbook-viewer')?.print());
    await page.locator('mhb-passbook-viewer .visit-card .code').waitFor();
    const card = await paper('visit-card');
    for (const { code, words, sheets } of [sheet, card]) {
      expect(code).toBe(link);
      expect(sheets).toBe(1);
      expect(words.replaceAll(/\s/g, '')).toContain('密碼不在這張紙上');
      expect(words).toMatch(/失效/);
      expect(words.replaceAll(/\s/g, '')).toContain('撤銷');
      expect(words).not.toContain(passcode);
    }
    expect(await page.locator('mhb-passbook-viewer .visit-card').count()).toBe(0);
  });

  it('is opened from a link in the address, from which the link is then removed', async () => {
    const { page: person } = await personPage();
    await person.locator('mhb-share input[name=passcode]').uncheck();
    await person.evaluate(() =>
      Object.assign(document.querySelector('mhb-share') as object, {
        viewer: `${location.origin}/clinic.html`,
      }),
    );
    await person.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => Promise.resolve(void Object.assign(window, { copied: text })) },
      });
    });
    await person.locator('mhb-share [part=submit]').click();
    await person.locator('mhb-share #copy').click();
    const link = await person.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(link.startsWith(`${site.url}/clinic.html#shlink:/`)).toBe(true);
    const { page } = await openAt(link.slice(site.url.length));
    await page.locator('mhb-receive [part=summary]').waitFor();
    expect(page.url()).toBe(`${site.url}/clinic.html`);
  });

  it('shows the remaining attempts after a wrong passcode, and ends after the last attempt', async () => {
    const { page: person } = await personPage();
    await person.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => Promise.resolve(void Object.assign(window, { copied: text })) },
      });
    });
    await person.locator('mhb-share [part=submit]').click();
    await person.locator('mhb-share #copy').click();
    const link = await person.evaluate(() => (window as unknown as { copied: string }).copied);
    const { page } = await openAt('/clinic.html');
    await page.locator('mhb-receive #link').fill(link);
    await page.locator('mhb-receive form button[type=submit]').click();
    const passcode = page.locator('mhb-receive #passcode');
    for (const left of [4, 3, 2, 1]) {
      await passcode.fill('none');
      await page.locator('mhb-receive form button[type=submit]').click();
      await expect
        .poll(() =>
          page
            .locator('mhb-receive')
            .textContent()
            .then(() => page.locator('mhb-receive #passcode-hint').textContent()),
        )
        .toContain(`還可以輸錯 ${left} 次`);
    }
    await passcode.fill('none');
    await page.locator('mhb-receive form button[type=submit]').click();
    await page.locator('mhb-receive #scan').waitFor();
    await person.locator('mhb-share #refresh').click();
    await expect.poll(() => person.locator('mhb-share ul').textContent()).toContain('已鎖定');
  });
});
