import { concat, pack, readU16, type Bytes } from './primitives/binary.js';
import { EXTRA_AES } from './format.js';
import type { Platform } from './platform/contract.js';

/** The parameters of WinZip's AES encryption (versions AE-1 and AE-2 of its "AES Encryption Information"). */

export interface AesField {
  /** AE-1 stores the CRC of the data. AE-2 omits the CRC, because it would reveal the content of a small file. */
  readonly version: 1 | 2;
  /** Length of the key in bits. */
  readonly bits: 128 | 192 | 256;
  /** The actual compression method of an entry whose header states method 99. */
  readonly method: number;
}

const KEY_BITS = [128, 192, 256] as const;
const PBKDF2_ROUNDS = 1000;
export const AES_VERIFIER = 2;
export const AES_AUTHENTICATION = 10;
export const saltLength = (bits: AesField['bits']): number => bits / 16;
/** Returns the number of bytes by which the encrypted data is longer than the plaintext. */
export const aesOverhead = (bits: AesField['bits']): number =>
  saltLength(bits) + AES_VERIFIER + AES_AUTHENTICATION;

export function parseAesField(field: Uint8Array | undefined): AesField | undefined {
  if (field === undefined || field.length < 7) return undefined;
  const version = readU16(field, 0);
  const bits = KEY_BITS[(field[4] ?? 0) - 1];
  // "AE"
  if (readU16(field, 2) !== 0x4541 || bits === undefined || (version !== 1 && version !== 2))
    return undefined;
  return { version, bits, method: readU16(field, 5) };
}

export function aesField({ version, bits, method }: AesField): Bytes {
  return concat([
    pack([2, EXTRA_AES], [2, 7], [2, version]),
    new TextEncoder().encode('AE'),
    pack([1, KEY_BITS.indexOf(bits) + 1], [2, method]),
  ]);
}

export interface AesKeys {
  readonly encryption: Bytes;
  readonly authentication: Bytes;
  /** Two check bytes. A wrong password matches them in one of 65,536 cases. */
  readonly verifier: Bytes;
}

export async function deriveAesKeys(
  platform: Platform,
  password: Uint8Array,
  salt: Uint8Array,
  bits: AesField['bits'],
): Promise<AesKeys> {
  const length = bits / 8;
  const derived = await platform.pbkdf2Sha1(password, salt, PBKDF2_ROUNDS, 2 * length + AES_VERIFIER);
  return {
    encryption: derived.subarray(0, length),
    authentication: derived.subarray(length, 2 * length),
    verifier: derived.subarray(2 * length),
  };
}
