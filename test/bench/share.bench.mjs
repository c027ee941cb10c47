import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGateway } from '@mhb-kit/gateway';
import { lin } from '@mhb-kit/testkit/people';
import { chromium } from 'playwright-core';
import { cameraFilm, playingCamera } from '../camera-film.mjs';

/**
 * From a person's press to the summary on a clinician's screen: encrypted, stored, shown as a QR code;
 * scanned by the camera of another browser, fetched, decrypted, shown. The time to hold up a phone and
 * type the passcode is not included.
 */

const ROUNDS = 20;
/** How long a physician waits before continuing without it. */
const LIMIT_MS = 5_000;
const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));
/** @type {Record<string, string>} */
const folders = {
  elements: path('../../packages/elements/dist/cdn/'),
  core: path('../../packages/core/dist/cdn/'),
};
const html = (/** @type {string} */ body) =>
  `<!doctype html><html lang="zh-Hant"><title>t</title><script type="module" src="/elements/mhb-elements.min.js"></script><script type="module">import * as core from '/core/mhb-core.min.js'; globalThis.core = core;</script>${body}`;
/** @type {Record<string, string>} */
const pages = {
  '/person': html('<mhb-share></mhb-share>'),
  '/clinic': html('<mhb-receive recipient="Clinic"></mhb-receive>'),
};

async function serve() {
  const server = createServer(async (request, response) => {
    const asked = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [, folder = '', ...rest] = asked.split('/');
    const body =
      pages[asked] ?? (await readFile(join(folders[folder] ?? '/nowhere', ...rest)).catch(() => null));
    if (body === null) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': extname(asked) === '.js' ? 'text/javascript' : 'text/html' })
      .end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** A browser with one page. @param {string} url @param {readonly string[]} args */
async function open(url, args = []) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-first-run', ...args],
  });
  const context = await browser.newContext({
    locale: 'zh-TW',
    timezoneId: 'Asia/Taipei',
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  await page.goto(url);
  return { browser, page };
}

/**
 * Logs in, and sets the element's passbook. @param {import('playwright-core').Page} page @param {string}
 * baseUrl
 */
async function prepare(page, baseUrl) {
  const person = {
    nationalId: lin.nationalId,
    password: lin.password,
    cardNumber: lin.card.cardNumber,
    file: JSON.stringify({
      myhealthbank: { bdata: { 'b1.1': 'K22301****', 'b1.2': '20260416', ...lin.history('2026-04-16') } },
    }),
    baseUrl,
  };
  await page.waitForFunction(() => 'core' in globalThis);
  await page.evaluate(async ({ nationalId, password, cardNumber, file, baseUrl: url }) => {
    const { createGatewayClient, readPassbook } = /** @type {typeof import('@mhb-kit/core')} */ (
      /** @type {{ core: unknown }} */ (/** @type {unknown} */ (globalThis)).core
    );
    const client = createGatewayClient({ baseUrl: url });
    const { nonce } = await client.challenge();
    await client.login({ method: 'nhi-card', nationalId, cardNumber, password, nonce, attestation: null });
    const bytes = new TextEncoder().encode(file);
    const { passbook } = await readPassbook([{ name: 'x.json', bytes }]);
    Object.assign(/** @type {object} */ (document.querySelector('mhb-share')), { client, passbook });
  }, person);
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function handOver() {
  const folder = await mkdtemp(join(tmpdir(), 'mhb-bench-share-'));
  const film = join(folder, 'camera.y4m');
  const site = await serve();
  const gateway = createGateway({
    dataDirectory: join(folder, 'gateway'),
    port: 0,
    minimumAssurance: 'card-read',
    requestsPerMinute: 1_000_000,
    limits: { requestsPerDay: 1_000_000, healthLinks: { perPerson: 1_000 } },
    embedders: [
      {
        id: 'site',
        name: 'A site',
        origins: [site.url],
        login: ['direct'],
        scopes: ['requests', 'archives'],
      },
    ],
    recordSource: { records: () => Promise.resolve({}) },
  });
  const browsers = [];
  try {
    await gateway.start();
    const { nationalId, name, card, password } = lin;
    await gateway.activateAccount({ nationalId, name, cardNumber: card.cardNumber, password });
    const person = await open(`${site.url}/person`);
    browsers.push(person.browser);
    await prepare(person.page, gateway.url);
    // Until the first code is there, the camera sees a page without one.
    await writeFile(film, await cameraFilm(person.page, await person.page.screenshot()));
    const clinic = await open(`${site.url}/clinic`, playingCamera(film));
    browsers.push(clinic.browser);
    await clinic.page.waitForFunction(() => 'core' in globalThis);
    await clinic.page.evaluate((baseUrl) => {
      const { createGatewayClient } = /** @type {typeof import('@mhb-kit/core')} */ (
        /** @type {{ core: unknown }} */ (/** @type {unknown} */ (globalThis)).core
      );
      Object.assign(/** @type {object} */ (document.querySelector('mhb-receive')), {
        client: createGatewayClient({ baseUrl }),
      });
    }, gateway.url);
    const samples = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const qr = person.page.locator('mhb-share [part=qr]');
      const making = await timed(async () => {
        await person.page.locator('mhb-share [part=submit]').click();
        await qr.waitFor();
      });
      const passcode = (await person.page.locator('mhb-share #passcode').textContent()) ?? '';
      await writeFile(film, await cameraFilm(person.page, await qr.screenshot()));
      const receive = clinic.page.locator('mhb-receive');
      const reading = await timed(async () => {
        await receive.locator('#scan').click();
        await receive.locator('#passcode').fill(passcode);
        await receive.locator('form button[type=submit]').click();
        await receive.locator('[part=summary]').waitFor();
      });
      samples.push(making + reading);
      await receive.locator('#close').click();
      await person.page.locator('mhb-share #again').click();
    }
    return samples;
  } finally {
    for (const browser of browsers) await browser.close();
    await gateway.stop();
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  {
    name: 'share-hand-over',
    async run() {
      const ours = await handOver();
      return [
        {
          name: 'From pressing the button, through QR code and camera, to the summary',
          ours,
          limit: LIMIT_MS,
          unit: 'ms',
        },
      ];
    },
  },
];
