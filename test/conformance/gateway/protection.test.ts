import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataRequest } from '@mhb-kit/core/request';
import { freePort } from '../../free-port.mjs';
import { RawClient } from './raw-client.js';
import {
  completeRequest,
  eachDatabase,
  createTestBridge,
  hua,
  logInWith,
  ming,
  outpatientRow,
  portal,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

eachDatabase((database) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({ database, trustProxy: '127.0.0.1' });
    test.source.rows[ming.nationalId] = { r1: [outpatientRow('20260212', '不可外洩醫院')] };
  });
  afterAll(() => test.dispose());

  describe('a login', () => {
    const attempt = (changes: object, claims = {}) =>
      refusal(logInWith(test.client(), test.bridge, { ...ming, ...changes }, claims));

    it('tells nothing by what it refuses', async () => {
      const refusals = [
        await attempt({ password: 'wrong123' }),
        await attempt({ cardNumber: hua.cardNumber }),
        await attempt({ nationalId: 'A234567893', cardNumber: '000099999999' }),
      ];
      for (const { code, details } of refusals) {
        expect(code).toBe('login-failed');
        expect(Object.keys(details).sort()).toEqual(['attemptsLeft', 'retryAfterSeconds']);
      }
      test.clock.advance(25 * tick.hour);
    });

    it('takes as long for nobody as for somebody', async () => {
      const time = async (changes: object): Promise<number> => {
        test.clock.advance(25 * tick.hour);
        const start = performance.now();
        await attempt(changes);
        return performance.now() - start;
      };
      // By turns, and the fastest of each: what else the machine does is not to count.
      let somebody = Infinity;
      let nobody = Infinity;
      for (let round = 0; round < 12; round += 1) {
        somebody = Math.min(somebody, await time({ password: 'wrong123' }));
        nobody = Math.min(nobody, await time({ nationalId: 'A234567893', cardNumber: '000099999999' }));
      }
      expect(nobody / somebody).toBeGreaterThan(0.6);
      expect(nobody / somebody).toBeLessThan(1.7);
    });

    it('waits longer and longer after five failures, for whoever guesses and nobody else', async () => {
      test.clock.advance(25 * tick.hour);
      const from = (address: string) =>
        test.client((input, init) =>
          fetch(input, {
            ...init,
            headers: {
              ...(init?.headers as Record<string, string>),
              Origin: portal,
              'X-Forwarded-For': address,
            },
          }),
        );
      const guess = () =>
        refusal(logInWith(from('203.0.113.7'), test.bridge, { ...ming, password: 'guess111' }));
      const answers = [];
      for (let round = 0; round < 5; round += 1) answers.push(await guess());
      expect(answers.map(({ details }) => (details as { attemptsLeft: number }).attemptsLeft)).toEqual([
        4, 3, 2, 1, 0,
      ]);
      expect(answers[4]!.details).toMatchObject({ retryAfterSeconds: 30 });

      const right = () => logInWith(from('203.0.113.7'), test.bridge, ming);
      expect(await refusal(right())).toEqual({
        code: 'too-many-attempts',
        details: { retryAfterSeconds: 30 },
      });
      expect((await logInWith(from('198.51.100.20'), test.bridge, ming)).id).toBeTruthy();

      test.clock.advance(30 * tick.second);
      expect((await guess()).details).toMatchObject({ attemptsLeft: 0, retryAfterSeconds: 60 });
      test.clock.advance(59 * tick.second);
      expect((await refusal(right())).code).toBe('too-many-attempts');
      test.clock.advance(tick.second);
      expect((await right()).id).toBeTruthy();
      expect((await guess()).details).toMatchObject({ attemptsLeft: 4 });
    });

    it('counts guesses that come at once', async () => {
      test.clock.advance(25 * tick.hour);
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => attempt({ nationalId: hua.nationalId, password: 'guess222' })),
      );
      expect(answers.filter(({ code }) => code === 'login-failed')).toHaveLength(5);
      test.clock.advance(25 * tick.hour);
    });

    it('uses a challenge once, and only while it is fresh', async () => {
      const client = test.client();
      const { nonce } = await client.challenge();
      const { nationalId, cardNumber, password } = ming;
      const attestation = await test.bridge.attest({
        basic: { nationalId, cardNumber },
        origin: portal,
        nonce,
      });
      const credentials = {
        method: 'nhi-card',
        nationalId,
        cardNumber,
        password,
        nonce,
        attestation,
      } as const;
      await client.login(credentials);
      expect((await refusal(client.login(credentials))).code).toBe('challenge-expired');
      const late = await client.challenge();
      test.clock.advance(3 * tick.minute);
      expect((await refusal(client.login({ ...credentials, nonce: late.nonce }))).code).toBe(
        'challenge-expired',
      );
    });

    it('believes an enrolled bridge only about this card, this challenge and this page', async () => {
      const card = { nationalId: ming.nationalId, cardNumber: '000000000000' };
      expect((await attempt({}, { basic: card })).code).toBe('attestation-refused');
      expect((await attempt({}, { nonce: 'x'.repeat(43) })).code).toBe('attestation-refused');
      expect((await attempt({}, { origin: 'https://elsewhere.example' })).code).toBe('attestation-refused');
    });

    it('is too weak without an enrolled bridge', async () => {
      const stranger = await createTestBridge();
      expect((await refusal(logInWith(test.client(), stranger, ming))).code).toBe('assurance-too-low');
      expect((await refusal(logInWith(test.client(), null, ming))).code).toBe('assurance-too-low');
    });
  });

  describe('a proof of possession', () => {
    it('works once, for one key, one method, one address, one token and a fresh nonce', async () => {
      const page = new RawClient(test);
      const token = await page.logIn();
      const path = '/v1/requests';
      const proof = await page.proof('GET', path, token);
      expect(await page.list(token, proof)).toBe('accepted');
      expect(await page.list(token, proof)).toBe('proof-refused');
      expect(await page.list(token, await page.proof('POST', path, token))).toBe('proof-refused');
      expect(await page.list(token, await page.proof('GET', '/v1/sessions/current', token))).toBe(
        'proof-refused',
      );
      expect(await page.list(token, await page.proof('GET', path))).toBe('proof-refused');
      expect(await page.list(token, await page.proof('GET', path, token), 'Bearer')).toBe('not-signed-in');
      expect(await page.list(token, await page.proof('GET', path, token, { nonce: 'stale' }))).toBe(
        'proof-nonce-required',
      );

      const thief = new RawClient(test);
      thief.nonce = page.nonce;
      expect(await thief.list(token, await thief.proof('GET', path, token))).toBe('session-expired');

      const old = page.nonce;
      test.clock.advance(5 * tick.minute);
      // The nonce still counts; the token's five minutes are over.
      expect(await page.list(token, await page.proof('GET', path, token, { nonce: old }))).toBe(
        'token-expired',
      );
      test.clock.advance(5 * tick.minute);
      expect(await page.list(token, await page.proof('GET', path, token, { nonce: old }))).toBe(
        'proof-nonce-required',
      );
    });
  });

  describe('other people', () => {
    it('reach nothing by any identifier', async () => {
      const mine = await test.logIn(ming);
      const request = await completeRequest(mine);
      const archive = await mine.createArchive(request.id, [{ category: 'outpatient' }]);
      const other = await test.logIn(hua);
      expect(await other.listRequests()).toEqual([]);
      const watch = async (): Promise<DataRequest | undefined> => {
        for await (const change of other.watchRequest(request.id)) return change;
        return undefined;
      };
      for (const call of [
        () => other.getRequest(request.id),
        watch,
        () => other.createArchive(request.id, [{ category: 'outpatient' }]),
        () => other.downloadArchive(archive),
        () => other.getRequest(randomUUID()),
      ]) {
        expect(await refusal(call())).toEqual({ code: 'not-found', details: {} });
      }
      expect((await refusal(other.getRequest("' OR 1=1 --"))).code).toBe('invalid-request');
    });
  });

  describe('what lies on disk', () => {
    it('tells nobody whose records these are, nor what they say', async () => {
      const files = (await Promise.all(test.directories.map(filesUnder))).flat();
      const all = Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
      for (const secret of [
        ming.nationalId,
        ming.name,
        ming.cardNumber,
        ming.password,
        '不可外洩醫院',
        '20260212',
      ]) {
        expect(all.includes(secret), secret).toBe(false);
      }
      expect(files.some((file) => /archives\/\d{4}-\d{2}-\d{2}\//.test(file))).toBe(true);
    });
  });

  describe('embedding', () => {
    const preflight = (origin: string) =>
      fetch(`${test.gateway.url}/v1/requests`, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,dpop,idempotency-key',
        },
      });

    it('lets registered origins through, to the letter', async () => {
      const allowed = await preflight(portal);
      expect(allowed.headers.get('access-control-allow-origin')).toBe(portal);
      expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
      expect(allowed.headers.get('access-control-max-age')).toBe('600');
      for (const origin of ['https://portal.example.tw.evil.example', 'http://portal.example.tw', 'null']) {
        expect((await preflight(origin)).headers.get('access-control-allow-origin'), origin).toBeNull();
        const refused = await fetch(`${test.gateway.url}/v1/catalogue`, { headers: { Origin: origin } });
        expect(refused.status).toBe(403);
        expect(await refused.json()).toMatchObject({ code: 'embedder-not-registered' });
        // So that the page can say so; but nothing else of the answer, and nothing of any other.
        expect(refused.headers.get('access-control-allow-origin')).toBe(origin);
        expect(refused.headers.get('access-control-expose-headers')).toBeNull();
        expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
        expect(refused.headers.get('vary')).toMatch(/origin/i);
        expect(refused.headers.get('cache-control')).toBe('no-store');
      }
    });

    it('sets no cookie, cannot be framed and is not cached', async () => {
      const response = await fetch(`${test.gateway.url}/v1/challenges`, {
        method: 'POST',
        headers: { Origin: portal },
      });
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
    });

    it('answers problems in the language of the request, without what was sent', async () => {
      const send = (language: string) =>
        fetch(`${test.gateway.url}/v1/sessions`, {
          method: 'POST',
          headers: { Origin: portal, 'Content-Type': 'application/json', 'Accept-Language': language },
          body: JSON.stringify({
            method: 'nhi-card',
            password: 'secret-in-body',
            nationalId: ming.nationalId,
          }),
        });
      const response = await send('zh-TW,zh;q=0.9');
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const text = await response.text();
      expect(JSON.parse(text)).toEqual({
        type: 'urn:mhb-kit:problem:invalid-request',
        title: '送出的資料格式不正確。',
        status: 400,
        code: 'invalid-request',
        retriable: false,
        details: {},
      });
      expect(await (await send('en')).json()).toMatchObject({
        title: 'What was sent is not in the right form.',
      });
    });
  });

  async function filesUnder(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }
});

describe('behind a proxy', () => {
  /** What a gateway answers to some calls, each said to come from another address. */
  async function answersOf(options: Parameters<typeof startTestGateway>[0]): Promise<readonly Response[]> {
    const test = await startTestGateway({ requestsPerMinute: 4, ...options });
    try {
      const responses: Response[] = [];
      for (let host = 1; host <= 8; host += 1)
        responses.push(
          await fetch(`${test.gateway.url}/v1/catalogue`, {
            headers: { Origin: portal, 'X-Forwarded-For': `203.0.113.${host}` },
          }),
        );
      return responses;
    } finally {
      await test.dispose();
    }
  }

  it('believes the addresses that a proxy of its configuration passes on, and nobody else’s', async () => {
    const believed = await answersOf({ trustProxy: '127.0.0.1' });
    expect(believed.filter(({ ok }) => ok)).toHaveLength(8);
    const others = await answersOf({ trustProxy: '192.0.2.1' });
    expect(others.filter(({ ok }) => ok)).toHaveLength(4);
    expect(others.at(-1)?.status).toBe(429);
  });

  it('tells browsers to come by TLS only, where that is how they reach it, and to say nowhere whence', async () => {
    const port = await freePort();
    const test = await startTestGateway({ port, publicUrl: 'https://gateway.example.tw' });
    try {
      const { headers } = await fetch(`http://127.0.0.1:${port}/v1/health`);
      expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    } finally {
      await test.dispose();
    }
  });
});

describe('an unforeseen failure', () => {
  it('is logged by its kind and place, without what it says of anybody', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    let isBroken = false;
    const clock = (): Date => {
      if (!isBroken) return new Date();
      isBroken = false;
      throw new RangeError(`no time for ${ming.name}`);
    };
    const test = await startTestGateway({ logger, clock });
    try {
      const asked = { method: 'POST', headers: { Origin: portal } };
      let response: Response;
      // Again where the gateway's housekeeping met it first.
      do {
        isBroken = true;
        response = await fetch(`${test.gateway.url}/v1/challenges`, asked);
      } while (response.status !== 500);
      const log = lines.join('');
      expect(log).toContain('RangeError');
      expect(`${log}${await response.text()}`).not.toContain(ming.name);
    } finally {
      await test.dispose();
    }
  });
});
