/** What an archive may cost. A crafted one of 42 kB can name petabytes; these say where opening stops. */
export interface ArchiveLimits {
  /** Entries in the directory. */
  readonly entries: number;
  /** Output of one entry, in bytes. */
  readonly entryBytes: number;
  /** Output of all entries together, in bytes, and with it that of the archives within it. */
  readonly totalBytes: number;
  /** Output over input of one entry, counted where the output is more than 16 MiB; deflate reaches 1,032 at most. */
  readonly ratio: number;
  /** Archives within archives: how many levels below the outermost may be opened (`OpenOptions.within`). */
  readonly nesting: number;
  /**
   * Output up to which `stream()` checks the whole entry before it releases the first byte, in bytes. Beyond it, only
   * what carries an authentication code and can be read twice is checked first; the rest ends in an error if it is bad.
   */
  readonly bufferedBytes: number;
}

/** What a page or a small server can hold. Who streams entries of any size to disk sets `entryBytes` and `totalBytes`. */
export const defaultArchiveLimits: ArchiveLimits = {
  entries: 100_000,
  entryBytes: 256 * 1024 ** 2,
  totalBytes: 512 * 1024 ** 2,
  ratio: 250,
  nesting: 1,
  bufferedBytes: 16 * 1024 ** 2,
};

/** Below this an entry's ratio does not matter: pages of zeros are legitimate and cheap. */
export const RATIO_FLOOR = 16 * 1024 ** 2;

/** A directory is read whole; this is room for 100,000 entries with long names. */
export const MAX_DIRECTORY_BYTES = 64 * 1024 ** 2;
