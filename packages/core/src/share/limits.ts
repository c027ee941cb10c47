/** Limits on the data that is accepted from the server of a link. The server is not trusted. */
export interface ReceivingLimits {
  readonly files: number;
  /** The maximum size of a manifest's text without embedded files, and of each encrypted file. */
  readonly bytesPerFile: number;
  /** The maximum total size of the files after decryption and decompression. */
  readonly bytesPerContent: number;
  /** The time limit for each request. */
  readonly milliseconds: number;
}

/**
 * The default limits. They allow ten times the size of a passbook that covers twenty years, which is a quarter of
 * the size that the viewer accepts in an archive.
 */
export const receivingLimits: ReceivingLimits = {
  files: 20,
  bytesPerFile: 8 * 1_048_576,
  bytesPerContent: 32 * 1_048_576,
  milliseconds: 20_000,
};
