import { sectionOf, sections, type AnyRecord, type Passbook } from '@mhb-kit/core/passbook';
import type { TemplateResult } from 'lit';
import type { BookShown, BookWords } from './book-words.js';
import { pages } from './pages/index.js';
import type { PageContext, RegisteredPage } from './pages/page.js';
import { drawSection } from './pages/section/section.js';

/** A page of the open passbook: either a page of the viewer, or a section that no page of the viewer shows. */
export interface BookPage {
  readonly id: string;
  readonly title: string;
  /** Number of records on the page; `null` if a number would be meaningless. */
  readonly count: number | null;
  readonly draw: (context: PageContext, shown: BookShown) => TemplateResult;
}

type AnyPage = RegisteredPage<object, BookWords>;

const registered: readonly AnyPage[] = pages;

/** Returns the pages for which the passbook has data. */
export function contentsOf(passbook: Passbook, shown: BookShown): BookPage[] {
  const own = registered.flatMap(({ id, count, draw }): BookPage[] => {
    const number = count(passbook);
    return number === 0 ? [] : [{ id, title: titleOf(id, shown), count: number, draw }];
  });
  const tables = sections.flatMap(({ key, label, pages: named }) =>
    named?.length === 0 ? tableOf(key, shown.label(label), passbook.sections[key]) : [],
  );
  const unknown = Object.entries(passbook.unknownSections).flatMap(([key, records]) =>
    tableOf(key, shown.sectionName(key), records),
  );
  return [...own, ...tables, ...unknown];
}

const titleOf = (id: string, { strings }: BookShown): string =>
  (strings as unknown as Readonly<Record<string, string>>)[id] ?? id;

/** Creates a page with a table for a section that no other page shows. */
const tableOf = (id: string, title: string, records: readonly AnyRecord[]): readonly BookPage[] =>
  records.length === 0
    ? []
    : [
        {
          id,
          title,
          count: records.length,
          draw: (context, shown) => drawSection(id, context, shown),
        },
      ];

/**
 * Returns the page for an ID, which is either the ID of a page or the key of a section on a page. For example,
 * `premium-billing` is on the page `insurance`.
 */
export function pageHolding(id: string): string {
  if (registered.some((page) => page.id === id)) return id;
  const section = sectionOf(id);
  const holders = registered.filter((page) => section?.pages?.includes(page.id));
  // If several pages show the section, choose the page that shows the fewest sections.
  const sectionsOn = (page: AnyPage): number =>
    sections.filter(({ pages: named }) => named?.includes(page.id)).length;
  const [narrowest] = holders.sort((a, b) => sectionsOn(a) - sectionsOn(b));
  return narrowest?.id ?? section?.key ?? id;
}
