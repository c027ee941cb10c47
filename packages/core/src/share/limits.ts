/** Limits on the data that is accepted from a link's server, which is not trusted. */
export interface ReceivingLimits {
  readonly files: number;
  /** Size of a manifest's text without the embedded files, and of each encrypted file. */
  readonly bytesPerFile: number;
  /** Size of a file after decryption and decompression. */
  readonly bytesPerContent: number;
  /** Time limit for each call. */
  readonly milliseconds: number;
}

/**
 * Ten times the size of a passbook that covers twenty years, and a quarter of the size that the viewer accepts
 * in an archive.
 */
export const receivingLimits: ReceivingLimits = {
  files: 20,
  bytesPerFile: 8 * 1_048_576,
  bytesPerContent: 32 * 1_048_576,
  milliseconds: 20_000,
};
