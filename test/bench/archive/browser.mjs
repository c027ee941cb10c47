import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { chromium, firefox } from 'playwright-core';
import { rollup } from 'rollup';

/** Serves a page with the given scripts and files to a real browser. */

/** @param {string} input */
async function bundled(input) {
  const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })], onLog: () => undefined });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}

/**
 * @param {Record<string, string>} scripts   path → module to bundle; `/page.js` is the page's own
 * @param {(path: string) => Uint8Array | string | undefined} file
 */
export async function serve(scripts, file) {
  const code = new Map();
  for (const [path, input] of Object.entries(scripts)) code.set(path, await bundled(input));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const body =
      path === '/'
        ? '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'
        : undefined;
    const content = body ?? code.get(path) ?? file(path);
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path === '/'
        ? 'text/html'
        : 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

export const launchChromium = () =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--enable-precise-memory-info'],
  });

/** The most memory that the page's process has held since `reset`, in bytes, from what the kernel counts. */
export async function pageMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const status = (/** @type {number} */ pid, /** @type {string} */ field) => {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(
      new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'),
    );
    return line === null ? 0 : Number(line[1]) * 1024;
  };
  return {
    peak: () => Math.max(...pids.map((pid) => status(pid, 'VmHWM'))),
    now: () => Math.max(...pids.map((pid) => status(pid, 'VmRSS'))),
  };
}

export { firefox };
