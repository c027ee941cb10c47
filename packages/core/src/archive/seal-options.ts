import type { ArchivePassword } from './password.js';

export type SealMethod = 'aes-256' | 'aes-192' | 'aes-128' | 'zipcrypto' | 'none';

export interface SealEntryBase {
  /**
   * The path, whose parts are joined by `/`. A folder's name ends with a slash. Names that are not safe to
   * unpack are rejected.
   */
  readonly name: string;
  readonly modifiedAt?: Date;
  /** Whether to store the content without compression, for data that is already compressed. */
  readonly store?: boolean;
}

/** An entry whose content is either complete or produced on demand. */
export type SealEntry = SealEntryBase &
  (
    | { readonly bytes: Uint8Array }
    | {
        readonly stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
        /** Size in bytes. Required from 4 GiB on, because the header before the content must state it. */
        readonly size?: number;
      }
  );

export interface SealOptions {
  /** The password, which every method except `none` requires. */
  readonly password?: ArchivePassword;
  /**
   * The encryption method. Defaults to `aes-256` (AE-2). `zipcrypto` is weak, but it is the only method that
   * Windows Explorer can open.
   */
  readonly method?: SealMethod;
  /**
   * For tests only: replaces all random values and the time, so that the same input always gives the same
   * bytes.
   */
  readonly seed?: string;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
  /** Receives the number of content bytes written so far. */
  readonly onProgress?: (progress: { readonly loaded: number }) => void;
}

export type SealEntries = Iterable<SealEntry> | AsyncIterable<SealEntry>;
