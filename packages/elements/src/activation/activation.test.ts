import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { simulatedProvider } from '@mhb-kit/core/card';
import {
  createAccountClient,
  createGatewayClient,
  type AccountClient,
  type RegistrationApplication,
} from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/activation';
import type { MhbActivation } from '@mhb-kit/elements/activation';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { inMemoryGateway, logIn, type InMemoryGateway, type SentMessage } from '@mhb-kit/testkit/gateway';
import { lin, wang, type InventedPerson } from '@mhb-kit/testkit/people';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, words } from '../../test/harness.js';

const cardOf = (person: InventedPerson) => virtualNhiCard({ ...person, ...person.card });

const application: Omit<RegistrationApplication, 'card'> = {
  name: lin.name,
  householdNumber: lin.householdNumber,
  registeredAddress: '臺北市',
  birthDate: lin.birthDate,
  password: lin.password,
  telephone: null,
  mobile: lin.mobile,
  email: lin.email,
  alternateEmail: null,
};

const read = async (client: AccountClient): Promise<RegistrationApplication['card']> => ({
  nationalId: lin.nationalId,
  cardNumber: lin.card.cardNumber,
  nonce: (await client.challenge()).nonce,
  attestation: null,
});

/**
 * Returns the secret in the latest message of a given kind. Returns an empty string if no such message was sent.
 */
const last = (gateway: InMemoryGateway, purpose: SentMessage['purpose']): string =>
  gateway.messages.findLast((message) => message.purpose === purpose)?.secret ?? '';

async function applied(): Promise<{ gateway: InMemoryGateway; client: AccountClient }> {
  const gateway = inMemoryGateway();
  const client = createAccountClient(gateway);
  await client.register({ ...application, card: await read(client) });
  return { gateway, client };
}

async function page(
  client: AccountClient,
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
      const { gateway, client } = await applied();
      const element = await page(client, last(gateway, 'confirm-registration'));
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await askForCode(element);
      await expect(element).to.be.accessible();
      await confirm(element, last(gateway, 'code'));
      await waitUntil(() => words(element).includes('Your account is confirmed'), 'confirmed');
      await expect(element).to.be.accessible();
    });
  }

  it('sends nothing before the person asks, then confirms with card and code', async () => {
    const { gateway, client } = await applied();
    const element = await page(client, last(gateway, 'confirm-registration'));
    expect(last(gateway, 'code')).to.equal('');
    await askForCode(element);
    expect(words(element)).to.contain('K22301****').and.to.contain('林○芬').and.to.contain('426');
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '#code'));
    setTimeout(() => void confirm(element, last(gateway, 'code')));
    await oneEvent(element, 'mhb-account-activated');
    expect(gateway.account(lin).cardNumber).to.equal(lin.card.cardNumber);
  });

  it('removes the ticket from the address', async () => {
    const { gateway, client } = await applied();
    history.replaceState(null, '', `#ticket=${last(gateway, 'confirm-registration')}`);
    const element = await page(client, undefined);
    expect(location.hash).to.equal('');
    await askForCode(element);
  });

  it('reports a wrong code, and how many attempts are left', async () => {
    const { gateway, client } = await applied();
    const element = await page(client, last(gateway, 'confirm-registration'));
    await askForCode(element);
    await confirm(element, last(gateway, 'code') === '111111' ? '222222' : '111111');
    await waitUntil(() => words(element).includes('code-wrong'), 'wrong');
    await waitUntil(() => words(element).includes('attempts are left'), 'says how many');
  });

  it('checks the format of the code at the field', async () => {
    const { gateway, client } = await applied();
    const element = await page(client, last(gateway, 'confirm-registration'));
    await askForCode(element);
    await confirm(element, '12');
    await element.updateComplete;
    expect(find(element, '#code-error').textContent).to.contain('six digits');
  });

  it("refuses another person's card", async () => {
    const { gateway, client } = await applied();
    const element = await page(client, last(gateway, 'confirm-registration'), wang);
    await askForCode(element);
    await confirm(element, last(gateway, 'code'));
    await waitUntil(() => words(element).includes('card-mismatch'), 'refused');
  });

  it('reports an invalid link, and has the mail sent again', async () => {
    const { gateway, client } = await applied();
    const old = last(gateway, 'confirm-registration');
    await client.resendConfirmation(await read(client));
    const element = await page(client, old);
    find(element, '[part=submit]').click();
    await waitUntil(() => words(element).includes('This link or code is no longer valid'), 'void');
    await expect(element).to.be.accessible();
    const before = last(gateway, 'confirm-registration');
    await waitUntil(() => words(element).includes('A card is inserted'), 'sees the card');
    find(element, '#resend').click();
    await waitUntil(() => last(gateway, 'confirm-registration') !== before, 'sent again');
    await waitUntil(() => words(element).includes('the e-mail was sent again'), 'says so');
  });

  it('tells a person without a ticket where to find it', async () => {
    const { client } = await applied();
    expect(words(await page(client, undefined))).to.contain('follow the link in the e-mail');
  });

  it('confirms a new e-mail address without a card', async () => {
    const gateway = inMemoryGateway({ people: [lin] });
    const signedIn = createGatewayClient(gateway);
    await logIn(signedIn, lin);
    await signedIn.changeContact({ currentPassword: lin.password, email: 'new@example.tw' });
    const element = await page(createAccountClient(gateway), last(gateway, 'confirm-email'));
    element.confirms = 'email';
    await element.updateComplete;
    expect(find(element, '.reader')).to.equal(null);
    find(element, '[part=submit]').click();
    await waitUntil(() => words(element).includes('is now in use'), 'confirmed');
    expect(gateway.account(lin).contact!.email).to.equal('new@example.tw');
  });
});
