/** CRC-32 (APPNOTE 4.4.7, polynomial 0xEDB88320) by eight tables, eight bytes a step. */
const TABLES = makeTables();

/** Table `k` holds the checksum of a byte followed by `k` zeros. */
function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[index] = value;
  }
  for (let index = 256; index < tables.length; index++) {
    const before = tables[index - 256] as number;
    tables[index] = (before >>> 8) ^ (tables[before & 0xff] as number);
  }
  return tables;
}

/** The table of single bytes: ZipCrypto's keys run through it too. */
export const crcTable: Int32Array = TABLES.subarray(0, 256);

/** The checksum of `bytes` after those whose checksum is `previous`. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  const table = (index: number): number => TABLES[index] as number;
  const byte = (index: number): number => bytes[index] as number;
  let crc = ~previous;
  let at = 0;
  for (const last = bytes.length - 8; at <= last; at += 8) {
    crc ^= byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
    crc =
      table(1792 + (crc & 0xff)) ^
      table(1536 + ((crc >>> 8) & 0xff)) ^
      table(1280 + ((crc >>> 16) & 0xff)) ^
      table(1024 + (crc >>> 24)) ^
      table(768 + byte(at + 4)) ^
      table(512 + byte(at + 5)) ^
      table(256 + byte(at + 6)) ^
      table(byte(at + 7));
  }
  for (; at < bytes.length; at++) crc = table((crc ^ byte(at)) & 0xff) ^ (crc >>> 8);
  return ~crc >>> 0;
}
