import type { Category, RequestSection } from '../request/index.js';
import type { RawRecords } from './raw-rows.js';
import { monthsOf } from './record-date.js';

/**
 * Returns the outcome for a category whose records were fetched: whether there are records, how many, and (for
 * △ categories) in which months.
 */
export function outcomeOf(
  records: RawRecords,
  { monthly }: Pick<Category, 'monthly'>,
): Pick<RequestSection, 'recordCount' | 'months'> & { readonly status: 'available' | 'no-data' } {
  const recordCount = Object.values(records).reduce((sum, rows) => sum + rows.length, 0);
  return {
    status: recordCount === 0 ? 'no-data' : 'available',
    recordCount,
    months: monthly ? monthsOf(records) : [],
  };
}
