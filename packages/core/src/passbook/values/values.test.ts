import { describe, expect, it } from 'vitest';
import { readDate, readNumber } from './values.js';

describe('readDate', () => {
  it.each([
    ['20260311', '2026-03-11', null],
    ['201503', '2015-03', 'date-month-only'],
    ['1150311', '2026-03-11', 'date-roc'],
    ['990131', '2010-01-31', 'date-roc'],
    ['10312', '2014-12', 'date-roc'],
    ['103/05/05', '2014-05-05', 'date-roc'],
    ['103/5/5', '2014-05-05', 'date-roc'],
    ['2015/03/01', '2015-03-01', null],
    ['2015-03-01', '2015-03-01', null],
    ['民國103年5月5日', '2014-05-05', 'date-roc'],
    ['104/05', '2015-05', 'date-roc'],
    ['１０３／０５／０５', '2014-05-05', 'date-roc'],
    ['20240229', '2024-02-29', null],
  ])('reads %s as %s', (text, date, note) => {
    expect(readDate(text)).toEqual({ date, note });
  });

  it.each([
    '20260230',
    '20261301',
    '19000229',
    '00000000',
    '1151301',
    'unknown',
    '2026',
    '',
    '103/13/05',
    '999999999',
    '000/05/03',
    '0000503',
    '00000',
    '00000503',
    '01040527',
  ])('refuses %s', (text) => {
    expect(readDate(text)).toEqual({ date: null, note: 'date-invalid' });
  });
});

describe('readNumber', () => {
  it.each([
    ['28.00', 28],
    ['00198.57', 198.57],
    ['1,234', 1234],
    ['１２．５', 12.5],
    ['-3', -3],
    ['.5', 0.5],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', '.', '1.2.3', '1e5', '0x10', '陰性', '<5', 'Infinity'])('refuses %s', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});
