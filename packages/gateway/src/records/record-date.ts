import type { LocalDate } from '@mhb-kit/core/identity';
import { dateOfRow, type RawRow } from '@mhb-kit/core/passbook';
import type { DateWindow } from '@mhb-kit/core/request';
import type { RawRecords } from './raw-rows.js';

/**
 * The day by which a record counts, as the passbook's reader dates it, or `null` where it has none. What is dated by
 * month, as premiums are, counts on the first.
 */
export function recordDate(section: string, row: RawRow): LocalDate | null {
  const date = dateOfRow(section, row);
  return date?.length === 'YYYY-MM'.length ? `${date}-01` : date;
}

/** The state of a card holds on every day, however long ago it began. */
const standing: ReadonlySet<string> = new Set(['card-status']);

/** Only what lies in the window; undated and standing records stay. */
export function withinWindow(records: RawRecords, window: DateWindow | null): RawRecords {
  if (window === null) return records;
  return mapRows(records, (section, row) => {
    const date = standing.has(section) ? null : recordDate(section, row);
    return date === null || (window.start <= date && date <= window.end);
  });
}

/** Every section with the rows that pass. */
export function mapRows(records: RawRecords, keeps: (section: string, row: RawRow) => boolean): RawRecords {
  return Object.fromEntries(
    Object.entries(records).map(([section, rows]) => [section, rows.filter((row) => keeps(section, row))]),
  );
}
