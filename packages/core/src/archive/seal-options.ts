import type { ArchivePassword } from './password.js';

export type SealMethod = 'aes-256' | 'aes-192' | 'aes-128' | 'zipcrypto' | 'none';

export interface SealEntryBase {
  /**
   * Parts joined by `/`; a folder's name ends with a slash. Names that are not safe to unpack are rejected.
   */
  readonly name: string;
  readonly modifiedAt?: Date;
  /** Store without compression, for data that is already compressed. */
  readonly store?: boolean;
}

/** Content that is either complete or produced on demand. */
export type SealEntry = SealEntryBase &
  (
    | { readonly bytes: Uint8Array }
    | {
        readonly stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
        /** In bytes; required from 4 GiB on, because the header, which comes first, must state it. */
        readonly size?: number;
      }
  );

export interface SealOptions {
  /** Required for every method except `none`. */
  readonly password?: ArchivePassword;
  /** `aes-256` (AE-2) by default. `zipcrypto` is weak, but the only method that Windows Explorer can open. */
  readonly method?: SealMethod;
  /** For tests only: replaces all random values and the time, so that the same input gives the same bytes. */
  readonly seed?: string;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
  /** Bytes of content written so far. */
  readonly onProgress?: (progress: { readonly loaded: number }) => void;
}

export type SealEntries = Iterable<SealEntry> | AsyncIterable<SealEntry>;
