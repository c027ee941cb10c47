import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { sealArchive } from '@mhb-kit/core/archive';
import { enlarge, j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { launch } from './passbook-search.mjs';

/**
 * The passbook viewer in Chromium, script-tag build under a strict policy, with 100,000 records: from the drop to the
 * overview, scrolling, each keystroke of a search, the first chart; and the longest task of each, as the browser counts it.
 */

const RECORDS = 100_000;
/** A frame at 60 Hz, and what the browser calls a long task. */
const FRAME = 1000 / 60;
const LONG_TASK = 50;
const cdn = fileURLToPath(new URL('../../packages/elements/dist/cdn/', import.meta.url));
const sample = new URL('../../packages/testkit/data/sample.json', import.meta.url);

const POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html mhb-workers',
].join('; ');
const PAGE = `<!doctype html><html lang="en"><title>Viewer</title>
<script type="module" src="/mhb-elements.min.js"></script><mhb-passbook-viewer></mhb-passbook-viewer></html>`;

/** @param {Record<string, Uint8Array>} files */
async function serve(files) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    try {
      if (path === '') {
        response.setHeader('content-security-policy', POLICY);
        response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
      } else if (files[path] !== undefined) response.end(files[path]);
      else {
        const script = await readFile(cdn + path.replaceAll('/', ''));
        response.setHeader('content-type', 'text/javascript').end(script);
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    close: () => server.close(),
  };
}

/** Runs in the page; marks where each part begins and ends. @param {{ file: string, password: string | null }} what */
async function walk({ file, password }) {
  const rest = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(undefined))));
  /** @param {string} name @param {() => Promise<unknown>} work */
  const part = async (name, work) => {
    await rest(300);
    performance.mark(`begin ${name}`);
    const start = performance.now();
    await work();
    const ms = performance.now() - start;
    await frame();
    performance.mark(`end ${name}`);
    return ms;
  };
  const viewer = /** @type {any} */ (document.querySelector('mhb-passbook-viewer'));
  const root = viewer.shadowRoot;
  const content = await (await fetch(`/${file}`)).blob();
  /** @param {() => unknown} condition */
  const until = async (condition) => {
    while (!condition()) await rest(5);
  };

  const open = await part('open', async () => {
    const reading = viewer.open([{ name: file, content }]);
    if (password !== null) {
      await until(() => root.querySelector('#password'));
      root.querySelector('#password').value = password;
      root.querySelector('.unlock').requestSubmit();
    }
    if (!(await reading)) throw new Error('Not opened');
  });

  const search = root.querySelector('#search');
  const type = (/** @type {string} */ text) => {
    search.value = text;
    search.dispatchEvent(new Event('input'));
  };
  const prepare = await part('prepare', async () => {
    type('醫');
    await until(() => root.querySelector('.hits'));
    type('');
    await viewer.updateComplete;
    viewer.section = 'timeline';
    await until(() => root.querySelector('.filters'));
  });

  const typed = [
    '糖尿病 明德綜合醫院',
    'hba1c 7.4',
    '115/03/11',
    'E1165',
    'AC58990100',
    'impression 2025',
    '0',
  ];
  viewer.section = 'overview';
  await part('typing', async () => {
    for (const text of typed) {
      for (let end = 1; end <= text.length; end += 1) {
        await frame();
        type(text.slice(0, end));
        await viewer.updateComplete;
        // Style and layout belong to it: the hits are there when their height is known.
        root.querySelector('.content').getBoundingClientRect();
      }
    }
  });
  type('');

  for (const page of ['timeline', 'visits', 'laboratory', 'medications', 'overview', 'r8']) {
    viewer.section = page;
    await until(() => root.querySelector('.content .rows, .content .lines, .content table, .content .card'));
    await part(page, async () => {
      const height = document.documentElement.scrollHeight;
      for (let y = 0; y < Math.min(height, 6_000); y += 120) {
        scrollTo(0, y);
        await frame();
      }
      for (let turn = 0; turn < 3; turn += 1) {
        root.querySelector('.pager button:last-of-type')?.click();
        await viewer.updateComplete;
        await frame();
      }
    });
  }

  viewer.section = 'laboratory';
  await viewer.updateComplete;
  const series = root.querySelector('details.row');
  const chart = await part('chart', async () => {
    series.open = true;
    await until(() => series.querySelector('svg.chart'));
    series.querySelector('svg.chart').getBoundingClientRect();
  });
  return { open, prepare, chart, points: series.querySelectorAll('.mark').length };
}

/**
 * The longest task of each part, in milliseconds of processor time of the page's thread: what else the machine does would
 * stretch the wall clock's. @param {Buffer} trace @returns {(part: string) => number}
 */
function tasksOf(trace) {
  /** @type {{ name: string, ts: number, tid: number, tdur?: number }[]} */
  const events = JSON.parse(trace.toString()).traceEvents;
  const marks = new Map(
    events.filter(({ name }) => /^(begin|end) /.test(name)).map((event) => [event.name, event]),
  );
  return (part) => {
    const [begin, end] = [marks.get(`begin ${part}`), marks.get(`end ${part}`)];
    if (begin === undefined || end === undefined) throw new Error(`No part ${part}`);
    return Math.max(
      ...events
        .filter(
          ({ name, tid, ts }) => name === 'RunTask' && tid === begin.tid && ts >= begin.ts && ts <= end.ts,
        )
        .map(({ tdur = 0 }) => tdur / 1000),
    );
  };
}

async function run() {
  const data = JSON.parse(await readFile(sample, 'utf8')).myhealthbank.bdata;
  const bytes = j2File(enlarge(data, RECORDS));
  const zip = await sealArchive([{ name: 'passbook.json', bytes }], {
    password: 'K223010426',
    method: 'aes-256',
  });
  const { url, close } = await serve({ 'passbook.json': bytes, 'passbook.zip': zip });
  const browser = await launch();
  try {
    const results = [];
    for (const what of [
      { file: 'passbook.json', password: null },
      { file: 'passbook.zip', password: 'K223010426' },
    ]) {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForFunction(() => document.querySelector('mhb-passbook-viewer')?.shadowRoot !== null);
      await browser.startTracing(page, {
        categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
      });
      const times = await page.evaluate(walk, what);
      results.push({ ...times, longest: tasksOf(await browser.stopTracing()) });
      await page.close();
    }
    return { megabytes: bytes.length / 1e6, results };
  } finally {
    await browser.close();
    close();
  }
}

/** @param {string} name @param {number} ours @param {number | null} limit @returns {import('./table.mjs').Measurement} */
const row = (name, ours, limit = null) => ({ name, ours, peer: null, limit, unit: 'ms' });

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  {
    name: 'viewer',
    run: async () => {
      const { megabytes, results } = await run();
      return results.flatMap(({ open, prepare, chart, points, longest }, index) => {
        const what = index === 0 ? `${megabytes.toFixed(0)} MB of J2` : 'the same as AES-256 archive';
        return [
          row(`drop to overview, ${what}`, open),
          row('… longest task', longest('open'), LONG_TASK),
          row('search and timeline ready after', prepare),
          row('… longest task', longest('prepare'), LONG_TASK),
          row('keystroke to hits, longest task', longest('typing'), FRAME),
          ...['timeline', 'visits', 'laboratory', 'medications', 'overview', 'r8'].map((page) =>
            row(`scrolling and turning pages of ${page}, longest task`, longest(page), LONG_TASK),
          ),
          row(`first chart, ${points} points`, chart, 100),
        ];
      });
    },
  },
];
