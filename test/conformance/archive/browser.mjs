import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

/** Our scripts in real browsers: bundled as an integrator would, served, and with their results sent back. */

/** @typedef {'chromium' | 'firefox'} BrowserName */

const executables = {
  chromium: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  firefox: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
};

/** The reason why a browser cannot be used here, or undefined if it can. @param {BrowserName} name */
export const missingBrowser = (name) =>
  existsSync(executables[name]) ? undefined : `${executables[name]} is not installed`;

/** @param {string} input */
async function bundled(input) {
  const bundle = await rollup({
    input,
    plugins: [nodeResolve({ browser: true })],
    onLog: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}

const PAGE = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';

/**
 * @param {Record<string, string>} scripts  path → module to bundle; `/page.js` is the page's own
 * @param {(path: string) => Uint8Array | string | undefined} file
 */
export async function serve(scripts, file) {
  /** @type {Map<string, string>} */
  const code = new Map();
  for (const [path, input] of Object.entries(scripts)) code.set(path, await bundled(input));
  /** @type {(result: any) => void} */
  let settle;
  const result = new Promise((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/result') {
      /** @type {Buffer[]} */
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        response.end();
        settle(JSON.parse(Buffer.concat(parts).toString()));
      });
      return;
    }
    const content = path === '/' ? PAGE : (code.get(path) ?? file(path));
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path === '/'
        ? 'text/html'
        : 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, result, close: () => server.close() };
}

/**
 * Opens the page and waits for its request to `/result`.
 *
 * @param {BrowserName} name
 * @param {Awaited<ReturnType<typeof serve>>} server
 * @param {string} query
 */
export async function visit(name, server, query) {
  const profile = mkdtempSync(join(tmpdir(), 'mhb-kit-browser-'));
  const args = {
    chromium: [
      '--headless=new',
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      `--user-data-dir=${profile}`,
    ],
    firefox: ['--headless', '--no-remote', '--profile', profile],
  }[name];
  const child = spawn(executables[name], [...args, `${server.url}?${query}`], {
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await server.result;
  } finally {
    // The whole process group, because browsers have many processes.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
