import type { Cipher } from './cipher.js';
import { crcTable } from './crc32.js';
import { MULTIPLIER, zipCryptoKeys } from './zipcrypto.js';

/** Creates a cipher that works byte by byte (APPNOTE 6.1.6). For decryption, `platform/kernels.ts` is faster. */
export function zipCrypto(password: Uint8Array, direction: 'decrypt' | 'encrypt'): Cipher {
  const keys = zipCryptoKeys(password);
  // The cipher always mixes in the plaintext byte, which is the output when decrypting and the input when
  // encrypting.
  const ofLocked = direction === 'decrypt' ? 0xff : 0;
  return {
    apply: (from, to) => {
      let [key0, key1, key2] = keys as unknown as [number, number, number];
      for (let at = 0; at < from.length; at++) {
        const mask = key2 | 2;
        const stream = (Math.imul(mask, mask ^ 1) >>> 8) & 0xff;
        const byte = from[at] as number;
        const plain = byte ^ (stream & ofLocked);
        to[at] = byte ^ stream;
        key0 = (crcTable[(key0 ^ plain) & 0xff] as number) ^ (key0 >>> 8);
        key1 = (Math.imul(key1 + (key0 & 0xff), MULTIPLIER) + 1) | 0;
        key2 = (crcTable[(key2 ^ (key1 >>> 24)) & 0xff] as number) ^ (key2 >>> 8);
      }
      keys.set([key0, key1, key2]);
    },
  };
}
