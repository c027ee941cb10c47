import { fromRocYear, isLocalDate, type LocalDate } from './calendar.js';

const EARLIEST_YEAR = 1890;

/**
 * Parses a date of birth as people in Taiwan write it. The year can be a Republic of China year (`民國 50 年 4
 * 月 18 日`, `50/04/18`, `0500418`, `500418`) or a Gregorian year (`1961-04-18`, `19610418`). Returns `null` if
 * there is no such day, or if it is after `today`.
 */
export function readBirthDate(typed: string, today: LocalDate): LocalDate | null {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^(?:民國|西元)/, '');
  const parts =
    /^(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{2,4})(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const written = Number(year);
  const western = written >= EARLIEST_YEAR ? written : fromRocYear(written);
  const date = `${western}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return written > 0 && isLocalDate(date) && date <= today ? date : null;
}

/** The maximum age, in years, of a person whose passbook is opened. */
const OLDEST = 125;

/**
 * Parses a year of birth, which can be a Republic of China year (`民國47年`, `47`) or a Gregorian year
 * (`1958`). Returns `null` if nobody alive on `today` can have been born in that year.
 */
export function readBirthYear(typed: string, today: LocalDate): number | null {
  const [, written] =
    /^(?:民國|西元)?(\d{1,4})年?$/.exec(typed.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  if (written === undefined || Number(written) === 0) return null;
  const year = written.length === 4 ? Number(written) : fromRocYear(Number(written));
  const thisYear = Number(today.slice(0, 4));
  return year <= thisYear && year >= thisYear - OLDEST ? year : null;
}
