import { toHex } from '@mhb-kit/core/encoding';
import type { FamilyFile } from '@mhb-kit/core/family';
import type { PassbookFile } from '@mhb-kit/core/passbook';
import { nextTask } from '../../base/next-task.js';

/** A file, together with the hash of its content. */
export type HashedFile = FamilyFile & PassbookFile;

/**
 * The size of the pieces in which a large file is hashed, each in a task of its own: Chromium 156 computes a digest
 * on the thread that asks for it, which takes 25 ms for a piece of this size.
 */
const PIECE_BYTES = 4 << 20;
const HASH_BYTES = 32;

/**
 * Computes a SHA-256 hash in hex, which is used to recognize identical content. A large file is hashed in pieces,
 * and then the hashes of the pieces are hashed. On a page without Web Crypto, every hash is unique, so all content
 * is treated as new.
 */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  if (!('subtle' in crypto)) return `${Date.now()} ${Math.random()}`;
  if (bytes.length <= PIECE_BYTES) return toHex(await sha256(bytes));
  const hashes = new Uint8Array(Math.ceil(bytes.length / PIECE_BYTES) * HASH_BYTES);
  for (let at = 0, piece = 0; at < bytes.length; at += PIECE_BYTES, piece += 1) {
    await nextTask();
    hashes.set(await sha256(bytes.subarray(at, at + PIECE_BYTES)), piece * HASH_BYTES);
  }
  return toHex(await sha256(hashes));
}

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));

export const hashAll = (files: readonly PassbookFile[]): Promise<readonly HashedFile[]> =>
  Promise.all(files.map(async ({ name, bytes }) => ({ name, bytes, hash: await contentHash(bytes) })));

/** Computes a hash of an ID number, so that two ID numbers can be compared without storing them. */
export const numberDigest = (nationalId: string): Promise<string> =>
  contentHash(new TextEncoder().encode(`mhb-kit national ID ${nationalId}`));
