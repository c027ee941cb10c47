import { beforeAll, describe, expect, it } from 'vitest';
import { readPassbook } from '../../read/read.js';
import { viewInTurns, type PassbookViews } from '../all/in-turns.js';
import type { AnswerGroup } from './answers.js';

/**
 * An invented person, and searches in the person's data. Each search states the query and the answer that must
 * come first.
 */

const hospital = { 'r1.3': '0401180014', 'r1.4': '臺北明德醫院' };
const clinic = { 'r1.3': '3501200012', 'r1.4': '青山診所' };
const visit = (
  day: string,
  at: object,
  diagnosis: readonly [string, string],
  orders: readonly object[] = [],
) => ({
  ...at,
  'r1.5': day,
  'r1.7': day.slice(4),
  'r1.8': diagnosis[0],
  'r1.9': diagnosis[1],
  'r1.12': '50',
  r1_1: orders,
});
const order = (code: string, name: string, days = 0) => ({
  'r1_1.1': code,
  'r1_1.2': name,
  'r1_1.3': '28',
  'r1_1.4': String(days),
});
const result = (
  code: string,
  orderName: string,
  name: string,
  day: string,
  value: string,
  range = '[無][無]',
) => ({
  'r7.3': '0401180014',
  'r7.4': '臺北明德醫院',
  'r7.5': day,
  'r7.6': day,
  'r7.7': `${day}0930`,
  'r7.8': code,
  'r7.9': orderName,
  'r7.10': name,
  'r7.11': value,
  'r7.12': range,
});
const report = (code: string, name: string, day: string, text: string) => ({
  'r8.3': '0401180014',
  'r8.4': '臺北明德醫院',
  'r8.5': day,
  'r8.6': day,
  'r8.7': `${day}1710`,
  'r8.8': code,
  'r8.9': name,
  'r8.10': text,
});

const norvasc = order('BC20910100', 'NORVASC TABLETS 5MG', 28);
const amlodipine = order('AC49990100', '“青原”安脈平錠５毫克（氨氯地平）', 28);
const metformin = order('AC58990100', '糖穩錠５００毫克（二甲雙胍）', 28);
const painkiller = order('AC31990100', '“青原”乙醯胺酚錠５００毫克', 3);
const amoxicillin = order('AC43990100', 'AMOXICILLIN 500MG', 5);

const bdata = {
  'b1.1': 'A22345****',
  'b1.2': '20260601',
  r1: [
    visit('20240503', hospital, ['E1122', '第二型糖尿病，伴有糖尿病的慢性腎臟病'], [metformin, norvasc]),
    visit('20240520', clinic, ['J00', '急性鼻咽炎'], [painkiller]),
    visit('20250310', hospital, ['E1122', '第二型糖尿病，伴有糖尿病的慢性腎臟病'], [metformin, amlodipine]),
    visit('20250401', hospital, ['M545', '下背痛'], [order('32001C', '胸腔檢查')]),
    visit('20260205', clinic, ['J0190', '急性鼻竇炎'], [amoxicillin]),
  ],
  r4: [{ 'r4.1': '20230101', 'r4.2': 'Penicillin 類', 'r4.9': '重度', 'r4.10': '皮疹(Rash)' }],
  r6: [{ 'r6.1': '20251015', 'r6.3': '四價流感疫苗', 'r6.5': '青山診所' }],
  r7: [
    result('09006C', '醣化血紅素', 'HbA1c', '20240503', '7.4', '[4.0][6.0]'),
    result('09006C', '醣化血紅素', 'HbA1c', '20250310', '6.9', '[4.0][6.0]'),
    result('09015C', '肌酐、血', 'Creatinine', '20250310', '1.3', '[0.5][1.2]'),
    result('09044C', '低密度脂蛋白－膽固醇', 'LDL-C', '20250310', '98', '[無][<100]'),
    result('09022C', '鉀', 'K', '20250310', '4.1', '[3.5][5.1]'),
  ],
  r8: [
    report(
      '32001C',
      '胸腔檢查（包括各種角度部位之胸腔檢查）',
      '20250401',
      'Impression: No active lung lesion.',
    ),
    report('33070B', '電腦斷層造影－無造影劑', '20240506', 'Impression: renal cyst.'),
    report('28016C', '上消化道泛內視鏡檢查', '20240507', 'Gastritis.'),
  ],
};

let views: PassbookViews;
beforeAll(async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  const { passbook } = await readPassbook([{ name: 'p.json', bytes }]);
  views = await viewInTurns(passbook, { today: '2026-06-01' });
});

/**
 * Returns the name of the first item in a group. For drugs and visits, returns the names or dates of all items.
 */
function nameOf(group: AnswerGroup | undefined): string | null | undefined {
  switch (group?.kind) {
    case 'tests':
      return group.items[0]?.analyte?.id;
    case 'drugs':
      return group.items.map(({ display }) => display).join(' + ');
    case 'allergies':
      return group.items[0]?.substance;
    case 'vaccinations':
      return group.items[0]?.vaccine;
    case 'reports':
      return group.items[0]?.order.code;
    case 'visits':
      return group.items.map(({ date }) => date).join(' + ');
    case 'others':
    case undefined:
      return undefined;
  }
}

describe('the first answer', () => {
  it.each([
    // Dates are recognized in any format.
    ['113/5', 'visits', '2024-05-20 + 2024-05-03'],
    ['113年5月', 'visits', '2024-05-20 + 2024-05-03'],
    ['2024-05', 'visits', '2024-05-20 + 2024-05-03'],
    ['May 2024', 'visits', '2024-05-20 + 2024-05-03'],
    ['113.05.03', 'visits', '2024-05-03'],
    ['今年', 'visits', '2026-02-05'],
    // A test is found by any of its names, by an everyday word, and by the group to which it belongs.
    ['糖化血色素', 'tests', 'hba1c'],
    ['a1c', 'tests', 'hba1c'],
    ['腎功能', 'tests', 'creatinine'],
    ['壞膽固醇', 'tests', 'ldl-cholesterol'],
    ['鉀', 'tests', 'potassium'],
    ['K', 'tests', 'potassium'],
    // A drug is found by its ingredient, brand or purpose. Both brands of one ingredient are found, and the newest
    // comes first.
    ['amlodipine', 'drugs', '“青原”安脈平錠５毫克（氨氯地平）'],
    ['脈優', 'drugs', '“青原”安脈平錠５毫克（氨氯地平）'],
    ['血壓藥', 'drugs', '“青原”安脈平錠５毫克（氨氯地平）'],
    ['降血壓藥', 'drugs', '“青原”安脈平錠５毫克（氨氯地平）'],
    ['止痛藥', 'drugs', '“青原”乙醯胺酚錠５００毫克'],
    ['metformin 2025', 'drugs', '糖穩錠５００毫克（二甲雙胍）'],
    // An allergy comes before the drugs of the same kind.
    ['盤尼西林', 'allergies', 'Penicillin 類'],
    ['流感', 'vaccinations', '四價流感疫苗'],
    // Examinations are found by their common names.
    ['X光', 'reports', '32001C'],
    ['ＣＴ', 'reports', '33070B'],
    ['胃鏡', 'reports', '28016C'],
    // Illnesses are found by their code, with and without the dot, and by an everyday word.
    ['E11.22', 'visits', '2025-03-10 + 2024-05-03'],
    ['e1122', 'visits', '2025-03-10 + 2024-05-03'],
    ['感冒', 'visits', '2026-02-05 + 2024-05-20'],
    ['腰痛', 'visits', '2025-04-01'],
    // A place is found in each spelling of its name.
    ['台北', 'visits', '2025-04-01 + 2025-03-10 + 2024-05-03'],
    ['青山 感冒 113年', 'visits', '2024-05-20'],
  ])('to %s is of kind %s: %s', async (phrase, kind, name) => {
    const [first] = (await views.answer(phrase)).groups;
    expect([first?.kind, nameOf(first)]).toEqual([kind, name]);
  });

  it('lists both brands of an ingredient as one drug, with every day it was supplied', async () => {
    const [group] = (await views.answer('norvasc')).groups;
    expect(group?.kind === 'drugs' ? group.items[0]?.supplies.map(({ date }) => date) : []).toEqual([
      '2025-03-10',
      '2024-05-03',
    ]);
  });

  it('lists an item once, whether it was found by its name or by the text of its records', async () => {
    for (const phrase of ['penicillin', '流感疫苗', 'hba1c', '32001C']) {
      const [group] = (await views.answer(phrase)).groups;
      expect([phrase, group?.total, group?.items.length]).toEqual([phrase, 1, 1]);
    }
  });

  it('counts every group', async () => {
    const groups = (await views.answer('2024')).groups.map(({ kind, total }) => [kind, total]);
    expect(groups).toEqual([
      ['visits', 2],
      ['tests', 1],
      ['drugs', 3],
      ['reports', 2],
    ]);
  });

  it('is empty for an empty query, and for a query without matches', async () => {
    expect((await views.answer('  ')).groups).toEqual([]);
    expect((await views.answer('查無此詞')).groups).toEqual([]);
    expect((await views.answer('112年')).groups.map(({ kind }) => kind)).toEqual(['allergies']);
  });
});
