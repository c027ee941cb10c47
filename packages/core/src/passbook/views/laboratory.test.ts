import { describe, expect, it } from 'vitest';
import type { RawRow } from '../model/model.js';
import { readPassbook } from '../read/read.js';
import { listLaboratory } from './laboratory.js';
import { listResultsNow } from './results-now.js';

const passbookOf = async (sections: Record<string, unknown>, id = 'A22345****') => {
  const text = JSON.stringify({ myhealthbank: { bdata: { 'b1.1': id, 'b1.2': '20260401', ...sections } } });
  return (await readPassbook([{ name: 'a.json', bytes: new TextEncoder().encode(text) }])).passbook;
};
const row = (name: string, value: string, range: string, day: string, extra: RawRow = {}): RawRow => ({
  'r7.3': '1',
  'r7.6': day,
  'r7.7': `${day}0900`,
  'r7.8': '09022C',
  'r7.10': name,
  'r7.11': value,
  'r7.12': range,
  ...extra,
});
const listing = async (rows: readonly RawRow[], rest: Record<string, unknown> = {}) =>
  listLaboratory(await passbookOf({ r7: rows, ...rest }));
const brief = async (rows: readonly RawRow[]) =>
  (await listing(rows)).series.map(({ id, points }) => [id, points.map(({ value }) => value).join(' ')]);
const whiteCells = (value: string, range: string, day: string, extra: RawRow = {}): RawRow =>
  row('WBC', value, range, day, { 'r7.8': '08011C', ...extra });

describe('a series', () => {
  it('are converted to one unit, inferred from the ranges', async () => {
    const { series } = await listing([
      whiteCells('7100', '[4000][10000]', '20240610', { 'r7.3': '2' }),
      whiteCells('14.2', '[4.0][10.0]', '20240910'),
      whiteCells('6.8', '[4.0][10.0]', '20240110'),
      // This row has no range, but other rows from the same laboratory reveal its unit.
      whiteCells('5300', '[無][無]', '20240301', { 'r7.3': '2' }),
    ]);
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ id: 'leukocytes', unit: '10*3/uL' });
    expect(series[0]?.points.map(({ value, written, position }) => [value, written, position])).toEqual([
      ['6.8', null, 'within'],
      ['5.3', '5300', null],
      ['7.1', '7100', 'within'],
      ['14.2', null, 'above'],
    ]);
    expect(series[0]?.points[2]?.range).toMatchObject({ low: { value: 4 }, text: '[4000][10000]' });
  });

  it('take the unit, LOINC code and flag that a source states with a result', async () => {
    const stated = { 'r7.8': '', 'r7.loinc': '6690-2', 'r7.unit': '/uL' };
    const { series } = await listing([
      whiteCells('6.8', '[4.0][10.0]', '20240110'),
      row('白血球（本院）', '14200', '', '20240910', { ...stated, 'r7.flag': 'H' }),
    ]);
    expect(series).toHaveLength(1);
    expect(series[0]?.points.map(({ value, position }) => [value, position])).toEqual([
      ['6800', 'within'],
      ['14200', 'above'],
    ]);
    expect(series[0]?.points[1]).toMatchObject({ unit: '/uL', quantity: { comparator: null, value: 14200 } });
    expect(series[0]?.points[1]?.quantity).not.toHaveProperty('unit');
  });

  it('do not guess the scale of a unit that is unknown for the analyte', async () => {
    const { series } = await listing([
      whiteCells('6.8', '[4.0][10.0]', '20240110'),
      whiteCells('6.9', '', '20240210', { 'r7.unit': 'mg/dL' }),
    ]);
    expect(series.map(({ unit, points }) => [unit, points.length])).toEqual([
      ['mg/dL', 1],
      ['10*3/uL', 1],
    ]);
  });

  it('let a flag decide only if the range does not', async () => {
    const { series } = await listing([
      row('K', '4.0', '[3.5][5.1]', '20240110', { 'r7.flag': 'H' }),
      row('K', '4.1', '', '20240111', { 'r7.flag': 'LL' }),
      row('K', '4.2', '', '20240112', { 'r7.flag': 'A' }),
    ]);
    expect(series[0]?.points.map(({ position }) => position)).toEqual(['within', 'below', null]);
  });

  it('keep serum and urine apart if both have the same value on one day, each with its second channel', async () => {
    const sodium = (name: string, value: string, range: string, uploaded: string) =>
      row(name, value, range, '20240110', { 'r7.8': '09021C', 'r7.7': uploaded });
    const { series } = await listing([
      sodium('Na', '138', '[20][110]', '202401111100'),
      sodium('鈉', '138', '[136][145]', '202401111000'),
      sodium('Sodium', '138', '[無][無]', '202402120930'),
      sodium('Na', '138 mmol/L', '[無][無]', '202402121422'),
    ]);
    const rows = series.map(({ id, points }) => [
      id,
      points.map(({ results, position }) => [results.map(({ analyte }) => analyte).sort(), position]),
    ]);
    expect(rows).toEqual([
      ['sodium', [[['Sodium', '鈉'], 'within']]],
      ['sodium ~2', [[['Na', 'Na'], 'above']]],
    ]);
  });

  it.each(['[145][136]', '[0][0]', '145'])(
    'keep them apart even if the range beside the serum is %s',
    async (range) => {
      const sodium = (name: string, stated: string, minute: string) =>
        row(name, '84', stated, '20240110', { 'r7.8': '09021C', 'r7.7': `2024011110${minute}` });
      const { series } = await listing([
        sodium('Na', '[20][110]', '10'),
        sodium('鈉', range, '20'),
        row('鈉', '139', '[136][145]', '20240301', { 'r7.8': '09021C' }),
      ]);
      expect(
        series.map(({ id, points }) => [id, points.map(({ value, position }) => [value, position])]),
      ).toEqual([
        [
          'sodium',
          [
            ['84', null],
            ['139', 'within'],
          ],
        ],
        ['sodium ~2', [['84', 'within']]],
      ]);
    },
  );

  it('take a result without a range in the unit of its laboratory', async () => {
    const crp = (value: string, range: string, day: string, facility: string) =>
      row('CRP', value, range, day, { 'r7.8': '12015C', 'r7.3': facility });
    const { series } = await listing([
      crp('3.0', '[0][5.0]', '20240110', '2'),
      crp('0.9', '[無][無]', '20240301', '2'),
      crp('0.4', '[0][0.5]', '20240601', '1'),
    ]);
    expect(series.map(({ points }) => points.map(({ value }) => value))).toEqual([['0.3', '0.09', '0.4']]);
  });

  it('keep results of another specimen with the same name apart, without its code', async () => {
    const sodium = (value: string, range: string, day: string) =>
      row('Na', value, range, day, { 'r7.8': '09021C' });
    const { series } = await listing([
      sodium('139', '[136][145]', '20240110'),
      sodium('42', '[20][110]', '20240111'),
    ]);
    expect(series.map(({ id, analyte, apart }) => [id, analyte?.loinc ?? null, apart])).toEqual([
      ['sodium ~2', null, true],
      ['sodium', '2951-2', false],
    ]);
  });

  it('keep scales of an unknown analyte apart', async () => {
    const odd = (value: string, range: string, day: string) =>
      row('Xyz', value, range, day, { 'r7.8': '09999C' });
    expect(
      await brief([
        odd('3', '[2][4]', '20240101'),
        odd('3000', '[2000][4000]', '20240201'),
        odd('3.5', '[2.1][4.1]', '20240301'),
      ]),
    ).toEqual([
      ['09999C xyz', '3 3.5'],
      ['09999C xyz ~2', '3000'],
    ]);
  });

  it('end with the result that was uploaded last, wherever it is in the file', async () => {
    const [early, late] = [
      row('K', '7.1', '[3.5][5.1]', '20260310', { 'r7.7': '202603100810' }),
      row('K', '4.8', '[3.5][5.1]', '20260310', { 'r7.7': '202603101600' }),
    ];
    // The claim reports the early result again, a month later.
    const again = { ...early, 'r7.7': '202604150900', 'r7.12': '[無][無]' };
    for (const rows of [
      [early, late, again],
      [again, late, early],
      [late, again, early],
    ])
      expect(await brief(rows)).toEqual([['potassium', '7.1 4.8']]);
  });

  it('take the better range of two channels', async () => {
    const { series } = await listing([
      row('K', '6.0', '[.][.]', '20260310', { 'r7.7': '202604100900' }),
      row('鉀(K)', '6', '[3.5][5.1]', '20260310'),
    ]);
    expect(series[0]?.points).toMatchObject([{ value: '6.0', position: 'above', results: [{}, {}] }]);
  });

  it.each([
    'PT control',
    'Normal PT mean',
    'PT Mean',
    'PT正常值',
    'NPP',
    'Ctrl',
    'PT(control)',
    '正常對照值',
    'MNPT',
  ])('leaves out %s, a control of the laboratory', async (name) => {
    const { series, controls } = await listing([
      row('PT', '11.5', '[9.4][12.5]', '20240110', { 'r7.8': '08026C' }),
      row(name, '10.9', '[無][無]', '20240110', { 'r7.8': '08026C' }),
    ]);
    expect(series.map(({ id }) => id)).toEqual(['prothrombin-time']);
    expect(controls).toHaveLength(1);
  });

  it('keep a ratio of the person to the control', async () => {
    const ratio = row('Patient/Control', '1.1', '[0.9][1.2]', '20240110', { 'r7.8': '08026C' });
    expect((await listing([ratio])).controls).toEqual([]);
  });

  it('separate controls, remarks and blank results', async () => {
    const { series, controls } = await listing([
      row('K', '7.1', '[3.5][5.1]', '20260310'),
      row('K', '檢體溶血', '[無][無]', '20260311'),
      row('K', '', '[3.5][5.1]', '20260312'),
      row('Normal plasma mean', '10.8', '[無][無]', '20260310', { 'r7.8': '08026C' }),
    ]);
    expect(controls.map(({ analyte }) => analyte)).toEqual(['Normal plasma mean']);
    expect(series.map(({ id, points, remarks }) => [id, points.length, remarks.length])).toEqual([
      ['potassium', 1, 2],
    ]);
  });

  it('decide nothing from an impossible zero', async () => {
    const { series } = await listing([
      row('HbA1c', '0', '[4.0][6.0]', '20260310', { 'r7.8': '09006C' }),
      row('Basophil', '0', '[0.1][1.0]', '20260310', { 'r7.8': '08013C' }),
    ]);
    expect(series.map(({ id, points }) => [id, points[0]?.position])).toEqual([
      ['hba1c', null],
      ['basophils-percent', 'below'],
    ]);
  });

  it('include the measurements of check-ups and programmes, each value once', async () => {
    const { series } = await listing([row('LDL-C', '120', '[0][130]', '20250301', { 'r7.8': '09044C' })], {
      r10: [{ 'r10.5': '20250301', 'r10.7': '70', 'r10.9': '36', 'r10.10': '128', 'r10.17': '120' }],
      r12: [
        { 'r12.1': '20250101', r12_1: [{ 'r12_1.2': '20250601', 'r12_1.8': '98.00', 'r12_1.7': '0.00' }] },
      ],
    });
    const by = new Map(series.map((each) => [each.id, each]));
    expect(by.get('ldl-cholesterol')?.points.map(({ value, source }) => [value, source])).toEqual([
      ['120', 'laboratory'],
      ['98', 'programme'],
    ]);
    expect(by.get('waist-circumference')?.points).toMatchObject([
      { value: '91.4', written: '36', unit: 'cm' },
    ]);
    expect(by.get('systolic-blood-pressure')?.points).toMatchObject([{ value: '128', unit: 'mm[Hg]' }]);
    expect(by.has('hba1c')).toBe(false);
  });

  it('are judged by sex if the ID number reveals it', async () => {
    const hb = row('Hb', '16', '[男:13.7 女:11.1][男:17.0 女:15.0]', '20260310', { 'r7.8': '08011C' });
    const position = async (id: string) =>
      listLaboratory(await passbookOf({ r7: [hb] }, id)).series[0]?.points[0]?.position;
    expect([await position('A22345****'), await position('A12345****'), await position('')]).toEqual([
      'above',
      'within',
      null,
    ]);
  });
});

describe('current results', () => {
  const on = async (today: string, rows: readonly RawRow[]) =>
    listResultsNow((await listing(rows)).series, { today });
  const ids = (list: readonly { readonly series: { readonly id: string } }[]) =>
    list.map(({ series }) => series.id);

  it('use the newest decided result, and list what could not be judged', async () => {
    const now = await on('2026-04-01', [
      row('K', '7.0', '[3.5][5.1]', '20250801'),
      row('K', '7.1', '[3.5][5.1]', '20260310'),
      row('K', '7.2', '[無][無]', '20260320'),
      row('Na', '139', '[136][145]', '20260310', { 'r7.8': '09021C' }),
      row('BUN', '30', '[41][0]', '20260310', { 'r7.8': '09002C' }),
    ]);
    expect(ids(now.outside)).toEqual(['potassium']);
    expect(now.outside[0]).toMatchObject({ point: { value: '7.1' }, since: '2025-08-01' });
    expect(ids(now.within)).toEqual(['sodium']);
    expect(now.undecided.map(({ id }) => id)).toEqual(['urea-nitrogen']);
  });

  it('list results older than fifteen months separately', async () => {
    const rows = [row('K', '7.1', '[3.5][5.1]', '20250101')];
    expect(ids((await on('2026-03-31', rows)).outside)).toEqual(['potassium']);
    const later = await on('2026-04-01', rows);
    expect([ids(later.outside), ids(later.older), later.undecided]).toEqual([[], ['potassium'], []]);
  });

  it('never list an antibody that shows immunity as abnormal', async () => {
    const antibody = row('Anti-HBs', '250', '[<10][]', '20260310', { 'r7.8': '14033C' });
    const antigen = row('HBsAg', 'Reactive(250.1)', '[Nonreactive]', '20260310', { 'r7.8': '14032C' });
    const now = await on('2026-04-01', [antibody, antigen]);
    expect(ids(now.outside)).toEqual(['hepatitis-b-surface-antigen']);
    expect(ids(now.within)).toEqual(['hepatitis-b-surface-antibody']);
    expect(now.within[0]?.point.position).toBe('above');
  });
});
