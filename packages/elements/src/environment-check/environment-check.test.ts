import { expect, fixture, html } from '@open-wc/testing';
import { simulatedProvider, type CardProvider, type CardProviderState } from '@mhb-kit/core/card';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/environment-check';
import type { MhbEnvironmentCheck } from '@mhb-kit/elements/environment-check';
import { unusableProvider, virtualNhiCard } from '@mhb-kit/testkit/card';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';
import { words } from '../../test/harness.js';

const card = () => virtualNhiCard({ ...lin, ...lin.card });
const client = (clock = () => new Date()): GatewayClient => createGatewayClient(inMemoryGateway({ clock }));

async function check(
  client: GatewayClient | undefined,
  cards: readonly CardProvider[],
): Promise<MhbEnvironmentCheck> {
  const element = await fixture<MhbEnvironmentCheck>(
    html`<mhb-environment-check lang="en" .client=${client} .cards=${cards}></mhb-environment-check>`,
  );
  await waitUntil(() => element.shadowRoot!.querySelector('.spinner') === null, 'checked');
  return element;
}

const verdicts = (element: MhbEnvironmentCheck): Record<string, string> =>
  Object.fromEntries(
    [...element.shadowRoot!.querySelectorAll('li[part="check"]')].map((line) => [
      line.querySelector('strong')!.textContent,
      line.className,
    ]),
  );

describe('<mhb-environment-check>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, with good and bad results`, async () => {
      for (const cards of [[simulatedProvider(card())], [unusableProvider('denied')]]) {
        const element = await check(client(), cards);
        element.theme = theme;
        await element.updateComplete;
        await expect(element).to.be.accessible();
      }
    });
  }

  it('says that all is well', async () => {
    const element = await check(client(), [simulatedProvider(card())]);
    expect(verdicts(element)).to.deep.equal({
      Browser: 'good',
      'Passbook service': 'good',
      Clock: 'good',
      'Card bridge': 'good',
      'Card reader': 'good',
      'NHI card': 'good',
    });
    expect(words(element)).to.contain('This computer is ready').and.to.contain('Simulated card');
  });

  it('marks what depends on an unmet requirement as waiting', async () => {
    const element = await check(client(), [unusableProvider('not-installed')]);
    const { 'Card bridge': bridge, 'Card reader': reader, 'NHI card': nhi } = verdicts(element);
    expect([bridge, reader, nhi]).to.deep.equal(['bad', 'waiting', 'waiting']);
    await waitUntil(() => words(element).includes('Make sure that the card bridge is installed'), 'says how');
  });

  it('offers the download for this system, and continues automatically when the bridge has started', async () => {
    const files = ['linux-x64', 'windows-x64', 'macos-x64'].map((target) => ({
      target,
      name: `mhb-card-bridge-0.1.0-${target}.tar.gz`,
      size: 38_800_000,
      sha256: 'ab'.repeat(32),
    }));
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = (address) => {
      asked.push(String(address));
      return Promise.resolve(Response.json({ files: [...files, { name: '../evil', target: 'linux-x64' }] }));
    };
    const reader = simulatedProvider(card());
    let state: CardProviderState = 'not-installed';
    const bridge: CardProvider = {
      ...reader,
      downloads: 'https://downloads.example.tw/bridge/',
      open: (options) => reader.open(options),
      probe: () => Promise.resolve({ state }),
    };
    const element = await check(undefined, [bridge]);
    await waitUntil(() => element.shadowRoot!.querySelector('.offer ol') !== null, 'offers');
    window.fetch = fetch;
    expect(asked).to.deep.equal(['https://downloads.example.tw/bridge/releases.json']);
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('.offer ol a')!;
    expect(link.href).to.equal('https://downloads.example.tw/bridge/mhb-card-bridge-0.1.0-linux-x64.tar.gz');
    expect(link.textContent).to.contain('Download for Linux (39 MB)');
    expect(element.shadowRoot!.querySelectorAll('.offer details li')).to.have.length(3);
    await expect(element).to.be.accessible();
    state = 'ready';
    await waitUntil(() => verdicts(element)['Card bridge'] === 'good', 'goes on');
    expect(element.shadowRoot!.querySelector('.offer')).to.equal(null);
  });

  it('follows the card', async () => {
    const reader = simulatedProvider();
    const element = await check(client(), [reader]);
    expect(verdicts(element)['NHI card']).to.equal('bad');
    reader.insert(card());
    await waitUntil(() => verdicts(element)['NHI card'] === 'good', 'sees the card');
  });

  it('reports that the clock is wrong', async () => {
    const element = await check(
      client(() => new Date('2019-01-01T00:00:00Z')),
      [simulatedProvider(card())],
    );
    expect(verdicts(element).Clock).to.equal('bad');
    expect(words(element)).to.contain('Turn on automatic time');
  });

  it('reports that the service cannot be reached, and tries again', async () => {
    const gateway = inMemoryGateway();
    gateway.fail('POST /v1/challenges', 'gateway-unreachable');
    const element = await check(createGatewayClient(gateway), [simulatedProvider(card())]);
    expect(verdicts(element)['Passbook service']).to.equal('bad');
    gateway.recover();
    element.shadowRoot!.querySelector<HTMLElement>('#check-again')!.click();
    await waitUntil(() => verdicts(element)['Passbook service'] === 'good', 'recovers');
  });

  it('calls no service if the page has none', async () => {
    expect(verdicts(await check(undefined, [simulatedProvider(card())]))).not.to.have.property(
      'Passbook service',
    );
  });
});
