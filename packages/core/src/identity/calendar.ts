/**
 * Days and months in Taiwan (time zone Asia/Taipei). Years are Gregorian internally, and Republic of China
 * (ROC) years on paper and screen. Taiwan has used UTC+8 without daylight saving time since 1980, so the offset
 * is a constant here.
 */

/** A calendar day in the form `YYYY-MM-DD` (ISO 8601). Sorting the strings sorts the days by date. */
export type LocalDate = string;
/** A calendar month in the form `YYYY-MM`. */
export type LocalMonth = string;

const TAIPEI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** ROC year 1 is 1912. */
const ROC_EPOCH = 1911;

/** 115 → 2026. */
export const fromRocYear = (year: number): number => year + ROC_EPOCH;
/** 2026 → 115. */
export const toRocYear = (year: number): number => year - ROC_EPOCH;

const toUtc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** Returns the date in Taipei at `instant`. */
export function taipeiDate(instant: Date): LocalDate {
  return fromUtc(instant.getTime() + TAIPEI_OFFSET_MS);
}

/** Returns the last instant (23:59:59.999) of a day in Taipei. */
export function endOfTaipeiDay(date: LocalDate): Date {
  return new Date(toUtc(date) + DAY_MS - 1 - TAIPEI_OFFSET_MS);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(toUtc(date) + days * DAY_MS);
}

export function monthOf(date: LocalDate): LocalMonth {
  return date.slice(0, 7);
}

export function addMonths(month: LocalMonth, months: number): LocalMonth {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

export function firstDayOf(month: LocalMonth): LocalDate {
  return `${month}-01`;
}

export function lastDayOf(month: LocalMonth): LocalDate {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

/** Returns all months from `first` to `last`, including both. */
export function monthsBetween(first: LocalMonth, last: LocalMonth): LocalMonth[] {
  const months: LocalMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Checks whether `text` is a day that exists, in the form `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toUtc(text)) && fromUtc(toUtc(text)) === text;
}

/** Formats a day or month with its ROC year, as people write it: `115/03/05`, `115/03`. */
export function formatRoc(date: LocalDate | LocalMonth): string {
  const [year = '', ...rest] = date.split('-');
  return [String(toRocYear(Number(year))).padStart(3, '0'), ...rest].join('/');
}

/** Formats a day as in file names: ROC `yyyMMdd`, such as `1040527`. */
export function formatRocCompact(date: LocalDate): string {
  return formatRoc(date).replaceAll('/', '');
}
