import { type Bytes, concat } from './primitives/binary.js';
import type { SealEntries, SealOptions } from './seal-options.js';
import { toStream } from './streams.js';

/** Loads the code for writing archives on first use, because most pages only open archives. */
async function* seal(entries: SealEntries, options: SealOptions): AsyncGenerator<Uint8Array> {
  const sealing = await import('./sealing.js');
  yield* sealing.seal(entries, options);
}

/**
 * Creates an archive in memory.
 * @throws {MhbError} `password-required`, `archive-name-unsafe`, `archive-name-duplicate`, `limit-exceeded`
 *   (for a stream of 4 GiB or more without its `size`), `cancelled`
 */
export async function sealArchive(entries: SealEntries, options: SealOptions = {}): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  for await (const piece of seal(entries, options)) pieces.push(piece);
  return concat(pieces);
}

/**
 * Creates an archive while the returned stream is being read, for files that should not be held in memory:
 * `sealArchiveStream(…).pipeTo(file)`.
 */
export function sealArchiveStream(entries: SealEntries, options: SealOptions = {}): ReadableStream<Bytes> {
  return toStream(seal(entries, options));
}
