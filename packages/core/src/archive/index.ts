export type { Bytes } from './primitives/binary.js';
export type { EntryCompression, EntryEncryption } from './coding.js';
export { defaultArchiveLimits, type ArchiveLimits } from './limits.js';
export type { NameEncoding, NameProblem } from './names.js';
export {
  openArchive,
  type Archive,
  type ArchiveEntry,
  type ArchiveFile,
  type ArchiveProgress,
  type OpenOptions,
  type EntryReadOptions,
} from './open.js';
export { passwordFromNationalId, passwordFromSdkKeys, type ArchivePassword } from './password.js';
export { sealArchive, sealArchiveStream } from './seal.js';
export type { SealEntries, SealEntry, SealMethod, SealOptions } from './seal-options.js';
export type { ArchiveSource, RangeReader } from './source.js';
