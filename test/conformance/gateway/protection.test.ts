import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash, verify } from '@node-rs/argon2';
import { pino } from 'pino';
import type { MhbError } from '@mhb-kit/core/error';
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
  /** The day of the person's visit, as passbooks write it. */
  let visitDay = '';
  beforeAll(async () => {
    test = await startTestGateway({ database, trustProxy: '127.0.0.1' });
  });
  afterAll(() => test.dispose());

  describe('a login', () => {
    const attempt = (changes: object, claims = {}) =>
      refusal(logInWith(test.client(), test.bridge, { ...ming, ...changes }, claims));

    it('reveals nothing by its refusals', async () => {
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

    it('takes as long for an unknown person as for a known one', async () => {
      const time = async (changes: object): Promise<number> => {
        test.clock.advance(25 * tick.hour);
        const start = performance.now();
        await attempt(changes);
        return performance.now() - start;
      };
      // In turn, using the fastest of each, so that other load on the machine has no effect. Under heavy
      // load, more turns are needed to find an undisturbed one of each; a difference in our code remains.
      let [somebody, nobody, hashing] = [Infinity, Infinity, Infinity];
      const hashed = await hash('', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
      const timeHash = async (): Promise<number> => {
        const start = performance.now();
        await verify(hashed, 'wrong123');
        return performance.now() - start;
      };
      // A missing password hash for an unknown person would be noticeable.
      const difference = (): number => Math.abs(somebody - nobody) / hashing;
      for (let round = 0; round < 12 || (round < 300 && difference() > 0.5); round += 1) {
        somebody = Math.min(somebody, await time({ password: 'wrong123' }));
        nobody = Math.min(nobody, await time({ nationalId: 'A234567893', cardNumber: '000099999999' }));
        hashing = Math.min(hashing, await timeHash());
      }
      expect(difference()).toBeLessThan(0.5);
    });

    it('is delayed more and more after five failures, but only for the guesser', async () => {
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
      // With an unknown reader; the next step shows whether the password was right.
      const enter = async (password: string, address = '203.0.113.7') =>
        refusal(logInWith(from(address), null, { ...ming, password }));
      const isIn = { code: 'assurance-too-low' };
      const guess = () => enter('guess111');
      const answers = [];
      for (let round = 0; round < 5; round += 1) answers.push(await guess());
      expect(answers.map(({ details }) => (details as { attemptsLeft: number }).attemptsLeft)).toEqual([
        4, 3, 2, 1, 0,
      ]);
      expect(answers[4]!.details).toMatchObject({ retryAfterSeconds: 30 });

      const right = () => enter(ming.password);
      expect(await right()).toEqual({
        code: 'too-many-attempts',
        details: { retryAfterSeconds: 30 },
      });
      expect(await enter(ming.password, '198.51.100.20')).toMatchObject(isIn);
      expect((await logInWith(from('203.0.113.7'), test.bridge, ming)).id).toBeTruthy();

      test.clock.advance(30 * tick.second);
      expect((await guess()).details).toMatchObject({ attemptsLeft: 0, retryAfterSeconds: 60 });
      test.clock.advance(59 * tick.second);
      expect((await right()).code).toBe('too-many-attempts');
      test.clock.advance(tick.second);
      expect(await right()).toMatchObject(isIn);
      expect((await guess()).details).toMatchObject({ attemptsLeft: 4 });
    });

    it('counts simultaneous guesses', async () => {
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

    it('trusts an enrolled bridge only for this card, this challenge and this page', async () => {
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
      // The nonce is still valid; the token's five minutes are over.
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
    it('cannot reach any of the person’s data, no matter which identifier they use', async () => {
      // Every attempt of the tests above has advanced the clock, so a fixed day could be too old to be requested.
      const visit = new Date(test.clock.read().getTime() - 10 * tick.day);
      visitDay = visit.toISOString().slice(0, 10).replaceAll('-', '');
      test.source.rows[ming.nationalId] = { r1: [outpatientRow(visitDay, '不可外洩醫院')] };
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
    it('reveals neither whose records these are, nor their content', async () => {
      const files = (await Promise.all(test.directories.map(filesUnder))).flat();
      const all = Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
      for (const secret of [
        ming.nationalId,
        ming.name,
        ming.cardNumber,
        ming.password,
        '不可外洩醫院',
        visitDay,
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

    it('accepts an origin only if it exactly matches a registered one', async () => {
      const allowed = await preflight(portal);
      expect(allowed.headers.get('access-control-allow-origin')).toBe(portal);
      expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
      expect(allowed.headers.get('access-control-max-age')).toBe('600');
      for (const origin of ['https://portal.example.tw.evil.example', 'http://portal.example.tw', 'null']) {
        expect((await preflight(origin)).headers.get('access-control-allow-origin'), origin).toBeNull();
        const refused = await fetch(`${test.gateway.url}/v1/catalogue`, { headers: { Origin: origin } });
        expect(refused.status).toBe(403);
        expect(await refused.json()).toMatchObject({ code: 'embedder-not-registered' });
        // The page can read this reason, but nothing else of the answer, and nothing of any other.
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

    it('reports problems in the language of the request, without repeating what was sent', async () => {
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
        title: 'The data sent is not in the expected format.',
      });
    });
  });

  async function filesUnder(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }
});

describe('behind a proxy', () => {
  /** How many of eight calls were delayed, each claiming to come from another address. */
  async function waitsOf(options: Parameters<typeof startTestGateway>[0]): Promise<number> {
    let waits = 0;
    const pause = (): Promise<void> => {
      waits += 1;
      return Promise.resolve();
    };
    const test = await startTestGateway({ requestsPerMinute: 4, pause, ...options });
    try {
      for (let host = 1; host <= 8; host += 1) {
        const { ok } = await fetch(`${test.gateway.url}/v1/catalogue`, {
          headers: { Origin: portal, 'X-Forwarded-For': `203.0.113.${host}` },
        });
        expect(ok).toBe(true);
      }
      return waits;
    } finally {
      await test.dispose();
    }
  }

  it('trusts the addresses from a configured proxy, and nobody else’s', async () => {
    expect(await waitsOf({ trustProxy: '127.0.0.1' })).toBe(0);
    expect(await waitsOf({ trustProxy: '192.0.2.1' })).toBe(4);
  });

  it('tells browsers to use only TLS if they have connected over TLS, and to send no referrer', async () => {
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

describe('an unforeseen error', () => {
  it('is logged by its type and location, without personal data', async () => {
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
      const client = test.client();
      let failure: MhbError | null;
      // Again if the gateway's maintenance interfered.
      do {
        isBroken = true;
        failure = await client.challenge().then(
          () => null,
          (error: MhbError) => error,
        );
      } while (failure === null);
      expect(failure.code).toBe('internal');
      const log = lines.join('');
      expect(log).toContain('RangeError');
      expect(`${log}${JSON.stringify(failure)}${failure.message}`).not.toContain(ming.name);
    } finally {
      await test.dispose();
    }
  });
});
