import { toHex } from '@mhb-kit/core/encoding';
import type { FamilyFile } from '@mhb-kit/core/family';
import type { PassbookFile } from '@mhb-kit/core/passbook';

/** A file, with the hash of its content. */
export type HashedFile = FamilyFile & PassbookFile;

/**
 * SHA-256 in hex, to recognise identical content. On a page without Web Crypto it is a unique name, so all
 * content is treated as new.
 */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  if (!('subtle' in crypto)) return `${Date.now()} ${Math.random()}`;
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return toHex(new Uint8Array(digest));
}

export const hashAll = (files: readonly PassbookFile[]): Promise<readonly HashedFile[]> =>
  Promise.all(files.map(async ({ name, bytes }) => ({ name, bytes, hash: await contentHash(bytes) })));

/** Represents an ID number, so that two can be compared. */
export const numberDigest = (nationalId: string): Promise<string> =>
  contentHash(new TextEncoder().encode(`mhb-kit national ID ${nationalId}`));
