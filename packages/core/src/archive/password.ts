import { encodeCp437 } from './cp437.js';
import { encodeCp950 } from './cp950.js';
import { loadPlatform } from '#archive/platform';

/** A password as the person typed it, or its bytes if a program chose them. */
export type ArchivePassword = string | Uint8Array;

/**
 * Returns the byte sequences that a password can stand for: UTF-8, then CP950 (as typed on Windows in
 * Taiwan), Latin-1 and CP437, if they differ.
 */
export function passwordCandidates(password: ArchivePassword): Uint8Array[] {
  if (password instanceof Uint8Array) return [password.slice()];
  const utf8 = new TextEncoder().encode(password);
  if (utf8.length === password.length) return [utf8];
  return [utf8, encodeCp950(password), encodeLatin1(password), encodeCp437(password)].filter(
    (bytes) => bytes !== undefined,
  );
}

function encodeLatin1(text: string): Uint8Array | undefined {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return units.every((unit) => unit < 0x100) ? Uint8Array.from(units) : undefined;
}

/**
 * Returns the portal's password, which is the person's ID number with uppercase letters. Full-width
 * characters, lowercase letters and spaces, which people often type, are corrected.
 */
export function passwordFromNationalId(nationalId: string): string {
  return nationalId.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/**
 * Returns the password of an archive that the official mobile SDK has fetched since 2019-11-20. It is the
 * app's API key, stretched with the server key that came with the archive (PBKDF2-HMAC-SHA1, 1,000 rounds, 32
 * bytes) and encoded in Base64.
 */
export async function passwordFromSdkKeys(apiKey: string, serverKey: string): Promise<string> {
  const platform = await loadPlatform();
  const encoder = new TextEncoder();
  const derived = await platform.pbkdf2Sha1(encoder.encode(apiKey), encoder.encode(serverKey), 1000, 32);
  return btoa(String.fromCharCode(...derived));
}
