import { describe, expect, it } from 'vitest';
import { readPassbook } from '../read/read.js';
import type { Passbook } from '../model/model.js';
import { findAllergyConflicts, listAllergies, listAllergyStatements, statementOf } from './allergies.js';
import { listMedications } from './medications.js';

async function passbookOf(bdata: object): Promise<Passbook> {
  const file = { myhealthbank: { bdata: { 'b1.1': 'A12345****', 'b1.2': '20260601', ...bdata } } };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  return (await readPassbook([{ name: 'passbook.json', bytes }])).passbook;
}

const allergy = (substance: string, more: object = {}) => ({
  'r4.1': '20250101',
  'r4.2': substance,
  ...more,
});

describe('a substance', () => {
  it.each([
    '無',
    '沒有',
    '否認',
    'NP',
    'N.P.',
    'n p',
    'NKDA',
    'N.K.D.A.',
    'NKA',
    'Nil',
    'None',
    'no',
    '未過敏',
    '無過敏',
    '無過敏史',
    '無藥物過敏',
    '無藥物過敏史',
    '無已知藥物過敏',
    '目前無藥物過敏',
    '否認藥物過敏史',
    '無食物及藥物過敏',
    '無特殊藥物過敏',
    '不過敏',
    'No known drug allergy',
    'no known drug allergies.',
    'No Drug Allergy',
    'No allergy history',
    'Denied any drug allergy',
    '無。',
    'ＮＫＤＡ',
    '無 藥物 過敏',
    '無 (NKDA)',
    'No Known Drug Allergies (NKDA)',
    '從未過敏',
    '尚無',
    '暫無',
    '無明確過敏藥物',
    '家屬表示無藥物過敏',
    'Patient denies any drug allergy',
    '藥物過敏：無',
    'Drug allergy: No',
    'Drug allergy (-)',
    '過敏:(-)',
  ])('%s states that there is none', (text) => {
    expect(statementOf(text)).toBe('none');
  });

  it.each(['未記錄', '未紀錄', '不詳', '無資料', 'unknown', 'N/A', '-', '未填', '無法得知', '待確認'])(
    '%s states that nothing is known',
    (text) => {
      expect(statementOf(text)).toBe('not-recorded');
    },
  );

  it.each([
    'Penicillin',
    '盤尼西林',
    'NSAID',
    'NKDA, but Penicillin',
    '無花果',
    '無水酒精',
    'Aspirin 過敏',
    '不明抗生素',
    '消炎藥',
    'No. 5 drug',
    'Nimesulide',
    'Novamin',
    '疑似 Aspirin',
    '無麩質',
    'Denosumab',
    'NaCl',
    '藥物過敏：Penicillin',
    'Drug allergy (Penicillin)',
    '除 Penicillin 外無過敏',
    '止痛藥(不詳)',
  ])('%s is one', (text) => {
    expect(statementOf(text)).toBeNull();
  });
});

describe('allergies', () => {
  it('are listed once, with the worst severity and every symptom', async () => {
    const passbook = await passbookOf({
      r4: [
        allergy('Penicillin', { 'r4.9': '重度', 'r4.10': '休克', 'r4.5': '舊仁濟醫院' }),
        allergy('ＰＥＮＩＣＩＬＬＩＮ', {
          'r4.1': '20260101',
          'r4.9': '輕度',
          'r4.10': '皮疹',
          'r4.5': '仁濟綜合醫院',
        }),
        allergy('Aspirin'),
        allergy('阿斯匹靈', { 'r4.1': '20240101' }),
        allergy('無', { 'r4.5': '安康診所' }),
      ],
    });
    expect(listAllergies(passbook)).toMatchObject([
      {
        substance: 'ＰＥＮＩＣＩＬＬＩＮ',
        severity: '重度',
        manifestations: ['皮疹', '休克'],
        groups: [{ id: 'penicillins' }],
        records: [{}, {}],
      },
      { substance: 'Aspirin', ingredients: [{ id: 'acetylsalicylic acid' }], records: [{}, {}] },
    ]);
    expect(listAllergyStatements(passbook)).toMatchObject([{ kind: 'none', text: '無' }]);
  });

  it.each([
    ['Penicillin', 'AMOXICILLIN CAP 500MG', 'group'],
    ['盤尼西林類', 'AUGMENTIN TAB 1G', 'group'],
    ['Amoxicillin', 'AMOXICILLIN CAP 500MG', 'ingredient'],
    ['Ampicillin', 'AMOXICILLIN CAP 500MG', 'group'],
    ['NSAIDs', '希樂葆膠囊200毫克', 'group'],
    ['非類固醇消炎藥', 'IBUPROFEN TAB 400MG', 'group'],
    ['Aspirin', 'IBUPROFEN TAB 400MG', 'group'],
    ['普拿疼', 'ACETAMINOPHEN TAB 500MG', 'ingredient'],
    ['Sulfa drugs', 'BAKTAR TAB', 'group'],
  ])('%s conflicts with %s', async (substance, drug, kind) => {
    expect(await conflicts(substance, drug)).toEqual([kind]);
  });

  it.each([
    ['Penicillin', 'CEFALEXIN CAP 500MG'],
    ['Ibuprofen', '希樂葆膠囊200毫克'],
    ['NSAIDs', 'ACETAMINOPHEN TAB 500MG'],
    ['Sulfa drugs', 'FUROSEMIDE TAB 40MG'],
    ['海鮮', 'AMOXICILLIN CAP 500MG'],
    ['無藥物過敏', 'AMOXICILLIN CAP 500MG'],
  ])('%s does not conflict with %s', async (substance, drug) => {
    expect(await conflicts(substance, drug)).toEqual([]);
  });

  async function conflicts(substance: string, drug: string): Promise<string[]> {
    const order = { 'r1_1.1': 'AC57914100', 'r1_1.2': drug, 'r1_1.3': '28', 'r1_1.4': '28' };
    const passbook = await passbookOf({
      r4: [allergy(substance)],
      r1: [{ 'r1.3': '1', 'r1.5': '20260101', 'r1.7': '0001', r1_1: [order] }],
    });
    const { current } = listMedications(passbook, { today: '2026-01-10' });
    expect(current).toHaveLength(1);
    return findAllergyConflicts(current, listAllergies(passbook)).map(({ kind }) => kind);
  }
});

describe('statements of absence', () => {
  it('are one per facility, regardless of its name', async () => {
    const at = (name: string, day: string) => ({
      'r4.1': day,
      'r4.2': '無',
      'r4.4': '0401180014',
      'r4.5': name,
    });
    const passbook = await passbookOf({ r4: [at('明德醫院', '20240101'), at('明德綜合醫院', '20250101')] });
    expect(passbook.sections.r4[0]?.organization.code).toBe('0401180014');
    expect(listAllergyStatements(passbook)).toMatchObject([{ kind: 'none', records: [{}, {}] }]);
  });
});
