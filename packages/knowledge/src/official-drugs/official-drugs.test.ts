import { describe, expect, it } from 'vitest';
import { describe as explain } from '../describe.js';
import { officialDatasetOf, OfficialDrugsBuilder } from './index.js';

/** Rows with the columns of the published files; the drugs are invented. */
const item = {
  藥品代號: 'AC12345100',
  藥品英文名稱: 'TESTOL TABLETS 5MG',
  藥品中文名稱: '測試錠５毫克',
  成分: 'AMLODIPINE 5 MG',
  劑型: '錠劑',
  ATC代碼: '',
  有效迄日: '9991231',
  藥品代碼超連結: 'https://lmspiq.fda.gov.tw/web/DRPIQ/DRPIQ1000Result?licId=01012345',
};
const licence = {
  許可證字號: '衛署藥製字第012345號',
  通關簽審文件編號: 'DHA00101234505',
  中文品名: '測試錠',
  適應症: '高血壓、心絞痛。',
};
const atc = {
  許可證字號: '衛署藥製字第012345號',
  主或次項: '主',
  代碼: 'C08CA01',
  英文分類名稱: 'not ours to pass on',
};

const build = (...rows: [Parameters<OfficialDrugsBuilder['add']>[0], Record<string, string>][]) => {
  const builder = new OfficialDrugsBuilder();
  for (const [dataset, row] of rows) builder.add(dataset, row);
  return builder.finish('2026-11-30');
};

describe('the official drug files', () => {
  it('are distinguished by their columns', () => {
    expect(officialDatasetOf(Object.keys(item))).toBe('23715');
    expect(officialDatasetOf(Object.keys(licence))).toBe('9122');
    expect(officialDatasetOf(Object.keys(atc))).toBe('9119');
    expect(officialDatasetOf(['許可證字號', '外觀'])).toBeNull();
  });

  it('are joined by the license, in any order', () => {
    const whole = { ...item, 成分: item.成分 };
    const expected = {
      chinese: '測試錠５毫克',
      english: 'TESTOL TABLETS 5MG',
      ingredient: 'AMLODIPINE 5 MG',
      form: '錠劑',
      atc: 'C08CA01',
      use: '高血壓、心絞痛。',
    };
    expect(build(['9119', atc], ['9122', licence], ['23715', whole]).drugs['AC12345100']).toEqual(expected);
    expect(build(['23715', whole], ['9122', licence], ['9119', atc]).drugs['AC12345100']).toEqual(expected);
  });

  it('contain no names of the ATC', () => {
    expect(JSON.stringify(build(['9119', atc], ['9122', licence], ['23715', item]))).not.toContain(
      'not ours',
    );
  });

  it('keep the row of a code with the longest validity', () => {
    const older = { ...item, 藥品中文名稱: '舊名', 有效迄日: '1090101' };
    expect(build(['23715', item], ['23715', older]).drugs['AC12345100']?.chinese).toBe('測試錠５毫克');
    expect(build(['23715', older], ['23715', item]).drugs['AC12345100']?.chinese).toBe('測試錠５毫克');
  });

  it('are found by a look-up, with their license and date', async () => {
    const drugs = build(['23715', item], ['9122', licence]);
    const subject = { kind: 'product', code: 'AC12345100' } as const;
    expect(await explain(subject, { language: 'zh-Hant' })).toBeNull();
    const found = await explain(subject, { language: 'zh-Hant', officialDrugs: drugs });
    expect(found).toMatchObject({ name: '測試錠５毫克', written: '2026-11-30' });
    expect(found?.text).toContain('高血壓、心絞痛');
    expect(found?.sources.map(({ title }) => title).join()).toContain('政府資料開放授權條款');
    expect(
      await explain({ kind: 'product', code: 'constructor' }, { language: 'en', officialDrugs: drugs }),
    ).toBeNull();
  });
});
