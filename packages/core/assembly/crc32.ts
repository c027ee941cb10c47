/** CRC-32 (APPNOTE.TXT 4.4.7) by sixteen tables, sixteen bytes a step. */

const TABLE_SIZE: usize = 1024;
const TABLES: i32 = 16;

/** Table `k` holds the checksum of a byte followed by `k` zeros; the first is ZipCrypto's too. Made by `crcStart`. */
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

/** Table `table` at the lowest byte of `value`. */
function entry(table: usize, value: u32): u32 {
  return load<u32>(CRC_TABLE + table * TABLE_SIZE + ((value & 0xff) << 2));
}

/** The four bytes of `value`, `zeros` bytes before the end of the step. */
function word(value: u32, zeros: usize): u32 {
  return (
    entry(zeros + 3, value) ^
    entry(zeros + 2, value >> 8) ^
    entry(zeros + 1, value >> 16) ^
    entry(zeros, value >> 24)
  );
}

/** The checksum of `length` bytes at `start` after those whose checksum is `previous`. */
export function crcOf(start: usize, length: i32, previous: u32): u32 {
  let crc = ~previous;
  let at = start;
  const end = start + length;
  for (; at + 16 <= end; at += 16) {
    crc =
      word(load<u32>(at) ^ crc, 12) ^
      word(load<u32>(at, 4), 8) ^
      word(load<u32>(at, 8), 4) ^
      word(load<u32>(at, 12), 0);
  }
  for (; at < end; at++) crc = (crc >> 8) ^ entry(0, crc ^ (load<u8>(at) as u32));
  return ~crc;
}
