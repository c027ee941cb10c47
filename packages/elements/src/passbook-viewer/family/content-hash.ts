import { toHex } from '@mhb-kit/core/encoding';
import type { FamilyFile } from '@mhb-kit/core/family';
import type { PassbookFile } from '@mhb-kit/core/passbook';

/** A file, with the hash of its content. */
export type HashedFile = FamilyFile & PassbookFile;

/** Web Crypto copies all bytes of a call at once, which would block the page if the file is large. */
const PIECE_BYTES = 4 << 20;
const HASH_BYTES = 32;

/**
 * SHA-256 in hex, to recognize identical content; for a large file, the SHA-256 of the hashes of its pieces.
 * On a page without Web Crypto it is a unique name, so all content is treated as new.
 */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  if (!('subtle' in crypto)) return `${Date.now()} ${Math.random()}`;
  if (bytes.length <= PIECE_BYTES) return toHex(await sha256(bytes));
  const hashes = new Uint8Array(Math.ceil(bytes.length / PIECE_BYTES) * HASH_BYTES);
  for (let at = 0, piece = 0; at < bytes.length; at += PIECE_BYTES, piece += 1)
    hashes.set(await sha256(bytes.subarray(at, at + PIECE_BYTES)), piece * HASH_BYTES);
  return toHex(await sha256(hashes));
}

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));

export const hashAll = (files: readonly PassbookFile[]): Promise<readonly HashedFile[]> =>
  Promise.all(files.map(async ({ name, bytes }) => ({ name, bytes, hash: await contentHash(bytes) })));

/** Represents an ID number, so that two can be compared. */
export const numberDigest = (nationalId: string): Promise<string> =>
  contentHash(new TextEncoder().encode(`mhb-kit national ID ${nationalId}`));
