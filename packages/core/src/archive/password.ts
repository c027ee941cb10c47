import { encodeCp437 } from './cp437.js';
import { encodeCp950 } from './cp950.js';
import { loadPlatform } from '#archive/platform';

/** As typed, or as bytes where another program chose them. */
export type ArchivePassword = string | Uint8Array;

/**
 * The bytes a password may stand for: UTF-8, and where that differs CP950, as Windows in Taiwan types it, then the West's
 * Latin-1 and CP437.
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
 * The portal's password: the person's ID number with its letters in upper case. Full-width letters and digits, lower
 * case and spaces, which people type, are forgiven.
 */
export function passwordFromNationalId(nationalId: string): string {
  return nationalId.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/**
 * The password of an archive fetched by the official mobile SDK since 2019-11-20: the API key of the app, stretched with
 * the server key that came with the archive (PBKDF2-HMAC-SHA1, 1,000 rounds, 32 bytes) and written in Base64.
 */
export async function passwordFromSdkKeys(apiKey: string, serverKey: string): Promise<string> {
  const platform = await loadPlatform();
  const encoder = new TextEncoder();
  const derived = await platform.pbkdf2Sha1(encoder.encode(apiKey), encoder.encode(serverKey), 1000, 32);
  return btoa(String.fromCharCode(...derived));
}
