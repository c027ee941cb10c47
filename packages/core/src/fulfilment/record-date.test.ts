import { describe, expect, it } from 'vitest';
import { readPassbook } from '@mhb-kit/core/passbook';
import { defaultCatalogue } from '@mhb-kit/core/request';
import { recordDate, withinWindow } from './record-date.js';
import { toRawRecords } from './raw-rows.js';

/** For each section whose records have dates, the field that contains the date. */
const dated: Readonly<Record<string, string>> = {
  r1: 'r1.5',
  r2: 'r2.5',
  r3: 'r3.5',
  r4: 'r4.1',
  r5: 'r5.1',
  r6: 'r6.1',
  r7: 'r7.6',
  r8: 'r8.6',
  r9: 'r9.5',
  r10: 'r10.5',
  'premium-payment': 'premium-payment.paid-on',
  'discharge-summary': 'discharge-summary.discharged-on',
};

describe('the day of a record', () => {
  it.each(Object.entries(dated))('of %s is what the passbook reader says', async (section, field) => {
    const row = { [field]: '20260212' };
    const bytes = new TextEncoder().encode(
      JSON.stringify({ myhealthbank: { bdata: { 'b1.1': 'A12345****', [section]: [row] } } }),
    );
    const { passbook } = await readPassbook([{ name: 'passbook.json', bytes }]);
    const [record] = passbook.sections[section as 'r1'];
    expect(record!.date).toBe('2026-02-12');
    expect(recordDate(section, row)).toBe(record!.date);
  });

  it('is the day of dispensing if there was no visit', () => {
    expect(recordDate('r1', { 'r1.5': '', 'r1.6': '20260409' })).toBe('2026-04-09');
  });

  it('is the day of treatment if a row has both, as in the reader', () => {
    expect(recordDate('r1', { 'r1.5': '20260401', 'r1.6': '20260409' })).toBe('2026-04-09');
  });

  it.each(['1040506', '104/05/06', '民國104年5月6日', '2015-05-06', '20150506'])(
    'is read from %s',
    (text) => {
      expect(recordDate('r1', { 'r1.5': text })).toBe('2015-05-06');
    },
  );

  it('is null if the section is unknown or the string is not a date', () => {
    expect(recordDate('r99', { 'r99.5': '20260401' })).toBeNull();
    expect(recordDate('r1', { 'r1.5': '20261399' })).toBeNull();
  });

  it('is the first of the month for premiums', () => {
    expect(recordDate('premium-billing', { 'premium-billing.month': '202603' })).toBe('2026-03-01');
  });
});

describe('a window', () => {
  it('includes its first and last day, and rows without a date', () => {
    const rows = ['20260101', '20260102', '20260131', '20260201', ''].map((day) => ({ 'r1.5': day }));
    const window = { start: '2026-01-02', end: '2026-01-31' };
    expect(withinWindow({ r1: rows }, window).r1).toEqual([rows[1], rows[2], rows[4]]);
    expect(withinWindow({ r1: rows }, null).r1).toEqual(rows);
  });

  it('includes the state of a card that has not changed for years', () => {
    const rows = [{ 'card-status.issued-on': '20100401' }];
    const window = { start: '2026-01-01', end: '2026-12-31' };
    expect(withinWindow({ 'card-status': rows }, window)).toEqual({ 'card-status': rows });
  });

  it('is applied to every dated section of a category with a window', () => {
    const undated = new Set(['card-status']);
    for (const { sections, window } of defaultCatalogue) {
      if (window.kind === 'all') continue;
      for (const section of sections.filter((each) => !undated.has(each))) {
        const field = dated[section] ?? `${section}.month`;
        expect(
          withinWindow({ [section]: [{ [field]: '19990101' }] }, { start: '2026-01-01', end: '2026-12-31' }),
        ).toEqual({ [section]: [] });
      }
    }
  });
});

it('converts the values of a source to the strings in files', () => {
  expect(toRawRecords({ r1: [{ 'r1.12': 240, 'r1.6': null, r1_1: [{ 'r1_1.3': 28 }] }] })).toEqual({
    r1: [{ 'r1.12': '240', 'r1.6': '', r1_1: [{ 'r1_1.3': '28' }] }],
  });
});
