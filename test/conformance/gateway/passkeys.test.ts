import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGatewayClient, relayConnectAnswer, type GatewayClient } from '@mhb-kit/core/gateway';
import { createDevelopmentOutbox, createGateway, type Gateway } from '@mhb-kit/gateway';
import { openDatabase } from '../../../packages/gateway/src/storage/open-database.js';
import { freePort } from '../../free-port.mjs';
import { makeKey, useKey, type Credential, type Signing } from './software-authenticator.js';
import {
  createTestBridge,
  eachDatabase,
  everybody,
  hua,
  logInWith,
  ming,
  portal,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
  type TestPerson,
} from './support.js';

vi.setConfig({ testTimeout: 60_000 });

const contact = {
  householdNumber: 'F1234567',
  registeredAddress: '新北市淡水區民生里三鄰',
  telephone: null,
  mobile: '0912345678',
  email: 'ming@example.tw',
  alternateEmail: null,
};
const callback = `${portal}/callback`;
const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).code;

async function startWithPasskeys(
  options: Parameters<typeof startTestGateway>[0] = {},
): Promise<{ test: TestGateway; outbox: ReturnType<typeof createDevelopmentOutbox> }> {
  const outbox = createDevelopmentOutbox();
  const port = await freePort();
  const test = await startTestGateway({
    port,
    publicUrl: `http://localhost:${port}`,
    registration: { sender: outbox, register: everybody },
    passkeys: {},
    representations: {},
    embedders: [
      {
        id: 'portal',
        name: 'A hospital portal',
        origins: [portal],
        login: ['direct', 'connect'],
        scopes: ['requests', 'archives', 'activity', 'account'],
        redirectUris: [callback],
      },
      {
        id: 'other',
        name: 'Connect only',
        origins: ['https://other.example.tw'],
        redirectUris: ['https://other.example.tw/'],
      },
    ],
    ...options,
  });
  return { test, outbox };
}

eachDatabase((database) => {
  let test: TestGateway;
  let outbox: ReturnType<typeof createDevelopmentOutbox>;
  let own = '';
  beforeAll(async () => {
    ({ test, outbox } = await startWithPasskeys({ database }));
    own = test.gateway.url;
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    before = outbox.messages.length;
    // Daily counts, and delays of failed logins.
    test.clock.advance(tick.day);
    await test.gateway.activateAccount({ ...ming, contact });
    await test.gateway.activateAccount({ ...hua, contact: { ...contact, email: 'hua@example.tw' } });
  });

  /** A page of an origin; by default the gateway's own. */
  const page = (origin = own): GatewayClient =>
    createGatewayClient({
      baseUrl: own,
      fetch: (input, init) =>
        fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: origin } }),
    });
  async function byCard(person: TestPerson = ming, client = page(), origin = own): Promise<GatewayClient> {
    await logInWith(client, test.bridge, person, { origin });
    return client;
  }
  /** A passkey created on the page of the session itself. */
  async function enrol(
    session: GatewayClient,
    person = ming,
    signing: Partial<Signing> = {},
  ): Promise<Credential> {
    const calls = await session.passkeys();
    const { ticket } = await calls.begin(person.password);
    const { options } = await calls.open(ticket);
    const { attestation, credential } = makeKey(options, { origin: own, ...signing });
    expect(await calls.complete({ ticket, name: 'Laptop', credential: attestation })).toEqual({ code: null });
    return credential;
  }
  async function logIn(
    credential: Credential,
    signing: Partial<Signing> = {},
    client = page(),
  ): Promise<GatewayClient> {
    const options = await (await client.passkeys()).loginOptions();
    await client.login({
      method: 'passkey',
      credential: useKey(credential, options, { origin: own, ...signing }),
    });
    return client;
  }
  const isOpen = (client: GatewayClient): Promise<boolean> =>
    client.sessions().then(
      () => true,
      () => false,
    );
  let before = 0;
  /** Whether the person was notified by mail during the test. */
  const told = (words: string): Promise<void> =>
    expect
      .poll(
        () =>
          outbox.messages.slice(before).some(({ to, text }) => to === contact.email && text.includes(words)),
        { timeout: 10_000 },
      )
      .toBe(true);

  describe('a passkey', () => {
    it('logs in after a first login by card, with the assurance of the session in which it was added', async () => {
      const session = await byCard();
      const key = await enrol(session);
      await told('新增了一把通行密鑰');
      const later = await logIn(key);
      expect(later.session).toMatchObject({ assurance: 'card-read-enrolled', person: { name: '王○明' } });
      expect((await later.account()).person.name).toBe('王○明');
      const [listed] = await (await later.passkeys()).list();
      expect(listed).toMatchObject({ name: 'Laptop', synced: false, assurance: 'card-read-enrolled' });
      expect(listed!.lastUsedAt).toBe(test.clock.read().toISOString());
      expect((await later.sessions()).find(({ current }) => current)).toMatchObject({ passkey: true });
      const { entries } = await later.activity();
      expect(entries.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['passkey.add', 'passkey.use']),
      );
    });

    it('is created on the phone, and becomes valid after its code was typed in the session', async () => {
      const kiosk = page(portal);
      await byCard(ming, kiosk, portal);
      const atKiosk = await kiosk.passkeys();
      const { id, ticket, address } = await atKiosk.begin(ming.password);
      expect(address).toBe(`${own}/passkey#ticket=${ticket}`);
      expect(await atKiosk.enrolment(id)).toEqual({ status: 'waiting' });
      const phone = await page().passkeys();
      const { person, embedder, options } = await phone.open(ticket);
      expect({ person, embedder }).toEqual({ person: { name: '王○明' }, embedder: 'A hospital portal' });
      expect(JSON.stringify(options)).not.toContain(ming.nationalId);
      expect(await atKiosk.enrolment(id)).toEqual({ status: 'opened' });
      const { attestation, credential } = makeKey(options, { origin: own });
      const { code } = await phone.complete({ ticket, name: 'Phone', credential: attestation });
      expect(code).toMatch(/^\d{4}$/);
      expect(await codeOf(logIn(credential)), 'not confirmed yet').toBe('passkey-refused');
      expect(await atKiosk.enrolment(id)).toEqual({ status: 'created' });
      await atKiosk.confirm(id, code!);
      await logIn(credential);
      expect(await codeOf(atKiosk.enrolment(id))).toBe('not-found');
    });

    it('is offered only on its own pages', async () => {
      expect((await page().service()).loginMethods).toContain('passkey');
      expect(await page(portal).service()).toMatchObject({ passkeys: true, loginMethods: ['nhi-card'] });
      expect(await codeOf((await page(portal).passkeys()).loginOptions())).toBe('login-method-unavailable');
      const connectOnly = await page('https://other.example.tw').passkeys();
      expect(await codeOf(connectOnly.loginOptions())).toBe('direct-login-not-allowed');
    });
  });

  describe('refused when logging in', () => {
    let key: Credential;
    beforeEach(async () => {
      key = await enrol(await byCard());
    });

    it.each<readonly [what: string, signing: Partial<Signing>]>([
      ['signed on a page of another origin', { origin: 'https://gateway.example.evil' }],
      ['signed on a page of a sister domain', { origin: 'http://portal.localhost' }],
      ['signed for another relying party', { rpId: 'example.evil' }],
      ['nobody verified by the device', { userVerified: false }],
      ['nobody present', { userPresent: false }],
      ['signed in a frame of another site', { crossOrigin: true }],
      ['made for a registration', { type: 'webauthn.create' }],
      ['of another account', { userHandle: 'c29tZWJvZHktZWxzZQ' }],
    ])('%s', async (_what, signing) => {
      expect(await codeOf(logIn(key, signing))).toBe('passkey-refused');
      // The key still works.
      await logIn(key);
    });

    it('a signature of another key', async () => {
      const other = await enrol(await byCard(hua), hua);
      expect(await codeOf(logIn(key, { by: other }))).toBe('passkey-refused');
    });

    it('a challenge for a second time', async () => {
      const client = page();
      const options = await (await client.passkeys()).loginOptions();
      const credential = useKey(key, options, { origin: own });
      await client.login({ method: 'passkey', credential });
      expect(await codeOf(client.login({ method: 'passkey', credential }))).toBe('challenge-expired');
    });

    it('a challenge of another page or key, an expired challenge, or an invented challenge', async () => {
      const options = await (await page().passkeys()).loginOptions();
      const stolen = useKey(key, options, { origin: own });
      expect(await codeOf(page().login({ method: 'passkey', credential: stolen }))).toBe('challenge-expired');
      const client = page();
      const late = useKey(key, await (await client.passkeys()).loginOptions(), { origin: own });
      test.clock.advance(3 * tick.minute + tick.second);
      expect(await codeOf(client.login({ method: 'passkey', credential: late }))).toBe('challenge-expired');
      const challenge = randomBytes(32).toString('base64url');
      expect(await codeOf(logIn(key, { challenge }))).toBe('challenge-expired');
    });

    it('a page without this right, with a signature made on ours', async () => {
      const client = page(portal);
      const { nonce } = await client.challenge();
      const options = {
        challenge: nonce,
        rpId: 'localhost',
        timeout: 1,
        userVerification: 'required',
      } as const;
      const credential = useKey(key, options, { origin: own });
      expect(await codeOf(client.login({ method: 'passkey', credential }))).toBe('login-method-unavailable');
    });

    it('a signature count that has decreased; the passkey and its sessions then end', async () => {
      const session = await logIn(key);
      // Without the key's signature, the count is meaningless.
      const other = await enrol(await byCard(hua), hua);
      expect(await codeOf(logIn(key, { counter: 1, by: other }))).toBe('passkey-refused');
      expect(await isOpen(session)).toBe(true);
      key.counter = 2;
      expect(await codeOf(logIn(key, { counter: 2 }))).toBe('passkey-refused');
      expect(await isOpen(session)).toBe(false);
      expect(await codeOf(logIn(key, { counter: 99 }))).toBe('passkey-refused');
      await told('可能被複製');
    });

    it('accepts a device without a count', async () => {
      const silent = await enrol(await byCard(), ming, { counter: 0 });
      for (let time = 0; time < 2; time += 1) await logIn(silent, { counter: 0 });
    });
  });

  describe('refused when enrolling', () => {
    it('without the password, as in a stolen session', async () => {
      const calls = await (await byCard()).passkeys();
      expect(await codeOf(calls.begin('wrong-password'))).toBe('login-failed');
      expect(await codeOf(calls.begin(hua.password))).toBe('login-failed');
    });

    it('in a session that a passkey opened', async () => {
      const session = await logIn(await enrol(await byCard()));
      expect(await codeOf((await session.passkeys()).begin(ming.password))).toBe('stronger-login-required');
    });

    it.each<readonly [what: string, signing: Partial<Signing>]>([
      ['signed on a page of another origin', { origin: 'https://gateway.example.evil' }],
      ['for another relying party', { rpId: 'example.evil' }],
      ['nobody verified by the device', { userVerified: false }],
      ['in a frame of another site', { crossOrigin: true }],
      ['signed for a login', { type: 'webauthn.get' }],
    ])('%s', async (_what, signing) => {
      const calls = await (await byCard()).passkeys();
      const { ticket } = await calls.begin(ming.password);
      const { options } = await calls.open(ticket);
      const { attestation } = makeKey(options, { origin: own, ...signing });
      expect(await codeOf(calls.complete({ ticket, name: 'x', credential: attestation }))).toBe(
        'passkey-refused',
      );
    });

    it('a challenge a second time, in the same enrollment or in another', async () => {
      const calls = await (await byCard()).passkeys();
      const first = await calls.begin(ming.password);
      const opened = await calls.open(first.ticket);
      const { attestation } = makeKey(opened.options, { origin: own, userVerified: false });
      const complete = (ticket: string): Promise<unknown> =>
        calls.complete({ ticket, name: 'x', credential: attestation });
      expect(await codeOf(complete(first.ticket))).toBe('passkey-refused');
      expect(await codeOf(complete(first.ticket))).toBe('challenge-expired');
      const second = await calls.begin(ming.password);
      await calls.open(second.ticket);
      expect(await codeOf(complete(second.ticket))).toBe('challenge-expired');
    });

    it('what the same device has signed for somebody else', async () => {
      const phone = await page().passkeys();
      const tickets = [];
      for (const person of [ming, hua])
        tickets.push((await (await (await byCard(person)).passkeys()).begin(person.password)).ticket);
      const [mine = '', theirs = ''] = tickets;
      const { options } = await phone.open(mine);
      await phone.open(theirs);
      const { attestation } = makeKey(options, { origin: own });
      expect(await codeOf(phone.complete({ ticket: theirs, name: 'x', credential: attestation }))).toBe(
        'challenge-expired',
      );
      expect(
        (await phone.complete({ ticket: mine, name: 'x', credential: attestation })).code,
      ).not.toBeNull();
    });

    it('a second use of a ticket: by two devices, for two enrollments, or for two answers', async () => {
      const session = await byCard();
      const calls = await session.passkeys();
      const first = await calls.begin(ming.password);
      const devices = await Promise.all(
        Array.from({ length: 6 }, async () => {
          const device = await page().passkeys();
          // Each client already has a nonce, so that all calls arrive together.
          await device.loginOptions();
          return device;
        }),
      );
      const openings = await Promise.allSettled(devices.map((device) => device.open(first.ticket)));
      expect(openings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const begun = await Promise.all([0, 1].map(() => calls.begin(ming.password)));
      const opened = await Promise.allSettled(begun.map(({ ticket }) => calls.open(ticket)));
      expect(
        opened.filter(({ status }) => status === 'fulfilled'),
        'one at a time',
      ).toHaveLength(1);
      const { ticket } = await calls.begin(ming.password);
      const { options } = await calls.open(ticket);
      const answers = await Promise.allSettled(
        [0, 1].map(() => {
          const { attestation: credential } = makeKey(options, { origin: own });
          return calls.complete({ ticket, name: 'x', credential });
        }),
      );
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await calls.list()).toHaveLength(1);
    });

    it('a device that has photographed the ticket but does not know the code', async () => {
      const calls = await (await byCard()).passkeys();
      const { id, ticket } = await calls.begin(ming.password);
      const thief = await page().passkeys();
      const { options } = await thief.open(ticket);
      expect(await codeOf((await page().passkeys()).open(ticket)), 'the person notices').toBe(
        'ticket-invalid',
      );
      const { attestation, credential } = makeKey(options, { origin: own });
      const { code } = await thief.complete({ ticket, name: 'x', credential: attestation });
      const wrong = code === '0000' ? '0001' : '0000';
      for (let left = 2; left >= 0; left -= 1)
        expect(await refusal(calls.confirm(id, wrong))).toEqual({
          code: 'code-wrong',
          details: { attemptsLeft: left },
        });
      expect(await codeOf(calls.confirm(id, code!))).toBe('code-expired');
      expect(await codeOf(logIn(credential))).toBe('passkey-refused');
    });

    it('another session, of the same person or of somebody else', async () => {
      const { id, ticket } = await (await (await byCard()).passkeys()).begin(ming.password);
      const phone = await page().passkeys();
      const { options } = await phone.open(ticket);
      const made = makeKey(options, { origin: own });
      const { code } = await phone.complete({ ticket, name: 'x', credential: made.attestation });
      for (const person of [ming, hua]) {
        const calls = await (await byCard(person)).passkeys();
        expect(await codeOf(calls.enrolment(id))).toBe('not-found');
        expect(await codeOf(calls.confirm(id, code!))).toBe('code-expired');
      }
    });

    it('a device that has opened it before the session ended', async () => {
      const session = await byCard();
      const { ticket } = await (await session.passkeys()).begin(ming.password);
      const phone = await page().passkeys();
      const { options } = await phone.open(ticket);
      await session.logout();
      const { attestation } = makeKey(options, { origin: own });
      expect(await codeOf(phone.complete({ ticket, name: 'x', credential: attestation }))).toBe(
        'ticket-invalid',
      );
    });

    it('a ticket after its time, or after its session', async () => {
      const session = await byCard();
      const late = await (await session.passkeys()).begin(ming.password);
      test.clock.advance(5 * tick.minute + tick.second);
      expect(await codeOf((await page().passkeys()).open(late.ticket))).toBe('ticket-invalid');
      const { ticket } = await (await session.passkeys()).begin(ming.password);
      await session.logout();
      expect(await codeOf((await page().passkeys()).open(ticket))).toBe('ticket-invalid');
    });

    it('a ticket after the last minute of its session', async () => {
      const session = await byCard();
      for (let minute = 0; minute < 28; minute += 4) {
        test.clock.advance(4 * tick.minute);
        await session.account();
      }
      const { ticket } = await (await session.passkeys()).begin(ming.password);
      test.clock.advance(3 * tick.minute);
      expect(await codeOf((await page().passkeys()).open(ticket))).toBe('ticket-invalid');
    });

    it('a passkey that is already enrolled, for the same person or another', async () => {
      const calls = await (await byCard()).passkeys();
      const begin = async (person: TestPerson) => {
        const own = await (await byCard(person)).passkeys();
        const { ticket } = await own.begin(person.password);
        return { own, ticket, ...(await own.open(ticket)) };
      };
      const first = await begin(ming);
      const made = makeKey(first.options, { origin: own });
      await first.own.complete({ ticket: first.ticket, name: 'x', credential: made.attestation });
      const second = await begin(hua);
      const client = Buffer.from(made.attestation.response.clientDataJSON, 'base64url').toString();
      const copied = {
        id: made.attestation.id,
        response: {
          ...made.attestation.response,
          clientDataJSON: Buffer.from(
            client.replace(first.options.challenge, second.options.challenge),
          ).toString('base64url'),
        },
      };
      expect(
        await codeOf(second.own.complete({ ticket: second.ticket, name: 'x', credential: copied })),
      ).toBe('passkey-refused');
      const third = await begin(ming);
      expect(third.options.excludeCredentials).toEqual([{ type: 'public-key', id: made.attestation.id }]);
      expect(await calls.list()).toHaveLength(1);
    });

    it('more keys than an account may have', async () => {
      const session = await byCard();
      for (let each = 0; each < 10; each += 1) await enrol(session);
      expect(await codeOf((await session.passkeys()).begin(ming.password))).toBe('quota-reached');
    });
  });

  describe('ends immediately, with every session that it opened', () => {
    let key: Credential;
    let card: GatewayClient;
    let session: GatewayClient;
    beforeEach(async () => {
      card = await byCard();
      key = await enrol(card);
      session = await logIn(key);
    });
    const isOver = async (): Promise<void> => {
      expect(await isOpen(session)).toBe(false);
      expect(await codeOf(logIn(key))).toBe('passkey-refused');
    };

    it('when it is removed in any session of the person', async () => {
      const calls = await session.passkeys();
      const { id } = (await calls.list())[0]!;
      const other = await (await byCard(hua)).passkeys();
      expect(await codeOf(other.remove(id)), 'not by somebody else').toBe('not-found');
      await calls.remove(id);
      await isOver();
      expect(await isOpen(card), 'the session opened with the card continues').toBe(true);
      await told('移除了一把通行密鑰');
    });

    it('with sessions that a website got from it in connect mode', async () => {
      const grantedBy = session;
      const open = () => {
        const allow = async (address: string): Promise<unknown> =>
          relayConnectAnswer(await grantedBy.grantConnect(new URL(address).search.slice(1)));
        return { location: { replace: (address: string) => void allow(address) }, close: () => undefined };
      };
      vi.stubGlobal('window', { open, close: () => undefined });
      const website = page(portal);
      await website.connect({ clientId: 'portal', redirectUri: callback });
      vi.unstubAllGlobals();
      expect(await website.listRequests()).toEqual([]);
      const calls = await card.passkeys();
      await calls.remove((await calls.list())[0]!.id);
      expect(await codeOf(website.listRequests())).toBe('session-expired');
    });

    it('when the card is reported lost, and is not restored with the account', async () => {
      await card.suspendAccount(ming.password);
      await isOver();
      await test.gateway.activateAccount({ ...ming, contact });
      await isOver();
    });

    it('when the password changes', async () => {
      await card.changePassword({ currentPassword: ming.password, newPassword: 'keelung9' });
      await isOver();
    });

    it('when the mobile number changes, as it does when a phone is lost', async () => {
      const mobile = '0987654321';
      await card.changeContact({ currentPassword: ming.password, mobile });
      const code = (): string | undefined =>
        outbox.messages
          .slice(before)
          .filter(({ to }) => to === mobile)
          .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])
          .at(-1);
      await expect.poll(code, { timeout: 10_000 }).toBeDefined();
      await card.confirmMobile(code() ?? '');
      await isOver();
      expect(await isOpen(card), 'the session opened with the card continues').toBe(true);
    });

    it('with the session in which its person reads for somebody else', async () => {
      const witness = { staff: '王承辦', reason: 'household register seen' };
      await test.gateway.representations.record(
        {
          representative: ming.nationalId,
          represented: hua.nationalId,
          birthDate: '2015-01-05',
          kind: 'parent',
          endsOn: null,
        },
        witness,
      );
      await session.represent((await session.representations()).represents[0]?.id ?? '');
      expect(await session.listRequests()).toEqual([]);
      const calls = await card.passkeys();
      await calls.remove((await calls.list())[0]!.id);
      expect(await codeOf(session.listRequests())).toBe('session-expired');
      await test.gateway.representations.end(ming.nationalId, hua.nationalId, witness);
    });

    it('when the account is closed', async () => {
      expect(await test.gateway.closeAccount(ming.nationalId)).toBe(true);
      await isOver();
    });
  });

  it('cannot change contact data or login methods', async () => {
    const session = await logIn(await enrol(await byCard()));
    const currentPassword = ming.password;
    for (const change of [
      () => session.changeContact({ currentPassword, mobile: '0987654321' }),
      () => session.changeContact({ currentPassword, email: 'thief@example.tw' }),
      () => session.confirmMobile('123456'),
      () => session.changePassword({ currentPassword, newPassword: 'keelung9' }),
      () => session.releaseCertificate(currentPassword),
    ])
      expect(await codeOf(change())).toBe('stronger-login-required');
    // The same in a session of a website that may access the account.
    const open = () => {
      const allow = async (address: string): Promise<unknown> =>
        relayConnectAnswer(await session.grantConnect(new URL(address).search.slice(1)));
      return { location: { replace: (address: string) => void allow(address) }, close: () => undefined };
    };
    vi.stubGlobal('window', { open, close: () => undefined });
    const website = page(portal);
    await website.connect({ clientId: 'portal', redirectUri: callback, scopes: ['account'] });
    vi.unstubAllGlobals();
    expect(website.session?.scopes).toContain('account');
    expect(await codeOf(website.changeContact({ currentPassword, mobile: '0987654321' }))).toBe(
      'stronger-login-required',
    );
    expect(await codeOf((await website.passkeys()).begin(currentPassword))).toBe('stronger-login-required');
    // Protective actions are always available.
    await website.suspendAccount(currentPassword);
  });

  it('is rejected if its row, or the row of a session that it opened, was changed in the database', async () => {
    const session = await logIn(await enrol(await byCard()));
    await enrol(await byCard(hua), hua);
    const changes = [
      `assurance = 'certificate'`,
      'counter = 0',
      'synced = NOT synced',
      'account_id = (SELECT id FROM account WHERE id <> account_id LIMIT 1)',
    ];
    const idsNow = async (): Promise<string[]> =>
      (await (await session.passkeys()).list()).map(({ id }) => id);
    const keys = [];
    for (const change of changes) {
      const before = await idsNow();
      const key = await enrol(await byCard());
      await logIn(key);
      // All were created within one millisecond, so their order means nothing.
      const id = (await idsNow()).find((each) => !before.includes(each));
      keys.push({ key, change, id });
    }
    // Changes made by a person with access to the database only; the gateway continues to run.
    await test.gateway.stop();
    const { directory, databaseUrl } = test;
    const location = { dataDirectory: directory, ...(databaseUrl === null ? {} : { databaseUrl }) };
    const stored = await openDatabase(location, () => undefined);
    try {
      // Pretend that a card opened the session, so that it may make changes that require a card.
      await stored.queries.execute('UPDATE session SET passkey_id = NULL');
      for (const { change, id } of keys)
        await stored.queries.execute(`UPDATE passkey SET ${change} WHERE id = '${id}'`);
    } finally {
      await stored.close();
    }
    await test.restart();
    expect(await isOpen(session)).toBe(false);
    for (const { key, change } of keys) expect(await codeOf(logIn(key)), change).toBe('passkey-refused');
  });

  it.each(['/account', '/passkey', '/account-recovery', '/registration'])(
    'does not allow framing of %s',
    async (path) => {
      const { status, headers } = await fetch(`${own}${path}`);
      expect(status).toBe(200);
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Frame-Options')).toBeTruthy();
    },
  );
});

describe('the operator’s settings', () => {
  const ownFetch =
    (own: string): typeof fetch =>
    (input, init) =>
      fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Origin: own } });

  it('disable it by default', async () => {
    const test = await startTestGateway({
      registration: { sender: createDevelopmentOutbox(), register: everybody },
    });
    try {
      const client = await test.logIn();
      expect(await client.service()).toMatchObject({ passkeys: false, loginMethods: ['nhi-card'] });
      const calls = await client.passkeys();
      const ticket = 'a'.repeat(43);
      expect(await codeOf(calls.list())).toBe('login-method-unavailable');
      expect(await codeOf(calls.begin(ming.password))).toBe('login-method-unavailable');
      expect(await codeOf(calls.loginOptions())).toBe('login-method-unavailable');
      expect(await codeOf(calls.open(ticket))).toBe('login-method-unavailable');
    } finally {
      await test.dispose();
    }
  });

  it('accept keys only from sessions with enough assurance, and no synced ones', async () => {
    const { test } = await startWithPasskeys({
      passkeys: { enrolFrom: 'card-read-enrolled', syncedKeys: 'refuse' },
      minimumAssurance: 'card-read',
    });
    try {
      await test.gateway.activateAccount({ ...ming, contact });
      const own = test.gateway.url;
      const home = await createTestBridge();
      const client = createGatewayClient({ baseUrl: own, fetch: ownFetch(own) });
      await logInWith(client, home, ming, { origin: own });
      expect(await refusal((await client.passkeys()).begin(ming.password))).toEqual({
        code: 'assurance-too-low',
        details: { assurance: 'card-read', minimumAssurance: 'card-read-enrolled' },
      });
      await logInWith(client, test.bridge, ming, { origin: own });
      const calls = await client.passkeys();
      const { ticket } = await calls.begin(ming.password);
      const { options } = await calls.open(ticket);
      const { attestation } = makeKey(options, { origin: own, synced: true });
      expect(await codeOf(calls.complete({ ticket, name: 'x', credential: attestation }))).toBe(
        'passkey-refused',
      );
    } finally {
      await test.dispose();
    }
  });

  it('is refused as soon as the operator no longer accepts synced passkeys', async () => {
    const { test } = await startWithPasskeys();
    try {
      await test.gateway.activateAccount({ ...ming, contact });
      const own = test.gateway.url;
      const client = createGatewayClient({ baseUrl: own, fetch: ownFetch(own) });
      await logInWith(client, test.bridge, ming, { origin: own });
      const calls = await client.passkeys();
      const { ticket } = await calls.begin(ming.password);
      const { options } = await calls.open(ticket);
      const { attestation, credential } = makeKey(options, { origin: own, synced: true });
      await calls.complete({ ticket, name: 'x', credential: attestation });
      const logIn = async (): Promise<void> => {
        const page = createGatewayClient({ baseUrl: own, fetch: ownFetch(own) });
        const login = await (await page.passkeys()).loginOptions();
        const signed = useKey(credential, login, { origin: own, synced: true });
        await page.login({ method: 'passkey', credential: signed });
      };
      await logIn();
      await test.restart({ passkeys: { syncedKeys: 'refuse' } });
      expect(await codeOf(logIn())).toBe('passkey-refused');
    } finally {
      await test.dispose();
    }
  });

  it('give a passkey the session’s assurance, and refuse the passkey if the minimum is later raised above this level', async () => {
    const { test } = await startWithPasskeys({ minimumAssurance: 'card-read' });
    let stricter: Gateway | undefined;
    try {
      const own = test.gateway.url;
      await test.gateway.activateAccount({ ...ming, contact });
      const client = createGatewayClient({ baseUrl: own, fetch: ownFetch(own) });
      await logInWith(client, await createTestBridge(), ming, { origin: own });
      const calls = await client.passkeys();
      const { ticket } = await calls.begin(ming.password);
      const opened = await calls.open(ticket);
      const { attestation, credential } = makeKey(opened.options, { origin: own });
      await calls.complete({ ticket, name: 'x', credential: attestation });
      const logIn = async () => {
        const page = createGatewayClient({ baseUrl: own, fetch: ownFetch(own) });
        const login = await (await page.passkeys()).loginOptions();
        await page.login({ method: 'passkey', credential: useKey(credential, login, { origin: own }) });
        return page.session!.assurance;
      };
      expect(await logIn()).toBe('card-read');
      await test.gateway.stop();
      stricter = createGateway({
        dataDirectory: test.directory,
        port: Number(new URL(own).port),
        publicUrl: own,
        recordSource: test.source,
        embedders: [],
        minimumAssurance: 'card-read-enrolled',
        registration: { sender: createDevelopmentOutbox(), register: everybody },
        passkeys: {},
        clock: test.clock.read,
      });
      await stricter.start();
      expect(await codeOf(logIn())).toBe('assurance-too-low');
    } finally {
      await stricter?.stop();
      await test.dispose();
    }
  });

  it.each([
    ['no address of its own', { publicUrl: undefined, passkeys: {} }],
    ['a number instead of a name', { publicUrl: 'http://127.0.0.1:8081', passkeys: {} }],
    ['another relying party', { publicUrl: 'https://mhb.example.tw', passkeys: { rpId: 'example.evil' } }],
    [
      'a page elsewhere',
      { publicUrl: 'https://mhb.example.tw', passkeys: { origins: ['https://example.evil'] } },
    ],
    ['nobody to tell', { publicUrl: 'https://mhb.example.tw', passkeys: {}, registration: undefined }],
  ])('does not start with %s', async (_what, options) => {
    const start = startTestGateway({
      registration: { sender: createDevelopmentOutbox(), register: everybody },
      ...(options as object),
    });
    expect(await codeOf(start.then((test) => test.dispose()))).toBe('configuration-invalid');
  });
});
