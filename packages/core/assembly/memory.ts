/** What comes in: 64 KiB at a time, the rest of the last piece before it, and zeros behind for reads ahead. */
export const INPUT_SIZE: i32 = 68 * 1024;
export const INPUT: usize = memory.data(68 * 1024 + 64, 16);

/** What goes out: the last 32 KiB that a match may reach back to (RFC 1951 2), then what is new. */
export const WINDOW: i32 = 32 * 1024;
export const OUTPUT_SIZE: i32 = 288 * 1024;
/** With room for the longest match and a copy that runs over. */
export const OUTPUT: usize = memory.data(288 * 1024 + 320, 16);
