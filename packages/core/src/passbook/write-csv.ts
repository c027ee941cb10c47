import type { AnyRecord, Passbook, RawRow } from './model.js';
import { sectionOf, sections, type Field, type Label } from './sections.js';
import { readDate } from './values.js';

export interface CsvFile {
  /** `西醫門診資料.csv`, `西醫門診資料_醫囑.csv`. */
  readonly name: string;
  /** Section key, or the key of the list inside it. */
  readonly key: string;
  /** Begins with a byte-order mark, by which Excel knows UTF-8. Lines end with CR LF (RFC 4180). */
  readonly text: string;
}

export interface CsvOptions {
  /** Language of file names and headers; `zh-Hant` unless told. */
  readonly locale?: 'zh-Hant' | 'en';
}

/**
 * The passbook as tables, one a section that holds records, and one for the rows inside them (orders, results, visits),
 * which carry their record's number in the first column. Days are written as `2026-03-11`, everything else as in the
 * file; what a spreadsheet would take for a formula is set off by an apostrophe.
 */
export function writeCsv(passbook: Passbook, { locale = 'zh-Hant' }: CsvOptions = {}): CsvFile[] {
  const known = sections.map(({ key }) => [key, passbook.sections[key] as readonly AnyRecord[]] as const);
  return [...known, ...Object.entries(passbook.unknownSections)].flatMap(([key, records]) =>
    records.length === 0 ? [] : sectionFiles(key, records, locale),
  );
}

function sectionFiles(key: string, records: readonly AnyRecord[], locale: keyof Label): CsvFile[] {
  const section = sectionOf(key);
  const title = section?.label[locale] ?? key;
  const rows = records.map(({ raw }, index) => ({ number: index + 1, row: raw }));
  const listKeys = new Set(
    rows.flatMap(({ row }) => Object.keys(row).filter((name) => typeof row[name] !== 'string')),
  );
  const lists = [...listKeys].map((listKey): CsvFile => {
    const nested = section?.nested?.key === listKey ? section.nested : null;
    const inner = rows.flatMap(({ number, row }) => {
      const value = row[listKey] ?? '';
      return typeof value === 'string' ? [] : value.map((each) => ({ number, row: each }));
    });
    return {
      name: fileName(`${title}_${nested?.label[locale] ?? listKey}`),
      key: listKey,
      text: table(inner, nested?.fields ?? [], locale),
    };
  });
  return [
    { name: fileName(title), key, text: table(rows, section?.fields ?? [], locale) },
    ...lists.filter(({ text }) => text.split('\r\n').length > 2),
  ];
}

/** Characters that no file system takes. */
const fileName = (title: string): string => `${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_')}.csv`;

const numberLabel: Label = { 'zh-Hant': '序號', en: 'Number' };

interface NumberedRow {
  readonly number: number;
  readonly row: RawRow;
}

function table(rows: readonly NumberedRow[], fields: readonly Field[], locale: keyof Label): string {
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
  const lines = [
    [numberLabel[locale], ...columns.map(({ label }) => label[locale])],
    ...rows.map(({ number, row }) => [String(number), ...columns.map((column) => cellText(row, column))]),
  ];
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cellText(row: RawRow, { key, type }: Field): string {
  const value = row[key];
  if (typeof value !== 'string') return '';
  return type === 'date' ? (readDate(value).date ?? value) : value;
}

/** Spreadsheets run what begins so as a formula; a plain number with a sign is none. */
const formulaStart = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

function cell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
