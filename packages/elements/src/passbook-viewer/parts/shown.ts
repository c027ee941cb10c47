import { toRocYear } from '@mhb-kit/core/identity';
import type { AnyRecord, DrugProduct, Label, Medication, PartialDate } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, time, type DateStyle } from '../../base/dates.js';
import type { FrameWords } from '../frame/frame.strings.js';
import type { PartsWords } from './parts.strings.js';
import { term, type Glossary, type Term } from './term.js';

/**
 * The data and functions that every part of the viewer needs for rendering. `Table` is the type of the strings
 * that a page uses in addition to the common strings.
 */
export interface Shown<Table = unknown> {
  readonly strings: FrameWords & PartsWords & Table;
  readonly dates: DateStyle;
  /** Returns a year, or a period such as `2026-01/2026-03`, in readable form. */
  readonly year: (period: string) => string;
  readonly label: (label: Label) => string;
  /** Returns the name of a section that is not part of the NHI's format. */
  readonly sectionName: (key: string) => string;
  /** Returns a day as text, for use in names and headings. */
  readonly date: (date: PartialDate | null) => string;
  readonly glossary: Glossary;
  /** Opens the dialog that shows a record with its raw fields. */
  readonly showRaw: (record: AnyRecord) => void;
}

/** Renders a day, or a dash if the file does not state one. */
export const day = (date: PartialDate | null, { dates }: Shown): TemplateResult =>
  date === null ? html`<span class="quiet">—</span>` : time(date, dates);

/**
 * Returns a period in readable form. The year `2026` becomes 民國 115 年 or 2026, and `2026-01/2026-03` becomes two
 * months separated by a dash.
 */
export function yearName(period: string, dates: DateStyle, strings: PartsWords): string {
  const [from = '', to] = period.split('/');
  if (to !== undefined) return `${yearName(from, dates, strings)} – ${yearName(to, dates, strings)}`;
  if (from.length > YEAR_LENGTH) return formatDate(from, dates);
  return from === '' ? '' : dates.calendar === 'roc' ? strings.rocYear(toRocYear(Number(from))) : from;
}

const YEAR_LENGTH = 4;

/** Renders the button that opens the record on which a statement is based. */
export const rawButton = (
  record: AnyRecord,
  { strings, showRaw }: Shown,
  words: string = strings.rawFields,
): TemplateResult =>
  html`<button
    type="button"
    class="link raw"
    @click=${() => {
      showRaw(record);
    }}
  >
    ${words}
  </button>`;

/** Renders a term and its value as an item of a list. */
export const pair = (term: unknown, value: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

/** Renders a text followed by its code. Either the text or the code can be missing. */
export const coded = (
  { code, display }: { code: string | null; display: string | null },
  kind: Term['kind'] | undefined,
  shown: Shown,
  on: PartialDate | null = null,
): TemplateResult => {
  const name = display ?? code ?? '—';
  return html`${kind === undefined ? name : term({ kind, code, name, on }, shown)}${
    display === null || code === null ? nothing : html` <small>${code}</small>`
  }`;
};

export const nameOf = ({ display, code }: Pick<Medication, 'display' | 'code'>): string =>
  display?.normalize('NFKC') ?? code ?? '—';

/** Renders the name of a drug or an order, with a button that explains it. */
export const named = (
  what: Pick<Medication, 'display' | 'code'> & { readonly product?: DrugProduct | null },
  kind: Extract<Term['kind'], 'drug' | 'order'>,
  shown: Shown,
): TemplateResult =>
  term(
    {
      // An order that has ingredients is treated as a drug, regardless of which list contains it.
      kind: (what.product?.ingredients.length ?? 0) > 0 ? 'drug' : kind,
      code: what.code,
      name: nameOf(what),
      ...(what.product ? { product: what.product } : {}),
    },
    shown,
  );

export const PAGE_SIZE = 50;
/**
 * The maximum number of records that are printed from one list, because browsers cannot lay out more. On paper, a
 * list is printed as a whole instead of being divided into pages.
 */
const MOST_PRINTED = 20_000;

/** The state and action for showing a long list in pages. The viewer stores the current page. */
export interface Paging {
  readonly page: number;
  readonly turnTo: (page: number) => void;
  /** Shows all items at once, as for printing. */
  readonly whole?: true;
}

export function paged<T>(
  items: readonly T[],
  { page, turnTo, whole }: Paging,
  { strings }: Shown,
  render: (visible: readonly T[]) => TemplateResult,
  size = PAGE_SIZE,
): TemplateResult {
  if (whole === true) {
    const left = items.length - MOST_PRINTED;
    return html`${render(items.slice(0, MOST_PRINTED))}
    ${left > 0 ? html`<p>${strings.notPrinted(left)}</p>` : nothing}`;
  }
  const pages = Math.max(1, Math.ceil(items.length / size));
  const current = Math.min(page, pages - 1);
  const turn = (to: number, words: string): TemplateResult =>
    html`<button
      type="button"
      ?disabled=${to < 0 || to >= pages}
      @click=${() => {
        turnTo(to);
      }}
    >
      ${words}
    </button>`;
  return html`${render(items.slice(current * size, (current + 1) * size))}
  ${
    pages === 1
      ? nothing
      : html`<div class="actions pager">
          ${turn(current - 1, strings.previousPage)}
          <span role="status">${strings.page(current + 1, pages)}</span>
          ${turn(current + 1, strings.nextPage)}
        </div>`
  }`;
}
