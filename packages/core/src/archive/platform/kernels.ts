import { expandKey } from '../primitives/aes-key.js';
import type { Bytes } from '../primitives/binary.js';
import type { Cipher } from '../primitives/cipher.js';
import { zipCryptoKeys } from '../primitives/zipcrypto.js';
import type { Inflated } from './contract.js';
import base64 from './kernels-binary.js';

/** The functions that the WebAssembly kernels (`packages/core/assembly`) implement. */
export interface Kernels {
  aesCounter(key: Uint8Array): Cipher;
  zipDecipher(password: Uint8Array): Cipher;
  crc32(bytes: Uint8Array, previous?: number): number;
  /** See `Platform.inflate`. */
  inflate(deflated: Uint8Array, size: number, wantsChecksum: boolean): Inflated;
  inflatePieces(deflated: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes>;
  /** Derives a key. Returns undefined if the password, salt, or output is too long for the kernel. */
  pbkdf2Sha1(password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Bytes | undefined;
}

/** The exports of the WebAssembly module. Addresses refer to the module's memory. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly AES_SCHEDULE: WebAssembly.Global<'i32'>;
  readonly INPUT: WebAssembly.Global<'i32'>;
  readonly INPUT_SIZE: WebAssembly.Global<'i32'>;
  readonly OUTPUT: WebAssembly.Global<'i32'>;
  readonly WINDOW: WebAssembly.Global<'i32'>;
  readonly PBKDF2_KEY: WebAssembly.Global<'i32'>;
  readonly PBKDF2_SALT: WebAssembly.Global<'i32'>;
  readonly PBKDF2_OUTPUT: WebAssembly.Global<'i32'>;
  pbkdf2(saltLength: number, iterations: number): void;
  crcStart(): void;
  crcOf(start: number, length: number, previous: number): number;
  readonly ZIP_KEYS: WebAssembly.Global<'i32'>;
  zipStart(): void;
  zipDecrypt(length: number): void;
  aesStart(rounds: number, position: bigint): void;
  aesApply(length: number): void;
  inflateStart(): void;
  inflateRun(length: number, history: number, isFinal: boolean): 0 | 1 | 2 | 3;
  inflateUsed(): number;
  inflateReady(): number;
}

interface Instance {
  readonly run: KernelExports;
  readonly memory: Bytes;
  /** The cipher whose key is currently in the instance's memory. */
  cipher?: Cipher;
}

/**
 * Compiles the kernels. Rejects if WebAssembly or its SIMD instructions are missing, or if the page's policy
 * does not allow them.
 */
export async function compileKernels(): Promise<Kernels> {
  const binary = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const module = await WebAssembly.compile(binary);
  const instantiate = (): Instance => {
    const run = new WebAssembly.Instance(module).exports as unknown as KernelExports;
    return { run, memory: new Uint8Array(run.memory.buffer as ArrayBuffer) };
  };
  // Operations that run without interruption share this instance. Each stream has its own.
  const shared = instantiate();
  shared.run.crcStart();
  shared.run.zipStart();
  return {
    aesCounter: (key) => aesCounter(shared, key),
    zipDecipher: (password) => zipDecipher(shared, password),
    crc32: (bytes, previous) => crc32(shared, bytes, previous),
    inflate: (...wanted) => inflateWhole(shared, ...wanted),
    inflatePieces: (deflated) => inflatePieces(instantiate(), deflated),
    pbkdf2Sha1: (password, salt, iterations, length) =>
      password.length > 64 || salt.length > 51 || length > 80
        ? undefined
        : pbkdf2Sha1(shared, password, salt, iterations, length),
  };
}

function aesCounter(instance: Instance, key: Uint8Array): Cipher {
  const { run, memory } = instance;
  const schedule = expandKey(key);
  let position = 0;
  const cipher: Cipher = {
    apply: (from, to) => {
      if (instance.cipher !== cipher) {
        memory.set(new Uint8Array(schedule.buffer), run.AES_SCHEDULE.value);
        run.aesStart(schedule.length / 4 - 1, BigInt(position));
        instance.cipher = cipher;
      }
      throughInput(instance, run.aesApply, from, to);
      position += from.length;
    },
  };
  return cipher;
}

function zipDecipher(instance: Instance, password: Uint8Array): Cipher {
  const { run, memory } = instance;
  const keys = new Uint8Array(zipCryptoKeys(password).buffer);
  const address = run.ZIP_KEYS.value;
  return {
    apply: (from, to) => {
      memory.set(keys, address);
      throughInput(instance, run.zipDecrypt, from, to);
      keys.set(memory.subarray(address, address + keys.length));
    },
  };
}

/** Transforms `from` into `to` with a kernel that works in place on INPUT. */
function throughInput(
  { run, memory }: Instance,
  kernel: (length: number) => void,
  from: Uint8Array,
  to: Uint8Array,
): void {
  const input = run.INPUT.value;
  const room = run.INPUT_SIZE.value;
  for (let at = 0; at < from.length; at += room) {
    const piece = from.subarray(at, at + room);
    memory.set(piece, input);
    kernel(piece.length);
    to.set(memory.subarray(input, input + piece.length), at);
  }
}

function crc32({ run, memory }: Instance, bytes: Uint8Array, previous = 0): number {
  const room = run.INPUT_SIZE.value;
  let sum = previous;
  for (let at = 0; at < bytes.length; at += room) {
    const piece = bytes.subarray(at, at + room);
    memory.set(piece, run.INPUT.value);
    sum = run.crcOf(run.INPUT.value, piece.length, sum);
  }
  return sum >>> 0;
}

function pbkdf2Sha1(
  { run, memory }: Instance,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Bytes {
  const [key, output] = [run.PBKDF2_KEY.value, run.PBKDF2_OUTPUT.value];
  memory.fill(0, key, key + 64);
  memory.set(password, key);
  memory.set(salt, run.PBKDF2_SALT.value);
  run.pbkdf2(salt.length, iterations);
  const derived = memory.slice(output, output + length);
  memory.fill(0, key, key + 64);
  return derived;
}

const NEED_INPUT = 0;
const DONE = 2;
const BROKEN = 3;

function inflater({ run, memory }: Instance) {
  const [input, output, room, window] = [run.INPUT, run.OUTPUT, run.INPUT_SIZE, run.WINDOW].map(
    (global) => global.value,
  ) as [number, number, number, number];
  let left = 0;
  let history = 0;
  let isDone = false;
  run.inflateStart();

  /** Continues with `piece`. Each chunk that it yields is a view of memory that the next step overwrites. */
  return function* feed(piece: Uint8Array, isFinal: boolean): Generator<Uint8Array> {
    let at = 0;
    while (!isDone) {
      const added = Math.min(room - left, piece.length - at);
      memory.set(piece.subarray(at, at + added), input + left);
      at += added;
      left += added;
      const isEnd = isFinal && at === piece.length;
      const result = run.inflateRun(left, history, isEnd);
      if (result === BROKEN) throw new Error('The deflate stream is damaged');
      const used = run.inflateUsed();
      const ready = run.inflateReady();
      if (ready > history) yield memory.subarray(output + history, output + ready);
      const keep = Math.min(window, ready);
      memory.copyWithin(output, output + ready - keep, output + ready);
      history = keep;
      memory.copyWithin(input, input + used, input + left);
      left -= used;
      isDone = result === DONE;
      if (result === NEED_INPUT && at === piece.length) {
        if (isEnd) throw new Error('The deflate stream is truncated');
        return;
      }
    }
    if (left > 0 || at < piece.length) throw new Error('There is data after the deflate stream');
  };
}

function inflateWhole(
  instance: Instance,
  deflated: Uint8Array,
  size: number,
  wantsChecksum: boolean,
): Inflated {
  const whole = new Uint8Array(size);
  let length = 0;
  let checksum = 0;
  for (const piece of inflater(instance)(deflated, true)) {
    if (length + piece.length > size) return { bytes: new Uint8Array(size + 1) };
    whole.set(piece, length);
    length += piece.length;
    // Compute the checksum now, which is cheap because the chunk is still in the processor's cache.
    if (wantsChecksum) checksum = instance.run.crcOf(piece.byteOffset, piece.length, checksum) >>> 0;
  }
  const bytes = length === size ? whole : whole.subarray(0, length);
  return wantsChecksum ? { bytes, checksum } : { bytes };
}

async function* inflatePieces(
  instance: Instance,
  deflated: AsyncIterable<Uint8Array>,
): AsyncGenerator<Bytes> {
  const feed = inflater(instance);
  for await (const piece of deflated) {
    for (const inflated of feed(piece, false)) yield inflated.slice() as Bytes;
  }
  for (const inflated of feed(new Uint8Array(0), true)) yield inflated.slice() as Bytes;
}
