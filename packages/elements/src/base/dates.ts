import { formatRoc, type LocalDate, type LocalMonth } from '@mhb-kit/core/identity';
import { html, type TemplateResult } from 'lit';

/** ROC years as Taiwan's forms have them, or western ones. */
export type CalendarName = 'roc' | 'gregorian';

export interface DateStyle {
  readonly calendar: CalendarName;
  /** BCP 47, for the names of western months. */
  readonly tag: string;
}

/** A day or month for a cell, digits aligned: `115/03/05`, `115/03`; western `2026/03/05`, in English `Mar 5, 2026`. */
export function formatDate(date: LocalDate | LocalMonth, { calendar, tag }: DateStyle): string {
  if (calendar === 'roc') return formatRoc(date);
  if (tag.startsWith('zh')) return date.replaceAll('-', '/');
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', month: 'short' };
  if (date.length > 7) parts.day = 'numeric';
  return new Intl.DateTimeFormat(tag, parts).format(
    new Date(`${date.slice(0, 7)}-${date.slice(8) || '01'}T00:00:00Z`),
  );
}

/** A day in a sentence, as people write it: `115/3/5`. */
export function formatDateInText(date: LocalDate, style: DateStyle): string {
  return formatDate(date, style).replaceAll('/0', '/');
}

/** A day or month as an element that machines can read too. */
export function time(date: LocalDate | LocalMonth, style: DateStyle): TemplateResult {
  return html`<time datetime=${date}>${formatDate(date, style)}</time>`;
}
