import { expect } from '@open-wc/testing';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { sendKeys } from '@web/test-runner-commands';
import { openViewer, passbookFile, wordsOf } from '../../../../test/open-viewer.js';
import { waitUntil } from '../../../../test/wait-until.js';

/**
 * A result of 250, which is above the reference range for people under 60, but within the range for older people.
 */
const byAge = {
  r7: [
    {
      'r7.1': '1',
      'r7.2': '0501110514',
      'r7.3': '明德診所',
      'r7.5': '20260301',
      'r7.6': '20260301',
      'r7.8': '12111C',
      'r7.9': 'BNP',
      'r7.10': 'BNP',
      'r7.11': '250',
      'r7.12': '<60歲:<100;>=60歲:<300',
    },
  ],
};
/** One check-up. The next one is due after one or three years, depending on the person's age. */
const oneCheckup = {
  r10: [{ 'r10.1': '0501110514', 'r10.2': '明德診所', 'r10.5': '20250110', 'r10.6': '160' }],
};

const content = (element: MhbPassbookViewer): string =>
  wordsOf(element.shadowRoot!.querySelector('.content'));

async function tell(element: MhbPassbookViewer, typed: string): Promise<void> {
  const field = element.shadowRoot!.querySelector<HTMLInputElement>('#birth-year')!;
  field.focus();
  await sendKeys({ type: typed });
  await sendKeys({ press: 'Enter' });
  await element.updateComplete;
}

describe('the year of birth', () => {
  it('decides which check-ups are due, and can be entered by keyboard', async () => {
    const element = await openViewer([passbookFile(oneCheckup)], { section: 'prevention' });
    expect(content(element)).to.contain('May be due, by age');
    await expect(element).to.be.accessible();
    await tell(element, '47');
    await waitUntil(() => content(element).includes('year of birth that you entered (1958)'), 'judges again');
    expect(element.birthYear).to.equal(1958);
    expect(content(element)).not.to.contain('May be due, by age');
    expect(wordsOf(element.shadowRoot!.querySelector('.lines li'))).to.contain('Due now');
    expect(wordsOf(element.shadowRoot!.querySelector('[role=status].visually-hidden'))).to.equal(
      'The results were compared with their ranges again, using your year of birth.',
    );
    expect(element.shadowRoot!.activeElement?.id).to.equal('section-title');
    await expect(element).to.be.accessible();
  });

  it('is requested in Chinese as well, and shown as understood', async () => {
    const element = await openViewer([passbookFile(oneCheckup)], { section: 'prevention', lang: 'zh-Hant' });
    expect(content(element)).to.contain('出生年（選填）');
    await tell(element, '1958');
    await waitUntil(() => content(element).includes('民國 47 年'), 'judges again');
  });

  for (const section of ['overview', 'laboratory'])
    it(`is requested on the page ${section} if a range depends on age, and decides it`, async () => {
      const element = await openViewer([passbookFile(byAge)], { section });
      expect(content(element)).to.contain('The range of 1 result depends on age.').and.not.to.contain('▲');
      element.birthYear = 1980;
      await waitUntil(() => content(element).includes('▲'), 'decides');
      element.birthYear = 1940;
      await waitUntil(() => !content(element).includes('▲'), 'decides again');
      expect(content(element)).to.contain('1940').and.not.to.contain('depends on age');
    });

  it('is not requested if nothing depends on it', async () => {
    const element = await openViewer([passbookFile(oneCheckup)]);
    expect(element.shadowRoot!.querySelector('#birth-year')).to.equal(null);
  });

  it('reports an invalid value beside the field', async () => {
    const element = await openViewer([passbookFile(oneCheckup)], { section: 'prevention' });
    await tell(element, '3000');
    expect(wordsOf(element.shadowRoot!.querySelector('#birth-year-error'))).to.contain('1958');
    expect(element.shadowRoot!.activeElement?.id).to.equal('birth-year');
    expect(element.birthYear).to.equal(null);
  });

  it('is deleted on request and with the passbook, and never stored', async () => {
    const element = await openViewer([passbookFile(oneCheckup)], { section: 'prevention' });
    await tell(element, '47');
    await waitUntil(() => content(element).includes('that you entered (1958)'), 'judges again');
    expect(JSON.stringify(element.view)).not.to.contain('1958');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain('1958');
    element.shadowRoot!.querySelector<HTMLElement>('#forget-birth-year')!.click();
    await waitUntil(() => content(element).includes('May be due, by age'), 'judges without it');
    element.birthYear = 1958;
    await element.updateComplete;
    element.close();
    expect(element.birthYear).to.equal(null);
  });
});
