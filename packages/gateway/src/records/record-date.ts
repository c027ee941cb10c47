import type { LocalDate } from '@mhb-kit/core/identity';
import type { RawRow } from '@mhb-kit/core/passbook';
import type { DateWindow } from '@mhb-kit/core/request';
import type { RawRecords } from './raw-rows.js';

/**
 * The fields that date a record, by section of J2, the first one filled in counts. Outpatient rows of a pharmacy or a
 * laboratory carry only the day of dispensing or examination; stays count by admission; results by the day of the test.
 */
const dateFields: Readonly<Record<string, readonly string[]>> = {
  r1: ['r1.5', 'r1.6'],
  r2: ['r2.5', 'r2.7', 'r2.6'],
  r3: ['r3.5'],
  r4: ['r4.1'],
  r5: ['r5.1'],
  r6: ['r6.1'],
  r7: ['r7.6', 'r7.5'],
  r8: ['r8.6', 'r8.5'],
  r9: ['r9.5'],
  r10: ['r10.5'],
  'premium-billing': ['premium-billing.month'],
  'premium-payment': ['premium-payment.paid-on'],
  'discharge-summary': ['discharge-summary.discharged-on', 'discharge-summary.admitted-on'],
};

/** The day of a record, or `null` where the section is not dated or the field is empty. */
export function recordDate(section: string, row: RawRow): LocalDate | null {
  for (const field of dateFields[section] ?? []) {
    const value = row[field];
    const match = typeof value === 'string' ? /^(\d{4})(\d{2})(\d{2})?/.exec(value) : null;
    // Premiums are dated by month.
    if (match !== null) return `${match[1]}-${match[2]}-${match[3] ?? '01'}`;
  }
  return null;
}

/** Only what lies in the window; undated records stay. */
export function withinWindow(records: RawRecords, window: DateWindow | null): RawRecords {
  if (window === null) return records;
  return mapRows(records, (section, row) => {
    const date = recordDate(section, row);
    return date === null || (window.start <= date && date <= window.end);
  });
}

/** Every section with the rows that pass. */
export function mapRows(records: RawRecords, keeps: (section: string, row: RawRow) => boolean): RawRecords {
  return Object.fromEntries(
    Object.entries(records).map(([section, rows]) => [section, rows.filter((row) => keeps(section, row))]),
  );
}
