import { monthOf, type LocalDate, type LocalMonth } from '../identity/index.js';
import { dateOfRow, isStanding, type RawRow } from '../passbook/index.js';
import type { DateWindow } from '../request/index.js';
import type { RawRecords } from './raw-rows.js';

/**
 * The date that decides whether a record is within a window: the same date as in the typed record. `null` if
 * there is none. If a record has only a month, as premiums do, this is the first day of that month.
 */
export function recordDate(section: string, row: RawRow): LocalDate | null {
  const date = dateOfRow(section, row);
  return date?.length === 'YYYY-MM'.length ? `${date}-01` : date;
}

/** Only the rows within the window; rows without a date are kept. */
export function withinWindow(records: RawRecords, window: DateWindow | null): RawRecords {
  if (window === null) return records;
  return filterRows(records, (section, row) => {
    const date = isStanding(section) ? null : recordDate(section, row);
    return date === null || (window.start <= date && date <= window.end);
  });
}

/** The records of one month. */
export function ofMonth(records: RawRecords, month: LocalMonth): RawRecords {
  return filterRows(records, (section, row) => {
    const date = recordDate(section, row);
    return date !== null && monthOf(date) === month;
  });
}

/** The months that have records, oldest first. */
export function monthsOf(records: RawRecords): LocalMonth[] {
  const dates = Object.entries(records).flatMap(([section, rows]) =>
    rows.map((row) => recordDate(section, row)),
  );
  return [...new Set(dates.filter((date) => date !== null).map(monthOf))].sort();
}

/** Every section, with only the rows for which the function returns true. */
export function filterRows(
  records: RawRecords,
  keeps: (section: string, row: RawRow) => boolean,
): RawRecords {
  return Object.fromEntries(
    Object.entries(records).map(([section, rows]) => [section, rows.filter((row) => keeps(section, row))]),
  );
}
