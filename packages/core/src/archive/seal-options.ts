import type { ArchivePassword } from './password.js';

export type SealMethod = 'aes-256' | 'aes-192' | 'aes-128' | 'zipcrypto' | 'none';

export interface SealEntryBase {
  /** Parts joined by `/`; a folder's name ends with one. Refused unless it is safe to unpack under. */
  readonly name: string;
  readonly modifiedAt?: Date;
  /** Keep as it is, for what is compressed already. */
  readonly store?: boolean;
}

/** Content that is there, or that comes as it is asked for. */
export type SealEntry = SealEntryBase &
  (
    | { readonly bytes: Uint8Array }
    | {
        readonly stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
        /** In bytes; needed from 4 GiB on, because the header that comes first must say so. */
        readonly size?: number;
      }
  );

export interface SealOptions {
  /** Needed for every method but `none`. */
  readonly password?: ArchivePassword;
  /** `aes-256` (AE-2) by default; `zipcrypto` is weak, and all that Windows Explorer opens. */
  readonly method?: SealMethod;
  /** For tests only: takes the place of all randomness and of the time, so that the same input gives the same bytes. */
  readonly seed?: string;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
  /** Bytes of content sealed so far. */
  readonly onProgress?: (progress: { readonly loaded: number }) => void;
}

export type SealEntries = Iterable<SealEntry> | AsyncIterable<SealEntry>;
