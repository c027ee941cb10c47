import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { openArchive, sealArchive } from '@mhb-kit/core/archive';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import type { Category } from '@mhb-kit/core/request';
import '@mhb-kit/elements/define/passbook-viewer';
import type {
  MhbPassbookExportEvent,
  MhbPassbookOpenEvent,
  MhbSectionChangeEvent,
  MhbViewChangeEvent,
  ViewerView,
} from '@mhb-kit/elements';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { maskNationalId } from '@mhb-kit/core/identity';
import {
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  MANIFEST_SIGNATURE_TYPE,
  writeManifest,
  type ManifestedFile,
  type TrustedIssuer,
} from '@mhb-kit/core/manifest';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, wang, type InventedPerson } from '@mhb-kit/testkit/people';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { calculateJwkThumbprint, exportJWK, FlattenedSign, generateKeyPair } from 'jose';
import { waitUntil } from '../../../../test/wait-until.js';

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

/** Creates a viewer that has opened the given files from an encrypted archive. */
async function openedArchive(
  files: readonly ManifestedFile[],
  issuers: readonly TrustedIssuer[] = [],
): Promise<MhbPassbookViewer> {
  const element = await viewer();
  element.issuers = issuers;
  const zip = await sealArchive(files, { password: lin.nationalId, method: 'aes-256' });
  const reading = element.open([{ name: 'a.zip', content: new Blob([zip.slice()]) }]);
  await unlock(element, lin.nationalId);
  expect(await reading).to.equal(true);
  await element.updateComplete;
  return element;
}

describe('<mhb-passbook-viewer>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, on every page`, async function () {
      // This test needs more time, because it opens fifteen pages and axe checks each of them.
      this.timeout(60_000);
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

  it('opens a downloaded archive, with the ID number as people type it', async () => {
    const element = await viewer();
    const reading = element.open([
      { name: '健康存摺_1150416.zip', content: await archive(lin, lin.nationalId) },
    ]);
    await unlock(element, 'k223010426');
    expect(await reading).to.equal(true);
    expect(words(element, '.whose-bar')).to.contain('K22301****');
    expect(words(element)).to.contain('Penicillin');
  });

  it('reports a wrong password immediately, at the field, and asks again', async () => {
    const element = await viewer();
    const reading = element.open([{ name: 'a.zip', content: await archive(lin, lin.nationalId) }]);
    await unlock(element, 'A111111111');
    await waitUntil(() => words(element, '#password-error').includes('is wrong'), 'says that it is wrong');
    const field = find<HTMLInputElement>(element, '#password');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(element.passbook).to.equal(undefined);
    await unlock(element, lin.nationalId);
    expect(await reading).to.equal(true);
  });

  it('can be canceled when it asks for the password', async () => {
    const element = await viewer();
    const reading = element.open([{ name: 'a.zip', content: await archive(lin, lin.nationalId) }]);
    await waitUntil(() => find(element, '.unlock') !== null);
    find(element, '#cancel').click();
    expect(await reading).to.equal(false);
    await element.updateComplete;
    expect(find(element, '.drop')).not.to.equal(null);
    expect(find(element, '[role=alert]').textContent).to.equal('');
  });

  it('answers the first questions on its overview', async () => {
    const element = await opened();
    await go(element, 'Overview');
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

  it('draws several analytes above one axis, with one table', async () => {
    const element = await opened();
    await go(element, 'Laboratory');
    const group = [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.comparison button')].find(
      ({ textContent }) => textContent.includes('Diabetes'),
    )!;
    group.click();
    await waitUntil(() => find(element, '.comparison svg.chart') !== null, 'draws');
    const chart = element.shadowRoot!.querySelector('.comparison svg.chart')!;
    expect(chart.getAttribute('aria-label')).to.equal('Trends and values of HbA1c, Fasting glucose');
    expect(chart.querySelectorAll('.band').length).to.equal(2);
    expect(chart.querySelectorAll('.mark').length).to.equal(24);
    const table = find(element, '.comparison table');
    expect(
      [...table.querySelectorAll('thead th')].map(({ textContent }) => textContent.trim()),
    ).to.deep.equal(['Date', 'HbA1c', 'Fasting glucose']);
    expect(table.querySelectorAll('tbody tr').length).to.equal(12);
    await expect(element).to.be.accessible();
    group.click();
    await element.updateComplete;
    expect(find(element, '.comparison svg.chart')).to.equal(null);
  });

  it('shows the treatments of a tooth', async () => {
    const element = await opened();
    await go(element, 'Dental');
    const tooth = find<HTMLButtonElement>(element, '.tooth.treated');
    expect(tooth.textContent.replace(/\s+/g, ' ').trim()).to.equal('36×1 左下第一大臼齒, treated once');
    expect(element.shadowRoot!.querySelectorAll('.tooth').length).to.equal(32);
    tooth.click();
    await element.updateComplete;
    expect(tooth.getAttribute('aria-pressed')).to.equal('true');
    expect(words(element, '.content table')).to.contain('後牙複合樹脂充填');
  });

  it('links each line of the overview to its source', async () => {
    const element = await opened();
    await go(element, 'Overview');
    for (const item of element.shadowRoot!.querySelectorAll('.overview :is(.lines > li, .card)'))
      expect(item.querySelector('button.raw'), item.textContent).not.to.equal(null);
    const trend = [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.overview button.raw')].find(
      ({ ariaLabel }) => ariaLabel === 'See trend: HbA1c',
    )!;
    trend.click();
    await waitUntil(() => find(element, 'svg.chart') !== null, 'draws');
    expect(find(element, 'svg.chart').getAttribute('aria-label')).to.match(/^Trend of HbA1c/);
  });

  it('restores the person’s previous view', async () => {
    const element = await opened();
    await go(element, 'Laboratory');
    element.view = { openedSeries: ['hba1c'], comparedSeries: ['hba1c', 'glucose'] };
    element.view = { record: { section: 'r4', index: 0 } };
    await waitUntil(() => find<HTMLDialogElement>(element, '#raw').open, 'opens the record');
    const kept = JSON.stringify(element.view);
    const again = await opened();
    const told = oneEvent<MhbViewChangeEvent>(again, 'mhb-view-change');
    again.view = JSON.parse(kept) as ViewerView;
    expect((await told).view).to.deep.equal(JSON.parse(kept));
    await waitUntil(() => again.shadowRoot!.querySelectorAll('svg.chart').length === 2, 'draws both');
    expect(words(again, '#section-title')).to.equal('Laboratory results');
    expect(words(again, '#raw')).to.contain('Penicillin');
    find<HTMLDialogElement>(again, '#raw').close();
    await waitUntil(() => again.view.record === null);
  });

  it('opens the page that contains a section by the section’s key', async () => {
    const element = await opened();
    for (const [key, title] of [
      ['r6', 'Vaccinations'],
      ['r3', 'Dental'],
      ['R11', 'Prevention and screening'],
      ['r1', 'Visits'],
    ] as const) {
      element.section = key;
      await element.updateComplete;
      expect(words(element, '#section-title')).to.equal(title);
    }
  });

  it('stores nothing, and offers to store, except on a shared computer', async () => {
    const element = await opened();
    expect(find(element, '#open-keep')).not.to.equal(null);
    expect(await indexedDB.databases()).to.deep.equal([]);
    element.kiosk = true;
    await element.updateComplete;
    expect(find(element, '#open-keep')).to.equal(null);
    expect(find(element, '#keep')).to.equal(null);
  });

  it('reports without a warning that an archive is not signed', async () => {
    const element = await openedArchive([{ name: 'a.json', bytes: json(lin) }]);
    expect(words(element, '.authenticity')).to.match(/^ ?Not signed .*That is normal/);
    expect(find(element, '.authenticity').classList.contains('warning')).to.equal(false);
  });

  describe('with files that are not a passbook among those chosen', () => {
    const others = [
      file(new TextEncoder().encode('%PDF-1.7'), '說明.pdf'),
      file(new TextEncoder().encode('{"resourceType":"Bundle"}'), 'other.json'),
      file(new TextEncoder().encode('Bud1'), '.DS_Store'),
    ];

    it('names each skipped file with the reason, and announces it', async () => {
      for (const [lang, count, reason] of [
        ['en', '2 files were not read', 'This is not a passbook.'],
        ['zh-Hant', '2 個檔案沒有讀取', '這不是健康存摺檔案。'],
      ] as const) {
        const element = await viewer(lang);
        expect(await element.open([file(json(lin)), ...others])).to.equal(true);
        await element.updateComplete;
        const report = find<HTMLDetailsElement>(element, '.reading-report');
        expect(report.open).to.equal(true);
        const said = words(element, '.reading-report');
        expect(said).to.contain(count);
        expect(said).to.contain(`說明.pdf: ${reason}`);
        expect(said).to.contain(`other.json: ${reason}`);
        expect(said).not.to.contain('.DS_Store');
        expect(words(element, '[role="status"]')).to.contain(count);
        await expect(element).to.be.accessible();
      }
    });

    it('names the operator’s own sections as the gateway’s catalogue does', async () => {
      const own: Category = {
        id: 'care-visits',
        class: 'medical',
        label: { 'zh-Hant': '居家照護紀錄', en: 'Home care visits' },
        monthly: false,
        window: { kind: 'all' },
        sections: ['care-visits'],
      };
      const client = createGatewayClient(inMemoryGateway({ catalogue: [own] }));
      for (const [lang, title] of Object.entries(own.label)) {
        const element = await viewer(lang);
        element.client = client;
        await element.open([file(json(lin, { 'care-visits': [{ nurse: '李護理師' }] }))]);
        await waitUntil(() => words(element, 'nav').includes(title), 'is named');
        await go(element, title);
        await waitUntil(() => words(element).includes('李護理師'), 'is listed');
      }
    });

    it('reports irregularities of a file, and removes the report with the passbook', async () => {
      const element = await opened(lin, { r99: [{ 'r99.1': 'x' }] });
      const report = find<HTMLDetailsElement>(element, '.reading-report');
      expect(report.open).to.equal(false);
      expect(words(element, '.reading-report')).to.match(
        /Problems found while reading .*section was not recognized.*r99/,
      );
      element.close();
      await element.updateComplete;
      expect(await element.open([file(json(lin))])).to.equal(true);
      await element.updateComplete;
      expect(find(element, '.reading-report')).to.equal(null);
    });

    it('says what to do with an archive within an archive', async () => {
      const inner = new Uint8Array(await (await archive(lin, 'K223010426')).arrayBuffer());
      const outer = await sealArchive([{ name: 'inner.zip', bytes: inner }], { method: 'none' });
      const element = await viewer();
      expect(await element.open([file(outer, 'outer.zip')])).to.equal(false);
      await waitUntil(
        () => words(element, '[role="alert"]').includes('unpack the outer archive first'),
        'says what to do',
      );
    });

    it('refuses a file that is too large before it is in memory', async () => {
      const element = await viewer();
      const part = new Uint8Array(1 << 20);
      const film = new Blob(Array.from({ length: 200 }, () => part));
      let read = false;
      film.arrayBuffer = () => {
        read = true;
        return Promise.reject(new Error('Read'));
      };
      expect(await element.open([{ name: 'film.mp4', content: film }])).to.equal(false);
      expect(read).to.equal(false);
      await waitUntil(() => words(element, '[role="alert"]').includes('too large'), 'says what to do');
    });
  });

  describe('with an archive that its issuer signed', () => {
    const signed = { name: 'a.json', bytes: json(lin) };
    let manifest: readonly ManifestedFile[];
    let issuer: TrustedIssuer;

    before(async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const jwk = await exportJWK(publicKey);
      issuer = { issuer: 'https://gateway.example.tw', name: 'Test Hospital', keys: [jwk] };
      const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', signed.bytes.slice()));
      const bytes = writeManifest({
        version: 1,
        issuer: issuer.issuer,
        issuedAt: '2026-04-16T01:00:00.000Z',
        entries: [
          {
            name: signed.name,
            byteLength: signed.bytes.length,
            sha256: Array.from(sha256, (byte) => byte.toString(16).padStart(2, '0')).join(''),
          },
        ],
      });
      const jws = await new FlattenedSign(bytes)
        .setProtectedHeader({
          alg: 'ES256',
          typ: MANIFEST_SIGNATURE_TYPE,
          kid: await calculateJwkThumbprint(jwk),
        })
        .sign(privateKey);
      manifest = [
        { name: MANIFEST_FILE_NAME, bytes },
        {
          name: MANIFEST_SIGNATURE_FILE_NAME,
          bytes: new TextEncoder().encode(`${jws.protected ?? ''}..${jws.signature}`),
        },
      ];
    });

    it('says that it is genuine, and whose it is', async () => {
      const element = await openedArchive([signed, ...manifest], [issuer]);
      expect(words(element, '.authenticity')).to.contain('Unchanged since it was issued');
      expect(words(element, '.authenticity')).to.contain('Test Hospital (https://gateway.example.tw)');
      expect(find(element, '.authenticity').classList.contains('success')).to.equal(true);
      // The manifest only describes the archive, so it must not become a page of the passbook.
      expect(words(element, 'nav')).not.to.contain('META-INF');
      expect(words(element)).to.contain('Penicillin');
    });

    it('warns of changed and added files, but still shows them', async () => {
      const changed = { name: signed.name, bytes: json(lin, { r4: [] }) };
      const added = { name: 'b.json', bytes: json(lin) };
      const element = await openedArchive([changed, added, ...manifest], [issuer]);
      const said = words(element, '.authenticity');
      expect(said).to.contain('Changed since it was issued');
      expect(said).to.match(/Changed: a\.json.*Added: b\.json/);
      expect(find(element, '.authenticity').classList.contains('warning')).to.equal(true);
      expect(element.passbook).not.to.equal(undefined);
    });

    it('makes no statement about an unknown issuer', async () => {
      const element = await openedArchive([signed, ...manifest]);
      const said = words(element, '.authenticity');
      expect(said).to.contain('Signed by an unknown issuer');
      expect(said).to.contain('https://gateway.example.tw');
      expect(said).not.to.contain('Test Hospital');
      expect(find(element, '.authenticity').className.trim()).to.equal('authenticity');
    });
  });

  it('prints chosen pages, each complete, and removes them afterwards', async () => {
    const element = await opened();
    const printed: string[] = [];
    const original = window.print;
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      const titles = [...element.shadowRoot!.querySelectorAll('.paper h3')].map(
        ({ textContent }) => textContent,
      );
      const rows = element.shadowRoot!.querySelectorAll('.paper .row').length;
      const sheets = document.adoptedStyleSheets.flatMap(({ cssRules }) =>
        [...cssRules].map((rule) => rule.cssText),
      );
      printed.push(...titles, String(rows), ...sheets);
      dispatchEvent(new Event('afterprint'));
    };
    try {
      await element.print(['timeline', 'medications']);
    } finally {
      window.print = original;
    }
    expect(printed.slice(0, 2)).to.deep.equal(['Timeline', 'Medications']);
    expect(Number(printed[2])).to.be.greaterThan(50);
    // The style sheet prints the masked ID number on every page as quoted text, which cannot act as CSS.
    expect(printed.slice(3).join()).to.contain('@page');
    expect(document.adoptedStyleSheets).to.deep.equal([]);
    expect(document.querySelector('[data-mhb-printing]')).to.equal(null);
    await element.updateComplete;
    expect(find(element, '.paper')).to.equal(null);
  });

  it('exports a table for a spreadsheet', async () => {
    const element = await opened(wang, { r4: [{ 'r4.1': '20260101', 'r4.2': '=HYPERLINK("x")' }] });
    find(element, '#open-export').click();
    find(element, '[name=format][value=csv]').click();
    await element.updateComplete;
    find<HTMLSelectElement>(element, '#csv-table').value = 'r4';
    element.addEventListener('mhb-passbook-export', (event) => {
      event.preventDefault();
    });
    setTimeout(() => {
      find<HTMLFormElement>(element, '.export').requestSubmit();
    });
    const { file: exported, fileName } = await oneEvent<MhbPassbookExportEvent>(
      element,
      'mhb-passbook-export',
    );
    expect(fileName).to.equal('Allergies.csv');
    expect(await exported.text()).to.contain(`"'=HYPERLINK`);
  });

  it('shows the raw fields of a record with one click', async () => {
    const element = await opened();
    await go(element, 'Allergies');
    find(element, 'button.raw').click();
    await element.updateComplete;
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('r4.2').and.to.contain('健康存摺醫療類_1150416.json');
  });

  it('shows unknown sections unchanged', async () => {
    const element = await opened(wang, { r77: [{ 'r77.1': '新的欄位值' }] });
    await go(element, 'Other data: r77');
    expect(words(element)).to.contain('r77.1').and.to.contain('新的欄位值');
  });

  const vaccine = { r6: [{ 'r6.1': '20250101', 'r6.3': '流感疫苗', 'r6.5': '某診所' }] };

  /**
   * Answers the question to whom a file belongs. `answer` is the position of an existing person in the list, or
   * `new` for a new person.
   */
  async function tellWhose(element: MhbPassbookViewer, answer: number | 'new', name = ''): Promise<void> {
    await waitUntil(() => find(element, '#whose') !== null, 'asks whose it is');
    const choices = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('#whose [name=whose]')];
    expect(
      choices.some(({ checked }) => checked),
      'nothing is chosen beforehand',
    ).to.equal(false);
    const choice = answer === 'new' ? choices.at(-1)! : choices[answer]!;
    choice.checked = true;
    if (name !== '') find<HTMLInputElement>(element, '#new-member').value = name;
    find<HTMLFormElement>(element, '#whose').requestSubmit();
  }

  it('asks who owns a file with only a masked number, adds the file, and says how much is new', async () => {
    const element = await opened(wang);
    const reading = element.open([file(json(wang, vaccine), 'b.json')]);
    await waitUntil(() => find(element, '#whose') !== null, 'asks whose it is');
    expect(words(element, '#whose')).to.match(/\d+ records are the same/);
    await expect(element).to.be.accessible();
    await tellWhose(element, 0);
    expect(await reading).to.equal(true);
    await element.updateComplete;
    expect(words(element, '[role=status].visually-hidden')).to.match(/1 records? (are|is) new/);
    expect(words(element, '#news')).to.contain('1 new record').and.to.contain('Vaccinations: 1');
  });

  it('keeps people with the same mask apart, and reports contradictions before joining', async () => {
    const element = await opened(wang, { r1: [{ 'r1.4': '甲診所', 'r1.5': '20260105' }] });
    const sibling = new TextEncoder().encode(
      JSON.stringify({
        myhealthbank: {
          bdata: { 'b1.1': 'A12345****', 'b1.2': '20260416', r1: [{ 'r1.4': '乙診所', 'r1.5': '20260105' }] },
        },
      }),
    );
    const reading = element.open([file(sibling, 'sibling.json')]);
    await waitUntil(() => find(element, '#whose') !== null, 'asks whose it is');
    expect(words(element, '#whose .against')).to.contain('have no record in common');
    const told: string[] = [];
    for (const name of ['mhb-passbook-close', 'mhb-passbook-open'])
      element.addEventListener(name, () => told.push(name));
    await tellWhose(element, 'new', '弟弟');
    expect(await reading).to.equal(true);
    expect(element.passbook!.sections.r1.map(({ serviceProvider }) => serviceProvider.name)).to.deep.equal([
      '乙診所',
    ]);
    expect(told).to.deep.equal(['mhb-passbook-close', 'mhb-passbook-open']);
    const bar = find<HTMLSelectElement>(element, '#member');
    expect([...bar.options].map(({ text }) => text.trim())).to.deep.equal([
      'A12345****',
      '弟弟 (A12345****)',
    ]);
    // Switch back to the first person.
    bar.value = bar.options[0]!.value;
    setTimeout(() => bar.dispatchEvent(new Event('change')));
    const { passbook } = await oneEvent<MhbPassbookOpenEvent>(element, 'mhb-passbook-open');
    expect(passbook.sections.r1.map(({ serviceProvider }) => serviceProvider.name))
      .to.contain('甲診所')
      .and.not.to.contain('乙診所');
  });

  it('keeps another person’s file apart without a question if the masks differ', async () => {
    const element = await opened(lin);
    expect(await element.open([file(json(wang), 'w.json')])).to.equal(true);
    expect(element.passbook!.subjectId).to.equal('A12345****');
    expect(find<HTMLSelectElement>(element, '#member').options.length).to.equal(2);
  });

  it('asks nothing if the ID number that opens the archives identifies the person', async () => {
    const archive = async (more: object, name: string) => {
      const zip = await sealArchive([{ name, bytes: json(wang, more) }], {
        password: wang.nationalId,
        method: 'aes-256',
      });
      return { name: `${name}.zip`, content: new Blob([zip.slice()]) };
    };
    const element = await viewer();
    const first = element.open([await archive({}, 'a.json')]);
    await unlock(element, wang.nationalId);
    expect(await first).to.equal(true);
    const second = element.open([await archive(vaccine, 'b.json')]);
    await unlock(element, wang.nationalId);
    expect(await second).to.equal(true);
    expect(element.passbook!.downloads.length).to.equal(2);
  });

  it('moves a file to another person, and undoes the move', async () => {
    const element = await opened(wang);
    const reading = element.open([file(json(wang, vaccine), 'b.json')]);
    await tellWhose(element, 0);
    await reading;
    const joined = element.passbook;
    find(element, '#members-open').click();
    await expect(element).to.be.accessible();
    const [, last] = [...element.shadowRoot!.querySelectorAll<HTMLSelectElement>('#members li select')];
    last!.value = 'new';
    setTimeout(() => last!.dispatchEvent(new Event('change')));
    await oneEvent(element, 'mhb-passbook-open');
    expect(element.passbook!.downloads.map(({ file: name }) => name)).to.deep.equal(['b.json']);
    await element.updateComplete;
    setTimeout(() => find(element, '#undo').click());
    await oneEvent(element, 'mhb-passbook-open');
    expect(element.passbook).to.deep.equal(joined);
    // Only the move is undone; the file stays open.
    expect(find(element, '#member')).to.equal(null);
  });

  it('names the years that no download covers', async () => {
    const at = (day: string): Uint8Array =>
      new TextEncoder().encode(
        JSON.stringify({
          myhealthbank: {
            bdata: { 'b1.1': 'A12345****', 'b1.2': day, r1: [{ 'r1.4': '甲診所', 'r1.5': day }] },
          },
        }),
      );
    const element = await viewer();
    expect(await element.open([file(at('20190601'), 'a.json')])).to.equal(true);
    const reading = element.open([file(at('20230601'), 'b.json')]);
    await tellWhose(element, 0);
    await reading;
    await element.updateComplete;
    expect(words(element, '#gaps')).to.contain('No download covers').and.to.contain('2022');
  });

  it('explains what is wrong with a file that is not a passbook', async () => {
    const element = await viewer();
    expect(await element.open([file(new TextEncoder().encode('hello'), 'hello.txt')])).to.equal(false);
    await waitUntil(() => find(element, '[role=alert] code') !== null);
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

  it('tells the page where the person is, and lets the page open another place', async () => {
    const element = await opened();
    setTimeout(() => void go(element, 'Allergies'));
    const { section } = await oneEvent<MhbSectionChangeEvent>(element, 'mhb-section-change');
    expect(section).to.equal('allergies');
    expect(element.getAttribute('section')).to.equal('allergies');
    element.section = 'premium-billing';
    await element.updateComplete;
    expect(words(element, '#section-title')).to.equal('Insurance: card and premiums');
    element.section = 'nowhere';
    await element.updateComplete;
    expect(words(element, '#section-title')).to.equal('At a glance');
  });

  it('ends a search when the page opens another section', async () => {
    const element = await opened();
    const field = find<HTMLInputElement>(element, '#search');
    field.value = 'PENICILLIN';
    field.dispatchEvent(new Event('input'));
    await waitUntil(() => find(element, '.hits') !== null, 'finds');
    element.view = { page: 1 };
    element.section = 'r7';
    await element.updateComplete;
    expect(words(element, '#section-title')).to.equal('Laboratory results');
    expect(element.view).to.deep.include({ section: 'r7', search: '', page: 0 });
    expect(element.getAttribute('section')).to.equal('r7');
    element.setAttribute('section', 'r4');
    await element.updateComplete;
    expect(words(element, '#section-title')).to.equal('Allergies');
  });

  it('searches everything while the person types, marks the hits and opens the record', async () => {
    const element = await opened();
    const field = find<HTMLInputElement>(element, '#search');
    field.value = 'PENICILLIN';
    field.dispatchEvent(new Event('input'));
    await waitUntil(() => find(element, '.hits') !== null, 'finds');
    expect(words(element)).to.contain('1 match found.').and.to.contain('Allergies');
    expect(words(element, 'mark')).to.equal('Penicillin');
    find(element, '.hits button.raw').click();
    await element.updateComplete;
    expect(find<HTMLDialogElement>(element, '#raw').open).to.equal(true);
    find<HTMLDialogElement>(element, '#raw').close();
    field.value = 'nowhere to be found';
    field.dispatchEvent(new Event('input'));
    await waitUntil(() => words(element).includes('Nothing was found.'), 'finds nothing');
    await go(element, 'Visits');
    expect(field.value).to.equal('');
  });

  it('shows the whole history by day, and filters it by kind and facility', async () => {
    const element = await opened();
    await go(element, 'Timeline');
    await waitUntil(() => find(element, '.filters') !== null, 'tells');
    const [period, kind, facility] =
      element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.filters select');
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
    for (const select of [kind!, facility!]) {
      select.value = '';
      select.dispatchEvent(new Event('change'));
      await element.updateComplete;
    }
    period!.value = '2025';
    period!.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const days = [...element.shadowRoot!.querySelectorAll<HTMLTimeElement>('.content .when time')];
    expect([...new Set(days.map(({ dateTime }) => dateTime.slice(0, 4)))]).to.deep.equal(['2025']);
  });

  it('exports an archive with a chosen password, which can be opened again', async () => {
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
    it(`exports ${format}`, async () => {
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

  it('exports in the chosen language, and names the person only on request', async () => {
    const element = await opened();
    const bundleOf = async (): Promise<string> => {
      setTimeout(() => {
        find<HTMLFormElement>(element, '.export').requestSubmit();
      });
      const exported = await oneEvent<MhbPassbookExportEvent>(element, 'mhb-passbook-export');
      return exported.file.text();
    };
    element.addEventListener('mhb-passbook-export', (event) => {
      event.preventDefault();
    });
    find(element, '#open-export').click();
    find(element, '[name=format][value=ips]').click();
    await element.updateComplete;
    find<HTMLSelectElement>(element, '#fhir-language').value = 'en';
    const nameless = await bundleOf();
    expect(nameless).to.contain('Patient summary from My Health Bank');
    expect(nameless).not.to.contain('official');

    find(element, '#open-export').click();
    find(element, '#name-me').click();
    await element.updateComplete;
    find<HTMLInputElement>(element, '#identity-name').value = '林美玲';
    find<HTMLInputElement>(element, '#identity-id').value = 'F120470317';
    find<HTMLFormElement>(element, '.export').requestSubmit();
    await waitUntil(() => words(element, '#export-error').includes('belongs to another person'));
    find<HTMLInputElement>(element, '#identity-id').value = '';
    find<HTMLInputElement>(element, '#identity-birth-date').value = '47/3/9';
    const named = await bundleOf();
    expect(named).to.contain('林美玲');
    expect(named).to.contain('1958-03-09');
  });

  it('exports a workbook', async () => {
    const element = await opened();
    find(element, '#open-export').click();
    find(element, '[name=format][value=xlsx]').click();
    await element.updateComplete;
    element.addEventListener('mhb-passbook-export', (event) => {
      event.preventDefault();
    });
    setTimeout(() => {
      find<HTMLFormElement>(element, '.export').requestSubmit();
    });
    const { file: workbook, fileName } = await oneEvent<MhbPassbookExportEvent>(
      element,
      'mhb-passbook-export',
    );
    expect(fileName).to.match(/\.xlsx$/);
    expect([...new Uint8Array(await workbook.slice(0, 2).arrayBuffer())]).to.deep.equal([0x50, 0x4b]);
  });

  it('deletes everything when it is closed', async () => {
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

  it('expands collapsed parts for printing, and collapses them again', async () => {
    const element = await opened();
    const folded = () => element.shadowRoot!.querySelectorAll('details:not([open])').length;
    const visits = folded();
    dispatchEvent(new Event('beforeprint'));
    expect(folded(), 'the overview is a summary').to.equal(visits);
    dispatchEvent(new Event('afterprint'));
    await go(element, 'Visits');
    dispatchEvent(new Event('beforeprint'));
    expect(folded()).to.equal(0);
    dispatchEvent(new Event('afterprint'));
    expect(element.shadowRoot!.querySelectorAll('details[open]').length).to.equal(0);
  });

  it('prints neither buttons nor navigation, but the disclaimer', async function () {
    // Only Chromium's protocol can emulate media types.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
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
    for (const title of [
      'Overview',
      'Visits',
      'Medications',
      'Laboratory',
      'Dental',
      'Prevention',
      'Insurance',
    ]) {
      await go(element, title);
      expect(document.documentElement.scrollWidth, title).to.be.at.most(320);
    }
    await setViewport({ width: 800, height: 600 });
  });
});
