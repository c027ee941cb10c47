import type { AnyRecord, Label, Medication, PartialDate } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { time, type DateStyle } from '../base/dates.js';
import type { PassbookViewerStrings } from './passbook-viewer.strings.js';

/** What every part of the viewer needs to draw itself. */
export interface Shown {
  readonly strings: PassbookViewerStrings;
  readonly dates: DateStyle;
  readonly label: (label: Label) => string;
  /** Opens the record with its raw fields. */
  readonly showRaw: (record: AnyRecord) => void;
}

/** A day that the file may not state. */
export const day = (date: PartialDate | null, { dates }: Shown): TemplateResult =>
  date === null ? html`<span class="quiet">—</span>` : time(date, dates);

/** The way to what something rests on. */
export const rawButton = (record: AnyRecord, { strings, showRaw }: Shown): TemplateResult =>
  html`<button
    type="button"
    class="link raw"
    @click=${() => {
      showRaw(record);
    }}
  >
    ${strings.rawFields}
  </button>`;

/** Words and their code, either of which may be missing. */
export const coded = ({ code, display }: { code: string | null; display: string | null }): TemplateResult =>
  html`${display ?? code ?? '—'}${display === null || code === null ? nothing : html` <small>${code}</small>`}`;

export const nameOf = ({ display, code }: Pick<Medication, 'display' | 'code'>): string =>
  display?.normalize('NFKC') ?? code ?? '—';

const PAGE_SIZE = 50;

/** A long list in pages; the page in view is the viewer's to remember. */
export interface Paging {
  readonly page: number;
  readonly turnTo: (page: number) => void;
}

export function paged<T>(
  items: readonly T[],
  { page, turnTo }: Paging,
  { strings }: Shown,
  render: (visible: readonly T[]) => TemplateResult,
): TemplateResult {
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
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
  return html`${render(items.slice(current * PAGE_SIZE, (current + 1) * PAGE_SIZE))}
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
