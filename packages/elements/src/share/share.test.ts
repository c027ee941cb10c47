import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { readPassbook, type Passbook } from '@mhb-kit/core/passbook';
import '@mhb-kit/elements/define/share';
import '@mhb-kit/elements/define/provider';
import { MhbVisitCardEvent, type MhbShareEvent } from '@mhb-kit/elements';
import type { MhbShare } from '@mhb-kit/elements/share';
import { inMemoryGateway, logIn, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, people, wang } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

const now = new Date('2026-04-16T10:00:00+08:00');
const clock = (): Date => now;

async function passbookOfLin(): Promise<Passbook> {
  const bdata = { 'b1.1': 'K22301****', 'b1.2': '20260416', ...lin.history('2026-04-16') };
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  return (await readPassbook([{ name: 'passbook.json', bytes }])).passbook;
}
const passbook = await passbookOfLin();

interface Opened {
  readonly gateway: InMemoryGateway;
  readonly client: GatewayClient;
  readonly element: MhbShare;
}

async function opened({ lang = 'en', kiosk = false } = {}): Promise<Opened> {
  const gateway = inMemoryGateway({ people, clock });
  const client = createGatewayClient(gateway);
  await logIn(client, lin);
  const provider = await fixture(
    html`<mhb-provider lang=${lang} .client=${client} .cards=${[]} ?kiosk=${kiosk}
      ><mhb-share .passbook=${passbook} .clock=${clock}></mhb-share
    ></mhb-provider>`,
  );
  const element = provider.querySelector<MhbShare>('mhb-share')!;
  await waitUntil(() => find(element, '[part=submit]') !== null, 'the form is there');
  return { gateway, client, element };
}

async function made(options: Parameters<typeof opened>[0] = {}): Promise<Opened> {
  const page = await opened(options);
  find(page.element, '[part=submit]').click();
  await waitUntil(() => find(page.element, '[part=qr]') !== null, 'the code is there');
  return page;
}

describe('<mhb-share>', () => {
  it('reports a link with an event that does not contain it', async () => {
    const { element } = await opened();
    const told = oneEvent(element, 'mhb-share');
    find(element, '[part=submit]').click();
    const { healthLink } = (await told) as unknown as MhbShareEvent;
    expect(healthLink.state).to.equal('active');
    expect(JSON.stringify(healthLink)).not.to.match(/shlink|managementKey|manifests/);
  });

  it('sends the gateway only ciphertext, for a day, without key or records', async () => {
    const { element, gateway } = await made();
    const { body } = gateway.calls.find(({ operation }) => operation === 'POST /v1/health-links')!;
    const { files, expiresAt, passcode } = body as {
      files: { jwe: string }[];
      expiresAt: string;
      passcode: string;
    };
    expect(Date.parse(expiresAt) - now.getTime()).to.equal(86_400_000);
    expect(find(element, '#passcode').textContent).to.equal(passcode);
    expect(passcode).to.match(/^\d{6}$/);
    for (const { jwe } of files) expect(jwe).to.match(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(JSON.stringify(body)).not.to.match(/Penicillin|"k"/);
  });

  it('requires a section before it shares sections', async () => {
    const { element, gateway } = await opened();
    find<HTMLInputElement>(element, 'input[value=sections]').click();
    await waitUntil(() => find(element, 'input[name=section]') !== null, 'the sections are there');
    find(element, '[part=submit]').click();
    await waitUntil(() => find(element, '#unchosen') !== null, 'it asks');
    await expect(element).to.be.accessible();
    expect(gateway.calls.some(({ operation }) => operation === 'POST /v1/health-links')).to.equal(false);
  });

  it('revokes a link, and then no longer shows its code', async () => {
    const { element } = await made();
    find(element, '.revoke').click();
    await waitUntil(() => words(element).includes('Revoked'), 'it is revoked');
    expect(find(element, '[part=qr]')).to.equal(null);
  });

  it('deletes the code when the person logs out', async () => {
    const { element, client } = await made();
    await client.logout();
    await element.updateComplete;
    expect(find(element, '[part=qr]')).to.equal(null);
    expect(words(element)).not.to.match(/\b\d{6}\b/);
  });

  it('shows the next person nothing that arrives after the previous person has left', async () => {
    const { element, client } = await opened();
    const created = client.createHealthLink.bind(client);
    let answer = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let isCreated = false;
    Object.assign(client, {
      createHealthLink: async (...link: Parameters<GatewayClient['createHealthLink']>) => {
        const made = await created(...link);
        isCreated = true;
        await left;
        return made;
      },
    });
    find(element, '[part=submit]').click();
    await waitUntil(() => isCreated, 'the gateway has the link');
    await client.logout();
    await logIn(client, wang);
    answer();
    await waitUntil(() => find(element, 'ul') !== null, 'the next person sees their links');
    await new Promise((resolve) => setTimeout(resolve));
    element.requestUpdate();
    await element.updateComplete;
    expect(find(element, '[part=qr]')).to.equal(null);
    expect(words(element)).not.to.match(/\b\d{6}\b/);
  });

  it('adds the code to a visit card, without the passcode, and nothing if there is none', async () => {
    const { element } = await opened();
    const empty = new MhbVisitCardEvent();
    element.dispatchEvent(empty);
    expect(empty.added).to.deep.equal([]);
    find(element, '[part=submit]').click();
    await waitUntil(() => find(element, '[part=qr]') !== null, 'the code is there');
    const event = new MhbVisitCardEvent();
    element.dispatchEvent(event);
    const [node] = event.added as HTMLElement[];
    expect(node!.querySelector('svg path')).not.to.equal(null);
    expect(node!.textContent).to.contain('is not on this sheet');
    expect(node!.textContent).not.to.contain(find(element, '#passcode').textContent);
  });

  it('copies nothing on a shared computer', async () => {
    const { element } = await made({ kiosk: true });
    expect(find(element, '#copy')).to.equal(null);
    expect(find(element, '#print')).not.to.equal(null);
  });

  for (const lang of ['zh-Hant', 'en'])
    it(`is accessible with its code in ${lang}`, async () => {
      const { element } = await made({ lang });
      await expect(element).to.be.accessible();
    });
});
