import type * as NodeCrypto from 'node:crypto';
import type * as NodeZlib from 'node:zlib';
import type { Bytes } from '../binary.js';
import type { Cipher } from '../cipher.js';
import { crc32 } from '../crc32.js';
import { zipCrypto } from '../zipcrypto-cipher.js';
import type { Platform } from './contract.js';
import { loadKernels } from './kernels.js';

/** Node's own crypto and zlib, imported when first needed; chosen by the `node` condition of package.json's imports. */
export async function loadPlatform(): Promise<Platform> {
  const [crypto, zlib, { Readable }, kernels] = await Promise.all([
    import('node:crypto'),
    import('node:zlib'),
    import('node:stream'),
    loadKernels(),
  ]);

  /** Runs a piecewise transform; `strict` rejects what follows the end of the data. */
  async function* through(
    pieces: AsyncIterable<Uint8Array>,
    transform: NodeZlib.InflateRaw | NodeZlib.DeflateRaw,
    strict: boolean,
  ): AsyncGenerator<Bytes> {
    let fed = 0;
    const counted = async function* () {
      for await (const piece of pieces) {
        fed += piece.length;
        yield piece;
      }
    };
    const input = Readable.from(counted(), { objectMode: true, highWaterMark: 1 });
    input.on('error', (error) => transform.destroy(error));
    try {
      for await (const piece of input.pipe(transform) as AsyncIterable<Buffer>) yield plain(piece);
      if (strict && transform.bytesWritten !== fed) throw new Error('Something follows the deflate stream');
    } finally {
      input.destroy();
      transform.destroy();
    }
  }

  const derive: Platform['pbkdf2Sha1'] = (password, salt, iterations, length) =>
    new Promise((resolve, reject) => {
      crypto.pbkdf2(password, salt, iterations, length, 'sha1', (error, key) => {
        if (error === null) resolve(plain(key));
        else reject(error);
      });
    });

  return {
    randomBytes: (length) => plain(crypto.randomBytes(length)),
    // Twice as fast as the platform's own, even where that has another thread.
    pbkdf2Sha1: async (...wanted) => kernels?.pbkdf2Sha1(...wanted) ?? derive(...wanted),
    hmacSha1Of: (key, bytes) => Promise.resolve(plain(crypto.createHmac('sha1', key).update(bytes).digest())),
    hmacSha1: (key) => {
      const hmac = crypto.createHmac('sha1', key);
      return {
        update: (bytes) => {
          hmac.update(bytes);
        },
        digest: () => plain(hmac.digest()),
      };
    },
    aesCounter: (key) => aesCounter(crypto, key),
    zipDecipher: kernels?.zipDecipher ?? ((password) => zipCrypto(password, 'decrypt')),
    // Since 20.15 and 22.2.
    crc32: 'crc32' in zlib ? (bytes, previous) => zlib.crc32(bytes, previous) : crc32,
    inflate: (deflated, size) =>
      new Promise((resolve, reject) => {
        if (kernels !== undefined && size <= SMALL) {
          resolve(kernels.inflate(deflated, size));
          return;
        }
        // One piece of output, one byte longer than it should be: no copy, and what is too long shows.
        const options = { chunkSize: Math.max(64, size + 1), maxOutputLength: size + 1, info: true };
        zlib.inflateRaw(deflated, options, (error, result) => {
          if (error !== null) {
            reject(error);
            return;
          }
          const { buffer, engine } = result as unknown as InflateResult;
          if (engine.bytesWritten === deflated.length) resolve(plain(buffer));
          else reject(new Error('Something follows the deflate stream'));
        });
      }),
    inflatePieces: (pieces) => through(pieces, zlib.createInflateRaw({ chunkSize: 64 * 1024 }), true),
    deflate: (bytes) =>
      new Promise((resolve, reject) => {
        zlib.deflateRaw(bytes, (error, deflated) => {
          if (error === null) resolve(plain(deflated));
          else reject(error);
        });
      }),
    deflatePieces: (pieces) => through(pieces, zlib.createDeflateRaw({ chunkSize: 64 * 1024 }), false),
  };
}

/** Up to this size, handing the work to another thread costs more than the work. */
const SMALL = 1024 * 1024;

/** What zlib gives with `info`, which its types leave out. */
interface InflateResult {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Without Buffer's methods, which change what `slice` and `toString` mean. */
function plain(buffer: Buffer): Bytes {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.length);
}

const BLOCK = 16;
const BLOCKS = 8192;

/**
 * The counter blocks are laid out by hand and encrypted in electronic-codebook mode, 128 KiB a call: the platform's own
 * counter mode counts from the other end.
 */
function aesCounter(crypto: typeof NodeCrypto, key: Uint8Array): Cipher {
  const cipher = crypto.createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  const counters = new Uint32Array((BLOCKS * BLOCK) / 4);
  const counterBytes = new Uint8Array(counters.buffer);
  let nextCounter = 1;
  let stream = new Uint8Array(0);

  const refill = (length: number): void => {
    const blocks = Math.min(BLOCKS, Math.ceil(length / BLOCK));
    for (let block = 0; block < blocks; block++, nextCounter++) {
      counters[4 * block] = nextCounter;
      counters[4 * block + 1] = nextCounter / 0x1_0000_0000;
    }
    stream = plain(cipher.update(counterBytes.subarray(0, blocks * BLOCK)));
  };

  return {
    apply: (from, to) => {
      for (let at = 0; at < from.length;) {
        if (stream.length === 0) refill(from.length - at);
        const length = Math.min(stream.length, from.length - at);
        const piece = to.subarray(at, at + length);
        piece.set(from.subarray(at, at + length));
        xorInto(piece, stream);
        stream = stream.subarray(length);
        at += length;
      }
    },
  };
}

function xorInto(bytes: Uint8Array, stream: Uint8Array): void {
  let at = 0;
  if ((bytes.byteOffset | stream.byteOffset) % 4 === 0) {
    const count = bytes.length >> 2;
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, count);
    const mask = new Int32Array(stream.buffer, stream.byteOffset, count);
    for (let word = 0; word < count; word++) words[word] = (words[word] as number) ^ (mask[word] as number);
    at = 4 * count;
  }
  for (; at < bytes.length; at++) bytes[at] = (bytes[at] as number) ^ (stream[at] as number);
}
