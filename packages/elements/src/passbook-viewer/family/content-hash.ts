import { toHex } from '@mhb-kit/core/encoding';

/**
 * SHA-256 in hex, to recognise identical content. On a page without Web Crypto it is a unique name, so all
 * content is treated as new.
 */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  if (!('subtle' in crypto)) return `${Date.now()} ${Math.random()}`;
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice());
  return toHex(new Uint8Array(digest));
}

/** Represents an ID number, so that two can be compared. */
export const numberDigest = (nationalId: string): Promise<string> =>
  contentHash(new TextEncoder().encode(`mhb-kit national ID ${nationalId}`));
