import { expandKey, rotate, sub, xtime } from './aes-key.js';
import type { Cipher } from './cipher.js';

/**
 * An implementation of AES (FIPS 197) in WinZip's counter mode. It uses look-up tables and serves platforms
 * with neither Node nor WebAssembly. The counter is little-endian and starts at 1, which the platforms' own
 * counter modes do not support.
 */

/**
 * For each byte, the result of SubBytes and MixColumns as a little-endian column. Rotating it gives the other
 * three.
 */
const COLUMN = Int32Array.from({ length: 256 }, (_, byte) => {
  const s = sub(byte, 0);
  const double = xtime(s);
  return double | (s << 8) | (s << 16) | ((double ^ s) << 24);
});

export function aesCounterByTables(key: Uint8Array): Cipher {
  const schedule = expandKey(key);
  const rounds = schedule.length / 4 - 1;
  const stream = new Uint8Array(16);
  const words = new DataView(stream.buffer);
  let counter = 0;
  let used = 16;

  const round = (a: number, b: number, c: number, d: number, roundKey: number): number =>
    (COLUMN[a & 0xff] as number) ^
    rotate(COLUMN[(b >>> 8) & 0xff] as number, 8) ^
    rotate(COLUMN[(c >>> 16) & 0xff] as number, 16) ^
    rotate(COLUMN[d >>> 24] as number, 24) ^
    roundKey;
  const last = (a: number, b: number, c: number, d: number, roundKey: number): number =>
    (sub(a, 0) | sub(b, 8) | sub(c, 16) | sub(d, 24)) ^ roundKey;
  const roundKey = (index: number): number => schedule[index] as number;

  const nextBlock = (): void => {
    counter++;
    let a = roundKey(0) ^ counter;
    // After 2^32 blocks, which are 64 GiB, increment the second word.
    let b = roundKey(1) ^ Math.floor(counter / 0x1_0000_0000);
    let c = roundKey(2);
    let d = roundKey(3);
    for (let at = 4; at < 4 * rounds; at += 4) {
      const [e, f, g] = [a, b, c];
      a = round(e, f, g, d, roundKey(at));
      b = round(f, g, d, e, roundKey(at + 1));
      c = round(g, d, e, f, roundKey(at + 2));
      d = round(d, e, f, g, roundKey(at + 3));
    }
    const at = 4 * rounds;
    words.setInt32(0, last(a, b, c, d, roundKey(at)), true);
    words.setInt32(4, last(b, c, d, a, roundKey(at + 1)), true);
    words.setInt32(8, last(c, d, a, b, roundKey(at + 2)), true);
    words.setInt32(12, last(d, a, b, c, roundKey(at + 3)), true);
    used = 0;
  };

  return {
    apply: (from, to) => {
      for (let at = 0; at < from.length; at++) {
        if (used === 16) nextBlock();
        to[at] = (from[at] as number) ^ (stream[used++] as number);
      }
    },
  };
}
