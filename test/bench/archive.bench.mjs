import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import { call, pageMemory, withPage } from './archive/chromium.mjs';
import { archiveBytes, archivePath, password } from './archive/corpus.mjs';
import { race } from './archive/measure.mjs';
import { ours, zipJs, zipJsAtOnce } from './archive/readers.mjs';

/**
 * The archive's speed and memory, in Node and in Chromium. A is a real download's shape (12 files, 1.1 MB), B one
 * passbook of 20 MB, C 200 MB that compress well, D 50 MB that do not and are stored. BENCH_REPETITIONS sets how often.
 */

const REPETITIONS = Number(process.env.BENCH_REPETITIONS ?? 7);

/** How many times faster than zip.js ours must be, in Node and in Chromium. */
const targets = /** @type {const} */ ([
  ['A', 'AES256', 8, 7],
  ['A', 'ZipCrypto', 10, 10],
  ['B', 'AES256', 4.5, 2.5],
  ['B', 'ZipCrypto', 4, 4],
  ['D', 'AES256', 3.8, 3.5],
  ['D', 'ZipCrypto', 4, 7],
]);
const rounds = (/** @type {string} */ content) => (content === 'A' ? 3 * REPETITIONS : REPETITIONS);

/** @typedef {import('./run.mjs').Measurement} Measurement */

/** @param {Uint8Array} bytes */
async function libarchive(bytes) {
  const reader = new ArchiveReader(await libarchiveWasm(), new Int8Array(bytes), password);
  let length = 0;
  for (const entry of reader.entries()) length += entry.readData()?.length ?? 0;
  reader.free();
  return length;
}

/** @param {string} name @param {number} own @param {number} peer @param {number | null} factor @returns {Measurement} */
const row = (name, own, peer, factor) => ({
  name: `archive/${name}`,
  ours: own,
  peer,
  limit: factor === null ? null : peer / factor,
  unit: 'ms',
});

async function inNode() {
  const rows = [];
  for (const [content, method, factor] of targets) {
    const bytes = archiveBytes(content, method);
    const path = archivePath(content, method);
    const name = `node/${content}-${method}`;
    const times = await race(
      {
        ours: () => ours(bytes, password),
        zipJs: () => zipJs(bytes, password),
        // A process: it starts, reads, makes every check and writes nothing.
        native: () => spawnSync('7z', ['t', `-p${password}`, path]),
      },
      rounds(content),
    );
    rows.push(row(`${name} against zip.js`, times.ours, times.zipJs, factor));
    rows.push(
      row(`${name} against 7-Zip`, times.ours, times.native, name === 'node/B-AES256' ? 1 / 1.1 : null),
    );
    if (content === 'A') {
      const atOnce = await race(
        { ours: () => ours(bytes, password), peer: () => zipJsAtOnce(bytes, password) },
        rounds(content),
      );
      rows.push(row(`${name} against zip.js, all entries at once`, atOnce.ours, atOnce.peer, null));
    }
    if (name === 'node/B-ZipCrypto') {
      const peers = await race(
        { ours: () => ours(bytes, password), peer: () => libarchive(bytes) },
        rounds(content),
      );
      rows.push(row(`${name} against libarchive-wasm`, peers.ours, peers.peer, 1.3));
    }
  }
  return rows;
}

async function inChromium() {
  return withPage(async (page) => {
    const rows = [];
    for (const [content, method, , factor] of targets) {
      const path = `/${content}-${method}.zip`;
      await call(page, 'load', path);
      const names = ['ours', 'zipJs', ...(content === 'A' ? ['zipJsAtOnce'] : [])];
      const times = await call(page, 'race', path, password, names, rounds(content));
      const name = `chromium/${content}-${method}`;
      rows.push(row(`${name} against zip.js`, times.ours, times.zipJs, factor));
      if (content === 'A') {
        rows.push(row(`${name} against zip.js, all entries at once`, times.ours, times.zipJsAtOnce, null));
      }
    }
    return rows;
  });
}

/** @param {string} name @param {number} own @param {number} peer @returns {Measurement} */
const memoryRow = (name, own, peer) => ({
  name: `archive/${name}`,
  ours: own / 1e6,
  peer: peer / 1e6,
  limit: peer / 1e6,
  unit: 'MB',
});

/** Peak resident memory above what is there with the input loaded; a process of its own for each. */
async function memoryInNode() {
  const script = fileURLToPath(new URL('archive/memory.mjs', import.meta.url));
  const peakOf = (/** @type {string} */ reader) =>
    Number(
      spawnSync(process.execPath, [script, reader, archivePath('C', 'AES256'), password]).stdout.toString(),
    );
  return [memoryRow('node/C-AES256 peak memory above the input', peakOf('ours'), peakOf('zipJs'))];
}

async function memoryInChromium() {
  const path = '/C-AES256.zip';
  const peakOf = (/** @type {string} */ reader) =>
    withPage(async (page, browser) => {
      await call(page, 'load', path);
      await page.waitForTimeout(500);
      const memory = await pageMemory(browser);
      const before = memory.now();
      await call(page, 'run', path, password, reader);
      return memory.peak() - before;
    });
  const page = [await peakOf('oursStreaming'), await peakOf('zipJsStreaming')];
  const worker = [await peakOf('oursInWorker'), await peakOf('zipJsInWorker')];
  // The shortest of several: what else the machine does can only lengthen a block.
  const blockOf = (/** @type {string} */ reader) =>
    withPage(async (tab) => {
      const measured = [];
      for (let round = 0; round < REPETITIONS; round++) {
        measured.push(await call(tab, 'longestBlock', path, password, reader));
      }
      return Math.min(...measured);
    });
  return [
    memoryRow('chromium/C-AES256 peak memory above the input', page[0] ?? NaN, page[1] ?? NaN),
    memoryRow(
      'chromium/C-AES256 peak memory above the input, in workers',
      worker[0] ?? NaN,
      worker[1] ?? NaN,
    ),
    {
      name: 'archive/chromium/C-AES256 longest block of the page, in workers',
      ours: await blockOf('oursInWorker'),
      peer: await blockOf('zipJsInWorker'),
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
