import { toBase64url, toHex } from '@mhb-kit/core/encoding';

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Returns the SHA-256 hash of bytes in hexadecimal. */
export const sha256Hex = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(await digest(bytes));

/** Returns the SHA-256 hash of a string in UTF-8, encoded as base64url. */
export const sha256Base64url = async (text: string): Promise<string> =>
  toBase64url(await digest(new TextEncoder().encode(text)));
