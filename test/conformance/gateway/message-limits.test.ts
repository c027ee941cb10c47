import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccountClient, type AccountClient, type CardReading } from '@mhb-kit/core/gateway';
import type { Message } from '@mhb-kit/gateway';
import {
  createTestBridge,
  eachDatabase,
  everybody,
  logInWith,
  portalFetch,
  refusal,
  startTestGateway,
  tick,
  type TestBridge,
  type TestGateway,
  type TestPerson,
} from './support.js';

/** The messages that one visitor can cause: to one number, to one mailbox, and at the operator's expense. */

const owner: TestPerson = {
  nationalId: 'F223456786',
  cardNumber: '000055556666',
  name: '陳怡君',
  password: 'danshui9',
};
const contact = {
  householdNumber: 'F1234567',
  registeredAddress: '新北市淡水區水源里3鄰',
  telephone: null,
  mobile: '0912345678',
  email: 'owner@example.tw',
  alternateEmail: null,
};
/** A person who has requested nothing. */
const bystander = { mobile: '0955555555', email: 'bystander@example.tw' };

/** A valid ID number for every number up to 9,999. */
function idNumber(number: number): string {
  const digits = `1${String(number).padStart(7, '0')}`;
  const sum = [1, 0, ...digits]
    .map(Number)
    .reduce((total, digit, index) => total + digit * [1, 9, 8, 7, 6, 5, 4, 3, 2, 1][index]!, 0);
  return `A${digits}${(10 - (sum % 10)) % 10}`;
}

eachDatabase((database) => {
  const sent: Message[] = [];
  let test: TestGateway;
  let accounts: AccountClient;
  let ownReader: TestBridge;
  const start = async (limits = {}): Promise<void> => {
    sent.length = 0;
    const sender = {
      send(message: Message) {
        sent.push(message);
        return Promise.resolve();
      },
    };
    test = await startTestGateway({ database, limits, registration: { sender, register: everybody } });
    accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
    await test.gateway.activateAccount({ ...owner, contact });
    ownReader = await createTestBridge();
  };

  const sentTo = (address: string): number => sent.filter(({ to }) => to === address).length;

  async function read(nationalId: string, cardNumber: string): Promise<CardReading> {
    const { nonce } = await accounts.challenge();
    return { nationalId, cardNumber, nonce, attestation: null };
  }

  async function apply(number: number, to: Partial<typeof bystander> = {}): Promise<void> {
    const { householdNumber, registeredAddress } = contact;
    await accounts.register({
      card: await read(idNumber(number), String(number).padStart(12, '0')),
      name: '林大同',
      householdNumber,
      registeredAddress,
      birthDate: '1980-01-01',
      password: 'keelung77',
      telephone: null,
      alternateEmail: null,
      mobile: '0966666666',
      email: `stranger${number}@example.tw`,
      ...to,
    });
  }

  async function ticketOf(email: string): Promise<string> {
    const mail = () => sent.findLast(({ to }) => to === email);
    await expect.poll(mail).toBeDefined();
    return /#ticket=(\w{16})\b/.exec(mail()!.text)![1]!;
  }

  /** Waits until everything has been sent: this mail comes last. */
  let last = 5_000;
  async function untilSent(): Promise<void> {
    last += 1;
    await apply(last);
    await ticketOf(`stranger${last}@example.tw`);
  }

  /** The owner's password with the owner's reader, for which a code is required. */
  const askForCode = (): Promise<{ code: string }> =>
    logInWith(test.client(), ownReader, owner).then(
      () => ({ code: 'signed-in' }),
      (error: { code?: string; message: string }) => ({ code: error.code ?? 'code-sent' }),
    );

  describe('messages to unverified addresses', () => {
    beforeAll(() => start());
    afterAll(() => test.dispose());

    it('reach a number at most eight times a day, no matter whose number it is', async () => {
      const answers: string[] = [];
      for (let number = 1; number <= 4; number += 1) {
        await apply(number, { mobile: bystander.mobile });
        const ticket = await ticketOf(`stranger${number}@example.tw`);
        for (let code = 0; code < 5; code += 1) {
          const opened = await accounts.openConfirmation(ticket).then(
            () => ({ code: 'sent' }),
            ({ code }: { code: string }) => ({ code }),
          );
          answers.push(opened.code);
          test.clock.advance(2 * tick.minute);
        }
      }
      await untilSent();
      expect(sentTo(bystander.mobile)).toBe(8);
      expect(answers.filter((code) => code === 'sent')).toHaveLength(8);
      expect(answers.at(-1)).toBe('quota-reached');
    });

    it('reach a mailbox at most eight times a day, and the response does not reveal whether a message was sent', async () => {
      for (let number = 101; number <= 112; number += 1) await apply(number, { email: bystander.email });
      await untilSent();
      expect(sentTo(bystander.email)).toBe(8);
    });

    it('leave an account its one-time passwords: five a day', async () => {
      for (let asked = 0; asked < 9; asked += 1)
        await accounts.requestPasswordReset(await read(owner.nationalId, owner.cardNumber));
      await untilSent();
      expect(sentTo(contact.email)).toBe(5);
    });

    it('leave the last mailed ticket valid, no matter how often another is requested', async () => {
      const number = 201;
      await apply(number);
      await ticketOf(`stranger${number}@example.tw`);
      for (let asked = 0; asked < 10; asked += 1)
        await accounts.resendConfirmation(await read(idNumber(number), String(number).padStart(12, '0')));
      await untilSent();
      expect(sentTo(`stranger${number}@example.tw`)).toBe(8);
      await accounts.openConfirmation(await ticketOf(`stranger${number}@example.tw`));
    });

    it('are counted again the next day', async () => {
      test.clock.advance(tick.day);
      sent.length = 0;
      await apply(301, { email: bystander.email });
      await ticketOf(bystander.email);
    });
  });

  describe('codes of an account', () => {
    beforeAll(() => start());
    afterAll(() => test.dispose());

    it('are limited to ten a day, after which the person is notified; the owner is still notified of changes', async () => {
      const answers: string[] = [];
      for (let asked = 0; asked < 15; asked += 1) {
        answers.push((await askForCode()).code);
        // Sent before it would expire.
        const codes = answers.filter((code) => code === 'code-sent').length;
        await expect.poll(() => sentTo(contact.mobile)).toBe(codes);
        test.clock.advance(20 * tick.minute);
      }
      expect(answers).toEqual([
        ...Array<string>(10).fill('code-sent'),
        ...Array<string>(5).fill('quota-reached'),
      ]);
      expect(sentTo(contact.mobile)).toBe(10);
      const kiosk = await test.logIn(owner);
      const { entries } = await kiosk.activity();
      expect(entries.filter(({ action }) => action === 'message.withhold')).toHaveLength(1);
      await accounts.suspend(owner.nationalId, owner.password);
      await expect.poll(() => sentTo(contact.mobile)).toBe(11);
      expect(await test.gateway.metrics()).toContain(
        'mhb_messages_withheld_total{channel="sms",limit="address"} 5',
      );
    });
  });

  describe('all messages of the gateway', () => {
    beforeAll(() => start({ messagesPerDay: { textMessages: 4 } }));
    afterAll(() => test.dispose());

    it('are limited to the number that the operator has set, half of which is for unverified addresses', async () => {
      for (let number = 1; number <= 4; number += 1) {
        await apply(number, { mobile: `09777777${String(number).padStart(2, '0')}` });
        const ticket = await ticketOf(`stranger${number}@example.tw`);
        if (number <= 2) await accounts.openConfirmation(ticket);
        else expect((await refusal(accounts.openConfirmation(ticket))).code).toBe('quota-reached');
        await expect
          .poll(() => sent.filter(({ channel }) => channel === 'sms').length)
          .toBe(Math.min(2, number));
      }
      expect((await askForCode()).code).toBe('code-sent');
      await expect.poll(() => sentTo(contact.mobile)).toBe(1);
    });
  });
});
