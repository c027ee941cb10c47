import { expect } from '@open-wc/testing';
import { tenYearsInTwo } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { openViewer, passbookFile, today } from '../../../../test/open-viewer.js';

/** The minimum width of a column, in characters per line. */
const LEAST = 4;
const pages = [
  'overview',
  'timeline',
  'visits',
  'medications',
  'laboratory',
  'allergies',
  'dental',
  'chinese-medicine',
  'prevention',
];

/** Returns a description of each cell that is so narrow that its text is broken into very short lines. */
function squeezed(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLElement>('td, th, strong, h4, dd, .grow')].flatMap((each) => {
    const text = each.textContent.replace(/\s+/g, ' ').trim();
    if (text.length <= LEAST || each.getClientRects().length === 0) return [];
    const style = getComputedStyle(each);
    const em = Number.parseFloat(style.fontSize);
    const { width, height } = each.getBoundingClientRect();
    const inner = width - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    // Text that fits on a single line is not broken, no matter how narrow its cell is.
    const isOneLine = height < 2 * em * 1.3;
    return inner < LEAST * em && !isOneLine
      ? [`${each.localName} ${Math.round(inner)} px: ${text.slice(0, 30)}`]
      : [];
  });
}

describe('columns', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const width of [390, 1280])
    for (const lang of ['zh-Hant', 'en'])
      it(`leaves enough width for all texts of ten years at ${width} pixels in ${lang}`, async () => {
        await setViewport({ width, height: 900 });
        const files = tenYearsInTwo(today).map(({ name, text }) => ({ name, content: new Blob([text]) }));
        const element = await openViewer(files, { lang });
        const found: string[] = [];
        for (const page of pages) {
          element.section = page;
          await element.updateComplete;
          found.push(
            ...squeezed(element.shadowRoot!.querySelector('.content')!).map((each) => `${page}: ${each}`),
          );
        }
        expect(found).to.deep.equal([]);
      });

  it('breaks no drug name within a word on a phone', async () => {
    await setViewport({ width: 390, height: 900 });
    const supplied = (day: string, name: string) => ({
      'r1.3': '0501110514',
      'r1.4': '明德綜合醫院附設門診部',
      'r1.5': day,
      'r1.7': '0001',
      r1_1: [{ 'r1_1.1': 'AC35790100', 'r1_1.2': name, 'r1_1.3': '4', 'r1_1.4': '4' }],
    });
    const element = await openViewer(
      [passbookFile({ r1: [supplied('20200101', 'DEXTROMETHORPHAN TABLETS')] })],
      {
        section: 'medications',
        lang: 'zh-Hant',
      },
    );
    const head = element.shadowRoot!.querySelector('tbody th')!;
    const text = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    const boxes: number[] = [];
    for (let node = text.nextNode(); node !== null; node = text.nextNode()) {
      const start = node.textContent?.indexOf('DEXTROMETHORPHAN') ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + 'DEXTROMETHORPHAN'.length);
      boxes.push(range.getClientRects().length);
    }
    expect(boxes).to.deep.equal([1]);
  });

  it('keeps the name of a result on the overview wider than its range at 1280 pixels', async () => {
    await setViewport({ width: 1280, height: 900 });
    const range = '0-1 years: 5-10; 1-6 years: 4-9; 6-18 years: 3-8; adults see the table in the report';
    const result = {
      'r7.2': '0501110514',
      'r7.3': '明德診所',
      'r7.5': '20260301',
      'r7.6': '20260301',
      'r7.8': '09015C',
      'r7.9': '肌酸酐、血',
      'r7.10': '腎絲球過濾率估算值',
      'r7.11': '55',
      'r7.12': range,
    };
    const element = await openViewer([passbookFile({ r7: [result] })], { lang: 'zh-Hant' });
    for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
    const name = element.shadowRoot!.querySelector<HTMLElement>('.results .grow')!;
    const em = Number.parseFloat(getComputedStyle(name).fontSize);
    expect(name.getBoundingClientRect().width).to.be.at.least(8 * em * 0.9);
  });
});
