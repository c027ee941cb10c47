import { describe as suite, expect, it } from 'vitest';
import { describe } from '../describe.js';
import type { CodeText } from './code-text.js';
import { aToK as firstEnglish } from './a-to-k.en.js';
import { aToK as firstChinese } from './a-to-k.zh-Hant.js';
import { lToZ as secondEnglish } from './l-to-z.en.js';
import { lToZ as secondChinese } from './l-to-z.zh-Hant.js';

const nameOf = async (code: string, on: string | null = '2026-03-01'): Promise<string | null> =>
  (await describe({ kind: 'diagnosis', code, on }, { language: 'en' }))?.name ?? null;

suite('diagnoses', () => {
  it.each([
    ['E11.65', 'Type 2 diabetes with high blood sugar'],
    ['E1165 ', 'Type 2 diabetes with high blood sugar'],
    ['ｅ１１６５', 'Type 2 diabetes with high blood sugar'],
    // A code that is more specific than any known code is named by its longest known prefix.
    ['E11649', 'Type 2 diabetes with other complications'],
    ['N1830', 'Chronic kidney disease, stage 3'],
    ['S93401A', 'Sprain or dislocation of the ankle, foot or toes'],
  ])('name %s by its longest known prefix', async (code, name) => {
    expect(await nameOf(code)).toBe(name);
  });

  it.each([
    ['E700', 'Metabolic disorders'],
    ['L109', 'Blistering skin diseases'],
    // A letter in the third position sorts after the digits, unless the classification puts the code elsewhere.
    ['C4A0', 'Skin cancers'],
    ['C7A019', 'Malignant neuroendocrine tumors'],
    ['I1A0', 'High blood pressure'],
    ['Z3A20', 'Family planning and pregnancy'],
    ['V4352XA', 'People injured in a car in transport accidents'],
    ['W1830XA', 'Falls'],
  ])('name %s, which has no entry, by its block', async (code, block) => {
    expect(await nameOf(code)).toBe(block);
  });

  it('describe a block by the contents of its chapter', async () => {
    const explanation = await describe(
      { kind: 'diagnosis', code: 'L10.9', on: null },
      { language: 'zh-Hant' },
    );
    expect(explanation?.text).toMatch(/天皰瘡.*這一章包括皮膚/);
  });

  it.each([
    ['25002', '2014-05-01'],
    ['V700', '2014-05-01'],
    ['V700', null],
    ['E8800', '2015-12-31'],
    ['E8800', '2015'],
    ['I10', '2014'],
    ['', null],
    ['U', null],
    ['K', null],
    ['__proto__', null],
    ['constructor', null],
  ])('do not know %s on %s, which is not a code of ICD-10-CM', async (code, on) => {
    expect(await nameOf(code, on)).toBeNull();
  });

  it.each([
    [/^[A-K]/, firstChinese, firstEnglish],
    [/^[L-Z]/, secondChinese, secondEnglish],
  ] as const)('have the same keys in both languages, in the half for their letter %s', (letters, zh, en) => {
    for (const part of ['chapters', 'blocks', 'codes'] as const) {
      expect(Object.keys(zh[part])).toEqual(Object.keys(en[part]));
      expect(Object.keys(en[part]).filter((key) => !letters.test(key))).toEqual([]);
    }
  });

  it('say in Chinese what happens, without fragments that begin with “such as” or a vague “state”', () => {
    const texts = [firstChinese, secondChinese].flatMap(({ chapters, blocks, codes }) =>
      [chapters, blocks, codes].flatMap((part) => Object.values<CodeText>(part)),
    );
    expect(texts.filter(([name, text]) => /狀況/.test(name + text) || text.startsWith('如'))).toEqual([]);
  });
});
