import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawClient, type RawAnswer } from './raw-client.js';
import { eachDatabase, hua, ming, startTestGateway, tick, type TestGateway } from './support.js';

const hospital = 'https://hospital.example.tw';
const redirectUri = `${hospital}/passbook/back?lang=zh`;

eachDatabase((database) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({
      database,
      elementsFolder: fileURLToPath(new URL('../../../packages/elements/dist/cdn', import.meta.url)),
      embedders: [
        { id: 'hospital', name: '<仁愛> 醫院', origins: [hospital], redirectUris: [redirectUri] },
        {
          id: 'clinic',
          name: 'Clinic',
          origins: ['https://clinic.example.tw'],
          redirectUris: ['https://clinic.example.tw/back'],
          scopes: ['requests'],
        },
        { id: 'kiosk', name: 'Kiosk', origins: ['https://kiosk.example.tw'], login: ['direct'] },
      ],
    });
  });
  afterAll(() => test.dispose());

  /** The values that the hospital's page prepares. */
  async function prepare(page: RawClient, changes: Record<string, string> = {}) {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'hospital',
      redirect_uri: redirectUri,
      scope: 'requests archives',
      state: `page.${randomBytes(16).toString('hex')}`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      dpop_jkt: await page.thumbprint(),
      ...changes,
    });
    return { verifier, query };
  }

  /** The person logs in on the gateway's own page and agrees. */
  async function grant(query: URLSearchParams | string, person = ming): Promise<RawAnswer> {
    const ownPage = new RawClient(test, test.gateway.url);
    const token = await ownPage.logIn(person);
    return ownPage.call('POST', '/v1/connect/codes', token, { query: String(query) });
  }

  async function codeFor(query: URLSearchParams, person = ming): Promise<string> {
    const { body } = await grant(query, person);
    return new URL(String(body['location'])).searchParams.get('code')!;
  }

  const redeem = (page: RawClient, code: string, codeVerifier: string, changes = {}): Promise<RawAnswer> =>
    page.call('POST', '/v1/connect/tokens', undefined, {
      clientId: 'hospital',
      redirectUri,
      code,
      codeVerifier,
      ...changes,
    });

  const authorize = (query: URLSearchParams | string, language = 'en') =>
    fetch(`${test.gateway.url}/connect/authorize?${query}`, { headers: { 'Accept-Language': language } });

  describe('the page of the gateway', () => {
    it('names the website and the data that it requests, cannot be framed, and runs only its own code', async () => {
      const { query } = await prepare(new RawClient(test, hospital));
      const response = await authorize(query, 'zh-TW');
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy')!;
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|https:/);
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('set-cookie')).toBeNull();
      const text = await response.text();
      expect(text).toContain(`「&lt;仁愛&gt; 醫院」（${hospital}）`);
      expect(text).toContain('<mhb-login-box>');
      expect(text).toContain('下載您的健康存摺，也會因此知道您完整的身分證號（檔案的密碼）');
      expect(await (await authorize(query)).text()).toContain(
        'download your passbook and learn your full ID number, which is the password for the file',
      );
      expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/);
      const refused = new URL(/id="deny" href="([^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&'));
      expect(refused.origin + refused.pathname).toBe(`${hospital}/passbook/back`);
      expect(Object.fromEntries(refused.searchParams)).toEqual({
        lang: 'zh',
        error: 'access_denied',
        state: query.get('state'),
        iss: test.gateway.url,
      });
    });

    it('loads its scripts and styles from itself', async () => {
      const text = await (await authorize((await prepare(new RawClient(test, hospital))).query)).text();
      const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
      expect(files).toHaveLength(3);
      for (const path of files) {
        const response = await fetch(test.gateway.url + path);
        expect(response.status, path).toBe(200);
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        const tag = response.headers.get('etag')!;
        expect((await fetch(test.gateway.url + path, { headers: { 'If-None-Match': tag } })).status).toBe(
          304,
        );
      }
      for (const path of ['..%2fpackage.json', '..%2f..%2f..%2fpackage.json', '%2fetc%2fpasswd', 'x.js']) {
        expect((await fetch(`${test.gateway.url}/assets/elements/${path}`)).status, path).toBe(404);
      }
    });

    it('redirects only to addresses that are registered exactly', async () => {
      const page = new RawClient(test, hospital);
      for (const [name, value] of [
        ['redirect_uri', `${hospital}/passbook/back`],
        ['redirect_uri', `${redirectUri}&x=1`],
        ['redirect_uri', `${hospital}.evil.example/passbook/back?lang=zh`],
        ['redirect_uri', 'https://clinic.example.tw/back'],
        ['redirect_uri', 'javascript:alert(1)'],
        ['client_id', 'nobody'],
        ['client_id', 'kiosk'],
        ['response_type', 'token'],
        ['code_challenge_method', 'plain'],
        ['code_challenge', 'short'],
        ['dpop_jkt', ''],
        ['state', 'x'],
        ['state', 'with\r\nSet-Cookie: a=b'],
        ['scope', 'requests account'],
        ['scope', 'everything'],
        ['scope', ''],
      ] as const) {
        const { query } = await prepare(page, { [name]: value });
        const response = await authorize(query);
        expect(response.status, `${name}=${value}`).toBe(400);
        expect(response.headers.get('location')).toBeNull();
        const text = await response.text();
        expect(text).not.toContain('evil.example');
        expect(text).not.toContain('<script type="module" src="/assets/gateway');
        expect((await grant(query)).code, `${name}=${value}`).toBe('connect-failed');
      }
      const { query } = await prepare(page);
      query.append('redirect_uri', 'https://evil.example/');
      expect((await authorize(query)).status).toBe(400);
    });
  });

  describe('a code', () => {
    it('opens a session only for the website and the key that requested it, within the website’s scopes', async () => {
      const page = new RawClient(test, hospital);
      const { query, verifier } = await prepare(page);
      const { body } = await grant(query);
      const answer = new URL(String(body['location']));
      expect(answer.searchParams.get('state')).toBe(query.get('state'));
      expect(answer.searchParams.get('iss')).toBe(test.gateway.url);
      const opened = await redeem(page, answer.searchParams.get('code')!, verifier);
      expect(opened.body).toMatchObject({
        tokenType: 'DPoP',
        session: { scopes: ['requests', 'archives'], assurance: 'card-read-enrolled' },
      });
      const token = String(opened.body['accessToken']);
      expect((await page.call('GET', '/v1/requests', token)).code).toBe('accepted');
      for (const path of ['/v1/sessions', '/v1/activity']) {
        const refused = await page.call('GET', path, token);
        expect([refused.status, refused.code], path).toEqual([403, 'scope-missing']);
      }
      expect((await page.call('DELETE', '/v1/sessions', token)).code).toBe('scope-missing');
      expect((await page.call('POST', '/v1/connect/codes', token, { query: String(query) })).code).toBe(
        'scope-missing',
      );
    });

    it('grants only scopes that the website is allowed to have', async () => {
      const page = new RawClient(test, 'https://clinic.example.tw');
      const clinic = {
        client_id: 'clinic',
        redirect_uri: 'https://clinic.example.tw/back',
        scope: 'requests',
      };
      const { query, verifier } = await prepare(page, clinic);
      const code = await codeFor(query);
      const opened = await redeem(page, code, verifier, {
        clientId: 'clinic',
        redirectUri: clinic.redirect_uri,
      });
      const token = String(opened.body['accessToken']);
      expect((await page.call('GET', '/v1/requests', token)).code).toBe('accepted');
      const archive = '/v1/archives/00000000-0000-4000-8000-000000000000';
      expect((await page.call('GET', archive, token)).code).toBe('scope-missing');
    });

    it('is valid once; a second use ends the session that it opened', async () => {
      const page = new RawClient(test, hospital);
      const { query, verifier } = await prepare(page);
      const code = await codeFor(query);
      const { body } = await redeem(page, code, verifier);
      const token = String(body['accessToken']);
      expect((await page.call('GET', '/v1/requests', token)).code).toBe('accepted');
      expect((await redeem(page, code, verifier)).code).toBe('connect-failed');
      expect((await page.call('GET', '/v1/requests', token)).code).toBe('session-expired');
    });

    it('is redeemed once if used twice simultaneously', async () => {
      const page = new RawClient(test, hospital);
      const { query, verifier } = await prepare(page);
      const code = await codeFor(query);
      const answers = await Promise.all([1, 2, 3].map(() => redeem(page, code, verifier)));
      expect(answers.filter((answer) => answer.code === 'accepted').length).toBeLessThanOrEqual(1);
      expect(answers.filter((answer) => answer.code === 'connect-failed').length).toBeGreaterThanOrEqual(2);
    });

    it('becomes invalid when its person logs out everywhere, before and during its use', async () => {
      const page = new RawClient(test, hospital);
      const ownPage = new RawClient(test, test.gateway.url);
      for (const redeemed of [false, true]) {
        const { query, verifier } = await prepare(page);
        const code = await codeFor(query, hua);
        const token = await ownPage.logIn(hua);
        const redemption = redeemed ? redeem(page, code, verifier) : null;
        expect((await ownPage.call('DELETE', '/v1/sessions', token)).status).toBe(204);
        const opened = (await redemption) ?? (await redeem(page, code, verifier));
        if (!redeemed) expect(opened.code).toBe('connect-failed');
        const accessToken = String(opened.body['accessToken'] ?? 'x'.repeat(43));
        expect((await page.call('GET', '/v1/requests', accessToken)).code).toBe('session-expired');
      }
    });

    it('is useless with another key, for another website, without the verifier, or after a minute', async () => {
      const page = new RawClient(test, hospital);
      const fresh = async () => {
        const { query, verifier } = await prepare(page);
        return { verifier, code: await codeFor(query) };
      };
      const tries: ((code: string, verifier: string) => Promise<RawAnswer>)[] = [
        (code, verifier) => redeem(new RawClient(test, hospital), code, verifier),
        (code) => redeem(page, code, randomBytes(32).toString('base64url')),
        (code, verifier) => redeem(page, code, verifier, { redirectUri: `${hospital}/passbook/back` }),
        (code, verifier) =>
          redeem(new RawClient(test, 'https://clinic.example.tw'), code, verifier, { clientId: 'clinic' }),
        (code, verifier) => redeem(page, code, verifier, { clientId: 'clinic' }),
        (code, verifier) => {
          test.clock.advance(tick.minute);
          return redeem(page, code, verifier);
        },
      ];
      for (const attempt of tries) {
        const { code, verifier } = await fresh();
        expect((await attempt(code, verifier)).code).toBe('connect-failed');
      }
      // A failed attempt has made the code invalid.
      const { code, verifier } = await fresh();
      await redeem(new RawClient(test, hospital), code, verifier);
      expect((await redeem(page, code, verifier)).code).toBe('connect-failed');
    });

    it('is issued only to our own page, which is then logged out', async () => {
      const page = new RawClient(test, 'https://kiosk.example.tw');
      const { query } = await prepare(page);
      const token = await page.logIn(hua);
      expect((await page.call('POST', '/v1/connect/codes', token, { query: String(query) })).code).toBe(
        'scope-missing',
      );
      const ownPage = new RawClient(test, test.gateway.url);
      const own = await ownPage.logIn(hua);
      expect((await ownPage.call('POST', '/v1/connect/codes', own, { query: String(query) })).status).toBe(
        201,
      );
      expect((await ownPage.call('GET', '/v1/sessions/current', own)).code).toBe('session-expired');
    });
  });

  describe('a website in connect mode', () => {
    it('cannot use anyone’s password, card, or PIN', async () => {
      const page = new RawClient(test, hospital);
      const nonce = await page.challenge();
      const { nationalId, cardNumber, password } = ming;
      const card = { nationalId, cardNumber, nonce, attestation: null };
      for (const [path, body] of [
        ['/v1/sessions', { method: 'nhi-card', password, ...card }],
        ['/v1/sessions/confirmations', { handle: 'h'.repeat(43), code: '123456', rememberReader: false }],
      ] as const) {
        const refused = await page.call('POST', path, undefined, body);
        expect([refused.status, refused.code], path).toEqual([403, 'direct-login-not-allowed']);
      }
    });

    it('can do nothing with a session of another one', async () => {
      const page = new RawClient(test, hospital);
      const { query, verifier } = await prepare(page);
      const { body } = await redeem(page, await codeFor(query), verifier);
      const token = String(body['accessToken']);
      const proof = await page.proof('GET', '/v1/requests', token);
      const response = await page.send('GET', '/v1/requests', {
        Origin: 'https://clinic.example.tw',
        Authorization: `DPoP ${token}`,
        DPoP: proof,
      });
      expect(response.status).toBe(401);
    });
  });
});
