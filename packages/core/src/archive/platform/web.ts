import { Inflate } from 'fflate';
import { webCrypto } from '#archive/webcrypto';
import { type Bytes } from '../binary.js';
import { crc32 } from '../crc32.js';
import { hmacSha1 } from '../sha1.js';
import type { Platform } from './contract.js';
import { deriveBeside } from './derive-beside.js';
import type { Kernels } from './kernels.js';
import { loadKernels } from './load-kernels.js';

/** Browsers and workers: WebCrypto, WebAssembly and compression streams where there are any. */
export async function loadPlatform(): Promise<Platform> {
  const kernels = await loadKernels();
  return kernels === undefined ? withoutKernels() : withKernels(kernels);
}

const common = {
  randomBytes: (length: number) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
  beginHmacSha1,
  hmacSha1: (key: Uint8Array) => hmacSha1(key)(),
  deflate: (bytes: Uint8Array) => gather(deflatePieces(one(bytes)), bytes.length),
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

/** Browsers have one thread for all keys, and not every page has WebCrypto. */
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

/** Up to this size, in bytes, two turns of WebCrypto take longer than the work. */
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
  // It copies the bytes before it returns (Web Cryptography API, 14.3.3), and goes on with the copy on another thread.
  return { code: subtle.sign('HMAC', imported, own(bytes)).then((code) => new Uint8Array(code)) };
}

/** WebCrypto and the streams take no view of shared memory. */
function own(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

const hasStreams = typeof DecompressionStream === 'function' && acceptsRaw();

/** Safari before 16.4 has the stream without the format. */
function acceptsRaw(): boolean {
  try {
    new DecompressionStream('deflate-raw');
    return true;
  } catch {
    return false;
  }
}

function inflatePieces(deflated: AsyncIterable<Uint8Array>): AsyncIterable<Bytes> {
  return hasStreams ? through(deflated, new DecompressionStream('deflate-raw')) : inflateByScript(deflated);
}

async function* inflateByScript(deflated: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  let ready: Bytes[] = [];
  const inflater = new Inflate((piece) => ready.push(piece as Bytes));
  for await (const piece of deflated) {
    inflater.push(piece);
    yield* ready;
    ready = [];
  }
  inflater.push(new Uint8Array(0), true);
  yield* ready;
}

/** Without compression streams nothing is compressed: an archive may store what it holds. */
async function* deflatePieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  yield* through(bytes, new CompressionStream('deflate-raw'));
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
  // The stream's own error reaches the reader; this keeps the source's.
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

/** Stops after the first byte too many. */
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
