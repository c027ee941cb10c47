import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { simulatedProvider } from '@mhb-kit/core/card';
import type { RegistrationApplication } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/activation';
import type { MhbActivation } from '@mhb-kit/elements/activation';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { InMemoryAccountClient, InMemoryAccounts } from '@mhb-kit/testkit/gateway';
import { lin, wang, type InventedPerson } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';

const cardOf = (person: InventedPerson) => virtualNhiCard({ ...person, ...person.card });

const application: RegistrationApplication = {
  card: {
    nationalId: lin.nationalId,
    cardNumber: lin.card.cardNumber,
    nonce: 'n'.repeat(43),
    attestation: null,
  },
  name: lin.name,
  householdNumber: lin.householdNumber,
  registeredAddress: '臺北市',
  password: lin.password,
  telephone: null,
  mobile: lin.mobile,
  email: lin.email,
  alternateEmail: null,
};

class Mailbox extends InMemoryAccounts {
  last(purpose: string): string {
    const message = this.messages.findLast((each) => each.purpose === purpose);
    return message?.secret ?? '';
  }
}

async function applied(): Promise<{ accounts: Mailbox; client: InMemoryAccountClient }> {
  const accounts = new Mailbox([]);
  const client = new InMemoryAccountClient({ accounts });
  await client.register(application);
  return { accounts, client };
}

async function page(
  client: InMemoryAccountClient,
  ticket: string | undefined,
  card: InventedPerson = lin,
): Promise<MhbActivation> {
  const element = await fixture<MhbActivation>(
    html`<mhb-activation
      lang="en"
      .accounts=${client}
      .ticket=${ticket}
      .cards=${[simulatedProvider(cardOf(card))]}
    ></mhb-activation>`,
  );
  await element.updateComplete;
  return element;
}

const find = <T extends HTMLElement>(element: MhbActivation, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const words = (element: MhbActivation): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');

async function askForCode(element: MhbActivation): Promise<void> {
  find(element, '[part=submit]').click();
  await waitUntil(() => find(element, '#code') !== null, 'asks for the code');
}

async function confirm(element: MhbActivation, code: string): Promise<void> {
  await waitUntil(() => words(element).includes('A card is inserted'), 'sees the card');
  find<HTMLInputElement>(element, '#code').value = code;
  find<HTMLFormElement>(element, 'form').requestSubmit();
}

describe('<mhb-activation>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}: before, with the code, and afterwards`, async () => {
      const { accounts, client } = await applied();
      const element = await page(client, accounts.last('confirm-registration'));
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await askForCode(element);
      await expect(element).to.be.accessible();
      await confirm(element, accounts.last('code'));
      await waitUntil(() => words(element).includes('You are confirmed'), 'confirmed');
      await expect(element).to.be.accessible();
    });
  }

  it('sends nothing before it is asked to, then confirms by card and code', async () => {
    const { accounts, client } = await applied();
    const element = await page(client, accounts.last('confirm-registration'));
    expect(accounts.last('code')).to.equal('');
    await askForCode(element);
    expect(words(element)).to.contain('K22301****').and.to.contain('林○芬').and.to.contain('426');
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '#code'));
    setTimeout(() => void confirm(element, accounts.last('code')));
    await oneEvent(element, 'mhb-account-activated');
    expect(accounts.find(lin.nationalId)).not.to.equal(undefined);
  });

  it('takes the ticket out of the address', async () => {
    const { accounts, client } = await applied();
    history.replaceState(null, '', `#ticket=${accounts.last('confirm-registration')}`);
    const element = await page(client, undefined);
    expect(location.hash).to.equal('');
    await askForCode(element);
  });

  it('says that a code is wrong, and how many attempts are left', async () => {
    const { accounts, client } = await applied();
    const element = await page(client, accounts.last('confirm-registration'));
    await askForCode(element);
    await confirm(element, accounts.last('code') === '111111' ? '222222' : '111111');
    await waitUntil(() => words(element).includes('code-wrong'), 'wrong');
    expect(words(element)).to.contain('attempts are left');
  });

  it('checks the form of the code at the field', async () => {
    const { accounts, client } = await applied();
    const element = await page(client, accounts.last('confirm-registration'));
    await askForCode(element);
    await confirm(element, '12');
    await element.updateComplete;
    expect(find(element, '#code-error').textContent).to.contain('six digits');
  });

  it("refuses another person's card", async () => {
    const { accounts, client } = await applied();
    const element = await page(client, accounts.last('confirm-registration'), wang);
    await askForCode(element);
    await confirm(element, accounts.last('code'));
    await waitUntil(() => words(element).includes('card-mismatch'), 'refused');
  });

  it('says that a link is void, and has the mail sent again', async () => {
    const { accounts, client } = await applied();
    const old = accounts.last('confirm-registration');
    await client.resendConfirmation(application.card);
    const element = await page(client, old);
    find(element, '[part=submit]').click();
    await waitUntil(() => words(element).includes('This link or code is void'), 'void');
    await expect(element).to.be.accessible();
    const before = accounts.last('confirm-registration');
    await waitUntil(() => words(element).includes('A card is inserted'), 'sees the card');
    find(element, '#resend').click();
    await waitUntil(() => accounts.last('confirm-registration') !== before, 'sent again');
    await waitUntil(() => words(element).includes('the mail was sent again'), 'says so');
  });

  it('tells whoever comes without a ticket where to find one', async () => {
    const { client } = await applied();
    expect(words(await page(client, undefined))).to.contain('opened by the link of the mail');
  });

  it('confirms a new e-mail address without a card', async () => {
    const { accounts, client } = await applied();
    let confirmed = false;
    accounts.announceEmail('new@example.tw', () => {
      confirmed = true;
    });
    const element = await page(client, accounts.last('confirm-email'));
    element.confirms = 'email';
    await element.updateComplete;
    expect(find(element, '.reader')).to.equal(null);
    find(element, '[part=submit]').click();
    await waitUntil(() => words(element).includes('has taken effect'), 'confirmed');
    expect(confirmed).to.equal(true);
  });
});
