import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * Encrypts long values so that they can be read from any position. A value is split into chunks of 64 KiB, and
 * each chunk is encrypted with AES-256-GCM and a key that is used for this value only. The nonce contains the
 * chunk's number and marks the last chunk (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár,
 * 2015), so that chunks can be neither moved nor cut off.
 */
const CHUNK = 65_536;
const TAG = 16;

const nonceOf = (index: number, last: boolean): Uint8Array => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

const chunkCount = (length: number): number => Math.max(1, Math.ceil(length / CHUNK));

/** Splits a stream into chunks of `size` bytes. The last chunk may be shorter. */
async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source) {
    held.push(bytes);
    length += bytes.length;
    if (length < size) continue;
    let rest = Buffer.concat(held, length);
    for (; rest.length >= size; rest = rest.subarray(size)) yield rest.subarray(0, size);
    held = [rest];
    length = rest.length;
  }
  if (length > 0) yield Buffer.concat(held, length);
}

export async function* sealStream(
  key: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const sealChunk = (chunk: Uint8Array, index: number, last: boolean): Uint8Array => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  let index = 0;
  let held: Uint8Array | null = null;
  for await (const piece of inPieces(source, CHUNK)) {
    if (held !== null) yield sealChunk(held, index++, false);
    held = piece;
  }
  yield sealChunk(held ?? new Uint8Array(), index, true);
}

/** Reads the stored bytes from `start` up to, but not including, `end`. */
export type ReadRange = (start: number, end: number) => AsyncIterable<Uint8Array>;

/**
 * Yields the plaintext from `start` up to, but not including, `end` of a value of `length` bytes. No chunk is
 * yielded before it has been authenticated.
 */
export async function* openStream(
  key: Uint8Array,
  length: number,
  read: ReadRange,
  start = 0,
  end = length,
): AsyncGenerator<Uint8Array> {
  if (start >= end) return;
  const first = Math.floor(start / CHUNK);
  const last = Math.floor((end - 1) / CHUNK);
  const finalChunk = chunkCount(length) - 1;
  const storedLength = length + chunkCount(length) * TAG;
  const stored = read(first * (CHUNK + TAG), Math.min((last + 1) * (CHUNK + TAG), storedLength));
  let index = first;
  for await (const piece of inPieces(stored, CHUNK + TAG)) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, index === finalChunk), {
      authTagLength: TAG,
    }).setAuthTag(piece.subarray(-TAG));
    const plain = Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()]);
    const offset = index * CHUNK;
    yield plain.subarray(Math.max(0, start - offset), Math.min(plain.length, end - offset));
    index += 1;
  }
  if (index !== last + 1) throw new Error('The stored value is shorter than it should be');
}
