import { fromRocYear, isLocalDate, type LocalDate } from '../../../identity/index.js';

/** A query after it has been parsed. */
export interface SearchQuery {
  /** The days, months or years in the query (`2024`, `2024-05` or `2024-05-03`). Both ends are included. */
  readonly period: SearchPeriod | null;
  /**
   * The terms, all of which must be found. Each term is a list of alternative normalized spellings, of which the
   * first is the one in the query.
   */
  readonly terms: readonly (readonly string[])[];
}

export interface SearchPeriod {
  readonly from: string;
  readonly to: string;
}

/** Normalizes text: half-width characters, lower case, and 台 instead of 臺. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('臺', '台');

/** The maximum number of words that are used from a query. People do not type more. */
const MOST_TERMS = 31;

/** Reads a query. Dates are recognized in any format, and the rest is read as words. */
export function readQuery(text: string, today: LocalDate): SearchQuery {
  const periods: string[] = [];
  let rest = foldText(text);
  for (const [pattern, read] of datePatterns) {
    rest = rest.replace(pattern, (written: string, ...found: readonly (string | number | undefined)[]) => {
      // The arguments of this callback end with the position and the whole string, which follow the groups.
      const parts = found.slice(0, -2) as readonly (string | undefined)[];
      const period = read(parts, today);
      if (period === null || !isPeriod(period, today)) return written;
      periods.push(period);
      return ' ';
    });
  }
  const words = rest
    .split(/\s+/)
    .filter((word) => word !== '' && !(periods.length > 1 && between.test(word)));
  periods.sort();
  const [from] = periods;
  const to = periods.at(-1);
  return {
    period: from === undefined || to === undefined ? null : { from, to },
    terms: [...new Set(words)].slice(0, MOST_TERMS).map(writingsOf),
  };
}

/**
 * Checks whether a day or month is in a period. A year contains all its months, and a month contains all its days.
 */
export const isInPeriod = (date: string | null, { from, to }: SearchPeriod): boolean =>
  date !== null && date >= from.slice(0, date.length) && date.slice(0, to.length) <= to;

/** Matches the words and signs that separate two dates. */
const between = /^(?:到|至|~|-|–|—|to|until)$/;

const icd = /^([a-z]\d[0-9a-z])\.?([0-9a-z]{1,4})$/;

/** Returns the spellings of a word. An ICD code can be written with or without the dot. */
function writingsOf(word: string): readonly string[] {
  const [, category, rest] = icd.exec(word) ?? [];
  if (category === undefined || rest === undefined) return [word];
  const [plain, dotted] = [`${category}${rest}`, `${category}.${rest}`];
  return word === plain ? [plain, dotted] : [dotted, plain];
}

type ReadDate = (parts: readonly (string | undefined)[], today: LocalDate) => string | null;

/** The first year of the NHI, which is ROC year 84. No record is older. */
const FIRST_YEAR = 1995;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_LETTERS = 3;
const monthName =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?';

const joined = (year: number, month: string | undefined, day: string | undefined): string =>
  [String(year), month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
const western: ReadDate = ([year, month, day]) => joined(Number(year), month, day);
const roc: ReadDate = ([year, month, day]) => joined(fromRocYear(Number(year)), month, day);
const named = (year: string | undefined, name: string | undefined, day: string | undefined): string =>
  joined(Number(year), String(months.indexOf((name ?? '').slice(0, MONTH_LETTERS)) + 1), day);
const ago =
  (years: number): ReadDate =>
  (_, today) =>
    String(Number(today.slice(0, 4)) - years);
const monthsAgo =
  (months: number): ReadDate =>
  (_, today) => {
    const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
    return joined(Math.floor(month / 12), String((month % 12) + 1), undefined);
  };

/**
 * The patterns are applied in this order, and each removes what it matches from the query. The function next to a
 * pattern receives its groups.
 */
const datePatterns: readonly (readonly [RegExp, ReadDate])[] = [
  [/(?<!\d)(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日號]?)?)?/g, western],
  [/(?:民國)?(?<!\d)(\d{2,3})年(?:(\d{1,2})月(?:(\d{1,2})[日號]?)?)?/g, roc],
  [/(?<![\w./-])(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\w./])/g, western],
  [/(?<![\w./-])(\d{2,3})[-/.](\d{1,2})[-/.](\d{1,2})(?![\w./])/g, roc],
  [/(?<![\w./])(\d{3})[-/.](\d{1,2})(?![\w./])/g, roc],
  [/(?<![\w./])(\d{2})[-/](\d{1,2})(?![\w./])/g, roc],
  [
    new RegExp(`(?<!\\w)${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\w)`, 'g'),
    ([name, day, year]) => named(year, name, day),
  ],
  [
    new RegExp(`(?<!\\w)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}\\s+(\\d{4})(?!\\w)`, 'g'),
    ([day, name, year]) => named(year, name, day),
  ],
  [
    new RegExp(`(?<!\\w)${monthName}\\s+(\\d{4})(?!\\w)`, 'g'),
    ([name, year]) => named(year, name, undefined),
  ],
  [
    new RegExp(`(?<!\\w)(\\d{4})\\s+${monthName}(?!\\w)`, 'g'),
    ([year, name]) => named(year, name, undefined),
  ],
  [/(?<![\w.])(\d{4})(\d{2})(\d{2})(?![\w.])/g, western],
  [/(?<![\w.])(\d{3})(\d{2})(\d{2})(?![\w.])/g, roc],
  [/(?<![\w.])(\d{4})(\d{2})(?![\w.])/g, western],
  [/(?<![\w./-])(\d{4})(?![\w./-])/g, western],
  [/今年|\bthis year\b/g, ago(0)],
  [/去年|\blast year\b/g, ago(1)],
  [/前年/g, ago(2)],
  [/這個月|本月|\bthis month\b/g, monthsAgo(0)],
  [/上個月|上月|\blast month\b/g, monthsAgo(1)],
];

/** Checks for a valid year, month or day that is neither before the start of the NHI nor after next year. */
function isPeriod(period: string, today: LocalDate): boolean {
  const year = Number(period.slice(0, 4));
  if (year < FIRST_YEAR || year > Number(today.slice(0, 4)) + 1) return false;
  return isLocalDate(`${period}-01-01`.slice(0, 10));
}
