import { CRC_TABLE } from './crc32';
import { INPUT } from './memory';

/**
 * PKWARE's traditional decryption (APPNOTE.TXT 6.1). Every byte depends on the previous one, so the length of
 * that dependency chain determines the speed: two look-ups and a multiplication. The CRC is linear (`T[a ^ b]
 * = T[a] ^ T[b]`), so everything that does not depend on the previous byte is computed in parallel.
 */

/** The current values of the three keys; the host writes and reads them. */
export const ZIP_KEYS: usize = memory.data(12, 16);
/** The byte of the key stream depends only on bits 2 to 15 of the third key. */
const STATES: i32 = 1 << 14;
/** For each of these states: the lowest byte of the CRC table's entry for its byte of the key stream. */
const LOW: usize = memory.data(16384, 16);
/** Bits 2 to 15 of each entry of the CRC table. */
const STATE: usize = memory.data(512, 16);

const MULTIPLIER: u32 = 134775813;

/** 6.1.6 */
function streamByte(key2: u32): u32 {
  const mask = key2 | 2;
  return ((mask * (mask ^ 1)) >> 8) & 0xff;
}

/** After `crcStart`. */
export function zipStart(): void {
  for (let state = 0; state < STATES; state++) {
    store<u8>(LOW + state, load<u8>(CRC_TABLE + ((streamByte(state << 2) as usize) << 2)));
  }
  for (let byte = 0; byte < 256; byte++) {
    store<u16>(STATE + (byte << 1), ((load<u32>(CRC_TABLE + (byte << 2)) >> 2) & 0x3fff) as u16);
  }
}

/** Decrypts `length` bytes at INPUT in place. */
export function zipDecrypt(length: i32): void {
  let key0 = load<u32>(ZIP_KEYS);
  let key1 = load<u32>(ZIP_KEYS, 4);
  let key2 = load<u32>(ZIP_KEYS, 8);
  let state = (key2 >> 2) & 0x3fff;
  let product = key1 * MULTIPLIER + 1;
  for (let at = INPUT, end = INPUT + length; at < end; at++) {
    const locked = load<u8>(at) as u32;
    const next0 = load<u32>(CRC_TABLE + (((key0 ^ locked) & 0xff) << 2)) ^ (key0 >> 8);
    const next2 = load<u32>(CRC_TABLE + ((key2 & 0xff) << 2)) ^ (key2 >> 8);
    key1 = ((load<u8>(LOW + state) as u32) ^ (next0 & 0xff)) * MULTIPLIER + product;
    product = key1 * MULTIPLIER + 1;
    state = (load<u16>(STATE + ((key1 >> 23) & 0x1fe)) as u32) ^ ((next2 >> 2) & 0x3fff);

    const stream = streamByte(key2);
    store<u8>(at, (locked ^ stream) as u8);
    key0 = next0 ^ load<u32>(CRC_TABLE + (stream << 2));
    key2 = next2 ^ load<u32>(CRC_TABLE + ((key1 >> 22) & 0x3fc));
  }
  store<u32>(ZIP_KEYS, key0);
  store<u32>(ZIP_KEYS, key1, 4);
  store<u32>(ZIP_KEYS, key2, 8);
}
