import { expect, fixture, html } from '@open-wc/testing';
import { createGatewayClient, type LocalizedText, type OperatorContent } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/announcements';
import type { MhbAnnouncements } from '@mhb-kit/elements/announcements';
import { inMemoryGateway, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { waitUntil } from '../../../../test/wait-until.js';
import { words } from '../../test/harness.js';

const said = (zh: string, en: string): LocalizedText => ({
  'zh-Hant': {
    language: 'zh-Hant',
    title: zh,
    blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: `${zh}。` }] }],
  },
  en: {
    language: 'en',
    title: en,
    blocks: [
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'See ', strong: true },
          {
            kind: 'link',
            href: 'https://example.tw/',
            content: [{ kind: 'text', text: 'the notice' }],
          },
          { kind: 'link', href: 'javascript:alert(1)', content: [{ kind: 'text', text: 'no link' }] },
        ],
      },
    ],
  },
});

const content: OperatorContent = {
  announcements: [
    {
      id: 'down',
      publishedOn: '2026-04-10',
      until: null,
      important: true,
      text: said('系統維護', 'Maintenance'),
    },
    { id: 'old', publishedOn: '2026-01-05', until: null, important: false, text: said('瀏覽器', 'Browsers') },
  ],
  pages: {},
};

async function announcements(gateway: InMemoryGateway): Promise<MhbAnnouncements> {
  const element = await fixture<MhbAnnouncements>(
    html`<mhb-announcements lang="en" .client=${createGatewayClient(gateway)}></mhb-announcements>`,
  );
  await waitUntil(() => !words(element).includes('Loading'), 'loaded');
  return element;
}

describe('<mhb-announcements>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await announcements(inMemoryGateway({ content }));
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('shows important ones expanded, and follows the language without asking again', async () => {
    const element = await announcements(inMemoryGateway({ content }));
    const [first, second] = element.shadowRoot!.querySelectorAll('details');
    expect([first!.open, second!.open]).to.deep.equal([true, false]);
    expect(words(element)).to.contain('Maintenance').and.to.contain('Apr 10, 2026');
    element.lang = 'zh-Hant';
    await waitUntil(() => words(element).includes('系統維護'), 'in Chinese');
    expect(words(element)).to.contain('115/04/10');
  });

  it('creates links only for safe addresses', async () => {
    const element = await announcements(inMemoryGateway({ content }));
    const hrefs = [...element.shadowRoot!.querySelectorAll('a')].map(({ href }) => href);
    expect(new Set(hrefs)).to.deep.equal(new Set(['https://example.tw/']));
    expect(words(element)).to.contain('no link');
  });

  it('says that there are none', async () => {
    expect(words(await announcements(inMemoryGateway()))).to.contain('There are no announcements');
  });

  it('reports that the gateway is unavailable, and asks again', async () => {
    const gateway = inMemoryGateway({ content });
    gateway.fail('GET /v1/content', 'gateway-unreachable');
    const element = await announcements(gateway);
    await waitUntil(() => words(element).includes('gateway-unreachable'), 'says so');
    gateway.recover();
    element.shadowRoot!.querySelector<HTMLElement>('#retry')!.click();
    await waitUntil(() => words(element).includes('Maintenance'), 'recovers');
  });

  it('treats a gateway without such pages as one without announcements', async () => {
    const gateway = inMemoryGateway();
    gateway.fail('GET /v1/content', 'not-found');
    expect(words(await announcements(gateway))).to.contain('There are no announcements');
  });
});
