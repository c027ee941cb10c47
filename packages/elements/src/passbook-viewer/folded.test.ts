import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { openViewer, passbookFile, wordsOf } from '../../../../test/open-viewer.js';

const DAYS = 250;
const dayOf = (index: number): string =>
  new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10).replaceAll('-', '');

/** Rehabilitation every day. */
const course = {
  r1: Array.from({ length: DAYS }, (_, index) => ({
    'r1.3': '0501110514',
    'r1.4': '明德醫院',
    'r1.5': dayOf(index),
    'r1.7': String(index).padStart(4, '0'),
    'r1.8': 'M545',
    'r1.9': '下背痛',
    r1_1: [{ 'r1_1.1': '42001A', 'r1_1.2': '物理治療', 'r1_1.3': '1' }],
  })),
};
const results = {
  r7: Array.from({ length: 1_000 }, (_, index) => ({
    'r7.2': '0501110514',
    'r7.3': '明德醫院',
    'r7.5': dayOf(index),
    'r7.6': dayOf(index),
    'r7.8': '09006C',
    'r7.9': '醣化血紅素',
    'r7.10': 'HbA1c',
    'r7.11': index === 500 ? '89' : String(6 + (index % 10) / 10),
    'r7.12': '4.0-6.0',
  })),
};

describe('folded rows', () => {
  it('renders the treatments of a long course in parts when it is opened', async () => {
    const element = await openViewer([passbookFile(course)]);
    element.section = 'timeline';
    const content = element.shadowRoot!.querySelector('.content')!;
    await waitUntil(() => content.querySelector('.day details') !== null, 'lists');
    const row = content.querySelector<HTMLDetailsElement>('.day details')!;
    expect(row.textContent).to.contain(`${DAYS}`);
    expect(row.querySelectorAll('details').length).to.equal(0);
    row.open = true;
    await waitUntil(() => row.querySelector('details') !== null, 'renders its rows');
    expect(row.querySelectorAll('.rows > details').length).to.equal(100);
    const earlier = row.querySelector<HTMLDetailsElement>('.body > details')!;
    expect(wordsOf(earlier)).to.contain(`${DAYS - 100} earlier`);
    earlier.open = true;
    await waitUntil(() => row.querySelectorAll('.rows > details').length === 200, 'renders the next rows');
  });

  it('prints all of it, and collapses it again', async () => {
    const element = await openViewer([passbookFile(course)]);
    element.section = 'timeline';
    const content = element.shadowRoot!.querySelector('.content')!;
    await waitUntil(() => content.querySelector('.day details') !== null, 'lists');
    const open = (): number => content.querySelectorAll('details[open]').length;
    dispatchEvent(new Event('beforeprint'));
    expect(content.querySelectorAll('.rows .rows > details').length).to.equal(DAYS);
    expect(open()).to.be.greaterThan(DAYS);
    dispatchEvent(new Event('afterprint'));
    expect(open()).to.equal(0);
  });

  it('draws as many marks as fit, always including the highest and the lowest', async () => {
    const element = await openViewer([passbookFile(results)]);
    element.section = 'laboratory';
    await element.updateComplete;
    const row = element.shadowRoot!.querySelector<HTMLDetailsElement>('.content details.row')!;
    row.open = true;
    await waitUntil(() => row.querySelector('svg.chart') !== null, 'draws');
    await aTimeout(0);
    const width = Number(row.querySelector('svg.chart')!.getAttribute('width'));
    const marks = [...row.querySelectorAll('svg.chart .mark')];
    expect(marks.length).to.be.lessThan(width);
    expect(row.querySelectorAll('tbody tr').length).to.equal(100);
    expect(wordsOf(row)).to.contain('900 earlier');
    expect(wordsOf(row.querySelector('svg.chart')!)).to.contain('↑ 89');
  });
});
