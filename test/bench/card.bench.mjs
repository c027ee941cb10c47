import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createBridge, systemPcscPort } from '@mhb-kit/card-bridge';
import { GET_NHI_BASIC, SELECT_NHI_APPLET } from '@mhb-kit/core/card';
import { anyHolder, virtualNhiCard } from '@mhb-kit/testkit/card';
import { pcscdMissing, startPcscd } from '@mhb-kit/testkit/pcscd';

/**
 * Reading an NHI card from a page: the time that page and bridge add to the card's own. Both are measured in
 * turn: in Chromium through bridge and PC/SC daemon, and the same commands to the same daemon with the
 * binding alone.
 */

const READS = 200;
/** Not noticeable in comparison with a card's own 100 ms and more. */
const ALLOWED_MS = 5;
const PAUSE_MS = 5;
const MISSED =
  'Page, bridge and PC/SC are three processes, which wait for one another on two cores. A third core, or a bridge in a single process, would solve this.';
const CHROMIUM = '/usr/bin/chromium';

const core = fileURLToPath(new URL('../../packages/core/dist/', import.meta.url));
const PAGE = `<!doctype html><script type="module">
import { bridgeProvider } from '/card/index.js';
window.open_ = async (port) => { window.session = await bridgeProvider({ ports: [port] }).open({}); };
window.read = async () => { const started = performance.now(); await session.readNhi({}); return performance.now() - started; };
</script>`;

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  {
    name: 'card-read',
    async run() {
      const missing = pcscdMissing() ?? (existsSync(CHROMIUM) ? null : 'chromium is not installed');
      if (missing !== null) {
        console.error(`card: skipped, ${missing}`);
        return [];
      }
      const dataDir = await mkdtemp(join(tmpdir(), 'mhb-bench-'));
      const pcscd = await startPcscd();
      const server = createServer((request, response) => {
        const path = normalize(request.url ?? '/');
        if (path === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
        return readFile(join(core, path)).then(
          (body) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(body),
          () => response.writeHead(404).end(),
        );
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      const origin = `http://127.0.0.1:${port}`;
      const bridge = await createBridge({
        pcsc: systemPcscPort({ environment: pcscd.environment }),
        origins: [{ origin, consent: 'enrolled' }],
        dataDir,
        ports: [0],
      });
      await bridge.start();
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
      try {
        await pcscd.slots[0].insert(virtualNhiCard(anyHolder));
        const raw = await rawReader(pcscd.environment, 'Virtual PCD 00 00');
        const page = await browser.newPage();
        await page.goto(origin);
        await page.evaluate(`open_(${bridge.address.port})`);
        /** @type {number[]} */
        const added = [];
        for (let count = 0; count < READS + 20; count++) {
          const page_ = /** @type {number} */ (await page.evaluate('read()'));
          // The bridge releases the card after it has answered, which must not affect the other measurement.
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
          const raw_ = await raw.read();
          if (count < 20) continue;
          added.push(page_ - raw_);
        }
        raw.close();
        return /** @type {const} */ (['median', 'p95']).map((statistic) => ({
          name: `Time that page and bridge add to reading an NHI card, ${statistic === 'median' ? 'typical' : 'p95'}`,
          ours: added,
          limit: ALLOWED_MS,
          statistic,
          unit: 'ms',
          missed: MISSED,
        }));
      } finally {
        await browser.close();
        await bridge.stop();
        server.close();
        await pcscd.stop();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
  },
];

/**
 * The binding without our code. @param {Readonly<Record<string, string>>} environment @param {string} name
 */
async function rawReader(environment, name) {
  Object.assign(process.env, environment);
  const client = createRequire(import.meta.url)('pcsclite')();
  const reader = await new Promise((resolve) => {
    client.on('reader', (/** @type {import('node:events').EventEmitter & { name: string }} */ found) => {
      // The daemon is stopped before the binding, which does not matter here.
      found.on('error', () => undefined);
      if (found.name === name) resolve(found);
    });
  });
  client.on('error', () => undefined);
  /** @param {(done: (error: unknown, value: unknown) => void) => void} start */
  const call = (start) =>
    new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));
  return {
    async read() {
      const started = performance.now();
      const protocol = await call((done) => reader.connect({ share_mode: reader.SCARD_SHARE_SHARED }, done));
      for (const command of [SELECT_NHI_APPLET, GET_NHI_BASIC]) {
        await call((done) => reader.transmit(Buffer.from(command), 258, protocol, done));
      }
      await call((done) => reader.disconnect(reader.SCARD_LEAVE_CARD, done));
      return performance.now() - started;
    },
    close() {
      reader.close();
      client.close();
    },
  };
}
