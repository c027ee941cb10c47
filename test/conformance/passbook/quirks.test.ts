import { listEncounters, listLaboratorySeries, listTimeline } from '@mhb-kit/core/passbook';
import { x2File } from '@mhb-kit/testkit/passbook-fixtures';
import { describe, expect, it } from 'vitest';
import { encode, j2, passbookOf, read, rowsOf, sample } from './fixtures.js';

const codes = async (content: string | Uint8Array): Promise<string[]> =>
  (await read(content)).report.notes.map(({ code }) => code);

describe('encodings', () => {
  const text = j2({ r6: [{ 'r6.1': '20251016', 'r6.3': '流感疫苗', 'r6.5': '衛生所' }] });

  it('reads UTF-8 with and without BOM', async () => {
    expect(await passbookOf(`\ufeff${text}`)).toEqual(await passbookOf(text));
  });

  it('ignores a second BOM and the end marks of old systems', async () => {
    const expected = await passbookOf(text);
    for (const framed of [`\ufeff\ufeff${text}`, `${text}\u0000\u0000`, `${text}\r\n\u001a`])
      expect(await passbookOf(framed)).toEqual(expected);
    expect(await codes(`${text}\u0000`)).toEqual([]);
  });

  it('reads JSON with extra commas and reports them', async () => {
    const loose = text.replaceAll(/\}/g, ',}').replaceAll(']', ', ]');
    expect(() => JSON.parse(loose)).toThrow();
    expect(await passbookOf(loose)).toEqual(await passbookOf(text));
    expect(await codes(loose)).toEqual(['trailing-commas']);
  });

  it('reads Big5 and reports it', async () => {
    // 流感疫苗 in Big5, between two ASCII halves.
    const big5 = [0xac, 0x79, 0xb7, 0x50, 0xac, 0xcc, 0xad, 0x5d];
    const [before = '', after = ''] = j2({ r6: [{ 'r6.1': '20251016', 'r6.3': '@' }] }).split('@');
    const bytes = new Uint8Array([...encode(before), ...big5, ...encode(after)]);
    const { passbook, report } = await read(bytes);
    expect(passbook.sections.r6[0]?.vaccine).toBe('流感疫苗');
    expect(report.notes.map(({ code }) => code)).toEqual(['encoding-big5']);
  });

  it('keeps the text around a byte that is invalid in every encoding, and reports it', async () => {
    const [before = '', after = ''] = j2({ r6: [{ 'r6.3': '流感@疫苗', 'r6.1': '20251016' }] }).split('@');
    const bytes = new Uint8Array([...encode(before), 0xff, ...encode(after)]);
    const { passbook, report } = await read(bytes);
    expect(passbook.sections.r6[0]?.vaccine).toBe('流感\ufffd疫苗');
    expect(report.notes.map(({ code }) => code)).toContain('characters-replaced');
  });
});

describe('control characters inside strings', () => {
  const report = 'R\t25 dB\tL\t30 dB "quoted\\" tab:\t end';

  it('are kept, even in a file that is indented with tabs', async () => {
    const text = JSON.stringify(
      { myhealthbank: { bdata: { r8: [{ 'r8.6': '20260101', 'r8.10': report }] } } },
      null,
      '\t',
    );
    // As in real files: the raw character in place of its escape.
    const raw = text.replaceAll('\\t', '\t');
    expect(() => JSON.parse(raw)).toThrow();
    const { passbook, report: reading } = await read(raw);
    expect(passbook.sections.r8[0]?.raw['r8.10']).toBe(report);
    expect(reading.notes.map(({ code }) => code)).toEqual(['control-characters']);
  });

  it('do not stop XML either', async () => {
    const text = `<myhealthbank><bdata><r8><r8.10>a\u0001b</r8.10></r8></bdata></myhealthbank>`;
    const { passbook, report: reading } = await read(text);
    expect(passbook.sections.r8[0]?.text).toBe('a\u0001b');
    expect(reading.notes.map(({ code }) => code)).toEqual(['control-characters']);
  });
});

describe('shapes', () => {
  it.each([
    ['the placeholder', [{ r2: '無資料' }]],
    ['another wording', [{ r2: '查無資料' }]],
    ['a third wording', [{ r2: '沒有資料' }]],
    ['an empty list', []],
    ['an empty object', {}],
    ['an empty object in a list', [{}]],
    ['a bare text', '無資料'],
    ['null', null],
    ['a blank', [{ r2: '' }]],
  ])('reads an empty section as %s', async (_name, value) => {
    const { passbook, report } = await read(j2({ r2: value }));
    expect(passbook.sections.r2).toEqual([]);
    expect(passbook.downloads[0]?.sections).toEqual(['r2']);
    expect(report.notes).toEqual([]);
  });

  it('distinguishes an empty section from a missing one', async () => {
    expect((await passbookOf(j2({}))).downloads[0]?.sections).toEqual([]);
  });

  it('reads section and field names in any case', async () => {
    const row = { 'r12.1': '20190805', 'r12.2': '明德', 'r12.3': '', r12_1: [{ 'r12_1.7': '7.40' }] };
    const upper = { 'R12.1': '20190805', 'R12.2': '明德', 'R12.3': '', R12_1: [{ 'R12_1.7': '7.40' }] };
    expect(await passbookOf(j2({ R12: [row] }))).toEqual(await passbookOf(j2({ r12: [upper] })));
    expect((await passbookOf(j2({ R12: [row] }))).sections.r12[0]?.visits[0]?.hba1c).toBe(7.4);
    expect(await codes(j2({ R9: [{ 'r9.5': '20260101', R9_1: [{ 'r9_1.1': 'A003284' }] }] }))).toEqual([]);
  });

  it('accepts an object as a list of one', async () => {
    const { passbook, report } = await read(
      j2({
        r5: { 'r5.1': '20220614', 'r5.3': '同意器官捐贈' },
        r1: [{ 'r1.5': '20260101', r1_1: { 'r1_1.1': '00158C' } }],
      }),
    );
    expect(passbook.sections.r5[0]?.text).toBe('同意器官捐贈');
    expect(passbook.sections.r1[0]?.orders[0]?.code).toBe('00158C');
    expect(report.notes.map(({ code, section }) => [code, section])).toEqual([
      ['object-for-list', 'r5'],
      ['object-for-list', 'r1'],
    ]);
  });

  it('accepts numbers as text, and null as blank', async () => {
    const passbook = await passbookOf(j2({ r1: [{ 'r1.5': 20260101, 'r1.12': 240, 'r1.13': null }] }));
    expect(passbook.sections.r1[0]).toMatchObject({ date: '2026-01-01', copayment: 240, points: null });
  });

  it('keeps unknown sections and fields under their own names, and reports them', async () => {
    const { passbook, report } = await read(
      j2({
        r1: [{ 'r1.5': '20260101', 'r1.99': '新欄位' }],
        R15: [{ 'r15.1': '某值', r15_1: [{ 'r15_1.1': 'x' }] }],
      }),
    );
    expect(passbook.sections.r1[0]?.raw['r1.99']).toBe('新欄位');
    expect(passbook.unknownSections['r15']?.[0]?.raw).toEqual({
      'r15.1': '某值',
      r15_1: [{ 'r15_1.1': 'x' }],
    });
    expect(report.notes).toEqual([
      { code: 'unknown-field', file: 'passbook', section: 'r1', field: 'r1.99', count: 1 },
      { code: 'unknown-section', file: 'passbook', section: 'r15', field: null, count: 1 },
    ]);
  });

  it('keeps a key named __proto__ like any other', async () => {
    const text = `{"myhealthbank":{"bdata":{"r6":[{"r6.1":"20260101","__proto__":"x"}]}}}`;
    const { passbook } = await read(text);
    expect(Object.entries(passbook.sections.r6[0]!.raw)).toContainEqual(['__proto__', 'x']);
  });
});

describe('header', () => {
  it('reads the misprinted b2.1', async () => {
    const { passbook, report } = await read(j2({}, { 'b1.1': 'A12345****', 'b2.1': '20150301' }));
    expect(passbook.downloads[0]?.appliedOn).toBe('2015-03-01');
    expect(report.notes.map(({ code }) => code)).toEqual(['header-misprint']);
  });

  it('reads a ROC date', async () => {
    expect((await passbookOf(j2({}, { 'b1.2': '1150729' }))).downloads[0]?.appliedOn).toBe('2026-07-29');
  });
});

describe('the two layouts of r14_1', () => {
  const visit = async (row: object) =>
    (await passbookOf(j2({ R14: [{ r14_1: [row] }] }))).sections.r14[0]?.visits[0];
  const start = {
    'r14_1.1': '追蹤管理',
    'r14_1.2': '20251015',
    'r14_1.3': 'B型肝炎',
    'r14_1.4': '陽性',
    'r14_1.5': '陰性',
  };

  it('reads nine fields', async () => {
    expect(
      await visit({ ...start, 'r14_1.6': '陽性', 'r14_1.7': '29.00', 'r14_1.8': '31.00', 'r14_1.9': '正常' }),
    ).toMatchObject({ hepatitisCAntibody: '陽性', ast: 29, alt: 31, ultrasound: '正常' });
  });

  it('reads eight fields', async () => {
    expect(
      await visit({ ...start, 'r14_1.6': '33.00', 'r14_1.7': '38.00', 'r14_1.8': '正常' }),
    ).toMatchObject({
      hepatitisCAntibody: null,
      ast: 33,
      alt: 38,
      ultrasound: '正常',
    });
  });

  it('reads eight fields of which GOT is blank', async () => {
    expect(await visit({ ...start, 'r14_1.6': '', 'r14_1.7': '38.00', 'r14_1.8': '脂肪肝' })).toMatchObject({
      ast: null,
      alt: 38,
      ultrasound: '脂肪肝',
    });
  });

  it('reads nine fields of which the last is left out', async () => {
    expect(await visit({ ...start, 'r14_1.6': '陰性', 'r14_1.7': '29', 'r14_1.8': '31' })).toMatchObject({
      hepatitisCAntibody: '陰性',
      ast: 29,
      alt: 31,
      ultrasound: null,
    });
  });
});

describe('rows that are easily misread', () => {
  it('a pharmacy row has no visit date and is a dispense', async () => {
    const { r1 } = (await passbookOf(j2({ r1: rowsOf(sample, 'r1') }))).sections;
    expect(r1.map(({ kind, date, visitedOn }) => [kind, date, visitedOn])).toEqual([
      ['visit', '2026-03-11', '2026-03-11'],
      ['visit', '2026-03-11', '2026-03-11'],
      ['dispense', '2026-04-09', null],
      ['service', '2025-11-20', '2025-11-18'],
    ]);
  });

  it('a visit split over two rows is one encounter, with the sums and all diagnoses', async () => {
    const encounters = listEncounters(await passbookOf(j2({ r1: rowsOf(sample, 'r1') })));
    const visit = encounters.find(({ date }) => date === '2026-03-11');
    expect(visit?.claims).toHaveLength(2);
    expect(visit).toMatchObject({ copayment: 240, points: 1186 + 1450 });
    expect(visit?.diagnoses.map(({ code }) => code)).toEqual(['E1165', 'I10', 'E785', 'N1830']);
    expect(visit?.orders).toHaveLength(8);
  });

  it('rows with a serial that is not a number stay apart', async () => {
    const row = { 'r1.3': '1', 'r1.5': '20260311', 'r1.7': 'IC02' };
    expect(listEncounters(await passbookOf(j2({ r1: [row, { ...row, 'r1.12': '50' }] })))).toHaveLength(2);
  });

  it('inpatient results have the date of the test, not of the admission', async () => {
    const passbook = await passbookOf(
      j2({ r7: [{ 'r7.5': '20250704', 'r7.6': '20250706', 'r7.10': 'K', 'r7.11': '3.9' }] }),
    );
    expect(passbook.sections.r7[0]?.date).toBe('2025-07-06');
    expect(listLaboratorySeries(passbook)[0]?.points[0]?.date).toBe('2025-07-06');
  });

  it('an admission without discharge stays open-ended', async () => {
    const passbook = await passbookOf(j2({ r2: [{ 'r2.5': '20250704', 'r2.6': '' }] }));
    expect(passbook.sections.r2[0]?.period).toEqual({ start: '2025-07-04', end: null });
  });

  it('remarks on the specimen are marked, and stay in the passbook', async () => {
    const passbook = await passbookOf(j2({ r7: [{ 'r7.6': '20260101', 'r7.10': '溶血', 'r7.11': '1+' }] }));
    expect(listLaboratorySeries(passbook)[0]).toMatchObject({ remark: true, numeric: false });
  });
});

/** Errors of public programs; each test fails if ours makes the same one. */
describe('known misreadings', () => {
  const full = {
    'r1.1': '1',
    'r1.2': '臺北業務組',
    'r1.3': '1101990017',
    'r1.4': '明德',
    'r1.5': '20260311',
  };

  it('r1.1 is the NHI division, not the level of the hospital', async () => {
    const { r1 } = (await passbookOf(j2({ r1: [full] }))).sections;
    expect(r1[0]?.serviceProvider.division).toEqual({ code: '1', display: '臺北業務組' });
  });

  it('r1.10 and r1.11 are the principal procedure, not a second diagnosis', async () => {
    const row = { ...full, 'r1.8': 'I10', 'r1.9': '高血壓', 'r1.10': '0FT44ZZ', 'r1.11': '膽囊切除術' };
    const { r1 } = (await passbookOf(j2({ r1: [row] }))).sections;
    expect(r1[0]?.diagnoses.map(({ code }) => code)).toEqual(['I10']);
    expect(r1[0]?.procedures).toEqual([{ code: '0FT44ZZ', display: '膽囊切除術' }]);
  });

  it('r1_1.4 is days supplied, not a self-paid amount', async () => {
    const row = {
      ...full,
      'r1.12': '50',
      r1_1: [{ 'r1_1.1': 'AC58990100', 'r1_1.3': '56.00', 'r1_1.4': '28' }],
    };
    const { r1 } = (await passbookOf(j2({ r1: [row] }))).sections;
    expect(r1[0]).toMatchObject({ copayment: 50 });
    expect(r1[0]?.orders[0]).toMatchObject({ quantity: 56, daysSupplied: 28 });
  });

  it('secondary diagnoses do not include the procedures after them', async () => {
    const row = { ...full, 'r1.22': 'Z7282', 'r1.23': '睡眠不足', 'r1.24': 'F07K7ZZ', 'r1.25': '徒手治療' };
    const { r1 } = (await passbookOf(j2({ r1: [row] }))).sections;
    expect(r1[0]?.diagnoses.map(({ code }) => code)).toEqual(['Z7282']);
    expect(r1[0]?.procedures.map(({ code }) => code)).toEqual(['F07K7ZZ']);
  });

  it('r10.14 is total cholesterol and r10.15 triglycerides', async () => {
    const { r10 } = (await passbookOf(j2({ r10: [{ 'r10.14': '214', 'r10.15': '176' }] }))).sections;
    expect(r10[0]).toMatchObject({ totalCholesterol: 214, triglycerides: 176 });
  });

  it('a measured value of zero was not measured', async () => {
    const { r10 } = (await passbookOf(j2({ r10: [{ 'r10.17': '0' }] }))).sections;
    expect(r10[0]).toMatchObject({ ldlCholesterol: null, raw: { 'r10.17': '0' } });
  });

  it('in dental orders the fourth field is the tooth and the sixth the days', async () => {
    const order = {
      'r3_1.1': 'AC31990100',
      'r3_1.3': '12.00',
      'r3_1.4': '46',
      'r3_1.5': '右下第一大臼齒',
      'r3_1.6': '3',
    };
    const { r3 } = (await passbookOf(j2({ r3: [{ 'r3.5': '20250616', r3_1: [order] }] }))).sections;
    expect(r3[0]?.orders[0]).toMatchObject({
      daysSupplied: 3,
      bodySite: { code: '46', display: '右下第一大臼齒' },
    });
  });
});

describe('XML', () => {
  it('keeps the line breaks of reports, and resolves entities', async () => {
    const text = x2File({ r8: [{ 'r8.6': '20260311', 'r8.10': 'Line 1\nLine 2 <1cm & more' }] });
    expect((await passbookOf(text)).sections.r8[0]?.text).toBe('Line 1\nLine 2 <1cm & more');
  });

  it('treats a stray < as text', async () => {
    const text = '<myhealthbank><bdata><r8><r8.10>nodule <1cm seen</r8.10></r8></bdata></myhealthbank>';
    expect((await passbookOf(text)).sections.r8[0]?.text).toBe('nodule <1cm seen');
  });

  it('reads 無資料 leaves and upper-case sections', async () => {
    const text =
      '<myhealthbank><bdata><b1.1>A12345****</b1.1><r2>無資料</r2><R12><r12.1>20190805</r12.1></R12></bdata></myhealthbank>';
    const passbook = await passbookOf(text);
    expect(passbook.subjectId).toBe('A12345****');
    expect(passbook.sections.r2).toEqual([]);
    expect(passbook.sections.r12[0]?.period.start).toBe('2019-08-05');
  });
});

describe('HTML of others', () => {
  /**
   * The layout of 2015 according to a public program: a visit's row of eleven cells, its orders in rows of
   * four.
   */
  const page2015 = `<html><head><meta charset="utf-8"><title>門診資料</title></head><body>
    <p>身分證號：A12345****&nbsp;申請日期：104/02/10</p>
    <table border="1"><tr><td>健保署服務單位</td><td>醫事機構</td><td>就醫日期</td><td>交付調劑、檢查或復健治療日期</td>
    <td>健保卡就醫序號</td><td>疾病分類碼</td><td>疾病分類名稱</td><td>處置碼</td><td>處置名稱</td><td>部分負擔金額</td><td>健保支付點數</td></tr>
    <tr><td>臺北業務組</td><td>安禾內兒科診所</td><td>103/12/05</td><td>&nbsp;</td><td>0032</td><td>4659</td><td>急性上呼吸道感染</td><td></td><td></td><td>50</td><td>412</td></tr>
    <tr><td>&nbsp;</td><td>AC31990100</td><td>“青原”止痛錠５００毫克</td><td>9.00</td></tr>
    <tr><td>&nbsp;</td><td>00110C</td><td>門診診察費</td><td>1.00</td></tr>
    </table></body></html>`;

  it('reads the pages of 2015: ROC dates, orders below their visit', async () => {
    const { passbook, report } = await read(page2015);
    expect(passbook.subjectId).toBe('A12345****');
    expect(passbook.downloads[0]?.appliedOn).toBe('2015-02-10');
    expect(passbook.sections.r1).toHaveLength(1);
    expect(passbook.sections.r1[0]).toMatchObject({
      date: '2014-12-05',
      serial: '0032',
      copayment: 50,
      points: 412,
      diagnoses: [{ code: '4659', display: '急性上呼吸道感染' }],
      serviceProvider: { name: '安禾內兒科診所', division: { code: null, display: '臺北業務組' } },
    });
    expect(passbook.sections.r1[0]?.orders.map(({ code, quantity }) => [code, quantity])).toEqual([
      ['AC31990100', 9],
      ['00110C', 1],
    ]);
    expect(report.notes.map(({ code }) => code)).toContain('date-roc');
  });

  it('uses table headers in any order, and keeps unknown columns', async () => {
    const page = `<!doctype html><html><body><h2>預防接種存摺</h2><table>
      <thead><tr><th>資料來源</th><th>疫苗名稱</th><th>醫事機構/施打地點</th><th>接種日期</th></tr></thead>
      <tbody><tr><td>疾病管制署</td><td>流感疫苗(批號AB12)</td><td>衛生所</td><td>111/03/10</td></tr></tbody></table></body></html>`;
    const { passbook, report } = await read(page);
    expect(passbook.sections.r6[0]).toMatchObject({
      occurredOn: '2022-03-10',
      vaccine: '流感疫苗',
      lotNumber: 'AB12',
      performer: '衛生所',
      raw: { 資料來源: '疾病管制署' },
    });
    expect(report.notes).toContainEqual({
      code: 'unknown-field',
      file: 'passbook',
      section: 'r6',
      field: '資料來源',
      count: 1,
    });
  });

  it('reads labels beside their values', async () => {
    const page = `<html><body><h1>成人預防保健存摺</h1><table>
      <tr><th>檢查日期</th><td>114/11/04</td><th>身高</th><td>168</td></tr>
      <tr><th>體重</th><td>74</td><th>總膽固醇</th><td>214</td></tr></table></body></html>`;
    const { passbook } = await read(page);
    expect(passbook.sections.r10).toHaveLength(1);
    expect(passbook.sections.r10[0]).toMatchObject({
      effectiveOn: '2025-11-04',
      height: 168,
      weight: 74,
      totalCholesterol: 214,
    });
  });

  it('keeps a table of an unknown section under its heading', async () => {
    const page = `<html><body><h2>重大傷病</h2><table><tr><th>核定日期</th><th>傷病名稱</th></tr>
      <tr><td>113/01/02</td><td>測試</td></tr></table></body></html>`;
    const { passbook, report } = await read(page);
    expect(passbook.unknownSections['重大傷病']?.[0]?.raw).toEqual({
      核定日期: '113/01/02',
      傷病名稱: '測試',
    });
    expect(report.notes.map(({ code }) => code)).toContain('unknown-section');
  });

  it('reads cells that span rows', async () => {
    const page = `<html><body><h2>檢驗結果</h2><table><tr><th>檢驗日期</th><th>檢驗項目</th><th>檢驗結果</th></tr>
      <tr><td rowspan="2">115/03/09</td><td>HbA1c</td><td>7.4</td></tr><tr><td>eGFR</td><td>52.3</td></tr></table></body></html>`;
    const { passbook } = await read(page);
    expect(passbook.sections.r7.map(({ date, analyte, value }) => [date, analyte, value])).toEqual([
      ['2026-03-09', 'HbA1c', '7.4'],
      ['2026-03-09', 'eGFR', '52.3'],
    ]);
  });
});

describe('a page with a wide and a narrow copy of a table', () => {
  const table = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
    `<table><tr>${headers.map((each) => `<th>${each}</th>`).join('')}</tr>${rows
      .map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join('')}</tr>`)
      .join('')}</table>`;
  const page = (...tables: readonly string[]): string =>
    `<!doctype html><html><head><title>檢驗(查)結果</title></head><body>${tables.join('<hr>')}</body></html>`;
  const wide = table(
    ['檢驗日期', '醫事機構', '檢驗項目名稱', '檢驗結果值', '參考值'],
    [
      ['114/03/01', '明德醫院', 'WBC', '5.6', '[3.5][9.1]'],
      ['114/03/01', '明德醫院', 'Hb', '13.1', '[12][16]'],
    ],
  );
  const narrowRows = [
    ['114/03/01', 'WBC', '5.6'],
    ['114/03/01', 'Hb', '13.1'],
  ];
  const narrow = table(['檢驗日期', '檢驗項目名稱', '檢驗結果值'], narrowRows);

  it.each([
    ['wide first', [wide, narrow]],
    ['narrow first', [narrow, wide]],
    ['twice the same', [wide, wide]],
  ])('is read once, with the content of both: %s', async (_name, tables) => {
    const once = await passbookOf(page(wide));
    const both = await passbookOf(page(...tables));
    expect(both.sections.r7.map(({ raw }) => raw)).toEqual(once.sections.r7.map(({ raw }) => raw));
    expect(await codes(page(...tables))).toContain('table-repeated');
  });

  it('keeps the content of only one of them', async () => {
    const other = table(
      ['檢驗日期', '檢驗項目名稱', '檢驗結果值'],
      [['114/03/01', 'WBC', '5.7'], narrowRows[1] ?? []],
    );
    expect((await passbookOf(page(wide, other))).sections.r7).toHaveLength(4);
    const longer = table(
      ['檢驗日期', '檢驗項目名稱', '檢驗結果值'],
      [...narrowRows, ['114/03/02', 'WBC', '5.6']],
    );
    expect((await passbookOf(page(wide, longer))).sections.r7).toHaveLength(5);
  });
});

describe('an end that is not known yet', () => {
  it.each(['99991231', '9999/12/31', '9991231', '999/12/31'])('is open if the day is %s', async (last) => {
    const { sections } = await passbookOf(j2({ r2: [{ 'r2.5': '20260101', 'r2.6': last }] }));
    expect(sections.r2[0]?.period).toEqual({ start: '2026-01-01', end: null });
    expect(sections.r2[0]?.raw['r2.6']).toBe(last);
  });
});

describe('several files of one archive', () => {
  it('report files that are not a passbook', async () => {
    const { readPassbook } = await import('@mhb-kit/core/passbook');
    const { passbook, report } = await readPassbook([
      { name: 'picture.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) },
      { name: 'a.json', bytes: encode(j2({ r6: rowsOf(sample, 'r6') })) },
    ]);
    expect(passbook.sections.r6).toHaveLength(3);
    expect(report.files).toEqual([
      { file: 'picture.jpg', format: null, records: 0, leftOut: 'passbook-not-recognized' },
      { file: 'a.json', format: 'json', records: 3, leftOut: null },
    ]);
    expect(listTimeline(passbook)).toHaveLength(3);
  });

  it('ignore what operating systems add', async () => {
    const { readPassbook } = await import('@mhb-kit/core/passbook');
    const bytes = encode(j2({ r6: rowsOf(sample, 'r6') }));
    const { report } = await readPassbook(
      ['__MACOSX/._a.json', 'download/._a.json', '.DS_Store', 'a/Thumbs.db', 'desktop.ini', 'a.json'].map(
        (name) => ({ name, bytes: name === 'a.json' ? bytes : encode('Bud1') }),
      ),
    );
    expect(report.files.map(({ file }) => file)).toEqual(['a.json']);
    expect(report.notes).toEqual([]);
  });

  it('report an archive inside rather than other files', async () => {
    const { readPassbook } = await import('@mhb-kit/core/passbook');
    const zip = new Uint8Array([0x50, 0x4b, 3, 4]);
    await expect(
      readPassbook([
        { name: 'a.txt', bytes: encode('hello') },
        { name: 'b.zip', bytes: zip },
      ]),
    ).rejects.toMatchObject({ code: 'passbook-is-archive' });
  });
});
