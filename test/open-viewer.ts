import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '@mhb-kit/elements/define/passbook-viewer';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';

/** The day on which the viewer is opened. */
export const today = '2026-04-16';
const clock = (): Date => new Date(`${today}T09:00:00+08:00`);

/** A passbook with these sections, in the NHI's format. The second character of the ID number is that of a woman. */
export const passbookFile = (sections: object, appliedOn = '20260416', name = 'p.json') => ({
  name,
  content: new Blob([
    JSON.stringify({
      myhealthbank: { bdata: { 'b1.1': 'A22345****', 'b1.2': appliedOn, ...sections } },
    }),
  ]),
});

/** A viewer on one of its pages, with files of one person. */
export async function openViewer(
  files: readonly ReturnType<typeof passbookFile>[],
  { section = 'overview', lang = 'en' }: { section?: string; lang?: string } = {},
): Promise<MhbPassbookViewer> {
  const element = await fixture<MhbPassbookViewer>(
    html`<mhb-passbook-viewer lang=${lang} .clock=${clock}></mhb-passbook-viewer>`,
  );
  let isOpening = true;
  const opened = element.open(files).finally(() => (isOpening = false));
  while (isOpening) {
    joinToFirst(element);
    await nextFrame();
  }
  expect(await opened).to.equal(true);
  element.section = section;
  await element.updateComplete;
  return element;
}

/** If the viewer asks whose file it is, answers that it belongs to the same person. */
function joinToFirst(element: MhbPassbookViewer): void {
  const form = element.shadowRoot?.querySelector<HTMLFormElement>('#whose');
  const first = form?.querySelector<HTMLInputElement>('[name=whose]');
  if (first?.checked === false) {
    first.checked = true;
    form?.requestSubmit();
  }
}

/** The text of a part of the viewer. */
export const wordsOf = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
