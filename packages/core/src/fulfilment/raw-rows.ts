import type { RawRow, RawValue } from '../passbook/index.js';
import type { RecordRow, SectionRecords } from './record-source.js';

/** Rows as they appear in passbook files: every value is text or a list of rows. */
export type RawRecords = Readonly<Record<string, readonly RawRow[]>>;

/** Converts the rows of a record source. Numbers become text, and `null` becomes an empty string. */
export function toRawRecords(records: SectionRecords): RawRecords {
  return Object.fromEntries(Object.entries(records).map(([section, rows]) => [section, rows.map(toRawRow)]));
}

function toRawRow(row: RecordRow): RawRow {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, toRawValue(value)]));
}

function toRawValue(value: unknown): RawValue {
  if (Array.isArray(value)) return value.map((row) => toRawRow(row as RecordRow));
  return value === null || value === undefined ? '' : String(value);
}
