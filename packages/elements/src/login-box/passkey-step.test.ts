import { expect, fixture, html } from '@open-wc/testing';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/login-box';
import type { MhbLoginBox } from '@mhb-kit/elements/login-box';
import { inMemoryGateway } from '@mhb-kit/testkit/gateway';
import { people } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

/** Creates a client of a gateway that accepts passkeys from this page. */
const client = (): GatewayClient =>
  createGatewayClient(
    inMemoryGateway({ people, service: { loginMethods: ['nhi-card', 'certificate', 'passkey'] } }),
  );

/** Runs a test in a simulated browser that does or does not support passkeys. */
async function inBrowser(credential: object | undefined, work: () => Promise<void>): Promise<void> {
  const original = Object.getOwnPropertyDescriptor(globalThis, 'PublicKeyCredential');
  Object.defineProperty(globalThis, 'PublicKeyCredential', { value: credential, configurable: true });
  try {
    await work();
  } finally {
    if (original === undefined) Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
    else Object.defineProperty(globalThis, 'PublicKeyCredential', original);
  }
}
const withKeys = {
  parseRequestOptionsFromJSON: (options: object) => options,
  isUserVerifyingPlatformAuthenticatorAvailable: () => Promise.resolve(true),
};

async function box(lang = 'en'): Promise<MhbLoginBox> {
  const opened = client();
  const element = await fixture<MhbLoginBox>(
    html`<mhb-login-box lang=${lang} .client=${opened} .cards=${[]}></mhb-login-box>`,
  );
  await opened.service();
  await waitUntil(() => find(element, '#tab-certificate') !== null, 'the other ways are there');
  return element;
}

describe('<mhb-login-box>, with passkeys', () => {
  it('shows the other ways and no button if the browser does not support passkeys', () =>
    inBrowser(undefined, async () => {
      const element = await box();
      await element.updateComplete;
      expect(find(element, '#passkey')).to.equal(null);
      expect(find(element, '#password')).not.to.equal(null);
      await expect(element).to.be.accessible();
    }));

  it('shows no button if a passkey cannot be stored', () =>
    inBrowser(
      { ...withKeys, isUserVerifyingPlatformAuthenticatorAvailable: () => Promise.resolve(false) },
      async () => {
        const element = await box();
        await element.updateComplete;
        expect(find(element, '#passkey')).to.equal(null);
      },
    ));

  for (const lang of ['zh-Hant', 'en'])
    it(`offers one first and is accessible in ${lang}, even if none was used`, () =>
      inBrowser(withKeys, async () => {
        const element = await box(lang);
        await waitUntil(() => find(element, '#passkey') !== null, 'the button is there');
        await expect(element).to.be.accessible();
        find(element, '#passkey').click();
        // The in-memory gateway accepts no passkeys, so the login fails and only the other methods are left.
        await waitUntil(() => words(element).includes('login-method-unavailable'), 'it says so');
        expect(find(element, '#password')).not.to.equal(null);
        await expect(element).to.be.accessible();
      }));
});
