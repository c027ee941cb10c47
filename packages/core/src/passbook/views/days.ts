import { isLocalDate, type LocalDate } from '../../identity/index.js';
import type { PartialDate } from '../model/model.js';

/** Days as numbers since 1970-01-01, because most of the work on supplies is adding and comparing days. */

const DAY = 86_400_000;

/** Caches of converted days: a passbook contains only a few thousand days, but each of them many times. */
const numbers = new Map<PartialDate, number | null>();
const dates = new Map<number, LocalDate>();

/** The number of a day; `null` for a month or a missing date. */
export function dayNumber(date: PartialDate | null): number | null {
  if (date === null) return null;
  let number = numbers.get(date);
  if (number === undefined) {
    number = isLocalDate(date) ? Date.parse(date) / DAY : null;
    numbers.set(date, number);
  }
  return number;
}

export function dateOfDay(day: number): LocalDate {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, 10);
    dates.set(day, date);
  }
  return date;
}
