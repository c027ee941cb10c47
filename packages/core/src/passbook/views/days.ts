import { isLocalDate, type LocalDate } from '../../identity/index.js';
import type { PartialDate } from '../model/model.js';

/**
 * Converts days to numbers that count from 1970-01-01, because computing supplies consists mostly of adding and
 * comparing days.
 */

const DAY = 86_400_000;

/**
 * The days that have been converted. A cache is useful because a passbook contains only a few thousand different
 * days, each of them many times.
 */
const numbers = new Map<PartialDate, number | null>();
const dates = new Map<number, LocalDate>();

/** Returns the number of a day, or `null` if the date is missing or states only a month. */
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
