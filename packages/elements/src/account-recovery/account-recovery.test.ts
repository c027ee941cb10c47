import { aTimeout, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { simulatedProvider, type SimulatedProvider } from '@mhb-kit/core/card';
import { createAccountClient, createGatewayClient } from '@mhb-kit/core/gateway';
import '@mhb-kit/elements/define/account-recovery';
import '@mhb-kit/elements/define/login-box';
import '@mhb-kit/elements/define/provider';
import type { MhbAccountRecoveredEvent } from '@mhb-kit/elements';
import type { MhbAccountRecovery } from '@mhb-kit/elements/account-recovery';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { inMemoryGateway, type InMemoryGateway, type InMemoryGatewayOptions } from '@mhb-kit/testkit/gateway';
import { lin, people } from '@mhb-kit/testkit/people';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../../test/wait-until.js';
import { find, type, words } from '../../test/harness.js';

const newCardNumber = '900000567890';
const newCard = () => virtualNhiCard({ ...lin, ...lin.card, cardNumber: newCardNumber });
const ownCard = () => virtualNhiCard({ ...lin, ...lin.card });

const enter = (
  gateway: InMemoryGateway,
  reader: SimulatedProvider,
  { kiosk, lang }: { readonly kiosk: boolean; readonly lang: string },
): Promise<HTMLElement> =>
  fixture<HTMLElement>(
    html`<mhb-provider
      lang=${lang}
      ?kiosk=${kiosk}
      .client=${createGatewayClient(gateway)}
      .accounts=${createAccountClient(gateway)}
      .cards=${[reader]}
      ><mhb-account-recovery></mhb-account-recovery
    ></mhb-provider>`,
  );

interface Stage {
  readonly element: MhbAccountRecovery;
  readonly gateway: InMemoryGateway;
  readonly reader: SimulatedProvider;
}

async function stage({
  card = newCard(),
  kiosk = false,
  lang = 'en',
  ...options
}: InMemoryGatewayOptions & {
  readonly card?: ReturnType<typeof virtualNhiCard>;
  readonly kiosk?: boolean;
  readonly lang?: string;
} = {}): Promise<Stage> {
  const gateway = inMemoryGateway({ people, ...options });
  const reader = simulatedProvider(card);
  const provider = await enter(gateway, reader, { kiosk, lang });
  const element = provider.querySelector<MhbAccountRecovery>('mhb-account-recovery')!;
  await waitUntil(() => find(element, '.choices') !== null, 'offers the possible situations');
  return { element, gateway, reader };
}

const saysTo = (gateway: InMemoryGateway, purpose: string): string[] =>
  gateway.messages.filter((message) => message.purpose === purpose).map(({ channel }) => channel);

async function choose(element: HTMLElement, occasion: string): Promise<void> {
  find(element, `#choose-${occasion}`).click();
  await waitUntil(() => find(element, '.choices') === null, `continues with ${occasion}`);
}
const send = (element: HTMLElement, form = 'details'): void => {
  find<HTMLFormElement>(element, `#${form}`).requestSubmit();
};
async function readCard(element: HTMLElement): Promise<void> {
  await waitUntil(() => words(element).includes('A card is inserted'), 'sees the card');
  find(element, '#read').click();
  await waitUntil(() => words(element).includes('K22301****'), 'the card was read');
}
const proof = {
  password: lin.password,
  householdNumber: lin.householdNumber,
  birthDate: lin.birthDate,
} as const;
const codeOf = (gateway: InMemoryGateway): string =>
  gateway.messages.findLast(({ purpose }) => purpose === 'code')!.secret!;

async function askForCode(element: HTMLElement, occasion = 'card'): Promise<void> {
  await choose(element, occasion);
  await readCard(element);
  type(element, proof);
  send(element);
  await waitUntil(() => find(element, '#code') !== null, 'asks for the code');
}

describe('<mhb-account-recovery>', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const lang of ['zh-Hant', 'en']) {
      it(`is accessible at every first step in ${theme}, ${lang}`, async () => {
        const { element } = await stage({ lang });
        element.theme = theme;
        await element.updateComplete;
        await expect(element).to.be.accessible();
        const occasions = [
          'card',
          'national-id',
          'resume',
          'mobile',
          'letter',
          'certificate',
          'suspend',
          'counter',
        ];
        for (const occasion of occasions) {
          await choose(element, occasion);
          if (find(element, 'form') !== null) send(element);
          await element.updateComplete;
          await expect(element).to.be.accessible();
          find(element, '#choose-again').click();
          await waitUntil(() => find(element, '.choices') !== null, 'chooses again');
        }
      });
    }
  }

  it('assigns a new card to the account, and says who was notified and what follows', async () => {
    const { element, gateway } = await stage();
    await askForCode(element);
    expect(words(element)).to.contain(`ending in ${lin.mobile.slice(-3)}`);
    expect(element.shadowRoot!.activeElement!.id).to.equal('code');
    await expect(element).to.be.accessible();
    expect(gateway.account(lin).cardNumber).to.equal(lin.card.cardNumber);
    type(element, { code: codeOf(gateway) });
    setTimeout(() => {
      send(element, 'code-form');
    });
    const { change } = await oneEvent<MhbAccountRecoveredEvent>(element, 'mhb-account-recovered');
    expect(change).to.equal('card');
    expect(gateway.account(lin).cardNumber).to.equal(newCardNumber);
    expect(saysTo(gateway, 'card')).to.have.members(['sms', 'mail']);
    expect(words(element)).to.contain('The new card is in use').and.to.contain('log in with this card');
    expect(element.shadowRoot!.activeElement!.textContent).to.contain('The new card is in use');
    expect(find(element, 'form')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('joins a changed ID number with the former one', async () => {
    const changed = 'A223456781';
    const { element, gateway } = await stage({
      card: virtualNhiCard({ ...lin, ...lin.card, nationalId: changed, cardNumber: newCardNumber }),
    });
    await choose(element, 'national-id');
    await waitUntil(() => words(element).includes('A card is inserted'), 'sees the card');
    find(element, '#read').click();
    await waitUntil(() => words(element).includes('A22345****'), 'the card was read');
    type(element, { ...proof, formerNationalId: lin.nationalId.toLowerCase() });
    send(element);
    await waitUntil(() => find(element, '#code') !== null, 'asks for the code');
    type(element, { code: codeOf(gateway) });
    send(element, 'code-form');
    await waitUntil(() => words(element).includes('The new ID number and card are in use'), 'done');
    expect(gateway.account({ nationalId: changed }).cardNumber).to.equal(newCardNumber);
    expect(() => gateway.account(lin)).to.throw();
  });

  it('sets a new number after a lost phone, with a code by letter and a code sent to that number', async () => {
    const { element, gateway } = await stage({ card: ownCard() });
    await choose(element, 'mobile');
    await readCard(element);
    type(element, { ...proof, mobile: '0911-222-333' });
    send(element);
    await waitUntil(() => words(element).includes('on its way'), 'posted');
    await expect(element).to.be.accessible();
    expect(gateway.account(lin).contact!.mobile).to.equal(lin.mobile);
    find(element, '#choose-again').click();
    await waitUntil(() => find(element, '.choices') !== null, 'chooses again');

    const letter = gateway.messages.find(({ channel }) => channel === 'letter')!.secret!;
    await choose(element, 'letter');
    type(element, { letterCode: 'AAAA-BBBB-CCCC-DDDD' });
    send(element);
    await waitUntil(() => words(element).includes('ticket-invalid'), 'wrong');
    type(element, { letterCode: letter.toLowerCase() });
    send(element);
    await waitUntil(() => find(element, '#code') !== null, 'asks for the code');
    expect(words(element)).to.contain('ending in 333');
    await expect(element).to.be.accessible();
    type(element, { code: codeOf(gateway) });
    send(element, 'code-form');
    await waitUntil(() => words(element).includes('The new mobile number is in use'), 'done');
    expect(gateway.account(lin).contact!.mobile).to.equal('0911222333');
  });

  it('suspends an account without a card, and resumes it with one', async () => {
    const { element, gateway } = await stage({ card: ownCard() });
    await choose(element, 'suspend');
    expect(find(element, '.reader')).to.equal(null);
    type(element, { nationalId: lin.nationalId, password: 'wrong' });
    send(element);
    await waitUntil(() => words(element).includes('login-failed'), 'wrong');
    type(element, { password: lin.password });
    send(element);
    await waitUntil(() => words(element).includes('The account is suspended'), 'suspended');
    expect(words(element)).to.contain('choose “Resume a suspended account”');
    expect(gateway.account(lin).isSuspended).to.equal(true);
    expect(saysTo(gateway, 'suspended')).to.have.members(['sms', 'mail']);
    find(element, '#choose-again').click();
    await waitUntil(() => find(element, '.choices') !== null, 'chooses again');
    await askForCode(element, 'resume');
    type(element, { code: codeOf(gateway) });
    send(element, 'code-form');
    await waitUntil(() => words(element).includes('The account is active again'), 'resumed');
    expect(gateway.account(lin).isSuspended).to.equal(false);
  });

  it('reports missing or invalid input at its field, and asks for the card first', async () => {
    const { element, gateway } = await stage();
    await choose(element, 'card');
    send(element);
    await element.updateComplete;
    expect(find(element, '#card-error').textContent).to.contain('Insert your NHI card first');
    expect(element.shadowRoot!.activeElement!.id).to.equal('read');
    expect(find(element, '#password-error').textContent).to.contain('Fill this in');
    await readCard(element);
    type(element, { ...proof, birthDate: '31 February' });
    send(element);
    await element.updateComplete;
    expect(find(element, '#card-error')).to.equal(null);
    expect(element.shadowRoot!.activeElement!.id).to.equal('birthDate');
    expect(gateway.calls.map(({ operation }) => operation)).not.to.contain('POST /v1/recoveries');
  });

  it('refers people whom the register does not know to staff, and says what to bring', async () => {
    const { element, gateway } = await stage({
      register: { verifyApplicant: () => Promise.resolve('no-match') },
    });
    await askForCode(element);
    type(element, { code: codeOf(gateway) });
    send(element, 'code-form');
    await waitUntil(() => words(element).includes('identity-not-confirmed'), 'no');
    // The fields still contain what the person typed, so that mistakes can be corrected.
    expect(find<HTMLInputElement>(element, '#householdNumber').value).to.equal(lin.householdNumber);
    await waitUntil(() => !find<HTMLFormElement>(element, '#details').hidden, 'back at the form');
    await waitUntil(() => element.shadowRoot!.activeElement?.localName === 'h3', 'with the focus');
    await expect(element).to.be.accessible();
    find(element, '#to-counter').click();
    await waitUntil(
      () => words(element).includes('your original ID card or resident certificate'),
      'what to bring',
    );
    expect(gateway.account(lin).cardNumber).to.equal(lin.card.cardNumber);
  });

  it('reports a wrong code, and sends another one without repeated input', async () => {
    const { element, gateway } = await stage();
    await askForCode(element);
    const first = codeOf(gateway);
    type(element, { code: first === '000000' ? '000001' : '000000' });
    send(element, 'code-form');
    await waitUntil(() => words(element).includes('code-wrong'), 'wrong');
    const sent = (): number => gateway.messages.filter(({ purpose }) => purpose === 'code').length;
    find(element, '#send-again').click();
    await waitUntil(() => sent() === 2 && !words(element).includes('code-wrong'), 'another one');
    type(element, { code: codeOf(gateway) });
    send(element, 'code-form');
    await waitUntil(() => words(element).includes('The new card is in use'), 'done');
  });

  it('refuses a card other than the one that was read', async () => {
    const { element, reader, gateway } = await stage();
    await choose(element, 'card');
    await readCard(element);
    type(element, proof);
    // The person submits the form before the reader reports the card.
    reader.insert(ownCard());
    send(element);
    await waitUntil(
      () => find(element, '[role=alert] code') !== null || find(element, '#card-error') !== null,
      'no',
    );
    expect(gateway.calls.map(({ operation }) => operation)).not.to.contain('POST /v1/recoveries');
  });

  it('deletes all input when it is hidden, and stops its calls', async () => {
    const { element, gateway } = await stage();
    const held = gateway.hold('POST /v1/recoveries');
    await choose(element, 'card');
    await readCard(element);
    type(element, proof);
    send(element);
    await held.asked;
    element.hidden = true;
    await element.updateComplete;
    held.release();
    element.hidden = false;
    await element.updateComplete;
    expect(find(element, '.choices')).not.to.equal(null);
    await choose(element, 'card');
    expect(find<HTMLInputElement>(element, '#password').value).to.equal('');
    expect(words(element)).not.to.contain('K22301');
    expect(find(element, '#code')).to.equal(null);
  });

  it('deletes all input on a kiosk when the card is removed', async () => {
    const { element, reader } = await stage({ kiosk: true });
    await askForCode(element);
    expect(find<HTMLInputElement>(element, '#password').autocomplete).to.equal('off');
    reader.remove();
    await waitUntil(() => find(element, '.choices') !== null, 'starts again');
    await choose(element, 'card');
    expect(find<HTMLInputElement>(element, '#password').value).to.equal('');
  });

  it('keeps the input on a personal computer while the card is changed', async () => {
    const { element, reader } = await stage();
    await choose(element, 'card');
    type(element, proof);
    reader.remove();
    await waitUntil(() => words(element).includes('Insert your NHI card'), 'no card');
    expect(find<HTMLInputElement>(element, '#password').value).to.equal(lin.password);
  });

  it('can be operated by keyboard', async () => {
    const { element, gateway } = await stage();
    find(element, '#choose-card').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement?.localName === 'h3', 'the heading has the focus');
    await readCard(element);
    find(element, '#password').focus();
    await sendKeys({ type: lin.password });
    find(element, '#householdNumber').focus();
    await sendKeys({ type: lin.householdNumber });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: lin.birthDate });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'code', 'asks for the code');
    await sendKeys({ type: codeOf(gateway) });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => words(element).includes('The new card is in use'), 'done');
  });

  it('offers the situations only when they are final, so that none moves as the person taps it', async () => {
    const gateway = inMemoryGateway({ people, service: { loginMethods: ['nhi-card'] } });
    const held = gateway.hold('GET /v1/service');
    const provider = await enter(gateway, simulatedProvider(newCard()), { kiosk: false, lang: 'en' });
    const element = provider.querySelector<MhbAccountRecovery>('mhb-account-recovery')!;
    const seen = new Set<string>();
    const look = new MutationObserver(() => {
      const buttons = [...element.shadowRoot!.querySelectorAll('.choices button')];
      if (buttons.length > 0) seen.add(buttons.map(({ id }) => id).join(' '));
    });
    look.observe(element.shadowRoot!, { childList: true, subtree: true });
    await held.asked;
    // This is long enough for the steps to load. They must not be shown yet.
    await aTimeout(200);
    held.release();
    await waitUntil(() => find(element, '#choose-counter') !== null, 'offers the possible situations');
    await nextFrame();
    look.disconnect();
    expect([...seen]).to.have.length(1);
    expect(find(element, '#choose-certificate')).to.equal(null);
  });

  it('offers every situation if the gateway cannot be reached', async () => {
    const gateway = inMemoryGateway({ people });
    gateway.fail('GET /v1/service', 'gateway-unreachable');
    const provider = await enter(gateway, simulatedProvider(newCard()), { kiosk: false, lang: 'en' });
    const element = provider.querySelector<MhbAccountRecovery>('mhb-account-recovery')!;
    await waitUntil(() => find(element, '#choose-certificate') !== null, 'offers the possible situations');
  });

  it('does not mention certificates if none are accepted', async () => {
    const { element } = await stage({ service: { loginMethods: ['nhi-card'] } });
    await waitUntil(() => find(element, '#choose-certificate') === null, 'not offered');
    expect(find(element, '#choose-counter')).not.to.equal(null);
  });

  it('leaves no personal data in the address or in storage', async () => {
    const { element, gateway } = await stage();
    await askForCode(element);
    type(element, { code: codeOf(gateway) });
    send(element, 'code-form');
    await waitUntil(() => words(element).includes('The new card is in use'), 'done');
    const kept = JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]);
    for (const each of [lin.nationalId, newCardNumber, lin.password, lin.householdNumber])
      expect(kept).not.to.contain(each);
  });

  it('is opened from the login box, explains how to resume, and returns to it', async () => {
    const gateway = inMemoryGateway({ people });
    gateway.account(lin).isSuspended = true;
    const page = await fixture<HTMLElement>(
      html`<mhb-provider
        lang="en"
        .client=${createGatewayClient(gateway)}
        .accounts=${createAccountClient(gateway)}
        .cards=${[simulatedProvider(ownCard())]}
        ><mhb-login-box></mhb-login-box><mhb-account-recovery hidden></mhb-account-recovery
      ></mhb-provider>`,
    );
    const box = page.querySelector('mhb-login-box')!;
    const recovery = page.querySelector('mhb-account-recovery')!;
    expect(find(recovery, '.choices')).to.equal(null);
    await waitUntil(() => words(box).includes('A card is inserted'), 'sees the card');
    type(box, { password: lin.password });
    find<HTMLFormElement>(box, 'form').requestSubmit();
    await waitUntil(() => words(box).includes('account-suspended'), 'says so');
    await expect(box).to.be.accessible();
    find(box, '[role=alert] button.link').click();
    await waitUntil(() => find(recovery, '#choose-resume') !== null, 'offers to resume');
    expect(box.hidden).to.equal(true);
    find(recovery, '#back').click();
    await waitUntil(() => !box.hidden, 'back');
    expect(recovery.hidden).to.equal(true);
  });

  it('fits a page 320 pixels wide with text at 200 %', async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
    const { element } = await stage({ lang: 'zh-Hant' });
    for (const occasion of ['card', 'letter', 'certificate', 'counter']) {
      await choose(element, occasion);
      expect(document.documentElement.scrollWidth, occasion).to.be.at.most(320);
      find(element, '#choose-again').click();
      await waitUntil(() => find(element, '.choices') !== null, 'chooses again');
    }
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });
});
