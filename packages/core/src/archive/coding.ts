import { findExtra, type DirectoryRecord } from './directory.js';
import {
  EXTRA_AES,
  EXTRA_STRONG_ENCRYPTION,
  FLAG_ENCRYPTED,
  FLAG_PATCHED,
  FLAG_STRONG_ENCRYPTION,
  METHOD_AES,
  METHOD_DEFLATE,
  METHOD_STORED,
} from './format.js';
import { parseAesField, type AesField } from './winzip-aes.js';

/**
 * How an entry is encrypted. `strong` stands for PKWARE's strong encryption, which is recognized but not
 * supported.
 */
export type EntryEncryption = 'none' | 'zipcrypto' | 'aes-128' | 'aes-192' | 'aes-256' | 'strong';
export type EntryCompression = 'stored' | 'deflate' | 'unsupported';

/** How an entry is encrypted and compressed, according to its directory record and AES extra field. */
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
  const aes = declared === METHOD_AES ? parseAesField(findExtra(extra, EXTRA_AES)) : undefined;
  const real = aes?.method ?? declared;
  const encrypted = (flags & FLAG_ENCRYPTED) !== 0;
  const strong =
    (flags & FLAG_STRONG_ENCRYPTION) !== 0 || findExtra(extra, EXTRA_STRONG_ENCRYPTION) !== undefined;
  return {
    encryption: !encrypted ? 'none' : strong ? 'strong' : aes === undefined ? 'zipcrypto' : `aes-${aes.bits}`,
    compression:
      (flags & FLAG_PATCHED) !== 0
        ? 'unsupported'
        : real === METHOD_STORED
          ? 'stored'
          : real === METHOD_DEFLATE
            ? 'deflate'
            : 'unsupported',
    aes,
    method: real,
  };
}
