import type { LocalMonth } from '@mhb-kit/core/identity';
import type { DataRequest, RequestSection, SectionSelection } from '@mhb-kit/core/request';

/** The selected part of a category, which is either one merged file or some of its months. */
export type Ticked = 'merged' | readonly LocalMonth[];
export type Selection = ReadonlyMap<string, Ticked>;

export const downloadable = (request: DataRequest): readonly RequestSection[] =>
  request.sections.filter(({ status }) => status === 'available');

/** 「簡易選取所有存摺，有△的項目會選「合併資料」。」 */
export function selectAll(request: DataRequest): Selection {
  return new Map(downloadable(request).map(({ category }) => [category, 'merged']));
}

export function isAllSelected(selection: Selection, request: DataRequest): boolean {
  const sections = downloadable(request);
  return (
    sections.length > 0 && sections.every((section) => isComplete(selection.get(section.category), section))
  );
}

/** Checks whether a whole category is selected, either as the merged file or as all of its months. */
export function isComplete(ticked: Ticked | undefined, { months }: RequestSection): boolean {
  return ticked === 'merged' || (ticked !== undefined && ticked.length === months.length);
}

export function withSection(selection: Selection, category: string, ticked: Ticked | undefined): Selection {
  const next = new Map(selection);
  if (ticked === undefined || ticked.length === 0) next.delete(category);
  else next.set(category, ticked);
  return next;
}

export function withMonth(selection: Selection, category: string, month: LocalMonth, on: boolean): Selection {
  const before = selection.get(category);
  const others = (before === undefined || before === 'merged' ? [] : before).filter((each) => each !== month);
  return withSection(selection, category, on ? [...others, month].sort() : others);
}

/** Converts the selection to the gateway's format, in the order of the table. */
export function toSectionSelections(selection: Selection, request: DataRequest): SectionSelection[] {
  return request.sections.flatMap(({ category }) => {
    const ticked = selection.get(category);
    if (ticked === undefined) return [];
    return [ticked === 'merged' ? { category } : { category, months: ticked }];
  });
}
