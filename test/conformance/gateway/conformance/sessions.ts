import { describe, expect, it } from 'vitest';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { RawClient } from '../raw-client.js';
import { createTestBridge, portal, refusal, tick } from '../support.js';
import { clinic, type GatewayUnderTest } from './gateway-under-test.js';

/** Challenges, logins and sessions. */
export function describeSessions(gateway: () => GatewayUnderTest): void {
  describe('a challenge', () => {
    it('is 256 bits in base64url, different each time', async () => {
      const client = gateway().client();
      const nonces = [await client.challenge(), await client.challenge()].map(({ nonce }) => nonce);
      for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{43}$/);
      expect(nonces[0]).not.toBe(nonces[1]);
    });

    it('is valid for one login, for three minutes', async () => {
      const person = await gateway().person();
      const client = gateway().client();
      const used = await gateway().reading(person, { by: client });
      const credentials = { method: 'nhi-card', password: person.password, ...used } as const;
      await client.login(credentials);
      expect((await refusal(client.login(credentials))).code).toBe('challenge-expired');
      const old = await gateway().reading(person, { by: client });
      gateway().clock.advance(3 * tick.minute);
      expect((await refusal(client.login({ ...credentials, ...old }))).code).toBe('challenge-expired');
    });
  });

  describe('a card reading for a challenge', () => {
    /**
     * The body that a page sends after a reading signed by its bridge; `changes` alters the signed content.
     */
    async function credentialsFor(nonce: string, changes: object = {}, header: object = {}) {
      const { nationalId, cardNumber, name, password } = await gateway().person();
      const basic = { nationalId, cardNumber, name, nameQuality: 'ok' };
      const claims = { basic, origin: portal, nonce, ...changes };
      const attestation = await gateway().backend.bridge.attest(claims, header);
      return { method: 'nhi-card' as const, password, nonce, cardNumber, nationalId, attestation };
    }

    it('is valid for the key that requested the challenge', async () => {
      const { nonce } = await gateway().client().challenge();
      const other = gateway().client();
      await other.challenge();
      expect((await refusal(other.login(await credentialsFor(nonce)))).code).toBe('challenge-expired');
    });

    it('is valid only for the page that requested it, and this also applies to other operations with cards', async () => {
      const website = new RawClient(gateway().rawTarget(), portal);
      const credentials = await credentialsFor(await website.challenge(), { origin: clinic });
      const elsewhere = await website.call('POST', '/v1/sessions', undefined, credentials, {
        Origin: clinic,
      });
      expect(elsewhere.code).toBe('challenge-expired');
      const { nonce, cardNumber, nationalId, attestation } = await credentialsFor(await website.challenge());
      const reading = { nonce, cardNumber, nationalId, attestation };
      const other = new RawClient(gateway().rawTarget(), portal);
      await other.challenge();
      const taken = await other.call('POST', '/v1/password-resets', undefined, reading);
      expect(taken.code).toBe('challenge-expired');
      expect((await website.call('POST', '/v1/password-resets', undefined, reading)).code).toBe('accepted');
    });

    it('starts with a proof', async () => {
      const answer = await new RawClient(gateway().rawTarget()).send('POST', '/v1/challenges');
      expect(answer.status).toBe(401);
    });

    it('is refused if it was made for another website, even without an origin', async () => {
      const { fetch, url } = gateway().backend;
      const server = createGatewayClient({ baseUrl: url, fetch });
      const phished = await credentialsFor((await server.challenge()).nonce, {
        origin: 'https://phish.example',
      });
      expect((await refusal(server.login(phished))).code).toBe('attestation-refused');
      const own = await credentialsFor((await server.challenge()).nonce, { origin: url });
      expect((await server.login(own)).status).toBe('signed-in');
    });

    it('must be a card reading, and nothing else that the bridge has signed', async () => {
      const client = gateway().client();
      for (const typ of ['bridge-proof+jwt', 'JWT', undefined]) {
        const other = await credentialsFor((await client.challenge()).nonce, {}, { typ });
        expect((await refusal(client.login(other))).code, typ).toBe('attestation-refused');
      }
    });
  });

  describe('a login', () => {
    it('shows the person partly masked, with its assurance', async () => {
      const person = await gateway().person();
      const { session } = await gateway().logIn(person);
      expect(session).toEqual({
        id: expect.any(String) as string,
        person: { nationalId: `${person.nationalId.slice(0, 6)}****`, name: '王○明' },
        assurance: 'card-read-enrolled',
        scopes: ['requests', 'archives', 'activity', 'account'],
        expiresAt: new Date(gateway().clock.read().getTime() + 10 * tick.minute).toISOString(),
      });
    });

    it('that fails reports the remaining attempts, and then how long to wait', async () => {
      const person = await gateway().person();
      const wrong = { ...person, password: 'wrong-one' };
      for (const attemptsLeft of [4, 3, 2, 1]) {
        const { code, details } = await refusal(gateway().tryLogin(wrong));
        expect(code).toBe('login-failed');
        expect(details).toEqual({ attemptsLeft, retryAfterSeconds: 0 });
      }
      expect(await refusal(gateway().tryLogin(wrong))).toEqual({
        code: 'login-failed',
        details: { attemptsLeft: 0, retryAfterSeconds: 30 },
      });
      const delayed = await refusal(gateway().tryLogin(person));
      expect(delayed).toEqual({ code: 'too-many-attempts', details: { retryAfterSeconds: 30 } });
      gateway().clock.advance(30 * tick.second);
      expect((await gateway().tryLogin(person)).status).toBe('signed-in');
    });

    it('fails in the same way for an unknown person and for another card', async () => {
      const person = await gateway().person();
      const details = { attemptsLeft: 4, retryAfterSeconds: 0 };
      const unknown = await refusal(gateway().tryLogin(gateway().stranger()));
      expect(unknown).toEqual({ code: 'login-failed', details });
      const { cardNumber } = gateway().stranger();
      const otherCard = await refusal(gateway().tryLogin({ ...person, cardNumber }));
      expect(otherCard).toEqual({ code: 'login-failed', details });
    });

    it('refuses an attestation of something else', async () => {
      const person = await gateway().person();
      const client = gateway().client();
      const reading = await gateway().reading(gateway().stranger(), { by: client });
      const { nationalId, cardNumber, password } = person;
      const call = client.login({ method: 'nhi-card', ...reading, nationalId, cardNumber, password });
      expect((await refusal(call)).code).toBe('attestation-refused');
    });

    it('with an unknown reader needs a code, and can remember the reader', async () => {
      const person = await gateway().person();
      const bridge = await createTestBridge();
      const client = gateway().client();
      let handle = '';
      const code = await gateway().messageTo(person.mobile, async () => {
        const answer = await gateway().tryLogin(person, { client, bridge });
        if (answer.status !== 'code-required') throw new Error('No code was required');
        expect(answer.codeRequest.mobile).toBe(person.mobile.slice(-3));
        ({ handle } = answer.codeRequest);
      });
      expect(client.session).toBeNull();
      const other = code === '000000' ? '000001' : '000000';
      const rememberReader = true;
      expect(await refusal(client.confirmLogin({ handle, code: other, rememberReader }))).toEqual({
        code: 'code-wrong',
        details: { attemptsLeft: 4 },
      });
      const elsewhere = gateway().client();
      expect((await refusal(elsewhere.confirmLogin({ handle, code, rememberReader }))).code).toBe(
        'code-expired',
      );
      const session = await client.confirmLogin({ handle, code, rememberReader });
      expect(session.assurance).toBe('card-read-confirmed');
      expect((await refusal(client.confirmLogin({ handle, code, rememberReader }))).code).toBe(
        'code-expired',
      );
      const again = await gateway().tryLogin(person, { bridge });
      expect(again).toMatchObject({ status: 'signed-in', session: { assurance: 'card-read-confirmed' } });
    });
  });

  describe('a session', () => {
    it('has the rights of its website, and no more', async () => {
      const client = await gateway().logIn(await gateway().person(), clinic);
      expect(client.session?.scopes).toEqual(['requests']);
      const { id } = await client.createRequest();
      for (const [scope, call] of [
        ['archives', () => client.createArchive(id, [{ category: 'outpatient' }])],
        ['account', () => client.account()],
        ['activity', () => client.activity()],
      ] as const)
        expect(await refusal(call())).toEqual({ code: 'scope-missing', details: { scope } });
    });

    it('continues while it is used, with renewed tokens, for half an hour at most', async () => {
      const client = await gateway().logIn(await gateway().person());
      for (let minutes = 0; minutes < 27; minutes += 9) {
        gateway().clock.advance(9 * tick.minute);
        expect(await client.listRequests()).toEqual([]);
      }
      gateway().clock.advance(3 * tick.minute);
      expect((await refusal(client.listRequests())).code).toBe('session-expired');
      expect(client.session).toBeNull();
    });

    it('ends after ten minutes without use', async () => {
      const client = await gateway().logIn(await gateway().person());
      gateway().clock.advance(10 * tick.minute);
      expect((await refusal(client.listRequests())).code).toBe('session-expired');
    });

    it('ends with the logout', async () => {
      const client = await gateway().logIn(await gateway().person());
      await client.logout();
      expect(client.session).toBeNull();
      expect((await refusal(client.listRequests())).code).toBe('not-signed-in');
    });

    it('is listed with the others, and they can be ended one by one or all at once', async () => {
      const person = await gateway().person();
      const client = await gateway().logIn(person);
      const [other, third] = [await gateway().logIn(person), await gateway().logIn(person)];
      const stranger = await gateway().logIn(await gateway().person());
      const list = await client.sessions();
      expect(list.map(({ id }) => id).sort()).toEqual(
        [client, other, third].map(({ session }) => session?.id).sort(),
      );
      expect(list.find(({ current }) => current)).toMatchObject({
        id: client.session?.id,
        embedder: 'A hospital portal',
        assurance: 'card-read-enrolled',
      });
      await client.endSession(other.session?.id ?? '');
      expect((await refusal(other.listRequests())).code).toBe('session-expired');
      expect((await refusal(client.endSession(stranger.session?.id ?? ''))).code).toBe('not-found');
      await client.logoutEverywhere();
      expect(client.session).toBeNull();
      expect((await refusal(third.listRequests())).code).toBe('session-expired');
      expect(await stranger.listRequests()).toEqual([]);
    });

    it('leaves its actions in the access record', async () => {
      const client = await gateway().logIn(await gateway().person());
      await client.listRequests();
      await client.listRequests();
      const { entries, before } = await client.activity();
      expect(before).toBeNull();
      const facts = entries.map(({ action, actor, embedder, assurance, subject, times }) => ({
        action,
        actor,
        embedder,
        assurance,
        subject,
        times,
      }));
      const common = {
        actor: 'person',
        embedder: 'A hospital portal',
        assurance: 'card-read-enrolled',
        subject: null,
      };
      expect(facts.sort((one, other) => one.action.localeCompare(other.action))).toEqual([
        { action: 'request.list', ...common, times: 2 },
        { action: 'session.open', ...common, times: 1 },
      ]);
    });
  });
}
