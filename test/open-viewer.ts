import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '@mhb-kit/elements/define/passbook-viewer';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';

/** The day on which the viewer is opened. */
export const today = '2026-04-16';
const clock = (): Date => new Date(`${today}T09:00:00+08:00`);

/** A passbook with these sections, as the NHI writes it. The second digit of the number is a woman's. */
export const passbookFile = (sections: object, appliedOn = '20260416', name = 'p.json') => ({
  name,
  content: new Blob([
    JSON.stringify({
      myhealthbank: { bdata: { 'b1.1': 'A22345****', 'b1.2': appliedOn, ...sections } },
    }),
  ]),
});

/** A viewer with files open, all of them of one person, on a page of it. */
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

/** Answers, where the viewer asks whose a file is: the same person's as what is open. */
function joinToFirst(element: MhbPassbookViewer): void {
  const form = element.shadowRoot?.querySelector<HTMLFormElement>('#whose');
  const first = form?.querySelector<HTMLInputElement>('[name=whose]');
  if (first?.checked === false) {
    first.checked = true;
    form?.requestSubmit();
  }
}

/** What a part of the viewer says. */
export const wordsOf = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
