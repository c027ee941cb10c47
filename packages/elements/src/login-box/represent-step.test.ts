import { expect, fixture, html } from '@open-wc/testing';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { privateTopics } from '@mhb-kit/core/request';
import '@mhb-kit/elements/define/login-box';
import '@mhb-kit/elements/define/request-table';
import '@mhb-kit/elements/define/share';
import type { MhbLoginBox } from '@mhb-kit/elements/login-box';
import { inMemoryGateway, logIn, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, people, wang } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

/** Logs in Lin, whom the gateway knows as a parent of Wang. */
async function signedIn(): Promise<{ gateway: InMemoryGateway; client: GatewayClient }> {
  const gateway = inMemoryGateway({ people, service: { representations: true } });
  gateway.addRepresentation(lin, wang, { kind: 'parent', endsOn: '2099-12-31', withheld: privateTopics });
  const client = createGatewayClient(gateway);
  await logIn(client, lin);
  return { gateway, client };
}

async function box(client: GatewayClient, lang = 'en'): Promise<MhbLoginBox> {
  const element = await fixture<MhbLoginBox>(
    html`<mhb-login-box lang=${lang} .client=${client} .cards=${[]}></mhb-login-box>`,
  );
  await waitUntil(() => find(element, '.represent') !== null, 'whom they represent is there');
  return element;
}

describe('<mhb-login-box>, for a person who represents someone', () => {
  it('offers the other passbook, shows its owner on every screen, and leads back', async () => {
    const { client } = await signedIn();
    const element = await box(client);
    const table = await fixture(html`<mhb-request-table lang="en" .client=${client}></mhb-request-table>`);
    const share = await fixture(html`<mhb-share lang="en" .client=${client}></mhb-share>`);
    const own = client.session?.person.name ?? '';
    expect(words(element)).to.contain('you are a parent');
    find(element, '.person').click();
    await waitUntil(() => client.session?.representation !== undefined, 'it is the other passbook');
    const theirs = client.session?.person.name ?? '';
    expect(theirs).not.to.equal(own);
    for (const screen of [element, table, share])
      await waitUntil(
        () => words(screen).includes(`You are reading the passbook of ${theirs}`),
        `${screen.localName} says whose it is`,
      );
    expect(words(table)).to.contain('mental health');
    // The login box still shows the name of the person who logged in.
    expect(words(element)).to.contain(own);
    find(element, '#own').click();
    await waitUntil(() => client.session?.person.name === own, 'it is their own again');
    await element.updateComplete;
    expect(words(element)).not.to.contain('You are reading');
  });

  it('reports that the representation has ended in the meantime', async () => {
    const { client, gateway } = await signedIn();
    const element = await box(client);
    gateway.endRepresentation(lin, wang);
    find(element, '.person').click();
    await waitUntil(() => find(element, '[role=alert] code') !== null, 'it says so');
    expect(client.session?.representation).to.equal(undefined);
  });

  for (const lang of ['zh-Hant', 'en'])
    it(`is accessible in ${lang}, before and after`, async () => {
      const { client } = await signedIn();
      const element = await box(client, lang);
      await expect(element).to.be.accessible();
      find(element, '.person').click();
      await waitUntil(() => find(element, '#own') !== null, 'it is the other passbook');
      await expect(element).to.be.accessible();
    });
});
