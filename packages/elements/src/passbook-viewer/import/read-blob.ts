/** A browser copies this much within a few milliseconds. */
const PIECE = 8 * 1024 * 1024;

/**
 * Reads a file in pieces, because the browser copies what is read at once in a single task of the page, which takes
 * thirty milliseconds for 90 MB.
 *
 * @throws whatever the signal was aborted with
 */
export async function readBlob(content: Blob, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(content.size);
  for (let at = 0; at < content.size; at += PIECE) {
    bytes.set(new Uint8Array(await content.slice(at, at + PIECE).arrayBuffer()), at);
    signal.throwIfAborted();
  }
  return bytes;
}
