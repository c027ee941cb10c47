import { MhbError } from '@mhb-kit/core/error';
import type { SectionSelection } from '@mhb-kit/core/request';
import type { StoredSection } from './section-store.js';

/**
 * What was ticked, checked against what there is and brought into one form: the order of the request, every category
 * once, months sorted, merged taking in its single months.
 * @throws {MhbError} `nothing-selected`, `request-not-ready`, `selection-unavailable`
 */
export function resolveSelection(
  selection: readonly SectionSelection[],
  sections: readonly StoredSection[],
): readonly SectionSelection[] {
  if (selection.length === 0) throw new MhbError('nothing-selected', 'The selection is empty');
  const unavailable = selection.find(({ category }) => !sections.some((each) => each.category === category));
  if (unavailable !== undefined) throw notAvailable();

  return sections.flatMap(({ category, outcome }): readonly SectionSelection[] => {
    const wanted = selection.filter((each) => each.category === category);
    if (wanted.length === 0) return [];
    if (outcome === null) throw new MhbError('request-not-ready', 'The category is still being fetched');
    if (outcome.status !== 'available') throw notAvailable();
    if (wanted.some(({ months }) => months === undefined)) return [{ category }];
    const months = [...new Set(wanted.flatMap(({ months: single }) => single ?? []))].sort();
    if (months.length === 0 || months.some((month) => !outcome.months.includes(month))) throw notAvailable();
    return [{ category, months }];
  });
}

function notAvailable(): MhbError {
  return new MhbError('selection-unavailable', 'The selection holds something that cannot be downloaded');
}
