import type { LocalDate } from '../../identity/index.js';
import type { DrugTableExtension } from '../ingredients/index.js';
import type { ReadingReport } from '../notes.js';
import type { PassbookFile, ReadingProgress } from '../read.js';
import type { FileRequest } from '../write-files.js';
import type { PassbookHead, RecordPortion } from './portions.js';

/** What a page and its passbook worker tell each other. */

export type WorkerRequest =
  /** Reads the files that were sent before, and keeps the passbook. Its records come in parts, then the answer. */
  | {
      readonly call: 'read';
      readonly number: number;
      readonly maxBytes?: number;
      readonly drugs?: DrugTableExtension;
    }
  /** Keeps the passbook whose records were sent before, in the place of the one that it had. */
  | { readonly call: 'hold'; readonly number: number; readonly head: PassbookHead }
  /** The number is that of the passbook which the page means: the worker may hold another by now. */
  | (PassbookQuestion & { readonly about: number });

/** About a passbook that the worker holds. */
export type PassbookQuestion =
  | { readonly call: 'write'; readonly files: readonly FileRequest[] }
  | ({ readonly call: 'view' } & ViewQuestion & {
        /** Objects in the page's records, so that a link that would be wrong is never sent. */
        readonly known: number;
      });

/** Answered with links, see `links.ts`. Day and age go with each: a worker that was started again has been told of neither. */
export type ViewQuestion = Judged &
  (
    | { readonly view: 'first' }
    | { readonly view: 'timeline' }
    | { readonly view: 'answer'; readonly query: string }
    | { readonly view: 'section'; readonly section: string }
  );

/** By what views judge. */
export interface Judged {
  readonly today: LocalDate;
  readonly birthYear?: number;
}

export interface ReadAnswer {
  readonly head: PassbookHead;
  readonly report: ReadingReport;
}

export type ReadPart = { readonly progress: ReadingProgress } | { readonly portion: RecordPortion };

/** What the page sends beside its calls. Files go in chunks: a hundred megabytes at once would stop it for a tenth of a second. */
export type ToWorker =
  | { readonly file: PassbookFile['name']; readonly byteLength: number }
  /** The next bytes of the file named last. */
  | { readonly bytes: Uint8Array }
  | { readonly portion: RecordPortion };

export const CHUNK_BYTES = 1 << 20;
