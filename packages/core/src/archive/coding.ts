import { findExtra, type DirectoryRecord } from './directory.js';
import { extraId, flag, method } from './format.js';
import { parseAesField, type AesField } from './winzip-aes.js';

/** How the data of an entry are locked. `strong` is PKWARE's, which is recognised and not opened. */
export type EntryEncryption = 'none' | 'zipcrypto' | 'aes-128' | 'aes-192' | 'aes-256' | 'strong';
export type EntryCompression = 'stored' | 'deflate' | 'unsupported';

/** What a directory record says about locks and compression, with the AES field read. */
export interface Coding {
  readonly encryption: EntryEncryption;
  readonly compression: EntryCompression;
  readonly aes: AesField | undefined;
  readonly method: number;
}

export function codingOf({
  flags,
  method: declared,
  extra,
}: Pick<DirectoryRecord, 'flags' | 'method' | 'extra'>): Coding {
  const aes = declared === method.aes ? parseAesField(findExtra(extra, extraId.aes)) : undefined;
  const real = aes?.method ?? declared;
  const encrypted = (flags & flag.encrypted) !== 0;
  const strong =
    (flags & flag.strongEncryption) !== 0 || findExtra(extra, extraId.strongEncryption) !== undefined;
  return {
    encryption: !encrypted ? 'none' : strong ? 'strong' : aes === undefined ? 'zipcrypto' : `aes-${aes.bits}`,
    compression:
      (flags & flag.patched) !== 0
        ? 'unsupported'
        : real === method.stored
          ? 'stored'
          : real === method.deflate
            ? 'deflate'
            : 'unsupported',
    aes,
    method: real,
  };
}
