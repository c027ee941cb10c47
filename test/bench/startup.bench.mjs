import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inNewDirectory } from './new-directory.mjs';
import { launch } from './passbook-search.mjs';

/**
 * Start-up time and memory of the services of `npm start`, the card bridge, and the viewer in a page with
 * cached files. A person accepts one second without wondering; the other limits are measured values with some
 * reserve.
 */

const ROUNDS = 7;
const cdn = fileURLToPath(new URL('../../packages/elements/dist/cdn/', import.meta.url));
/** As the README embeds a component. */
const VIEWER = `<!doctype html><script type="module" src="/mhb-auto.js"></script><mhb-passbook-viewer></mhb-passbook-viewer>`;
/** Files that a browser may cache forever, because the next version has other URLs. */
const KEPT = { 'cache-control': 'public, max-age=3600' };

/** @param {string} script @param {string} dataDirectory @returns {Promise<{ ms: number, megabytes: number }>} */
async function start(script, dataDirectory) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, dataDirectory]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** @param {number} rounds @param {() => Promise<{ ms: number, megabytes: number }>} work */
async function repeated(rounds, work) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await work());
  return { ms: runs.map(({ ms }) => ms), megabytes: runs.map(({ megabytes }) => megabytes) };
}

/** Until the viewer's drop area is on the page, with files from the browser's cache. */
async function viewerFromWarmCache() {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(VIEWER);
    return readFile(join(cdn, path)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': extname(path) === '.js' ? 'text/javascript' : 'text/plain',
            ...KEPT,
          })
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const visit = async () => {
      await page.goto(`http://127.0.0.1:${port}/`);
      return page.evaluate(async () => {
        await customElements.whenDefined('mhb-passbook-viewer');
        const viewer = /** @type {HTMLElement & { updateComplete: Promise<unknown> }} */ (
          document.querySelector('mhb-passbook-viewer')
        );
        await viewer.updateComplete;
        const { usedJSHeapSize } = /** @type {{ memory: { usedJSHeapSize: number } }} */ (
          /** @type {unknown} */ (performance)
        ).memory;
        return { ms: performance.now(), megabytes: usedJSHeapSize / 1e6 };
      });
    };
    await visit();
    return await repeated(ROUNDS, visit);
  } finally {
    await browser.close();
    server.close();
  }
}

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  {
    name: 'startup-services',
    async run() {
      const first = await repeated(5, () =>
        inNewDirectory((directory) => start('./startup/services.mjs', directory)),
      );
      const again = await inNewDirectory(async (directory) => {
        await start('./startup/services.mjs', directory);
        return repeated(ROUNDS, () => start('./startup/services.mjs', directory));
      });
      return [
        { name: 'All services of npm start, first start', ours: first.ms, limit: 5_000, unit: 'ms' },
        { name: 'All services of npm start, later start', ours: again.ms, limit: 3_000, unit: 'ms' },
        {
          name: 'Memory of all services',
          ours: again.megabytes,
          limit: 600,
          unit: 'MB',
          missed:
            'Most of it is the embedded database, PostgreSQL in WebAssembly, which is not needed with a PostgreSQL server.',
        },
      ];
    },
  },
  {
    name: 'startup-bridge',
    async run() {
      const { ms, megabytes } = await inNewDirectory((directory) =>
        repeated(ROUNDS, () => start('./startup/bridge.mjs', directory)),
      );
      return [
        { name: 'Card bridge', ours: ms, limit: 1_000, unit: 'ms' },
        { name: 'Memory of the card bridge', ours: megabytes, limit: 100, unit: 'MB' },
      ];
    },
  },
  {
    name: 'startup-viewer',
    async run() {
      const { ms, megabytes } = await viewerFromWarmCache();
      return [
        { name: 'Viewer, with its files in the browser’s cache', ours: ms, limit: 1_000, unit: 'ms' },
        { name: 'Memory of the viewer’s page', ours: megabytes, limit: 20, unit: 'MB' },
      ];
    },
  },
];
