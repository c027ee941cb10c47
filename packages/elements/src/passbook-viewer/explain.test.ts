import { expect } from '@open-wc/testing';
import type { OfficialDrugs } from '@mhb-kit/knowledge';
import { openViewer, passbookFile, wordsOf } from '../../../../test/open-viewer.js';
import { waitUntil } from '../../../../test/wait-until.js';

const result = (day: string, value: string, range: string) => ({
  'r7.1': '3',
  'r7.2': '0501110514',
  'r7.3': '明德醫院',
  'r7.4': day,
  'r7.5': day,
  'r7.6': day,
  'r7.7': '20260411',
  'r7.8': '09006C',
  'r7.9': '醣化血紅素',
  'r7.10': 'HbA1c',
  'r7.11': value,
  'r7.12': range,
});

const sections = {
  r1: [
    {
      'r1.3': '0501110514',
      'r1.4': '明德醫院',
      'r1.5': '20260410',
      'r1.7': '0001',
      'r1.8': 'E119',
      'r1.9': '第二型糖尿病，未伴有併發症',
      r1_1: [
        { 'r1_1.1': 'AC49420100', 'r1_1.2': '“測試”脈優錠５毫克(安脈狄平)', 'r1_1.3': '28', 'r1_1.4': '28' },
        { 'r1_1.1': '09001C', 'r1_1.2': '總膽固醇', 'r1_1.3': '1', 'r1_1.4': '0' },
      ],
    },
  ],
  r7: [result('20251203', '7.3', '[4][6]'), result('20260310', '6.9', '[4][6]')],
};

const root = (element: Element): ShadowRoot => element.shadowRoot!;
const buttonsOf = (element: Element) => [
  ...root(element).querySelectorAll<HTMLButtonElement>('.content button.what'),
];
const dialogOf = (element: Element) => root(element).querySelector<HTMLDialogElement>('#explain')!;

describe('a term', () => {
  for (const [lang, question, name] of [
    ['zh-Hant', '醣化血紅素是什麼？', '糖化血色素'],
    ['en', 'What is HbA1c?', 'Three-month average blood sugar'],
  ] as const)
    it(`is explained when its button is pressed (${lang})`, async () => {
      const element = await openViewer([passbookFile(sections)], { section: 'laboratory', lang });
      const [button] = buttonsOf(element);
      expect(button?.getAttribute('aria-label')).to.equal(question);
      const row = root(element).querySelector('details')!;
      button!.focus();
      button!.click();
      await waitUntil(() => root(element).querySelector('#explain .explanation') !== null, 'explains');
      expect(dialogOf(element).open).to.equal(true);
      expect(row.open).to.equal(false);
      expect(wordsOf(dialogOf(element))).to.contain(name);
      expect(wordsOf(root(element).querySelector('#explain .ask'))).to.match(/醫師|doctor/);
      dialogOf(element).querySelector<HTMLButtonElement>('button.icon')!.click();
      await waitUntil(() => !dialogOf(element).open, 'closes');
      expect(root(element).activeElement).to.equal(button);
    });

  it('shows its English name first in English, with the passbook’s own beside it', async () => {
    const element = await openViewer([passbookFile(sections)], { section: 'visits' });
    root(element).querySelector<HTMLElement>('details summary')!.click();
    await waitUntil(
      () => wordsOf(root(element).querySelector('.content')).includes('Total cholesterol'),
      'names',
    );
    const text = wordsOf(root(element).querySelector('.content'));
    expect(text).to.match(/Total cholesterol 總膽固醇/);
    expect(text).to.match(/Amlodipine 5 mg “測試”脈優錠5毫克/);
    expect(text).to.match(/diabetes[^第]* 第二型糖尿病/i);
    expect(root(element).querySelector('.content .original')!.getAttribute('lang')).to.equal('zh-Hant');
  });

  it('keeps the passbook’s own name in Chinese', async () => {
    const element = await openViewer([passbookFile(sections)], { section: 'visits', lang: 'zh-Hant' });
    expect(root(element).querySelector('.content .original')).to.equal(null);
  });
});

describe('terms on other pages', () => {
  const others = {
    r4: [{ 'r4.1': '20250101', 'r4.2': 'Penicillin', 'r4.5': '明德醫院', 'r4.9': '中度' }],
    r6: [{ 'r6.1': '20251016', 'r6.3': '流感疫苗', 'r6.5': '健康中心' }],
    r10: [{ 'r10.1': '0501110514', 'r10.3': '20240502', 'r10.6': '160', 'r10.17': '98', 'r10.23': '14' }],
    r11: [
      {
        'r11.1': '大腸癌篩檢',
        'r11.2': '糞便潛血檢查',
        r11_1: [{ 'r11_1.1': '20240520', 'r11_1.2': '明德醫院', 'r11_1.3': '無異常' }],
      },
    ],
    R12: [
      {
        'r12.1': '20190805',
        'r12.2': '明德醫院',
        r12_1: [{ 'r12_1.1': '追蹤管理', 'r12_1.2': '20260310', 'r12_1.7': '6.9' }],
      },
    ],
    'premium-billing': [
      {
        'premium-billing.month': '202603',
        'premium-billing.salary': '45800',
        'premium-billing.premium': '710',
      },
    ],
    'card-status': [{ 'card-status.status': '正常', 'card-status.card-number': '0000****1234' }],
  };

  for (const [section, asked, answer] of [
    ['vaccinations', 'What is Influenza vaccine?', /influenza/i],
    ['prevention', 'What is Colorectal cancer screening?', /stool/],
    ['programmes', 'What is Diabetes follow-up?', /program for diabetes/],
    ['programmes', 'What is Stage?', /enrollment, follow-up/],
    ['insurance', 'What is Insured salary?', /bracket/],
    ['insurance', 'What is Status?', /can be used/],
    ['allergies', 'What is Severity?', /mild, moderate or severe/],
    ['laboratory', 'What is Reference range?', /healthy people/],
  ] as const)
    it(`are explained: ${section}, “${asked}”`, async () => {
      const element = await openViewer([passbookFile({ ...sections, ...others })], { section });
      const button = () =>
        [...root(element).querySelectorAll<HTMLButtonElement>('.content button.what')].find((each) =>
          (each.getAttribute('aria-label') ?? '').toLowerCase().startsWith(asked.toLowerCase()),
        );
      await waitUntil(() => button() !== undefined, 'is named');
      button()!.click();
      await waitUntil(() => root(element).querySelector('#explain .explanation') !== null, 'explains');
      expect(wordsOf(root(element).querySelector('#explain .explanation'))).to.match(answer);
    });

  for (const [section, words] of [
    ['allergies', 'Moderate 中度'],
    ['prevention', 'No abnormality 無異常'],
    ['programmes', 'Follow-up 追蹤管理'],
    ['vaccinations', 'vaccine 流感疫苗'],
  ] as const)
    it(`are English in English, with the passbook’s own beside them: ${section}`, async () => {
      const element = await openViewer([passbookFile({ ...sections, ...others })], { section });
      await waitUntil(() => wordsOf(root(element).querySelector('.content')).includes(words), 'names');
    });

  it('show the aim of a programme to people who are in it, and to nobody else', async () => {
    for (const [records, isIn] of [
      [{ ...sections, ...others }, true],
      [sections, false],
    ] as const) {
      const element = await openViewer([passbookFile(records)], { section: 'laboratory' });
      root(element).querySelector<HTMLElement>('details summary')!.click();
      await waitUntil(() => root(element).querySelector('.newest') !== null, 'tells');
      const sentence = wordsOf(root(element).querySelector('.newest'));
      expect(sentence.includes('a common goal of your care program is below 7 %')).to.equal(isIn);
    }
  });
});

describe('a unit that the passbook does not state', () => {
  it('is marked, and the mark is explained', async () => {
    const element = await openViewer([passbookFile(sections)], { section: 'laboratory' });
    const content = root(element).querySelector('.content');
    expect(wordsOf(content)).to.contain('6.9 %*');
    expect(wordsOf(content)).to.contain('* The passbook does not state this unit;');
  });

  it('is not marked if it is stated with the range', async () => {
    const stated = { ...sections, r7: [result('20260310', '6.9', '[4%][6%]')] };
    const element = await openViewer([passbookFile(stated)], { section: 'laboratory' });
    expect(root(element).querySelector('.content abbr')).to.equal(null);
  });
});

describe('the official drug files', () => {
  const drugs: OfficialDrugs = {
    built: '2026-11-30',
    datasets: [{ id: '23715', rows: 1 }],
    licence: {
      'zh-Hant': '政府資料開放授權條款－第 1 版',
      en: 'Open Government Data License, Taiwan, version 1.0',
      url: 'https://data.gov.tw/license',
    },
    drugs: { AC11111100: { chinese: '甲錠', english: 'TESTOL TABLETS', ingredient: 'TESTOL 5 MG' } },
  };
  const nameless = {
    r1: [
      {
        'r1.3': '0501110514',
        'r1.4': '明德醫院',
        'r1.5': '20260410',
        'r1.7': '0001',
        r1_1: [{ 'r1_1.1': 'AC11111100', 'r1_1.2': '甲錠', 'r1_1.3': '28', 'r1_1.4': '28' }],
      },
    ],
  };

  it('explain a drug whose name is not recognized, with license and date', async () => {
    const element = await openViewer([passbookFile(nameless)], { section: 'medications' });
    expect(buttonsOf(element)).to.have.length(0);
    element.officialDrugs = drugs;
    await element.updateComplete;
    expect(wordsOf(root(element).querySelector('.card strong'))).to.match(/^TESTOL TABLETS 甲錠/);
    buttonsOf(element)[0]!.click();
    await waitUntil(() => root(element).querySelector('#explain .explanation') !== null, 'explains');
    const details = root(element).querySelector<HTMLDetailsElement>('#explain details')!;
    expect(details.open).to.equal(true);
    expect(wordsOf(details)).to.contain('Open Government Data License');
    expect(wordsOf(details)).to.contain('Nov 30, 2026');
  });
});

describe('a card of a drug', () => {
  it('suggests questions to ask, and more of them when the drug is running out', async () => {
    for (const [days, more] of [
      ['28', false],
      ['9', true],
    ] as const) {
      const [claim] = sections.r1;
      const [drug] = claim!.r1_1;
      const element = await openViewer(
        [passbookFile({ r1: [{ ...claim, r1_1: [{ ...drug, 'r1_1.4': days }] }] })],
        { section: 'medications' },
      );
      const card = wordsOf(root(element).querySelector('.card'));
      expect(card).to.contain('What is this drug for, and how long will I need it?');
      expect(card.includes('The drug is running out')).to.equal(more);
    }
  });
});

describe('the newest result', () => {
  for (const [lang, sentence] of [
    ['en', '6.9 %, down from 7.3 on Dec 3, 2025; the laboratory’s range is 4 to 6.'],
    ['zh-Hant', '6.9 %，比114/12/03的 7.3 低；這家實驗室的範圍是 4 到 6。'],
  ] as const)
    it(`is described in a sentence (${lang})`, async () => {
      const element = await openViewer([passbookFile(sections)], { section: 'laboratory', lang });
      root(element).querySelector<HTMLElement>('details summary')!.click();
      await waitUntil(() => root(element).querySelector('.newest') !== null, 'tells');
      expect(wordsOf(root(element).querySelector('.newest'))).to.equal(sentence);
    });
});
