import type { MhbErrorCode, MhbErrorDetails } from '../error.js';
import type { AnyRecord, Passbook } from './model.js';
import type { ReadingReport } from './notes.js';
import type { PassbookFile, ReadingProgress } from './read.js';

/** What page and worker tell each other while a passbook is read. */

/** Files go over in pieces, too: copying a hundred megabytes in one go would stop the page for a tenth of a second. */
export type WorkerRequest =
  | { readonly kind: 'file'; readonly name: PassbookFile['name']; readonly byteLength: number }
  /** The next bytes of the file named last. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** All files are there. */
  | { readonly kind: 'read'; readonly maxBytes?: number };

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
export const BYTES_A_PIECE = 1 << 20;
