import { INPUT } from './memory';

/**
 * PKWARE's traditional decryption (APPNOTE.TXT 6.1). Every byte waits for the one before, so what counts is the length of
 * that chain: everything that can be made ready beside it is.
 */

/** The three keys as they stand; the host puts them in and takes them out. */
export const ZIP_KEYS: usize = memory.data(12, 16);
/** The CRC-32 table of single bytes, written by the host once. */
export const CRC_TABLE: usize = memory.data(1024, 16);
/** The same without the bit that is always set in what makes the key stream. */
const MASKED: usize = memory.data(1024, 16);

const MULTIPLIER: u32 = 134775813;

export function zipStart(): void {
  for (let at: usize = 0; at < 1024; at += 4) store<u32>(MASKED + at, load<u32>(CRC_TABLE + at) & ~2);
}

/** Decrypts `length` bytes at INPUT in place. */
export function zipDecrypt(length: i32): void {
  let key0 = load<u32>(ZIP_KEYS);
  let key1 = load<u32>(ZIP_KEYS, 4);
  let key2 = load<u32>(ZIP_KEYS, 8);
  let mask = key2 | 2;
  let stream = ((mask * (mask ^ 1)) >> 8) & 0xff;
  let product = key1 * MULTIPLIER + 1;
  for (let at = INPUT, end = INPUT + length; at < end; at++) {
    const locked = load<u8>(at) as u32;
    store<u8>(at, (locked ^ stream) as u8);
    const first = CRC_TABLE + ((((key0 ^ locked) & 0xff) ^ stream) << 2);
    const rest0 = key0 >> 8;
    const low = (load<u8>(first) as u32) ^ (rest0 & 0xff);
    key0 = load<u32>(first) ^ rest0;
    key1 = low * MULTIPLIER + product;
    product = key1 * MULTIPLIER + 1;
    const second = ((key1 >> 24) ^ (key2 & 0xff)) << 2;
    const rest2 = key2 >> 8;
    key2 = load<u32>(CRC_TABLE + second) ^ rest2;
    mask = load<u32>(MASKED + second) ^ ((rest2 & ~2) | 2);
    stream = ((mask * (mask ^ 1)) >> 8) & 0xff;
  }
  store<u32>(ZIP_KEYS, key0);
  store<u32>(ZIP_KEYS, key1, 4);
  store<u32>(ZIP_KEYS, key2, 8);
}
