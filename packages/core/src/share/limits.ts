/** How much is taken from whoever is behind a link: all of it is untrusted. */
export interface ReceivingLimits {
  readonly files: number;
  /** Of a manifest's text without the files in it, and of each encrypted file. */
  readonly bytesPerFile: number;
  /** Of a file once it is decrypted and unfolded. */
  readonly bytesPerContent: number;
  /** For each call. */
  readonly milliseconds: number;
}

/** Ten times what the passbook of twenty years needs, and a quarter of what the viewer reads of an archive. */
export const receivingLimits: ReceivingLimits = {
  files: 20,
  bytesPerFile: 8 * 1_048_576,
  bytesPerContent: 32 * 1_048_576,
  milliseconds: 20_000,
};
