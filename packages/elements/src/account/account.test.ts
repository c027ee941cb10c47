import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createGatewayClient, type ActivityEntry, type GatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/account';
import type { MhbAccountChangedEvent } from '@mhb-kit/elements';
import type { MhbAccount } from '@mhb-kit/elements/account';
import { inMemoryGateway, logIn, type InMemoryGateway } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, type, words } from '../../test/harness.js';

async function account(client: GatewayClient): Promise<MhbAccount> {
  const element = await fixture<MhbAccount>(html`<mhb-account lang="en" .client=${client}></mhb-account>`);
  await waitUntil(() => !words(element).includes('Loading'), 'loaded');
  return element;
}

async function signedIn(): Promise<{ readonly gateway: InMemoryGateway; readonly client: GatewayClient }> {
  const gateway = inMemoryGateway({ people });
  const client = createGatewayClient(gateway);
  await logIn(client, lin);
  return { gateway, client };
}

const send = (element: MhbAccount, form: string): void => {
  find<HTMLFormElement>(element, form).requestSubmit();
};

const download: ActivityEntry = {
  action: 'archive.download',
  subject: null,
  actor: 'person',
  representative: null,
  embedder: '明德綜合醫院',
  assurance: 'card-read-enrolled',
  firstAt: '2026-04-16T07:20:00Z',
  lastAt: '2026-04-16T07:24:00Z',
  times: 1,
};

describe('<mhb-account>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await account((await signedIn()).client);
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      send(element, '#contact');
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('requires a login first, and shows nothing of a person who has left', async () => {
    const { client } = await signedIn();
    const element = await account(client);
    expect(words(element)).to.contain('How to reach you');
    await client.logout();
    await element.updateComplete;
    expect(words(element)).to.contain('Log in to see').and.not.to.contain('How to reach you');
  });

  it('shows partly masked contact details, and changes those that are filled in', async () => {
    const { gateway, client } = await signedIn();
    const element = await account(client);
    expect(words(element)).not.to.contain(lin.email).and.not.to.contain(lin.mobile);
    type(element, { telephone: '(02)26210000', contactPassword: lin.password });
    setTimeout(() => {
      send(element, '#contact');
    });
    const { change } = await oneEvent<MhbAccountChangedEvent>(element, 'mhb-account-changed');
    expect(change).to.equal('contact');
    expect(gateway.account(lin).contact).to.include({
      telephone: '(02)26210000',
      email: lin.email,
    });
    await element.updateComplete;
    expect(words(element)).to.contain('Saved.');
    expect(find<HTMLInputElement>(element, '#contactPassword').value).to.equal('');
  });

  it('uses a new number after its code was entered', async () => {
    const { gateway, client } = await signedIn();
    const element = await account(client);
    type(element, { mobile: '0911222333', contactPassword: lin.password });
    send(element, '#contact');
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'code', 'asks for the code');
    await expect(element).to.be.accessible();
    const { contact } = gateway.account(lin);
    expect(contact!.mobile).to.equal(lin.mobile);
    expect(find(element, '#mobile-advice').textContent).to.contain('09*****333');
    type(element, { code: '12345' });
    send(element, '#confirm-mobile');
    await element.updateComplete;
    expect(find(element, '#code-error')).not.to.equal(null);
    const { to, secret } = gateway.messages.at(-1)!;
    expect(to).to.equal('0911222333');
    type(element, { code: secret === '000000' ? '000001' : '000000' });
    send(element, '#confirm-mobile');
    await waitUntil(() => words(element).includes('code-wrong'), 'wrong');
    type(element, { code: secret! });
    setTimeout(() => {
      send(element, '#confirm-mobile');
    });
    const { change } = await oneEvent<MhbAccountChangedEvent>(element, 'mhb-account-changed');
    expect(change).to.equal('contact');
    expect(contact!.mobile).to.equal('0911222333');
    await element.updateComplete;
    expect(words(element)).to.contain('is now in use');
    expect(find(element, '#confirm-mobile')).to.equal(null);
  });

  it('says that a new address must be confirmed', async () => {
    const { gateway, client } = await signedIn();
    const element = await account(client);
    type(element, { email: 'new@example.tw', contactPassword: lin.password });
    send(element, '#contact');
    await waitUntil(() => find(element, '#email-advice') !== null, 'pending');
    expect(find(element, '#email-advice').textContent).to.contain('is not confirmed yet');
    expect(gateway.account(lin).contact!.email).to.equal(lin.email);
  });

  it('requires the current password, and reports when it is wrong', async () => {
    const element = await account((await signedIn()).client);
    type(element, { mobile: '0911222333', contactPassword: 'wrong' });
    send(element, '#contact');
    await waitUntil(() => words(element).includes('login-failed'), 'wrong');
    type(element, { contactPassword: '' });
    send(element, '#contact');
    await element.updateComplete;
    expect(find(element, '#contactPassword-error')).not.to.equal(null);
  });

  it('changes the password', async () => {
    const { gateway, client } = await signedIn();
    const element = await account(client);
    type(element, { currentPassword: lin.password, newPassword: 'Newpass22', repeatedPassword: 'Newpass2' });
    send(element, '#change-password');
    await element.updateComplete;
    expect(find(element, '#repeatedPassword-error').textContent).to.contain('differ');
    type(element, { repeatedPassword: 'Newpass22' });
    setTimeout(() => {
      send(element, '#change-password');
    });
    const { change } = await oneEvent<MhbAccountChangedEvent>(element, 'mhb-account-changed');
    expect(change).to.equal('password');
    expect(gateway.account(lin).password).to.equal('Newpass22');
  });

  it('lists the person’s logins, and ends one or all', async () => {
    const { gateway, client } = await signedIn();
    gateway.addSession(lin, { embedder: '明德綜合醫院', openedAt: new Date() });
    const element = await account(client);
    expect(words(element)).to.contain('明德綜合醫院');
    find(element, '.sessions button').click();
    await waitUntil(() => !words(element).includes('明德綜合醫院'), 'ended');
    expect(element.shadowRoot!.activeElement!.id).to.equal('sessions');
    find(element, '#end-all').click();
    await waitUntil(() => client.session === null, 'all ended');
  });

  const day = (text: string): Date => new Date(`${text}T10:00:00+08:00`);
  function trust(gateway: InMemoryGateway, id: string, lastUsedAt: Date): void {
    const times = { addedAt: day('2026-03-01'), lastUsedAt, expiresAt: new Date(Date.now() + 86_400_000) };
    gateway.account(lin).readers.set(`thumbprint of ${id}`, { id, ...times });
  }
  const [home, office] = [
    '6f1c1a52-6c0e-4e0a-9d3f-0d8b1f0a7c11',
    '0b9be4c7-3d0a-4f55-8f0f-1a2b3c4d5e6f',
  ] as const;
  const twoReaders = (gateway: InMemoryGateway): void => {
    trust(gateway, home, day('2026-04-15'));
    trust(gateway, office, day('2026-04-01'));
  };
  const idsOf = (gateway: InMemoryGateway): string[] =>
    [...gateway.account(lin).readers.values()].map(({ id }) => id);
  const readersIn = (element: MhbAccount): NodeListOf<HTMLElement> =>
    element.shadowRoot!.querySelectorAll<HTMLElement>('[aria-labelledby=readers] li button');

  it('lists the readers that need no code, most recently used first, and removes one', async () => {
    const { gateway, client } = await signedIn();
    twoReaders(gateway);
    const element = await account(client);
    expect(words(element)).to.contain('Last used Apr 15, 2026 10:00').and.to.contain('expires');
    await expect(element).to.be.accessible();
    setTimeout(() => readersIn(element)[0]!.click());
    const { change } = await oneEvent<MhbAccountChangedEvent>(element, 'mhb-account-changed');
    expect(change).to.equal('reader');
    expect(idsOf(gateway)).to.deep.equal([office]);
    await waitUntil(() => readersIn(element).length === 1, 'one is left');
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'readers', 'the focus is not lost');
  });

  it('removes all readers at once, and those that a new password has removed', async () => {
    const { gateway, client } = await signedIn();
    twoReaders(gateway);
    const element = await account(client);
    find(element, '#forget-all').click();
    await waitUntil(() => readersIn(element).length === 0, 'none is left');
    expect(idsOf(gateway)).to.deep.equal([]);
    expect(words(element)).to.contain('There are none. To add');

    twoReaders(gateway);
    await client.logout();
    await logIn(client, lin);
    await waitUntil(() => readersIn(element).length === 2, 'loads again');
    type(element, { currentPassword: lin.password, newPassword: 'Newpass22', repeatedPassword: 'Newpass22' });
    send(element, '#change-password');
    await waitUntil(() => readersIn(element).length === 0, 'removed with the old password');
  });

  it('reports that a reader could not be removed, and keeps it in the list', async () => {
    const { gateway, client } = await signedIn();
    twoReaders(gateway);
    const element = await account(client);
    gateway.fail('DELETE /v1/account/readers/{id}', 'gateway-unreachable');
    readersIn(element)[0]!.click();
    await waitUntil(() => words(element).includes('gateway-unreachable'), 'says so');
    expect(readersIn(element).length).to.equal(2);
  });

  it('removes a certificate with the password, so that another can be added', async () => {
    const { gateway, client } = await signedIn();
    gateway.account(lin).certificate = true;
    const element = await account(client);
    expect(find(element, '#certificate .badge').textContent).to.equal('added');
    find(element, '#ask-certificate').click();
    await waitUntil(
      () => element.shadowRoot!.activeElement?.id === 'safetyPassword',
      'asks for the password',
    );
    await expect(element).to.be.accessible();
    type(element, { safetyPassword: 'wrong' });
    send(element, '#confirm-certificate');
    await waitUntil(() => words(element).includes('login-failed'), 'wrong');
    expect(gateway.account(lin).certificate).to.equal(true);
    type(element, { safetyPassword: lin.password });
    send(element, '#confirm-certificate');
    await waitUntil(() => words(element).includes('The certificate was removed'), 'removed');
    expect(gateway.account(lin).certificate).to.equal(false);
    expect(find(element, '#certificate .badge').textContent).to.equal('not added');
    expect(find(element, '#ask-certificate')).to.equal(null);
  });

  it('does not mention certificates if none are accepted and none was added', async () => {
    const gateway = inMemoryGateway({ people, service: { loginMethods: ['nhi-card'] } });
    const client = createGatewayClient(gateway);
    await logIn(client, lin);
    const element = await account(client);
    await waitUntil(() => find(element, '#certificate') === null, 'not shown');
    expect(find(element, '#suspension')).not.to.equal(null);
  });

  it('suspends the account after a confirmation, ends the session and explains how to resume', async () => {
    const { gateway, client } = await signedIn();
    const element = await account(client);
    find(element, '#ask-suspension').click();
    await waitUntil(() => find(element, '#confirm-suspension') !== null, 'asks again');
    await expect(element).to.be.accessible();
    expect(gateway.account(lin).isSuspended).to.equal(false);
    find(element, '#cancel').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'ask-suspension', 'taken back');
    find(element, '#ask-suspension').click();
    await waitUntil(() => find(element, '#confirm-suspension') !== null, 'asks again');
    send(element, '#confirm-suspension');
    await element.updateComplete;
    expect(find(element, '#safetyPassword-error')).not.to.equal(null);
    type(element, { safetyPassword: lin.password });
    setTimeout(() => {
      send(element, '#confirm-suspension');
    });
    const { change } = await oneEvent<MhbAccountChangedEvent>(element, 'mhb-account-changed');
    expect(change).to.equal('suspended');
    expect(gateway.account(lin).isSuspended).to.equal(true);
    await waitUntil(() => words(element).includes('Your account is suspended'), 'says so');
    expect(client.session).to.equal(null);
    expect(words(element))
      .to.contain('To resume your account, choose')
      .and.not.to.contain('How to reach you');
    await expect(element).to.be.accessible();
  });

  it('shows who used the data and when', async () => {
    const { gateway, client } = await signedIn();
    gateway.addActivity(lin, { ...download, times: 2 });
    const element = await account(client);
    expect(words(element)).to.contain('Apr 16, 2026 15:24 Downloaded the passbook 2 times 明德綜合醫院');
  });

  it('reports that the gateway is unavailable, and tries again', async () => {
    const { gateway, client } = await signedIn();
    gateway.fail('GET /v1/account', 'gateway-unreachable');
    const element = await account(client);
    await waitUntil(() => words(element).includes('gateway-unreachable'), 'says so');
    gateway.recover();
    find(element, '#retry').click();
    await waitUntil(() => words(element).includes('How to reach you'), 'recovers');
  });

  it('fits a page 320 pixels wide with text at 200 %', async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
    const { gateway, client } = await signedIn();
    gateway.addActivity(lin, download);
    await account(client);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });
});
