import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { openArchive } from '@mhb-kit/core/archive';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { readPassbook } from '@mhb-kit/core/passbook';
import { defaultCatalogue, type Category, type DataRequest } from '@mhb-kit/core/request';
import '@mhb-kit/elements/define/request-table';
import type { MhbDownloadEvent, MhbOpenArchiveEvent, MhbRequestCreatedEvent } from '@mhb-kit/elements';
import type { MhbRequestTable } from '@mhb-kit/elements/request-table';
import {
  inMemoryGateway,
  inventedRecords,
  logIn,
  type InMemoryGateway,
  type InMemoryGatewayOptions,
} from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

const now = new Date('2015-05-27T10:00:00+08:00');
const clock = (): Date => now;
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

interface Page {
  readonly gateway: InMemoryGateway;
  readonly client: GatewayClient;
}

async function signedIn(options: InMemoryGatewayOptions = {}): Promise<Page> {
  const gateway = inMemoryGateway({ people, clock, ...options });
  const client = createGatewayClient(gateway);
  await logIn(client, lin);
  return { gateway, client };
}

/**
 * Logs in a person who made one request for each entry in `days`, that many days ago. Returns the requests in the
 * same order.
 */
async function withRequests(
  ...days: readonly number[]
): Promise<Page & { readonly requests: readonly DataRequest[] }> {
  const page = await signedIn();
  const requests = [];
  for (const day of days) requests.push(await page.gateway.addRequest(lin, daysAgo(day)));
  return { ...page, requests };
}

async function table(client: GatewayClient, lang = 'zh-Hant'): Promise<MhbRequestTable> {
  const element = await fixture<MhbRequestTable>(
    html`<mhb-request-table lang=${lang} .client=${client} .clock=${clock}></mhb-request-table>`,
  );
  await waitUntil(() => element.shadowRoot!.querySelector('.spinner') === null, 'loaded');
  return element;
}

const all = (element: MhbRequestTable, selector: string): HTMLInputElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>(selector),
];
const press = async (element: MhbRequestTable, selector: string): Promise<void> => {
  find(element, selector).click();
  await element.updateComplete;
};

/** Returns the selections for which the page has asked the gateway to create archives. */
const sealed = (gateway: InMemoryGateway): unknown[] =>
  gateway.calls
    .filter(({ operation }) => operation === 'POST /v1/requests/{id}/archives')
    .map(({ body }) => (body as { readonly selection: unknown }).selection);

describe('<mhb-request-table>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const { client } = await withRequests(3, 0);
      const element = await table(client);
      element.theme = theme;
      all(element, 'input[name=mode-outpatient]')[1]!.click();
      await press(element, '#download');
      await expect(element).to.be.accessible();
    });
  }

  it('requires a login first', async () => {
    expect(words(await table(createGatewayClient(inMemoryGateway({ people }))))).to.contain('請先登入');
  });

  it('shows 無資料 before any request, and progress and results afterwards', async () => {
    const { client } = await signedIn({ categoryMs: 15 });
    const element = await table(client);
    expect(words(element)).to.contain('~ 無資料 ~');
    setTimeout(() => {
      find(element, '#apply').click();
    });
    const { request } = await oneEvent<MhbRequestCreatedEvent>(element, 'mhb-request-created');
    expect(request.status).to.equal('accepted');
    await element.updateComplete;
    expect(words(element)).to.contain('資料處理中，請於10分鐘後點選「重新整理」按鈕，查看申請結果！');
    await waitUntil(() => find<HTMLProgressElement>(element, '.progress progress')?.value > 0, 'progresses');
    await waitUntil(() => find(element, '.progress') === null, 'finishes');
    expect(words(element)).to.contain('以下為 104/5/27 申請結果資料，可下載期間為 104/5/27 至 104/6/3。');
    expect(all(element, 'tr.available').length).to.be.greaterThan(5);
  });

  it('shows the categories and windows of the gateway’s catalogue, in the language of the page', async () => {
    const own: Category = {
      id: 'care-visits',
      class: 'medical',
      label: { 'zh-Hant': '居家照護紀錄', en: 'Home care visits' },
      monthly: false,
      window: { kind: 'all' },
      sections: ['care-visits'],
    };
    const source = inventedRecords(people, clock);
    const gateway = inMemoryGateway({
      people,
      clock,
      catalogue: [
        ...defaultCatalogue.map((each): Category =>
          each.id === 'dental' ? { ...each, window: { kind: 'since', date: '2010-01-01' } } : each,
        ),
        own,
      ],
      recordSource: {
        records: (query) => {
          if (query.category.id !== own.id) return source.records(query);
          query.onLeftOut?.([{ type: 'DocumentReference', reason: 'unreadable', count: 3 }]);
          return Promise.resolve({ 'care-visits': [{ day: '1040505', nurse: '李護理師' }] });
        },
      },
    });
    const client = createGatewayClient(gateway);
    await logIn(client, lin);
    await gateway.addRequest(lin, now);
    for (const [lang, label, since, missed] of [
      ['zh-Hant', '居家照護紀錄', '099/01/01', '另有 3 筆無法讀取'],
      ['en', 'Home care visits', 'Jan 1, 2010', '3 more could not be read'],
    ] as const) {
      const element = await table(client, lang);
      const row = find(element, 'input[name=care-visits]').closest('tr')!;
      expect(row.textContent).to.contain(label);
      // The row says how many records could not be read.
      expect(row.textContent).to.contain(missed);
      const dental = find(element, '#name-dental').closest('tr')!;
      expect(dental.querySelector('.window')!.textContent).to.contain(since);
    }
  });

  it('selects categories that are still being fetched when everything is selected', async () => {
    let goOn = (): void => undefined;
    const pressed = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const source = inventedRecords(people, clock);
    let categories = 0;
    const { client } = await signedIn({
      recordSource: {
        // Only the first category delivers its records before the test selects everything.
        async records(query) {
          categories += 1;
          if (categories > 1) await pressed;
          return source.records(query);
        },
      },
    });
    const element = await table(client);
    await press(element, '#apply');
    const ticked = (): number => all(element, 'td.tick input:checked').length;
    await waitUntil(() => all(element, 'tr.available').length > 0, 'brings something');
    await press(element, '#select-all');
    expect(find(element, '.progress'), 'goes on').not.to.equal(null);
    const first = ticked();
    goOn();
    await waitUntil(() => find(element, '.progress') === null, 'finishes');
    expect(ticked()).to.be.greaterThan(first);
    expect(ticked()).to.equal(all(element, 'tr.available').length);
    expect(find<HTMLInputElement>(element, '#select-all').checked).to.equal(true);
    await press(element, 'td.tick input');
    expect(ticked()).to.equal(all(element, 'tr.available').length - 1);
  });

  it('shows windows in ROC dates or, on request, Gregorian ones, and counts down to the deletion', async () => {
    const { client } = await withRequests(0);
    const element = await table(client);
    const billing = find(element, '[name=premium-billing]').closest('tr')!;
    expect(billing.querySelector('.window')!.textContent.replace(/\s+/g, ' ')).to.contain(
      '103/05/01 至 104/04/30',
    );
    expect(words(element)).to.contain('距離資料刪除還有 7 天 14 小時');
    element.calendar = 'gregorian';
    await element.updateComplete;
    expect(billing.textContent).to.contain('2014/05/01');
  });

  it('refuses an empty download', async () => {
    const { client } = await withRequests(0);
    const element = await table(client);
    await press(element, '#download');
    expect(find(element, '.bar [role=alert]').textContent).to.equal('請先「勾選」下載資料');
  });

  it('selects every downloadable row, merged, with one press', async () => {
    const { gateway, client, requests } = await withRequests(0);
    const element = await table(client);
    await press(element, '#select-all');
    const available = requests[0]!.sections.filter(({ status }) => status === 'available');
    expect(all(element, 'td.tick input:checked').length).to.equal(available.length);
    element.addEventListener('mhb-download', (event) => {
      event.preventDefault();
    });
    setTimeout(() => {
      find(element, '#download').click();
    });
    const { archive, fileName } = await oneEvent<MhbDownloadEvent>(element, 'mhb-download');
    expect(fileName).to.equal('健康存摺_1040527.zip');
    expect(new Uint8Array(await archive.slice(0, 2).arrayBuffer())).to.deep.equal(Uint8Array.of(0x50, 0x4b));
    expect(sealed(gateway)).to.deep.equal([available.map(({ category }) => ({ category }))]);
  });

  it('offers single months for a △ row', async () => {
    const { gateway, client, requests } = await withRequests(0);
    const element = await table(client);
    all(element, 'input[name=mode-outpatient]')[1]!.click();
    await element.updateComplete;
    const months = all(element, '.months input');
    const offered = requests[0]!.sections.find(({ category }) => category === 'outpatient')!.months;
    expect(months.length).to.equal(offered.length);
    months[2]!.click();
    months[0]!.click();
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '[name=outpatient]').indeterminate).to.equal(true);
    element.addEventListener('mhb-download', (event) => {
      event.preventDefault();
    });
    setTimeout(() => {
      find(element, '#download').click();
    });
    await oneEvent(element, 'mhb-download');
    expect(sealed(gateway)).to.deep.equal([[{ category: 'outpatient', months: [offered[0], offered[2]] }]]);
  });

  it('shows progress and can be canceled', async () => {
    const { gateway, client } = await signedIn({ downloadPieceMs: 40 });
    await gateway.addRequest(lin, now);
    const element = await table(client);
    await press(element, '#select-all');
    let saved = false;
    element.addEventListener('mhb-download', () => (saved = true));
    find(element, '#download').click();
    await waitUntil(() => /下載中 [1-9]\d?%/.test(words(element)), 'shows how far it is');
    await press(element, '#cancel');
    await waitUntil(() => words(element).includes('已取消下載。'), 'says that it was cancelled');
    expect(saved).to.equal(false);
  });

  it('passes the archive on to be opened', async () => {
    const { client } = await withRequests(0);
    const element = await table(client);
    await press(element, '#select-all');
    element.addEventListener('mhb-open-archive', (event) => {
      event.preventDefault();
    });
    setTimeout(() => {
      find(element, '#open').click();
    });
    const event = await oneEvent<MhbOpenArchiveEvent>(element, 'mhb-open-archive');
    expect(event.bubbles && event.composed).to.equal(true);
    expect(event.archive.size).to.be.greaterThan(100);
    await waitUntil(() => words(element).includes('已在檢視器開啟'), 'says so');
  });

  describe('one press', () => {
    /** Presses 看我的健康存摺, and returns the event that passes the archive to the viewer. */
    async function read(element: MhbRequestTable): Promise<MhbOpenArchiveEvent> {
      element.addEventListener('mhb-open-archive', (event) => {
        event.preventDefault();
      });
      setTimeout(() => {
        find(element, '#read').click();
      });
      return oneEvent<MhbOpenArchiveEvent>(element, 'mhb-open-archive');
    }
    const asked = (gateway: InMemoryGateway, operation: string): number =>
      gateway.calls.filter((each) => each.operation === operation).length;

    it('requests, waits, opens everything without a password, and collapses the table', async () => {
      const { gateway, client } = await signedIn({ categoryMs: 5 });
      const element = await table(client);
      const { archive, fileName } = await read(element);
      expect(fileName).to.equal('健康存摺_1040527.zip');
      const opened = await openArchive(archive);
      expect(opened.isEncrypted).to.equal(false);
      const { passbook } = await readPassbook(await opened.files());
      expect(passbook.sections.r1.length).to.be.greaterThan(0);
      expect(asked(gateway, 'POST /v1/requests')).to.equal(1);
      expect(asked(gateway, 'POST /v1/requests/{id}/archives')).to.equal(0);
      await waitUntil(() => words(element).includes('已在檢視器開啟。'), 'says so');
      await waitUntil(() => !find<HTMLDetailsElement>(element, '.choosing').open, 'folds');
      await expect(element).to.be.accessible();
    });

    it('does not repeat a request made on the same day', async () => {
      const { gateway, client } = await withRequests(0);
      await read(await table(client));
      expect(asked(gateway, 'POST /v1/requests')).to.equal(0);
      const yesterday = await withRequests(1);
      await read(await table(yesterday.client));
      expect(asked(yesterday.gateway, 'POST /v1/requests')).to.equal(1);
    });

    it('reports that there is nothing, and that there is no viewer', async () => {
      const { client } = await signedIn({ recordSource: { records: () => Promise.resolve({}) } });
      const element = await table(client);
      await press(element, '#read');
      await waitUntil(() => words(element).includes('這次申請沒有任何資料。'), 'says that there is nothing');
      const other = await withRequests(0);
      const alone = await table(other.client);
      await press(alone, '#read');
      await waitUntil(() => words(alone).includes('這個頁面無法直接檢視內容'), 'says that nobody reads');
      expect(find<HTMLDetailsElement>(alone, '.choosing').open).to.equal(true);
    });

    for (const operation of [
      'POST /v1/requests',
      'GET /v1/requests/{id}',
      'POST /v1/requests/{id}/renderings',
    ] as const) {
      it(`continues automatically when the network is back after ${operation}`, async () => {
        const { gateway, client } = await signedIn();
        const element = await table(client);
        gateway.fail(operation, 'gateway-unreachable');
        if (operation === 'GET /v1/requests/{id}')
          gateway.fail('GET /v1/requests/{id}/events', 'gateway-unreachable');
        const reading = read(element);
        await waitUntil(() => words(element).includes('網路恢復後會自動繼續。'), 'says what it waits for');
        gateway.recover();
        window.dispatchEvent(new Event('online'));
        expect((await reading).archive.size).to.be.greaterThan(100);
        expect(find(element, '[role=alert] code')).to.equal(null);
      });
    }

    it('passes nothing on after the person has left', async () => {
      const { gateway, client } = await withRequests(0);
      const element = await table(client);
      const held = gateway.hold('POST /v1/requests/{id}/renderings');
      let handed = false;
      element.addEventListener('mhb-open-archive', () => (handed = true));
      await press(element, '#read');
      await held.asked;
      await client.logout();
      held.release();
      await gateway.addRequest(people[1]!, now);
      await logIn(client, people[1]!);
      await waitUntil(() => find(element, '#read') !== null, 'shows the next person');
      expect(handed).to.equal(false);
      expect(words(element)).not.to.contain('正在開啟');
    });
  });

  it('shows an earlier request with its magnifier, and that an old one was deleted', async () => {
    const { client } = await withRequests(0, 3, 12);
    const element = await table(client);
    const magnifiers = all(element, '.history button');
    expect(magnifiers.map((button) => button.getAttribute('aria-label'))).to.deep.equal([
      '查看 104/05/24 的申請結果',
      '查看 104/05/15 的申請結果',
    ]);
    magnifiers[0]!.click();
    await element.updateComplete;
    expect(words(element)).to.contain('以下為 104/5/24 申請結果資料，可下載期間為 104/5/24 至 104/5/31。');
    all(element, '.history button')[1]!.click();
    await element.updateComplete;
    expect(words(element)).to.contain('104/5/15 申請的資料已經超過 7 天的下載期限');
  });

  it('reports that the gateway is unavailable and tries again', async () => {
    const { gateway, client } = await signedIn();
    gateway.fail('GET /v1/requests', 'gateway-unreachable');
    const element = await table(client);
    expect(find(element, '[role=alert] code').textContent).to.equal('gateway-unreachable');
    gateway.recover();
    await press(element, '[role=alert] button');
    await waitUntil(() => words(element).includes('~ 無資料 ~'), 'recovered');
  });

  it('deletes everything when the person logs out', async () => {
    const { client } = await withRequests(0);
    const element = await table(client);
    await client.logout();
    await element.updateComplete;
    expect(words(element)).to.contain('請先登入').and.not.to.contain('可下載');
  });

  for (const [moment, hold] of [
    ['sealed', 'createArchive'],
    ['downloaded', 'downloadArchive'],
  ] as const) {
    it(`passes on nothing that is ${moment} after the person has left, and does not report a cancellation`, async () => {
      const { gateway, client } = await withRequests(0);
      const element = await table(client);
      let finish: () => void = () => undefined;
      let asked = false;
      const archive = {
        id: 'a',
        requestId: 'r',
        fileName: 'a.zip',
        byteLength: 1,
        sha256: '',
        expiresAt: '',
      };
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      // Both functions ignore the abort signal, as if the response had just arrived.
      client.createArchive = async () => {
        asked = hold === 'createArchive';
        if (asked) await held;
        return archive;
      };
      client.downloadArchive = async () => {
        asked = true;
        await held;
        return new Blob(['x']);
      };
      let handedOver = false;
      element.addEventListener('mhb-download', (event) => {
        event.preventDefault();
        handedOver = true;
      });
      await press(element, '#select-all');
      await press(element, '#download');
      await waitUntil(() => asked, 'is under way');
      await client.logout();
      finish();
      await gateway.addRequest(people[1]!, now);
      await logIn(client, people[1]!);
      await waitUntil(() => element.shadowRoot!.querySelector('#download') !== null, 'shows the next person');
      expect(handedOver).to.equal(false);
      expect(words(element)).not.to.contain('已取消下載。').and.not.to.contain('下載中');
    });
  }

  it('speaks English', async () => {
    const { client } = await withRequests(0);
    expect(words(await table(client, 'en'))).to.contain('Results of your request made on May 27, 2015.');
  });

  for (const lang of ['zh-Hant', 'en'])
    it(`keeps its results within its frame in a column of any width, in ${lang}`, async () => {
      const element = await table((await withRequests(1)).client, lang);
      const { parentElement } = find(element, 'table');
      const cells = all(element, 'tbody :is(th, td, td *)');
      await setViewport({ width: 1280, height: 640 });
      const tooWide = [];
      for (let width = 180; width <= 1_100; width += 40) {
        element.style.width = `${width}px`;
        const edge = parentElement!.getBoundingClientRect().right;
        if (cells.some((cell) => cell.getBoundingClientRect().right > edge + 1)) tooWide.push(width);
      }
      element.style.width = '260px';
      const dates = find(element, 'td.window').getBoundingClientRect();
      await setViewport({ width: 800, height: 600 });
      expect(tooWide).to.deep.equal([]);
      // The dates must take only two or three lines, instead of breaking after every few letters.
      expect(dates.height).to.be.below(110);
    });

  it('fits a page 320 pixels wide', async () => {
    await setViewport({ width: 320, height: 640 });
    const { client } = await withRequests(0);
    await table(client);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
});
