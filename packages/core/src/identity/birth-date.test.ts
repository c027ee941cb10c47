import { describe, expect, it } from 'vitest';
import { readBirthDate, readBirthYear } from './index.js';

const today = '2026-03-05';

it.each([
  '1961-04-18',
  '1961/4/18',
  '19610418',
  '50/04/18',
  '050/04/18',
  '0500418',
  '500418',
  '民國 50 年 4 月 18 日',
  '西元1961年4月18日',
  '５０．４．１８',
])('reads %s', (typed) => {
  expect(readBirthDate(typed, today)).toBe('1961-04-18');
});

it('distinguishes the first century of the Republic from the second', () => {
  expect(readBirthDate('1000229', today)).toBeNull();
  expect(readBirthDate('1010229', today)).toBe('2012-02-29');
  expect(readBirthDate('150305', today)).toBe('1926-03-05');
  expect(readBirthDate('1150305', today)).toBe('2026-03-05');
});

it.each(['', '1150306', '50-13-01', '50/02/30', '0/1/1', '00000418', '1961', '18/04/1961', '61年'])(
  'refuses %j',
  (typed) => {
    expect(readBirthDate(typed, today)).toBeNull();
  },
);

describe('a year of birth', () => {
  it.each(['1958', '47', '047', '民國47年', '民國 47 年', '西元1958年', '４７', '１９５８'])(
    'reads %s',
    (typed) => {
      expect(readBirthYear(typed, today)).toBe(1958);
    },
  );

  it('accepts three digits for a year of the Republic', () => {
    expect(readBirthYear('101', today)).toBe(2012);
  });

  it.each(['', '0', '2027', '116', '1900', '58 歲', '1958-03', '19580', '-47'])('refuses %j', (typed) => {
    expect(readBirthYear(typed, today)).toBeNull();
  });
});
