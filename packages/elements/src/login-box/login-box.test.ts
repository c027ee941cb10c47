import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { simulatedProvider, type CardProvider } from '@mhb-kit/core/card';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/login-box';
import type { MhbLoginEvent } from '@mhb-kit/elements';
import type { MhbLoginBox } from '@mhb-kit/elements/login-box';
import {
  attestingProvider,
  certificateProvider,
  unusableProvider,
  virtualNhiCard,
} from '@mhb-kit/testkit/card';
import {
  inMemoryGateway,
  replaceConnectWindow,
  type ConnectDecision,
  type InMemoryGateway,
} from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';
import { find } from '../../test/harness.js';

const linsCard = (options?: Parameters<typeof virtualNhiCard>[1]) =>
  virtualNhiCard({ ...lin, ...lin.card }, options);

const newClient = (): GatewayClient => createGatewayClient(inMemoryGateway({ people }));

async function box(
  client = newClient(),
  cards: readonly CardProvider[] = [simulatedProvider(linsCard())],
): Promise<MhbLoginBox> {
  const element = await fixture<MhbLoginBox>(
    html`<mhb-login-box lang="en" .client=${client} .cards=${cards}></mhb-login-box>`,
  );
  await waitUntil(() => !text(element, '.reader').includes('Looking'), 'the card was looked for');
  return element;
}

const text = (element: MhbLoginBox, selector: string): string =>
  element.shadowRoot!.querySelector(selector)?.textContent ?? '';

async function logIn(element: MhbLoginBox, password: string): Promise<void> {
  find<HTMLInputElement>(element, '#password').value = password;
  find<HTMLFormElement>(element, 'form').requestSubmit();
  await element.updateComplete;
}

async function failsWith(element: MhbLoginBox, code: string): Promise<void> {
  await waitUntil(
    () => text(element, '[role=alert] code') === code,
    `shows ${code}, not ${text(element, '[role=alert]')}`,
  );
}

describe('<mhb-login-box>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await box();
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await logIn(element, 'wrong');
      await failsWith(element, 'login-failed');
      await expect(element).to.be.accessible();
    });
  }

  it('logs in with card and password, shows the person partly masked and deletes the password', async () => {
    const client = newClient();
    const element = await box(client);
    setTimeout(() => void logIn(element, lin.password));
    const { session } = await oneEvent<MhbLoginEvent>(element, 'mhb-login');
    expect(session.person).to.deep.equal({ nationalId: 'K22301****', name: '林○芬' });
    await element.updateComplete;
    expect(text(element, '.identity')).to.contain('林○芬').and.to.contain('K22301****');
    setTimeout(() => {
      find(element, '#log-out').click();
    });
    await oneEvent(element, 'mhb-logout');
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#password').value).to.equal('');
    expect(client.session).to.equal(null);
  });

  it('accepts passwords up to the maximum length that the gateway allows', async () => {
    const element = await box();
    const field = find<HTMLInputElement>(element, '#password');
    field.focus();
    await sendKeys({ type: 'a'.repeat(70) });
    expect(field.value).to.have.length(64);
  });

  it('finds the reader although another provider never answers', async () => {
    const silent: CardProvider = {
      ...simulatedProvider(),
      probe: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new DOMException('', 'TimeoutError'));
          });
        }),
    };
    const element = await fixture<MhbLoginBox>(
      html`<mhb-login-box
        lang="en"
        .client=${newClient()}
        .cards=${[silent, simulatedProvider(linsCard())]}
      ></mhb-login-box>`,
    );
    await waitUntil(() => !text(element, '.reader').includes('Looking'), 'the card was looked for');
    expect(text(element, '.reader')).to.contain('Simulat');
  });

  it('reports a missing password at the field before calling anything else', async () => {
    const element = await box();
    await logIn(element, '');
    const field = find<HTMLInputElement>(element, '#password');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(text(element, '#password-error')).to.equal('Enter your password.');
    expect(element.shadowRoot!.activeElement).to.equal(field);
  });

  it('has the attributes that password managers need', async () => {
    const element = await box();
    expect(find<HTMLInputElement>(element, '#password').autocomplete).to.equal('current-password');
    expect(find<HTMLInputElement>(element, '[name=username]').autocomplete).to.equal('username');
  });

  it('marks a simulated card', async () => {
    expect(text(await box(), '.reader')).to.contain('Simulated card');
  });

  it('explains what to do about a wrong password, and marks it again if it is wrong again', async () => {
    const element = await box();
    const codes: string[] = [];
    element.addEventListener('mhb-login-error', ({ code }) => codes.push(code));
    await logIn(element, 'wrong');
    await failsWith(element, 'login-failed');
    await logIn(element, 'wrong');
    await waitUntil(() => codes.length === 2, 'failed twice');
    expect(codes).to.deep.equal(['login-failed', 'login-failed']);
  });

  it('reports that there is no card', async () => {
    const element = await box(undefined, [simulatedProvider()]);
    expect(text(element, '.reader')).to.contain('Insert your NHI card');
    await logIn(element, lin.password);
    await failsWith(element, 'no-card');
  });

  it('notices the card’s insertion and removal', async () => {
    const reader = simulatedProvider();
    const element = await box(undefined, [reader]);
    reader.insert(linsCard());
    await waitUntil(() => text(element, '.reader').includes('A card is inserted'), 'card in');
    reader.remove();
    await waitUntil(() => text(element, '.reader').includes('Insert your NHI card'), 'card out');
  });

  it('reports that a card is not an NHI card', async () => {
    const element = await box(undefined, [simulatedProvider(linsCard({ behaviour: 'health-professional' }))]);
    await logIn(element, lin.password);
    await failsWith(element, 'not-nhi-card');
  });

  for (const [state, words, code] of [
    ['denied', 'Your browser is blocking the connection', 'permission-denied'],
    ['not-installed', 'The card bridge was not found', 'bridge-not-installed'],
    ['incompatible', 'does not work with this page', 'incompatible'],
  ] as const) {
    it(`reports that the bridge is ${state} and offers to try again`, async () => {
      const element = await box(undefined, [unusableProvider(state)]);
      expect(text(element, '.reader')).to.contain(words);
      expect(text(element, '.reader button')).to.contain('Try again');
      await logIn(element, lin.password);
      await failsWith(element, code);
    });
  }

  it('connects from a click if the browser has to ask first', async () => {
    const simulated = simulatedProvider(linsCard());
    const asking: CardProvider = {
      ...simulated,
      probe: () => Promise.resolve({ state: 'needs-permission' }),
    };
    const element = await box(undefined, [asking]);
    expect(text(element, '.reader button')).to.contain('Connect reader');
    find(element, '.reader button').click();
    await waitUntil(() => text(element, '.reader').includes('A card is inserted'), 'connected');
  });

  it('reports that the gateway is unavailable', async () => {
    const gateway = inMemoryGateway({ people });
    gateway.fail('POST /v1/sessions', 'gateway-unreachable');
    const element = await box(createGatewayClient(gateway));
    await logIn(element, lin.password);
    await failsWith(element, 'gateway-unreachable');
  });

  it('waits after too many attempts', async () => {
    const gateway = inMemoryGateway({ people });
    const details = { retryAfterSeconds: 60 };
    gateway.fail('POST /v1/sessions', { code: 'too-many-attempts', details });
    const element = await box(createGatewayClient(gateway));
    await logIn(element, lin.password);
    await failsWith(element, 'too-many-attempts');
    expect(text(element, '[role=alert]')).to.contain('60 seconds');
    expect(find(element, '.submit').getAttribute('aria-disabled')).to.equal('true');
  });

  it('keeps showing the message about a wrong password if the gateway requires no wait', async () => {
    const element = await box();
    await logIn(element, 'Wrong123');
    await failsWith(element, 'login-failed');
    // Wait longer than one tick of the countdown that could remove the message.
    await aTimeout(1_500);
    expect(text(element, '[role=alert]')).to.contain('login-failed');
  });

  it('can be operated with the keyboard alone', async () => {
    const client = newClient();
    const element = await box(client);
    find(element, '#tab-nhi-card').focus();
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(text(element, '[role=tabpanel]')).to.contain('Citizen Digital Certificate');
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '#password'));
    await sendKeys({ type: lin.password });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => client.session !== null, 'logged in');
  });

  describe('with a Citizen Digital Certificate', () => {
    const withCertificate = async (
      options?: Parameters<typeof certificateProvider>[0],
    ): Promise<[MhbLoginBox, GatewayClient, InMemoryGateway]> => {
      const gateway = inMemoryGateway({ people });
      const client = createGatewayClient(gateway);
      const element = await box(client, [certificateProvider(options)]);
      find(element, '#tab-certificate').click();
      await element.updateComplete;
      return [element, client, gateway];
    };
    const confirm = (element: MhbLoginBox, nationalId: string): void => {
      find<HTMLInputElement>(element, '#nationalId').value = nationalId;
      find<HTMLFormElement>(element, 'form').requestSubmit();
    };

    it('logs in, and asks for no PIN itself', async () => {
      const [element, client, gateway] = await withCertificate();
      gateway.account(lin).certificate = true;
      expect(text(element, '.reader')).to.contain('Citizen Digital Certificate found');
      expect(element.shadowRoot!.querySelector('[type=password]')).to.equal(null);
      await expect(element).to.be.accessible();
      confirm(element, lin.nationalId.toLowerCase());
      await waitUntil(() => client.session !== null, 'logged in');
      expect(client.session!.assurance).to.equal('certificate');
    });

    it('confirms the owner of the certificate with a code to the mobile number, the first time', async () => {
      const [element, client, gateway] = await withCertificate();
      confirm(element, lin.nationalId);
      await waitUntil(() => find(element, '#code') !== null, 'asks for the code');
      find<HTMLInputElement>(element, '#code').value = gateway.messages.at(-1)!.secret!;
      find<HTMLFormElement>(element, 'form').requestSubmit();
      await waitUntil(() => client.session !== null, 'logged in');
      expect(client.session!.assurance).to.equal('certificate');
      expect(gateway.account(lin).certificate).to.equal(true);
    });

    it('checks the ID number at the field', async () => {
      const [element] = await withCertificate();
      confirm(element, 'K223010427');
      await element.updateComplete;
      expect(text(element, '#nationalId-error')).to.contain('ten characters');
    });

    it('shows how many PIN attempts are left, and that the card is locked', async () => {
      const [element] = await withCertificate({ retriesLeft: 2, failure: 'pin-incorrect' });
      confirm(element, lin.nationalId);
      await failsWith(element, 'pin-incorrect');
      expect(text(element, '[role=alert]')).to.contain('One attempt is left for the PIN');
      const [locked] = await withCertificate({ failure: 'pin-locked' });
      confirm(locked, lin.nationalId);
      await failsWith(locked, 'pin-locked');
    });

    it('does not offer what the gateway does not accept', async () => {
      const gateway = inMemoryGateway({ people, service: { loginMethods: ['nhi-card'] } });
      const element = await box(createGatewayClient(gateway));
      await waitUntil(() => element.shadowRoot!.querySelector('[role=tablist]') === null, 'no tabs');
      expect(find(element, '#password')).not.to.equal(null);
    });
  });

  describe('if the gateway requires a code', () => {
    const careful = (): InMemoryGateway =>
      inMemoryGateway({ people, minimumAssurance: 'card-read-confirmed' });
    const codes = (gateway: InMemoryGateway): (string | null)[] =>
      gateway.messages.filter(({ purpose }) => purpose === 'code').map(({ secret }) => secret);
    const typeCode = (element: MhbLoginBox, code: string): void => {
      find<HTMLInputElement>(element, '#code').value = code;
      find<HTMLFormElement>(element, 'form').requestSubmit();
    };

    it('asks for the code, says where it was sent, counts wrong codes, and logs in', async () => {
      const gateway = careful();
      const client = createGatewayClient(gateway);
      const element = await box(client, [attestingProvider(simulatedProvider(linsCard()))]);
      await logIn(element, lin.password);
      await waitUntil(() => find(element, '#code') !== null, 'asks for the code');
      expect(text(element, 'form')).to.contain(lin.mobile.slice(-3));
      await expect(element).to.be.accessible();
      const [code] = codes(gateway);
      typeCode(element, code === '000000' ? '000001' : '000000');
      await failsWith(element, 'code-wrong');
      expect(text(element, '[role=alert]')).to.match(/attempts are left/);
      find<HTMLInputElement>(element, '[name=remember]').checked = true;
      typeCode(element, code!);
      await waitUntil(() => client.session !== null, 'logged in');
      await client.logout();
      await element.updateComplete;
      await logIn(element, lin.password);
      await waitUntil(() => client.session !== null, 'this reader is known now');
      expect(codes(gateway)).to.have.length(1);
    });

    it('lets the person start again', async () => {
      const element = await box(createGatewayClient(careful()));
      await logIn(element, lin.password);
      await waitUntil(() => find(element, '#code') !== null, 'asks for the code');
      find(element, '#start-again').click();
      await element.updateComplete;
      expect(find(element, '#password')).not.to.equal(null);
    });
  });

  describe("on a third party's page", () => {
    const { origin, pathname } = location;
    let restore: (() => void) | undefined;
    afterEach(() => restore?.());

    /** Renders a login box on a registered page, and simulates the person's decision in the gateway's window. */
    async function connectBox(decision: ConnectDecision): Promise<{
      readonly element: MhbLoginBox;
      readonly client: GatewayClient;
      decide(other: ConnectDecision): void;
    }> {
      const redirectUris = [`${origin}${pathname}`];
      const gateway = inMemoryGateway({
        people,
        embedders: [{ id: 'clinic', name: 'A clinic', origins: [origin], redirectUris }],
      });
      const client = createGatewayClient(gateway);
      const decide = (other: ConnectDecision): void => {
        restore?.();
        restore = replaceConnectWindow(gateway, other);
      };
      decide(decision);
      const element = await fixture<MhbLoginBox>(
        html`<mhb-login-box lang="en" mode="connect" client-id="clinic" .client=${client}></mhb-login-box>`,
      );
      // The button is disabled while the box checks whether the page was opened with a response from the gateway.
      const isReady = (): boolean => find(element, '[part=submit]').getAttribute('aria-disabled') !== 'true';
      await waitUntil(isReady, 'may be pressed');
      return { element, client, decide };
    }

    it('is one button, without a password field', async () => {
      const { element, client } = await connectBox(lin);
      expect(element.shadowRoot!.querySelector('input')).to.equal(null);
      await expect(element).to.be.accessible();
      find(element, '[part=submit]').click();
      await waitUntil(() => client.session !== null, 'connected');
      expect(client.session!.scopes).to.deep.equal(['requests', 'archives']);
      await waitUntil(() => text(element, '.identity').includes('林○芬'), 'shows who it is');
    });

    it('starts again after the window has been closed, although no event reports this', async () => {
      const { element, client, decide } = await connectBox('leave open');
      find(element, '[part=submit]').click();
      await waitUntil(() => element.shadowRoot!.querySelector('#start-again') !== null, 'offers it');
      decide(lin);
      find(element, '#start-again').click();
      await waitUntil(() => element.shadowRoot!.activeElement === find(element, '[part=submit]'), 'focus');
      expect(text(element, '[role=alert]').trim()).to.equal('');
      find(element, '[part=submit]').click();
      await waitUntil(() => client.session !== null, 'connected');
    });

    it('reports that the person did not agree', async () => {
      const { element } = await connectBox('refuse');
      find(element, '[part=submit]').click();
      await failsWith(element, 'connect-refused');
    });
  });

  describe('on a page that is not secure, such as http:// in an intranet', () => {
    // The test pages are on localhost, which browsers treat as secure.
    const original = Object.getOwnPropertyDescriptor(window, 'isSecureContext')!;
    before(() => Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false }));
    after(() => Object.defineProperty(window, 'isSecureContext', original));

    for (const mode of ['direct', 'connect'] as const)
      it(`says so at once, and asks for nothing, in ${mode} mode`, async () => {
        const element = await fixture<MhbLoginBox>(
          html`<mhb-login-box
            lang="en"
            mode=${mode}
            client-id="clinic"
            .client=${newClient()}
          ></mhb-login-box>`,
        );
        await failsWith(element, 'secure-context-required');
        expect(text(element, '[role=alert]')).to.contain('Open the page at its https address.');
        expect(element.shadowRoot!.querySelector('input, button')).to.equal(null);
        await expect(element).to.be.accessible();
        element.lang = 'zh-Hant';
        await waitUntil(
          () => text(element, '[role=alert]').includes('請改用 https 開頭的網址。'),
          'in Chinese',
        );
      });
  });

  it('follows the language of the page, its own attribute, and added translations', async () => {
    const element = await box();
    expect(text(element, '.submit').trim()).to.equal('Confirm');
    element.removeAttribute('lang');
    document.documentElement.lang = 'zh-TW';
    await waitUntil(() => text(element, '.submit').trim() === '確認', 'Chinese by the page');
    element.lang = 'ja';
    element.translations = { ja: { 'login-box': { confirm: 'ログイン' } } };
    await waitUntil(() => text(element, '.submit').trim() === 'ログイン', 'Japanese by the page');
    expect(text(element, 'h2')).to.equal('Log in to your health passbook');
    document.documentElement.lang = 'en';
  });

  it('says so if nobody handles the first application, but not if the page does', async () => {
    const element = await box();
    const [register] = element.shadowRoot!.querySelectorAll<HTMLElement>('.links button');
    register!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('You cannot do this online on this page yet');
    element.addEventListener('mhb-register', (event) => {
      event.preventDefault();
    });
    register!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).not.to.contain('You cannot do this online on this page yet');
  });

  it('fits a page 320 pixels wide with text at 200 %', async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
    await box();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });
});
