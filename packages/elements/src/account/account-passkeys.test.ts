import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { privateTopics } from '@mhb-kit/core/request';
import '@mhb-kit/elements/define/account';
import type { MhbAccountChangedEvent } from '@mhb-kit/elements';
import type { MhbAccount } from '@mhb-kit/elements/account';
import { inMemoryGateway, logIn, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, people, wang } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, type, words } from '../../test/harness.js';

async function signedIn(
  prepare: (gateway: InMemoryGateway) => unknown = () => undefined,
): Promise<{ readonly gateway: InMemoryGateway; readonly client: GatewayClient }> {
  const gateway = inMemoryGateway({ people, service: { passkeys: true, representations: true } });
  const client = createGatewayClient(gateway);
  await logIn(client, lin);
  await prepare(gateway);
  return { gateway, client };
}

async function account(client: GatewayClient, lang = 'en', show = 'all'): Promise<MhbAccount> {
  const element = await fixture<MhbAccount>(
    html`<mhb-account lang=${lang} show=${show} .client=${client}></mhb-account>`,
  );
  await waitUntil(() => !/Loading|讀取中/.test(words(element)), 'loaded');
  return element;
}

const send = (element: MhbAccount, form: string): void => {
  find<HTMLFormElement>(element, form).requestSubmit();
};
const keys = (element: MhbAccount): string[] =>
  [...element.shadowRoot!.querySelectorAll('[aria-labelledby=passkeys] li')].map((each) =>
    each.textContent.replace(/\s+/g, ' ').trim(),
  );

const two = (gateway: InMemoryGateway): void => {
  gateway.addPasskey(lin, { name: 'Windows', addedAt: '2026-03-01T02:00:00Z' });
  gateway.addPasskey(lin, {
    name: 'iPhone',
    synced: true,
    addedAt: '2026-03-02T02:00:00Z',
    lastUsedAt: '2026-04-15T02:00:00Z',
  });
};

describe('<mhb-account>, with passkeys', () => {
  for (const lang of ['zh-Hant', 'en'])
    it(`lists them, with their last use, and is accessible in ${lang}`, async () => {
      const { client } = await signedIn(two);
      const element = await account(client, lang, 'passkeys');
      await waitUntil(() => keys(element).length === 2, 'they are there');
      const [unused, used] = keys(element);
      expect(unused)
        .to.contain('Windows')
        .and.to.match(/還沒有用過|not used yet/);
      expect(used)
        .to.contain('iPhone')
        .and.to.match(/最近使用|last used/)
        .and.to.match(/同步|Synced/);
      await expect(element).to.be.accessible();
    });

  it('states that there are no passkeys only after the answer has arrived', async () => {
    const { gateway, client } = await signedIn();
    const held = gateway.hold('GET /v1/account/passkeys');
    const element = await fixture<MhbAccount>(
      html`<mhb-account lang="en" show="passkeys" .client=${client}></mhb-account>`,
    );
    await held.asked;
    await waitUntil(() => find(element, '#passkeys-part') !== null, 'the part is there');
    expect(words(element)).to.contain('Loading').and.not.to.contain('You have no passkeys');
    expect(find(element, '#add-by-phone')).to.equal(null);
    await expect(element).to.be.accessible();
    held.release();
    await waitUntil(() => words(element).includes('You have no passkeys'), 'it knows');
    expect(words(element)).not.to.contain('Loading');
    expect(find(element, '#add-by-phone')).not.to.equal(null);
  });

  it('reports that they are unavailable, shows none, and tries again', async () => {
    const { gateway, client } = await signedIn(two);
    gateway.fail('GET /v1/account/passkeys', 'gateway-unreachable');
    const element = await account(client, 'en', 'passkeys');
    await waitUntil(() => words(element).includes('gateway-unreachable'), 'it says so');
    expect(words(element)).not.to.contain('You have no passkeys');
    await expect(element).to.be.accessible();
    gateway.recover();
    find(element, '.again').click();
    await waitUntil(() => keys(element).length === 2, 'they are there');
    expect(words(element)).not.to.contain('gateway-unreachable');
  });

  it('removes a passkey, and keeps showing one that could not be removed', async () => {
    const { gateway, client } = await signedIn(two);
    const element = await account(client, 'en', 'passkeys');
    await waitUntil(() => keys(element).length === 2, 'they are there');
    gateway.fail('DELETE /v1/account/passkeys/{id}', 'gateway-unreachable');
    find(element, '.remove').click();
    await waitUntil(() => words(element).includes('gateway-unreachable'), 'it says so');
    expect(keys(element)).to.have.length(2);
    gateway.recover();
    setTimeout(() => find(element, '.remove').click());
    const { change } = await oneEvent<MhbAccountChangedEvent>(element, 'mhb-account-changed');
    expect(change).to.equal('passkey');
    await waitUntil(() => keys(element).length === 1, 'it is gone');
    expect(keys(element)[0]).to.contain('iPhone');
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'passkeys', 'the focus is not lost');
    expect(words(element)).to.contain('The passkey was removed');
  });

  it('adds one with a phone: password, QR code, four digits', async () => {
    const { gateway, client } = await signedIn();
    const element = await account(client, 'en', 'passkeys');
    await waitUntil(() => find(element, '#add-by-phone') !== null, 'it is offered');
    find(element, '#add-by-phone').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'passkeyPassword', 'the password');
    await expect(element).to.be.accessible();
    type(element, { passkeyPassword: 'wrong' });
    send(element, '#passkey-step');
    await waitUntil(() => words(element).includes('login-failed'), 'wrong');
    type(element, { passkeyPassword: lin.password });
    send(element, '#passkey-step');
    await waitUntil(() => find(element, 'svg.qr') !== null, 'the code to scan');
    expect(words(element)).to.contain('Waiting for the phone');
    await expect(element).to.be.accessible();
    const code = gateway.makePasskey(lin);
    await waitUntil(() => find(element, '#passkeyCode') !== null, 'the digits');
    await expect(element).to.be.accessible();
    type(element, { passkeyCode: '12' });
    send(element, '#passkey-step');
    await waitUntil(() => words(element).includes('Type the four digits.'), 'four');
    type(element, { passkeyCode: code === '1111' ? '2222' : '1111' });
    send(element, '#passkey-step');
    await waitUntil(() => words(element).includes('code-wrong'), 'wrong');
    type(element, { passkeyCode: code });
    send(element, '#passkey-step');
    await waitUntil(() => keys(element).length === 1, 'it is there');
    expect(words(element)).to.contain('The passkey was added');
  });

  it('no longer shows passkeys that a new password has ended', async () => {
    const { client } = await signedIn(two);
    const element = await account(client);
    await waitUntil(() => keys(element).length === 2, 'they are there');
    type(element, { currentPassword: lin.password, newPassword: 'Newpass22', repeatedPassword: 'Newpass22' });
    send(element, '#change-password');
    await waitUntil(() => keys(element).length === 0, 'none is left');
    expect(words(element)).to.contain('Your passkeys no longer work');
  });

  it('fits a phone 390 pixels wide', async () => {
    await setViewport({ width: 390, height: 844 });
    const { client } = await signedIn(two);
    const element = await account(client, 'zh-Hant', 'passkeys');
    await waitUntil(() => keys(element).length === 2, 'they are there');
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    await setViewport({ width: 800, height: 600 });
  });
});

describe('<mhb-account>, with legal representatives', () => {
  /** Creates the account of Wang. Lin, who is Wang's mother, represents Wang. */
  async function represented(): Promise<{
    gateway: InMemoryGateway;
    mother: GatewayClient;
    client: GatewayClient;
  }> {
    const { gateway, client: mother } = await signedIn();
    gateway.addRepresentation(lin, wang, { kind: 'parent', endsOn: '2030-12-31', withheld: privateTopics });
    const client = createGatewayClient(gateway);
    await logIn(client, wang);
    return { gateway, mother, client };
  }
  const listed = (element: MhbAccount): string =>
    find(element, '[aria-labelledby=representatives]').textContent.replace(/\s+/g, ' ');

  it('shows who may read, in which role, until when, and when they last did', async () => {
    const { mother, client } = await represented();
    const element = await account(client);
    await waitUntil(() => find(element, '[aria-labelledby=representatives]') !== null, 'listed');
    expect(listed(element)).to.contain('Parent').and.to.contain('Until Dec 31, 2030, not used yet');
    expect(listed(element)).to.contain('Does not see: mental health');
    await expect(element).to.be.accessible();
    await mother.represent((await mother.representations()).represents[0]?.id ?? '');
    await mother.listRequests();
    const later = await account(client);
    await waitUntil(() => find(later, '[aria-labelledby=representatives]') !== null, 'listed');
    expect(listed(later)).to.contain('last used');
    expect(find(later, '[aria-labelledby=sessions]').textContent).to.contain('by the legal representative');
  });

  it('states that nobody may read', async () => {
    const { client } = await signedIn();
    const element = await account(client);
    await waitUntil(() => find(element, '#representatives') !== null, 'the part is there');
    expect(find(element, '#representatives').parentElement!.textContent).to.contain('Nobody.');
  });

  for (const show of ['all', 'passkeys'])
    it(`shows the person’s own account, and whose passbook is being read (${show})`, async () => {
      const { mother } = await represented();
      const element = await account(mother, 'en', show);
      await waitUntil(() => find(element, '#passkeys') !== null, 'it is their own');
      await mother.represent((await mother.representations()).represents[0]?.id ?? '');
      await waitUntil(() => words(element).includes('You are reading the passbook of'), 'whose it is');
      await waitUntil(() => words(element).includes('You cannot see or change the account'), 'says so');
      expect(find(element, '#passkeys')).to.equal(null);
      expect(find(element, '#contact')).to.equal(null);
      await expect(element).to.be.accessible();
      await mother.stopRepresenting();
      await waitUntil(() => find(element, '#passkeys') !== null, 'it is their own again');
    });
});
