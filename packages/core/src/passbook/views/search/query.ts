import { fromRocYear, isLocalDate, type LocalDate } from '../../../identity/index.js';

/** A parsed query. */
export interface SearchQuery {
  /** Days, months or years: `2024`, `2024-05`, `2024-05-03`; both ends are included. */
  readonly period: SearchPeriod | null;
  /**
   * The terms that must all be found; each in one of several folded spellings. The first is the one that was
   * typed.
   */
  readonly terms: readonly (readonly string[])[];
}

export interface SearchPeriod {
  readonly from: string;
  readonly to: string;
}

/** One spelling for all: half width, lower case, 台 for 臺. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('臺', '台');

/** The maximum number of words that are used; people do not type more in a query. */
const MOST_TERMS = 31;

/** Recognizes dates in any format, and keeps the rest as words. */
export function readQuery(text: string, today: LocalDate): SearchQuery {
  const periods: string[] = [];
  let rest = foldText(text);
  for (const [pattern, read] of datePatterns) {
    rest = rest.replace(pattern, (written: string, ...found: readonly (string | number | undefined)[]) => {
      // In these arguments, the position and the whole string follow the groups.
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

/** Whether a day or month is in a period: a year contains its months, and a month its days. */
export const isInPeriod = (date: string | null, { from, to }: SearchPeriod): boolean =>
  date !== null && date >= from.slice(0, date.length) && date.slice(0, to.length) <= to;

/** Separators between two dates. */
const between = /^(?:到|至|~|-|–|—|to|until)$/;

const icd = /^([a-z]\d[0-9a-z])\.?([0-9a-z]{1,4})$/;

/** ICD codes are written with and without their dot. */
function writingsOf(word: string): readonly string[] {
  const [, category, rest] = icd.exec(word) ?? [];
  if (category === undefined || rest === undefined) return [word];
  const [plain, dotted] = [`${category}${rest}`, `${category}.${rest}`];
  return word === plain ? [plain, dotted] : [dotted, plain];
}

type ReadDate = (parts: readonly (string | undefined)[], today: LocalDate) => string | null;

/** The NHI began in 1995, ROC year 84, so no record is older. */
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
 * The first pattern that matches a part of the query is used; the function next to it receives its groups.
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

/** A valid year, month or day, not before the start of the NHI and not after next year. */
function isPeriod(period: string, today: LocalDate): boolean {
  const year = Number(period.slice(0, 4));
  if (year < FIRST_YEAR || year > Number(today.slice(0, 4)) + 1) return false;
  return isLocalDate(`${period}-01-01`.slice(0, 10));
}
