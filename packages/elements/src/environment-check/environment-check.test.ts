import { expect, fixture, html } from '@open-wc/testing';
import { simulatedProvider, type CardProvider } from '@mhb-kit/core/card';
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
    [...element.shadowRoot!.querySelectorAll('li')].map((line) => [
      line.querySelector('strong')!.textContent,
      line.className,
    ]),
  );

describe('<mhb-environment-check>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, with good and bad news`, async () => {
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

  it('waits with what depends on something that is not right', async () => {
    const element = await check(client(), [unusableProvider('not-installed')]);
    const { 'Card bridge': bridge, 'Card reader': reader, 'NHI card': nhi } = verdicts(element);
    expect([bridge, reader, nhi]).to.deep.equal(['bad', 'waiting', 'waiting']);
    expect(words(element)).to.contain('Make sure that the card bridge is installed');
  });

  it('follows the card', async () => {
    const reader = simulatedProvider();
    const element = await check(client(), [reader]);
    expect(verdicts(element)['NHI card']).to.equal('bad');
    reader.insert(card());
    await waitUntil(() => verdicts(element)['NHI card'] === 'good', 'sees the card');
  });

  it('says that the clock is wrong', async () => {
    const element = await check(
      client(() => new Date('2019-01-01T00:00:00Z')),
      [simulatedProvider(card())],
    );
    expect(verdicts(element).Clock).to.equal('bad');
    expect(words(element)).to.contain('Turn on automatic time');
  });

  it('says that the service cannot be reached, and looks again', async () => {
    const gateway = inMemoryGateway();
    gateway.fail('POST /v1/challenges', 'gateway-unreachable');
    const element = await check(createGatewayClient(gateway), [simulatedProvider(card())]);
    expect(verdicts(element)['Passbook service']).to.equal('bad');
    gateway.recover();
    element.shadowRoot!.querySelector<HTMLElement>('#check-again')!.click();
    await waitUntil(() => verdicts(element)['Passbook service'] === 'good', 'recovers');
  });

  it('asks no service where the page has none', async () => {
    expect(verdicts(await check(undefined, [simulatedProvider(card())]))).not.to.have.property(
      'Passbook service',
    );
  });
});
