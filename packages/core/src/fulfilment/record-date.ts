import { monthOf, type LocalDate, type LocalMonth } from '../identity/index.js';
import { dateOfRow, isStanding, type RawRow } from '../passbook/index.js';
import type { DateWindow } from '../request/index.js';
import type { RawRecords } from './raw-rows.js';

/**
 * Returns the date that decides whether a record is within a window; `null` if there is none. It is the date
 * that the typed record has. For records that have only a month, such as premiums, it is the first day of that
 * month.
 */
export function recordDate(section: string, row: RawRow): LocalDate | null {
  const date = dateOfRow(section, row);
  return date?.length === 'YYYY-MM'.length ? `${date}-01` : date;
}

/** Returns the rows that are within the window or have no date. */
export function withinWindow(records: RawRecords, window: DateWindow | null): RawRecords {
  if (window === null) return records;
  return filterRows(records, (section, row) => {
    const date = isStanding(section) ? null : recordDate(section, row);
    return date === null || (window.start <= date && date <= window.end);
  });
}

/** Returns the records of one month. */
export function ofMonth(records: RawRecords, month: LocalMonth): RawRecords {
  return filterRows(records, (section, row) => {
    const date = recordDate(section, row);
    return date !== null && monthOf(date) === month;
  });
}

/** Returns the months that have records, oldest first. */
export function monthsOf(records: RawRecords): LocalMonth[] {
  const dates = Object.entries(records).flatMap(([section, rows]) =>
    rows.map((row) => recordDate(section, row)),
  );
  return [...new Set(dates.filter((date) => date !== null).map(monthOf))].sort();
}

/** Returns all sections, each with only the rows for which `keeps` returns true. */
export function filterRows(
  records: RawRecords,
  keeps: (section: string, row: RawRow) => boolean,
): RawRecords {
  return Object.fromEntries(
    Object.entries(records).map(([section, rows]) => [section, rows.filter((row) => keeps(section, row))]),
  );
}
