/** The key schedule of AES (FIPS 197 5.2), with little-endian words. */

const SBOX = makeSbox();

/** Multiplies by x in GF(2^8) (4.2.1). */
export function xtime(value: number): number {
  return ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff;
}

/**
 * Computes the S-box (5.1.1). Finds each inverse in GF(2^8) by stepping through the powers of 3 and of its
 * inverse, and then applies the affine transformation.
 */
function makeSbox(): Uint8Array {
  const sbox = new Uint8Array(256);
  let power = 1;
  let inverse = 1;
  do {
    power ^= xtime(power);
    inverse ^= inverse << 1;
    inverse ^= inverse << 2;
    inverse ^= inverse << 4;
    inverse = (inverse & 0xff) ^ (inverse & 0x80 ? 0x09 : 0);
    const spread = inverse | (inverse << 8);
    sbox[power] = (spread ^ (spread >> 7) ^ (spread >> 6) ^ (spread >> 5) ^ (spread >> 4) ^ 0x63) & 0xff;
  } while (power !== 1);
  sbox[0] = 0x63;
  return sbox;
}

export const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));
/** Applies SubBytes to the byte at bit position `shift`, and leaves the result in that position. */
export const sub = (value: number, shift: number): number =>
  (SBOX[(value >>> shift) & 0xff] as number) << shift;

export function expandKey(key: Uint8Array): Int32Array {
  const words = key.length / 4;
  const schedule = new Int32Array(4 * (words + 7));
  const view = new DataView(key.buffer, key.byteOffset, key.length);
  let constant = 1;
  for (let at = 0; at < schedule.length; at++) {
    if (at < words) {
      schedule[at] = view.getInt32(4 * at, true);
      continue;
    }
    let word = schedule[at - 1] as number;
    if (at % words === 0) {
      word = rotate(word, 24);
      word = sub(word, 0) | sub(word, 8) | sub(word, 16) | sub(word, 24);
      word ^= constant;
      constant = xtime(constant);
    } else if (words === 8 && at % 8 === 4) {
      word = sub(word, 0) | sub(word, 8) | sub(word, 16) | sub(word, 24);
    }
    schedule[at] = (schedule[at - words] as number) ^ word;
  }
  return schedule;
}
