import { openArchiveInWorker } from '@mhb-kit/core/archive/in-worker';
import { race } from './measure.mjs';
import { ours, oursStreaming, zipJs, zipJsStreaming } from './readers.mjs';

/** The page of the bench in a browser: Node asks for these by name. */

const contents = new Map();

async function content(path) {
  if (!contents.has(path)) {
    contents.clear();
    contents.set(path, new Uint8Array(await (await fetch(path)).arrayBuffer()));
  }
  return contents.get(path);
}

async function oursInWorker(bytes, password) {
  const archive = await openArchiveInWorker(bytes, { password });
  let length = 0;
  for (const entry of archive.entries) {
    const reader = entry.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) length += next.value.length;
  }
  archive.close();
  return length;
}

const readers = { ours, zipJs, oursStreaming, zipJsStreaming, oursInWorker };

/** The longest time in which the page could do nothing, while `work` ran. */
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

window.bench = {
  load: async (path) => (await content(path)).length,
  race: async (path, password, names, rounds) => {
    const bytes = await content(path);
    return race(
      Object.fromEntries(names.map((name) => [name, () => readers[name](bytes, password)])),
      rounds,
    );
  },
  run: async (path, password, name) => readers[name](await content(path), password),
  longestBlock: async (path, password, name) => {
    const bytes = await content(path);
    return longestBlock(() => readers[name](bytes, password));
  },
};
