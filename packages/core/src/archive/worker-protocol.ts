import type { MhbErrorCode, MhbErrorDetails } from '../error.js';
import type { Bytes } from './binary.js';
import type { ArchiveLimits } from './limits.js';
import type { Archive, ArchiveEntry, ArchiveProgress } from './open.js';
import type { ArchivePassword } from './password.js';

/** What a page and its archive worker say to each other. */

/** Either end of the line: a worker, or a worker's own scope. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** A Blob goes over whole, as a reference; of anything else the worker asks for ranges. */
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

/** Each is answered once, under its `id`. `archive` and `stream` are the ids of the calls that opened them. */
export type Call =
  | { readonly call: 'open'; readonly source: RemoteSource; readonly options: RemoteOpenOptions }
  | { readonly call: 'unlock'; readonly archive: number; readonly password: ArchivePassword }
  | ({ readonly call: 'bytes'; readonly archive: number } & RemoteReading)
  | ({ readonly call: 'stream'; readonly archive: number } & RemoteReading)
  | { readonly call: 'pull'; readonly stream: number }
  | { readonly call: 'cancel'; readonly stream: number }
  | { readonly call: 'close'; readonly archive: number };

export type EntryFacts = Omit<ArchiveEntry, 'bytes' | 'stream'>;

export interface OpenedFacts extends Pick<Archive, 'isEncrypted' | 'depth' | 'totalBytes'> {
  readonly entries: readonly EntryFacts[];
}

export type ToWorker =
  | (Call & { readonly id: number })
  | { readonly abort: number }
  | { readonly range: number; readonly bytes: Bytes | null };

export interface RemoteError {
  readonly code: MhbErrorCode;
  readonly message: string;
  readonly retriable: boolean;
  readonly details: MhbErrorDetails;
}

export type FromWorker =
  | { readonly ready: true }
  | { readonly id: number; readonly result: OpenedFacts | Bytes | null }
  | { readonly id: number; readonly error: RemoteError }
  | { readonly progress: ArchiveProgress; readonly archive: number }
  | { readonly read: number; readonly archive: number; readonly offset: number; readonly length: number };
