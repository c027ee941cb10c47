import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { simulatedProvider } from '@mhb-kit/core/card';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define';
import type { MhbProvider } from '@mhb-kit/elements/provider';
import { MhbOpenArchiveEvent, providedContext, type Provided } from '@mhb-kit/elements';
import { inMemoryGateway, logIn } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';

const page = (client: GatewayClient | undefined, content = html``): Promise<MhbProvider> =>
  fixture<MhbProvider>(
    html`<mhb-provider .client=${client} .cards=${[simulatedProvider()]}>${content}</mhb-provider>`,
  );
const newClient = (): GatewayClient => createGatewayClient(inMemoryGateway({ people }));
const words = (element: Element | null): string => element?.shadowRoot?.textContent ?? '';

describe('<mhb-provider>', () => {
  it('provides its content with client, cards and translations', async () => {
    const client = newClient();
    await logIn(client, lin);
    const element = await page(client, html`<div><mhb-login-box lang="fr"></mhb-login-box></div>`);
    element.translations = { fr: { 'login-box': { logOut: 'Se déconnecter' } } };
    const box = element.querySelector('mhb-login-box');
    await waitUntil(() => words(box).includes('Se déconnecter'));
    expect(words(box)).to.contain('林○芬');
  });

  it('keeps two providers on a page apart', async () => {
    const signedIn = newClient();
    await logIn(signedIn, lin);
    const one = await page(signedIn, html`<mhb-login-box lang="en"></mhb-login-box>`);
    const other = await page(newClient(), html`<mhb-login-box lang="zh-Hant"></mhb-login-box>`);
    await aTimeout(0);
    expect(words(one.querySelector('mhb-login-box'))).to.contain('Log out');
    expect(words(other.querySelector('mhb-login-box'))).to.contain('確認');
  });

  it('answers foreign elements by the context protocol, once or until they unsubscribe', async () => {
    const client = newClient();
    const element = await page(client, html`<span></span>`);
    const kiosks: Record<string, boolean[]> = { once: [], subscribed: [] };
    let stop: (() => void) | undefined;
    const ask = (context: unknown, more: object) =>
      element.querySelector('span')!.dispatchEvent(
        Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
          context,
          ...more,
        }),
      );
    ask('mhb-provided', {
      callback: (provided: Provided) => {
        expect(provided.client).to.equal(client);
        kiosks['once']!.push(provided.kiosk);
      },
    });
    ask(providedContext, {
      subscribe: true,
      callback: (provided: Provided, unsubscribe: () => void) => {
        kiosks['subscribed']!.push(provided.kiosk);
        stop = unsubscribe;
      },
    });
    element.kiosk = true;
    await element.updateComplete;
    stop?.();
    element.kiosk = false;
    await element.updateComplete;
    expect(kiosks).to.deep.equal({ once: [false], subscribed: [false, true] });

    let passedOn = 0;
    document.addEventListener('context-request', () => (passedOn += 1), { once: true });
    ask('another', { callback: () => expect.fail('Not ours') });
    expect(passedOn).to.equal(1);
  });

  it('creates a client from the address of a gateway', async () => {
    const element = await fixture<MhbProvider>(
      html`<mhb-provider gateway="https://passbook.example.tw"
        ><mhb-request-table lang="en"></mhb-request-table
      ></mhb-provider>`,
    );
    await waitUntil(() => words(element.querySelector('mhb-request-table')).includes('Log in to request'));
  });

  it('reports that no gateway is set', async () => {
    const element = await page(undefined, html`<mhb-login-box lang="en"></mhb-login-box>`);
    expect(words(element.querySelector('mhb-login-box'))).to.contain('add the gateway attribute');
  });

  it('passes a downloaded archive to the viewer inside it', async () => {
    const element = await page(
      undefined,
      html`<mhb-request-table></mhb-request-table><mhb-passbook-viewer lang="en"></mhb-passbook-viewer>`,
    );
    const event = new MhbOpenArchiveEvent(new Blob(['hello']), 'a.json');
    element.querySelector('mhb-request-table')!.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    await waitUntil(() =>
      words(element.querySelector('mhb-passbook-viewer')).includes('passbook-not-recognized'),
    );
  });

  it('closes the downloads of a session when that session ends', async () => {
    const client = newClient();
    await logIn(client, lin);
    const element = await page(
      client,
      html`<mhb-request-table></mhb-request-table><mhb-passbook-viewer></mhb-passbook-viewer>`,
    );
    const bdata = { 'b1.1': 'K22301****', 'b1.2': '20260416', ...lin.history('2026-04-16') };
    const archive = new Blob([JSON.stringify({ myhealthbank: { bdata } })]);
    const viewer = element.querySelector('mhb-passbook-viewer')!;
    element.querySelector('mhb-request-table')!.dispatchEvent(new MhbOpenArchiveEvent(archive, 'a.json'));
    await waitUntil(() => viewer.passbook !== undefined, 'is open');
    await client.logout();
    expect(viewer.passbook).to.equal(undefined);
  });

  it('leaves the archive to the page if there is no viewer', async () => {
    const element = await page(undefined, html`<mhb-request-table></mhb-request-table>`);
    const event = new MhbOpenArchiveEvent(new Blob(['hello']), 'a.json');
    element.querySelector('mhb-request-table')!.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('is defined once, no matter how often its script runs', async () => {
    const before = customElements.get('mhb-provider');
    await import(String('/packages/elements/dist/define/provider.js?again'));
    expect(customElements.get('mhb-provider')).to.equal(before);
  });
});
