import { readPassbook, type DrugGroupId, type IngredientId } from '@mhb-kit/core/passbook';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '../describe.js';
import { digestionToSkin as secondEnglish } from './digestion-to-skin.en.js';
import { digestionToSkin as secondChinese } from './digestion-to-skin.zh-Hant.js';
import { firstHalf } from './halves.js';
import { heartAndMetabolism as firstEnglish } from './heart-and-metabolism.en.js';
import { heartAndMetabolism as firstChinese } from './heart-and-metabolism.zh-Hant.js';

const inChinese = { ...firstChinese, ...secondChinese };
const inEnglish = { ...firstEnglish, ...secondEnglish };

type Groups = typeof inEnglish;
type Explained = { [G in keyof Groups]: keyof Groups[G]['of'] }[keyof Groups];
type Missing = Exclude<IngredientId, Explained> | Exclude<DrugGroupId, keyof Groups>;
/** This line does not compile if an ingredient or a group of core's table has no text. */
const everyone: [Missing] extends [never] ? true : never = true;

const groups = Object.entries(inEnglish);
const ids = groups.flatMap(([group, { of }]) => Object.keys(of).map((id) => ({ id, group })));

/** Returns what core recognizes when the name of a drug is exactly the name of its ingredient. */
const recognised = async () => {
  const orders = ids.map(({ id }, at) => ({
    'r1_1.1': `AC${String(at).padStart(5, '0')}100`,
    'r1_1.2': id.toUpperCase(),
    'r1_1.3': '28',
    'r1_1.4': '28',
  }));
  const file = {
    myhealthbank: { bdata: { r1: [{ 'r1.5': '20260301', 'r1.4': '測試診所', r1_1: orders }] } },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const { passbook } = await readPassbook([{ name: 'passbook.json', bytes }]);
  return passbook.sections.r1.flatMap(({ orders: read }) =>
    read.map(({ product }) => product?.ingredients ?? []),
  );
};

suite('drugs', () => {
  it('explain every ingredient, in core’s group and with core’s label', async () => {
    expect(everyone).toBe(true);
    const found = await recognised();
    expect(found).toHaveLength(ids.length);
    for (const [at, { id, group }] of ids.entries()) {
      const ingredient = found[at]?.find((each) => each.id === id);
      expect(ingredient?.group.id, id).toBe(group);
      expect(ingredient?.group.label.en, id).toBe(inEnglish[group as keyof Groups].name);
      expect(ingredient?.group.label['zh-Hant'], id).toBe(inChinese[group as keyof Groups].name);
    }
  });

  it('have the same groups and members in both languages', () => {
    const shape = (table: typeof inChinese | typeof inEnglish) =>
      Object.entries(table).map(([group, { of }]) => [group, Object.keys(of)]);
    expect(shape(inChinese)).toEqual(shape(inEnglish));
  });

  it('are in the right half', () => {
    expect(Object.keys(firstEnglish)).toEqual(firstHalf);
  });

  it('explain an ingredient by the purpose of its group, then by its differences', async () => {
    const explanation = await describe(
      { kind: 'drug', id: 'warfarin', group: 'oral-anticoagulants' },
      { language: 'en' },
    );
    expect(explanation?.official).toBe('Warfarin');
    expect(explanation?.text).toMatch(/^These drugs make the blood clot less easily.*INR/);
    expect(explanation?.sources.map(({ publisher }) => publisher)).toContain(
      'Taiwan Food and Drug Administration',
    );
  });

  it('explain an ingredient that only an operator knows by its group', async () => {
    const explanation = await describe(
      { kind: 'drug', id: 'newstatin', group: 'statins' },
      { language: 'zh-Hant' },
    );
    expect(explanation?.name).toBe('降膽固醇藥（史他汀類）');
    expect(explanation?.text).toContain('整類藥');
  });

  it.each(['constructor', '__proto__', 'newdrug'])('do not know %s', async (id) => {
    expect(await describe({ kind: 'drug', id, group: id }, { language: 'en' })).toBeNull();
    expect(await describe({ kind: 'drug', id, group: null }, { language: 'en' })).toBeNull();
  });
});
