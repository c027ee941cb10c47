import { openArchive } from '@mhb-kit/core/archive';
import { BlobReader, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/**
 * The same work, ours and zip.js's: everything in an archive, with every check. Runs in Node and in the page.
 * Each follows its documentation: zip.js entry by entry, ours with `files`.
 *
 * @typedef {Uint8Array<ArrayBuffer> | Blob} Source
 * @typedef {(source: Source, password: string) => Promise<number>} Reader  resolves to the number of content
 *   bytes
 */

/**
 * On the calling thread by default, because its workers are slower for small input and not faster for large
 * input.
 *
 * @param {Source} source @param {string} password
 */
function zipReader(source, password, useWebWorkers = false) {
  const reader = source instanceof Blob ? new BlobReader(source) : new Uint8ArrayReader(source);
  return new ZipReader(reader, { password, checkSignature: true, useWebWorkers });
}

/** @type {Reader} */
export async function ours(source, password) {
  const archive = await openArchive(source, { password });
  const files = await archive.files();
  return files.reduce((sum, file) => sum + file.bytes.length, 0);
}

/** @type {Reader} */
export async function zipJs(source, password) {
  const reader = zipReader(source, password);
  let length = 0;
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) length += (await entry.getData(new Uint8ArrayWriter())).length;
  }
  await reader.close();
  return length;
}

/** All entries at once: faster on many small ones. @type {Reader} */
export async function zipJsAtOnce(source, password) {
  const reader = zipReader(source, password);
  const files = await Promise.all(
    (await reader.getEntries()).map((entry) =>
      entry.directory ? [] : entry.getData(new Uint8ArrayWriter()),
    ),
  );
  await reader.close();
  return files.reduce((sum, { length }) => sum + length, 0);
}

/** Streams everything and keeps nothing. @param {import('@mhb-kit/core/archive').Archive} archive */
export async function drain(archive) {
  let length = 0;
  for (const entry of archive.entries) {
    const reader = entry.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) length += next.value.length;
  }
  return length;
}

/** @type {Reader} */
export const oursStreaming = async (source, password) => drain(await openArchive(source, { password }));

/** @type {Reader} */
export const zipJsStreaming = (source, password) => drainZipJs(zipReader(source, password));

/** @type {Reader} */
export const zipJsInWorker = (source, password) => drainZipJs(zipReader(source, password, true));

/** @param {ZipReader<unknown>} reader */
async function drainZipJs(reader) {
  let length = 0;
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const sink = new WritableStream({
      write: (/** @type {Uint8Array} */ piece) => {
        length += piece.length;
      },
    });
    await entry.getData(sink);
  }
  await reader.close();
  return length;
}
