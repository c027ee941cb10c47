import { fromRocYear, isLocalDate } from '../../identity/index.js';
import type { DrugNames } from '../ingredients/index.js';
import type {
  DrugIngredient,
  DrugProduct,
  Organization,
  PartialDate,
  RawRow,
  Timestamp,
} from '../record/record.js';
import type { NoteCode, NoteCollector } from '../record/notes.js';
import { isDrugCode } from '../record/orders.js';

/** Parses the strings in a passbook: dates in all notations, numbers, and blank fields. */

/** The Gregorian year of ROC year 1. There is no ROC year 0, and nobody was insured before ROC year 1. */
const FIRST_YEAR = 1912;

interface DateReading {
  readonly date: PartialDate | null;
  readonly note: NoteCode | null;
}

const unreadable: DateReading = { date: null, note: 'date-invalid' };

const monthReading = (year: number, month: string, roc: boolean): DateReading =>
  year >= FIRST_YEAR && Number(month) >= 1 && Number(month) <= 12
    ? { date: `${year}-${month}`, note: roc ? 'date-roc' : 'date-month-only' }
    : unreadable;

const dayReading = (year: number, month: string, day: string, roc: boolean): DateReading => {
  if (year < FIRST_YEAR) return unreadable;
  const date = `${year}-${month}-${day}`;
  // Every month has days 1 to 28, so only later days have to be looked up in the calendar.
  const plain = month >= '01' && month <= '12' && day >= '01' && day <= '28';
  return plain || isLocalDate(date) ? { date, note: roc ? 'date-roc' : null } : unreadable;
};

const separated = /^(\d{2,4})[/\-.年](\d{1,2})(?:[/\-.月](\d{1,2})日?|月)?$/;

/**
 * Reads a date in any notation that passbooks use: `YYYYMMDD`, `YYYYMM`, ROC `yyyMMdd` and `yyyMM`, and dates of
 * both calendars with separators (`103/05/05`). Six digits are read as a Gregorian year and month if possible,
 * otherwise as ROC `yyMMdd`.
 */
export function readDate(text: string): DateReading {
  if (/^\d{8}$/.test(text))
    return dayReading(Number(text.slice(0, 4)), text.slice(4, 6), text.slice(6), false);
  const compact = text.normalize('NFKC').replace(/\s+/g, '').replace(/^民國/, '');
  const parts = separated.exec(compact);
  if (parts !== null) {
    const [, year = '', month = '', day] = parts;
    const roc = year.length < 4;
    const western = roc ? fromRocYear(Number(year)) : Number(year);
    return day === undefined
      ? monthReading(western, month.padStart(2, '0'), roc)
      : dayReading(western, month.padStart(2, '0'), day.padStart(2, '0'), roc);
  }
  if (!/^\d{5,8}$/.test(compact)) return unreadable;
  const rocYear = fromRocYear(Number(compact.slice(0, -4)));
  switch (compact.length) {
    case 8:
      return dayReading(Number(compact.slice(0, 4)), compact.slice(4, 6), compact.slice(6), false);
    case 7:
      return dayReading(rocYear, compact.slice(3, 5), compact.slice(5), true);
    case 6: {
      const year = Number(compact.slice(0, 4));
      const western = year >= 1900 && year < 2100 ? monthReading(year, compact.slice(4), false) : unreadable;
      return western.date === null
        ? dayReading(rocYear, compact.slice(2, 4), compact.slice(4), true)
        : western;
    }
    default:
      return monthReading(fromRocYear(Number(compact.slice(0, 3))), compact.slice(3), true);
  }
}

/**
 * Reads a number as passbooks write it, such as `28.00`, `00198.57` or `1,234`, also in full-width digits. Returns
 * `null` if the text is not a number.
 */
export function readNumber(text: string): number | null {
  if (plainNumber.test(text)) return Number(text);
  const compact = text.normalize('NFKC').replace(/[\s,]+/g, '');
  return plainNumber.test(compact) ? Number(compact) : null;
}

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * Returns a field's value without leading and trailing white space, or `null` if the field is missing or blank.
 */
export function textOf(row: RawRow, key: string): string | null {
  const value = row[key];
  if (typeof value !== 'string' || value === '') return null;
  if (isPrinted(value.charCodeAt(0)) && isPrinted(value.charCodeAt(value.length - 1))) return value;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/**
 * Checks whether a character is clearly not white space, such as a letter, a digit or a Chinese character. With
 * this check, nearly all strings can skip `trim`.
 */
const isPrinted = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code < 0xfe00);

/**
 * Reads `YYYYMMDDHHMM`, optionally with seconds, in Taiwan's time zone. A date without a time means midnight.
 * Returns `null` if the text is not a timestamp.
 */
function readTimestamp(text: string): Timestamp | null {
  const match = /^(\d{7,8}?)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text);
  const [, day = '', hour = '00', minute = '00', second = '00'] = match ?? [];
  const { date } = readDate(day);
  return date === null || hour > '23' || minute > '59' || second > '59'
    ? null
    : `${date}T${hour}:${minute}:${second}+08:00`;
}

/**
 * Reads dates and timestamps. The same ones occur many times in a passbook, so each of them is read only once.
 */
export class DateReader {
  readonly #dates = new Map<string, DateReading>();
  readonly #timestamps = new Map<string, Timestamp | null>();

  date(text: string): DateReading {
    let reading = this.#dates.get(text);
    if (reading === undefined) this.#dates.set(text, (reading = readDate(text)));
    return reading;
  }

  timestamp(text: string): Timestamp | null {
    let timestamp = this.#timestamps.get(text);
    if (timestamp === undefined) this.#timestamps.set(text, (timestamp = readTimestamp(text)));
    return timestamp;
  }
}

/** Collects notes about irregularities in a file. */
export type Notes = Pick<NoteCollector, 'add'>;

/** Reads the fields of a section's rows in one file, and notes irregularities. */
export class FieldReader {
  readonly #notes: Notes;
  readonly #section: string;
  readonly #dates: DateReader;
  readonly #drugs: DrugNames | null;
  #organization: Organization | undefined;

  /** Without a drug table, the reader recognizes no ingredients. */
  constructor(notes: Notes, section: string, drugs: DrugNames | null = null, dates = new DateReader()) {
    this.#notes = notes;
    this.#section = section;
    this.#drugs = drugs;
    this.#dates = dates;
  }

  date(row: RawRow, key: string): PartialDate | null {
    const text = textOf(row, key);
    if (text === null) return null;
    const reading = this.#dates.date(text);
    if (reading.note !== null) this.note(reading.note, key);
    return reading.date;
  }

  /** Reads a field that should contain a month. A full date is accepted too. */
  month(row: RawRow, key: string): PartialDate | null {
    const text = textOf(row, key);
    if (text === null) return null;
    const { date } = this.#dates.date(text);
    if (date === null) this.note('date-invalid', key);
    return date;
  }

  timestamp(row: RawRow, key: string): Timestamp | null {
    const text = textOf(row, key);
    if (text === null) return null;
    const timestamp = this.#dates.timestamp(text);
    if (timestamp === null) this.note('date-invalid', key);
    return timestamp;
  }

  number(row: RawRow, key: string): number | null {
    const text = textOf(row, key);
    if (text === null) return null;
    const value = readNumber(text);
    if (value === null) this.note('number-invalid', key);
    return value;
  }

  /** Reads a measured value. The value 0 means that nothing was measured, and is read as `null`. */
  measurement(row: RawRow, key: string): number | null {
    const value = this.number(row, key);
    return value === 0 ? null : value;
  }

  /** Returns what the name of a drug reveals about it, or `null` if the order is not a drug. */
  product(code: string | null, display: string | null): DrugProduct | null {
    return this.#drugs === null || code === null || !isDrugCode(code)
      ? null
      : this.#drugs.product(code, display);
  }

  ingredientsIn(text: string | null): readonly DrugIngredient[] {
    return text === null ? [] : (this.#drugs?.ingredientsIn(text) ?? []);
  }

  /** Returns a facility. Consecutive rows that name the same facility share one object. */
  organization(
    code: string | null,
    name: string | null,
    divisionCode: string | null,
    division: string | null,
  ): Organization {
    const last = this.#organization;
    const same =
      last?.code === code &&
      last.name === name &&
      (last.division?.code ?? null) === divisionCode &&
      (last.division?.display ?? null) === division;
    if (last !== undefined && same) return last;
    const none = divisionCode === null && division === null;
    this.#organization = {
      code,
      name,
      division: none ? null : { code: divisionCode, display: division },
      telephone: null,
      address: null,
    };
    return this.#organization;
  }

  note(code: NoteCode, key: string): void {
    this.#notes.add(code, this.#section, key);
  }
}

/** Returns the rows of a nested list, or an empty array if the list is missing. */
export function rowsOf(row: RawRow, key: string): readonly RawRow[] {
  const value = row[key];
  return value === undefined || typeof value === 'string' ? [] : value;
}
