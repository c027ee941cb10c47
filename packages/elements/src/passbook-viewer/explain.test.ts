import { expect } from '@open-wc/testing';
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
    ['en', 'What is HbA1c?', 'Average sugar of three months'],
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
      expect(wordsOf(root(element).querySelector('#explain .ask'))).to.match(/醫師|physician/);
      dialogOf(element).querySelector<HTMLButtonElement>('button.icon')!.click();
      await waitUntil(() => !dialogOf(element).open, 'closes');
      expect(root(element).activeElement).to.equal(button);
    });

  it('has its English name first in English, the passbook’s own beside', async () => {
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

describe('the newest result', () => {
  for (const [lang, sentence] of [
    ['en', '6.9 %, down from 7.3 on Dec 3, 2025; the laboratory’s range is 4 to 6.'],
    ['zh-Hant', '6.9 %，比114/12/03的 7.3 低；這家實驗室的範圍是 4 到 6。'],
  ] as const)
    it(`is told in a sentence (${lang})`, async () => {
      const element = await openViewer([passbookFile(sections)], { section: 'laboratory', lang });
      root(element).querySelector<HTMLElement>('details summary')!.click();
      await waitUntil(() => root(element).querySelector('.newest') !== null, 'tells');
      expect(wordsOf(root(element).querySelector('.newest'))).to.equal(sentence);
    });
});
