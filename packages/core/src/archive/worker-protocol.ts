import type { Bytes } from './primitives/binary.js';
import type { ArchiveLimits } from './limits.js';
import type { Archive, ArchiveEntry, ArchiveProgress } from './open.js';
import type { ArchivePassword } from './password.js';
import type { SealEntryBase, SealOptions } from './seal-options.js';

/** The messages that a page and its archive worker exchange. */

/**
 * A source as sent to the worker. A Blob is sent as a reference, whereas the worker requests ranges of any
 * other source.
 */
export type RemoteSource = Blob | { readonly size: number; readonly repeatable: boolean };

export interface RemoteOpenOptions {
  readonly password?: ArchivePassword;
  readonly limits?: Partial<ArchiveLimits>;
  readonly within?: Pick<Archive, 'depth' | 'totalBytes'>;
}

interface RemoteReading {
  readonly entry: number;
  readonly password?: ArchivePassword;
}

/** A request to the worker. `archive` and `stream` are the numbers that `open` and `stream` returned. */
export type Call =
  | { readonly call: 'open'; readonly source: RemoteSource; readonly options: RemoteOpenOptions }
  | { readonly call: 'unlock'; readonly archive: number; readonly password: ArchivePassword }
  | ({ readonly call: 'bytes'; readonly archive: number } & RemoteReading)
  | ({ readonly call: 'stream'; readonly archive: number } & RemoteReading)
  | { readonly call: 'pull'; readonly stream: number }
  | { readonly call: 'cancel'; readonly stream: number }
  | { readonly call: 'close'; readonly archive: number }
  | { readonly call: 'seal'; readonly entries: readonly BlobEntry[]; readonly options: RemoteSealOptions };

export type BlobEntry = SealEntryBase & { readonly content: Blob };

export type RemoteSealOptions = Pick<SealOptions, 'password' | 'method'>;

export type EntryFacts = Omit<ArchiveEntry, 'bytes' | 'stream'>;

export interface OpenedFacts extends Pick<Archive, 'isEncrypted' | 'depth' | 'totalBytes'> {
  readonly archive: number;
  readonly entries: readonly EntryFacts[];
}

/** The page's response to `read`. `bytes` is `null` if the page cannot read its source. */
export interface RangeMessage {
  readonly range: number;
  readonly bytes: Bytes | null;
}

/** Messages from the worker that do not respond to a call. */
export type WorkerMessage =
  | { readonly progress: ArchiveProgress }
  | { readonly read: number; readonly offset: number; readonly length: number };
