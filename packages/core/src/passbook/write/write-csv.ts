import type { AnyRecord, Passbook, RawRow } from '../model/model.js';
import { sectionOf, sections, type Field, type Label } from '../sections/index.js';
import { readDate } from '../values/values.js';

export interface CsvFile {
  /** `西醫門診資料.csv`, `西醫門診資料_醫囑.csv`. */
  readonly name: string;
  /** Section key, or the key of the nested list. */
  readonly key: string;
  /** Starts with a byte-order mark, by which Excel recognizes UTF-8. Lines end with CR LF (RFC 4180). */
  readonly text: string;
}

export interface CsvOptions {
  /** Language of file names and headers; `zh-Hant` by default. */
  readonly locale?: 'zh-Hant' | 'en';
}

/** A table of the passbook as strings; CSV files and workbooks are written from it. */
export interface TextTable {
  /** `西醫門診資料`, `西醫門診資料_醫囑`. */
  readonly title: string;
  /** Section key, or the key of the nested list. */
  readonly key: string;
  /** Headers first. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * The passbook as tables: one for each section that has records, and one for nested rows (orders, results,
 * visits), whose first column is the number of their record. Days are written as `2026-03-11`, everything
 * else as in the file. A value that a spreadsheet would mistake for a formula is prefixed with an apostrophe.
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
 * One table for each section that has records, and one for nested rows, whose first column is the number of
 * their record.
 */
export function tablesOf(passbook: Passbook, locale: keyof Label): TextTable[] {
  const known = sections.map(({ key }) => [key, passbook.sections[key] as readonly AnyRecord[]] as const);
  return [...known, ...Object.entries(passbook.unknownSections)].flatMap(([key, records]) =>
    records.length === 0 ? [] : sectionTables(key, records, locale),
  );
}

/**
 * Two sections may have the same name after forbidden characters are removed, or on a file system that
 * ignores case.
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
 * A file name without characters that file systems reject or that reverse the direction of text. It is
 * shortened, because file systems accept at most 255 bytes.
 */
const fileName = (title: string): string =>
  `${cut(title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, '_').replace(/^\./, '_'), NAME_BYTES)}.csv`;

/** Leaves space for `.csv`, a number, and what programs add to a name for temporary files. */
const NAME_BYTES = 200;

/** The start of a string, up to a number of bytes in UTF-8. */
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

/** Spreadsheets execute values that start like this as formulas; a plain number with a sign is harmless. */
const formulaStart = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

function cell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
