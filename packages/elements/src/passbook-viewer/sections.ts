import { sectionOf, type AnyRecord, type Passbook, type SectionKey } from '@mhb-kit/core/passbook';
import type { Shown } from './shown.js';

/** Pages that show several sections, or one in a way of its own; with the sections of the passbook that they are made of. */
const made = {
  overview: null,
  timeline: null,
  visits: ['r1', 'r2', 'r3', 'r9'],
  medications: ['r1', 'r2', 'r3', 'r9'],
  laboratory: ['r7'],
  allergies: ['r4'],
  reports: ['r8'],
  discharges: ['discharge-summary'],
  vaccinations: ['r6'],
  dental: ['r3'],
  'chinese-medicine': ['r9'],
  prevention: ['r10', 'r11'],
  programmes: ['r12', 'r13', 'r14'],
  wills: ['r5'],
  insurance: ['card-status', 'premium-billing', 'premium-payment'],
} as const satisfies Readonly<Record<string, readonly SectionKey[] | null>>;

export type PageId = keyof typeof made;
const pageIds = Object.keys(made) as PageId[];
/** Always there, so that nobody has to wonder where the allergies are; the others where they hold something. */
const always = new Set<PageId>(['overview', 'timeline', 'visits', 'medications', 'laboratory', 'allergies']);
/** Counted by what they hold; the others are views over what stands elsewhere. */
const counted = new Set<PageId>(pageIds.filter((id) => !always.has(id)));

/** A page of the viewer: one of its own, or a section that it does not know. */
export interface ViewerSection {
  readonly id: string;
  readonly page: PageId | null;
  readonly title: string;
  /** Records that it holds; `null` where a number would say nothing. */
  readonly count: number | null;
}

export function viewerSections(passbook: Passbook, { strings }: Shown): ViewerSection[] {
  const pages = pageIds.flatMap((id): ViewerSection[] => {
    const count = (made[id] ?? []).reduce((sum, key) => sum + passbook.sections[key].length, 0);
    if (count === 0 && !always.has(id)) return [];
    return [{ id, page: id, title: strings[id], count: counted.has(id) ? count : null }];
  });
  const unknown = Object.entries(passbook.unknownSections).flatMap(([id, records]): ViewerSection[] =>
    records.length === 0
      ? []
      : [{ id, page: null, title: strings.unknownSection(id), count: records.length }],
  );
  return [...pages, ...unknown];
}

/** The page that holds what is asked for: its own name, or the key of a section (`r6` → vaccinations). */
export function pageHolding(id: string): string {
  if (id in made) return id;
  const key = sectionOf(id)?.key;
  const holders = pageIds.filter((page) => key !== undefined && made[page]?.some((each) => each === key));
  // Of several, the one that shows least else.
  const [narrowest] = holders.sort((a, b) => (made[a]?.length ?? 0) - (made[b]?.length ?? 0));
  return narrowest ?? id;
}

export function countRecords({ sections, unknownSections }: Passbook): number {
  return [...Object.values(sections), ...Object.values(unknownSections)].reduce(
    (sum, records: readonly AnyRecord[]) => sum + records.length,
    0,
  );
}
