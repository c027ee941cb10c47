import { sections, type Passbook } from '@mhb-kit/core/passbook';
import type { CSSResult, TemplateResult } from 'lit';
import type { ViewerData } from '../data/viewer-data.js';
import type { BirthYearQuestion } from '../parts/birth-year.js';
import { preparing } from '../parts/preparing.js';
import type { Paging, Shown } from '../parts/shown.js';
import type { Words } from '../parts/words.js';
import type { ViewerView } from '../view/view.js';

/** The data and functions that a page needs for rendering and navigation. */
export interface PageContext {
  readonly data: ViewerData;
  readonly view: ViewerView;
  /** Changes the view without leaving the page. */
  readonly change: (view: Partial<ViewerView>) => void;
  /** Opens another page. */
  readonly go: (section: string, view?: Partial<ViewerView>) => void;
  /** The width in pixels that charts can use. */
  readonly chartWidth: number;
  readonly paging: Paging;
  readonly birthYear: BirthYearQuestion;
  /** The nodes that other elements add to the visit card while it is printed. */
  readonly added: readonly Node[];
  /** Saves a file in the same way as an exported passbook. */
  readonly save: (content: Blob, name: string) => void;
}

/** A page of the viewer, as defined in the page's folder. */
export interface Page<Table extends object, Content, Used> {
  /**
   * The ID of the page. It is also the page's value in `section`, and the key of the page's title in the strings.
   */
  readonly id: string;
  readonly words: Words<Table>;
  readonly styles?: CSSResult;
  /**
   * Returns the number that is shown next to the page's title; by default, the number of records in the sections
   * that name the page. If the number is 0, the page is not offered. If it is `null`, the page is always offered,
   * without a number.
   */
  readonly count?: (passbook: Passbook) => number | null;
  /** Returns the content of the page, or `undefined` while the content is being computed (`ViewerData.later`). */
  readonly load: (data: ViewerData, view: ViewerView) => Content | undefined;
  /**
   * Renders the page. If the page contains parts of other pages, the type of `shown` declares which of their
   * strings it needs.
   */
  readonly render: (content: Content, context: PageContext, shown: Shown<Used>) => TemplateResult;
}

/** An entry in the list of pages. Its type does not reveal the type of the page's content. */
export interface RegisteredPage<Table extends object, Used> {
  readonly id: string;
  readonly words: Words<Table>;
  readonly styles: CSSResult | undefined;
  readonly count: (passbook: Passbook) => number | null;
  readonly draw: (context: PageContext, shown: Shown<Used>) => TemplateResult;
}

/** Creates an entry for the list of pages. */
export function page<Table extends object, Content, Used = Table>({
  id,
  words,
  styles,
  count = (passbook) => recordsFor(id, passbook),
  load,
  render,
}: Page<Table, Content, Used>): RegisteredPage<Table, Used> {
  return {
    id,
    words,
    styles,
    count,
    draw: (context, shown) => {
      const content = load(context.data, context.view);
      return content === undefined ? preparing(shown) : render(content, context, shown);
    },
  };
}

/** Returns the number of records in the sections that name the page. */
const recordsFor = (id: string, passbook: Passbook): number =>
  sections.reduce(
    (sum, { key, pages }) => sum + (pages?.includes(id) ? passbook.sections[key].length : 0),
    0,
  );

/**
 * The `count` of pages that are always offered. The allergies page is always offered, so that people can rely on
 * finding it.
 */
export const uncounted = (): null => null;
