import { type Bytes, equalBytes } from './primitives/binary.js';
import type { Cipher } from './primitives/cipher.js';
import type { Coding } from './coding.js';
import type { DirectoryRecord } from './directory.js';
import { corrupt, failure, throwIfAborted } from './failure.js';
import { type ArchiveLimits, RATIO_FLOOR } from './limits.js';
import { locateData } from './local-header.js';
import type { Platform } from './platform/contract.js';
import { readPieces, type Source } from './source.js';
import {
  AES_AUTHENTICATION,
  AES_VERIFIER,
  aesOverhead,
  type AesKeys,
  deriveAesKeys,
  saltLength,
} from './winzip-aes.js';
import { MhbError } from '../error.js';
import { ZIPCRYPTO_HEADER } from './primitives/zipcrypto.js';

/** Everything that is needed to read one entry. */
export interface ReadableRecord {
  readonly record: DirectoryRecord;
  readonly coding: Coding;
  readonly source: Source;
  readonly platform: Platform;
  readonly limits: ArchiveLimits;
  /** Offset at which the next entry or the directory starts. This entry's data must end before it. */
  readonly end: number;
}

/**
 * The key derived from a password for one entry. The key's check bytes match, but that proves little; see
 * `proof`.
 */
export interface EntryKey {
  readonly cipher: () => Cipher;
  /** Number of bytes before and after the encrypted data. */
  readonly before: number;
  readonly after: number;
  /** AES only. */
  readonly authentication?: Bytes;
}

const noKey: EntryKey = {
  cipher: () => ({
    apply: (from, to) => {
      to.set(from);
    },
  }),
  before: 0,
  after: 0,
};

/** An entry's content, and whether reading it proves that the password is correct. */
export interface Read {
  readonly bytes: Bytes;
  readonly proof: boolean;
}

export const isLocked = ({ record, coding }: ReadableRecord): boolean =>
  coding.encryption !== 'none' && record.compressedSize > 0;

/** Throws if the entry cannot or must not be read, before reading anything. */
export function rejectUnreadable({ record, coding, limits }: ReadableRecord): void {
  if (coding.encryption === 'strong') throw failure('strong-encryption', 'Encrypted with strong encryption');
  if (coding.compression === 'unsupported') {
    throw failure('unsupported-method', 'Compressed with an unsupported method', { method: coding.method });
  }
  if (record.size > limits.entryBytes) {
    throw failure('limit-exceeded', 'The entry is too large', {
      bytes: record.size,
      limit: limits.entryBytes,
    });
  }
  if (record.size > RATIO_FLOOR && record.size > record.compressedSize * limits.ratio) {
    throw failure('limit-exceeded', 'The compression ratio of the entry is too high', {
      limit: limits.ratio,
    });
  }
}

/**
 * Returns the key derived from one form of the password, or undefined if the check bytes show that the password
 * is wrong.
 */
export async function keyFor(
  readable: ReadableRecord,
  password: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<EntryKey | undefined> {
  const { coding } = readable;
  if (!isLocked(readable)) return noKey;
  return coding.aes === undefined
    ? zipCryptoKey(readable, password, signal)
    : aesKey(readable, coding.aes.bits, password, signal);
}

async function zipCryptoKey(
  readable: ReadableRecord,
  password: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<EntryKey | undefined> {
  const { record, source, platform } = readable;
  if (record.compressedSize < ZIPCRYPTO_HEADER)
    throw corrupt('The entry is too short to contain its encryption header');
  const start = await dataStart(readable, signal);
  const locked = await source.read(start, ZIPCRYPTO_HEADER, signal);
  const header = new Uint8Array(ZIPCRYPTO_HEADER);
  const cipher = (): Cipher => {
    const fresh = platform.zipDecipher(password);
    fresh.apply(locked, header);
    return fresh;
  };
  cipher();
  const check = header[ZIPCRYPTO_HEADER - 1];
  // According to the specification, the check byte comes from the time if a data descriptor follows, and from
  // the CRC otherwise. Some writers confuse the two, so accept either.
  const fits = check === record.crc >>> 24 || check === ((record.dosTime >>> 8) & 0xff);
  return fits ? { cipher, before: ZIPCRYPTO_HEADER, after: 0 } : undefined;
}

const dataStarts = new WeakMap<DirectoryRecord, number>();

/**
 * Returns the offset at which the data starts. The result is stored, because reading an encrypted entry needs
 * it three times and finding it takes two reads of the header.
 */
async function dataStart(
  { record, source, end }: ReadableRecord,
  signal: AbortSignal | undefined,
): Promise<number> {
  const start = dataStarts.get(record) ?? (await locateData(source, record, end, signal));
  dataStarts.set(record, start);
  return start;
}

/**
 * Keys derived for password checks. They are reused for reading, because deriving a key takes a millisecond
 * per entry.
 */
const derivedKeys = new WeakMap<
  DirectoryRecord,
  { readonly password: Uint8Array; readonly keys: Promise<AesKeys> }
>();

async function aesKey(
  readable: ReadableRecord,
  bits: 128 | 192 | 256,
  password: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<EntryKey | undefined> {
  const { record, source, platform } = readable;
  if (record.compressedSize < aesOverhead(bits))
    throw corrupt('The entry is too short to contain its encryption header');
  const before = saltLength(bits) + AES_VERIFIER;
  const start = await dataStart(readable, signal);
  const header = await source.read(start, before, signal);
  let derived = derivedKeys.get(record);
  if (derived === undefined || !equalBytes(derived.password, password)) {
    const salt = header.slice(0, saltLength(bits));
    derived = { password, keys: deriveAesKeys(platform, password, salt, bits) };
    derivedKeys.set(record, derived);
  }
  const { encryption, authentication, verifier } = await derived.keys;
  if (!equalBytes(verifier, header.subarray(saltLength(bits)))) return undefined;
  return { cipher: () => platform.aesCounter(encryption), before, after: AES_AUTHENTICATION, authentication };
}

/**
 * Reads a whole entry and returns it after all checks. Throws `archive-corrupt` or `archive-size-disagrees`
 * if a check fails.
 */
export async function readWhole(
  readable: ReadableRecord,
  key: EntryKey,
  signal: AbortSignal | undefined,
): Promise<Read> {
  const { record, source, platform } = readable;
  if (record.compressedSize === 0 && record.size === 0) {
    return { bytes: checkedSum(readable, new Uint8Array(0)), proof: false };
  }
  const start = await dataStart(readable, signal);
  const data = await source.read(start, record.compressedSize, signal);
  const locked = data.subarray(key.before, data.length - key.after);
  const begun =
    key.authentication === undefined ? undefined : await platform.beginHmacSha1(key.authentication, locked);
  throwIfAborted(signal);
  // Decrypt while the authentication code is being computed, but use the result only if the code matches.
  const opened = openWhole(readable, key, locked);
  if (begun !== undefined) {
    const code = await begun.code;
    throwIfAborted(signal);
    if (!equalBytes(code.subarray(0, AES_AUTHENTICATION), data.subarray(data.length - key.after))) {
      throw corrupt('The authentication code does not match');
    }
  }
  const bytes = await decodeWhole(readable, opened);
  throwIfAborted(signal);
  return { bytes, proof: key.authentication !== undefined || record.size > 0 };
}

/** Decrypts the data. Leaves the caller's bytes unchanged and returns stored data as a copy. */
function openWhole({ coding, source }: ReadableRecord, key: EntryKey, locked: Uint8Array): Uint8Array {
  if (key === noKey && coding.compression !== 'stored') return locked;
  const opened = source.fresh ? locked : new Uint8Array(locked.length);
  key.cipher().apply(locked, opened);
  return opened;
}

async function decodeWhole(readable: ReadableRecord, opened: Uint8Array): Promise<Bytes> {
  const { record, coding, platform } = readable;
  if (coding.compression === 'stored') {
    if (opened.length !== record.size) throw sizeDisagrees();
    return checkedSum(readable, opened as Bytes);
  }
  const { bytes, checksum } = await platform
    .inflate(opened, record.size, hasChecksum(coding))
    .catch((cause: unknown) => {
      throw corrupt('The compressed data is damaged', cause);
    });
  if (bytes.length !== record.size) throw sizeDisagrees();
  return checkedSum(readable, bytes, checksum);
}

const sizeDisagrees = () => failure('archive-size-disagrees', 'The entry is not as long as declared');

/** AE-2 stores no CRC, because the authentication code is a stronger check. */
const hasChecksum = (coding: Coding): boolean => coding.aes?.version !== 2;

function checkedSum({ record, coding, platform }: ReadableRecord, bytes: Bytes, checksum?: number): Bytes {
  if (hasChecksum(coding) && (checksum ?? platform.crc32(bytes)) !== record.crc) {
    throw corrupt('The checksum does not match');
  }
  return bytes;
}

/**
 * Checks whether the authentication code matches. Returns undefined if there is no code. Reads the data once
 * without keeping it.
 */
export async function isAuthentic(
  readable: ReadableRecord,
  key: EntryKey,
  signal: AbortSignal | undefined,
): Promise<boolean | undefined> {
  if (key.authentication === undefined) return undefined;
  const { record, source, platform } = readable;
  const start = await dataStart(readable, signal);
  const hmac = platform.hmacSha1(key.authentication);
  const length = record.compressedSize - key.before - key.after;
  for await (const piece of readPieces(source, start + key.before, length, signal)) hmac.update(piece);
  const expected = await source.read(start + key.before + length, key.after, signal);
  return equalBytes(hmac.digest().subarray(0, AES_AUTHENTICATION), expected);
}

/**
 * Yields an entry in chunks, using constant memory. The last check comes after the last chunk, so the stream
 * of a damaged entry ends with an error.
 */
export async function* readPiecewise(
  readable: ReadableRecord,
  key: EntryKey,
  signal: AbortSignal | undefined,
): AsyncGenerator<Bytes> {
  const { record, coding, source, platform } = readable;
  const start = await dataStart(readable, signal);
  const length = record.compressedSize - key.before - key.after;
  const hmac = key.authentication === undefined ? undefined : platform.hmacSha1(key.authentication);
  const cipher = key.cipher();
  const opened = async function* () {
    for await (const piece of readPieces(source, start + key.before, length, signal)) {
      hmac?.update(piece);
      const plain = source.fresh ? piece : new Uint8Array(piece.length);
      cipher.apply(piece, plain);
      yield plain;
    }
  };
  let size = 0;
  let crc = 0;
  const pieces = coding.compression === 'stored' ? opened() : platform.inflatePieces(opened());
  try {
    for await (const piece of pieces) {
      throwIfAborted(signal);
      size += piece.length;
      if (size > record.size) throw sizeDisagrees();
      if (hasChecksum(coding)) crc = platform.crc32(piece, crc);
      yield piece as Bytes;
    }
  } catch (thrown) {
    throw thrown instanceof MhbError ? thrown : corrupt('The compressed data is damaged', thrown);
  }
  if (size !== record.size) throw sizeDisagrees();
  if (hasChecksum(coding) && crc !== record.crc) throw corrupt('The checksum does not match');
  if (hmac !== undefined) {
    const expected = await source.read(start + key.before + length, key.after, signal);
    if (!equalBytes(hmac.digest().subarray(0, AES_AUTHENTICATION), expected)) {
      throw corrupt('The authentication code does not match');
    }
  }
}

const PROBE = { input: 4096, piece: 64, output: 128 } as const;

/**
 * Checks whether the beginning of the entry is plausible when decrypted with this key. With a wrong key the
 * data is noise, on which inflate fails within a few bytes, whereas damage at a later point leaves the
 * beginning intact. If the check bytes match but the whole entry does not, this distinguishes “wrong
 * password” from “damaged”. The result only affects the error message; no data is released because of it.
 * Returns undefined if the check is inconclusive, because stored data that is not text looks like noise.
 */
export async function looksRight(
  readable: ReadableRecord,
  key: EntryKey,
  signal: AbortSignal | undefined,
): Promise<boolean | undefined> {
  const { record, coding, source, platform } = readable;
  if (coding.compression === 'unsupported') return undefined;
  const start = await dataStart(readable, signal);
  const length = Math.min(record.compressedSize - key.before - key.after, PROBE.input);
  const opened = new Uint8Array(length);
  key.cipher().apply(await source.read(start + key.before, length, signal), opened);
  if (coding.compression === 'stored') return isText(opened) ? true : undefined;
  const pieces = async function* () {
    for (let at = 0; at < length; at += PROBE.piece) yield opened.subarray(at, at + PROBE.piece);
  };
  let size = 0;
  try {
    for await (const piece of platform.inflatePieces(pieces())) {
      size += piece.length;
      if (size >= PROBE.output) return true;
    }
    return size === record.size;
  } catch {
    return false;
  }
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }).includes('\0');
  } catch {
    return false;
  }
}
