import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import { call, pageMemory, withPage } from './archive/chromium.mjs';
import { archiveBytes, archivePath, password } from './archive/corpus.mjs';
import { race } from './archive/measure.mjs';
import { ours, zipJs, zipJsAtOnce } from './archive/readers.mjs';
import { median } from './statistics.mjs';

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

/** @typedef {import('./table.mjs').Measurement} Measurement */

/** @param {Uint8Array} bytes */
async function libarchive(bytes) {
  const reader = new ArchiveReader(await libarchiveWasm(), new Int8Array(bytes), password);
  let length = 0;
  for (const entry of reader.entries()) length += entry.readData()?.length ?? 0;
  reader.free();
  return length;
}

/**
 * @param {string} name @param {number[]} own @param {number[]} peer @param {string} peerName
 * @param {number | null} factor  how many times faster ours must be
 * @returns {Measurement}
 */
const row = (name, own, peer, peerName, factor) => ({
  name: `archive/${name}`,
  ours: own,
  peer,
  peerName,
  limit: factor === null ? null : median(peer) / factor,
  unit: 'ms',
});

async function inNode() {
  const rows = [];
  for (const [content, method, factor] of targets) {
    const bytes = archiveBytes(content, method);
    const path = archivePath(content, method);
    const name = `node/${content}-${method}`;
    const own = () => ours(bytes, password);
    const times = await race({ own, peer: () => zipJs(bytes, password) }, rounds(content));
    rows.push(row(name, times.own, times.peer, 'zip.js', factor));
    // A race of its own, since a process that starts and ends empties caches: it reads, makes every check, writes nothing.
    const native = await race(
      { own, peer: () => spawnSync('7z', ['t', `-p${password}`, path]) },
      rounds(content),
    );
    rows.push(row(name, native.own, native.peer, '7-Zip', name === 'node/B-AES256' ? 1 / 1.1 : null));
    if (content === 'A') {
      const atOnce = await race({ own, peer: () => zipJsAtOnce(bytes, password) }, rounds(content));
      rows.push(row(name, atOnce.own, atOnce.peer, 'zip.js, all entries at once', null));
    }
    if (name === 'node/B-ZipCrypto') {
      const peers = await race({ own, peer: () => libarchive(bytes) }, rounds(content));
      rows.push(row(name, peers.own, peers.peer, 'libarchive-wasm', 1.3));
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
      rows.push(row(name, times.ours, times.zipJs, 'zip.js', factor));
      if (content === 'A') {
        rows.push(row(name, times.ours, times.zipJsAtOnce, 'zip.js, all entries at once', null));
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
  peerName: 'zip.js',
  limit: peer / 1e6,
  unit: 'MB',
});

/**
 * Peak resident memory above what is there with the input loaded; a process of its own for each, and the median of
 * several, since it depends on when garbage is collected.
 */
async function memoryInNode() {
  const script = fileURLToPath(new URL('archive/memory.mjs', import.meta.url));
  const args = [archivePath('C', 'AES256'), password];
  const peakOf = (/** @type {string} */ reader) =>
    median(
      Array.from({ length: 5 }, () =>
        Number(spawnSync(process.execPath, [script, reader, ...args]).stdout.toString()),
      ),
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
      peerName: 'zip.js',
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
