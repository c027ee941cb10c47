import { sections } from '@mhb-kit/core/passbook';
import { describe as suite, expect, it } from 'vitest';
import { describe } from './describe.js';
import type { Subject } from './entry/subject.js';
import { englishWord } from './english-word.js';

const nameOf = async (subject: Subject, language: 'zh-Hant' | 'en' = 'zh-Hant') =>
  (await describe(subject, { language }))?.name ?? null;

suite('vaccines', () => {
  it.each([
    ['流感疫苗', '流感疫苗'],
    ['COVID-19疫苗（JN.1）(批號ZZ1207B)', '新冠疫苗'],
    ['新冠疫苗(Moderna XBB.1.5)', '新冠疫苗'],
    ['13價結合型肺炎鏈球菌疫苗', '結合型肺炎鏈球菌疫苗'],
    ['２３價肺炎鏈球菌多醣體疫苗', '23價肺炎鏈球菌多醣體疫苗'],
    ['B型肝炎疫苗', 'B型肝炎疫苗'],
    ['B型肝炎免疫球蛋白', 'B型肝炎免疫球蛋白'],
    ['破傷風、白喉混合疫苗', '破傷風、白喉疫苗（Td）'],
    ['減量破傷風白喉非細胞性百日咳混合疫苗', '破傷風、白喉、百日咳疫苗（Tdap）'],
    ['白喉破傷風非細胞性百日咳及不活化小兒麻痺混合疫苗', '四合一疫苗（白喉、破傷風、百日咳、小兒麻痺）'],
    ['白喉破傷風非細胞性百日咳、b型嗜血桿菌及不活化小兒麻痺五合一疫苗', '五合一疫苗'],
    ['b型流感嗜血桿菌疫苗', 'b型嗜血桿菌疫苗'],
    ['麻疹腮腺炎德國麻疹混合疫苗', '麻疹、腮腺炎、德國麻疹疫苗（MMR）'],
    ['活性減毒嵌合型日本腦炎疫苗', '日本腦炎疫苗'],
    ['腸病毒71型疫苗', '腸病毒71型疫苗'],
    ['卡介苗', '卡介苗'],
  ])('know %s as %s', async (written, name) => {
    expect(await nameOf({ kind: 'vaccine', name: written })).toBe(name);
  });

  it('do not know a text that names no vaccine', async () => {
    expect(await nameOf({ kind: 'vaccine', name: '其他' })).toBeNull();
  });
});

suite('screenings and programmes', () => {
  it.each([
    ['大腸癌篩檢定量免疫法糞便潛血檢查', '大腸癌篩檢'],
    ['乳癌篩檢乳房Ｘ光攝影檢查', '乳癌篩檢'],
    ['cervical', '子宮頸癌篩檢'],
    ['checkup', '成人預防保健'],
    ['口腔癌篩檢', '口腔癌篩檢'],
  ])('know %s as %s', async (written, name) => {
    expect(await nameOf({ kind: 'screening', name: written })).toBe(name);
  });

  it('know the programmes by their sections', async () => {
    expect(await nameOf({ kind: 'programme', id: 'r13' })).toBe('初期慢性腎臟病照護計畫');
  });
});

suite('teeth and dental procedures', () => {
  it.each([
    ['16', '右上第一大臼齒', 'Upper right first molar'],
    ['36', '左下第一大臼齒', 'Lower left first molar'],
    ['48', '右下第三大臼齒（智齒）', 'Lower right third molar (wisdom tooth)'],
    ['85', '右下第二乳臼齒', 'Lower right second molar (baby tooth)'],
    ['FM', '全口', 'Whole mouth'],
  ])('call %s %s', async (code, chinese, english) => {
    expect(await nameOf({ kind: 'tooth', code })).toBe(chinese);
    expect(await nameOf({ kind: 'tooth', code }, 'en')).toBe(english);
  });

  it.each(['19', '56', '00', '9', '', 'XX', '__proto__'])('do not know tooth %s', async (code) => {
    expect(await nameOf({ kind: 'tooth', code })).toBeNull();
  });

  it.each([
    ['89008C', '樹脂補牙'],
    ['91004C', '洗牙（牙結石清除）'],
    ['92014C', '拔牙'],
    ['92094C', '牙科急症處置'],
    ['90013C', '根尖成形或生成'],
    ['34001C', null],
    ['09006C', null],
  ])('call %s %s', async (code, name) => {
    expect(await nameOf({ kind: 'dental-procedure', code })).toBe(name);
  });
});

suite('formulas of Chinese medicine', () => {
  it.each([
    ['“松齡”酸棗仁湯濃縮顆粒', '酸棗仁湯'],
    ['"松齡"遠志濃縮散', '遠志'],
    ['加味逍遙散濃縮細粒', '加味逍遙散'],
    ['香砂六君子湯', '香砂六君子湯'],
    // These are other formulas whose names contain the name of a known formula.
    ['柴胡桂枝湯濃縮顆粒', null],
    ['葛根湯加川芎辛夷', null],
    ['桃紅四物湯', null],
  ])('know %s as %s', async (written, name) => {
    expect(await nameOf({ kind: 'chinese-medicine', name: written })).toBe(name);
  });
});

suite('treatments of Chinese medicine', () => {
  it.each([
    ['A01', '中醫門診診察費'],
    ['D02', '針灸'],
    ['E14', '傷科治療'],
    ['F84', '針灸合併傷科'],
    ['A21', '中藥每日藥費'],
    ['F85', null],
    ['D00', null],
    ['09006C', null],
  ])('call %s %s', async (code, name) => {
    expect(await nameOf({ kind: 'chinese-medicine-treatment', code })).toBe(name);
  });
});

suite('terms', () => {
  const fields = sections.flatMap(({ fields: own, nested }) => [...own, ...(nested?.fields ?? [])]);

  it('belong to fields that core has', async () => {
    const known = new Set(fields.map(({ key }) => key));
    const explained: string[] = [];
    for (const field of known) if ((await nameOf({ kind: 'term', field })) !== null) explained.push(field);
    expect(explained).toHaveLength(107);
  });

  it.each([...new Set(fields.map(({ key }) => key))].filter((key) => /^(?:card|premium)-/.test(key)))(
    'explain %s of card and premiums',
    async (field) => {
      expect(await nameOf({ kind: 'term', field })).not.toBeNull();
    },
  );

  it('do not know a field that needs no explanation', async () => {
    expect(await nameOf({ kind: 'term', field: 'r4.7' })).toBeNull();
  });
});

suite('words of closed lists', () => {
  it.each([
    ['中度', 'Moderate'],
    ['異常，建議：請洽詢醫師', 'Abnormal; advice: ask a doctor'],
    ['乳房Ｘ光攝影檢查', 'Mammography'],
    ['第一類被保險人', 'Insured, category 1'],
    ['追蹤管理', 'Follow-up'],
    ['服藥後三十分鐘', null],
    ['constructor', null],
    ['異常：請儘速至醫院接受進一步檢查。', 'Abnormal: go to a hospital promptly for further tests.'],
    ['無異常：建議每２年定期接受乳房Ｘ光攝影檢查。', 'No abnormality: have a mammogram again every 2 years.'],
  ])('say %s as %s', async (written, english) => {
    expect(await englishWord(written)).toBe(english);
  });
});
