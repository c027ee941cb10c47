import { formatRoc, taipeiDate, type LocalDate, type LocalMonth } from '@mhb-kit/core/identity';
import { html, type TemplateResult } from 'lit';

/** The name of a calendar: `roc` has ROC years, as in Taiwan's forms, and `gregorian` has Gregorian years. */
export type CalendarName = 'roc' | 'gregorian';

export interface DateStyle {
  readonly calendar: CalendarName;
  /** A BCP 47 language tag, which determines the names of Gregorian months. */
  readonly tag: string;
}

/**
 * Formats a day or month for a table cell, with aligned digits: `115/03/05` or `115/03`. Gregorian dates are
 * written as `2026/03/05`, or `Mar 5, 2026` in English.
 */
export function formatDate(date: LocalDate | LocalMonth, { calendar, tag }: DateStyle): string {
  if (calendar === 'roc') return formatRoc(date);
  if (tag.startsWith('zh')) return date.replaceAll('-', '/');
  return westernFormat(tag, date.length > 7).format(
    new Date(`${date.slice(0, 7)}-${date.slice(8) || '01'}T00:00:00Z`),
  );
}

/**
 * Date formats by language and precision. They are cached because creating a format takes a hundred times as long
 * as using it, and a page shows hundreds of dates.
 */
const westernFormats = new Map<string, Intl.DateTimeFormat>();

function westernFormat(tag: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${tag} ${withDay}`;
  const known = westernFormats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(withDay ? { day: 'numeric' } : {}),
  });
  westernFormats.set(key, format);
  return format;
}

/**
 * Creates the formats of days and months. In a language that has not been used yet, this takes about ten
 * milliseconds, so call it before the task that renders a page.
 */
export function prepareDates(style: DateStyle): void {
  formatDate('2026-03-05', style);
  formatDate('2026-03', style);
}

/** Formats a day for a sentence, as people write it: `115/3/5`. */
export function formatDateInText(date: LocalDate, style: DateStyle): string {
  return formatDate(date, style).replaceAll('/0', '/');
}

/** Renders a day or month as a `time` element, which programs can read. */
export function time(date: LocalDate | LocalMonth, style: DateStyle): TemplateResult {
  return html`<time datetime=${date}>${formatDate(date, style)}</time>`;
}

/** Formats a time of day in Taiwan, such as `15:24`. */
export function formatTime(instant: Date, tag: string): string {
  return new Intl.DateTimeFormat(tag, {
    timeZone: 'Asia/Taipei',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

/** Formats a date and time in Taiwan, such as `115/03/05 15:24`. */
export function formatMoment(instant: Date, style: DateStyle): string {
  return `${formatDate(taipeiDate(instant), style)} ${formatTime(instant, style.tag)}`;
}

/**
 * Returns the style for dates. If no calendar is given, the style uses ROC years in Chinese and Gregorian years in
 * other languages.
 */
export function calendarFor(calendar: CalendarName | undefined, tag: string): DateStyle {
  return { tag, calendar: calendar ?? (tag.startsWith('zh') ? 'roc' : 'gregorian') };
}
