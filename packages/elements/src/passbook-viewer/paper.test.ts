import { expect } from '@open-wc/testing';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { emulateMedia } from '@web/test-runner-commands';
import { openViewer, passbookFile, wordsOf } from '../../../../test/open-viewer.js';

const drugs = Array.from({ length: 14 }, (_, index) => ({
  'r1_1.1': `AC${String(10_000_000 + index * 1000)}`,
  'r1_1.2': `PAPERDRUG${String.fromCharCode(65 + index)} TABLETS`,
  'r1_1.3': '28',
  'r1_1.4': '28',
}));
const sections = {
  r1: [
    {
      'r1.3': '0501110514',
      'r1.4': '明德醫院',
      'r1.5': '20260410',
      'r1.7': '0001',
      r1_1: [
        ...drugs,
        { 'r1_1.1': 'AC35790100', 'r1_1.2': 'AMOXICILLIN 500MG', 'r1_1.3': '9', 'r1_1.4': '9' },
      ],
    },
  ],
  r4: [{ 'r4.1': '20250101', 'r4.2': 'Penicillin', 'r4.5': '明德醫院' }],
  r7: [
    {
      'r7.2': '0501110514',
      'r7.3': '明德醫院',
      'r7.5': '20260401',
      'r7.6': '20260401',
      'r7.8': '12111C',
      'r7.9': 'BNP',
      'r7.10': 'BNP',
      'r7.11': '250',
      'r7.12': '<60歲:<100;>=60歲:<300',
    },
  ],
  r11: [
    {
      'r11.1': '大腸癌篩檢',
      'r11.2': '糞便潛血',
      r11_1: [
        { 'r11_1.1': '20260105', 'r11_1.2': '明德醫院', 'r11_1.3': '異常', 'r11_1.4': '請接受大腸鏡檢查' },
      ],
    },
  ],
};

/** Prints the summary and returns its text. */
async function printed(element: MhbPassbookViewer, language?: 'zh-Hant' | 'en'): Promise<string> {
  const { print } = window;
  let words = '';
  window.print = () => {
    words = wordsOf(element.shadowRoot!.querySelector('.paper'));
  };
  try {
    await element.print(undefined, language);
    return words;
  } finally {
    window.print = print;
  }
}

describe('the summary on paper', () => {
  it('contains every drug in use, because nothing can be pressed on paper', async () => {
    const element = await openViewer([passbookFile(sections)]);
    expect(wordsOf(element.shadowRoot!.querySelector('.content'))).to.contain('3 more; press');
    const words = await printed(element);
    for (const { 'r1_1.2': name } of drugs) expect(words).to.contain(name);
    expect(words).not.to.contain('press “');
  });

  it('contains everything on the overview: follow-ups, drugs that conflict with an allergy, undecided results', async () => {
    const words = await printed(await openViewer([passbookFile(sections)]));
    expect(words).to.contain('請接受大腸鏡檢查');
    expect(words).to.contain('“Penicillin”');
    expect(words).to.contain('0 outside the range, 1 could not be judged');
  });

  it('can be in the other language, including names, while the screen does not change', async () => {
    for (const [lang, language, title, severity, name] of [
      ['zh-Hant', 'en', 'Allergies', 'Mild 輕度', 'amoxicillin 500 mg'],
      ['en', 'zh-Hant', '過敏', '輕度', 'AMOXICILLIN 500MG'],
    ] as const) {
      const [allergy] = sections.r4;
      const element = await openViewer(
        [passbookFile({ ...sections, r4: [{ ...allergy, 'r4.9': '輕度' }] })],
        {
          lang,
        },
      );
      const before = wordsOf(element.shadowRoot!.querySelector('#section-title'));
      const words = await printed(element, language);
      expect(words).to.contain(title);
      expect(words).to.contain(severity);
      expect(words).to.contain(name);
      await element.updateComplete;
      expect(wordsOf(element.shadowRoot!.querySelector('#section-title'))).to.equal(before);
    }
  });

  it('has no input field', async function () {
    const element = await openViewer([passbookFile(sections)]);
    // Only Chromium's protocol can emulate media types.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const form = element.shadowRoot!.querySelector('form.birth-year')!;
    await emulateMedia({ media: 'print' });
    const { display } = getComputedStyle(form);
    await emulateMedia({ media: 'screen' });
    expect(display).to.equal('none');
  });
});
