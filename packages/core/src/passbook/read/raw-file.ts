import { MhbError } from '../../error.js';
import type { RawRow, RawValue } from '../model/model.js';
import type { FileFormat } from '../record/notes.js';
import { sectionOf, type Section } from '../sections/index.js';

/** The result of the three readers: rows with canonical keys, whose values are not typed yet. */
export interface RawFile {
  readonly format: FileFormat;
  readonly header: RawRow;
  /** The rows by section key, including rows that state 無資料. */
  readonly sections: Map<string, readonly RawRow[]>;
}

/**
 * The maximum number of rows. A row takes about 150 bytes, so a real file of 128 MiB has fewer rows. A file
 * that has more is designed to exhaust memory.
 */
export const MAX_ROWS = 2_000_000;

/** @throws MhbError `passbook-too-large` */
export function rejectTooManyRows(rows: number): void {
  if (rows > MAX_ROWS)
    throw new MhbError('passbook-too-large', 'More rows than allowed', { details: { rows } });
}

const noData = /^(?:~\s*)?(?:查無資料|沒有資料|無資料)(?:\s*~)?$/;

/**
 * Checks whether a row only states that the section is empty: `無資料` under the section's key, `{}`, or a
 * blank value.
 */
function isPlaceholder(section: string, row: RawRow): boolean {
  const keys = Object.keys(row);
  if (keys.length > 1) return false;
  const [key] = keys;
  if (key === undefined) return true;
  if (key !== section) return false;
  const value = row[key];
  return typeof value === 'string' && (value.trim() === '' || noData.test(value.normalize('NFKC').trim()));
}

/** Returns the rows of a section without those that only state that the section is empty. */
export function withoutPlaceholders(section: string, rows: readonly RawRow[]): readonly RawRow[] {
  const first = rows[0];
  return first !== undefined && Object.keys(first).length < 2
    ? rows.filter((row) => !isPlaceholder(section, row))
    : rows;
}

/**
 * Normalizes keys that the NHI's files write in either case (`R12`, `R9_1.1`). Names in another form, such as
 * the headers of unknown columns, stay unchanged.
 */
export function canonicalKey(name: string): string {
  return /^[A-Za-z]\d+(?:_\d+)?(?:\.\d+)?$/.test(name) || sectionOf(name) !== undefined
    ? name.toLowerCase()
    : name;
}

/** What a field name in a file means: its canonical key, and whether the section's table contains that key. */
export interface FieldName {
  readonly key: string;
  readonly known: boolean;
}

/**
 * Returns a function that looks up field names. It looks up each distinct name only once, because all rows of a
 * section use the same names.
 */
export function fieldNames(sectionKey: string): (name: string) => FieldName {
  const section: Section | undefined = sectionOf(sectionKey);
  const known = new Set(
    [...(section?.fields ?? []), ...(section?.nested?.fields ?? [])].map(({ key }) => key),
  );
  // An empty section contains 無資料 under its own name.
  known.add(sectionKey);
  if (section?.nested) known.add(section.nested.key);
  const seen = new Map<string, FieldName>();
  return (name) => {
    let field = seen.get(name);
    if (field === undefined) {
      const key = canonicalKey(name);
      field = { key, known: section === undefined || known.has(key) };
      seen.set(name, field);
    }
    return field;
  };
}

/** Converts a value of a type that no passbook uses to text, as JSON. */
export function strayValue(value: unknown): RawValue {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
