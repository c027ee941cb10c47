import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RawClient } from '../raw-client.js';
import { completeRequest, portal, refusal, tick } from '../support.js';
import { hospital, hospitalRedirect, type GatewayUnderTest } from './gateway-under-test.js';

/** Behavior on which other clients depend: proofs, problems, tags, events, connect mode. */
export function describeHttp(gateway: () => GatewayUnderTest): void {
  const page = (origin = portal): RawClient => new RawClient(gateway().rawTarget(), origin);

  describe('a proof', () => {
    it('needs a nonce of the gateway, is valid once, and is bound to its call and its token', async () => {
      const raw = page();
      const token = await raw.logIn(await gateway().person());
      const { nonce } = raw;
      raw.nonce = 'stale';
      expect(await raw.list(token, await raw.proof('GET', '/v1/requests', token))).toBe(
        'proof-nonce-required',
      );
      expect(raw.nonce).toBe(nonce);
      const proof = await raw.proof('GET', '/v1/requests', token);
      expect(await raw.list(token, proof)).toBe('accepted');
      expect(await raw.list(token, proof)).toBe('proof-refused');
      expect(await raw.list(token, await raw.proof('POST', '/v1/requests', token))).toBe('proof-refused');
      expect(await raw.list(token, await raw.proof('GET', '/v1/account', token))).toBe('proof-refused');
      expect(await raw.list(token, await raw.proof('GET', '/v1/requests'))).toBe('proof-refused');
      const right = (): Promise<string> => raw.proof('GET', '/v1/requests', token);
      expect(await raw.list(token, await right(), 'Bearer')).toBe('not-signed-in');
      const other = page();
      other.nonce = raw.nonce;
      expect(await raw.list(token, await other.proof('GET', '/v1/requests', token))).toBe('session-expired');
    });

    it('ends a session if its former token is used again', async () => {
      const raw = page();
      const token = await raw.logIn(await gateway().person());
      gateway().clock.advance(5 * tick.minute);
      expect((await raw.call('GET', '/v1/requests', token)).code).toBe('token-expired');
      const renewed = await raw.call('POST', '/v1/sessions/current/tokens', token);
      expect(renewed.status).toBe(201);
      const fresh = String(renewed.body['accessToken']);
      expect((await raw.call('GET', '/v1/requests', fresh)).code).toBe('accepted');
      gateway().clock.advance(tick.minute);
      expect((await raw.call('GET', '/v1/requests', token)).code).toBe('session-expired');
      expect((await raw.call('GET', '/v1/requests', fresh)).code).toBe('session-expired');
    });
  });

  describe('a problem', () => {
    it('is a problem document in the language of the caller', async () => {
      const raw = page();
      const answer = await raw.send('GET', '/v1/requests', { 'Accept-Language': 'zh-TW' });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('content-language')).toBe('zh-Hant');
      expect(answer.headers.get('www-authenticate')).toBe('DPoP algs="ES256"');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const problem = (await answer.json()) as Record<string, unknown>;
      expect(problem).toMatchObject({
        type: 'urn:mhb-kit:problem:not-signed-in',
        status: 401,
        code: 'not-signed-in',
        retriable: false,
        details: {},
      });
      expect(problem['title']).toMatch(/[\u4e00-\u9fff]/);
    });

    it('answers missing resources, invalid JSON, and origins that are not registered', async () => {
      const raw = page();
      expect((await raw.call('GET', '/v1/nothing')).code).toBe('not-found');
      const noJson = await raw.send('POST', '/v1/sessions', { 'Content-Type': 'application/json' });
      expect(noJson.status).toBe(400);
      expect((await raw.call('POST', '/v1/sessions', undefined, { method: 'nhi-card' })).code).toBe(
        'invalid-request',
      );
      expect((await page('https://elsewhere.example').call('GET', '/v1/service')).code).toBe(
        'embedder-not-registered',
      );
      expect((await refusal(gateway().tryLogin(await gateway().person(), { origin: hospital }))).code).toBe(
        'direct-login-not-allowed',
      );
    });
  });

  describe('requests', () => {
    it('need an idempotency key, and the same key gives the same request', async () => {
      const raw = page();
      const token = await raw.logIn(await gateway().person());
      const create = (key: Record<string, string>) => raw.call('POST', '/v1/requests', token, undefined, key);
      expect((await create({})).code).toBe('invalid-request');
      const key = { 'Idempotency-Key': randomUUID() };
      const made = await create(key);
      expect(made.status).toBe(202);
      const path = `/v1/requests/${String(made.body['id'])}`;
      expect(made.headers.get('content-location')).toBe(path);
      expect(made.headers.get('retry-after')).toBe('2');
      await expect.poll(async () => (await raw.call('GET', path, token)).status).toBe(200);
      const ended = await raw.call('GET', path, token);
      expect(ended.headers.get('expires')).not.toBeNull();
      expect((await create(key)).body['id']).toBe(made.body['id']);
    });

    it('are not sent again to clients that have them', async () => {
      const person = await gateway().person();
      await completeRequest(await gateway().logIn(person));
      const raw = page();
      const token = await raw.logIn(person);
      const first = await raw.get('/v1/requests', token);
      const tag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      const again = await raw.get('/v1/requests', token, { 'If-None-Match': tag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });

    it('are sent as events until they have ended', async () => {
      const person = await gateway().person();
      const { id } = await completeRequest(await gateway().logIn(person));
      const raw = page();
      const response = await raw.get(`/v1/requests/${id}/events`, await raw.logIn(person));
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
      const text = await response.text();
      const [event, data = ''] = text.trimEnd().split('\n');
      expect(event).toBe('event: request');
      expect(JSON.parse(data.slice('data: '.length))).toMatchObject({ id, status: 'completed' });
    });

    it('are no longer sent when their session ends', async () => {
      const person = await gateway().person();
      let open = (): void => undefined;
      gateway().source.gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const client = await gateway().logIn(person);
      const raw = page();
      const token = await raw.logIn(person);
      const { id } = await client.createRequest();
      const response = await raw.get(`/v1/requests/${id}/events`, token);
      await raw.call('DELETE', '/v1/sessions/current', token);
      open();
      gateway().source.gate = Promise.resolve();
      expect(await response.text()).not.toContain('"completed"');
    });
  });

  describe('an answer that is the same for everyone', () => {
    it('may be cached for a while', async () => {
      const raw = page();
      for (const [path, age] of [
        ['/v1/service', 300],
        ['/v1/catalogue', 300],
        ['/v1/content', 60],
        ['/.well-known/jwks.json', 3600],
      ] as const) {
        const answer = await raw.send('GET', path);
        expect(answer.headers.get('cache-control'), path).toBe(`public, max-age=${age}`);
      }
      expect(await gateway().client().service()).toMatchObject({
        passwordPolicy: 'nhi-legacy',
        registration: true,
      });
    });
  });

  describe('connect mode', () => {
    async function prepare(website: RawClient) {
      const verifier = randomBytes(32).toString('base64url');
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'hospital',
        redirect_uri: hospitalRedirect,
        scope: 'requests archives',
        state: `page.${randomBytes(16).toString('hex')}`,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        dpop_jkt: await website.thumbprint(),
      });
      return { verifier, query };
    }

    it('gives a website a session bound to the website’s key, in exchange for a code that is valid once', async () => {
      const person = await gateway().person();
      const website = page(hospital);
      const { verifier, query } = await prepare(website);
      const ownPage = page(gateway().backend.url);
      const grant = await ownPage.call('POST', '/v1/connect/codes', await ownPage.logIn(person), {
        query: String(query),
      });
      expect(grant.status).toBe(201);
      const answer = new URL(String(grant.body['location'])).searchParams;
      expect([answer.get('state'), answer.get('iss')]).toEqual([query.get('state'), gateway().backend.url]);
      const redemption = {
        clientId: 'hospital',
        redirectUri: hospitalRedirect,
        code: answer.get('code'),
        codeVerifier: verifier,
      };
      const opened = await website.call('POST', '/v1/connect/tokens', undefined, redemption);
      expect(opened.body['session']).toMatchObject({
        assurance: 'card-read-enrolled',
        scopes: ['requests', 'archives'],
        // Together with an archive, whose password it is, six characters would reveal the whole number.
        person: { nationalId: null, name: '王○明' },
      });
      const token = String(opened.body['accessToken']);
      expect((await website.call('GET', '/v1/requests', token)).code).toBe('accepted');
      expect((await website.call('POST', '/v1/connect/tokens', undefined, redemption)).code).toBe(
        'connect-failed',
      );
      expect((await website.call('GET', '/v1/requests', token)).code).toBe('session-expired');
    });

    it('is granted only on the page of the gateway, and only to registered pages', async () => {
      const { query } = await prepare(page(hospital));
      const elsewhere = page();
      const token = await elsewhere.logIn(await gateway().person());
      expect((await elsewhere.call('POST', '/v1/connect/codes', token, { query: String(query) })).code).toBe(
        'scope-missing',
      );
      const ownPage = page(gateway().backend.url);
      query.set('redirect_uri', `${hospital}/other`);
      const own = await ownPage.logIn(await gateway().person());
      expect((await ownPage.call('POST', '/v1/connect/codes', own, { query: String(query) })).code).toBe(
        'connect-failed',
      );
    });
  });
}
