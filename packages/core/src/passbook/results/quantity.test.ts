import { describe, expect, it } from 'vitest';
import { parseQuantity } from './quantity.js';

describe('parseQuantity', () => {
  it.each([
    ['7.3', null, 7.3],
    ['.3', null, 0.3],
    ['>300', '>', 300],
    ['＜0.5', '<', 0.5],
    ['≧ 60', '>=', 60],
    ['&gt;300', '>', 300],
    ['大於300', '>', 300],
    ['90以上', '>=', 90],
    ['1,200', null, 1200],
    ['−2.5', null, -2.5],
    ['00198.57', null, 198.57],
    ['1.2x10^5 IU/mL', null, 120_000],
  ])('reads %s', (text, comparator, value) => {
    expect(parseQuantity(text)).toMatchObject({ comparator, value });
  });

  it.each([
    ['6.8 H', 6.8],
    ['H 6.8', 6.8],
    ['*6.8', 6.8],
    ['6.8↑', 6.8],
    ['6.8(H)', 6.8],
    ['7.3 偏高', 7.3],
    ['33 (stage3:30-59)', 33],
    ['33 G3b', 33],
    ['2.3(36.1%)', 2.3],
    ['0.35 Nonreactive', 0.35],
    ['0.35(-)', 0.35],
    ['7.1 溶血', 7.1],
  ])('takes flag, stage and verdict of %s off', (text, value) => {
    expect(parseQuantity(text)).toEqual({ comparator: null, value });
  });

  it.each([
    ['7.3 mg/dL', 7.3, 'mg/dL'],
    ['98%', 98, '%'],
    ['5.6 x10^3/uL', 5.6, 'x10^3/uL'],
    ['6.5 K/uL H', 6.5, 'K/uL'],
    ['12.3 mL/min/1.73m2', 12.3, 'mL/min/1.73m2'],
    ['0.12 S/CO', 0.12, 'S/CO'],
  ])('keeps the unit of %s', (text, value, unit) => {
    expect(parseQuantity(text)).toEqual({ comparator: null, value, unit });
  });

  it.each([
    null,
    '',
    '-',
    '陰性',
    '1:40 SP',
    '1:20(-)',
    '1+',
    '3 +',
    '4+ (2000)',
    '5-10',
    '120/80',
    '112/05/06',
    '2024-01-01',
    '7.3.1',
    '7,3',
    '12 歲',
    '1.2x10^5',
    'HbA1c 6.2',
    `1${' '.repeat(500)}`,
  ])('takes %s for words', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });
});
