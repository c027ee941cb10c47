import type { Cipher } from './cipher.js';
import { crcTable } from './crc32.js';

/** PKWARE's traditional encryption (APPNOTE 6.1). Weak, but what the portal and Windows Explorer know. */

/** Random bytes before the data; the last one is the check byte (6.1.5). */
export const ZIPCRYPTO_HEADER = 12;

type Direction = 'decrypt' | 'encrypt';

export function zipCrypto(password: Uint8Array, direction: Direction): Cipher {
  // Initial keys and multiplier: 6.1.5.
  let key0 = 0x12345678;
  let key1 = 0x23456789;
  let key2 = 0x34567890;
  for (const byte of password) {
    key0 = (crcTable[(key0 ^ byte) & 0xff] as number) ^ (key0 >>> 8);
    key1 = (Math.imul(key1 + (key0 & 0xff), 134775813) + 1) | 0;
    key2 = (crcTable[(key2 ^ (key1 >>> 24)) & 0xff] as number) ^ (key2 >>> 8);
  }
  // The two loops differ in one name only, but a choice within would cost a tenth of the speed.
  const decrypt = (from: Uint8Array, to: Uint8Array): void => {
    let [k0, k1, k2] = [key0, key1, key2];
    for (let at = 0; at < from.length; at++) {
      const mask = k2 | 2;
      const plain = ((from[at] as number) ^ (Math.imul(mask, mask ^ 1) >>> 8)) & 0xff;
      to[at] = plain;
      k0 = (crcTable[(k0 ^ plain) & 0xff] as number) ^ (k0 >>> 8);
      k1 = (Math.imul(k1 + (k0 & 0xff), 134775813) + 1) | 0;
      k2 = (crcTable[(k2 ^ (k1 >>> 24)) & 0xff] as number) ^ (k2 >>> 8);
    }
    [key0, key1, key2] = [k0, k1, k2];
  };
  const encrypt = (from: Uint8Array, to: Uint8Array): void => {
    let [k0, k1, k2] = [key0, key1, key2];
    for (let at = 0; at < from.length; at++) {
      const mask = k2 | 2;
      const plain = from[at] as number;
      to[at] = plain ^ (Math.imul(mask, mask ^ 1) >>> 8);
      k0 = (crcTable[(k0 ^ plain) & 0xff] as number) ^ (k0 >>> 8);
      k1 = (Math.imul(k1 + (k0 & 0xff), 134775813) + 1) | 0;
      k2 = (crcTable[(k2 ^ (k1 >>> 24)) & 0xff] as number) ^ (k2 >>> 8);
    }
    [key0, key1, key2] = [k0, k1, k2];
  };
  return { apply: direction === 'decrypt' ? decrypt : encrypt };
}
