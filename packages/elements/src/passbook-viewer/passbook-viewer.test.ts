import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { openArchive, sealArchive } from '@mhb-kit/core/archive';
import '@mhb-kit/elements/define/passbook-viewer';
import type { MhbPassbookExportEvent, MhbPassbookOpenEvent, MhbSectionChangeEvent } from '@mhb-kit/elements';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { maskNationalId } from '@mhb-kit/core/identity';
import { lin, wang, type InventedPerson } from '@mhb-kit/testkit/people';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

const today = '2026-04-16';
const clock = (): Date => new Date(`${today}T09:00:00+08:00`);

const json = (person: InventedPerson, more: object = {}): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      myhealthbank: {
        bdata: {
          'b1.1': maskNationalId(person.nationalId),
          'b1.2': '20260416',
          ...person.history(today),
          ...more,
        },
      },
    }),
  );

const file = (bytes: Uint8Array, name = '健康存摺醫療類_1150416.json') => ({
  name,
  content: new Blob([bytes.slice()]),
});

async function archive(person: InventedPerson, password: string): Promise<Blob> {
  const bytes = await sealArchive([{ name: '健康存摺醫療類_1150416.json', bytes: json(person) }], {
    password,
    method: 'aes-256',
  });
  return new Blob([bytes.slice()]);
}

const viewer = (lang = 'en'): Promise<MhbPassbookViewer> =>
  fixture<MhbPassbookViewer>(html`<mhb-passbook-viewer lang=${lang} .clock=${clock}></mhb-passbook-viewer>`);

async function opened(person = lin, more: object = {}, lang = 'en'): Promise<MhbPassbookViewer> {
  const element = await viewer(lang);
  expect(await element.open([file(json(person, more))])).to.equal(true);
  return element;
}

const find = <T extends HTMLElement>(element: MhbPassbookViewer, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const words = (element: MhbPassbookViewer, selector = '.content'): string =>
  (element.shadowRoot!.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ');

async function go(element: MhbPassbookViewer, title: string): Promise<void> {
  const buttons = [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('nav button')];
  buttons.find(({ textContent }) => textContent.includes(title))!.click();
  await element.updateComplete;
}

async function unlock(element: MhbPassbookViewer, password: string): Promise<void> {
  await waitUntil(() => find(element, '.unlock') !== null, 'asks for the password');
  find<HTMLInputElement>(element, '#password').value = password;
  find<HTMLFormElement>(element, '.unlock').requestSubmit();
}

describe('<mhb-passbook-viewer>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, on every page`, async () => {
      const empty = await viewer();
      empty.theme = theme;
      await empty.updateComplete;
      await expect(empty).to.be.accessible();
      const element = await opened();
      element.theme = theme;
      const titles = [...element.shadowRoot!.querySelectorAll('nav button span')].map(
        ({ textContent }) => textContent,
      );
      expect(titles).to.include.members([
        'Overview',
        'Visits',
        'Medications',
        'Laboratory results',
        'Allergies',
      ]);
      for (const title of titles) {
        await go(element, title);
        for (const each of element.shadowRoot!.querySelectorAll('details')) each.open = true;
        await new Promise((resolve) => setTimeout(resolve, 30));
        await element.updateComplete;
        await expect(element).to.be.accessible();
      }
    });
  }

  it('opens an archive that was downloaded, with the ID number as people type it', async () => {
    const element = await viewer();
    const reading = element.open([
      { name: '健康存摺_1150416.zip', content: await archive(lin, lin.nationalId) },
    ]);
    await unlock(element, 'k223010426');
    expect(await reading).to.equal(true);
    expect(words(element, 'header')).to.contain('K22301****');
    expect(words(element)).to.contain('Penicillin');
  });

  it('says at once that a password is wrong, at the field, and asks again', async () => {
    const element = await viewer();
    const reading = element.open([{ name: 'a.zip', content: await archive(lin, lin.nationalId) }]);
    await unlock(element, 'A111111111');
    await waitUntil(() => words(element, '#password-error').includes('not right'), 'says that it is wrong');
    const field = find<HTMLInputElement>(element, '#password');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(element.passbook).to.equal(undefined);
    await unlock(element, lin.nationalId);
    expect(await reading).to.equal(true);
  });

  it('can be cancelled at the password', async () => {
    const element = await viewer();
    const reading = element.open([{ name: 'a.zip', content: await archive(lin, lin.nationalId) }]);
    await waitUntil(() => find(element, '.unlock') !== null);
    find(element, '#cancel').click();
    expect(await reading).to.equal(false);
    await element.updateComplete;
    expect(find(element, '.drop')).not.to.equal(null);
    expect(find(element, '[role=alert]').textContent).to.equal('');
  });

  it('answers the first questions on its first page', async () => {
    const element = await opened();
    const overview = words(element);
    expect(overview).to.contain('Penicillin');
    expect(overview).to.match(/Current medications.*糖穩.*18 days left/);
    expect(overview).to.match(/HbA1c.*6\.9.*High.*4 – 6/);
    expect(overview).to.match(/Recent visits.*明德綜合醫院/);
  });

  it('draws a trend with its values in a table', async () => {
    const element = await opened();
    await go(element, 'Laboratory');
    const row = find<HTMLDetailsElement>(element, 'details.row');
    row.open = true;
    await waitUntil(() => row.querySelector('svg.chart') !== null, 'draws');
    const chart = row.querySelector('svg.chart')!;
    expect(chart.getAttribute('aria-label')).to.match(/^Trend of .+\. 12 results, .+ to .+\.$/);
    expect(chart.querySelectorAll('.mark').length).to.equal(12);
    expect(row.querySelectorAll('tbody tr').length).to.equal(12);
  });

  it('shows the raw fields of a record one click away', async () => {
    const element = await opened();
    await go(element, 'Allergies');
    find(element, 'button.raw').click();
    await element.updateComplete;
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('r4.2').and.to.contain('健康存摺醫療類_1150416.json');
  });

  it('shows sections that nobody knows as they are', async () => {
    const element = await opened(wang, { r77: [{ 'r77.1': '新的欄位值' }] });
    await go(element, 'Other data: r77');
    expect(words(element)).to.contain('r77.1').and.to.contain('新的欄位值');
  });

  it('joins files of one person and says how much is new', async () => {
    const element = await opened(wang);
    const earlier = json(wang, { r6: [{ 'r6.1': '20250101', 'r6.3': '流感疫苗', 'r6.5': '某診所' }] });
    await element.open([file(earlier, 'b.json')]);
    await element.updateComplete;
    expect(words(element, '[role=status]')).to.match(/1 records? (are|is) new/);
  });

  it("refuses another person's file unless told to start over", async () => {
    const element = await opened(lin);
    expect(await element.open([file(json(wang))])).to.equal(false);
    await element.updateComplete;
    expect(find(element, '[role=alert] code').textContent).to.equal('passbook-different-people');
    setTimeout(() => {
      find(element, '#start-over').click();
    });
    const { passbook } = await oneEvent<MhbPassbookOpenEvent>(element, 'mhb-passbook-open');
    expect(passbook.subjectId).to.equal('A12345****');
  });

  it('says what is wrong with a file that is no passbook', async () => {
    const element = await viewer();
    expect(await element.open([file(new TextEncoder().encode('hello'), 'hello.txt')])).to.equal(false);
    await element.updateComplete;
    expect(find(element, '[role=alert] code').textContent).to.equal('passbook-not-recognized');
    await expect(element).to.be.accessible();
  });

  it('shows markup in a file as text', async () => {
    const hostile = '<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>';
    const element = await opened(wang, { r4: [{ 'r4.1': '20260101', 'r4.2': hostile }] });
    await go(element, 'Allergies');
    expect(words(element)).to.contain('<img src=x onerror=');
    expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
    expect('hacked' in window).to.equal(false);
  });

  it('tells the page where the person is, and is turned there by it', async () => {
    const element = await opened();
    setTimeout(() => void go(element, 'Allergies'));
    const { section } = await oneEvent<MhbSectionChangeEvent>(element, 'mhb-section-change');
    expect(section).to.equal('allergies');
    expect(element.getAttribute('section')).to.equal('allergies');
    element.section = 'premium-billing';
    await element.updateComplete;
    expect(words(element, '#section-title')).to.equal('Premiums billed');
    element.section = 'nowhere';
    await element.updateComplete;
    expect(words(element, '#section-title')).to.equal('Overview');
  });

  it('finds as one types, over everything, marks the hits and opens the record', async () => {
    const element = await opened();
    const field = find<HTMLInputElement>(element, '#search');
    field.value = 'PENICILLIN';
    field.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(words(element)).to.contain('1 record found.').and.to.contain('Allergies');
    expect(words(element, 'mark')).to.equal('Penicillin');
    find(element, '.hits button.raw').click();
    await element.updateComplete;
    expect(find<HTMLDialogElement>(element, '#raw').open).to.equal(true);
    find<HTMLDialogElement>(element, '#raw').close();
    field.value = 'nowhere to be found';
    field.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(words(element)).to.contain('Nothing was found.');
    await go(element, 'Visits');
    expect(field.value).to.equal('');
  });

  it('tells the whole history by day, and narrows it to a kind and a facility', async () => {
    const element = await opened();
    await go(element, 'Timeline');
    const [kind, facility] = element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.filters select');
    const rows = () => element.shadowRoot!.querySelectorAll('.content .row').length;
    expect(rows()).to.equal(50);
    kind!.value = 'dental';
    kind!.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect([
      ...new Set(
        [...element.shadowRoot!.querySelectorAll('.content .badge')].map(({ textContent }) =>
          textContent.trim(),
        ),
      ),
    ]).to.include('Dental');
    const dental = rows();
    expect(dental).to.be.within(1, 10);
    facility!.value = facility!.options[1]!.value;
    facility!.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(rows()).to.be.at.most(dental);
  });

  it('leaves as an archive under a password of its own, which opens again', async () => {
    const element = await opened();
    find(element, '#open-export').click();
    const password = find<HTMLInputElement>(element, '#new-password');
    password.value = 'short';
    find<HTMLFormElement>(element, '.export').requestSubmit();
    await element.updateComplete;
    expect(words(element, '#export-error')).to.contain('at least 8 characters');
    await expect(element).to.be.accessible();
    element.addEventListener('mhb-passbook-export', (event) => {
      event.preventDefault();
    });
    password.value = 'a longer one';
    setTimeout(() => {
      find<HTMLFormElement>(element, '.export').requestSubmit();
    });
    const { file: sealed, fileName } = await oneEvent<MhbPassbookExportEvent>(element, 'mhb-passbook-export');
    expect(fileName).to.equal('健康存摺_1150416.zip');
    const archive = await openArchive(sealed, { password: 'a longer one' });
    const names = archive.entries.map(({ name }) => name);
    expect(names).to.include.members(['健康存摺醫療類_1150416.json', 'Allergies.csv']);
    const again = await viewer();
    const [first] = await archive.files();
    expect(await again.open([file(first!.bytes)])).to.equal(true);
    expect(again.passbook!.sections).to.deep.equal(element.passbook!.sections);
  });

  for (const [format, kind] of [
    ['fhir', 'collection'],
    ['ips', 'document'],
  ] as const) {
    it(`leaves as ${format}`, async () => {
      const element = await opened();
      find(element, '#open-export').click();
      find(element, `[name=format][value=${format}]`).click();
      await element.updateComplete;
      expect(words(element, '#export')).to.contain('not encrypted');
      element.addEventListener('mhb-passbook-export', (event) => {
        event.preventDefault();
      });
      setTimeout(() => {
        find<HTMLFormElement>(element, '.export').requestSubmit();
      });
      const exported = await oneEvent<MhbPassbookExportEvent>(element, 'mhb-passbook-export');
      const bundle = JSON.parse(await exported.file.text()) as { resourceType: string; type: string };
      expect(bundle.resourceType).to.equal('Bundle');
      expect(bundle.type).to.equal(kind);
    });
  }

  it('forgets everything when it is closed', async () => {
    const element = await opened();
    setTimeout(() => {
      find(element, '#close').click();
    });
    await oneEvent(element, 'mhb-passbook-close');
    await element.updateComplete;
    expect(element.passbook).to.equal(undefined);
    expect(element.shadowRoot!.textContent).not.to.contain('K22301');
  });

  it('moves the focus to what was opened', async () => {
    const element = await opened();
    expect(element.shadowRoot!.activeElement?.id).to.equal('section-title');
    await go(element, 'Visits');
    expect(element.shadowRoot!.activeElement?.textContent).to.equal('Visits');
  });

  it('unfolds what is folded for paper, and folds it again', async () => {
    const element = await opened();
    const folded = () => element.shadowRoot!.querySelectorAll('details:not([open])').length;
    const visits = folded();
    dispatchEvent(new Event('beforeprint'));
    expect(folded(), 'the overview is a summary').to.equal(visits);
    await go(element, 'Visits');
    dispatchEvent(new Event('beforeprint'));
    expect(folded()).to.equal(0);
    dispatchEvent(new Event('afterprint'));
    expect(element.shadowRoot!.querySelectorAll('details[open]').length).to.equal(0);
  });

  it('prints neither buttons nor navigation, but says what it is not', async function () {
    // Media can be emulated over Chromium's own protocol only.
    if (navigator.userAgent.includes('Firefox')) this.skip();
    const element = await opened();
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(find(element, 'nav')).display).to.equal('none');
    expect(getComputedStyle(find(element, '#print')).display).to.equal('none');
    expect(getComputedStyle(find(element, '.disclaimer')).display).not.to.equal('none');
    await emulateMedia({ media: 'screen' });
  });

  it('fits a page 320 pixels wide', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await opened();
    for (const title of ['Overview', 'Visits', 'Medications', 'Laboratory', 'Premiums']) {
      await go(element, title);
      expect(document.documentElement.scrollWidth, title).to.be.at.most(320);
    }
    await setViewport({ width: 800, height: 600 });
  });
});
