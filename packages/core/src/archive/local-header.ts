import { equalBytes, readU16, readU32 } from './primitives/binary.js';
import { codingOf } from './coding.js';
import { findExtra, zip64Values, type DirectoryRecord } from './directory.js';
import { corrupt, failure } from './failure.js';
import {
  EXTRA_ZIP64,
  FLAG_DATA_DESCRIPTOR,
  FLAG_ENCRYPTED,
  MAX_U32,
  SIGNATURE_LOCAL,
  SIZE_LOCAL,
} from './format.js';
import { decodeName } from './names.js';
import type { Source } from './source.js';

/**
 * Reads the local header (4.3.7), compares it with the directory, and returns the offset at which the entry's
 * data begins.
 */
export async function locateData(
  source: Source,
  record: DirectoryRecord,
  end: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const fixed = await source.read(record.offset, SIZE_LOCAL, signal);
  if (readU32(fixed, 0) !== SIGNATURE_LOCAL) throw corrupt('There is no local header at the stated position');
  const nameLength = readU16(fixed, 26);
  const extraLength = readU16(fixed, 28);
  const variable = await source.read(record.offset + SIZE_LOCAL, nameLength + extraLength, signal);
  const rawName = variable.subarray(0, nameLength);
  const extra = variable.subarray(nameLength);
  const flags = readU16(fixed, 6);
  rejectLies(record, fixed, flags, extra);
  if (!equalBytes(rawName, record.rawName) && !sameName(record, rawName, flags, extra))
    throw disagree('name');
  const start = record.offset + SIZE_LOCAL + nameLength + extraLength;
  if (start + record.compressedSize > end) {
    throw failure('archive-entries-overlap', 'An entry overlaps the data after it');
  }
  return start;
}

const disagree = (what: string) =>
  failure('archive-headers-disagree', `The local header states a different ${what}`, { field: what });

function rejectLies(record: DirectoryRecord, fixed: Uint8Array, flags: number, extra: Uint8Array): void {
  if (((flags ^ record.flags) & FLAG_ENCRYPTED) !== 0) throw disagree('encryption');
  if (readU16(fixed, 8) !== record.method) throw disagree('method');
  const local = codingOf({ flags, method: record.method, extra });
  const central = codingOf(record);
  if (local.aes?.bits !== central.aes?.bits || local.aes?.method !== central.aes?.method) {
    throw disagree('encryption');
  }
  // If bit 3 is set, the actual values follow the data, and these fields are meaningless (4.4.4). When
  // Info-ZIP writes to a pipe, it stores the time for the ZipCrypto check byte in place of the checksum.
  if ((flags & FLAG_DATA_DESCRIPTOR) !== 0) return;
  const [size, compressedSize] = localSizes(fixed, extra);
  const pairs = [
    ['size', size, record.size],
    ['compressed size', compressedSize, record.compressedSize],
    ['checksum', readU32(fixed, 14), record.crc],
  ] as const;
  // Zero means "not known yet". Writers store it together with bit 3, but some forget to set the bit.
  for (const [what, own, declared] of pairs) {
    if (own !== declared && own !== 0 && own !== MAX_U32) throw disagree(what);
  }
}

/**
 * Returns the sizes in a local header. If the header has a Zip64 field, that field contains both sizes
 * (4.5.3), even if only one of the 32-bit fields has its maximum value.
 */
function localSizes(fixed: Uint8Array, extra: Uint8Array): number[] {
  const sizes = [readU32(fixed, 22), readU32(fixed, 18)];
  const isWide = sizes.includes(MAX_U32) && (findExtra(extra, EXTRA_ZIP64)?.length ?? 0) >= 16;
  return zip64Values(extra, isWide ? [MAX_U32, MAX_U32] : sizes);
}

/**
 * Checks whether both headers contain the same name. Some writers use UTF-8 in one header and a code page in
 * the other, or change the slashes.
 */
function sameName(record: DirectoryRecord, rawName: Uint8Array, flags: number, extra: Uint8Array): boolean {
  const [own, declared] = [
    decodeName(rawName, flags, extra),
    decodeName(record.rawName, record.flags, record.extra),
  ].map(({ name }) => name.replaceAll('\\', '/').replace(/\/$/u, '').normalize());
  return own === declared;
}
