import type { AnyRecord, Passbook } from '../../model/model.js';
import { atOnce } from '../../steps/steps.js';
import { newestFirstSteps } from '../order.js';
import { foldText } from './query.js';
import { textIndexSteps } from './text-index.js';

export interface SearchResult {
  /** Number of matching records. */
  readonly total: number;
  /** The newest of them, up to the limit. */
  readonly records: readonly AnyRecord[];
}

export interface SearchOptions {
  /** Records to return, 200 by default; `total` counts all. */
  readonly limit?: number;
}

/** Finds records by their contents. Built once per passbook, called with every key press. */
export interface SearchIndex {
  /**
   * Records that contain every word of the query anywhere in their strings, codes, and dates (`2026-03`,
   * `115/03`), newest first. Ignores case, width, and the difference between 臺 and 台; Chinese needs no word
   * boundaries. An empty query has no results. `PassbookViews.answers` understands more: dates in any format,
   * ingredients, brands, lay words.
   */
  search(query: string, options?: SearchOptions): SearchResult;
}

const DEFAULT_LIMIT = 200;
/** The maximum number of words that are used; people do not type more in a query. */
const MOST_WORDS = 32;

export function createSearchIndex(passbook: Passbook): SearchIndex {
  const records = allRecords(passbook);
  const index = atOnce(textIndexSteps(records));
  return {
    search(query, { limit = DEFAULT_LIMIT } = {}) {
      const words = [...new Set(foldText(query).split(/\s+/))].filter((word) => word !== '');
      if (words.length === 0) return { total: 0, records: [] };
      const found = index.find(words.slice(0, MOST_WORDS).map((word) => [word]));
      return {
        total: found.length,
        records: Array.from(found.subarray(0, limit), (at) => records[at] as AnyRecord),
      };
    },
  };
}

/** Newest first. */
const allRecords = (passbook: Passbook): AnyRecord[] =>
  atOnce(
    newestFirstSteps([
      ...Object.values<readonly AnyRecord[]>(passbook.sections).flat(),
      ...Object.values(passbook.unknownSections).flat(),
    ]),
  );
