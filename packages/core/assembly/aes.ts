import { INPUT } from './memory';

/**
 * AES (FIPS 197) in counter mode with a little-endian counter from 1, eight blocks at a time, bit-sliced as
 * Käsper and Schwabe describe (CHES 2009): register `i` contains bit `i` of every byte, one bit per block. It
 * uses no look-up tables, so its timing does not depend on secret data. The first two rounds are not repeated
 * for counters that differ in few bytes (Park and Lee, "FACE", CHES 2018).
 */

/** The expanded key as consecutive 32-bit little-endian words, written by the host. */
export const AES_SCHEDULE: usize = memory.data(60 * 4, 16);
/** The expanded key in bit-sliced form: eight registers for each of at most 15 round keys. */
const SLICED: usize = memory.data(15 * 8 * 16, 16);
const STREAM: usize = memory.data(128, 16);

/**
 * Bit-sliced states after the second round for the counters 1 to 248, eight at a time. The lowest byte of a
 * counter and the four bytes above it do not meet in a column before the third round. The contribution of the
 * upper bytes is therefore the same for all lowest bytes, and adding it to these states gives the states of
 * any 248 counters. Two kinds of groups are computed from the start: the eight counters that carry into the
 * next byte, and all counters from 2^40 on.
 */
const BEGUN: usize = memory.data(31 * 128, 16);
const BEGUN_GROUPS: u64 = 31;
/** The contribution of the bytes above the lowest one, computed for the value in `changedFor`. */
const CHANGE: usize = memory.data(128, 16);
let changedFor: u64 = 0;

let rounds: i32 = 0;
let counter: u64 = 1;
/** How many bytes of STREAM have been used; 128 means all. */
let used: i32 = 128;

/** Loads a key schedule of `count` rounds and sets the position in the key stream, in bytes. */
export function aesStart(count: i32, position: u64): void {
  rounds = count;
  counter = 1 + ((position >> 7) << 3);
  used = 128;
  for (let round = 0; round <= count; round++) {
    for (let bit = 0; bit < 8; bit++) {
      const slice = SLICED + (((round << 3) + bit) << 4);
      // SubBytes adds 0x63 to every byte. MixColumns preserves it, so it is added to the round keys instead.
      const constant = round > 0 ? (0x63 >> bit) & 1 : 0;
      for (let at = 0; at < 16; at++) {
        const byte = load<u8>(AES_SCHEDULE + (round << 4) + at) as i32;
        store<u8>(slice + at, (0 - (((byte >> bit) & 1) ^ constant)) as u8);
      }
    }
  }
  for (let group: u64 = 0; group < BEGUN_GROUPS; group++) {
    encrypt(1 + (group << 3), 0, 0, BEGUN + ((group as usize) << 7));
  }
  memory.fill(CHANGE, 0, 128);
  changedFor = 0;
  if ((position & 127) !== 0) {
    nextStream();
    used = (position & 127) as i32;
  }
}

function nextStream(): void {
  memory.fill(STREAM, 0, 128);
  nextGroup(STREAM, STREAM);
  used = 0;
}

/** Encrypts or decrypts `length` bytes at INPUT in place. */
export function aesApply(length: i32): void {
  let at = INPUT;
  const end = INPUT + length;
  while (used < 128 && at < end) {
    store<u8>(at, load<u8>(at) ^ load<u8>(STREAM + used));
    at++;
    used++;
  }
  while (at + 128 <= end) {
    nextGroup(at, at);
    at += 128;
  }
  if (at < end) {
    nextStream();
    while (at < end) {
      store<u8>(at, load<u8>(at) ^ load<u8>(STREAM + used));
      at++;
      used++;
    }
  }
}

function key(round: i32, bit: i32): v128 {
  return v128.load(SLICED + (((round << 3) + bit) << 4));
}

/** One step of the 8×8 transposition: exchanges the bits under `mask << shift` of `a` with those under `mask` of `b`. */
function exchange(a: v128, b: v128, shift: i32, mask: v128): v128 {
  return v128.and(v128.xor(i64x2.shr_u(a, shift), b), mask);
}

function block(count: u64): v128 {
  return i64x2.replace_lane(i64x2.splat(0), 0, count);
}

function write(from: usize, to: usize, index: i32, value: v128): void {
  v128.store(to + (index << 4), v128.xor(v128.load(from + (index << 4)), value));
}

/**
 * Encrypts the next eight counters, XORs them with the 128 bytes at `from`, and writes the result to `to`.
 */
function nextGroup(from: usize, to: usize): void {
  const group = ((counter - 1) >> 3) & 31;
  let begun: usize = 0;
  if (group < BEGUN_GROUPS && counter >> 40 === 0) {
    begun = BEGUN + ((group as usize) << 7);
    if (counter >> 8 !== changedFor) {
      changedFor = counter >> 8;
      encrypt((changedFor << 8) + 1, 0, 0, CHANGE);
      for (let at: usize = 0; at < 128; at += 16) {
        v128.store(CHANGE + at, v128.xor(v128.load(CHANGE + at), v128.load(BEGUN + at)));
      }
    }
  }
  encrypt(counter, begun, from, to);
  counter += 8;
}

/** One bit slice of a state stored in `BEGUN`. */
function resumed(begun: usize, bit: usize): v128 {
  return v128.xor(v128.load(begun + (bit << 4)), v128.load(CHANGE + (bit << 4)));
}

/**
 * Encrypts eight counters starting with `first`. If `begun` is not 0, it continues from the states stored
 * there. If `from` is 0, it stops after the second round and writes the states to `to`.
 */
function encrypt(first: u64, begun: usize, from: usize, to: usize): void {
  const odd = i8x16.splat(0x55);
  const pair = i8x16.splat(0x33);
  const nibble = i8x16.splat(0x0f);
  // The permutation of ShiftRows, column by column; then the position of the byte in the next row; then the
  // position of the one after that in shifted data.
  const shifted = i8x16(0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11);
  const next = i8x16(5, 10, 15, 0, 9, 14, 3, 4, 13, 2, 7, 8, 1, 6, 11, 12);
  const second = i8x16(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13);
  let t: v128;
  let a0: v128, a1: v128, a2: v128, a3: v128, a4: v128, a5: v128, a6: v128, a7: v128;
  let round: i32;

  if (begun !== 0) {
    a0 = resumed(begun, 0);
    a1 = resumed(begun, 1);
    a2 = resumed(begun, 2);
    a3 = resumed(begun, 3);
    a4 = resumed(begun, 4);
    a5 = resumed(begun, 5);
    a6 = resumed(begun, 6);
    a7 = resumed(begun, 7);
    round = 3;
  } else {
    a0 = block(first);
    a1 = block(first + 1);
    a2 = block(first + 2);
    a3 = block(first + 3);
    a4 = block(first + 4);
    a5 = block(first + 5);
    a6 = block(first + 6);
    a7 = block(first + 7);

    // prettier-ignore
    {
    t = exchange(a0, a1, 1, odd); a1 = v128.xor(a1, t); a0 = v128.xor(a0, i64x2.shl(t, 1));
    t = exchange(a2, a3, 1, odd); a3 = v128.xor(a3, t); a2 = v128.xor(a2, i64x2.shl(t, 1));
    t = exchange(a4, a5, 1, odd); a5 = v128.xor(a5, t); a4 = v128.xor(a4, i64x2.shl(t, 1));
    t = exchange(a6, a7, 1, odd); a7 = v128.xor(a7, t); a6 = v128.xor(a6, i64x2.shl(t, 1));
    t = exchange(a0, a2, 2, pair); a2 = v128.xor(a2, t); a0 = v128.xor(a0, i64x2.shl(t, 2));
    t = exchange(a1, a3, 2, pair); a3 = v128.xor(a3, t); a1 = v128.xor(a1, i64x2.shl(t, 2));
    t = exchange(a4, a6, 2, pair); a6 = v128.xor(a6, t); a4 = v128.xor(a4, i64x2.shl(t, 2));
    t = exchange(a5, a7, 2, pair); a7 = v128.xor(a7, t); a5 = v128.xor(a5, i64x2.shl(t, 2));
    t = exchange(a0, a4, 4, nibble); a4 = v128.xor(a4, t); a0 = v128.xor(a0, i64x2.shl(t, 4));
    t = exchange(a1, a5, 4, nibble); a5 = v128.xor(a5, t); a1 = v128.xor(a1, i64x2.shl(t, 4));
    t = exchange(a2, a6, 4, nibble); a6 = v128.xor(a6, t); a2 = v128.xor(a2, i64x2.shl(t, 4));
    t = exchange(a3, a7, 4, nibble); a7 = v128.xor(a7, t); a3 = v128.xor(a3, i64x2.shl(t, 4));
  }

    a0 = v128.xor(a0, key(0, 0));
    a1 = v128.xor(a1, key(0, 1));
    a2 = v128.xor(a2, key(0, 2));
    a3 = v128.xor(a3, key(0, 3));
    a4 = v128.xor(a4, key(0, 4));
    a5 = v128.xor(a5, key(0, 5));
    a6 = v128.xor(a6, key(0, 6));
    a7 = v128.xor(a7, key(0, 7));
    round = 1;
  }

  for (; ; round++) {
    // SubBytes: the circuit of Boyar and Peralta (2012) without its four inversions. a7 is the highest bit.
    const y14 = v128.xor(a4, a2);
    const y13 = v128.xor(a7, a1);
    const y9 = v128.xor(a7, a4);
    const y8 = v128.xor(a7, a2);
    const t0 = v128.xor(a6, a5);
    const y1 = v128.xor(t0, a0);
    const y4 = v128.xor(y1, a4);
    const y12 = v128.xor(y13, y14);
    const y2 = v128.xor(y1, a7);
    const y5 = v128.xor(y1, a1);
    const y3 = v128.xor(y5, y8);
    const t1 = v128.xor(a3, y12);
    const y15 = v128.xor(t1, a2);
    const y20 = v128.xor(t1, a6);
    const y6 = v128.xor(y15, a0);
    const y10 = v128.xor(y15, t0);
    const y11 = v128.xor(y20, y9);
    const y7 = v128.xor(a0, y11);
    const y17 = v128.xor(y10, y11);
    const y19 = v128.xor(y10, y8);
    const y16 = v128.xor(t0, y11);
    const y21 = v128.xor(y13, y16);
    const y18 = v128.xor(a7, y16);

    const t2 = v128.and(y12, y15);
    const t4 = v128.xor(v128.and(y3, y6), t2);
    const t6 = v128.xor(v128.and(y4, a0), t2);
    const t7 = v128.and(y13, y16);
    const t9 = v128.xor(v128.and(y5, y1), t7);
    const t11 = v128.xor(v128.and(y2, y7), t7);
    const t12 = v128.and(y9, y11);
    const t14 = v128.xor(v128.and(y14, y17), t12);
    const t16 = v128.xor(v128.and(y8, y10), t12);
    const t21 = v128.xor(v128.xor(t4, t14), y20);
    const t22 = v128.xor(v128.xor(t6, t16), y19);
    const t23 = v128.xor(v128.xor(t9, t14), y21);
    const t24 = v128.xor(v128.xor(t11, t16), y18);
    const t25 = v128.xor(t21, t22);
    const t26 = v128.and(t21, t23);
    const t27 = v128.xor(t24, t26);
    const t29 = v128.xor(v128.and(t25, t27), t22);
    const t30 = v128.xor(t23, t24);
    const t31 = v128.xor(t22, t26);
    const t33 = v128.xor(v128.and(t31, t30), t24);
    const t34 = v128.xor(t23, t33);
    const t35 = v128.xor(t27, t33);
    const t36 = v128.and(t24, t35);
    const t37 = v128.xor(t36, t34);
    const t38 = v128.xor(t27, t36);
    const t40 = v128.xor(t25, v128.and(t29, t38));
    const t41 = v128.xor(t40, t37);
    const t42 = v128.xor(t29, t33);
    const t43 = v128.xor(t29, t40);
    const t44 = v128.xor(t33, t37);
    const t45 = v128.xor(t42, t41);
    const z0 = v128.and(t44, y15);
    const z1 = v128.and(t37, y6);
    const z2 = v128.and(t33, a0);
    const z3 = v128.and(t43, y16);
    const z4 = v128.and(t40, y1);
    const z5 = v128.and(t29, y7);
    const z6 = v128.and(t42, y11);
    const z7 = v128.and(t45, y17);
    const z8 = v128.and(t41, y10);
    const z9 = v128.and(t44, y12);
    const z10 = v128.and(t37, y3);
    const z11 = v128.and(t33, y4);
    const z12 = v128.and(t43, y13);
    const z13 = v128.and(t40, y5);
    const z14 = v128.and(t29, y2);
    const z15 = v128.and(t42, y9);
    const z16 = v128.and(t45, y14);
    const z17 = v128.and(t41, y8);

    const t46 = v128.xor(z15, z16);
    const t47 = v128.xor(z10, z11);
    const t48 = v128.xor(z5, z13);
    const t49 = v128.xor(z9, z10);
    const t50 = v128.xor(z2, z12);
    const t51 = v128.xor(z2, z5);
    const t52 = v128.xor(z7, z8);
    const t53 = v128.xor(z0, z3);
    const t54 = v128.xor(z6, z7);
    const t55 = v128.xor(z16, z17);
    const t56 = v128.xor(z12, t48);
    const t57 = v128.xor(t50, t53);
    const t58 = v128.xor(z4, t46);
    const t59 = v128.xor(z3, t54);
    const t60 = v128.xor(t46, t57);
    const t61 = v128.xor(z14, t57);
    const t62 = v128.xor(t52, t58);
    const t63 = v128.xor(t49, t58);
    const t64 = v128.xor(z4, t59);
    const t65 = v128.xor(t61, t62);
    const t66 = v128.xor(z1, t63);
    const s7 = v128.xor(t59, t63);
    const s1 = v128.xor(t56, t62);
    const s0 = v128.xor(t48, t60);
    const t67 = v128.xor(t64, t65);
    const s4 = v128.xor(t53, t66);
    const s3 = v128.xor(t51, t66);
    const s2 = v128.xor(t47, t65);
    const s6 = v128.xor(t64, s4);
    const s5 = v128.xor(t55, t67);

    if (round === rounds) {
      a0 = v128.xor(i8x16.swizzle(s0, shifted), key(round, 0));
      a1 = v128.xor(i8x16.swizzle(s1, shifted), key(round, 1));
      a2 = v128.xor(i8x16.swizzle(s2, shifted), key(round, 2));
      a3 = v128.xor(i8x16.swizzle(s3, shifted), key(round, 3));
      a4 = v128.xor(i8x16.swizzle(s4, shifted), key(round, 4));
      a5 = v128.xor(i8x16.swizzle(s5, shifted), key(round, 5));
      a6 = v128.xor(i8x16.swizzle(s6, shifted), key(round, 6));
      a7 = v128.xor(i8x16.swizzle(s7, shifted), key(round, 7));
      break;
    }

    // MixColumns: with m = a + rot(a), the result is 2m + rot(a) + rot²(m), where rot rotates by one row.
    const r0 = i8x16.swizzle(s0, next);
    const r1 = i8x16.swizzle(s1, next);
    const r2 = i8x16.swizzle(s2, next);
    const r3 = i8x16.swizzle(s3, next);
    const r4 = i8x16.swizzle(s4, next);
    const r5 = i8x16.swizzle(s5, next);
    const r6 = i8x16.swizzle(s6, next);
    const r7 = i8x16.swizzle(s7, next);
    const m0 = v128.xor(i8x16.swizzle(s0, shifted), r0);
    const m1 = v128.xor(i8x16.swizzle(s1, shifted), r1);
    const m2 = v128.xor(i8x16.swizzle(s2, shifted), r2);
    const m3 = v128.xor(i8x16.swizzle(s3, shifted), r3);
    const m4 = v128.xor(i8x16.swizzle(s4, shifted), r4);
    const m5 = v128.xor(i8x16.swizzle(s5, shifted), r5);
    const m6 = v128.xor(i8x16.swizzle(s6, shifted), r6);
    const m7 = v128.xor(i8x16.swizzle(s7, shifted), r7);
    a0 = v128.xor(v128.xor(v128.xor(m7, r0), i8x16.swizzle(m0, second)), key(round, 0));
    a1 = v128.xor(v128.xor(v128.xor(v128.xor(m0, m7), r1), i8x16.swizzle(m1, second)), key(round, 1));
    a2 = v128.xor(v128.xor(v128.xor(m1, r2), i8x16.swizzle(m2, second)), key(round, 2));
    a3 = v128.xor(v128.xor(v128.xor(v128.xor(m2, m7), r3), i8x16.swizzle(m3, second)), key(round, 3));
    a4 = v128.xor(v128.xor(v128.xor(v128.xor(m3, m7), r4), i8x16.swizzle(m4, second)), key(round, 4));
    a5 = v128.xor(v128.xor(v128.xor(m4, r5), i8x16.swizzle(m5, second)), key(round, 5));
    a6 = v128.xor(v128.xor(v128.xor(m5, r6), i8x16.swizzle(m6, second)), key(round, 6));
    a7 = v128.xor(v128.xor(v128.xor(m6, r7), i8x16.swizzle(m7, second)), key(round, 7));
    if (from === 0 && round === 2) {
      v128.store(to, a0);
      v128.store(to, a1, 16);
      v128.store(to, a2, 32);
      v128.store(to, a3, 48);
      v128.store(to, a4, 64);
      v128.store(to, a5, 80);
      v128.store(to, a6, 96);
      v128.store(to, a7, 112);
      return;
    }
  }

  // prettier-ignore
  {
    t = exchange(a0, a1, 1, odd); a1 = v128.xor(a1, t); a0 = v128.xor(a0, i64x2.shl(t, 1));
    t = exchange(a2, a3, 1, odd); a3 = v128.xor(a3, t); a2 = v128.xor(a2, i64x2.shl(t, 1));
    t = exchange(a4, a5, 1, odd); a5 = v128.xor(a5, t); a4 = v128.xor(a4, i64x2.shl(t, 1));
    t = exchange(a6, a7, 1, odd); a7 = v128.xor(a7, t); a6 = v128.xor(a6, i64x2.shl(t, 1));
    t = exchange(a0, a2, 2, pair); a2 = v128.xor(a2, t); a0 = v128.xor(a0, i64x2.shl(t, 2));
    t = exchange(a1, a3, 2, pair); a3 = v128.xor(a3, t); a1 = v128.xor(a1, i64x2.shl(t, 2));
    t = exchange(a4, a6, 2, pair); a6 = v128.xor(a6, t); a4 = v128.xor(a4, i64x2.shl(t, 2));
    t = exchange(a5, a7, 2, pair); a7 = v128.xor(a7, t); a5 = v128.xor(a5, i64x2.shl(t, 2));
    t = exchange(a0, a4, 4, nibble); a4 = v128.xor(a4, t); a0 = v128.xor(a0, i64x2.shl(t, 4));
    t = exchange(a1, a5, 4, nibble); a5 = v128.xor(a5, t); a1 = v128.xor(a1, i64x2.shl(t, 4));
    t = exchange(a2, a6, 4, nibble); a6 = v128.xor(a6, t); a2 = v128.xor(a2, i64x2.shl(t, 4));
    t = exchange(a3, a7, 4, nibble); a7 = v128.xor(a7, t); a3 = v128.xor(a3, i64x2.shl(t, 4));
  }

  write(from, to, 0, a0);
  write(from, to, 1, a1);
  write(from, to, 2, a2);
  write(from, to, 3, a3);
  write(from, to, 4, a4);
  write(from, to, 5, a5);
  write(from, to, 6, a6);
  write(from, to, 7, a7);
}
