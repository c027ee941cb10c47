import { describe, expect, it } from 'vitest';
import { parseQuantity, parseReferenceRange, positionIn } from './reference-range.js';

const brief = (text: string): unknown => {
  const range = parseReferenceRange(text);
  if (range === null) return null;
  const bound = (each: { value: number; inclusive: boolean } | null, sign: string): string =>
    each === null ? '' : `${sign}${each.inclusive ? '=' : ''}${each.value}`;
  return range.expected ?? `${bound(range.low, '>')} ${bound(range.high, '<')}`.trim();
};

describe('parseReferenceRange', () => {
  // Every shape that the format description and public programs tell of.
  it.each([
    ['[0.7][1.3]', '>=0.7 <=1.3'],
    ['[450][550]', '>=450 <=550'],
    ['[4.0][6.0]', '>=4 <=6'],
    ['[無][＜1.0]', '<1'],
    ['[無][<1.0]', '<1'],
    ['[>40][無]', '>40'],
    ['[(0-5)][]', '>=0 <=5'],
    ['[13-17]', '>=13 <=17'],
    ['3.8-10', '>=3.8 <=10'],
    ['3.8 ~ 10', '>=3.8 <=10'],
    ['３.８～１０', '>=3.8 <=10'],
    ['<150', '<150'],
    ['≦150', '<=150'],
    ['[≧60][]', '>=60'],
    ['[-2.5][2.5]', '>=-2.5 <=2.5'],
    ['[4,000][10,000]', '>=4000 <=10000'],
    ['小於150', '<150'],
    ['[－][]', '-'],
    ['[陰性][]', '陰性'],
    ['Negative', 'Negative'],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it.each(['[無][]', '[無][無]', '[][]', '', '無', '[ ][ ]'])('finds nothing in %s', (text) => {
    expect(parseReferenceRange(text)).toBeNull();
  });

  it('reads stages, and takes the normal one for the range', () => {
    const range = parseReferenceRange('[N:≧60,s3:30~59,s4:15~29,s5:<15][]');
    expect(range?.stages.map(({ label }) => label)).toEqual(['N', 's3', 's4', 's5']);
    expect(range).toMatchObject({ low: { value: 60, inclusive: true }, high: null });
    expect(range?.stages[1]).toMatchObject({ low: { value: 30 }, high: { value: 59 } });
  });

  it('keeps the text as written', () => {
    expect(parseReferenceRange('[無][＜1.0]')?.text).toBe('[無][＜1.0]');
  });
});

describe('parseQuantity', () => {
  it.each([
    ['7.3', null, 7.3],
    ['>300', '>', 300],
    ['＜0.5', '<', 0.5],
    ['≧ 60', '>=', 60],
    ['1,200', null, 1200],
  ])('reads %s', (text, comparator, value) => {
    expect(parseQuantity(text)).toEqual({ comparator, value });
  });

  it.each([null, '', '-', '陰性', '1:40 SP', '1+', '5-10'])('takes %s for words', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });
});

describe('positionIn', () => {
  it.each([
    ['7.4', '[4.0][6.0]', 'above'],
    ['6.0', '[4.0][6.0]', 'within'],
    ['3.9', '[4.0][6.0]', 'below'],
    ['1.0', '[無][＜1.0]', 'above'],
    ['0.9', '[無][＜1.0]', 'within'],
    ['>300', '[0][200]', 'above'],
    ['>100', '[0][200]', null],
    ['<0.5', '[無][＜1.0]', 'within'],
    ['<0.5', '[0.7][1.3]', 'below'],
    ['<1.0', '[0.7][1.3]', null],
    ['52.3', '[N:≧60,s3:30~59][]', 'below'],
    ['7.4', '[無][無]', null],
    ['陰性', '[4.0][6.0]', null],
  ])('%s in %s is %s', (value, range, position) => {
    expect(positionIn(parseReferenceRange(range), parseQuantity(value))).toBe(position);
  });
});
