import { spawn, spawnSync } from 'node:child_process';
import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import { launchChromium, pageMemory, serve } from './archive/browser.mjs';
import { archiveBytes, archivePath, password } from './archive/corpus.mjs';
import { race } from './archive/measure.mjs';
import { ours, zipJs } from './archive/readers.mjs';

/**
 * The archive's speed and memory, in Node and in Chromium. A is a real download's shape (12 files, 1.1 MB), B one
 * passbook of 20 MB, C 200 MB that compress well, D 50 MB that do not and are stored.
 */

const REPETITIONS = Number(process.env.BENCH_REPETITIONS ?? 7);
/** @typedef {'AES256' | 'ZipCrypto'} Method */

/** How many times faster than zip.js each must be. @type {[string, Method, number, number][]} */
const targets = [
  ['A', 'AES256', 8, 7],
  ['A', 'ZipCrypto', 10, 10],
  ['B', 'AES256', 4.5, 2.5],
  ['B', 'ZipCrypto', 4, 4],
  ['D', 'AES256', 3.8, 3.5],
  ['D', 'ZipCrypto', 4, 7],
];
const rounds = (/** @type {string} */ content) => (content === 'A' ? 3 * REPETITIONS : REPETITIONS);

async function libarchive(/** @type {Uint8Array} */ bytes) {
  const reader = new ArchiveReader(await libarchiveWasm(), new Int8Array(bytes), password);
  let length = 0;
  for (const entry of reader.entries()) length += entry.readData()?.length ?? 0;
  reader.free();
  return length;
}

async function inNode() {
  const rows = [];
  for (const [content, method, target] of targets) {
    const bytes = archiveBytes(content, method);
    const name = `archive/node/${content}-${method}`;
    const path = archivePath(content, method);
    const times = await race(
      {
        ours: () => ours(bytes, password),
        zipJs: () => zipJs(bytes, password),
        // A process: it starts, reads, checks everything and writes nothing.
        native: () => spawnSync('7z', ['t', `-p${password}`, path]),
        ...(content === 'B' && method === 'ZipCrypto' ? { libarchive: () => libarchive(bytes) } : {}),
      },
      rounds(content),
    );
    const row = (/** @type {string} */ peer, /** @type {number | null} */ factor) => ({
      name: `${name} against ${peer}`,
      ours: times.ours,
      peer: times[peer],
      limit: factor === null ? null : times[peer] / factor,
      unit: 'ms',
    });
    rows.push(row('zipJs', target), row('native', name.endsWith('B-AES256') ? 1 / 1.1 : null));
    if ('libarchive' in times) rows.push(row('libarchive', 1.3));
  }
  return rows;
}

/** @param {(page: import('playwright-core').Page, browser: import('playwright-core').Browser) => Promise<any>} work */
async function withPage(work) {
  const page = new URL('archive/page.mjs', import.meta.url).pathname;
  const worker = new URL('../../packages/core/dist/archive/worker.js', import.meta.url).pathname;
  const server = await serve({ '/page.js': page, '/worker.js': worker }, (path) => {
    const [, content, method] = path.match(/^\/(\w)-(AES256|ZipCrypto)\.zip$/) ?? [];
    return content === undefined ? undefined : archiveBytes(content, /** @type {Method} */ (method));
  });
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(server.url);
    await tab.waitForFunction('window.bench !== undefined');
    return await work(tab, browser);
  } finally {
    await browser.close();
    server.close();
  }
}

const call = (
  /** @type {import('playwright-core').Page} */ page,
  /** @type {string} */ name,
  /** @type {unknown[]} */ ...args
) =>
  page.evaluate(
    ([method, values]) => window['bench'][method](...values),
    /** @type {[string, unknown[]]} */ ([name, args]),
  );

async function inChromium() {
  return withPage(async (page) => {
    const rows = [];
    for (const [content, method, , target] of targets) {
      const path = `/${content}-${method}.zip`;
      await call(page, 'load', path);
      const times = await call(page, 'race', path, password, ['ours', 'zipJs'], rounds(content));
      rows.push({
        name: `archive/chromium/${content}-${method} against zipJs`,
        ours: times.ours,
        peer: times.zipJs,
        limit: times.zipJs / target,
        unit: 'ms',
      });
    }
    return rows;
  });
}

const MB = 1e6;

/** Peak resident memory above what is there with the input loaded; a process of its own for each. */
async function memoryInNode() {
  const peaks = {};
  for (const reader of ['oursStreaming', 'zipJsStreaming']) {
    const script = new URL('archive/memory.mjs', import.meta.url).pathname;
    const child = spawn(process.execPath, [script, reader, archivePath('C', 'AES256'), password]);
    let out = '';
    for await (const piece of child.stdout) out += piece;
    peaks[reader] = Number(out);
  }
  return [
    {
      name: 'archive/node/C-AES256 peak memory above the input',
      ours: peaks.oursStreaming / MB,
      peer: peaks.zipJsStreaming / MB,
      limit: peaks.zipJsStreaming / MB,
      unit: 'MB',
    },
  ];
}

async function memoryInChromium() {
  const peakOf = (/** @type {string} */ reader) =>
    withPage(async (page, browser) => {
      await call(page, 'load', '/C-AES256.zip');
      await page.waitForTimeout(500);
      const memory = await pageMemory(browser);
      const before = memory.now();
      await call(page, 'run', '/C-AES256.zip', password, reader);
      return memory.peak() - before;
    });
  const peaks = { ours: await peakOf('oursInWorker'), zipJs: await peakOf('zipJsStreaming') };
  const blocks = await withPage(async (page) => {
    const measured = [];
    for (let round = 0; round < 3; round++) {
      measured.push(await call(page, 'longestBlock', '/C-AES256.zip', password, 'oursInWorker'));
    }
    const peer = await call(page, 'longestBlock', '/C-AES256.zip', password, 'zipJsStreaming');
    return { ours: measured.sort((a, b) => a - b)[1], peer };
  });
  return [
    {
      name: 'archive/chromium/C-AES256 peak memory above the input',
      ours: peaks.ours / MB,
      peer: peaks.zipJs / MB,
      limit: peaks.zipJs / MB,
      unit: 'MB',
    },
    {
      name: 'archive/chromium/C-AES256 longest block of the page',
      ours: blocks.ours,
      peer: blocks.peer,
      limit: 16,
      unit: 'ms',
    },
  ];
}

export const benches = [
  { name: 'archive/node', run: inNode },
  { name: 'archive/chromium', run: inChromium },
  { name: 'archive/memory-node', run: memoryInNode },
  { name: 'archive/memory-chromium', run: memoryInChromium },
];
