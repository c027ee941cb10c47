import type { DrugTableExtension } from './ingredients/index.js';
import type { PassbookHead, RecordPortion } from './portions.js';
import type { PassbookFile, ReadingProgress } from './read.js';
import type { ReadingReport } from './notes.js';
import type { FileRequest } from './write-files.js';

/** What page and worker tell each other while a passbook is read or written. */

export type WorkerRequest =
  /** Reads the files that were sent before. Its records come back in portions, then the answer. */
  | { readonly call: 'read'; readonly maxBytes?: number; readonly drugs?: DrugTableExtension }
  /** Writes the passbook whose records were sent before. */
  | { readonly call: 'write'; readonly head: PassbookHead; readonly files: readonly FileRequest[] };

export interface ReadAnswer {
  readonly head: PassbookHead;
  readonly report: ReadingReport;
}

/** Files go over in chunks, too: copying a hundred megabytes at once would stop the page for a tenth of a second. */
export type ToWorker =
  | { readonly file: PassbookFile['name']; readonly byteLength: number }
  /** The next bytes of the file named last. */
  | { readonly bytes: Uint8Array }
  | { readonly portion: RecordPortion };

export type FromWorker = { readonly progress: ReadingProgress } | { readonly portion: RecordPortion };

export const CHUNK_BYTES = 1 << 20;
