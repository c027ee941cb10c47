import { openArchive } from '@mhb-kit/core/archive';
import { BlobReader, configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** One way to read everything in an archive, ours and zip.js's. Runs in Node and in the page. */

/** @typedef {(bytes: Uint8Array, password: string) => Promise<number>} Reader  resolves to the bytes read */

/** @type {Reader} */
export async function ours(bytes, password) {
  const archive = await openArchive(bytes, { password });
  const files = await archive.files();
  return files.reduce((sum, file) => sum + file.bytes.length, 0);
}

/** On the thread that asks, which is its fastest way for the small and as fast for the large. */
configure({ useWebWorkers: false });

/** @type {Reader} */
export async function zipJs(bytes, password) {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { password, checkSignature: true });
  const entries = (await reader.getEntries()).filter((entry) => !entry.directory);
  const files = await Promise.all(entries.map((entry) => entry.getData(new Uint8ArrayWriter())));
  await reader.close();
  return files.reduce((sum, file) => sum + file.length, 0);
}

/** Streams everything and keeps nothing. @param {Uint8Array | Blob} source @param {string} password */
export async function oursStreaming(source, password, options = {}) {
  const archive = await openArchive(source, { password, ...options });
  let length = 0;
  for (const entry of archive.entries) {
    const reader = entry.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) length += next.value.length;
  }
  return length;
}

/** @param {Uint8Array | Blob} source @param {string} password */
export async function zipJsStreaming(source, password, options = {}) {
  const input = source instanceof Uint8Array ? new Uint8ArrayReader(source) : new BlobReader(source);
  const reader = new ZipReader(input, { password, checkSignature: true, ...options });
  let length = 0;
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const sink = new WritableStream({
      write: (piece) => {
        length += piece.length;
      },
    });
    await entry.getData(sink);
  }
  await reader.close();
  return length;
}
