import { expect, fixture, html } from '@open-wc/testing';
import { MhbError } from '@mhb-kit/core/error';
import type { LocalizedText, OperatorContent } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/announcements';
import type { MhbAnnouncements } from '@mhb-kit/elements/announcements';
import { InMemoryGatewayClient } from '@mhb-kit/testkit/gateway';
import { waitUntil } from '../../../../test/wait-until.js';

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

async function announcements(client: InMemoryGatewayClient): Promise<MhbAnnouncements> {
  const element = await fixture<MhbAnnouncements>(
    html`<mhb-announcements lang="en" .client=${client}></mhb-announcements>`,
  );
  await waitUntil(() => !words(element).includes('Loading'), 'loaded');
  return element;
}
const words = (element: MhbAnnouncements): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');

describe('<mhb-announcements>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await announcements(new InMemoryGatewayClient({ people: [], content }));
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('shows important ones open, and follows the language without asking again', async () => {
    const element = await announcements(new InMemoryGatewayClient({ people: [], content }));
    const [first, second] = element.shadowRoot!.querySelectorAll('details');
    expect([first!.open, second!.open]).to.deep.equal([true, false]);
    expect(words(element)).to.contain('Maintenance').and.to.contain('Apr 10, 2026');
    element.lang = 'zh-Hant';
    await waitUntil(() => words(element).includes('系統維護'), 'in Chinese');
    expect(words(element)).to.contain('115/04/10');
  });

  it('makes links of addresses only', async () => {
    const element = await announcements(new InMemoryGatewayClient({ people: [], content }));
    const hrefs = [...element.shadowRoot!.querySelectorAll('a')].map(({ href }) => href);
    expect(new Set(hrefs)).to.deep.equal(new Set(['https://example.tw/']));
    expect(words(element)).to.contain('no link');
  });

  it('says that there are none', async () => {
    expect(words(await announcements(new InMemoryGatewayClient({ people: [] })))).to.contain(
      'There are no announcements',
    );
  });

  it('says that the gateway is down, and asks again', async () => {
    const client = new InMemoryGatewayClient({ people: [], content });
    const real = client.content.bind(client);
    client.content = () => Promise.reject(new MhbError('gateway-unreachable'));
    const element = await announcements(client);
    await waitUntil(() => words(element).includes('gateway-unreachable'), 'says so');
    client.content = real;
    element.shadowRoot!.querySelector<HTMLElement>('#retry')!.click();
    await waitUntil(() => words(element).includes('Maintenance'), 'recovers');
  });

  it('takes a gateway without such pages for one without announcements', async () => {
    const client = new InMemoryGatewayClient({ people: [] });
    client.content = () => Promise.reject(new MhbError('not-found'));
    expect(words(await announcements(client))).to.contain('There are no announcements');
  });
});
