import type { LocalDate } from '../../identity/index.js';
import type { FhirProfile } from '../fhir/terminology.js';
import type { DrugTableExtension } from '../ingredients/index.js';
import type { ReadingReport } from '../record/notes.js';
import type { PassbookFile, ReadingProgress } from '../read/read.js';
import type { FileRequest } from '../files/write-files.js';
import type { PassbookHead, RecordPortion } from './portions.js';
import type { RowPortion } from './rows.js';

/** The messages between a page and its passbook worker. */

export type WorkerRequest =
  /**
   * Reads the files that were sent before, and keeps the passbook. The records are returned in parts before
   * the final response.
   */
  | {
      readonly call: 'read';
      readonly number: number;
      readonly maxBytes?: number;
      readonly drugs?: DrugTableExtension;
      /** The day and age for which the first views are computed immediately after reading. */
      readonly ahead?: Judged;
    }
  /** Keeps the passbook whose records were sent before, replacing the previous one. */
  | { readonly call: 'hold'; readonly number: number; readonly head: PassbookHead }
  /**
   * The number identifies the passbook that the page refers to, because the worker may already have another.
   */
  | (PassbookQuestion & { readonly about: number });

/** A question about a passbook that the worker holds. */
export type PassbookQuestion =
  | { readonly call: 'write'; readonly files: readonly FileRequest[] }
  | { readonly call: 'terms'; readonly profile: FhirProfile }
  | ({ readonly call: 'view' } & ViewQuestion & {
        /** Number of objects that the page knows for this view, so that the worker never sends an invalid link. */
        readonly known: number;
      });

/**
 * The response contains links, see `links.ts`. Day and age are sent with every question, because a restarted
 * worker has neither.
 */
export type ViewQuestion = Judged &
  (
    | { readonly view: 'glance' }
    | { readonly view: 'lists' }
    | { readonly view: 'timeline' }
    | { readonly view: 'answer'; readonly query: string }
    | { readonly view: 'section'; readonly section: string }
  );

/** The values on which views depend. */
export interface Judged {
  readonly today: LocalDate;
  readonly birthYear?: number;
}

export interface ReadAnswer {
  readonly head: PassbookHead;
  readonly report: ReadingReport;
}

export type ReadPart = { readonly progress: ReadingProgress } | { readonly portion: RowPortion };

/**
 * Messages from the page other than calls. Files are sent in chunks: a hundred megabytes at once would block
 * the page for a tenth of a second.
 */
export type ToWorker =
  | { readonly file: PassbookFile['name']; readonly byteLength: number }
  /** The next bytes of the last file named. */
  | { readonly bytes: Uint8Array }
  | { readonly portion: RecordPortion };

export const CHUNK_BYTES = 1 << 20;
