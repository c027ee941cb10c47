import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccountClient, type AccountClient, type CardReading } from '@mhb-kit/core/gateway';
import { createDevelopmentOutbox, type Message } from '@mhb-kit/gateway';
import {
  eachDatabase,
  logInWith,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  TestRegister,
  tick,
  type TestGateway,
} from './support.js';

/** In the operator's records, without an account. */
const victim = {
  nationalId: 'F223456786',
  name: '陳怡君',
  cardNumber: '000055556666',
  householdNumber: 'F1234567',
  birthDate: '1990-05-17',
  registeredAddress: '新北市淡水區水源里3鄰',
};
/** In no records. */
const nobody = { ...victim, nationalId: 'C123456781' };
const registered = { ...victim, nationalId: 'D123456782', cardNumber: '000011112222' };
const attacker = { mobile: '0999888777', email: 'attacker@example.tw' };
const invented = { householdNumber: 'X1234567', birthDate: '1980-01-01', registeredAddress: '隨便' };

eachDatabase((database) => {
  const outbox = createDevelopmentOutbox();
  const register = new TestRegister(victim, registered);
  let test: TestGateway;
  let accounts: AccountClient;
  beforeAll(async () => {
    test = await startTestGateway({ database, registration: { sender: outbox, register } });
    accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
    const { nationalId, name, cardNumber, householdNumber, registeredAddress } = registered;
    await test.gateway.activateAccount({
      nationalId,
      name,
      cardNumber,
      password: 'tamsui88',
      contact: {
        householdNumber,
        registeredAddress,
        telephone: null,
        mobile: '0911222333',
        email: 'owner@example.tw',
        alternateEmail: 'spare@example.tw',
      },
    });
  });
  afterAll(() => test.dispose());
  beforeEach(() => {
    test.clock.advance(tick.day);
    register.isAway = false;
    register.contact = null;
  });

  /** A card reading that anyone can make. */
  async function emulated(
    { nationalId, cardNumber, name }: Pick<typeof victim, 'nationalId' | 'cardNumber' | 'name'>,
    atEnrolledReader = false,
  ): Promise<CardReading> {
    const { nonce } = await accounts.challenge();
    const basic = { nationalId, cardNumber, name, nameQuality: 'ok' };
    const attestation = atEnrolledReader ? await test.bridge.attest({ basic, origin: portal, nonce }) : null;
    return { nationalId, cardNumber, nonce, attestation };
  }

  async function apply(who: typeof victim, atEnrolledReader = false, email = attacker.email): Promise<void> {
    const { name, householdNumber, birthDate, registeredAddress } = who;
    await accounts.register({
      card: await emulated(who, atEnrolledReader),
      name,
      householdNumber,
      birthDate,
      registeredAddress,
      password: 'danshui9',
      telephone: null,
      alternateEmail: null,
      ...attacker,
      email,
    });
  }

  /** The gateway's messages until a given number has been sent. */
  async function messagesOf(act: () => Promise<unknown>, count: number): Promise<readonly Message[]> {
    const before = outbox.messages.length;
    await act();
    await expect.poll(() => outbox.messages.length).toBe(before + count);
    return outbox.messages.slice(before);
  }
  const ticketIn = ({ text }: Message): string | undefined => /#ticket=(\w{16})\b/.exec(text)?.[1];

  describe('an account is not opened', () => {
    it.each([
      ['on any computer', false],
      ['with an emulated card at an enrolled reader', true],
    ])('for a person who knows an ID number, %s', async (_where, atEnrolledReader) => {
      const [mail] = await messagesOf(
        () => apply({ ...victim, ...invented, cardNumber: '999999999999' }, atEnrolledReader),
        1,
      );
      expect(mail!.to).toBe(attacker.email);
      expect(ticketIn(mail!)).toBeUndefined();
    });

    it.each([
      ['card number', { cardNumber: '000055556667' }],
      ['household number', { householdNumber: 'F1234568' }],
      ['birth date', { birthDate: '1990-05-18' }],
    ])('with a different %s, even if everything else is right', async (_field, change) => {
      const [mail] = await messagesOf(() => apply({ ...victim, ...change }, true), 1);
      expect(ticketIn(mail!)).toBeUndefined();
    });

    it('with another name or address: a member of staff has to see the person', async () => {
      for (const change of [{ name: '陳大文' }, { registeredAddress: '臺北市大安區民輝里3鄰' }]) {
        const [mail] = await messagesOf(() => apply({ ...victim, ...change }), 1);
        expect(ticketIn(mail!)).toBeUndefined();
      }
    });

    it('while the register is unavailable: the application waits for its answer', async () => {
      register.isAway = true;
      const asked = register.asked.length;
      const before = outbox.messages.length;
      const [mail] = await messagesOf(async () => {
        await apply(victim);
        await expect.poll(() => register.asked.length).toBeGreaterThan(asked);
        expect(outbox.messages.length).toBe(before);
        register.isAway = false;
      }, 1);
      expect(ticketIn(mail!)).toBeTruthy();
    });
  });

  it('sends the same e-mail for an unknown ID number, a different person, and a registered person', async () => {
    const strangers = await messagesOf(() => apply({ ...victim, ...invented }), 1);
    const unknown = await messagesOf(() => apply(nobody), 1);
    const known = await messagesOf(() => apply(registered), 3);
    const toAttacker = known.filter(({ to }) => to === attacker.email);
    expect(unknown).toEqual(strangers);
    expect(toAttacker).toEqual(strangers);
    // The owner is notified in every mailbox; the attacker does not learn that there is an owner.
    const others = known.filter(({ to }) => to !== attacker.email);
    expect(others.map(({ to }) => to).toSorted()).toEqual(['owner@example.tw', 'spare@example.tw']);
    expect(others[0]).toMatchObject({ subject: expect.stringContaining('您已註冊過') as string });
  });

  it('prevents guessing of numbers by allowing each person five attempts a day, including correct ones', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await messagesOf(() => apply({ ...victim, householdNumber: `F123456${attempt}` }), 1);
    const { code, details } = await refusal(apply(victim));
    expect(code).toBe('too-many-attempts');
    // Until midnight in Taipei.
    const { retryAfterSeconds } = details as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(86_400);
    // Counted for that person only.
    await messagesOf(() => apply({ ...nobody, ...invented }), 1);
    test.clock.advance(retryAfterSeconds * tick.second);
    const [mail] = await messagesOf(() => apply(victim), 1);
    expect(ticketIn(mail!)).toBeTruthy();
  });

  it('does not let a later application end an earlier one', async () => {
    const honest = 'mei@example.tw';
    const [first] = await messagesOf(() => apply(victim, false, honest), 1);
    await messagesOf(() => apply({ ...victim, ...invented }), 1);
    await messagesOf(() => apply(victim), 1);
    const [sms] = await messagesOf(() => accounts.openConfirmation(ticketIn(first!)!), 1);
    expect(sms!.channel).toBe('sms');
  });

  it('opens an account for a person on record, notifies the contact on record, and remembers no reader', async () => {
    register.contact = { email: 'record@example.tw', mobile: '0900111222', postalAddress: null };
    const sent = await messagesOf(() => apply(victim, false, 'mei@example.tw'), 3);
    const mail = sent.find(({ to }) => to === 'mei@example.tw')!;
    expect(sent.map(({ to }) => to).toSorted()).toEqual([
      '0900111222',
      'mei@example.tw',
      'record@example.tw',
    ]);
    const ticket = ticketIn(mail)!;
    const [sms] = await messagesOf(() => accounts.openConfirmation(ticket), 1);
    const code = /\b(\d{6})\b/.exec(sms!.text)![1]!;
    const activated = await messagesOf(
      async () => accounts.confirm({ ticket, code, card: await emulated(victim) }),
      2,
    );
    expect(activated.map(({ to }) => to).toSorted()).toEqual(['mei@example.tw', 'record@example.tw']);
    const page = test.client();
    await logInWith(page, test.bridge, { ...victim, password: 'danshui9' });
    const { entries } = await page.activity();
    expect(entries.map(({ action }) => action)).toContain('account.activate');
  });
});
