import type { LocalDate } from '../../identity/index.js';
import type { FhirProfile } from '../fhir/terminology.js';
import type { DrugTableExtension } from '../ingredients/index.js';
import type { ReadingReport } from '../record/notes.js';
import type { PassbookFile, ReadingProgress } from '../read/read.js';
import type { FileRequest } from '../files/write-files.js';
import type { PassbookLists } from '../views/all/in-turns.js';
import type { PassbookHead, RecordPortion } from './portions.js';
import type { RowPortion } from './rows.js';

/** The messages between a page and its passbook worker. */

export type WorkerRequest =
  /**
   * Reads the files that were sent before this message, and holds the passbook. The records are returned in
   * parts before the final response.
   */
  | {
      readonly call: 'read';
      readonly number: number;
      readonly maxBytes?: number;
      readonly drugs?: DrugTableExtension;
      /** The day and the year of birth for which the first views are computed immediately after reading. */
      readonly ahead?: Judged;
    }
  /**
   * Holds the passbook whose records were sent before this message. It replaces the passbook that the worker
   * has held until now.
   */
  | { readonly call: 'hold'; readonly number: number; readonly head: PassbookHead }
  /**
   * A question about the passbook with the number `about`. The number is needed because the worker might already
   * hold another passbook.
   */
  | (PassbookQuestion & { readonly about: number });

/** A question about a passbook that the worker holds. */
export type PassbookQuestion =
  | { readonly call: 'write'; readonly files: readonly FileRequest[] }
  | { readonly call: 'terms'; readonly profile: FhirProfile }
  | ({ readonly call: 'view' } & ViewQuestion & {
        /**
         * The number of objects that the page knows for this view. The worker compares it with its own number,
         * so that it never sends an invalid link.
         */
        readonly known: number;
      });

/**
 * A question whose response contains links (see `links.ts`). Every question contains the day and the year of
 * birth, because a restarted worker knows neither.
 */
export type ViewQuestion = Judged &
  (
    | { readonly view: 'glance' }
    | { readonly view: 'lists' }
    | { readonly view: 'answer'; readonly query: string }
    | { readonly view: 'section'; readonly section: string }
  );

/** The lists without the visits, which the page computes itself. */
export type ListsFromWorker = Omit<PassbookLists, 'encounters'>;

/** The values on which all views depend. */
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
 * The messages from the page that are not calls. Files are sent in chunks, because sending a hundred megabytes
 * at once would block the page for a tenth of a second.
 */
export type ToWorker =
  | { readonly file: PassbookFile['name']; readonly byteLength: number }
  /** The next bytes of the file that was named last. */
  | { readonly bytes: Uint8Array }
  | { readonly portion: RecordPortion };

export const CHUNK_BYTES = 1 << 20;
