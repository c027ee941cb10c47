import { describe, expect, it } from 'vitest';
import { positionIn, positionOf, readResultValue } from './position.js';
import { parseQuantity } from './quantity.js';
import { parseReferenceRange } from './reference-range.js';

const place = (value: string, range: string, sex: 'male' | 'female' | null = null) =>
  positionOf(parseReferenceRange(range, { sex, age: null }), readResultValue(value));

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
    ['<0.5', '[無][＜0.5]', 'within'],
    ['<=0.5', '[無][＜0.5]', null],
    ['>60', '[>60][]', 'within'],
    ['<0.5', '[0.7][1.3]', 'below'],
    ['<1.0', '[0.7][1.3]', null],
    ['52.3', '[N:≧60,s3:30~59][]', 'below'],
    ['7.4', '[無][無]', null],
    ['7.4', '[41][0]', null],
    ['陰性', '[4.0][6.0]', null],
  ])('%s in %s is %s', (value, range, position) => {
    expect(positionIn(parseReferenceRange(range), parseQuantity(value))).toBe(position);
  });
});

describe('positionOf', () => {
  it('uses the sex if it is known, and decides without it if both sexes agree', () => {
    const range = '[男:13.7 女:11.1][男:17.0 女:15.0]';
    expect(place('16', range, 'male')).toBe('within');
    expect(place('16', range, 'female')).toBe('above');
    expect(place('16', range)).toBeNull();
    expect(place('9.0', range)).toBe('below');
    expect(place('14', range)).toBe('within');
  });

  it.each([
    ['Positive', '[Negative][]', 'above'],
    ['Reactive(250.1)', '[Nonreactive][]', 'above'],
    ['NON-REACTIVE', '[Nonreactive][]', 'within'],
    ['3+', '[-][-]', 'above'],
    ['1+ (80)', '[Negative][]', 'above'],
    ['（－）', '[-][-]', 'within'],
    ['+/-', '[-][-]', null],
    ['+/-', '[-][+/-]', 'within'],
    ['1+', '[-][+/-]', 'above'],
    ['陽性', '[無][陰性]', 'above'],
    ['弱陽性', '[陰性][]', 'above'],
    ['Not detected', '[未檢出][]', 'within'],
    ['1+', '[Normal][Normal]', 'above'],
    ['Positive', '[<1.0][]', 'above'],
    ['Negative', '[<1.0][]', 'within'],
    ['-', '[0][10]', null],
    ['陰性(+)', '[陰性][]', null],
    ['Yellow', '[Yellow][]', 'within'],
    ['Turbid', '[Clear][]', null],
    ['12.3 Reactive', '[陰性(<1.0)][]', 'above'],
    ['0.2', 'Nonreactive:<1.0; Reactive:>=1.0', 'within'],
    // The number and the word in this result contradict each other.
    ['0.2 Reactive', '[陰性(<1.0)][]', null],
  ])('%s where %s is expected is %s', (value, range, position) => {
    expect(place(value, range)).toBe(position);
  });

  it.each([
    ['1:160', '[<1:80][]', 'above'],
    ['1:40 SP', '<1:80', 'within'],
    ['1:20(-)', '<1:20', 'within'],
    ['160X', '<1:80', 'above'],
    ['1:160', '[1:80][]', null],
    ['160', '<1:80', null],
  ])('the titer %s in %s is %s', (value, range, position) => {
    expect(place(value, range)).toBe(position);
  });

  it.each([
    ['10-20', '[0-5][]', 'above'],
    ['0-2 /HPF', '0-5 /HPF', 'within'],
    ['3-8', '[0-5]', null],
  ])('the span %s in %s is %s', (value, range, position) => {
    expect(place(value, range)).toBe(position);
  });
});
