import type { AnyRecord, Passbook } from '../../model/model.js';
import { atOnce } from '../../steps/steps.js';
import { newestFirstSteps } from '../order.js';
import { foldText } from './query.js';
import { textIndexSteps } from './text-index.js';

export interface SearchResult {
  /** The number of matching records. */
  readonly total: number;
  /** The newest matching records, up to the limit. */
  readonly records: readonly AnyRecord[];
}

export interface SearchOptions {
  /** The maximum number of records to return. The default is 200. `total` counts all matching records. */
  readonly limit?: number;
}

/**
 * Finds records by their contents. An index is created once per passbook, and searched each time a key is pressed.
 */
export interface SearchIndex {
  /**
   * Returns the records that contain every word of the query anywhere in their strings, codes, and dates
   * (`2026-03`, `115/03`), newest first. Case, character width, and the difference between 臺 and 台 are ignored,
   * and Chinese words need not be separated by spaces. An empty query has no results. `PassbookViews.answer`
   * understands more: dates in any format, ingredients, brands, and everyday words.
   */
  search(query: string, options?: SearchOptions): SearchResult;
}

const DEFAULT_LIMIT = 200;
/** The maximum number of words in a query that are used. People do not type more. */
const MOST_WORDS = 32;

export function createSearchIndex(passbook: Passbook): SearchIndex {
  const records = allRecords(passbook);
  const index = atOnce(textIndexSteps(records));
  return {
    search(query, { limit = DEFAULT_LIMIT } = {}) {
      const words = [...new Set(foldText(query).split(/\s+/))].filter((word) => word !== '');
      if (words.length === 0) return { total: 0, records: [] };
      const terms = words.slice(0, MOST_WORDS).map((word) => [word]);
      const { total, positions } = index.find(terms, { limit });
      return { total, records: Array.from(positions, (at) => records[at] as AnyRecord) };
    },
  };
}

/** Returns all records of a passbook, newest first. */
const allRecords = (passbook: Passbook): AnyRecord[] =>
  atOnce(
    newestFirstSteps([
      ...Object.values<readonly AnyRecord[]>(passbook.sections).flat(),
      ...Object.values(passbook.unknownSections).flat(),
    ]),
  );
