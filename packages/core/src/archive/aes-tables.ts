import type { Cipher } from './cipher.js';

/**
 * AES (FIPS 197) in WinZip's counter mode by table look-up: where neither Node nor WebAssembly is at hand. The counter is
 * little-endian and begins at 1, which no platform's own counter mode can be told to do.
 */

const SBOX = makeSbox();
/** SubBytes and MixColumns of one byte as a little-endian column; the other three rows are rotations of it. */
const COLUMN = Int32Array.from(SBOX, (s) => {
  const double = xtime(s);
  return double | (s << 8) | (s << 16) | ((double ^ s) << 24);
});

function xtime(value: number): number {
  return ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff;
}

/** 5.1.1: the inverse in GF(2^8), by walking the powers of 3 and of its inverse, then the affine map. */
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

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));
const sub = (value: number, shift: number): number => (SBOX[(value >>> shift) & 0xff] as number) << shift;

/** 5.2, with little-endian words. */
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
    // 2^32 blocks are 64 GiB; beyond, the second word counts.
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
