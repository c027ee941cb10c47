import type * as NodeCrypto from 'node:crypto';
import type * as NodeZlib from 'node:zlib';
import type { Bytes } from '../primitives/binary.js';
import type { Cipher } from '../primitives/cipher.js';
import { crc32 } from '../primitives/crc32.js';
import { zipCrypto } from '../primitives/zipcrypto-cipher.js';
import type { Platform } from './contract.js';
import { deriveBeside } from './derive-beside.js';
import { loadKernels } from './load-kernels.js';

const SMALL_BYTES = 64 * 1024;

/**
 * Creates a platform from Node's own crypto and zlib, which are imported on first use. The `node` condition
 * of the imports in package.json selects this module.
 */
export async function loadPlatform(): Promise<Platform> {
  const [crypto, os, zlib, { Readable }, kernels] = await Promise.all([
    import('node:crypto'),
    import('node:os'),
    import('node:zlib'),
    import('node:stream'),
    loadKernels(),
  ]);

  /** Runs a transform in chunks. With `strict`, data after the end of the stream causes an error. */
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
      if (strict && transform.bytesWritten !== fed) throw new Error('There is data after the deflate stream');
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

  const threads = { slowness: 3, others: Math.min(os.availableParallelism() - 1, POOL_THREADS) };
  return {
    randomBytes: (length) => plain(crypto.randomBytes(length)),
    pbkdf2Sha1:
      kernels === undefined
        ? derive
        : deriveBeside(async (...wanted) => ({ key: derive(...wanted) }), kernels.pbkdf2Sha1, threads),
    beginHmacSha1: (key, bytes) => {
      const code = plain(crypto.createHmac('sha1', key).update(bytes).digest());
      return Promise.resolve({ code: Promise.resolve(code) });
    },
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
    // `zlib.crc32` is available since Node 20.15 and 22.2.
    crc32: 'crc32' in zlib ? (bytes, previous) => zlib.crc32(bytes, previous) : crc32,
    inflate: async (deflated, size) => {
      // Reserve one byte more than the expected output. This avoids a copy, and shows whether the output is
      // too long.
      const options = { chunkSize: Math.max(64, size + 1), maxOutputLength: size + 1, info: true };
      try {
        const { buffer, engine } = (size <= SMALL
          ? zlib.inflateRawSync(deflated, options)
          : await inflateBeside(zlib, deflated, options)) as unknown as InflateResult;
        if (engine.bytesWritten !== deflated.length)
          throw new Error('There is data after the deflate stream');
        return { bytes: plain(buffer) };
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
          return { bytes: new Uint8Array(size + 1) };
        }
        throw thrown;
      }
    },
    inflatePieces: (pieces) => through(pieces, zlib.createInflateRaw({ chunkSize: 64 * 1024 }), true),
    deflate: async (bytes) =>
      // For so few bytes, this thread finishes before another thread could even start.
      bytes.length <= SMALL_BYTES
        ? plain(zlib.deflateRawSync(bytes))
        : new Promise((resolve, reject) => {
            zlib.deflateRaw(bytes, (error, deflated) => {
              if (error === null) resolve(plain(deflated));
              else reject(error);
            });
          }),
    deflatePieces: (pieces) => through(pieces, zlib.createDeflateRaw({ chunkSize: 64 * 1024 }), false),
  };
}

/** Number of threads that libuv uses by default for such work. */
const POOL_THREADS = 4;
/** Size in bytes up to which it costs more to hand the work to another thread than to do it here. */
const SMALL = 1024 * 1024;

const inflateBeside = (
  zlib: typeof NodeZlib,
  deflated: Uint8Array,
  options: NodeZlib.ZlibOptions,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zlib.inflateRaw(deflated, options, (error, result) => {
      if (error === null) resolve(result);
      else reject(error);
    });
  });

/** The value that zlib returns with the option `info`. The types of zlib omit it. */
interface InflateResult {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/**
 * Returns the same bytes as a plain `Uint8Array`, because Buffer changes the meaning of `slice` and
 * `toString`.
 */
function plain(buffer: Buffer): Bytes {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.length);
}

const BLOCK = 16;
/**
 * Number of blocks per call. With 64 KiB per call, the calls cost little and all data stays in the
 * processor's cache.
 */
const BLOCKS = 4096;
const WORDS = BLOCK / 4;

/**
 * Creates a cipher in WinZip's counter mode. Writes the counter blocks itself and encrypts them in
 * electronic-codebook mode, because the platform's counter mode uses the opposite byte order.
 */
function aesCounter(crypto: typeof NodeCrypto, key: Uint8Array): Cipher {
  const cipher = crypto.createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  let counters = new Int32Array(0);
  let low = 1;
  let high = 0;
  let stream: Uint8Array = new Uint8Array(0);

  const refill = (length: number): void => {
    const words = WORDS * Math.min(BLOCKS, Math.ceil(length / BLOCK));
    if (counters.length < words) counters = new Int32Array(words);
    for (let word = 0; word < words; word += WORDS) {
      counters[word] = low;
      counters[word + 1] = high;
      low = (low + 1) | 0;
      if (low === 0) high++;
    }
    stream = cipher.update(counters.subarray(0, words));
  };

  return {
    apply: (from, to) => {
      for (let at = 0; at < from.length;) {
        if (stream.length === 0) refill(from.length - at);
        const piece = to.subarray(at, at + stream.length);
        piece.set(from.subarray(at, at + stream.length));
        xorInto(piece, stream);
        stream = stream.subarray(piece.length);
        at += piece.length;
      }
    },
  };
}

function xorInto(bytes: Uint8Array, stream: Uint8Array): void {
  let at = 0;
  if ((bytes.byteOffset | stream.byteOffset) % 4 === 0) {
    const count = (bytes.length >> 4) << 2;
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, count);
    const mask = new Int32Array(stream.buffer, stream.byteOffset, count);
    // Process one block per iteration, which takes half as long as processing one word per iteration.
    for (let word = 0; word < count; word += WORDS) {
      (words[word] as number) ^= mask[word] as number;
      (words[word + 1] as number) ^= mask[word + 1] as number;
      (words[word + 2] as number) ^= mask[word + 2] as number;
      (words[word + 3] as number) ^= mask[word + 3] as number;
    }
    at = 4 * count;
  }
  for (; at < bytes.length; at++) (bytes[at] as number) ^= stream[at] as number;
}
