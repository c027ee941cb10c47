import { equalBytes, readU16, readU32 } from './binary.js';
import { codingOf } from './coding.js';
import { zip64Values, type DirectoryRecord } from './directory.js';
import { corrupt, failure } from './failure.js';
import { FLAG_DATA_DESCRIPTOR, FLAG_ENCRYPTED, SIGNATURE_LOCAL, SIZE_LOCAL } from './format.js';
import { decodeName } from './names.js';
import type { Source } from './source.js';

/** Reads the local header (4.3.7), holds it against the directory's word, and gives where the data begin. */
export async function locateData(
  source: Source,
  record: DirectoryRecord,
  end: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const fixed = await source.read(record.offset, SIZE_LOCAL, signal);
  if (readU32(fixed, 0) !== SIGNATURE_LOCAL) throw corrupt('No local header where it should be');
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
    throw failure('archive-entries-overlap', 'An entry runs into what follows it');
  }
  return start;
}

const disagree = (what: string) =>
  failure('archive-headers-disagree', `The local header has another ${what}`, { field: what });

function rejectLies(record: DirectoryRecord, fixed: Uint8Array, flags: number, extra: Uint8Array): void {
  if (((flags ^ record.flags) & FLAG_ENCRYPTED) !== 0) throw disagree('encryption');
  if (readU16(fixed, 8) !== record.method) throw disagree('method');
  const local = codingOf({ flags, method: record.method, extra });
  const central = codingOf(record);
  if (local.aes?.bits !== central.aes?.bits || local.aes?.method !== central.aes?.method) {
    throw disagree('encryption');
  }
  const [size, compressedSize] = zip64Values(extra, [readU32(fixed, 22), readU32(fixed, 18)]);
  const pairs = [
    ['size', size, record.size],
    ['compressed size', compressedSize, record.compressedSize],
    ['checksum', readU32(fixed, 14), record.crc],
  ] as const;
  // With a data descriptor to come, a zero says "not known yet" (4.4.4, bit 3).
  const later = (flags & FLAG_DATA_DESCRIPTOR) !== 0;
  for (const [what, own, declared] of pairs) {
    if (own !== declared && !(later && (own === 0 || own === 0xffff_ffff))) throw disagree(what);
  }
}

/** Some writers put the same name in UTF-8 in one header and in a code page in the other. */
function sameName(record: DirectoryRecord, rawName: Uint8Array, flags: number, extra: Uint8Array): boolean {
  return (
    decodeName(rawName, flags, extra).name === decodeName(record.rawName, record.flags, record.extra).name
  );
}
