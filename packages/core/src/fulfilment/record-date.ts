import { monthOf, type LocalDate, type LocalMonth } from '../identity/index.js';
import { dateOfRow, isStanding, type RawRow } from '../passbook/index.js';
import type { DateWindow } from '../request/index.js';
import type { RawRecords } from './raw-rows.js';

/**
 * The day by which a record counts, as the passbook's reader dates it, or `null` where it has none. What is dated by
 * month, as premiums are, counts on the first.
 */
export function recordDate(section: string, row: RawRow): LocalDate | null {
  const date = dateOfRow(section, row);
  return date?.length === 'YYYY-MM'.length ? `${date}-01` : date;
}

/** Only what lies in the window; undated and standing records stay. */
export function withinWindow(records: RawRecords, window: DateWindow | null): RawRecords {
  if (window === null) return records;
  return filterRows(records, (section, row) => {
    const date = isStanding(section) ? null : recordDate(section, row);
    return date === null || (window.start <= date && date <= window.end);
  });
}

/** The records dated in one month. */
export function ofMonth(records: RawRecords, month: LocalMonth): RawRecords {
  return filterRows(records, (section, row) => {
    const date = recordDate(section, row);
    return date !== null && monthOf(date) === month;
  });
}

/** The months that hold records, oldest first. */
export function monthsOf(records: RawRecords): LocalMonth[] {
  const dates = Object.entries(records).flatMap(([section, rows]) =>
    rows.map((row) => recordDate(section, row)),
  );
  return [...new Set(dates.filter((date) => date !== null).map(monthOf))].sort();
}

/** Every section with the rows that pass. */
export function filterRows(
  records: RawRecords,
  keeps: (section: string, row: RawRow) => boolean,
): RawRecords {
  return Object.fromEntries(
    Object.entries(records).map(([section, rows]) => [section, rows.filter((row) => keeps(section, row))]),
  );
}
