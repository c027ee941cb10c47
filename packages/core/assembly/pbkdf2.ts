/**
 * PBKDF2-HMAC-SHA1 (RFC 8018 5.2), four output blocks at a time, one per SIMD lane. WinZip's AES-256 needs
 * exactly four, and each is an independent chain. The platforms' implementations compute them one after the
 * other.
 */

/** The HMAC key, padded with zeros to one block. The host writes it and hashes longer keys first. */
export const PBKDF2_KEY: usize = memory.data(64, 16);
/** At most 51 bytes, because it must fit into one block with the block number and the padding. */
export const PBKDF2_SALT: usize = memory.data(64, 16);
/** Four blocks of 20 bytes. */
export const PBKDF2_OUTPUT: usize = memory.data(80, 16);

const BLOCK = 64;
/** The message schedule, one lane per chain. */
const W: usize = memory.data(80 * 16, 16);
/** Chaining values of five words: after the inner key block and after the outer one. */
const INNER: usize = memory.data(5 * 16, 16);
const OUTER: usize = memory.data(5 * 16, 16);
const SUM: usize = memory.data(5 * 16, 16);

export function pbkdf2(saltLength: i32, iterations: i32): void {
  keyBlock(0x36363636, INNER);
  keyBlock(0x5c5c5c5c, OUTER);

  // The first message of each chain: the salt and the block number, which starts at 1.
  for (let lane = 0; lane < 4; lane++) {
    for (let at = 0; at < BLOCK; at++) {
      let byte: u8 = 0;
      if (at < saltLength) byte = load<u8>(PBKDF2_SALT + at);
      else if (at === saltLength + 3) byte = (lane + 1) as u8;
      else if (at === saltLength + 4) byte = 0x80;
      // Big-endian words, lane by lane.
      store<u8>(W + ((at >> 2) << 4) + (lane << 2) + 3 - (at & 3), byte);
    }
  }
  v128.store(W + (15 << 4), i32x4.splat((BLOCK + saltLength + 4) << 3));
  compress(INNER, W);

  // From here on, every message block has a digest in its first five words. The rest of the block does not change.
  v128.store(W + (5 << 4), i32x4.splat(0x80000000));
  memory.fill(W + (6 << 4), 0, 9 << 4);
  v128.store(W + (15 << 4), i32x4.splat((BLOCK + 20) << 3));
  compress(OUTER, W);
  memory.copy(SUM, W, 80);
  for (let iteration = 1; iteration < iterations; iteration++) {
    compress(INNER, W);
    compress(OUTER, W);
    for (let word = 0; word < 80; word += 16) {
      v128.store(SUM + word, v128.xor(v128.load(SUM + word), v128.load(W + word)));
    }
  }
  for (let lane = 0; lane < 4; lane++) {
    for (let word = 0; word < 5; word++) {
      const value = load<u32>(SUM + (word << 4) + (lane << 2));
      store<u32>(PBKDF2_OUTPUT + lane * 20 + (word << 2), bswap<u32>(value));
    }
  }
}

/** The chaining value after the key block, the same in every lane. */
function keyBlock(pad: u32, target: usize): void {
  for (let word = 0; word < 16; word++) {
    v128.store(W + (word << 4), i32x4.splat(bswap<u32>(load<u32>(PBKDF2_KEY + (word << 2))) ^ pad));
  }
  v128.store(target, i32x4.splat(0x67452301));
  v128.store(target, i32x4.splat(0xefcdab89), 16);
  v128.store(target, i32x4.splat(0x98badcfe), 32);
  v128.store(target, i32x4.splat(0x10325476), 48);
  v128.store(target, i32x4.splat(0xc3d2e1f0), 64);
  compress(target, target);
}

function rotate(a: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(a, bits), i32x4.shr_u(a, 32 - bits));
}

function choose(b: v128, c: v128, d: v128): v128 {
  return v128.xor(d, v128.and(b, v128.xor(c, d)));
}

function parity(b: v128, c: v128, d: v128): v128 {
  return v128.xor(v128.xor(b, c), d);
}

function majority(b: v128, c: v128, d: v128): v128 {
  return v128.or(v128.and(b, c), v128.and(d, v128.or(b, c)));
}

/** The amount that a round adds to `e`. Only the last addition depends on the previous round. */
function sum(a: v128, f: v128, e: v128, constant: v128, word: v128): v128 {
  return i32x4.add(i32x4.add(i32x4.add(e, constant), i32x4.add(f, word)), rotate(a, 5));
}

/** Computes the word at `at`. */
function schedule(at: usize): void {
  const mixed = v128.xor(
    v128.xor(v128.load(at - 48), v128.load(at - 128)),
    v128.xor(v128.load(at - 224), v128.load(at - 256)),
  );
  v128.store(at, rotate(mixed, 1));
}

/**
 * FIPS 180-4 6.1.2: compresses the block in W, from the chaining value at `from` to the one at `to`. Each
 * iteration does five rounds, after which every variable is back in its position.
 */
function compress(from: usize, to: usize): void {
  let a = v128.load(from);
  let b = v128.load(from, 16);
  let c = v128.load(from, 32);
  let d = v128.load(from, 48);
  let e = v128.load(from, 64);
  let at = W;
  schedule(at + 256);
  schedule(at + 272);
  schedule(at + 288);
  schedule(at + 304);
  // prettier-ignore
  for (const k = i32x4.splat(0x5a827999); at < W + 20 * 16; at += 80) {
    schedule(at + 320); e = sum(a, choose(b, c, d), e, k, v128.load(at)); b = rotate(b, 30);
    schedule(at + 336); d = sum(e, choose(a, b, c), d, k, v128.load(at, 16)); a = rotate(a, 30);
    schedule(at + 352); c = sum(d, choose(e, a, b), c, k, v128.load(at, 32)); e = rotate(e, 30);
    schedule(at + 368); b = sum(c, choose(d, e, a), b, k, v128.load(at, 48)); d = rotate(d, 30);
    schedule(at + 384); a = sum(b, choose(c, d, e), a, k, v128.load(at, 64)); c = rotate(c, 30);
  }
  // prettier-ignore
  for (const k = i32x4.splat(0x6ed9eba1); at < W + 40 * 16; at += 80) {
    schedule(at + 320); e = sum(a, parity(b, c, d), e, k, v128.load(at)); b = rotate(b, 30);
    schedule(at + 336); d = sum(e, parity(a, b, c), d, k, v128.load(at, 16)); a = rotate(a, 30);
    schedule(at + 352); c = sum(d, parity(e, a, b), c, k, v128.load(at, 32)); e = rotate(e, 30);
    schedule(at + 368); b = sum(c, parity(d, e, a), b, k, v128.load(at, 48)); d = rotate(d, 30);
    schedule(at + 384); a = sum(b, parity(c, d, e), a, k, v128.load(at, 64)); c = rotate(c, 30);
  }
  // prettier-ignore
  for (const k = i32x4.splat(0x8f1bbcdc); at < W + 60 * 16; at += 80) {
    schedule(at + 320); e = sum(a, majority(b, c, d), e, k, v128.load(at)); b = rotate(b, 30);
    schedule(at + 336); d = sum(e, majority(a, b, c), d, k, v128.load(at, 16)); a = rotate(a, 30);
    schedule(at + 352); c = sum(d, majority(e, a, b), c, k, v128.load(at, 32)); e = rotate(e, 30);
    schedule(at + 368); b = sum(c, majority(d, e, a), b, k, v128.load(at, 48)); d = rotate(d, 30);
    schedule(at + 384); a = sum(b, majority(c, d, e), a, k, v128.load(at, 64)); c = rotate(c, 30);
  }
  // prettier-ignore
  for (const k = i32x4.splat(0xca62c1d6); at < W + 80 * 16; at += 80) {
    e = sum(a, parity(b, c, d), e, k, v128.load(at)); b = rotate(b, 30);
    d = sum(e, parity(a, b, c), d, k, v128.load(at, 16)); a = rotate(a, 30);
    c = sum(d, parity(e, a, b), c, k, v128.load(at, 32)); e = rotate(e, 30);
    b = sum(c, parity(d, e, a), b, k, v128.load(at, 48)); d = rotate(d, 30);
    a = sum(b, parity(c, d, e), a, k, v128.load(at, 64)); c = rotate(c, 30);
  }
  v128.store(to, i32x4.add(a, v128.load(from)));
  v128.store(to, i32x4.add(b, v128.load(from, 16)), 16);
  v128.store(to, i32x4.add(c, v128.load(from, 32)), 32);
  v128.store(to, i32x4.add(d, v128.load(from, 48)), 48);
  v128.store(to, i32x4.add(e, v128.load(from, 64)), 64);
}
