import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { simulatedProvider } from '@mhb-kit/core/card';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define';
import type { MhbSessionEndEvent } from '@mhb-kit/elements';
import type { MhbIdleGuard } from '@mhb-kit/elements/idle-guard';
import type { MhbPassbookViewer } from '@mhb-kit/elements/passbook-viewer';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { inMemoryGateway, logIn } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { sendMouse } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';

const newClient = (): GatewayClient => createGatewayClient(inMemoryGateway({ people }));

async function signedIn(): Promise<GatewayClient> {
  const client = newClient();
  await logIn(client, lin);
  return client;
}

const guard = (client: GatewayClient, idleSeconds = 0.5, warningSeconds = 2): Promise<MhbIdleGuard> =>
  fixture<MhbIdleGuard>(
    html`<mhb-idle-guard
      lang="en"
      .client=${client}
      .idleSeconds=${idleSeconds}
      .warningSeconds=${warningSeconds}
    ></mhb-idle-guard>`,
  );
const dialog = (element: MhbIdleGuard): HTMLDialogElement => element.shadowRoot!.querySelector('dialog')!;
const press = (element: MhbIdleGuard, selector: string): void => {
  element.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
};

describe('<mhb-idle-guard>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} while it warns`, async () => {
      const element = await guard(await signedIn(), 0, 60);
      element.theme = theme;
      await waitUntil(() => dialog(element).open, 'warns');
      await expect(element).to.be.accessible();
      press(element, '#go-on');
    });
  }

  it('warns, then logs out and says so', async () => {
    const client = await signedIn();
    const element = await guard(client);
    const { reason } = await oneEvent<MhbSessionEndEvent>(element, 'mhb-session-end');
    expect(reason).to.equal('idle');
    expect(client.session).to.equal(null);
    await element.updateComplete;
    expect(dialog(element).open).to.equal(false);
    expect(element.shadowRoot!.textContent).to.contain('the screen has been cleared');
  });

  it('continues when the person responds, but not when someone bumps the mouse', async () => {
    const client = await signedIn();
    const element = await guard(client, 0.5, 30);
    await waitUntil(() => dialog(element).open, 'warns');
    await sendMouse({ type: 'move', position: [5, 5] });
    expect(dialog(element).open).to.equal(true);
    element.idleSeconds = 60;
    press(element, '#go-on');
    await element.updateComplete;
    expect(dialog(element).open).to.equal(false);
    expect(client.session).not.to.equal(null);
  });

  /**
   * Renders a guard next to a viewer with an open passbook. The default time limit is too long to expire in a
   * test.
   */
  async function beside(client: GatewayClient, idleSeconds = 60): Promise<[MhbIdleGuard, MhbPassbookViewer]> {
    const provider = await fixture(
      html`<mhb-provider .client=${client} .cards=${[]}>
        <mhb-passbook-viewer></mhb-passbook-viewer
        ><mhb-idle-guard .idleSeconds=${idleSeconds} .warningSeconds=${1}></mhb-idle-guard>
      </mhb-provider>`,
    );
    const viewer = provider.querySelector('mhb-passbook-viewer')!;
    const bdata = { 'b1.1': 'K22301****', 'b1.2': '20260416', ...lin.history('2026-04-16') };
    await viewer.open([{ name: 'a.json', content: new Blob([JSON.stringify({ myhealthbank: { bdata } })]) }]);
    expect(viewer.passbook).not.to.equal(undefined);
    return [provider.querySelector('mhb-idle-guard')!, viewer];
  }

  it('closes the passbooks in its provider', async () => {
    const client = await signedIn();
    const [element, viewer] = await beside(client);
    await element.end();
    expect(viewer.passbook).to.equal(undefined);
    expect(client.session).to.equal(null);
  });

  it('also closes them when the session ends in another way', async () => {
    const client = await signedIn();
    const [, viewer] = await beside(client);
    await client.logout();
    expect(viewer.passbook).to.equal(undefined);
  });

  it('watches a passbook that is open without a session', async () => {
    const [element, viewer] = await beside(newClient(), 0.5);
    const { reason } = await oneEvent<MhbSessionEndEvent>(element, 'mhb-session-end');
    expect(reason).to.equal('idle');
    expect(viewer.passbook).to.equal(undefined);
  });

  it('ends the session once and immediately, no matter how long the gateway takes', async () => {
    const client = await signedIn();
    let asked = 0;
    client.logout = () => {
      asked += 1;
      return new Promise(() => undefined);
    };
    const [element, viewer] = await beside(client, 0);
    let ends = 0;
    element.addEventListener('mhb-session-end', () => (ends += 1));
    await waitUntil(() => ends > 0, 'ends');
    expect(viewer.passbook).to.equal(undefined);
    // The logout is still in progress, so ending the session again must have no effect.
    void element.end('idle');
    expect([asked, ends]).to.deep.equal([1, 1]);
  });

  it('ends the session when the card is removed, if it watches the card', async () => {
    const client = await signedIn();
    const reader = simulatedProvider(virtualNhiCard({ ...lin, ...lin.card }));
    const element = await fixture<MhbIdleGuard>(
      html`<mhb-idle-guard watch-card .client=${client} .cards=${[reader]}></mhb-idle-guard>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    setTimeout(() => {
      reader.remove();
    });
    const { reason } = await oneEvent<MhbSessionEndEvent>(element, 'mhb-session-end');
    expect(reason).to.equal('card-removed');
    expect(client.session).to.equal(null);
  });

  it('ends if the card was removed before the login was complete', async () => {
    const client = newClient();
    const element = await fixture<MhbIdleGuard>(
      html`<mhb-idle-guard watch-card .client=${client} .cards=${[simulatedProvider()]}></mhb-idle-guard>`,
    );
    await aTimeout(100);
    setTimeout(() => {
      void logIn(client, lin);
    });
    const { reason } = await oneEvent<MhbSessionEndEvent>(element, 'mhb-session-end');
    expect(reason).to.equal('card-removed');
    expect(client.session).to.equal(null);
  });
});
