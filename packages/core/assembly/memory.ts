/** Input: the unconsumed rest of the last chunk, up to 64 KiB of new data, and zeros for reading ahead. */
export const INPUT_SIZE: i32 = 68 * 1024;
export const INPUT: usize = memory.data(68 * 1024 + 64, 16);

/** Output: the last 32 KiB, which a match may refer to (RFC 1951 2), then new data. */
export const WINDOW: i32 = 32 * 1024;
export const OUTPUT_SIZE: i32 = 288 * 1024;
/** Includes space for the longest match and for a copy that writes beyond its end. */
export const OUTPUT: usize = memory.data(288 * 1024 + 320, 16);
