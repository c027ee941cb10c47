import { webCrypto } from '#web-crypto';
import { type Bytes } from '../primitives/binary.js';
import { crc32 } from '../primitives/crc32.js';
import { hmacSha1 } from '../primitives/sha1.js';
import type { Platform } from './contract.js';
import { deriveBeside } from './derive-beside.js';
import type { Kernels } from './kernels.js';
import { loadKernels } from './load-kernels.js';

/**
 * Creates a platform for browsers and workers from WebCrypto, WebAssembly and compression streams, if these
 * are available.
 */
export async function loadPlatform(): Promise<Platform> {
  const kernels = await loadKernels();
  return kernels === undefined ? withoutKernels() : withKernels(kernels);
}

const common = {
  randomBytes: (length: number) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
  beginHmacSha1,
  hmacSha1: (key: Uint8Array) => hmacSha1(key)(),
  deflate,
  deflatePieces,
};

function withKernels(kernels: Kernels): Platform {
  return {
    ...common,
    pbkdf2Sha1: deriveBeside(begin, kernels.pbkdf2Sha1, threads),
    aesCounter: kernels.aesCounter,
    zipDecipher: kernels.zipDecipher,
    crc32: kernels.crc32,
    inflate: async (...wanted) => kernels.inflate(...wanted),
    inflatePieces: kernels.inflatePieces,
  };
}

export async function withoutKernels(): Promise<Platform> {
  const { aesCounter, zipCrypto } = await import('./by-script.js');
  return {
    ...common,
    pbkdf2Sha1: async (...wanted) => (await begin(...wanted)).key,
    aesCounter,
    crc32,
    zipDecipher: (password) => zipCrypto(password, 'decrypt'),
    inflate: async (deflated, size) => ({ bytes: await gather(inflatePieces(one(deflated)), size) }),
    inflatePieces,
  };
}

/** Browsers derive all keys on a single other thread, and some pages have no WebCrypto. */
const threads = {
  slowness: 2,
  others: webCrypto === undefined || globalThis.navigator?.hardwareConcurrency === 1 ? 0 : 1,
};

async function begin(
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Promise<{ readonly key: Promise<Bytes> }> {
  if (webCrypto === undefined) {
    const { pbkdf2Sha1 } = await import('./by-script.js');
    return { key: Promise.resolve(pbkdf2Sha1(password, salt, iterations, length)) };
  }
  const { subtle } = webCrypto;
  const key = await subtle.importKey('raw', own(password), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-1', salt: own(salt), iterations };
  return { key: subtle.deriveBits(algorithm, key, length * 8).then((bits) => new Uint8Array(bits)) };
}

/** Size in bytes up to which two WebCrypto calls take longer than the work itself. */
const SMALL = 8 * 1024;

async function beginHmacSha1(key: Uint8Array, bytes: Uint8Array): Promise<{ readonly code: Promise<Bytes> }> {
  if (webCrypto === undefined || bytes.length <= SMALL) {
    const hmac = hmacSha1(key)();
    hmac.update(bytes);
    return { code: Promise.resolve(hmac.digest()) };
  }
  const { subtle } = webCrypto;
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const imported = await subtle.importKey('raw', own(key), algorithm, false, ['sign']);
  // WebCrypto copies the bytes before it returns (Web Cryptography API, 14.3.3) and uses the copy on another thread.
  return { code: subtle.sign('HMAC', imported, own(bytes)).then((code) => new Uint8Array(code)) };
}

/** Copies views of shared memory, because WebCrypto and the streams do not accept them. */
function own(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

function inflatePieces(deflated: AsyncIterable<Uint8Array>): AsyncIterable<Bytes> {
  return through(deflated, new DecompressionStream('deflate-raw'));
}

function deflatePieces(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Bytes> {
  return through(bytes, new CompressionStream('deflate-raw'));
}

/**
 * Size in bytes up to which fflate compresses an entry faster than a compression stream starts. Microseconds
 * per entry in Chromium 15x on two cores (fflate / stream): 512 B 56 / 143, 2 KiB 56 / 280, 4 KiB 173 / 179,
 * 6 KiB 457 / 275, 16 KiB 1,099 / 580. Decompression always uses the stream, because fflate does not report
 * data after the end, and checking for such data would cost as much as fflate saves.
 */
const SMALL_BYTES = 4 * 1024;

async function deflate(bytes: Uint8Array): Promise<Bytes> {
  if (bytes.length > SMALL_BYTES) return gather(deflatePieces(one(bytes)), bytes.length);
  // Import fflate only here, because only pages that create archives need it.
  const { deflateSync } = await import('fflate');
  return deflateSync(bytes) as Bytes;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* through(
  pieces: AsyncIterable<Uint8Array>,
  transform: CompressionStream | DecompressionStream,
): AsyncGenerator<Bytes> {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  // Preserve the source's error, because otherwise the reader would get the stream's own error.
  let failed: { readonly with: unknown } | undefined;
  const feeding = (async () => {
    for await (const piece of pieces) await writer.write(own(piece));
    await writer.close();
  })().catch(async (thrown: unknown) => {
    failed = { with: thrown };
    await writer.abort(thrown).catch(() => undefined);
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value as Bytes;
    }
    await feeding;
  } catch (thrown) {
    await feeding;
    throw failed?.with ?? thrown;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Collects the chunks, and stops at the first byte beyond `size`. */
async function gather(pieces: AsyncIterable<Uint8Array>, size: number): Promise<Bytes> {
  const whole = new Uint8Array(size + 1);
  let length = 0;
  for await (const piece of pieces) {
    const room = Math.min(piece.length, whole.length - length);
    whole.set(piece.subarray(0, room), length);
    length += room;
    if (length > size) break;
  }
  return whole.subarray(0, length);
}
