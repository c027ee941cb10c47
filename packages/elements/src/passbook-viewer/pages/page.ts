import { sections, type Passbook } from '@mhb-kit/core/passbook';
import type { CSSResult, TemplateResult } from 'lit';
import type { ViewerData } from '../data/viewer-data.js';
import type { BirthYearQuestion } from '../parts/birth-year.js';
import { preparing } from '../parts/preparing.js';
import type { Paging, Shown } from '../parts/shown.js';
import type { Words } from '../parts/words.js';
import type { ViewerView } from '../view/view.js';

/** What a page needs for rendering and for navigation. */
export interface PageContext {
  readonly data: ViewerData;
  readonly view: ViewerView;
  /** Changes the view of the same page. */
  readonly change: (view: Partial<ViewerView>) => void;
  /** Opens another page. */
  readonly go: (section: string, view?: Partial<ViewerView>) => void;
  /** Width of the page in pixels. */
  readonly chartWidth: number;
  readonly paging: Paging;
  readonly birthYear: BirthYearQuestion;
  /** What other elements add to the visit card while it is printed. */
  readonly added: readonly Node[];
  /** Saves a file, in the same way as an export. */
  readonly save: (content: Blob, name: string) => void;
}

/** A page of the viewer, as defined in the page's folder. */
export interface Page<Table extends object, Content, Used> {
  /** The name of the page in `section`, and the key of its title in its strings. */
  readonly id: string;
  readonly words: Words<Table>;
  readonly styles?: CSSResult;
  /**
   * The number next to the page's title; by default the number of records in the sections that name the page. If
   * it is 0, the page is not offered; if it is `null`, the page is always offered, without a number.
   */
  readonly count?: (passbook: Passbook) => number | null;
  /** The content of the page; `undefined` while it is being computed (`ViewerData.later`). */
  readonly load: (data: ViewerData, view: ViewerView) => Content | undefined;
  /**
   * Renders the page. If a page contains parts of other pages, the type of `shown` declares which strings it
   * needs.
   */
  readonly render: (content: Content, context: PageContext, shown: Shown<Used>) => TemplateResult;
}

/** An entry in the list of pages, which hides the type of the page's content. */
export interface RegisteredPage<Table extends object, Used> {
  readonly id: string;
  readonly words: Words<Table>;
  readonly styles: CSSResult | undefined;
  readonly count: (passbook: Passbook) => number | null;
  readonly draw: (context: PageContext, shown: Shown<Used>) => TemplateResult;
}

/** Creates an entry in the list of pages. */
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

/** Records in the sections that name the page. */
const recordsFor = (id: string, passbook: Passbook): number =>
  sections.reduce(
    (sum, { key, pages }) => sum + (pages?.includes(id) ? passbook.sections[key].length : 0),
    0,
  );

/** The `count` of pages that are always offered, such as the allergies, so that nobody has to look for them. */
export const uncounted = (): null => null;
