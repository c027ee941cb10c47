import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccountClient, type GatewayClient, type LoginAnswer } from '@mhb-kit/core/gateway';
import type { DataRequest } from '@mhb-kit/core/request';
import { createDevelopmentOutbox, type Message } from '@mhb-kit/gateway';
import { RawClient } from './raw-client.js';
import {
  completeRequest,
  createTestBridge,
  eachDatabase,
  hua,
  ming,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  tick,
  type TestBridge,
  type TestGateway,
  type TestPerson,
} from './support.js';

const clinic = 'https://clinic.example.tw';
const contact = {
  householdNumber: 'A1234567',
  registeredAddress: '新北市淡水區水源里3鄰',
  telephone: '(02)26212345',
  mobile: '0912345678',
  email: 'ming@example.tw',
  alternateEmail: null,
};

eachDatabase((database) => {
  const outbox = createDevelopmentOutbox();
  let test: TestGateway;
  beforeAll(async () => {
    const scopes = ['requests', 'archives', 'activity', 'account'] as const;
    test = await startTestGateway({
      database,
      registration: { sender: outbox },
      embedders: [
        { id: 'portal', name: 'A hospital portal', origins: [portal], login: ['direct'], scopes },
        { id: 'clinic', name: 'A clinic', origins: [clinic], login: ['direct'], scopes },
      ],
    });
    await test.gateway.activateAccount({ ...ming, contact });
  });
  afterAll(() => test.dispose());

  async function logIn(
    bridge: TestBridge | null,
    person: TestPerson = ming,
    page: GatewayClient = test.client(),
  ): Promise<{ answer: LoginAnswer; page: GatewayClient }> {
    const { nonce } = await page.challenge();
    const { nationalId, cardNumber, password } = person;
    const basic = { nationalId, cardNumber, name: person.name };
    const attestation = bridge === null ? null : await bridge.attest({ basic, origin: portal, nonce });
    const answer = await page.login({
      method: 'nhi-card',
      nationalId,
      cardNumber,
      password,
      nonce,
      attestation,
    });
    return { answer, page };
  }

  async function messagesOf(act: () => Promise<unknown>, count: number): Promise<readonly Message[]> {
    const before = outbox.messages.length;
    await act();
    await expect.poll(() => outbox.messages.length).toBe(before + count);
    return outbox.messages.slice(before);
  }
  const codeIn = (messages: readonly Message[]): string => /\b(\d{6})\b/.exec(messages[0]!.text)![1]!;
  const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

  describe('a login with an unknown reader', () => {
    async function askForCode(bridge: TestBridge | null) {
      let begun!: Awaited<ReturnType<typeof logIn>>;
      const code = codeIn(
        await messagesOf(async () => {
          begun = await logIn(bridge);
        }, 1),
      );
      if (begun.answer.status !== 'code-required') throw new Error('No code was required');
      return { code, page: begun.page, ...begun.answer.codeRequest };
    }

    it('requires a code sent by SMS, and opens no session before the code is entered', async () => {
      const { code, page, handle, mobile } = await askForCode(null);
      expect(mobile).toBe('678');
      expect(page.session).toBeNull();
      expect((await refusal(page.listRequests())).code).toBe('not-signed-in');
      const tried = await refusal(page.confirmLogin({ handle, code: wrong(code), rememberReader: false }));
      expect(tried).toEqual({ code: 'code-wrong', details: { attemptsLeft: 4 } });
      // The code is useless without the key of the page that started the login.
      const thief = test.client();
      expect((await refusal(thief.confirmLogin({ handle, code, rememberReader: false }))).code).toBe(
        'code-expired',
      );
      const session = await page.confirmLogin({ handle, code, rememberReader: false });
      expect(session).toMatchObject({ assurance: 'card-read-confirmed', person: { name: '王○明' } });
      expect(await page.listRequests()).toEqual([]);
      expect((await refusal(page.confirmLogin({ handle, code, rememberReader: false }))).code).toBe(
        'code-expired',
      );
    });

    it('accepts five attempts per code, even simultaneous ones, within ten minutes', async () => {
      const { code, page, handle } = await askForCode(null);
      const guesses = await Promise.all(
        Array.from({ length: 8 }, () =>
          refusal(page.confirmLogin({ handle, code: wrong(code), rememberReader: false })),
        ),
      );
      expect(guesses.filter((guess) => guess.code === 'code-wrong')).toHaveLength(5);
      expect((await refusal(page.confirmLogin({ handle, code, rememberReader: false }))).code).toBe(
        'code-expired',
      );
      const late = await askForCode(null);
      test.clock.advance(10 * tick.minute);
      const { page: latePage, handle: lateHandle, code: lateCode } = late;
      expect(
        (await refusal(latePage.confirmLogin({ handle: lateHandle, code: lateCode, rememberReader: false })))
          .code,
      ).toBe('code-expired');
    });

    it('sends fewer and fewer unused codes', async () => {
      test.clock.advance(25 * tick.hour);
      for (let sent = 0; sent < 5; sent += 1) await askForCode(null);
      expect((await refusal(logIn(null))).code).toBe('too-many-attempts');
      test.clock.advance(25 * tick.hour);
    });

    it('remembers the reader for this account if the person chooses so', async () => {
      const home = await createTestBridge();
      const { code, page, handle } = await askForCode(home);
      await page.confirmLogin({ handle, code, rememberReader: true });
      const again = await logIn(home);
      expect(again.answer).toMatchObject({
        status: 'signed-in',
        session: { assurance: 'card-read-confirmed' },
      });
      // Another bridge with a false claim, and the same bridge for another account.
      const impostor = await createTestBridge();
      const { nonce } = await page.challenge();
      const { nationalId, cardNumber, password } = ming;
      const attestation = await impostor.attest({ basic: ming, origin: portal, nonce }, { kid: home.kid });
      const credentials = {
        method: 'nhi-card',
        nationalId,
        cardNumber,
        password,
        nonce,
        attestation,
      } as const;
      const forged = await page.login(credentials);
      expect(forged.status).toBe('code-required');
      expect((await refusal(logIn(home, hua))).code).toBe('assurance-too-low');
    });

    it('does not reveal the mobile number without the right password', async () => {
      const before = outbox.messages.length;
      const refused = await refusal(logIn(null, { ...ming, password: 'wrong123' }));
      expect(refused.code).toBe('login-failed');
      expect(outbox.messages.length).toBe(before);
    });
  });

  describe('sessions', () => {
    it('are listed, and ended one by one or all at once', async () => {
      test.clock.advance(tick.hour);
      const here = await test.logIn();
      const there = await test.logIn();
      const other = await test.logIn(hua);
      const list = await here.sessions();
      expect(list).toHaveLength(2);
      expect(list.filter(({ current }) => current).map(({ id }) => id)).toEqual([here.session!.id]);
      expect(list[0]).toMatchObject({ embedder: 'A hospital portal', assurance: 'card-read-enrolled' });
      expect((await refusal(here.endSession(other.session!.id))).code).toBe('not-found');
      await here.endSession(there.session!.id);
      expect((await refusal(there.listRequests())).code).toBe('session-expired');
      expect(await other.listRequests()).toEqual([]);
      const third = await test.logIn();
      await here.logoutEverywhere();
      expect(here.session).toBeNull();
      expect((await refusal(third.listRequests())).code).toBe('session-expired');
      expect(await other.listRequests()).toEqual([]);
    });

    it('continue with new tokens while they are used, and end after half an hour in any case', async () => {
      const page = await test.logIn();
      for (let minute = 0; minute < 25; minute += 4) {
        test.clock.advance(4 * tick.minute);
        expect(await page.listRequests()).toEqual([]);
      }
      test.clock.advance(3 * tick.minute);
      expect((await refusal(page.listRequests())).code).toBe('session-expired');
      const idle = await test.logIn();
      test.clock.advance(10 * tick.minute);
      expect((await refusal(idle.listRequests())).code).toBe('session-expired');
    });

    it('end when a replaced token is used again, because somebody has kept it', async () => {
      const page = new RawClient(test);
      const first = await page.logIn();
      const renewed = await page.call('POST', '/v1/sessions/current/tokens', first);
      const second = String(renewed.body['accessToken']);
      // Calls in progress still succeed.
      expect((await page.call('GET', '/v1/requests', first)).code).toBe('accepted');
      expect((await page.call('GET', '/v1/requests', second)).code).toBe('accepted');
      // The answer with the new token was lost, so it is renewed again.
      const again = await page.call('POST', '/v1/sessions/current/tokens', first);
      const third = String(again.body['accessToken']);
      expect((await page.call('GET', '/v1/requests', third)).code).toBe('accepted');
      test.clock.advance(tick.minute);
      expect((await page.call('GET', '/v1/requests', first)).code).toBe('session-expired');
      expect((await page.call('GET', '/v1/requests', third)).code).toBe('session-expired');
    });

    it('are renewed only for their own website, and only once for many simultaneous calls', async () => {
      const page = new RawClient(test);
      const first = await page.logIn();
      const renew = (headers = {}) =>
        page.call('POST', '/v1/sessions/current/tokens', first, undefined, headers);
      expect((await renew({ Origin: clinic })).code).toBe('session-expired');
      const answers = await Promise.all(Array.from({ length: 8 }, () => renew()));
      const tokens = answers
        .filter(({ code }) => code === 'accepted')
        .map(({ body }) => String(body['accessToken']));
      expect(tokens.length).toBeGreaterThan(0);
      for (const { code } of answers) expect(['accepted', 'session-expired']).toContain(code);
      const calls = await Promise.all(tokens.map((token) => page.call('GET', '/v1/requests', token)));
      expect(calls.filter(({ code }) => code === 'accepted')).toHaveLength(1);
    });

    it('end together with their event streams', async () => {
      let open!: () => void;
      test.source.gate = new Promise((resolve) => {
        open = resolve;
      });
      const watcher = await test.logIn();
      const other = await test.logIn();
      const { id } = await watcher.createRequest();
      const seen: DataRequest[] = [];
      const watching = (async () => {
        for await (const change of watcher.watchRequest(id)) seen.push(change);
      })();
      await expect.poll(() => seen.length).toBeGreaterThan(0);
      await other.logoutEverywhere();
      expect((await refusal(watching)).code).toBe('session-expired');
      open();
      expect(seen.every(({ status }) => status === 'accepted' || status === 'in-progress')).toBe(true);
    });
  });

  describe('the access record', () => {
    it('shows who read what through which website, to the person and nobody else', async () => {
      test.clock.advance(8 * tick.day);
      const page = await test.logIn();
      const request = await completeRequest(page);
      for (let read = 0; read < 3; read += 1) await page.getRequest(request.id);
      const { entries, before } = await page.activity();
      expect(entries.find(({ action }) => action === 'request.create')).toMatchObject({
        subject: request.id,
        actor: 'person',
        embedder: 'A hospital portal',
        assurance: 'card-read-enrolled',
        times: 1,
      });
      const fetched = entries.find(({ action }) => action === 'records.fetch');
      expect(fetched).toMatchObject({ actor: 'service', embedder: null, assurance: null });
      const read = entries.find(({ action, subject }) => action === 'request.read' && subject === request.id);
      expect(read?.times).toBeGreaterThanOrEqual(3);
      const times = entries.map(({ lastAt }) => lastAt);
      expect(times).toEqual([...times].sort().reverse());
      if (before !== null) {
        const older = await page.activity({ before });
        expect(older.entries.every(({ lastAt }) => lastAt < before)).toBe(true);
      }
      const stranger = await (await test.logIn(hua)).activity();
      expect(JSON.stringify(stranger)).not.toContain(request.id);
    });
  });

  describe('an instant that the database does not support', () => {
    it.each([
      '2016-12-31T23:59:60Z',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59-14:00',
    ])('is refused as an invalid request: %s', async (instant) => {
      const page = await test.logIn();
      await expect(page.activity({ before: instant })).rejects.toMatchObject({ code: 'invalid-request' });
    });
  });

  describe('the account', () => {
    const ticketIn = (message: Message): string => /#ticket=([\w-]{43})/.exec(message.text)![1]!;
    const accounts = () => createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });

    it('is shown partly masked', async () => {
      const details = await (await test.logIn()).account();
      expect(details).toEqual({
        person: { nationalId: 'A12345****', name: '王○明' },
        telephone: '(02)*****345',
        mobile: '09*****678',
        email: 'm***@example.tw',
        alternateEmail: null,
        pendingMobile: null,
        pendingEmail: null,
        pendingAlternateEmail: null,
        certificate: false,
      });
    });

    it('can be changed only with the password, and its owner is notified', async () => {
      const page = await test.logIn();
      const change = { telephone: null };
      const refused = await refusal(page.changeContact({ currentPassword: 'wrong123', ...change }));
      expect(refused.code).toBe('login-failed');
      const told = await messagesOf(
        () => page.changeContact({ currentPassword: ming.password, ...change }),
        1,
      );
      expect(told[0]).toMatchObject({ channel: 'mail', to: 'ming@example.tw' });
      expect(await page.account()).toMatchObject({ telephone: null });
      const bad = await refusal(page.changeContact({ currentPassword: ming.password, mobile: '12345' }));
      expect(bad.code).toBe('invalid-request');
    });

    it('uses a new mobile number only after its code is entered, and notifies the old number', async () => {
      const page = await test.logIn();
      const change = { currentPassword: ming.password, mobile: '0987654321' };
      const asked = await messagesOf(() => page.changeContact(change), 1);
      expect(asked[0]).toMatchObject({ channel: 'sms', to: '0987654321' });
      const waiting = { mobile: '09*****678', pendingMobile: '09*****321' };
      expect(await page.account()).toMatchObject(waiting);
      const code = codeIn(asked);
      expect(await refusal(page.confirmMobile(wrong(code)))).toEqual({
        code: 'code-wrong',
        details: { attemptsLeft: 4 },
      });
      // The case depends only on the number.
      expect((await refusal((await test.logIn(hua)).confirmMobile(code))).code).toBe('code-expired');
      expect(await page.account()).toMatchObject(waiting);
      const told = await messagesOf(() => page.confirmMobile(code), 2);
      expect(told.map(({ channel, to }) => `${channel} ${to}`).sort()).toEqual([
        'mail ming@example.tw',
        'sms 0912345678',
      ]);
      expect(await page.account()).toMatchObject({ mobile: '09*****321', pendingMobile: null });
      expect((await refusal(page.confirmMobile(code))).code).toBe('code-expired');
      // From now on codes are sent there.
      expect((await messagesOf(() => logIn(null), 1))[0]!.to).toBe('0987654321');
    });

    it('accepts five attempts at the code for a new number, even simultaneous ones, within ten minutes', async () => {
      const page = await test.logIn();
      const change = { currentPassword: ming.password, mobile: '0911111111' };
      const code = codeIn(await messagesOf(() => page.changeContact(change), 1));
      const guesses = await Promise.all(
        Array.from({ length: 8 }, () => refusal(page.confirmMobile(wrong(code)))),
      );
      expect(guesses.filter((guess) => guess.code === 'code-wrong')).toHaveLength(5);
      expect((await refusal(page.confirmMobile(code))).code).toBe('code-expired');
      const late = codeIn(await messagesOf(() => page.changeContact(change), 1));
      // In two steps, so that the session continues.
      for (let step = 0; step < 2; step += 1) {
        test.clock.advance(5 * tick.minute);
        await page.account();
      }
      expect((await refusal(page.confirmMobile(late))).code).toBe('code-expired');
      expect(await page.account()).toMatchObject({ mobile: '09*****321', pendingMobile: null });
    });

    it('uses the last of two new numbers, and sends fewer and fewer unused codes', async () => {
      test.clock.advance(25 * tick.hour);
      const page = await test.logIn();
      const ask = (mobile: string) => page.changeContact({ currentPassword: ming.password, mobile });
      const first = codeIn(await messagesOf(() => ask('0922222222'), 1));
      const second = codeIn(await messagesOf(() => ask('0933333333'), 1));
      if (first !== second) expect((await refusal(page.confirmMobile(first))).code).toBe('code-wrong');
      await messagesOf(() => page.confirmMobile(second), 2);
      expect(await page.account()).toMatchObject({ mobile: '09*****333' });
      for (let sent = 0; sent < 5; sent += 1) await messagesOf(() => ask('0944444444'), 1);
      const before = outbox.messages.length;
      const refused = await refusal(
        page.changeContact({
          currentPassword: ming.password,
          mobile: '0944444444',
          telephone: '(02)26212345',
        }),
      );
      expect(refused.code).toBe('too-many-attempts');
      // All parts of a change or none.
      expect(await page.account()).toMatchObject({ telephone: null });
      expect(outbox.messages.length).toBe(before);
      test.clock.advance(25 * tick.hour);
    });

    it('uses a new address only after it is confirmed, and notifies the old address twice', async () => {
      const page = await test.logIn();
      const sent = await messagesOf(
        () => page.changeContact({ currentPassword: ming.password, email: 'new@example.tw' }),
        2,
      );
      const asked = sent.find(({ to }) => to === 'new@example.tw')!;
      expect(sent.map(({ to }) => to).sort()).toEqual(['ming@example.tw', 'new@example.tw']);
      expect(asked.text).toContain(`${test.gateway.url}/email-confirmation#ticket=`);
      expect(await page.account()).toMatchObject({
        email: 'm***@example.tw',
        pendingEmail: 'n***@example.tw',
      });
      const ticket = ticketIn(asked);
      expect((await refusal(accounts().confirmEmail('t'.repeat(43)))).code).toBe('ticket-invalid');
      const told = await messagesOf(() => accounts().confirmEmail(ticket), 1);
      expect(told[0]!.to).toBe('ming@example.tw');
      expect(await page.account()).toMatchObject({ email: 'n***@example.tw', pendingEmail: null });
      expect((await refusal(accounts().confirmEmail(ticket))).code).toBe('ticket-invalid');
    });

    it('drops an address that was not confirmed within a day, and uses the last of two', async () => {
      const page = await test.logIn();
      const change = { currentPassword: ming.password };
      const [first] = await messagesOf(
        () => page.changeContact({ ...change, alternateEmail: 'a@example.tw' }),
        1,
      );
      const [second] = await messagesOf(
        () => page.changeContact({ ...change, alternateEmail: 'b@example.tw' }),
        1,
      );
      expect((await refusal(accounts().confirmEmail(ticketIn(first!)))).code).toBe('ticket-invalid');
      test.clock.advance(24 * tick.hour);
      expect((await refusal(accounts().confirmEmail(ticketIn(second!)))).code).toBe('ticket-invalid');
    });

    it('keeps several simultaneous changes', async () => {
      const page = await test.logIn();
      const change = { currentPassword: ming.password };
      for (let round = 0; round < 3; round += 1) {
        const email = `ming${round}@example.tw`;
        const asked = await messagesOf(() => page.changeContact({ ...change, email }), 2);
        const ticket = ticketIn(asked.find(({ to }) => to === email)!);
        const code = codeIn(
          await messagesOf(() => page.changeContact({ ...change, mobile: `091200000${round}` }), 1),
        );
        await messagesOf(
          () =>
            Promise.all([
              page.changeContact({ ...change, telephone: `(02)2621000${round}` }),
              page.confirmMobile(code),
              accounts().confirmEmail(ticket),
            ]),
          4,
        );
        expect(await page.account()).toMatchObject({
          telephone: `(02)*****00${round}`,
          mobile: `09*****00${round}`,
          email: 'm***@example.tw',
          pendingEmail: null,
        });
      }
    });

    it('drops an address and a number that were entered before the password changed', async () => {
      const page = await test.logIn();
      const asked = { currentPassword: ming.password, alternateEmail: 'evil@example.tw' };
      const [mail] = await messagesOf(() => page.changeContact(asked), 1);
      const evil = { currentPassword: ming.password, mobile: '0966666666' };
      const code = codeIn(await messagesOf(() => page.changeContact(evil), 1));
      const change = { currentPassword: ming.password, newPassword: 'hualien55' };
      await messagesOf(() => page.changePassword(change), 1);
      expect(await page.account()).toMatchObject({ pendingAlternateEmail: null, pendingMobile: null });
      expect((await refusal(page.confirmMobile(code))).code).toBe('code-expired');
      expect((await refusal(accounts().confirmEmail(ticketIn(mail!)))).code).toBe('ticket-invalid');
      const back = { currentPassword: 'hualien55', newPassword: ming.password };
      await messagesOf(() => page.changePassword(back), 1);
    });

    it('accepts a new password only together with the old one; every other session then ends', async () => {
      const page = await test.logIn();
      const other = await test.logIn();
      const change = { currentPassword: ming.password, newPassword: 'keelung66' };
      expect((await refusal(page.changePassword({ ...change, currentPassword: 'wrong123' }))).code).toBe(
        'login-failed',
      );
      expect((await refusal(page.changePassword({ ...change, newPassword: 'short' }))).code).toBe(
        'password-not-acceptable',
      );
      const told = await messagesOf(() => page.changePassword(change), 1);
      expect(told[0]).toMatchObject({ to: 'ming2@example.tw' });
      expect(await page.listRequests()).toBeInstanceOf(Array);
      expect((await refusal(other.listRequests())).code).toBe('session-expired');
      expect((await refusal(test.logIn())).code).toBe('login-failed');
      await test.logIn({ ...ming, password: 'keelung66' });
    });

    it('cannot be taken over by guessing on a page left open', async () => {
      const page = await test.logIn({ ...ming, password: 'keelung66' });
      const codes: string[] = [];
      for (let guess = 0; guess < 8; guess += 1) {
        const { code } = await refusal(
          page.changePassword({ currentPassword: `guess${guess}x`, newPassword: 'evil12345' }),
        );
        codes.push(code);
      }
      expect(codes).toContain('too-many-attempts');
    });
  });
});
