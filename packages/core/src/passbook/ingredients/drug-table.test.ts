import { describe, expect, it } from 'vitest';
import { combinations } from './combinations.js';
import { DrugTable, ingredientRows } from './drug-table.js';
import { groups } from './groups.js';

const table = new DrugTable();
const of = (name: string, code = 'AC00000100') => {
  const { ingredients, strength, route } = table.product(code, name);
  return [ingredients.map(({ id }) => id).join(' + '), strength, route];
};

describe('the table of ingredients', () => {
  it('has at least 400 ingredients, each once, with a name in both languages, a known group and well-formed codes', () => {
    expect(ingredientRows.length).toBeGreaterThanOrEqual(400);
    const ids = ingredientRows.map(([inn]) => inn);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set<string>(groups.map(([id]) => id));
    for (const [inn, chinese, atc, group] of ingredientRows) {
      expect(chinese, inn).toMatch(/\p{Script=Han}/u);
      expect(known.has(group), `${inn}: ${group}`).toBe(true);
      for (const each of atc?.split(' ') ?? [])
        expect(each, inn).toMatch(
          /^(?:(?:oral|injection|skin|eye|ear|nasal|inhaled|rectal|vaginal|mouth):)?[A-Z]\d\d[A-Z]{2}\d\d$/,
        );
    }
  });

  it('assigns a code to only one ingredient', () => {
    const owners = new Map<string, string>();
    for (const [inn, , atc] of ingredientRows) {
      for (const each of atc?.split(' ') ?? []) {
        const code = each.split(':').at(-1) ?? '';
        expect(owners.get(code) ?? inn, code).toBe(inn);
        owners.set(code, inn);
      }
    }
  });

  it('defines combinations only of known ingredients', () => {
    const ids = new Set<string>(ingredientRows.map(([inn]) => inn));
    expect(combinations.flatMap(([, parts]) => parts).filter((part) => !ids.has(part))).toEqual([]);
  });
});

describe('a drug’s name', () => {
  it.each([
    ['“甲廠”脈優錠５毫克', 'amlodipine', '5 mg', 'oral'],
    ['NORVASC TABLETS 5MG', 'amlodipine', '5 mg', 'oral'],
    ['乙牌錠５公絲（氨氯地平）', 'amlodipine', '5 mg', 'oral'],
    ['"丙" Amlodipine Besylate Tab 0.005 g', 'amlodipine', '5 mg', 'oral'],
    ['糖穩持續性藥效膜衣錠０．５公克（二甲雙胍）', 'metformin', '500 mg', 'oral'],
    ['Augmentin 875/125mg Tab', 'amoxicillin + clavulanic acid', '875 mg + 125 mg', 'oral'],
    ['倍必康平錠８０毫克／５毫克', 'amlodipine + telmisartan', '80 mg + 5 mg', 'oral'],
    ['必康平錠８０毫克', 'telmisartan', '80 mg', 'oral'],
    ['地氯雷他定膜衣錠5毫克', 'desloratadine', '5 mg', 'oral'],
    ['服他靈乳膠1%', 'diclofenac', '1 %', 'skin'],
    ['舒而坦點眼液0.005%', 'latanoprost', '0.005 %', 'eye'],
    ['NOVORAPID FLEXPEN 100 IU/ML 3ML (INSULIN ASPART)', 'insulin aspart', '100 IU + 3 mL', null],
  ])('%s tells its ingredients, strength and route', (name, ingredient, strength, route) => {
    expect(of(name, 'XX')).toEqual([ingredient, strength, route]);
  });

  it.each([
    // A stronger or combined product whose name begins like the name of another product.
    '必康平加強膜衣錠80/12.5毫克',
    '葉綠素錠',
    'SODIUM CHLORIDE 0.9% INJECTION',
    'CALCIUM SUPPLEMENT',
  ])('%s yields nothing that the name does not state', (name) => {
    expect(of(name)[0]).toBe('');
  });

  it('gives the code for the route', () => {
    const atc = (name: string) => table.product('XX', name).ingredients.map((each) => each.atc);
    expect(atc('VOREN E.C. TABLETS 25MG')).toEqual(['M01AB05']);
    expect(atc('VOREN GEL 1%')).toEqual(['M02AA15']);
    expect(atc('VOREN SUPPOSITORIES')).toEqual([null]);
  });

  it('uses an operator’s row instead of its own', () => {
    const own = new DrugTable({
      groups: [['house-drugs', '院內製劑', 'made in this hospital']],
      ingredients: [['housemixture', '院內合劑', null, 'house-drugs', '本院一號|Norvasc']],
    });
    expect(own.product('XX', '本院一號膠囊').ingredients).toMatchObject([
      { id: 'housemixture', atc: null, group: { id: 'house-drugs', label: { 'zh-Hant': '院內製劑' } } },
    ]);
    expect(own.product('XX', 'NORVASC 5MG').ingredients.map(({ id }) => id)).toEqual(['housemixture']);
  });
});
