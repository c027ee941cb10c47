import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { MhbError } from '@mhb-kit/core/error';
import type { ActivityEntry } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/account';
import type { MhbAccountChangedEvent } from '@mhb-kit/elements';
import type { MhbAccount } from '@mhb-kit/elements/account';
import { InMemoryGatewayClient } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';

async function account(client: InMemoryGatewayClient): Promise<MhbAccount> {
  const element = await fixture<MhbAccount>(html`<mhb-account lang="en" .client=${client}></mhb-account>`);
  await waitUntil(() => !words(element).includes('Loading'), 'loaded');
  return element;
}

function signedIn(): InMemoryGatewayClient {
  const client = new InMemoryGatewayClient({ people });
  client.signIn(lin);
  return client;
}

const find = <T extends HTMLElement>(element: MhbAccount, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const words = (element: MhbAccount): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');
const type = (element: MhbAccount, values: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(values))
    find<HTMLInputElement>(element, `#${name}`).value = value;
};
const send = (element: MhbAccount, form: string): void => {
  find<HTMLFormElement>(element, form).requestSubmit();
};

const download: ActivityEntry = {
  action: 'archive.download',
  subject: null,
  actor: 'person',
  embedder: '明德綜合醫院',
  assurance: 'card-read-enrolled',
  firstAt: '2026-04-16T07:20:00Z',
  lastAt: '2026-04-16T07:24:00Z',
  times: 1,
};

describe('<mhb-account>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const element = await account(signedIn());
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      send(element, '#contact');
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('asks for a login first, and shows nothing of a person who has left', async () => {
    const client = signedIn();
    const element = await account(client);
    expect(words(element)).to.contain('How to reach you');
    await client.logout();
    await element.updateComplete;
    expect(words(element)).to.contain('Log in to see').and.not.to.contain('How to reach you');
  });

  it('shows contact details in part, and changes those that are filled in', async () => {
    const client = signedIn();
    const element = await account(client);
    expect(words(element)).not.to.contain(lin.email).and.not.to.contain(lin.mobile);
    type(element, { telephone: '(02)26210000', contactPassword: lin.password });
    setTimeout(() => {
      send(element, '#contact');
    });
    const { change } = await oneEvent<MhbAccountChangedEvent>(element, 'mhb-account-changed');
    expect(change).to.equal('contact');
    expect(client.accounts.find(lin.nationalId)!.contact).to.include({
      telephone: '(02)26210000',
      email: lin.email,
    });
    await element.updateComplete;
    expect(words(element)).to.contain('Saved.');
    expect(find<HTMLInputElement>(element, '#contactPassword').value).to.equal('');
  });

  it('lets a new number count once its code is typed', async () => {
    const client = signedIn();
    const element = await account(client);
    type(element, { mobile: '0911222333', contactPassword: lin.password });
    send(element, '#contact');
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'code', 'asks for the code');
    await expect(element).to.be.accessible();
    const { contact } = client.accounts.find(lin.nationalId)!;
    expect(contact.mobile).to.equal(lin.mobile);
    expect(find(element, '#mobile-advice').textContent).to.contain('09*****333');
    type(element, { code: '12345' });
    send(element, '#confirm-mobile');
    await element.updateComplete;
    expect(find(element, '#code-error')).not.to.equal(null);
    const { to, secret } = client.accounts.messages.at(-1)!;
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
    expect(contact.mobile).to.equal('0911222333');
    await element.updateComplete;
    expect(words(element)).to.contain('has taken effect');
    expect(find(element, '#confirm-mobile')).to.equal(null);
  });

  it('says that a new address waits for its confirmation', async () => {
    const client = signedIn();
    const element = await account(client);
    type(element, { email: 'new@example.tw', contactPassword: lin.password });
    send(element, '#contact');
    await waitUntil(() => find(element, '#email-advice') !== null, 'pending');
    expect(find(element, '#email-advice').textContent).to.contain('waits to be confirmed');
    expect(client.accounts.find(lin.nationalId)!.contact.email).to.equal(lin.email);
  });

  it('wants the current password, and says when it is wrong', async () => {
    const element = await account(signedIn());
    type(element, { mobile: '0911222333', contactPassword: 'wrong' });
    send(element, '#contact');
    await waitUntil(() => words(element).includes('login-failed'), 'wrong');
    type(element, { contactPassword: '' });
    send(element, '#contact');
    await element.updateComplete;
    expect(find(element, '#contactPassword-error')).not.to.equal(null);
  });

  it('changes the password', async () => {
    const client = signedIn();
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
    expect(client.accounts.find(lin.nationalId)!.password).to.equal('Newpass22');
  });

  it('shows where the person is logged in, and ends one or all of it', async () => {
    const client = signedIn();
    client.addSession('明德綜合醫院', new Date());
    const element = await account(client);
    expect(words(element)).to.contain('明德綜合醫院');
    find(element, '.sessions button').click();
    await waitUntil(() => !words(element).includes('明德綜合醫院'), 'ended');
    expect(element.shadowRoot!.activeElement!.id).to.equal('sessions');
    find(element, '#end-all').click();
    await waitUntil(() => client.session === null, 'all ended');
  });

  it('tells who used the data when', async () => {
    const client = signedIn();
    client.addActivity({ ...download, times: 2 });
    const element = await account(client);
    expect(words(element)).to.contain('Apr 16, 2026 15:24 Downloaded the passbook 2 times 明德綜合醫院');
  });

  it('says that the gateway is down, and tries again', async () => {
    const client = signedIn();
    const real = client.account.bind(client);
    client.account = () => Promise.reject(new MhbError('gateway-unreachable'));
    const element = await account(client);
    await waitUntil(() => words(element).includes('gateway-unreachable'), 'says so');
    client.account = real;
    find(element, '#retry').click();
    await waitUntil(() => words(element).includes('How to reach you'), 'recovers');
  });

  it('fits a page 320 pixels wide with text at 200 %', async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
    const client = signedIn();
    client.addActivity(download);
    await account(client);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });
});
