import { describe, expect, it } from 'vitest';
import {
  addMonths,
  endOfTaipeiDay,
  formatRoc,
  formatRocCompact,
  isLocalDate,
  isNationalId,
  lastDayOf,
  maskCardNumber,
  maskEmail,
  maskName,
  maskNationalId,
  maskTelephone,
  monthsBetween,
  nationalIdKind,
  normalizeNationalId,
  taipeiDate,
} from './index.js';

describe('national ID', () => {
  it.each([
    ['A123456789', 'citizen'],
    ['F131104093', 'citizen'],
    ['A823456783', 'resident'],
    ['AB12345677', 'resident-legacy'],
  ] as const)('accepts %s as %s', (id, kind) => {
    expect(nationalIdKind(id)).toBe(kind);
  });

  it('rejects every other check digit', () => {
    const valid = Array.from({ length: 10 }, (_, digit) => `A12345678${digit}`).filter(isNationalId);
    expect(valid).toEqual(['A123456789']);
  });

  it.each([
    '',
    'A12345678',
    'A1234567890',
    'a123456789',
    'A323456789',
    'AE12345678',
    '1123456789',
    'A12345678X',
  ])('rejects %j', (id) => {
    expect(isNationalId(id)).toBe(false);
  });

  it('accepts full-width characters, lower case and spaces', () => {
    expect(normalizeNationalId(' ａ１２３ 456789 ')).toBe('A123456789');
  });

  it('is masked like the NHI’s printed numbers', () => {
    expect(maskNationalId('A123456789')).toBe('A12345****');
  });
});

describe('masking', () => {
  it.each([
    ['王小明', '王○明'],
    ['王明', '王○'],
    ['歐陽小明', '歐○○明'],
    ['王', '○'],
    ['', ''],
    ['𠮷田𠮷', '𠮷○𠮷'],
    ['WANG XIAO-MING', 'W*** X***'],
  ])('shows %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('shows the last four digits of a card number', () => {
    expect(maskCardNumber('000012345678')).toBe('********5678');
    expect(maskTelephone('0912345678')).toBe('09*****678');
    expect(maskTelephone('(02)26212345#12')).toBe('(02)*******5#12');
    expect(maskEmail('mei@example.tw')).toBe('m***@example.tw');
  });
});

describe('calendar', () => {
  it('finds the date in Taipei at both ends of a day', () => {
    expect(taipeiDate(new Date('2015-05-15T15:59:59Z'))).toBe('2015-05-15');
    expect(taipeiDate(new Date('2015-05-15T16:00:00Z'))).toBe('2015-05-16');
    expect(endOfTaipeiDay('2015-05-15').toISOString()).toBe('2015-05-15T15:59:59.999Z');
  });

  it('counts months across years and leap days', () => {
    expect(addMonths('2024-01', -13)).toBe('2022-12');
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
    expect(lastDayOf('2023-02')).toBe('2023-02-28');
    expect(monthsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  });

  it('writes ROC dates', () => {
    expect(formatRoc('2026-03-05')).toBe('115/03/05');
    expect(formatRoc('2010-12')).toBe('099/12');
    expect(formatRocCompact('2015-05-27')).toBe('1040527');
  });

  it('rejects days that do not exist', () => {
    expect(['2023-02-28', '2023-02-29', '2023-13-01', '2023-1-1', '20230101'].map(isLocalDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
