import { expect } from '@open-wc/testing';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { openViewer, passbookFile, wordsOf } from '../../../../test/open-viewer.js';

const checkup = (day: string, fields: object = {}) => ({
  'r10.1': '0501110514',
  'r10.2': '明德診所',
  'r10.5': day,
  'r10.9': '34',
  'r10.10': '151',
  'r10.12': '2',
  'r10.13': '異常:請洽詢醫師',
  'r10.17': '0',
  'r10.18': '1',
  'r10.19': '正常',
  'r10.35': '3',
  'r10.36': '無(未執行)',
  ...fields,
});

const years = ['2008', '2010', '2012', '2014', '2016', '2018', '2020', '2022', '2024'];
const nine = { r10: years.map((year) => checkup(`${year}0310`)) };

/** Returns the text of each cell in a row of the check-up table, except the row header. */
function row(element: MhbPassbookViewer, head: string): string[] {
  const rows = [...element.shadowRoot!.querySelectorAll('.side-by-side tbody tr')];
  // The name may be followed by a “?”, which is the button that explains the name.
  const found = rows.find((each) => wordsOf(each.querySelector('th')).replace(/ ?\?$/, '') === head);
  return [...(found?.querySelectorAll('td') ?? [])].map(wordsOf);
}

describe('check-ups', () => {
  it('shows a 0 as not measured', async () => {
    const element = await openViewer([passbookFile(nine)], { section: 'prevention' });
    expect(row(element, 'LDL cholesterol')[0]).to.equal('Not measured');
    expect(row(element, 'Systolic blood pressure')[0]).to.equal('151 mmHg');
    const chinese = await openViewer([passbookFile(nine)], { section: 'prevention', lang: 'zh-Hant' });
    expect(row(chinese, '低密度脂蛋白膽固醇')[0]).to.equal('未檢測');
  });

  it('shows a 0 in a programme section as not measured, and a 0 in another section as 0', async () => {
    const visit = { 'r12_1.1': '初診', 'r12_1.2': '20260105', 'r12_1.7': '0.00', 'r12_1.8': '96.00' };
    const element = await openViewer(
      [
        passbookFile({
          R12: [{ 'r12.1': '20260105', 'r12.2': '明德診所', r12_1: [visit] }],
          made: [{ x: '0' }],
        }),
      ],
      { section: 'programmes' },
    );
    expect(wordsOf(element.shadowRoot!.querySelector('.content'))).to.contain('Not measured96.00');
    element.section = 'made';
    await element.updateComplete;
    expect(wordsOf(element.shadowRoot!.querySelector('.content td'))).to.equal('0');
  });

  it('shows every check-up, the newest first, and on paper four side by side', async () => {
    const element = await openViewer([passbookFile(nine)], { section: 'prevention' });
    const headings = () =>
      [...element.shadowRoot!.querySelectorAll('.side-by-side table')].map((table) =>
        [...table.querySelectorAll('thead th')].slice(1).map((each) => wordsOf(each).slice(-4)),
      );
    const newestFirst = [...years].reverse();
    expect(headings()).to.deep.equal([newestFirst]);
    const print = window.print;
    let printed: string[][] = [];
    window.print = () => {
      printed = headings();
    };
    try {
      await element.print(['prevention']);
    } finally {
      window.print = print;
    }
    expect(printed).to.deep.equal([newestFirst.slice(0, 4), newestFirst.slice(4, 8), newestFirst.slice(8)]);
  });

  it('shows the waist in centimetres, and marks abnormal values', async () => {
    const element = await openViewer([passbookFile({ r10: [checkup('20250310')] })], {
      section: 'prevention',
    });
    expect(row(element, 'Waist')[0]).to.contain('86.4 cm').and.to.contain('34');
    const marked = () => [...element.shadowRoot!.querySelectorAll('.side-by-side .warn')].map(wordsOf);
    expect(marked()[0]).to.contain('異常:請洽詢醫師');
    expect(marked()).to.have.length(1);
  });

  it('omits the check-up that a later download replaced', async () => {
    const element = await openViewer(
      [
        passbookFile({ r10: [checkup('20240310', { 'r10.10': '515' })] }, '20250101', 'a.json'),
        passbookFile({ r10: [checkup('20240310')] }, '20260101', 'b.json'),
      ],
      { section: 'prevention' },
    );
    expect(row(element, 'Systolic blood pressure')).to.deep.equal(['151 mmHg']);
  });
});
