import { openArchiveInWorker } from '@mhb-kit/core/archive/in-worker';
import { race } from './measure.mjs';
import { drain, ours, oursStreaming, zipJs, zipJsAtOnce, zipJsInWorker, zipJsStreaming } from './readers.mjs';

/**
 * The benchmark page in a browser; Node calls its functions by name. The source is a Blob, like a dropped
 * file.
 */

/** @type {{ path: string, blob: Blob } | undefined} */
let loaded;

/** @param {string} path */
async function content(path) {
  loaded = loaded?.path === path ? loaded : { path, blob: await (await fetch(path)).blob() };
  return loaded.blob;
}

/** @type {import('./readers.mjs').Reader} */
async function oursInWorker(source, password) {
  const archive = await openArchiveInWorker(source, { password });
  const length = await drain(archive);
  archive.close();
  return length;
}

const readers = { ours, oursStreaming, oursInWorker, zipJs, zipJsAtOnce, zipJsInWorker, zipJsStreaming };
/** @typedef {keyof typeof readers} ReaderName */

/** The longest time in which the page was blocked while `work` ran. @param {() => Promise<unknown>} work */
async function longestBlock(work) {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  await new Promise((resolve) => setTimeout(resolve, 50));
  longest = 0;
  await work();
  isOver = true;
  return longest;
}

const bench = {
  load: async (/** @type {string} */ path) => (await content(path)).size,
  race: async (
    /** @type {string} */ path,
    /** @type {string} */ password,
    /** @type {ReaderName[]} */ names,
    /** @type {number} */ rounds,
  ) => {
    const source = await content(path);
    return race(
      /** @type {Record<ReaderName, () => unknown>} */ (
        Object.fromEntries(names.map((name) => [name, () => readers[name](source, password)]))
      ),
      rounds,
    );
  },
  run: async (/** @type {string} */ path, /** @type {string} */ password, /** @type {ReaderName} */ name) =>
    readers[name](await content(path), password),
  longestBlock: async (
    /** @type {string} */ path,
    /** @type {string} */ password,
    /** @type {ReaderName} */ name,
  ) => {
    const source = await content(path);
    return longestBlock(() => readers[name](source, password));
  },
};
Object.assign(globalThis, { bench });
