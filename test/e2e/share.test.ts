import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { browserExecutable, browserMissing } from './browser.js';

/** A person's page makes a QR code; a clinic's page reads it through a camera that plays its picture, and shows the summary. */

const html = (body: string): string =>
  `<!doctype html><html lang="zh-Hant"><title>t</title><script type="module" src="/mhb/mhb-elements.min.js"></script>${body}</html>`;
const zbar = ((): boolean => {
  try {
    execFileSync('zbarimg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const sample = readFileSync(join(root, 'packages/testkit/data/sample.json'), 'utf8');

/** A film of one picture, as Chromium plays it for a camera: YUV4MPEG2, grey. */
function filmOf(luma: Uint8Array, width: number, height: number): Buffer {
  const chroma = Buffer.alloc((width / 2) * (height / 2) * 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
    ...Array.from({ length: 10 }, () => frame),
  ]);
}

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** What axe complains of, in a language. */
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

/** Grey values of a screenshot, in the middle of a white picture. */
const greyOf = (page: Page, png: Buffer, width: number, height: number): Promise<number[]> =>
  page.evaluate(
    async ([data, w, h]) => {
      const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(w, h).getContext('2d');
      if (context === null) throw new Error('No canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, w, h);
      const scale = Math.min((w * 0.9) / image.width, (h * 0.9) / image.height);
      const [dw, dh] = [image.width * scale, image.height * scale];
      context.drawImage(image, (w - dw) / 2, (h - dh) / 2, dw, dh);
      const { data: pixels } = context.getImageData(0, 0, w, h);
      return Array.from({ length: w * h }, (_each, at) => pixels[at * 4] ?? 0);
    },
    [png.toString('base64'), width, height] as const,
  );

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
  async function personPage(): Promise<{ page: Page; complaints: string[] }> {
    const opened = await openAt('/person.html');
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

  it('is made, read by a camera, seen, taken over, and revoked', async () => {
    const { page: person, complaints } = await personPage();
    await person.locator('mhb-share [part=submit]').click();
    const qr = person.locator('mhb-share [part=qr]');
    await qr.waitFor();
    const passcode = (await person.locator('mhb-share #passcode').textContent()) ?? '';
    expect(passcode).toMatch(/^\d{6}$/);
    const picture = await qr.screenshot();
    if (zbar) {
      writeFileSync(join(folder, 'qr.png'), picture);
      const read = execFileSync('zbarimg', ['--quiet', '--raw', join(folder, 'qr.png')], {
        encoding: 'utf8',
      });
      expect(read.trim()).toMatch(/^shlink:\/[\w-]+$/);
    }
    const [width, height] = [640, 480];
    const film = join(folder, 'camera.y4m');
    writeFileSync(film, filmOf(Uint8Array.from(await greyOf(person, picture, width, height)), width, height));

    const clinic = await openAt('/clinic.html', [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
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
    // The link is a secret: it reaches no server in an address.
    expect(site.asked.filter((path) => path.includes('shlink'))).toEqual([]);
  });

  it('in the address is opened, and taken out of it', async () => {
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

  it('with a wrong passcode says how many tries are left, and ends with them', async () => {
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
