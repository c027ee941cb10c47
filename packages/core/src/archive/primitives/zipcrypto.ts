import { crcTable } from './crc32.js';

/** PKWARE's traditional encryption (APPNOTE 6.1), which is weak but used by the portal and Windows Explorer. */

/** Number of random bytes before the data. The last of them is the check byte (6.1.5). */
export const ZIPCRYPTO_HEADER = 12;

/** 6.1.5. */
export const MULTIPLIER = 134775813;

/** Returns the three keys that result from processing the password (6.1.5). */
export function zipCryptoKeys(password: Uint8Array): Int32Array {
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
  for (const byte of password) {
    key0 = (crcTable[(key0 ^ byte) & 0xff] as number) ^ (key0 >>> 8);
    key1 = (Math.imul(key1 + (key0 & 0xff), MULTIPLIER) + 1) | 0;
    key2 = (crcTable[(key2 ^ (key1 >>> 24)) & 0xff] as number) ^ (key2 >>> 8);
  }
  return Int32Array.of(key0, key1, key2);
}
