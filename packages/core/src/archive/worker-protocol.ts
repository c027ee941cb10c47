import type { Bytes } from './primitives/binary.js';
import type { ArchiveLimits } from './limits.js';
import type { Archive, ArchiveEntry, ArchiveProgress } from './open.js';
import type { ArchivePassword } from './password.js';
import type { SealEntryBase, SealOptions } from './seal-options.js';

/** The messages between a page and its archive worker. */

/** A Blob is sent as a reference; from other sources the worker requests ranges. */
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

/** `archive` and `stream` are the numbers returned by `open` and `stream`. */
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

/** The page's response to `read`; `null` if it cannot read its source. */
export interface RangeMessage {
  readonly range: number;
  readonly bytes: Bytes | null;
}

/** Messages from the worker that are not responses. */
export type WorkerMessage =
  | { readonly progress: ArchiveProgress }
  | { readonly read: number; readonly offset: number; readonly length: number };
