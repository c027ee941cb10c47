import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import { call, pageMemory, withPage } from './archive/chromium.mjs';
import { archiveBytes, archivePath, password } from './archive/corpus.mjs';
import { race } from './archive/measure.mjs';
import { ours, zipJs, zipJsAtOnce } from './archive/readers.mjs';

/**
 * The archive's speed and memory, in Node and in Chromium, with archives created by 7-Zip: the shape of a
 * real download, one passbook of 20 MB, 200 MB that compress well, and 50 MB that do not and are stored.
 */

const contents = {
  A: { called: 'a real download of 12 files, 1.1 MB', rounds: 21 },
  B: { called: 'one passbook of 20 MB', rounds: 7 },
  D: { called: '50 MB stored', rounds: 5 },
};
const locks = { AES256: 'AES-256', ZipCrypto: 'ZipCrypto' };

/** How many times faster than zip.js our code must be, in Node and in Chromium. */
const targets = /** @type {const} */ ([
  ['A', 'AES256', 8, 7],
  ['A', 'ZipCrypto', 10, 10],
  ['B', 'AES256', 4.5, 2.5],
  ['B', 'ZipCrypto', 4, 4],
  ['D', 'AES256', 3.8, 3.5],
  ['D', 'ZipCrypto', 4, 7],
]);

/**
 * Where unavoidable time is spent, measured part by part on a quiet machine. @type {Record<string, string>}
 */
const missed = {
  'A-AES256 in Node':
    'Opening takes 5.6 ms. Of this, deriving this thread’s share of the twelve keys (1,000 rounds each) takes 2.3 ms, waiting for the other thread’s share takes 0.6 ms, zlib takes 0.9 ms, and memory takes 0.3 ms. Meeting the target would need a third thread.',
  'A-ZipCrypto in Node':
    'Opening takes 2.6 ms. Of this, zlib takes 0.9 ms, checksums take 0.2 ms, and the cipher takes 0.9 ms, because every byte depends on the previous one. Meeting the target would need a cipher that processes two entries at once.',
  'B-ZipCrypto in Node':
    'The samples form two groups, at about 33 and 57 ms, and the median is in one or the other depending on the run. The difference is the time for using new memory for the first time, which depends on how much memory garbage collection has returned before.',
  'A-AES256 in Chromium':
    'Before the browser’s single thread for key derivation took over a share of the keys, opening took 6.6 ms, of which deriving the twelve keys (1,000 rounds each) took 3.0 ms. Inflating takes 1.7 ms, including 0.7 ms for the first use of new memory, and receiving the file takes 0.9 ms. Meeting the target would need more threads.',
  'A-ZipCrypto in Chromium':
    'Opening takes 3.7 ms. Of this, the cipher takes 1.2 ms, because every byte depends on the previous one. Inflating takes 1.7 ms, including 0.7 ms for the first use of new memory, and receiving the file takes 0.5 ms. Meeting the target would need a cipher that processes two entries at once.',
  'B-AES256 in Chromium':
    'Opening takes 40 ms. Of this, inflating takes 25 ms: 13 ms for decoding (zlib needs 11 ms for this), and the rest for 20 MB of new memory and the copy into it. AES takes 6 ms, and making the copy that WebCrypto authenticates takes 3 ms. To meet the target, WebAssembly would have to write directly to memory that the page can pass on.',
  'D-AES256 in Chromium':
    'Opening takes 200 ms. Of this, AES takes 100 ms, because no browser supports WinZip’s counter mode and the processor’s AES instructions cannot be used. The copy that WebCrypto makes and then authenticates in parallel takes 53 ms, and receiving the file takes 35 ms. Meeting the target would need a second thread for one entry.',
};

/** @param {keyof typeof contents} content @param {keyof typeof locks} lock @param {string} where */
const called = (content, lock, where) => `Open ${contents[content].called}, ${locks[lock]}, in ${where}`;

/** @typedef {import('./table.mjs').Measurement} Measurement */

/** @param {Uint8Array} bytes */
async function libarchive(bytes) {
  const reader = new ArchiveReader(await libarchiveWasm(), new Int8Array(bytes), password);
  let length = 0;
  for (const entry of reader.entries()) length += entry.readData()?.length ?? 0;
  reader.free();
  return length;
}

async function inNode() {
  /** @type {Measurement[]} */
  const rows = [];
  for (const [content, lock, times] of targets) {
    const bytes = archiveBytes(content, lock);
    const path = archivePath(content, lock);
    const name = called(content, lock, 'Node');
    const own = () => ours(bytes, password);
    const { rounds } = contents[content];
    /**
     * One race per peer, because starting and ending a process empties caches. @param {string} peerName
     * @param {() => unknown} peer
     */
    const against = async (peerName, peer, target = {}) => {
      const samples = await race({ own, peer }, rounds);
      rows.push({
        name: rows.some((other) => other.name === name) ? `${name}, compared with ${peerName}` : name,
        ours: samples.own,
        peer: { name: peerName, samples: samples.peer },
        unit: 'ms',
        ...target,
      });
    };
    const why = missed[`${content}-${lock} in Node`];
    await against('zip.js', () => zipJs(bytes, password), { times, ...(why && { missed: why }) });
    // It reads, makes every check and writes nothing.
    const native = content === 'B' && lock === 'AES256' ? { times: 1 / 1.1 } : {};
    await against('7-Zip', () => spawnSync('7z', ['t', `-p${password}`, path]), native);
    if (content === 'A') await against('zip.js, all entries at once', () => zipJsAtOnce(bytes, password));
    if (content === 'B' && lock === 'ZipCrypto') {
      await against('libarchive-wasm', () => libarchive(bytes), { times: 1.3 });
    }
  }
  return rows;
}

async function inChromium() {
  return withPage(async (page) => {
    /** @type {Measurement[]} */
    const rows = [];
    for (const [content, lock, , times] of targets) {
      const path = `/${content}-${lock}.zip`;
      await call(page, 'load', path);
      const names = ['ours', 'zipJs', ...(content === 'A' ? ['zipJsAtOnce'] : [])];
      const samples = await call(page, 'race', path, password, names, contents[content].rounds);
      const name = called(content, lock, 'Chromium');
      const own = { ours: samples.ours, unit: 'ms' };
      const why = missed[`${content}-${lock} in Chromium`];
      const peer = { name: 'zip.js', samples: samples.zipJs };
      rows.push({ name, ...own, peer, times, ...(why && { missed: why }) });
      if (content === 'A') {
        const peer = { name: 'zip.js, all entries at once', samples: samples.zipJsAtOnce };
        rows.push({ name: `${name}, compared with ${peer.name}`, ...own, peer });
      }
    }
    return rows;
  });
}

/**
 * Of two contenders in turn. @param {(contender: string) => number | Promise<number>} peakOf @param {string}
 * own @param {string} peer
 */
async function peaks(peakOf, own, peer) {
  const samples = { own: /** @type {number[]} */ ([]), peer: /** @type {number[]} */ ([]) };
  for (let round = 0; round < 5; round++) {
    samples.own.push((await peakOf(own)) / 1e6);
    samples.peer.push((await peakOf(peer)) / 1e6);
  }
  return { ours: samples.own, peer: { name: 'zip.js', samples: samples.peer }, times: 1, unit: 'MB' };
}

/** Above the memory with the input loaded; a separate process for each sample. */
const PEAK = 'Peak memory, streaming 200 MB, AES-256, in';

/** @returns {Promise<Measurement[]>} */
async function memoryInNode() {
  const script = fileURLToPath(new URL('archive/memory.mjs', import.meta.url));
  const args = [archivePath('C', 'AES256'), password];
  const peakOf = (/** @type {string} */ reader) =>
    Number(spawnSync(process.execPath, [script, reader, ...args]).stdout.toString());
  return [{ name: `${PEAK} Node`, ...(await peaks(peakOf, 'ours', 'zipJs')) }];
}

/** @returns {Promise<Measurement[]>} */
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
  const blocks = await withPage(async (page) => {
    const measured = [];
    for (let round = 0; round < 5; round++) {
      measured.push(await call(page, 'longestBlock', path, password, 'oursInWorker'));
    }
    return measured;
  });
  return [
    { name: `${PEAK} Chromium`, ...(await peaks(peakOf, 'oursStreaming', 'zipJsStreaming')) },
    { name: `${PEAK} a worker of Chromium`, ...(await peaks(peakOf, 'oursInWorker', 'zipJsInWorker')) },
    {
      name: 'Longest time without a response of the page while it opens an archive',
      ours: blocks,
      limit: 16,
      // Other load on the machine can only lengthen a block.
      statistic: 'least',
      unit: 'ms',
    },
  ];
}

export const benches = [
  { name: 'archive-node', run: inNode },
  { name: 'archive-chromium', run: inChromium },
  { name: 'archive-memory-node', run: memoryInNode },
  { name: 'archive-memory-chromium', run: memoryInChromium },
];
