import { MhbError } from '../error.js';
import type { RequestSection, SectionSelection } from '../request/index.js';

/**
 * Checks a selection against a request and normalizes it. The result lists each category once, in the order of
 * the request, with its months sorted. Selecting a whole category includes any of its months that are also
 * selected.
 * @throws {MhbError} `nothing-selected`, `request-not-ready`, `selection-unavailable`
 */
export function resolveSelection(
  selection: readonly SectionSelection[],
  sections: readonly Pick<RequestSection, 'category' | 'status' | 'months'>[],
): readonly SectionSelection[] {
  if (selection.length === 0) throw new MhbError('nothing-selected', 'The selection is empty');
  const unavailable = selection.find(({ category }) => !sections.some((each) => each.category === category));
  if (unavailable !== undefined) throw notAvailable();

  return sections.flatMap(({ category, status, months: offered }): readonly SectionSelection[] => {
    const wanted = selection.filter((each) => each.category === category);
    if (wanted.length === 0) return [];
    if (status === 'pending') throw new MhbError('request-not-ready', 'The category is still being fetched');
    if (status !== 'available') throw notAvailable();
    if (wanted.some(({ months }) => months === undefined)) return [{ category }];
    const months = [...new Set(wanted.flatMap(({ months: single }) => single ?? []))].sort();
    if (months.length === 0 || months.some((month) => !offered.includes(month))) throw notAvailable();
    return [{ category, months }];
  });
}

function notAvailable(): MhbError {
  return new MhbError('selection-unavailable', 'The selection contains something that cannot be downloaded');
}
