import { sectionOf, type AnyRecord, type Passbook } from '@mhb-kit/core/passbook';
import type { Shown } from './shown.js';

/** A page of the viewer. The first six are views over several sections, the rest are sections as they are. */
export interface ViewerSection {
  readonly id: string;
  readonly title: string;
  /** Records of a plain section; `null` for a view. */
  readonly records: readonly AnyRecord[] | null;
}

/** Sections that the views show already, and the declaration, which is no record. */
const inViews = new Set(['r0', 'r1', 'r2', 'r3', 'r4', 'r7', 'r9']);

export function viewerSections(passbook: Passbook, { strings, label }: Shown): ViewerSection[] {
  const views = (['overview', 'timeline', 'visits', 'medications', 'laboratory', 'allergies'] as const).map(
    (id) => ({
      id,
      title: strings[id],
      records: null,
    }),
  );
  const all: readonly (readonly [string, readonly AnyRecord[]])[] = [
    ...Object.entries(passbook.sections),
    ...Object.entries(passbook.unknownSections),
  ];
  const plain = all.flatMap(([id, records]): ViewerSection[] => {
    if (inViews.has(id) || records.length === 0) return [];
    const section = sectionOf(id);
    return [
      { id, title: section === undefined ? strings.unknownSection(id) : label(section.label), records },
    ];
  });
  return [...views, ...plain];
}

export function countRecords({ sections, unknownSections }: Passbook): number {
  return [...Object.values(sections), ...Object.values(unknownSections)].reduce(
    (sum, records) => sum + records.length,
    0,
  );
}
