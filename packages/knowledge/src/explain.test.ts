import { listMedications, readPassbook } from '@mhb-kit/core/passbook';
import { describe as suite, expect, it } from 'vitest';
import { explain } from './explain.js';

const order = (key: string, code: string, name: string, tooth?: string) => ({
  [`${key}.1`]: code,
  [`${key}.2`]: name,
  [`${key}.3`]: '1.00',
  ...(tooth === undefined ? {} : { [`${key}.4`]: tooth }),
});

const bdata = {
  r3: [
    {
      'r3.5': '20260122',
      'r3.7': 'K0262',
      r3_1: [order('r3_1', '89008C', '後牙複合樹脂充填－單面', '36')],
    },
  ],
  r5: [{ 'r5.1': '20220614', 'r5.2': '2', 'r5.3': '同意安寧緩和醫療' }],
  r6: [{ 'r6.1': '20251016', 'r6.3': '流感疫苗(批號AB12)', 'r6.5': '健康中心' }],
  r9: [
    { 'r9.5': '20260205', r9_1: [{ ...order('r9_1', 'A099013', '“松齡”酸棗仁湯濃縮顆粒'), 'r9_1.4': '7' }] },
  ],
  r11: [
    {
      'r11.1': '大腸癌篩檢',
      'r11.2': '定量免疫法糞便潛血檢查',
      r11_1: [{ 'r11_1.1': '20240520', 'r11_1.3': '無異常' }],
    },
  ],
  R12: [{ 'r12.1': '20190805', 'r12.2': '測試醫院', r12_1: [] }],
  'premium-billing': [{ 'premium-billing.month': '202603', 'premium-billing.salary': '45800' }],
};

const { passbook } = await readPassbook([
  { name: 'p.json', bytes: new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } })) },
]);
const namesOf = async (record: Parameters<typeof explain>[0] | undefined) =>
  record === undefined ? undefined : (await explain(record, { language: 'zh-Hant' })).map(({ name }) => name);

suite('explaining a record', () => {
  const { sections } = passbook;
  it.each([
    ['a dental claim', sections.r3[0], ['蛀牙', '樹脂補牙', '左下第一大臼齒']],
    ['a will', sections.r5[0], ['器捐或安寧緩和醫療意願']],
    ['a vaccination', sections.r6[0], ['流感疫苗']],
    ['a claim of Chinese medicine', sections.r9[0], ['酸棗仁湯']],
    ['a screening', sections.r11[0], ['大腸癌篩檢']],
    ['a programme', sections.r12[0], ['糖尿病照護計畫']],
  ])('names what %s contains', async (_, record, names) => {
    expect(await namesOf(record)).toEqual(names);
  });

  it('explains a drug in use by its formula', async () => {
    const { current, past } = listMedications(passbook, { today: '2026-02-06' });
    expect(await namesOf([...current, ...past][0])).toEqual(['酸棗仁湯']);
  });

  it('explains the terms of a premium', async () => {
    expect(await namesOf(sections['premium-billing'][0])).toEqual(
      expect.arrayContaining(['投保金額', '眷屬人數', '自付保險費']),
    );
  });
});
