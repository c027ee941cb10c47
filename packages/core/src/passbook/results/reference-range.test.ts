import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReferenceRange, type ReferenceRange } from './reference-range.js';

const brief = (range: ReferenceRange | null): unknown => {
  if (range === null) return null;
  const bound = (each: { value: number; inclusive: boolean } | null, sign: string): string =>
    each === null ? '' : `${sign}${each.inclusive ? '=' : ''}${each.value}`;
  return range.expected ?? `${bound(range.low, '>')} ${bound(range.high, '<')}`.trim();
};
const undecided = { low: null, high: null, expected: null, parts: [], titre: null };

describe('parseReferenceRange', () => {
  it.each([
    ['[0.7][1.3]', '>=0.7 <=1.3'],
    ['[450][550]', '>=450 <=550'],
    ['[無][＜1.0]', '<1'],
    ['[>40][無]', '>40'],
    ['[(0-5)][]', '>=0 <=5'],
    ['[13-17]', '>=13 <=17'],
    ['3.8-10', '>=3.8 <=10'],
    ['３.８～１０', '>=3.8 <=10'],
    ['<150', '<150'],
    ['[≧60][]', '>=60'],
    ['[-2.5][2.5]', '>=-2.5 <=2.5'],
    ['(-2)~(+3)', '>=-2 <=3'],
    ['[4,000][10,000]', '>=4000 <=10000'],
    ['0.5−1.2', '>=0.5 <=1.2'],
    ['[135﹣145]', '>=135 <=145'],
    ['3.5至5.1', '>=3.5 <=5.1'],
    ['≧3.5 且 ≦5.1', '>=3.5 <=5.1'],
    ['3.5<X≦5.1', '>3.5 <=5.1'],
    ['[0.6~1.3][0.6~1.3]', '>=0.6 <=1.3'],
    ['[≧3.5][5.1]', '>=3.5 <=5.1'],
    ['[60][9999]', '>=60'],
  ])('reads %s', (text, expected) => {
    expect(brief(parseReferenceRange(text))).toBe(expected);
  });

  it.each([
    ['小於150', '<150'],
    ['不超過5', '<=5'],
    ['不得超過 200', '<=200'],
    ['不可低於60', '>=60'],
    ['150以下', '<=150'],
    ['[150未滿][]', '<150'],
    ['未滿150', '<150'],
    ['[90(含)以上][]', '>=90'],
    ['超過40', '>40'],
    ['up to 40', '<=40'],
    ['[&lt;200][]', '<200'],
    ['[&amp;gt;=60][]', '>=60'],
    ['&#60;200', '<200'],
    ['［＆ｌｔ；２００］［］', '<200'],
    ['［＆ｇｔ；＝６０．０］［］', '>=60'],
    ['&#65308;200', '<200'],
  ])('reads the comparison of %s', (text, expected) => {
    expect(brief(parseReferenceRange(text))).toBe(expected);
  });

  it.each([
    ['[Normal:4.0-6.0,Pre-DM:6.1-6.4,DM:≧6.5][]', '>=4 <=6'],
    ['［Ｎｏｒｍａｌ：７０－９９，ＩＦＧ：１００－１２５，ＤＭ：≧１２６］［］', '>=70 <=99'],
    ['[Deficiency <20 ; Insufficiency 20-29 ; Sufficiency 30-100][]', '>=30 <=100'],
    ['正常:<5.7;第二類:5.7-6.4;第三類:≧6.5', '<5.7'],
    // The two ranges overlap, so the second may be the range of another group of people.
    ['正常:4.0-6.0;乙組:3.0-5.5', ''],
    ['甲組:4.0-6.0;乙組:6.1-7.0', ''],
  ])('takes the normal one of the stages %s', (text, expected) => {
    const range = parseReferenceRange(text);
    expect(brief(range === null ? null : { ...range, expected: null })).toBe(expected);
  });

  it.each([
    ['70-100 mg/dL', '>=70 <=100', 'mg/dL'],
    ['[13.5][17.5 g/dL]', '>=13.5 <=17.5', 'g/dL'],
    ['[70][100 mg/dL]', '>=70 <=100', 'mg/dL'],
    ['[4.6%][6.2%]', '>=4.6 <=6.2', '%'],
    ['3.5 mmol/L - 5.1 mmol/L', '>=3.5 <=5.1', 'mmol/L'],
    ['[3.5][5.1][mmol/L]', '>=3.5 <=5.1', null],
    ['[3.5-5.1][mmol/L]', '>=3.5 <=5.1', 'mmol/L'],
    ['3.9-10.6 x10^3/uL', '>=3.9 <=10.6', 'x10^3/uL'],
    ['≧90 mL/min/1.73m²', '>=90', 'mL/min/1.73m^2'],
    ['<30 mg/g Cr', '<30', 'mg/g Cr'],
  ])('separates the unit of %s', (text, expected, unit) => {
    const range = parseReferenceRange(text);
    expect(brief(range)).toBe(expected);
    expect(range?.unit).toBe(unit);
  });

  it.each(['[[3.5][5.1]]', '[[3.5]][[5.1]]', '[[3.5-5.1]]', '【3.5】【5.1】'])('understands %s', (text) => {
    expect(brief(parseReferenceRange(text))).toBe('>=3.5 <=5.1');
  });

  it.each([
    '[無][]',
    '[無][無]',
    '[][]',
    '',
    '無',
    '[ ][ ]',
    '[0][0]',
    '[0.0][0]',
    '[.][.]',
    '[--][]',
    '[無參考值][無參考值]',
    '[N/A][N/A]',
    '[見報告][]',
    '[*][*]',
    '[][0]',
  ])('finds no range in %s', (text) => {
    expect(parseReferenceRange(text)).toBeNull();
  });

  it.each([
    ['a half not understood', '[4.0][5.6 xyz9]'],
    ['a half not understood, the low one', '[約3][5.1]'],
    ['low above high', '[41][0]'],
    ['no room between low and high', '[5][5]'],
    ['a lone number in the first half', '[200][]'],
    ['a lone number', '5'],
    ['a number that may be a bound with its dash', '[-40]'],
    ['halves that contradict each other', '[3.5-5.1][3.6-5.0]'],
    ['two upper bounds', '[<5][<10]'],
    ['nothing but sentinels', '[0][999]'],
    ['a level that is not the normal one', '缺乏:<20'],
    ['stages without the normal one', '[s3:30~59,s4:15~29][]'],
    ['one for children alone', '兒童:3.4-4.7'],
    ['one for the old alone', '≧65歲:<8.0'],
    ['one for a time of day alone', 'PM: 2.5-12.5'],
    ['three numbers', '4-6-8'],
    ['a titer without a side', '[1:80][]'],
    ['both words', '[陰性][陽性]'],
    ['prose', `依年齡 ${'x'.repeat(500)} 3-5`],
  ])('does not decide %s', (_, text) => {
    expect(parseReferenceRange(text)).toMatchObject({ ...undecided, text });
  });

  it.each([
    ['[－][]', '-'],
    ['[陰性][]', '陰性'],
    ['Negative', 'Negative'],
    ['[Yellow][]', 'Yellow'],
    ['[-][+/-]', '- ~ +/-'],
    ['[Negative(<1.0)][]', 'Negative'],
  ])('keeps the words of %s', (text, expected) => {
    expect(parseReferenceRange(text)?.expected).toBe(expected);
  });

  it('reads stages, and uses the normal one as the range', () => {
    const range = parseReferenceRange('[N:≧60,s3:30~59,s4:15~29,s5 15][]');
    expect(range?.stages.map(({ label }) => label)).toEqual(['N', 's3', 's4', 's5']);
    expect(range).toMatchObject({ low: { value: 60, inclusive: true }, high: null });
    expect(range?.stages[1]).toMatchObject({ low: { value: 30 }, high: { value: 59 } });
    expect(range?.stages[3]).toMatchObject({ low: null, high: null });
  });

  it.each([
    '[男:13.7 女:11.1][男:17.0 女:15.0]',
    '[M:13.7-17.0;F:11.1-15.0][]',
    '男13.7-17女11.1-15',
    '[男性:13.7~17.0][女性:11.1~15.0]',
    '13.7-17.0(男),11.1-15.0(女)',
    '(男)13.7-17.0 (女)11.1-15.0',
    '[Male 13.7-17.0][Female 11.1-15.0]',
  ])('reads %s by sex', (text) => {
    const of = (sex: 'male' | 'female' | null) => parseReferenceRange(text, { sex, age: null });
    expect(brief(of('male'))).toBe('>=13.7 <=17');
    expect(brief(of('female'))).toBe('>=11.1 <=15');
    expect(of(null)).toMatchObject({ low: null, high: null, parts: [{ sex: 'male' }, { sex: 'female' }] });
  });

  it('reads parts by age, and leaves them undecided if the person’s birthday is near', () => {
    const text = '[[≧18y]0-5,[<18y]0-10][]';
    const of = (age: number | null) => brief(parseReferenceRange(text, { sex: null, age }));
    expect([of(40), of(10), of(18), of(null)]).toEqual(['>=0 <=5', '>=0 <=10', '', '']);
    expect(brief(parseReferenceRange('[[≧18y]0-5]'))).toBe('>=0 <=5');
  });

  it('keeps the text as written', () => {
    expect(parseReferenceRange('[無][＜1.0]')?.text).toBe('[無][＜1.0]');
  });

  it.each(['[40)40未滿', '<(40)40', '4(5)6以上'])('does not join the numbers of %s', (text) => {
    expect(parseReferenceRange(text)).toMatchObject({ low: null, high: null, parts: [] });
  });

  it('never returns a bound that is not in the text, nor low above high', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '][',
      '(',
      ')',
      '-',
      '~',
      '<',
      '≧',
      '以上',
      '未滿',
      '男',
      '女:',
      'N:',
      's3:',
      ',',
      ' ',
      '3',
      '5.1',
      '40',
      '0',
      'mg/dL',
      '%',
      '陰性',
      '無',
      '1:80',
      '&lt;',
      'H',
      'x10^3/uL',
      '18歲',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const range = parseReferenceRange(pieces.join(''));
        for (const { low, high } of range === null ? [] : [range, ...range.parts]) {
          for (const bound of [low, high])
            if (bound !== null) expect(pieces.join('')).toContain(String(Math.abs(bound.value)));
          if (low !== null && high !== null) expect(low.value).toBeLessThan(high.value);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
