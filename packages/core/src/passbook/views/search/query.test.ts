import { describe, expect, it } from 'vitest';
import { readQuery } from './query.js';

const today = '2026-06-15';
const periodOf = (text: string): (string | null)[] => {
  const { period, terms } = readQuery(text, today);
  return [period?.from ?? null, period?.to ?? null, terms.map(([first]) => first).join(' ')];
};

describe('a query', () => {
  it.each([
    ['113/5', '2024-05', '2024-05'],
    ['113/05', '2024-05', '2024-05'],
    ['113-5', '2024-05', '2024-05'],
    ['113.05.03', '2024-05-03', '2024-05-03'],
    ['113/5/3', '2024-05-03', '2024-05-03'],
    ['113年', '2024', '2024'],
    ['113年5月', '2024-05', '2024-05'],
    ['113年5月3日', '2024-05-03', '2024-05-03'],
    ['民國113年5月3號', '2024-05-03', '2024-05-03'],
    ['１１３年５月', '2024-05', '2024-05'],
    ['99年12月', '2010-12', '2010-12'],
    ['99/12', '2010-12', '2010-12'],
    ['1130503', '2024-05-03', '2024-05-03'],
    ['2024', '2024', '2024'],
    ['2024年', '2024', '2024'],
    ['2024-05', '2024-05', '2024-05'],
    ['2024/5', '2024-05', '2024-05'],
    ['2024.5.3', '2024-05-03', '2024-05-03'],
    ['2024年5月3日', '2024-05-03', '2024-05-03'],
    ['20240503', '2024-05-03', '2024-05-03'],
    ['202405', '2024-05', '2024-05'],
    ['May 2024', '2024-05', '2024-05'],
    ['may 2024', '2024-05', '2024-05'],
    ['Sept 2024', '2024-09', '2024-09'],
    ['May 3, 2024', '2024-05-03', '2024-05-03'],
    ['3 May 2024', '2024-05-03', '2024-05-03'],
    ['3rd of May 2024', '2024-05-03', '2024-05-03'],
    ['2024 May', '2024-05', '2024-05'],
    ['今年', '2026', '2026'],
    ['去年', '2025', '2025'],
    ['上個月', '2026-05', '2026-05'],
    ['last year', '2025', '2025'],
    ['113/5 到 113/8', '2024-05', '2024-08'],
    ['113/5-113/8', '2024-05', '2024-08'],
  ])('understands %s as %s to %s', (text, from, to) => {
    expect(periodOf(text).slice(0, 2)).toEqual([from, to]);
  });

  it.each([
    ['113/5 門診', '2024-05', '門診'],
    ['門診113年5月', '2024-05', '門診'],
    ['metformin last year', '2025', 'metformin'],
  ])('understands %s as %s and %s', (text, from, word) => {
    expect(periodOf(text)).toEqual([from, from, word]);
  });

  it.each([
    '7.4',
    '13.5',
    '98.6',
    '120/80',
    '110/70',
    '113/13',
    '09006C',
    '12111',
    'E11.65',
    'AC58990100',
    '113/0',
    '2024/',
    '20241399',
    '99991231',
    '3099',
    'may',
    'march',
  ])('leaves %s as it is', (text) => {
    expect(periodOf(text)).toEqual([null, null, text.toLowerCase()]);
  });

  it('normalizes width, case and 臺, and matches ICD codes with and without their dot', () => {
    expect(readQuery('臺北　ＨｂＡ１ｃ', today).terms).toEqual([['台北'], ['hba1c']]);
    expect(readQuery('E11.22', today).terms).toEqual([['e11.22', 'e1122']]);
    expect(readQuery('e1122', today).terms).toEqual([['e1122', 'e11.22']]);
    expect(readQuery('I10', today).terms).toEqual([['i10']]);
  });
});
