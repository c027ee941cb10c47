/**
 * Limits on how much memory and work opening an archive is allowed to take. A crafted 42 kB file can claim to
 * contain petabytes; with these limits, opening such a file fails early.
 */
export interface ArchiveLimits {
  /** Number of entries in the directory. */
  readonly entries: number;
  /** Size of one decompressed entry, in bytes. */
  readonly entryBytes: number;
  /** Total size of all decompressed entries in bytes, including the entries of archives inside this one. */
  readonly totalBytes: number;
  /**
   * Compression ratio of one entry, checked once its output exceeds 16 MiB. Deflate reaches a ratio of 1,032
   * at most.
   */
  readonly ratio: number;
  /** How many levels of nested archives may be opened below the outermost one (`OpenOptions.within`). */
  readonly nesting: number;
  /**
   * Size in bytes up to which `stream()` checks the whole entry before it releases the first byte. A larger
   * entry is checked first only if it has an authentication code and can be read twice. Otherwise, its stream
   * ends with an error if the entry is damaged.
   */
  readonly bufferedBytes: number;
}

/**
 * Default limits, which suit a page or a small server. A program that streams large entries to disk should
 * set `entryBytes` and `totalBytes`.
 */
export const defaultArchiveLimits: ArchiveLimits = {
  entries: 100_000,
  entryBytes: 256 * 1024 ** 2,
  totalBytes: 512 * 1024 ** 2,
  ratio: 250,
  nesting: 1,
  bufferedBytes: 16 * 1024 ** 2,
};

/**
 * Output size in bytes up to which any compression ratio is allowed for an entry. Pages of zeros are legitimate
 * and cheap.
 */
export const RATIO_FLOOR = 16 * 1024 ** 2;

/**
 * Maximum size of the directory, which is read as a whole. The limit suffices for 100,000 entries with long
 * names.
 */
export const MAX_DIRECTORY_BYTES = 64 * 1024 ** 2;
