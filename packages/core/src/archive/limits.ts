/**
 * Limits on the memory and the work that opening an archive may take. A crafted 42 kB file can claim to
 * contain petabytes; opening stops at these limits.
 */
export interface ArchiveLimits {
  /** Number of entries in the directory. */
  readonly entries: number;
  /** Size of one decompressed entry, in bytes. */
  readonly entryBytes: number;
  /** Total size of all decompressed entries in bytes, including those of archives inside this one. */
  readonly totalBytes: number;
  /** Compression ratio of one entry, checked above 16 MiB of output. Deflate reaches at most 1,032. */
  readonly ratio: number;
  /** How many levels of archives inside archives may be opened, below the outermost (`OpenOptions.within`). */
  readonly nesting: number;
  /**
   * Size in bytes up to which `stream()` checks the whole entry before it releases the first byte. Larger entries are
   * checked first only if they have an authentication code and can be read twice; others end with an error if they are
   * damaged.
   */
  readonly bufferedBytes: number;
}

/** Suitable for a page or a small server. A program that streams large entries to disk should set `entryBytes` and `totalBytes`. */
export const defaultArchiveLimits: ArchiveLimits = {
  entries: 100_000,
  entryBytes: 256 * 1024 ** 2,
  totalBytes: 512 * 1024 ** 2,
  ratio: 250,
  nesting: 1,
  bufferedBytes: 16 * 1024 ** 2,
};

/** Smaller entries may have any ratio: pages of zeros are legitimate and cheap. */
export const RATIO_FLOOR = 16 * 1024 ** 2;

/** The directory is read as a whole; this is enough for 100,000 entries with long names. */
export const MAX_DIRECTORY_BYTES = 64 * 1024 ** 2;
