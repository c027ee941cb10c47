/** A stream cipher under way: each call goes on where the last one stopped. */
export interface Cipher {
  /** Turns `from` into `to`, which is as long and may be the same array. */
  apply(from: Uint8Array, to: Uint8Array): void;
}
