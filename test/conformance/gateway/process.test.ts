import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '@mhb-kit/gateway';
import {
  completeRequest,
  eachDatabase,
  ming,
  outpatientRow,
  portalFetch,
  refusal,
  startTestGateway,
  type TestGateway,
} from './support.js';

const run = promisify(execFile);
const program = new URL('../../../packages/gateway/dist/bin/mhb-gateway.js', import.meta.url).pathname;

eachDatabase((database) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({ database });
    test.source.rows[ming.nationalId] = { r1: [outpatientRow('20260212', '三月醫院')] };
  });
  afterAll(() => test.dispose());

  describe.runIf(database === 'embedded')('a data folder', () => {
    it('is held by one gateway at a time', async () => {
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

    it('is refused to a second process in words', async () => {
      const env = { ...process.env, LANG: 'zh_TW.UTF-8', MHB_DATA_DIRECTORY: test.directory };
      const failure = (await run(process.execPath, [program, 'migrate'], { env }).catch(
        (error: unknown) => error,
      )) as {
        readonly code: number;
        readonly stderr: string;
      };
      expect(failure.code).toBe(1);
      expect(failure.stderr).toContain('資料夾正由另一個服務程序使用');
      expect(failure.stderr).toContain(`data-folder-in-use: Process ${process.pid} holds the data folder`);
    });

    it('is taken over from a process that is gone', async () => {
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

    it('finishes what was under way', async () => {
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
      await expect
        .poll(async () => (await again.getRequest(request.id)).status, { timeout: 15_000 })
        .toBe('completed');
    });

    it('ends open streams at once', async () => {
      let release: () => void = () => undefined;
      test.source.gate = new Promise((resolve) => {
        release = resolve;
      });
      const client = await test.logIn();
      const request = await client.createRequest();
      const changes = client.watchRequest(request.id)[Symbol.asyncIterator]();
      await changes.next();
      release();
      const start = performance.now();
      await test.gateway.stop();
      expect(performance.now() - start).toBeLessThan(2_000);
      await test.restart();
    });
  });

  describe('what cannot be served', () => {
    it('says that the port is taken', async () => {
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

    it('says that the gateway is not there', async () => {
      const client = test.client();
      await test.gateway.stop();
      expect((await refusal(client.challenge())).code).toBe('gateway-unreachable');
      await test.restart();
    });

    it('stops when told', async () => {
      const client = test.client(portalFetch);
      const aborted = AbortSignal.abort();
      expect((await refusal(client.challenge({ signal: aborted }))).code).toBe('cancelled');
    });
  });
});
