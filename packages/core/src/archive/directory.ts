import { type Bytes, readU16, readU32, readU64 } from './primitives/binary.js';
import { corrupt, failure, throwIfAborted, truncated } from './failure.js';
import {
  MAX_U16,
  MAX_U32,
  EXTRA_ZIP64,
  FLAG_MASKED_HEADERS,
  SIGNATURE_ARCHIVE_EXTRA_DATA,
  SIGNATURE_CENTRAL,
  SIGNATURE_DATA_DESCRIPTOR,
  SIGNATURE_END,
  SIGNATURE_LOCAL,
  SIGNATURE_ZIP64_END,
  SIGNATURE_ZIP64_LOCATOR,
  SIZE_CENTRAL,
  SIZE_END,
  SIZE_LOCAL,
  SIZE_ZIP64_END,
  SIZE_ZIP64_LOCATOR,
} from './format.js';
import { type ArchiveLimits, MAX_DIRECTORY_BYTES } from './limits.js';
import type { Source } from './source.js';

/**
 * One central directory record (4.3.12), with its Zip64 values resolved. Its offset is relative to the start
 * of the source.
 */
export interface DirectoryRecord {
  readonly madeBy: number;
  readonly flags: number;
  readonly method: number;
  /** The DOS date in the upper 16 bits and the DOS time in the lower 16 bits. */
  readonly dosTime: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly rawName: Uint8Array;
  readonly extra: Uint8Array;
  readonly externalAttributes: number;
  readonly offset: number;
}

export interface Directory {
  readonly records: readonly DirectoryRecord[];
  /** Offset at which the directory starts. No entry's data extends beyond it. */
  readonly start: number;
}

/**
 * Returns the data of an extra field, or undefined if the field is missing. A field that extends beyond the end
 * terminates the list, so that padding written by zipalign is tolerated.
 */
export function findExtra(extra: Uint8Array, id: number): Uint8Array | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + readU16(extra, at + 2);
    if (end > extra.length) return undefined;
    if (readU16(extra, at) === id) return extra.subarray(at + 4, end);
    at = end;
  }
  return undefined;
}

/**
 * Replaces each 32-bit field that has its maximum value with the value from the Zip64 extra field (4.5.3). The
 * extra field contains values for these fields only, in the given order.
 */
export function zip64Values(extra: Uint8Array, fields: readonly number[]): number[] {
  if (!fields.includes(MAX_U32)) return [...fields];
  const zip64 = findExtra(extra, EXTRA_ZIP64);
  // If there is no extra field, the maximum value is the actual value, for example for a file of exactly 4 GiB
  // - 1 byte.
  if (zip64 === undefined) return [...fields];
  let at = 0;
  return fields.map((field) => {
    if (field !== MAX_U32) return field;
    if (at + 8 > zip64.length) throw corrupt('A Zip64 field is too short');
    at += 8;
    return readU64(zip64, at - 8);
  });
}

const TAIL = SIZE_END + MAX_U16 + SIZE_ZIP64_LOCATOR + SIZE_ZIP64_END;

export async function readDirectory(
  source: Source,
  limits: ArchiveLimits,
  signal: AbortSignal | undefined,
): Promise<Directory> {
  const tailStart = Math.max(0, source.size - TAIL);
  const tail = await source.read(tailStart, source.size - tailStart, signal);
  // A comment can contain a fake end record, and other data can follow the real one. Use the first end record
  // that leads to a directory. If that directory is invalid, reject the archive instead of trying other records,
  // so that a crafted archive cannot show different contents to different programs.
  let firstFailure: unknown;
  for (const at of endCandidates(tail)) {
    let located: Located;
    try {
      located = await locate(source, tail, tailStart, at, signal);
    } catch (thrown) {
      firstFailure ??= thrown;
      throwIfAborted(signal);
      continue;
    }
    return directoryFrom(source, located, limits, signal);
  }
  if (firstFailure !== undefined) throw firstFailure;
  const head = await source.read(0, Math.min(4, source.size), signal);
  const headSignature = head.length === 4 ? readU32(head, 0) : 0;
  if (headSignature === SIGNATURE_DATA_DESCRIPTOR) throw split();
  if (headSignature === SIGNATURE_LOCAL) throw truncated('The directory is missing');
  throw failure('not-an-archive', 'No end record found');
}

const split = () => failure('split-archive', 'The archive continues in another file');

/**
 * Maximum number of end records to try. Each attempt takes a read. Without this limit, a file full of end
 * records would cause thousands of reads.
 */
const MAX_CANDIDATES = 16;

/**
 * Yields the offsets of end records in the tail of the file. Records whose comment ends exactly at the end of
 * the file come first. Otherwise, records closer to the end precede those farther from it.
 */
function* endCandidates(tail: Uint8Array): Generator<number> {
  const others: number[] = [];
  let count = 0;
  for (let at = tail.length - SIZE_END; at >= 0 && count < MAX_CANDIDATES; at--) {
    if (tail[at] !== 0x50 || readU32(tail, at) !== SIGNATURE_END) continue;
    const end = at + SIZE_END + readU16(tail, at + 20);
    if (end !== tail.length) {
      others.push(at);
      continue;
    }
    count++;
    yield at;
  }
  yield* others.slice(0, MAX_CANDIDATES - count);
}

interface Located {
  readonly start: number;
  /** The latest possible end of the directory. */
  readonly end: number;
  /**
   * The possible numbers of bytes by which all offsets in the archive are too small, that is, the possible
   * lengths of the data before the archive. The more likely number comes first.
   */
  readonly bases: readonly number[];
  readonly count: number;
  /** Whether `count` is exact. Without Zip64 it is not, because it is stored modulo 65,536. */
  readonly countIsExact: boolean;
}

async function locate(
  source: Source,
  tail: Uint8Array,
  tailStart: number,
  at: number,
  signal: AbortSignal | undefined,
): Promise<Located> {
  const own = {
    disk: readU16(tail, at + 4),
    startDisk: readU16(tail, at + 6),
    count: readU16(tail, at + 10),
    size: readU32(tail, at + 12),
    offset: readU32(tail, at + 16),
  };
  const zip64 = await zip64End(source, tail, tailStart, at, signal);
  const { disk, startDisk, count, size, offset } = zip64 ?? own;
  // Some writers that do not use Zip64 store the maximum value to mean "unknown".
  if ([disk, startDisk].some((number) => number !== 0 && number !== MAX_U16)) throw split();
  const end = zip64?.at ?? tailStart + at;
  const found = { end, count, countIsExact: zip64 !== undefined };
  if (size === 0 && count === 0) return { ...found, start: end, bases: [0] };
  const marks = await Promise.all([end - size, offset].map((start) => markAt(source, start, end, signal)));
  // An archive with two end records that lead to two directories is designed to show different contents to
  // different programs.
  const elsewhere = [
    ...(own.offset === offset || own.offset === MAX_U32 ? [] : [own.offset]),
    ...(own.size === size || own.size === MAX_U32 ? [] : [end - own.size, tailStart + at - own.size]),
  ];
  for (const start of elsewhere) {
    if ((await markAt(source, start, end, signal)) === SIGNATURE_CENTRAL)
      throw failure('archive-headers-disagree', 'The two end records disagree');
  }
  const start = marks[0] === SIGNATURE_CENTRAL ? end - size : offset;
  if (marks.includes(SIGNATURE_CENTRAL)) return { ...found, start, bases: [start - offset, 0] };
  if (marks.includes(SIGNATURE_ARCHIVE_EXTRA_DATA) || (zip64?.needs ?? 0) >= ENCRYPTED_DIRECTORY)
    throw strong();
  throw size > end || offset > end
    ? truncated('The directory is missing')
    : corrupt('There is no directory at the stated position');
}

/** The version that a program must support to read an encrypted directory (4.4.3.2). */
const ENCRYPTED_DIRECTORY = 62;

const strong = () => failure('strong-encryption', 'The directory itself is encrypted');

/** Reads the signature at an offset. Returns 0 if the offset is outside the possible range. */
async function markAt(
  source: Source,
  at: number,
  end: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  return at < 0 || at + 4 > end ? 0 : readU32(await source.read(at, 4, signal), 0);
}

async function zip64End(
  source: Source,
  tail: Uint8Array,
  tailStart: number,
  at: number,
  signal: AbortSignal | undefined,
) {
  const locatorAt = at - SIZE_ZIP64_LOCATOR;
  if (locatorAt < 0 || readU32(tail, locatorAt) !== SIGNATURE_ZIP64_LOCATOR) return undefined;
  if (readU32(tail, locatorAt + 16) > 1) throw split();
  const adjacent = tailStart + locatorAt - SIZE_ZIP64_END;
  // Try the record directly before the locator first, because the stored offset is too small if other data
  // precedes the archive.
  for (const start of [adjacent, readU64(tail, locatorAt + 8)]) {
    if (start < 0 || start + SIZE_ZIP64_END > tailStart + locatorAt) continue;
    const record = await source.read(start, SIZE_ZIP64_END, signal);
    if (readU32(record, 0) !== SIGNATURE_ZIP64_END) continue;
    return {
      at: start,
      needs: readU16(record, 14),
      disk: readU32(record, 16),
      startDisk: readU32(record, 20),
      count: readU64(record, 32),
      size: readU64(record, 40),
      offset: readU64(record, 48),
    };
  }
  return undefined;
}

async function directoryFrom(
  source: Source,
  { start, end, bases, count, countIsExact }: Located,
  limits: ArchiveLimits,
  signal: AbortSignal | undefined,
): Promise<Directory> {
  if (count > limits.entries) throw tooMany(count, limits);
  const size = end - start;
  if (size > MAX_DIRECTORY_BYTES) {
    throw failure('limit-exceeded', 'The directory is too large', { limit: MAX_DIRECTORY_BYTES });
  }
  // Copy the bytes, so that names cannot change after they have been checked, even if the caller changes the
  // bytes.
  const bytes = (await source.read(start, size, signal)).slice();
  const records: DirectoryRecord[] = [];
  let at = 0;
  // Only a digital signature (4.3.13) may follow the last record.
  while (at + SIZE_CENTRAL <= size && readU32(bytes, at) === SIGNATURE_CENTRAL) {
    if (records.length === limits.entries) throw tooMany(records.length + 1, limits);
    const nameEnd = at + SIZE_CENTRAL + readU16(bytes, at + 28);
    const extraEnd = nameEnd + readU16(bytes, at + 30);
    const end = extraEnd + readU16(bytes, at + 32);
    if (end > size) throw corrupt('A directory record extends beyond the end');
    records.push(record(bytes, at, nameEnd, extraEnd));
    at = end;
  }
  const counted = countIsExact ? records.length : records.length % 0x1_0000;
  if (counted !== count) throw corrupt('The directory contains a different number of entries');
  const base = await baseOf(source, records, bases, start, signal);
  const placed = records.map((each) => ({ ...each, offset: each.offset + base }));
  rejectOverlaps(placed, start);
  return { records: placed, start };
}

/** Returns the base to add to all offsets, at which the first entry's local header is found. */
async function baseOf(
  source: Source,
  [first]: readonly DirectoryRecord[],
  bases: readonly number[],
  end: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  if (first === undefined) return 0;
  for (const base of bases) {
    if ((await markAt(source, first.offset + base, end, signal)) === SIGNATURE_LOCAL) return base;
  }
  const [likeliest = 0] = bases;
  if (likeliest < 0) throw truncated('Bytes before the directory are missing');
  return likeliest;
}

const tooMany = (entries: number, limits: ArchiveLimits) =>
  failure('limit-exceeded', 'Too many entries', { entries, limit: limits.entries });

function record(bytes: Bytes, at: number, nameEnd: number, extraEnd: number): DirectoryRecord {
  const flags = readU16(bytes, at + 8);
  if ((flags & FLAG_MASKED_HEADERS) !== 0) throw strong();
  const extra = bytes.subarray(nameEnd, extraEnd);
  const [size = 0, compressedSize = 0, offset = 0] = zip64Values(extra, [
    readU32(bytes, at + 24),
    readU32(bytes, at + 20),
    readU32(bytes, at + 42),
  ]);
  return {
    madeBy: readU16(bytes, at + 4),
    flags,
    method: readU16(bytes, at + 10),
    dosTime: readU32(bytes, at + 12),
    crc: readU32(bytes, at + 16),
    compressedSize,
    size,
    rawName: bytes.subarray(at + SIZE_CENTRAL, nameEnd),
    extra,
    externalAttributes: readU32(bytes, at + 38),
    offset,
  };
}

/**
 * Rejects entries that share bytes; otherwise a small file could claim to contain petabytes. Every entry
 * needs at least the space for its fixed header, name and data.
 */
function rejectOverlaps(records: readonly DirectoryRecord[], directoryStart: number): void {
  const spans = records
    .map(({ offset, rawName, compressedSize }) => ({
      offset,
      end: offset + SIZE_LOCAL + rawName.length + compressedSize,
    }))
    .sort((a, b) => a.offset - b.offset);
  spans.forEach(({ offset, end }, index) => {
    const next = spans[index + 1]?.offset ?? directoryStart;
    if (offset >= directoryStart) throw corrupt('An entry begins after the directory');
    if (end > next)
      throw failure('archive-entries-overlap', 'Two entries, or an entry and the directory, share bytes');
  });
}
