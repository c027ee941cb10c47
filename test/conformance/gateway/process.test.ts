import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '@mhb-kit/gateway';
import { startGatewayProcess, type GatewayProcess } from './crash.js';
import { freePort } from '../../free-port.mjs';
import { RawClient } from './raw-client.js';
import {
  completeRequest,
  eachDatabase,
  hua,
  ming,
  outpatientRow,
  portal,
  portalFetch,
  refusal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

const run = promisify(execFile);
const program = new URL('../../../packages/gateway/dist/bin/mhb-gateway.js', import.meta.url).pathname;

eachDatabase((database) => {
  let test: TestGateway;
  beforeAll(async () => {
    // A stop that waited for a stream would take this long.
    test = await startTestGateway({ database, limits: { secondsToSend: 600 } });
    test.source.rows[ming.nationalId] = { r1: [outpatientRow('20260212', '三月醫院')] };
  });
  afterAll(() => test.dispose());

  describe.runIf(database === 'embedded')('a data folder', () => {
    it('is used by one gateway at a time', async () => {
      const second = createGateway({
        dataDirectory: test.directory,
        port: 0,
        recordSource: test.source,
        embedders: [],
      });
      expect(await refusal(second.start())).toEqual({
        code: 'data-folder-in-use',
        details: { pid: process.pid },
      });
    });

    it('is refused to a second process with a clear error', async () => {
      const env = { ...process.env, LANG: 'zh_TW.UTF-8', MHB_DATA_DIRECTORY: test.directory };
      const failure = (await run(process.execPath, [program, 'migrate'], { env }).catch(
        (error: unknown) => error,
      )) as {
        readonly code: number;
        readonly stderr: string;
      };
      expect(failure.code).toBe(1);
      expect(failure.stderr).toContain('另一個閘道程式正在使用這個資料夾');
      expect(failure.stderr).toContain(`data-folder-in-use: Process ${process.pid} is using the data folder`);
    });

    it('is taken over from a process that has ended', async () => {
      await test.gateway.stop();
      const dead = { id: 'x', pid: 2 ** 22 - 1, startedAt: '1', host: hostname() };
      await writeFile(join(test.directory, 'gateway.lock'), JSON.stringify(dead));
      await test.restart();
      expect(JSON.parse(await readFile(join(test.directory, 'gateway.lock'), 'utf8'))).toMatchObject({
        pid: process.pid,
      });
    });
  });

  describe('a restart', () => {
    it('finds accounts, requests and archives again', async () => {
      const before = await test.logIn();
      const request = await completeRequest(before);
      const archive = await before.createArchive(request.id, [{ category: 'outpatient' }]);
      const bytes = await (await before.downloadArchive(archive)).arrayBuffer();
      await test.restart();
      const after = await test.logIn();
      expect(await after.listRequests()).toEqual([request]);
      expect(await (await after.downloadArchive(archive)).arrayBuffer()).toEqual(bytes);
    });

    it('finishes requests in progress', async () => {
      let release: () => void = () => undefined;
      test.source.gate = new Promise((resolve) => {
        release = resolve;
      });
      const client = await test.logIn();
      const request = await client.createRequest();
      await expect.poll(async () => (await client.getRequest(request.id)).status).toBe('in-progress');
      const restarted = test.restart();
      release();
      await restarted;
      const again = await test.logIn();
      await expect.poll(async () => (await again.getRequest(request.id)).status).toBe('completed');
    });

    it('without the day keys, which no backup contains, reports requests as expired, and accepts new ones', async () => {
      const before = await test.logIn(hua);
      const done = await completeRequest(before);
      let release: () => void = () => undefined;
      test.source.gate = new Promise((resolve) => {
        release = resolve;
      });
      // Newest first, with a second in between.
      test.clock.advance(tick.second);
      const running = await before.createRequest();
      await expect.poll(async () => (await before.getRequest(running.id)).status).toBe('in-progress');
      const stopping = test.gateway.stop();
      release();
      await stopping;
      await rm(join(test.directory, 'keys', 'days'), { recursive: true });
      await test.restart();

      const after = await test.logIn(hua);
      const states = async () => (await after.listRequests()).map(({ id, status }) => [id, status]);
      const gone = [
        [running.id, 'expired'],
        [done.id, 'expired'],
      ];
      expect(await states()).toEqual(gone);
      test.clock.advance(tick.second);
      const fresh = await completeRequest(after);
      expect(await states()).toEqual([[fresh.id, 'completed'], ...gone]);
      for (const { id } of [running, done]) {
        expect((await refusal(after.getRequest(id))).code).toBe('request-expired');
        const archive = after.createArchive(id, [{ category: 'outpatient' }]);
        expect((await refusal(archive)).code).toBe('request-expired');
      }
    });

    it('ends open streams immediately', async () => {
      let release: () => void = () => undefined;
      test.source.gate = new Promise((resolve) => {
        release = resolve;
      });
      const client = await test.logIn();
      const request = await client.createRequest();
      const changes = client.watchRequest(request.id)[Symbol.asyncIterator]();
      await changes.next();
      release();
      await test.gateway.stop();
      await test.restart();
    });
  });

  describe.runIf(database === 'postgresql')('a database server that is unavailable', () => {
    it('is reported, and nothing is lost or has to be restarted when it returns', async () => {
      let release: () => void = () => undefined;
      test.source.gate = new Promise((resolve) => {
        release = resolve;
      });
      const raw = new RawClient(test);
      const token = await raw.logIn(hua);
      const client = await test.logIn();
      const running = await client.createRequest();
      await expect.poll(async () => (await client.getRequest(running.id)).status).toBe('in-progress');
      // Calls in progress when it stops, including transactions, end normally.
      const busy = Array.from({ length: 20 }, () =>
        raw.call('POST', '/v1/requests', token, undefined, { 'Idempotency-Key': randomUUID() }),
      );
      await test.postgres?.kill();
      for (const { status, code } of await Promise.all(busy))
        expect([202, 503]).toContain(status === 503 && code !== 'service-unavailable' ? code : status);

      const sentences = { 'zh-TW': '服務暫時無法使用。', en: 'The service is not available right now.' };
      for (const [language, title] of Object.entries(sentences)) {
        for (const [method, path] of [
          ['GET', '/v1/requests'],
          ['POST', '/v1/challenges'],
          ['GET', '/v1/health'],
          ['GET', '/v1/ready'],
        ] as const) {
          const answer = await raw.call(method, path, token, undefined, { 'Accept-Language': language });
          expect([path, answer.status, answer.body]).toMatchObject([
            path,
            503,
            { code: 'service-unavailable', title, retriable: true },
          ]);
          expect(answer.headers.get('retry-after')).toBe('5');
          expect(answer.headers.get('content-language')).toBe(language === 'en' ? 'en' : 'zh-Hant');
        }
      }

      await test.postgres?.start();
      await expect.poll(async () => (await raw.call('GET', '/v1/ready')).status).toBe(200);
      expect((await client.getRequest(running.id)).status).toBe('in-progress');
      release();
      await expect.poll(async () => (await client.getRequest(running.id)).status).toBe('completed');
      const archive = await client.createArchive(running.id, [{ category: 'outpatient' }]);
      expect((await (await client.downloadArchive(archive)).arrayBuffer()).byteLength).toBe(
        archive.byteLength,
      );
      const again = await test.logIn();
      expect((await completeRequest(again)).status).toBe('completed');
    });
  });

  describe.runIf(database === 'postgresql')('two processes on one database', () => {
    const perMinute = 40;
    let processes: readonly GatewayProcess[];
    let addresses: readonly string[];
    beforeAll(async () => {
      const databaseUrl = await test.postgres?.createDatabase();
      const start = (port: number, publicUrl?: string) =>
        startGatewayProcess(test.directory, {
          ...(databaseUrl === undefined ? {} : { databaseUrl }),
          ...(publicUrl === undefined ? {} : { publicUrl }),
          port,
          part: 'serve',
          requestsPerMinute: perMinute,
          embedders: [
            { id: 'portal', name: 'A portal', origins: [portal], login: ['direct'], scopes: ['requests'] },
          ],
        });
      const port = await freePort();
      const first = await start(0);
      // With one address, as behind a proxy.
      processes = [first, await start(port, first.url)];
      addresses = [first.url, `http://127.0.0.1:${port}`];
    });
    afterAll(() => Promise.all(processes.map((each) => each.end('SIGKILL'))));

    it('accept each proof only once in total', async () => {
      const [first = '', second = ''] = addresses;
      const page = new RawClient({ gateway: { url: first }, bridge: test.bridge });
      const token = await page.logIn();
      const present = async (address: string, proof: string): Promise<string> => {
        const headers = { Origin: portal, Authorization: `DPoP ${token}`, DPoP: proof };
        const response = await fetch(`${address}/v1/requests`, { headers });
        return response.ok ? 'accepted' : ((await response.json()) as { code: string }).code;
      };
      const proof = await page.proof('GET', '/v1/requests', token);
      expect(await present(first, proof)).toBe('accepted');
      expect(await present(second, proof)).toBe('proof-refused');
      const another = await page.proof('GET', '/v1/requests', token);
      expect(await present(second, another)).toBe('accepted');
      expect(await present(first, another)).toBe('proof-refused');
    });

    it('together allow a network no more immediate calls than a single process', async () => {
      const call = async (index: number) =>
        fetch(`${addresses[index % addresses.length]}/v1/catalogue`).then(({ status }) => ({
          status,
          minute: Math.floor(Date.now() / 60_000),
          milliseconds: performance.now() - begun,
        }));
      let begun = 0;
      // Within one minute by the clock; repeated if the minute changed.
      for (;;) {
        begun = performance.now();
        const answers = await Promise.all(Array.from({ length: 3 * perMinute }, (_, index) => call(index)));
        if (new Set(answers.map(({ minute }) => minute)).size > 1) continue;
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
        // A delayed call took at least a quarter of a second; a faster one was not delayed.
        const atOnce = answers.filter(({ milliseconds }) => milliseconds < 250);
        expect(atOnce.length).toBeLessThanOrEqual(perMinute);
        return;
      }
    });
  });

  describe('what cannot be served', () => {
    it('reports that the port is occupied', async () => {
      const port = Number(new URL(test.gateway.url).port);
      const directory = `${test.directory}-second`;
      const second = createGateway({
        dataDirectory: directory,
        port,
        recordSource: test.source,
        embedders: [],
      });
      expect(await refusal(second.start())).toEqual({ code: 'port-in-use', details: { port } });
      await rm(directory, { recursive: true });
    });

    it('reports that the gateway is unavailable', async () => {
      const client = test.client();
      await test.gateway.stop();
      expect((await refusal(client.challenge())).code).toBe('gateway-unreachable');
      await test.restart();
    });

    it('stops on request', async () => {
      const client = test.client(portalFetch);
      const aborted = AbortSignal.abort();
      expect((await refusal(client.challenge({ signal: aborted }))).code).toBe('cancelled');
    });
  });
});
