/**
 * CRC-32 (APPNOTE.TXT 4.4.7) with sixteen tables, sixteen bytes per step. Long input is first folded into its
 * own end: the polynomial divides 1 + x^(128·a) + … for a few distances `a`, so sixteen bytes can be replaced
 * by XORing them onto the bytes at each of those distances (the idea of Chorba, Russell 2024).
 */

const TABLE_SIZE: usize = 1024;
const TABLES: i32 = 16;

/**
 * Table `k` contains the checksum of a byte followed by `k` zeros. ZipCrypto also uses the first table.
 * Filled by `crcStart`.
 */
export const CRC_TABLE: usize = memory.data(16 * 1024, 16);

export function crcStart(): void {
  for (let index = 0; index < 256; index++) {
    let value = index as u32;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >> 1) ^ 0xedb88320 : value >> 1;
    store<u32>(CRC_TABLE + (index << 2), value);
  }
  for (let at: usize = 256 * 4; at < (TABLES as usize) * TABLE_SIZE; at += 4) {
    const before = load<u32>(CRC_TABLE + at - TABLE_SIZE);
    store<u32>(CRC_TABLE + at, (before >> 8) ^ entry(0, before));
  }
}

/** Looks up the lowest byte of `value` in table `table`. */
function entry(table: usize, value: u32): u32 {
  return load<u32>(CRC_TABLE + table * TABLE_SIZE + ((value & 0xff) << 2));
}

/** The contribution of the four bytes of `value`, which are `zeros` bytes before the end of the step. */
function word(value: u32, zeros: usize): u32 {
  return (
    entry(zeros + 3, value) ^
    entry(zeros + 2, value >> 8) ^
    entry(zeros + 1, value >> 16) ^
    entry(zeros, value >> 24)
  );
}

/**
 * Distances in bytes, found by search: with `w` the inverse of x^128 modulo the polynomial, w^145 + w^183 +
 * w^211 + w^300 = 1.
 */
const NEAR: usize = 145 * 16;
const MIDDLE: usize = 183 * 16;
const FARTHER: usize = 211 * 16;
const FARTHEST: usize = 300 * 16;
const CHUNK: usize = 16 * 1024;
/** The data folded last, followed by the data being folded. */
const FOLDED: usize = memory.data(4800 + 16384, 16);
/** For shorter input, folding costs more time than it saves. */
const LONG: usize = 4 * FARTHEST;

/** The sixteen bytes at `from`, XORed with what was folded onto them (at position `at` in `FOLDED`). */
function folded(from: usize, at: usize): v128 {
  const nearer = v128.xor(v128.load(at - NEAR), v128.load(at - MIDDLE));
  const farther = v128.xor(v128.load(at - FARTHER), v128.load(at - FARTHEST));
  return v128.xor(v128.load(from), v128.xor(nearer, farther));
}

/** The checksum of `length` bytes at `start` after those whose checksum is `previous`. */
export function crcOf(start: usize, length: i32, previous: u32): u32 {
  const end = start + length;
  if ((length as usize) < LONG) return ~byTables(start, end, ~previous);

  memory.fill(FOLDED, 0, FARTHEST);
  // The initial value affects only the first four bytes.
  store<u32>(FOLDED, ~previous);
  let from = start;
  while (end - from >= 2 * FARTHEST) {
    const size = min(CHUNK, (end - from - FARTHEST) & ~15);
    const to = FOLDED + FARTHEST;
    for (let at: usize = 0; at < size; at += 16) v128.store(to + at, folded(from + at, to + at));
    from += size;
    memory.copy(FOLDED, FOLDED + size, FARTHEST);
  }
  // All input has now been folded onto these bytes. They are not folded further.
  const last = FOLDED + 2 * FARTHEST;
  memory.fill(FOLDED + FARTHEST, 0, FARTHEST);
  for (let at: usize = 0; at < FARTHEST; at += 16) {
    v128.store(last + at, folded(from + at, FOLDED + FARTHEST + at));
  }
  return ~byTables(from + FARTHEST, end, byTables(last, last + FARTHEST, 0));
}

/** The CRC register after the bytes from `start` to `end`. */
function byTables(start: usize, end: usize, register: u32): u32 {
  let crc = register;
  let at = start;
  for (; at + 16 <= end; at += 16) {
    crc =
      word(load<u32>(at) ^ crc, 12) ^
      word(load<u32>(at, 4), 8) ^
      word(load<u32>(at, 8), 4) ^
      word(load<u32>(at, 12), 0);
  }
  for (; at < end; at++) crc = (crc >> 8) ^ entry(0, crc ^ (load<u8>(at) as u32));
  return crc;
}
