import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createAccountClient,
  type AccountClient,
  type CardReading,
  type GatewayClient,
} from '@mhb-kit/core/gateway';
import { createDevelopmentOutbox, type Letter, type Message } from '@mhb-kit/gateway';
import {
  completeRequest,
  createTestBridge,
  eachDatabase,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  TestRegister,
  tick,
  type TestBridge,
  type TestGateway,
} from './support.js';

const mei = {
  nationalId: 'F223456786',
  name: '陳怡君',
  cardNumber: '000055556666',
  householdNumber: 'F1234567',
  birthDate: '1990-05-17',
  registeredAddress: '新北市淡水區水源里3鄰',
};
const password = 'danshui9';
const newCard = '000055557777';
const mobile = '0912345678';
const channels = [mobile, 'mei@example.tw', 'spare@example.tw'].toSorted();

/** Cases of real accounts: lost cards and phones, new numbers, thieves. */
eachDatabase((database) => {
  const outbox = createDevelopmentOutbox();
  let register: TestRegister;
  let test: TestGateway;
  let accounts: AccountClient;
  let home: TestBridge;
  beforeAll(async () => {
    home = await createTestBridge();
    register = new TestRegister();
    test = await startTestGateway({ database, registration: { sender: outbox, register } });
    accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    test.clock.advance(tick.day);
    register.people.splice(0, register.people.length, { ...mei, cardNumber: newCard });
    register.isAway = false;
    register.contact = null;
    const { nationalId, name, cardNumber, householdNumber, registeredAddress } = mei;
    // Restores the initial state, no matter what a test has done.
    await test.gateway.activateAccount({
      nationalId,
      name,
      cardNumber,
      password,
      contact: {
        householdNumber,
        registeredAddress,
        telephone: null,
        mobile,
        email: 'mei@example.tw',
        alternateEmail: 'spare@example.tw',
      },
    });
  });

  async function read(
    { nationalId, cardNumber }: Pick<typeof mei, 'nationalId' | 'cardNumber'>,
    bridge: TestBridge = test.bridge,
    by: Pick<GatewayClient, 'challenge'> = accounts,
  ): Promise<CardReading> {
    const { nonce } = await by.challenge();
    const basic = { nationalId, cardNumber, name: mei.name, nameQuality: 'ok' };
    return {
      nationalId,
      cardNumber,
      nonce,
      attestation: await bridge.attest({ basic, origin: portal, nonce }),
    };
  }
  async function logIn(card: Pick<typeof mei, 'nationalId' | 'cardNumber'> = mei, bridge = test.bridge) {
    const page = test.client();
    const answer = await page.login({ method: 'nhi-card', password, ...(await read(card, bridge, page)) });
    return { page, answer };
  }
  async function messagesOf(act: () => Promise<unknown>, count: number): Promise<readonly Message[]> {
    const before = outbox.messages.length;
    await act();
    await expect.poll(() => outbox.messages.length).toBe(before + count);
    return outbox.messages.slice(before);
  }
  const codeIn = ({ text }: Message): string => /\b(\d{6})\b/.exec(text)![1]!;
  const addresses = (messages: readonly Message[]): readonly string[] =>
    messages.map(({ to }) => to).toSorted();

  const { householdNumber, birthDate } = mei;
  const proof = { password, householdNumber, birthDate };
  async function recover(
    card: Pick<typeof mei, 'nationalId' | 'cardNumber'>,
    formerNationalId: string | null = null,
    change: Partial<typeof proof> = {},
  ): Promise<readonly Message[]> {
    let handle!: string;
    const [sms] = await messagesOf(async () => {
      ({ handle } = await accounts.beginRecovery({
        card: await read(card),
        ...proof,
        ...change,
        formerNationalId,
      }));
    }, 1);
    expect(sms!.to).toBe(mobile);
    const before = outbox.messages.length;
    await accounts.confirmRecovery({ handle, code: codeIn(sms!) });
    await expect.poll(() => outbox.messages.length).toBeGreaterThanOrEqual(before + 3);
    return outbox.messages.slice(before);
  }

  it('a new card replaces the lost one, which becomes invalid immediately', async () => {
    const { page } = await logIn();
    expect((await refusal(logIn({ ...mei, cardNumber: newCard }))).code).toBe('login-failed');
    const told = await recover({ ...mei, cardNumber: newCard });
    expect(addresses(told)).toEqual(channels);
    expect((await refusal(page.listRequests())).code).toBe('session-expired');
    expect((await refusal(logIn())).code).toBe('login-failed');
    const after = await logIn({ ...mei, cardNumber: newCard });
    expect(after.answer.status).toBe('signed-in');
    const { entries } = await after.page.activity();
    expect(entries.map(({ action }) => action)).toContain('account.card');
  });

  it('a new card is not assigned with weaker proof than was required to open the account', async () => {
    const begin = async (change: object): Promise<string> => {
      const request = {
        card: await read({ ...mei, cardNumber: newCard }),
        ...proof,
        formerNationalId: null,
      };
      return (await refusal(accounts.beginRecovery({ ...request, ...change }))).code;
    };
    expect(await begin({ password: 'wrong123' })).toBe('login-failed');
    const nobody = { nationalId: 'C123456781', cardNumber: newCard };
    expect(await begin({ card: await read(nobody) })).toBe('login-failed');
    // A card, household or birth date that the register does not have for this person.
    const wrong: readonly (readonly [typeof mei, Partial<typeof proof>])[] = [
      [{ ...mei, cardNumber: '999999999999' }, {}],
      [{ ...mei, cardNumber: newCard }, { householdNumber: 'X1' }],
      [{ ...mei, cardNumber: newCard }, { birthDate: '1990-05-18' }],
    ];
    for (const [card, change] of wrong) {
      expect((await refusal(recover(card, null, change))).code).toBe('identity-not-confirmed');
      test.clock.advance(tick.day);
    }
    expect((await logIn()).answer.status).toBe('signed-in');
  });

  it('waits for an unavailable register, and accepts five attempts per code', async () => {
    let handle!: string;
    const [sms] = await messagesOf(async () => {
      const card = await read({ ...mei, cardNumber: newCard });
      ({ handle } = await accounts.beginRecovery({ card, ...proof, formerNationalId: null }));
    }, 1);
    const code = codeIn(sms!);
    register.isAway = true;
    expect((await refusal(accounts.confirmRecovery({ handle, code }))).code).toBe('service-unavailable');
    register.isAway = false;
    const wrong = code === '000000' ? '000001' : '000000';
    for (let guess = 0; guess < 4; guess += 1)
      expect((await refusal(accounts.confirmRecovery({ handle, code: wrong }))).code).toBe('code-wrong');
    expect((await refusal(accounts.confirmRecovery({ handle, code }))).code).toBe('code-expired');
    expect((await logIn()).answer.status).toBe('signed-in');
  });

  it('a changed ID number leaves one person: records are requested with the new one, and the old one is invalid', async () => {
    const renumbered = { ...mei, nationalId: 'A923456785', cardNumber: newCard };
    register.people.splice(0, 1, renumbered);
    const told = await recover(renumbered, mei.nationalId);
    expect(addresses(told)).toEqual(channels);
    expect((await refusal(logIn())).code).toBe('login-failed');
    expect((await refusal(logIn({ ...mei, cardNumber: newCard }))).code).toBe('login-failed');
    const { page, answer } = await logIn(renumbered);
    expect(answer).toMatchObject({
      status: 'signed-in',
      session: { person: { nationalId: 'A92345****' } },
    });
    await completeRequest(page);
    expect(test.source.queries.map(({ nationalId }) => nationalId)).not.toContain(mei.nationalId);
    expect(test.source.queries.map(({ nationalId }) => nationalId)).toContain(renumbered.nationalId);
  });

  it('a lost phone is replaced with a letter to the address on record, then a code to the new number', async () => {
    register.people.splice(0, 1, mei);
    register.contact = { email: null, mobile: null, postalAddress: '251 新北市淡水區中正路一號' };
    const request = { ...proof, mobile: '0987654321' };
    expect(
      (
        await refusal(
          accounts.requestMobileRecovery({ ...request, card: await read(mei), password: 'wrong123' }),
        )
      ).code,
    ).toBe('login-failed');
    expect(
      (
        await refusal(
          accounts.requestMobileRecovery({ ...request, card: await read(mei), birthDate: '1990-05-18' }),
        )
      ).code,
    ).toBe('identity-not-confirmed');
    const asked = await messagesOf(
      async () => accounts.requestMobileRecovery({ ...request, card: await read(mei) }),
      3,
    );
    expect(addresses(asked)).toEqual(channels);
    const letters: Letter[] = [];
    const print = (waiting: readonly Letter[]): Promise<void> => {
      letters.push(...waiting);
      return Promise.resolve();
    };
    expect(await test.gateway.printLetters(print)).toBe(1);
    expect(await test.gateway.printLetters(print)).toBe(0);
    expect(letters[0]).toMatchObject({ name: mei.name, postalAddress: '251 新北市淡水區中正路一號' });
    const letterCode = /：(\S+)/.exec(letters[0]!.paragraphs[0]!)![1]!;
    test.clock.advance(20 * tick.day);
    const stolen = await read({ ...mei, cardNumber: '999999999999' });
    expect((await refusal(accounts.openMobileRecovery({ letterCode, card: stolen }))).code).toBe(
      'ticket-invalid',
    );
    const [sms] = await messagesOf(
      async () => accounts.openMobileRecovery({ letterCode, card: await read(mei) }),
      1,
    );
    expect(sms!.to).toBe('0987654321');
    const { page } = await logIn();
    const told = await messagesOf(
      async () => accounts.confirmMobileRecovery({ letterCode, code: codeIn(sms!), card: await read(mei) }),
      3,
    );
    // The former number is notified.
    expect(addresses(told)).toEqual(channels);
    expect((await refusal(page.listRequests())).code).toBe('session-expired');
    expect((await (await logIn()).page.account()).mobile).toBe('09*****321');
    expect((await refusal(accounts.openMobileRecovery({ letterCode, card: await read(mei) }))).code).toBe(
      'ticket-invalid',
    );
  });

  it('an account is suspended by its person, with or without the card, and resumed with the original proofs', async () => {
    register.people.splice(0, 1, mei);
    const first = await logIn();
    const stopped = await messagesOf(() => first.page.suspendAccount(password), 3);
    expect(addresses(stopped)).toEqual(channels);
    expect((await refusal(first.page.listRequests())).code).toBe('session-expired');
    expect((await refusal(logIn())).code).toBe('account-suspended');
    // A person without the password does not learn that it is suspended.
    const guessing = test.client();
    const card = await read(mei, test.bridge, guessing);
    expect((await refusal(guessing.login({ method: 'nhi-card', ...card, password: 'wrong123' }))).code).toBe(
      'login-failed',
    );
    expect(addresses(await recover(mei))).toEqual(channels);
    const again = await logIn();
    expect(again.answer.status).toBe('signed-in');
    expect((await refusal(accounts.suspend(mei.nationalId, 'wrong123'))).code).toBe('login-failed');
    await messagesOf(() => accounts.suspend(mei.nationalId, password), 3);
    expect((await refusal(again.page.listRequests())).code).toBe('session-expired');
    expect((await refusal(logIn())).code).toBe('account-suspended');
  });

  describe('a remembered reader', () => {
    /** Logs in with the reader at home: with a code, if one is required. */
    async function atHome(rememberReader: boolean, bridge = home): Promise<'code' | 'no code'> {
      const before = outbox.messages.length;
      const { page, answer } = await logIn(mei, bridge);
      if (answer.status === 'signed-in') return 'no code';
      const codes = (): readonly Message[] =>
        outbox.messages.slice(before).filter(({ text }) => text.includes('登入驗證碼'));
      await expect.poll(() => codes().length).toBe(1);
      const { handle } = answer.codeRequest;
      await page.confirmLogin({ handle, code: codeIn(codes()[0]!), rememberReader });
      return 'code';
    }

    it('is listed, and forgotten on request, with a new password, and after ninety days', async () => {
      const { page } = await logIn();
      expect(await atHome(true)).toBe('code');
      expect(await atHome(false)).toBe('no code');
      const [reader, ...others] = await page.trustedReaders();
      expect(others).toEqual([]);
      expect(Date.parse(reader!.expiresAt) - Date.parse(reader!.addedAt)).toBe(90 * tick.day);
      await page.forgetReader(reader!.id);
      expect((await refusal(page.forgetReader(reader!.id))).code).toBe('not-found');
      expect(await page.trustedReaders()).toEqual([]);
      expect(await atHome(true)).toBe('code');
      await page.changePassword({ currentPassword: password, newPassword: 'jiufen77' });
      await page.changePassword({ currentPassword: 'jiufen77', newPassword: password });
      expect(await atHome(true)).toBe('code');
      test.clock.advance(90 * tick.day);
      expect(await atHome(false)).toBe('code');
    });

    it('is never a reader that the operator has enrolled, now or in the past', async () => {
      expect(await atHome(true, test.bridge)).toBe('no code');
      const kiosk = test.bridge;
      await test.gateway.stop();
      // The operator no longer lists this bridge, as after a theft. It is not remembered, not even on request.
      const after = await startTestGateway({
        registration: { sender: outbox, register },
        dataDirectory: test.directory,
        startAt: test.clock.read().toISOString(),
        ...(test.databaseUrl === null ? {} : { databaseUrl: test.databaseUrl }),
      });
      const before = { test, accounts };
      try {
        test = after;
        accounts = createAccountClient({ baseUrl: after.gateway.url, fetch: portalFetch });
        expect(await atHome(true, kiosk)).toBe('code');
        expect(await atHome(true, kiosk)).toBe('code');
      } finally {
        await after.gateway.stop();
        ({ test, accounts } = before);
      }
    });
  });
});
