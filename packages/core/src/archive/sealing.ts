import { loadPlatform } from '#archive/platform';
import { type Bytes, concat, pack } from './primitives/binary.js';
import type { Cipher } from './primitives/cipher.js';
import { toDosTime } from './dos-time.js';
import { failure, throwIfAborted } from './failure.js';
import {
  MAX_U16,
  MAX_U32,
  EXTRA_EXTENDED_TIMESTAMP,
  EXTRA_ZIP64,
  FLAG_DATA_DESCRIPTOR,
  FLAG_ENCRYPTED,
  FLAG_UTF8,
  METHOD_AES,
  METHOD_DEFLATE,
  METHOD_STORED,
  SIGNATURE_CENTRAL,
  SIGNATURE_DATA_DESCRIPTOR,
  SIGNATURE_END,
  SIGNATURE_LOCAL,
  SIGNATURE_ZIP64_END,
  SIGNATURE_ZIP64_LOCATOR,
  SIZE_ZIP64_END,
} from './format.js';
import { foldName, nameProblems } from './names.js';
import { passwordCandidates } from './password.js';
import type { Platform } from './platform/contract.js';
import type { Hmac } from './primitives/sha1.js';
import type { SealEntries, SealEntryBase, SealMethod, SealOptions } from './seal-options.js';
import { piecesOf } from './streams.js';
import { aesField, aesOverhead, AES_AUTHENTICATION, deriveAesKeys, saltLength } from './winzip-aes.js';
import { zipCrypto } from './primitives/zipcrypto-cipher.js';
import { ZIPCRYPTO_HEADER } from './primitives/zipcrypto.js';

/** What the directory needs to know about an entry after all entries have been written. */
interface Sealed {
  readonly rawName: Bytes;
  readonly flags: number;
  readonly versionNeeded: number;
  readonly method: number;
  readonly modifiedAt: Date;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly extra: Bytes;
  readonly isDirectory: boolean;
}

interface Sealer {
  readonly platform: Platform;
  readonly password: Uint8Array | undefined;
  readonly method: SealMethod;
  readonly random: (length: number) => Promise<Bytes>;
  readonly now: () => Date;
  readonly count: (length: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** The time of each entry if a seed is given. DOS times cannot represent earlier years. */
const EPOCH = new Date(Date.UTC(1979, 11, 31, 16));

/** Yields the archive in chunks. Keeps only the data that the directory needs. */
export async function* seal(entries: SealEntries, options: SealOptions): AsyncGenerator<Uint8Array> {
  const platform = await loadPlatform();
  const sealMethod = options.method ?? 'aes-256';
  const [password] = options.password === undefined ? [] : passwordCandidates(options.password);
  if (sealMethod !== 'none' && (password === undefined || password.length === 0)) {
    throw failure('password-required', 'A sealed archive needs a password');
  }
  let loaded = 0;
  const sealer: Sealer = {
    platform,
    password,
    method: sealMethod,
    random:
      options.seed === undefined
        ? (length) => Promise.resolve(platform.randomBytes(length))
        : seeded(platform, options.seed),
    now: options.seed === undefined ? (options.now ?? (() => new Date())) : () => EPOCH,
    count: (length) => {
      loaded += length;
      options.onProgress?.({ loaded });
    },
    signal: options.signal,
  };
  const names = new Set<string>();
  const sealed: Sealed[] = [];
  let offset = 0;
  for await (const entry of entries) {
    throwIfAborted(options.signal);
    rejectName(entry.name, names);
    const pieces = 'bytes' in entry ? sealBytes(sealer, entry, offset) : sealStream(sealer, entry, offset);
    for (;;) {
      const { done, value } = await pieces.next();
      if (done === true) {
        sealed.push(value);
        break;
      }
      throwIfAborted(options.signal);
      offset += value.length;
      yield value;
    }
  }
  const directory = sealed.map(centralRecord);
  yield* directory;
  yield endRecords(
    sealed.length,
    directory.reduce((sum, { length }) => sum + length, 0),
    offset,
  );
}

function rejectName(name: string, names: Set<string>): void {
  if (nameProblems(name).length > 0) throw failure('archive-name-unsafe', 'A name is not a safe path');
  const folded = foldName(name);
  if (names.has(folded)) throw failure('archive-name-duplicate', 'Two entries have the same name');
  names.add(folded);
}

/**
 * Derives a stream of bytes from a seed, as HMAC-SHA1 over a counter. Do not use it for secrets, because
 * anyone who knows the seed can compute it.
 */
function seeded(platform: Platform, seed: string): (length: number) => Promise<Bytes> {
  const key = new TextEncoder().encode(seed);
  let counter = 0;
  return async (length) => {
    const parts: Uint8Array[] = [];
    for (let made = 0; made < length; made += 20) {
      const hmac = platform.hmacSha1(key);
      hmac.update(pack([8, counter++]));
      parts.push(hmac.digest());
    }
    return concat(parts).slice(0, length);
  };
}

/**
 * The encryption of one entry: the bytes before the data, the function that encrypts the data, and the bytes
 * after the data.
 */
interface Lock {
  readonly before: Bytes;
  readonly lock: (bytes: Uint8Array) => Bytes;
  readonly after: () => Bytes;
}

async function newLock(sealer: Sealer, checkByte: number): Promise<Lock> {
  const { platform, password, method, random } = sealer;
  if (method === 'none' || password === undefined) {
    return { before: new Uint8Array(0), lock: (bytes) => bytes.slice(), after: () => new Uint8Array(0) };
  }
  if (method === 'zipcrypto') {
    const header = await random(ZIPCRYPTO_HEADER);
    header[ZIPCRYPTO_HEADER - 1] = checkByte;
    const lock = applying(zipCrypto(password, 'encrypt'));
    return { before: lock(header), lock, after: () => new Uint8Array(0) };
  }
  const bits = aesBits(method);
  // The salt must never repeat. The counter starts at 1 for every entry, so a repeated salt would give two
  // files the same keystream.
  const salt = await random(saltLength(bits));
  const keys = await deriveAesKeys(platform, password, salt, bits);
  const cipher = applying(platform.aesCounter(keys.encryption));
  const hmac: Hmac = platform.hmacSha1(keys.authentication);
  return {
    before: concat([salt, keys.verifier]),
    lock: (bytes) => {
      const locked = cipher(bytes);
      hmac.update(locked);
      return locked;
    },
    after: () => hmac.digest().slice(0, AES_AUTHENTICATION),
  };
}

const applying =
  (cipher: Cipher) =>
  (bytes: Uint8Array): Bytes => {
    const locked = new Uint8Array(bytes.length);
    cipher.apply(bytes, locked);
    return locked;
  };

const aesBits = (method: `aes-${128 | 192 | 256}`): 128 | 192 | 256 =>
  method === 'aes-256' ? 256 : method === 'aes-192' ? 192 : 128;

const isAes = (method: SealMethod): method is `aes-${128 | 192 | 256}` =>
  method !== 'none' && method !== 'zipcrypto';

const overhead = (method: SealMethod): number =>
  isAes(method) ? aesOverhead(aesBits(method)) : method === 'zipcrypto' ? ZIPCRYPTO_HEADER : 0;

/**
 * Writes content that is complete. The local header contains the sizes and the checksum, so no data
 * descriptor follows.
 */
async function* sealBytes(
  sealer: Sealer,
  entry: SealEntryBase & { readonly bytes: Uint8Array },
  offset: number,
): AsyncGenerator<Bytes, Sealed> {
  const { platform } = sealer;
  const isDirectory = entry.name.endsWith('/');
  const content = entry.bytes;
  if (isDirectory && content.length > 0) throw failure('archive-name-unsafe', 'A folder has no content');
  const deflated = entry.store === true || content.length === 0 ? content : await platform.deflate(content);
  const smaller = deflated.length < content.length;
  // Neither a folder nor an empty file has anything to encrypt. However, other programs expect an empty file
  // to be encrypted like the other files.
  const own = isDirectory ? { ...sealer, method: 'none' as const } : sealer;
  const crc = platform.crc32(content);
  const data = smaller ? deflated : content;
  const lock = await newLock(own, crc >>> 24);
  const header = describe(own, entry, {
    offset,
    crc: isAes(own.method) ? 0 : crc,
    size: content.length,
    compressedSize: data.length + overhead(own.method),
    method: smaller ? METHOD_DEFLATE : METHOD_STORED,
    flags: 0,
    isDirectory,
  });
  yield localHeader(header, header, false);
  yield lock.before;
  for (let at = 0; at < data.length; at += PIECE) yield lock.lock(data.subarray(at, at + PIECE));
  yield lock.after();
  sealer.count(content.length);
  return header;
}

const PIECE = 1024 * 1024;
/**
 * Checks whether an entry of this size is certain to stay below 4 GiB. Deflate adds at most 5 bytes per 16
 * kB, and the rest of the margin covers encryption and headers.
 */
const fitsU32 = (size: number): boolean => size + size / 1000 + 1024 < MAX_U32;

/**
 * Writes content that is produced on demand. The sizes and the checksum follow in a data descriptor (4.3.9),
 * so that memory use stays constant.
 */
async function* sealStream(
  sealer: Sealer,
  entry: SealEntryBase & {
    readonly stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
    readonly size?: number;
  },
  offset: number,
): AsyncGenerator<Bytes, Sealed> {
  const { platform } = sealer;
  if (entry.name.endsWith('/')) throw failure('archive-name-unsafe', 'A folder has no content');
  const wide = entry.size !== undefined && !fitsU32(entry.size);
  const base = {
    offset,
    method: entry.store === true ? METHOD_STORED : METHOD_DEFLATE,
    flags: FLAG_DATA_DESCRIPTOR,
    isDirectory: false,
  };
  const before = describe(sealer, entry, { ...base, crc: 0, size: 0, compressedSize: 0 });
  // With a data descriptor, the checksum is not known yet, so the check byte is the high byte of the time.
  const lock = await newLock(sealer, (toDosTime(before.modifiedAt) >>> 8) & 0xff);
  yield localHeader(before, before, wide);
  yield lock.before;
  let [size, crc, compressedSize] = [0, 0, lock.before.length];
  const content = async function* () {
    for await (const piece of piecesOf(entry.stream)) {
      throwIfAborted(sealer.signal);
      size += piece.length;
      if (!isAes(sealer.method)) crc = platform.crc32(piece, crc);
      sealer.count(piece.length);
      yield piece;
    }
  };
  for await (const piece of entry.store === true ? content() : platform.deflatePieces(content())) {
    compressedSize += piece.length;
    if (!wide && !fitsU32(Math.max(size, compressedSize))) {
      throw failure('limit-exceeded', 'The size of such a long stream must be stated in advance', {
        limit: MAX_U32,
      });
    }
    yield lock.lock(piece);
  }
  const after = lock.after();
  compressedSize += after.length;
  yield after;
  const width = wide ? 8 : 4;
  yield pack([4, SIGNATURE_DATA_DESCRIPTOR], [4, crc], [width, compressedSize], [width, size]);
  return { ...before, crc, size, compressedSize };
}

function describe(
  sealer: Sealer,
  entry: SealEntryBase,
  known: Pick<Sealed, 'offset' | 'crc' | 'size' | 'compressedSize' | 'method' | 'flags' | 'isDirectory'>,
): Sealed {
  const rawName = new TextEncoder().encode(entry.name);
  if (rawName.length > MAX_U16) throw failure('archive-name-unsafe', 'A name is too long');
  const locked = sealer.method === 'none' ? 0 : FLAG_ENCRYPTED;
  const aes = isAes(sealer.method);
  // Set the UTF-8 flag for names that are not ASCII. 7-Zip, Info-ZIP, Windows and libarchive honor it. ASCII
  // is the same in every code page.
  const utf8 = rawName.length === entry.name.length ? 0 : FLAG_UTF8;
  return {
    ...known,
    rawName,
    flags: known.flags | locked | utf8,
    // AES requires version 5.1 (WinZip). Deflate, folders and ZipCrypto require version 2.0 (4.4.3).
    versionNeeded: aes ? 51 : 20,
    method: aes ? METHOD_AES : known.method,
    modifiedAt: entry.modifiedAt ?? sealer.now(),
    extra: aes
      ? aesField({ version: 2, bits: aesBits(sealer.method as `aes-256`), method: known.method })
      : new Uint8Array(0),
  };
}

function localHeader(
  entry: Sealed,
  sizes: Pick<Sealed, 'size' | 'compressedSize'>,
  wideStream: boolean,
): Bytes {
  const wide = wideStream || sizes.size >= MAX_U32 || sizes.compressedSize >= MAX_U32;
  const zip64 = wide
    ? pack([2, EXTRA_ZIP64], [2, 16], [8, sizes.size], [8, sizes.compressedSize])
    : new Uint8Array(0);
  const extra = concat([zip64, timestamp(entry.modifiedAt), entry.extra]);
  return concat([
    pack(
      [4, SIGNATURE_LOCAL],
      [2, Math.max(entry.versionNeeded, wide ? 45 : 0)],
      [2, entry.flags],
      [2, entry.method],
      [4, toDosTime(entry.modifiedAt)],
      [4, entry.crc],
      [4, wide ? MAX_U32 : sizes.compressedSize],
      [4, wide ? MAX_U32 : sizes.size],
      [2, entry.rawName.length],
      [2, extra.length],
    ),
    entry.rawName,
    extra,
  ]);
}

/** States that the entry was made on Unix (3) by version 6.3, so that other programs use the mode bits below. */
const MADE_BY = (3 << 8) | 63;
/**
 * File attributes, with the mode (`rw-r--r--` or `rwxr-xr-x`) in the upper half. A folder also has the DOS
 * directory bit.
 */
const FILE_ATTRIBUTES = 0o100644 * 0x1_0000;
const DIRECTORY_ATTRIBUTES = 0o040755 * 0x1_0000 + 0x10;

function centralRecord(entry: Sealed): Bytes {
  const wide = [entry.size, entry.compressedSize, entry.offset].filter((value) => value >= MAX_U32);
  const zip64 =
    wide.length === 0
      ? new Uint8Array(0)
      : pack([2, EXTRA_ZIP64], [2, 8 * wide.length], ...wide.map((value) => [8, value] as const));
  const extra = concat([zip64, timestamp(entry.modifiedAt), entry.extra]);
  return concat([
    pack(
      [4, SIGNATURE_CENTRAL],
      [2, MADE_BY],
      [2, Math.max(entry.versionNeeded, wide.length > 0 ? 45 : 0)],
      [2, entry.flags],
      [2, entry.method],
      [4, toDosTime(entry.modifiedAt)],
      [4, entry.crc],
      [4, Math.min(entry.compressedSize, MAX_U32)],
      [4, Math.min(entry.size, MAX_U32)],
      [2, entry.rawName.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, entry.isDirectory ? DIRECTORY_ATTRIBUTES : FILE_ATTRIBUTES],
      [4, Math.min(entry.offset, MAX_U32)],
    ),
    entry.rawName,
    extra,
  ]);
}

/**
 * Encodes Info-ZIP's Unix time in addition to the DOS time, in seconds of UTC. Times after 2038 are omitted,
 * because programs would read them as negative.
 */
function timestamp(date: Date): Bytes {
  const seconds = Math.floor(date.getTime() / 1000);
  return seconds < 0 || seconds > 0x7fff_ffff
    ? new Uint8Array(0)
    : pack([2, EXTRA_EXTENDED_TIMESTAMP], [2, 5], [1, 1], [4, seconds]);
}

function endRecords(count: number, size: number, offset: number): Bytes {
  const end = pack(
    [4, SIGNATURE_END],
    [2, 0],
    [2, 0],
    [2, Math.min(count, MAX_U16)],
    [2, Math.min(count, MAX_U16)],
    [4, Math.min(size, MAX_U32)],
    [4, Math.min(offset, MAX_U32)],
    [2, 0],
  );
  if (count < MAX_U16 && size < MAX_U32 && offset < MAX_U32) return end;
  return concat([
    pack(
      [4, SIGNATURE_ZIP64_END],
      [8, SIZE_ZIP64_END - 12],
      [2, MADE_BY],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, size],
      [8, offset],
    ),
    pack([4, SIGNATURE_ZIP64_LOCATOR], [4, 0], [8, offset + size], [4, 1]),
    end,
  ]);
}
