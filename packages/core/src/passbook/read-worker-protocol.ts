import type { MhbErrorCode, MhbErrorDetails } from '../error.js';
import type { AnyRecord, Passbook } from './model.js';
import type { ReadingReport } from './notes.js';
import type { PassbookFile, ReadingProgress } from './read.js';

/** What page and worker tell each other while a passbook is read. */

export interface WorkerRequest {
  readonly files: readonly PassbookFile[];
  readonly maxBytes?: number;
}

/** Records come in portions, because taking a whole passbook at once would stop the page as long as reading it. */
export type WorkerReply =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | {
      readonly kind: 'records';
      readonly known: boolean;
      readonly section: string;
      readonly records: readonly AnyRecord[];
    }
  | {
      readonly kind: 'done';
      readonly subjectId: Passbook['subjectId'];
      readonly downloads: Passbook['downloads'];
      readonly report: ReadingReport;
    }
  | {
      readonly kind: 'failed';
      readonly code: MhbErrorCode;
      readonly message: string;
      readonly retriable: boolean;
      readonly details: MhbErrorDetails;
    };

export const RECORDS_A_PORTION = 100;
