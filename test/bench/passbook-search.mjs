import { chromium } from 'playwright-core';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { extname, join, normalize } from 'node:path';

/** Search while a person types, in a real browser, over a passbook of 100,000 records. */

const root = fileURLToPath(new URL('../..', import.meta.url));
/** @type {Record<string, string>} */
const types = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' };

/** @type {{ imports: Record<string, { default: string }> }} */
const { imports } = JSON.parse(await readFile(join(root, 'packages/core/package.json'), 'utf8'));
/** Package imports (`#web-crypto`) as paths for a browser: workers have no import maps. @param {string} code */
const withOwnNames = (code) =>
  Object.entries(imports).reduce(
    (text, [name, target]) => text.replaceAll(`'${name}'`, `'/${join('packages/core', target.default)}'`),
    code,
  );

/**
 * Serves the repository's built modules on a free port, and at `/?script=…` a page that runs one of them;
 * with `&trusted` under Trusted Types.
 */
export async function serveModules() {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname);
    try {
      const body =
        path === '/'
          ? pageWith(searchParams.get('script'))
          : extname(path) === '.js'
            ? withOwnNames(await readFile(join(root, path), 'utf8'))
            : await readFile(join(root, path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'text/html',
        // As strict as a host may be: only its own modules and workers.
        'content-security-policy': `default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'${searchParams.has('trusted') ? "; require-trusted-types-for 'script'" : ''}`,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close: () => server.close(),
  };
}

/** @param {string | null} script */
const pageWith = (script) =>
  `<!doctype html><title>passbook</title>${script === null ? '' : `<script type="module" src="${script}"></script>`}`;

/** @returns {Promise<import('playwright-core').Browser>} */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });

export async function inChromium() {
  const { origin, close } = await serveModules();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    return await page.evaluate(async () => {
      const core = '/packages/core/dist/passbook/index.js';
      const fixtures = '/packages/testkit/dist/passbook-fixtures.js';
      const { createSearchIndex, readPassbook } = await import(core);
      const { enlarge, j2File } = await import(fixtures);
      const sample = await (await fetch('/packages/testkit/data/sample.json')).json();
      const bytes = j2File(enlarge(sample.myhealthbank.bdata, 100_000));
      const { passbook } = await readPassbook([{ name: 'passbook.json', bytes }]);

      /** @type {number[]} */
      const indexing = [];
      let index = createSearchIndex(passbook);
      for (let round = 0; round < 5; round += 1) {
        const start = performance.now();
        index = createSearchIndex(passbook);
        indexing.push(performance.now() - start);
      }

      const typed = [
        '糖尿病 明德綜合醫院',
        'hba1c 7.4',
        '115/03/11',
        'E1165',
        'AC58990100',
        '二甲雙胍',
        'impression 2025',
        '0',
      ];
      const queries = typed.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));
      /** @type {number[]} */
      const keystrokes = [];
      for (const query of queries) {
        const before = performance.now();
        index.search(query);
        keystrokes.push(performance.now() - before);
      }
      // Does what a page without an index would do: searches every record's text.
      const texts = Object.values(passbook.sections)
        .flat()
        .map((record) => JSON.stringify(record.raw).toLowerCase());
      /** @type {number[]} */
      const scans = [];
      for (const query of queries) {
        const before = performance.now();
        texts.filter((text) => text.includes(query));
        scans.push(performance.now() - before);
      }
      return { keystrokes, scans, indexing };
    });
  } finally {
    await browser.close();
    close();
  }
}
