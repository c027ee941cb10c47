import { expect, nextFrame } from '@open-wc/testing';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { tenYearsInTwo } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { openViewer, today, wordsOf } from '../../../../../test/open-viewer.js';

/** Opens ten years of a passbook on one of its pages, and lets the browser lay it out. */
async function opened(section: string): Promise<MhbPassbookViewer> {
  const files = tenYearsInTwo(today).map(({ name, text }) => ({ name, content: new Blob([text]) }));
  const element = await openViewer(files, { section });
  for (let frames = 0; frames < 2; frames += 1) await nextFrame();
  return element;
}

const find = <T extends HTMLElement>(element: MhbPassbookViewer, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;

/** Whether the person sees the element's upper edge, so that nothing covers it. */
function isSeen(element: MhbPassbookViewer, target: HTMLElement): boolean {
  const { left, top, width } = target.getBoundingClientRect();
  const front = element.shadowRoot!.elementFromPoint(left + Math.min(width / 2, 8), top + 2);
  return target.contains(front);
}

describe('the navigation', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('shows every page’s title and the whole list of pages below the owner’s name', async () => {
    await setViewport({ width: 1280, height: 900 });
    const element = await opened('visits');
    const pages = element.shadowRoot!.querySelectorAll<HTMLElement>('nav button');
    expect(pages.length).to.be.greaterThan(8);
    const covered: string[] = [];
    for (const page of pages) {
      scrollTo(0, document.documentElement.scrollHeight);
      if (!isSeen(element, pages[0]!)) covered.push(`first of the list, before ${wordsOf(page)}`);
      page.focus({ preventScroll: true });
      page.click();
      await element.updateComplete;
      const title = find(element, '#section-title');
      expect(element.shadowRoot!.activeElement).to.equal(title);
      if (!isSeen(element, title)) covered.push(wordsOf(title));
    }
    expect(covered).to.deep.equal([]);
  });

  for (const width of [390, 160])
    it(`shows below the owner’s name what gets the focus, on a screen ${width} pixels wide`, async () => {
      await setViewport({ width, height: 844 });
      const element = await opened('visits');
      scrollTo(0, document.documentElement.scrollHeight);
      const rows = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.content summary')].reverse();
      expect(rows.length).to.be.greaterThan(8);
      const covered = rows.filter((row) => {
        row.focus();
        return !isSeen(element, row);
      });
      expect(covered.map(wordsOf)).to.deep.equal([]);
    });

  it('names the shown page in the drop-down list, however the person has reached it', async () => {
    const element = await opened('glance');
    const list = find<HTMLSelectElement>(element, 'nav select');
    const shown = async (): Promise<string> => {
      await element.updateComplete;
      return list.value;
    };
    for (const page of ['visits', 'laboratory']) {
      list.value = page;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      expect(await shown()).to.equal(page);
    }
    for (const page of ['visits', 'overview', 'laboratory', 'glance', 'visits']) {
      element.section = page;
      expect(await shown()).to.equal(page);
    }
  });
});
