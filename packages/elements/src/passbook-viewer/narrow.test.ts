import { expect } from '@open-wc/testing';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { lin, tenYearsInTwo } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { openViewer, passbookFile, today } from '../../../../test/open-viewer.js';

/** The minimum number of characters per line that makes a cell readable. */
const LEAST = 4;
/** The maximum distance in pixels between the top of the viewer and the first fact. */
const FIRST_FACT = 400;

const people = {
  lin: () => [passbookFile({ ...lin.history(today) })],
  'ten years': () => tenYearsInTwo(today).map(({ name, text }) => ({ name, content: new Blob([text]) })),
};

/** Returns the IDs of all pages of the passbook. */
const pagesOf = (element: MhbPassbookViewer): string[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLOptionElement>('nav option')].map(({ value }) => value);

/** Describes each cell that is too narrow to read, and each table that needs horizontal scrolling. */
function unreadable(root: ParentNode): string[] {
  const cells = [...root.querySelectorAll<HTMLElement>('td, th')].flatMap((each) => {
    const text = each.textContent.replace(/\s+/g, ' ').trim();
    const { width, height } = each.getBoundingClientRect();
    if (text.length <= LEAST || height <= 1) return [];
    const style = getComputedStyle(each);
    const em = Number.parseFloat(style.fontSize);
    const inner = width - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    return inner < LEAST * em ? [`cell of ${Math.round(inner)} px: ${text.slice(0, 30)}`] : [];
  });
  const tables = [...root.querySelectorAll<HTMLElement>('.scroll')].flatMap((each) =>
    each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1
      ? [`table of ${each.scrollWidth} px in ${each.clientWidth}: ${each.ariaLabel ?? ''}`]
      : [],
  );
  return [...cells, ...tables];
}

describe('on a phone', () => {
  before(() => setViewport({ width: 390, height: 844 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [name, files] of Object.entries(people))
    for (const lang of ['zh-Hant', 'en']) {
      it(`shows no cell narrower than four characters, and no table that scrolls sideways: ${name} in ${lang}`, async function () {
        this.timeout(60_000);
        const element = await openViewer(files(), { lang });
        const found: string[] = [];
        for (const page of pagesOf(element)) {
          element.section = page;
          await element.updateComplete;
          for (const details of element.shadowRoot!.querySelectorAll('.content details')) {
            (details as HTMLDetailsElement).open = true;
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
          await element.updateComplete;
          found.push(
            ...unreadable(element.shadowRoot!.querySelector('.content')!).map((each) => `${page}: ${each}`),
          );
        }
        expect(found).to.deep.equal([]);
      });

      it(`shows the first fact within ${FIRST_FACT} pixels: ${name} in ${lang}`, async () => {
        const element = await openViewer(files(), { lang });
        for (const section of ['glance', 'overview']) {
          element.section = section;
          await element.updateComplete;
          const fact = element.shadowRoot!.querySelector(`.${section} :is(li, .card, .empty) strong`)!;
          const from = element.getBoundingClientRect().top;
          expect(fact.getBoundingClientRect().bottom - from, section).to.be.at.most(FIRST_FACT);
        }
      });
    }

  it('has its actions in one menu, which closes after a choice', async () => {
    const element = await openViewer(people.lin(), { lang: 'en' });
    const find = <T extends HTMLElement>(selector: string): T =>
      element.shadowRoot!.querySelector<T>(selector)!;
    const shownButtons = [...element.shadowRoot!.querySelectorAll('header button')].filter(
      (each) => each.getClientRects().length > 0,
    );
    expect(shownButtons.map(({ id }) => id)).to.deep.equal(['menu']);
    find('#menu').click();
    expect(find('#open-export').getClientRects().length).to.equal(1);
    await expect(element).to.be.accessible();
    find('#open-export').click();
    expect(find('#actions').matches(':popover-open')).to.equal(false);
    expect(find<HTMLDialogElement>('#export').open).to.equal(true);
  });
});
