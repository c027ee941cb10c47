/** A stream cipher in progress. Each call continues where the previous one stopped. */
export interface Cipher {
  /** Transforms `from` into `to`, which must have the same length and may be the same array. */
  apply(from: Uint8Array, to: Uint8Array): void;
}
