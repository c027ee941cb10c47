/**
 * Table for computing a CRC-32 (APPNOTE 4.4.7, polynomial 0xEDB88320) one byte at a time. Platforms have
 * faster implementations.
 */
export const crcTable: Int32Array = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Returns the checksum of `bytes`, continuing from `previous`, the checksum of the preceding bytes. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
