import { sections, type Passbook } from '@mhb-kit/core/passbook';
import type { CSSResult, TemplateResult } from 'lit';
import type { ViewerData } from '../data/viewer-data.js';
import type { BirthYearQuestion } from '../parts/birth-year.js';
import { preparing } from '../parts/preparing.js';
import type { Paging, Shown } from '../parts/shown.js';
import type { Words } from '../parts/words.js';
import type { ViewerView } from '../view/view.js';

/** What a page is drawn with, and how it moves on. */
export interface PageContext {
  readonly data: ViewerData;
  readonly view: ViewerView;
  /** Changes what is shown of the same page. */
  readonly change: (view: Partial<ViewerView>) => void;
  /** Turns to another page. */
  readonly go: (section: string, view?: Partial<ViewerView>) => void;
  /** Of the page, in pixels. */
  readonly chartWidth: number;
  readonly paging: Paging;
  readonly birthYear: BirthYearQuestion;
  /** What others have added to the visit card, while it is printed. */
  readonly added: readonly Node[];
  /** Hands a file over, as an export does. */
  readonly save: (content: Blob, name: string) => void;
}

/** A page of the viewer, as its folder describes it. */
export interface Page<Table extends object, Content, Used> {
  /** Its name in `section`, and the key of its title among its words. */
  readonly id: string;
  readonly words: Words<Table>;
  readonly styles?: CSSResult;
  /**
   * The number beside its title; left out, the records of the sections that name this page. With 0 it is not offered; with `null`
   * it always is, without a number.
   */
  readonly count?: (passbook: Passbook) => number | null;
  /** What it shows; `undefined` while that is being made (`ViewerData.later`). */
  readonly load: (data: ViewerData, view: ViewerView) => Content | undefined;
  /** Draws it. A page that shows parts of other pages says whose words it needs by the type of `shown`. */
  readonly render: (content: Content, context: PageContext, shown: Shown<Used>) => TemplateResult;
}

/** A page among others: what it loads is its own affair. */
export interface RegisteredPage<Table extends object, Used> {
  readonly id: string;
  readonly words: Words<Table>;
  readonly styles: CSSResult | undefined;
  readonly count: (passbook: Passbook) => number | null;
  readonly draw: (context: PageContext, shown: Shown<Used>) => TemplateResult;
}

/** Makes an entry of the list of pages. */
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

/** Records of the sections that name the page. */
const recordsFor = (id: string, passbook: Passbook): number =>
  sections.reduce(
    (sum, { key, pages }) => sum + (pages?.includes(id) ? passbook.sections[key].length : 0),
    0,
  );

/** For pages that are always offered, so that nobody has to wonder where the allergies are. */
export const uncounted = (): null => null;
