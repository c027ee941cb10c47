/** The number of bytes per read, which a browser copies within a few milliseconds. */
const PIECE = 8 * 1024 * 1024;

/**
 * Reads a file in pieces. A browser copies the result of each read in a single task of the page, which would take
 * 30 ms for 90 MB.
 *
 * @throws the reason of the signal, if it is aborted
 */
export async function readBlob(content: Blob, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(content.size);
  for (let at = 0; at < content.size; at += PIECE) {
    bytes.set(new Uint8Array(await content.slice(at, at + PIECE).arrayBuffer()), at);
    signal.throwIfAborted();
  }
  return bytes;
}
