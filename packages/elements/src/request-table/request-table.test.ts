import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import '@mhb-kit/elements/define/request-table';
import type { MhbDownloadEvent, MhbOpenArchiveEvent, MhbRequestCreatedEvent } from '@mhb-kit/elements';
import type { MhbRequestTable } from '@mhb-kit/elements/request-table';
import { InMemoryGatewayClient, type InMemoryClientOptions } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';

const now = new Date('2015-05-27T10:00:00+08:00');
const clock = (): Date => now;
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

function signedIn(options: Partial<InMemoryClientOptions> = {}): InMemoryGatewayClient {
  const client = new InMemoryGatewayClient({ people, clock, ...options });
  client.signIn(lin);
  return client;
}

async function table(client: InMemoryGatewayClient, lang = 'zh-Hant'): Promise<MhbRequestTable> {
  const element = await fixture<MhbRequestTable>(
    html`<mhb-request-table lang=${lang} .client=${client} .clock=${clock}></mhb-request-table>`,
  );
  await waitUntil(() => element.shadowRoot!.querySelector('.spinner') === null, 'loaded');
  return element;
}

const find = <T extends HTMLElement>(element: MhbRequestTable, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const all = (element: MhbRequestTable, selector: string): HTMLInputElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>(selector),
];
const words = (element: MhbRequestTable): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');
const press = async (element: MhbRequestTable, selector: string): Promise<void> => {
  find(element, selector).click();
  await element.updateComplete;
};

/** The gateway's own mouth: what was asked of it. */
function spyOnArchives(client: InMemoryGatewayClient): unknown[] {
  const asked: unknown[] = [];
  const create = client.createArchive.bind(client);
  client.createArchive = (requestId, selection, options) => {
    asked.push(selection);
    return create(requestId, selection, options);
  };
  return asked;
}

describe('<mhb-request-table>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const client = signedIn();
      client.addRequest(daysAgo(3));
      client.addRequest(now);
      const element = await table(client);
      element.theme = theme;
      all(element, 'input[name=mode-outpatient]')[1]!.click();
      await press(element, '#download');
      await expect(element).to.be.accessible();
    });
  }

  it('asks to log in first', async () => {
    expect(words(await table(new InMemoryGatewayClient({ people })))).to.contain('請先登入');
  });

  it('says 無資料 before any request, and shows progress and results after', async () => {
    const client = signedIn({ stepMs: 15 });
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

  it('means by everything also what is still on its way', async () => {
    const client = signedIn({ stepMs: 1 });
    const watch = client.watchRequest.bind(client);
    let goOn = (): void => undefined;
    const pressed = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    // The first that there is stays all there is until everything was asked for.
    client.watchRequest = async function* (id, options) {
      for await (const request of watch(id, options)) {
        yield request;
        if (request.sections.some(({ status }) => status === 'available')) await pressed;
      }
    };
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

  it('shows windows in ROC dates, in western ones where asked, and counts down to erasure', async () => {
    const client = signedIn();
    client.addRequest(now);
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

  it('refuses to download nothing', async () => {
    const client = signedIn();
    client.addRequest(now);
    const element = await table(client);
    await press(element, '#download');
    expect(find(element, '.bar [role=alert]').textContent).to.equal('請先「勾選」下載資料');
  });

  it('selects every downloadable row, merged, in one press', async () => {
    const client = signedIn();
    const request = client.addRequest(now);
    const asked = spyOnArchives(client);
    const element = await table(client);
    await press(element, '#select-all');
    const available = request.sections.filter(({ status }) => status === 'available');
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
    expect(asked).to.deep.equal([available.map(({ category }) => ({ category }))]);
  });

  it('offers single months of a △ row', async () => {
    const client = signedIn();
    client.addRequest(now);
    const asked = spyOnArchives(client);
    const element = await table(client);
    all(element, 'input[name=mode-outpatient]')[1]!.click();
    await element.updateComplete;
    const months = all(element, '.months input');
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
    expect(asked).to.deep.equal([[{ category: 'outpatient', months: ['2014-05', '2014-07'] }]]);
  });

  it('shows progress and can be cancelled', async () => {
    const client = signedIn();
    client.addRequest(now);
    const element = await table(client);
    await press(element, '#select-all');
    let saved = false;
    element.addEventListener('mhb-download', () => (saved = true));
    client.downloadArchive = (_archive, { signal, onProgress } = {}) =>
      new Promise((_resolve, reject) => {
        onProgress?.({ loaded: 40, total: 100 });
        signal?.addEventListener('abort', () => {
          reject(new DOMException('', 'AbortError'));
        });
      });
    find(element, '#download').click();
    await waitUntil(() => words(element).includes('下載中 40%'), 'shows how far it is');
    await press(element, '#cancel');
    await waitUntil(() => words(element).includes('已取消下載。'), 'says that it was cancelled');
    expect(saved).to.equal(false);
  });

  it('hands the archive to whoever reads it', async () => {
    const client = signedIn();
    client.addRequest(now);
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

  it('shows an earlier request by its magnifier, and that an old one was erased', async () => {
    const client = signedIn();
    for (const days of [0, 3, 12]) client.addRequest(daysAgo(days));
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
    expect(words(element)).to.contain('104/5/15 申請的資料已超過 7 天的下載期限');
  });

  it('says that the gateway is down and tries again', async () => {
    const client = signedIn({ failures: { listRequests: { code: 'gateway-unreachable' } } });
    const element = await table(client);
    expect(find(element, '[role=alert] code').textContent).to.equal('gateway-unreachable');
    client.failures = {};
    await press(element, '[role=alert] button');
    await waitUntil(() => words(element).includes('~ 無資料 ~'), 'recovered');
  });

  it('forgets everything when the person logs out', async () => {
    const client = signedIn();
    client.addRequest(now);
    const element = await table(client);
    await client.logout();
    await element.updateComplete;
    expect(words(element)).to.contain('請先登入').and.not.to.contain('可下載');
  });

  for (const [moment, hold] of [
    ['sealed', 'createArchive'],
    ['downloaded', 'downloadArchive'],
  ] as const) {
    it(`hands nothing over that is ${moment} after the person has left, and calls it nobody's cancelling`, async () => {
      const client = signedIn();
      client.addRequest(now);
      const element = await table(client);
      let finish: () => void = () => undefined;
      let asked = false;
      const sealed = { id: 'a', requestId: 'r', fileName: 'a.zip', byteLength: 1, sha256: '', expiresAt: '' };
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      // Both ignore the signal, as an answer does that has just arrived.
      client.createArchive = async () => {
        asked = hold === 'createArchive';
        if (asked) await held;
        return sealed;
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
      client.signIn(people[1]!);
      client.addRequest(now);
      finish();
      await aTimeout(20);
      expect(handedOver).to.equal(false);
      await waitUntil(() => element.shadowRoot!.querySelector('#download') !== null, 'shows the next person');
      expect(words(element)).not.to.contain('已取消下載。').and.not.to.contain('下載中');
    });
  }

  it('speaks English', async () => {
    const client = signedIn();
    client.addRequest(now);
    expect(words(await table(client, 'en'))).to.contain('Results of the request of May 27, 2015.');
  });

  it('fits a page 320 pixels wide', async () => {
    await setViewport({ width: 320, height: 640 });
    const client = signedIn();
    client.addRequest(now);
    await table(client);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
});
