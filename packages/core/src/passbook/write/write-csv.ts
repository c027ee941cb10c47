import type { AnyRecord, Passbook, RawRow } from '../model/model.js';
import { sectionOf, sections, type Field, type Label } from '../sections/index.js';
import { readDate } from '../values/values.js';

export interface CsvFile {
  /** The name of the file, such as `西醫門診資料.csv` or `西醫門診資料_醫囑.csv`. */
  readonly name: string;
  /** The key of the section or of the nested list. */
  readonly key: string;
  /**
   * The content of the file. It starts with a byte-order mark, by which Excel recognizes UTF-8, and its lines end
   * with CR LF (RFC 4180).
   */
  readonly text: string;
}

export interface CsvOptions {
  /** The language of file names and headers. The default is `zh-Hant`. */
  readonly locale?: 'zh-Hant' | 'en';
}

/** A table from the passbook. All cells are strings. CSV files and workbooks are written from such tables. */
export interface TextTable {
  /** The title of the table, such as `西醫門診資料` or `西醫門診資料_醫囑`. */
  readonly title: string;
  /** The key of the section or of the nested list. */
  readonly key: string;
  /** All rows. The first row contains the headers. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Writes the passbook as tables: one table for each section that has records, and one for each list of nested rows
 * (orders, results, visits). The first column of a nested row is the number of its record. Days are written as
 * `2026-03-11`, and everything else as in the file. A value that a spreadsheet would mistake for a formula is
 * prefixed with an apostrophe.
 */
export function writeCsv(passbook: Passbook, { locale = 'zh-Hant' }: CsvOptions = {}): CsvFile[] {
  return withDistinctNames(
    tablesOf(passbook, locale).map(({ title, key, rows }) => ({
      name: fileName(title),
      key,
      text: `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`,
    })),
  );
}

/**
 * Creates one table for each section that has records, and one for each list of nested rows. The first column of a
 * nested row is the number of its record.
 */
export function tablesOf(passbook: Passbook, locale: keyof Label): TextTable[] {
  const known = sections.map(({ key }) => [key, passbook.sections[key] as readonly AnyRecord[]] as const);
  return [...known, ...Object.entries(passbook.unknownSections)].flatMap(([key, records]) =>
    records.length === 0 ? [] : sectionTables(key, records, locale),
  );
}

/**
 * Makes the names of files distinct. The names of two sections may become equal when forbidden characters are
 * removed, or on a file system that ignores case.
 */
function withDistinctNames(files: readonly CsvFile[]): CsvFile[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const stem = file.name.slice(0, -'.csv'.length);
    let name = file.name;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}_${number}.csv`;
    taken.add(name.toLowerCase());
    return { ...file, name };
  });
}

function sectionTables(key: string, records: readonly AnyRecord[], locale: keyof Label): TextTable[] {
  const section = sectionOf(key);
  const title = section?.label[locale] ?? key;
  const rows = records.map(({ raw }, index) => ({ number: index + 1, row: raw }));
  const listKeys = new Set(
    rows.flatMap(({ row }) => Object.keys(row).filter((name) => typeof row[name] !== 'string')),
  );
  const lists = [...listKeys].map((listKey): TextTable => {
    const nested = section?.nested?.key === listKey ? section.nested : null;
    const inner = rows.flatMap(({ number, row }) => {
      const value = row[listKey] ?? '';
      return typeof value === 'string' ? [] : value.map((each) => ({ number, row: each }));
    });
    return {
      title: `${title}_${nested?.label[locale] ?? listKey}`,
      key: listKey,
      rows: table(inner, nested?.fields ?? [], locale),
    };
  });
  return [
    { title, key, rows: table(rows, section?.fields ?? [], locale) },
    ...lists.filter((list) => list.rows.length > 1),
  ];
}

/**
 * Creates a file name without characters that file systems reject or that reverse the direction of text. The name
 * is shortened, because file systems accept at most 255 bytes.
 */
const fileName = (title: string): string =>
  `${cut(title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, '_').replace(/^\./, '_'), NAME_BYTES)}.csv`;

/**
 * The maximum length of a file name in bytes. It leaves space for `.csv`, a number, and whatever programs append
 * to the names of temporary files.
 */
const NAME_BYTES = 200;

/** Returns the start of a string, up to the given number of UTF-8 bytes. */
function cut(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}

const numberLabel: Label = { 'zh-Hant': '序號', en: 'Number' };

interface NumberedRow {
  readonly number: number;
  readonly row: RawRow;
}

function table(rows: readonly NumberedRow[], fields: readonly Field[], locale: keyof Label): string[][] {
  const knownKeys = new Set(fields.map(({ key }) => key));
  const otherKeys = new Set(
    rows.flatMap(({ row }) =>
      Object.keys(row).filter((key) => typeof row[key] === 'string' && !knownKeys.has(key)),
    ),
  );
  const columns = [
    ...fields,
    ...[...otherKeys].map((key): Field => ({ key, label: { 'zh-Hant': key, en: key }, type: 'text' })),
  ];
  return [
    [numberLabel[locale], ...columns.map(({ label }) => label[locale])],
    ...rows.map(({ number, row }) => [String(number), ...columns.map((column) => cellText(row, column))]),
  ];
}

function cellText(row: RawRow, { key, type }: Field): string {
  const value = row[key];
  if (typeof value !== 'string') return '';
  return type === 'date' ? (readDate(value).date ?? value) : value;
}

/**
 * Matches values that a spreadsheet would execute as formulas. A plain number with a sign also matches, but is
 * harmless.
 */
const formulaStart = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

function cell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
