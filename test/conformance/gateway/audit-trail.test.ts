import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { createGateway } from '@mhb-kit/gateway';
import {
  eachDatabase,
  executeInDatabase,
  hua,
  ming,
  portal,
  portalFetch,
  startTestGateway,
  TestSource,
  type TestGateway,
} from './support.js';

/**
 * A person who can write to the database, but has neither the root key nor the data folder, cannot hide any
 * action. Detected by the commands for operators, each in a separate process.
 */

const program = new URL('../../../packages/gateway/dist/bin/mhb-gateway.js', import.meta.url).pathname;
const rootKey = new Uint8Array(32).fill(5);

eachDatabase((kind) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({ database: kind, rootKey });
  });
  afterAll(() => test.dispose());

  interface Outcome {
    readonly code: number;
    readonly output: string;
  }

  async function run(...args: readonly string[]): Promise<Outcome> {
    const file = join(test.directory, 'gateway.json');
    const settings = { dataDirectory: test.directory, records: { kind: 'folder', folder: test.directory } };
    await writeFile(file, JSON.stringify({ ...settings, embedders: [] }));
    const env = {
      PATH: process.env.PATH,
      LANG: 'en',
      MHB_ROOT_KEY: Buffer.from(rootKey).toString('base64url'),
      ...(test.databaseUrl === null ? {} : { DATABASE_URL: test.databaseUrl }),
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [program, '-c', file, ...args], { env }, (error, output, errors) =>
        resolve({ code: error === null ? 0 : Number(error.code), output: output + errors }),
      );
    });
  }
  const verify = (): Promise<Outcome> => run('audit', 'verify');

  /** Changes made by a person with access to the database only, unnoticed. */
  const tamper = (...statements: readonly string[]): Promise<void> => executeInDatabase(test, ...statements);

  /** Several actions, after which the gateway stops. */
  async function use(): Promise<void> {
    await test.restart();
    for (const person of [ming, hua]) {
      const client = await test.logIn(person);
      await client.listRequests();
      await client.listRequests();
      await client.logout();
    }
    await test.gateway.stop();
  }

  describe('the audit trail', () => {
    const copy = 'CREATE TABLE kept AS SELECT * FROM audit';
    const putBack = [
      'DELETE FROM audit',
      'INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM kept',
      'DROP TABLE kept',
    ];

    it('is complete, no matter how often the gateway starts and stops', async () => {
      await use();
      await use();
      const { code, output } = await verify();
      expect([code, output]).toEqual([
        0,
        expect.stringMatching(/^\d+ entries, the last \d+ [0-9a-f]{64}\n$/),
      ]);
      expect((await run('doctor')).output).toMatch(/^ok {3}audit trail: \d+ entries/m);
    });

    it.each([
      ['the end cut off', 'DELETE FROM audit WHERE sequence > 4'],
      [
        'reads taken out, a forged entry put in, and all of it left to be signed again',
        `DELETE FROM audit WHERE action = 'request.list';
         INSERT INTO audit (at, action, subject) VALUES (now(), 'request.read', 'never happened');
         UPDATE audit SET sequence = NULL, hash = NULL`,
      ],
    ])('reports %s, even after the gateway has run on the changed record', async (_, statements) => {
      await tamper(copy, ...statements.split(';'));
      const found = await verify();
      expect([found.code, found.output]).toEqual([1, expect.stringMatching(/^FAIL /)]);
      const doctor = await run('doctor');
      expect([doctor.code, doctor.output]).toEqual([1, expect.stringMatching(/^FAIL audit trail: /m)]);
      // No automatic process repairs it.
      await use();
      expect((await verify()).code).toBe(1);
      await tamper(...putBack);
    });
  });

  it.runIf(kind === 'postgresql')('is one chain for all processes that write simultaneously', async () => {
    const second = createGateway({
      dataDirectory: test.directory,
      databaseUrl: test.databaseUrl ?? '',
      rootKey,
      recordSource: new TestSource(),
      clock: test.clock.read,
      embedders: [
        {
          id: 'portal',
          name: 'A hospital portal',
          origins: [portal],
          login: ['direct'],
          scopes: ['requests'],
        },
      ],
      bridges: [{ name: 'kiosk 1', publicJwk: test.bridge.publicJwk }],
      requestsPerMinute: 100_000,
      port: 0,
    });
    await test.restart();
    await second.start();
    const other = createGatewayClient({ baseUrl: second.url, fetch: portalFetch });
    const pages = [await test.logIn(ming), await test.logIn(hua, other)];
    const read = async (page: GatewayClient): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) await page.listRequests();
    };
    const requests = pages.flatMap((page) => Array.from({ length: 5 }, () => page.createRequest()));
    await Promise.all([...pages.flatMap((page) => [read(page), read(page)]), ...requests]);
    await second.stop();
    await test.gateway.stop();
    const { code, output } = await verify();
    expect([code, output]).toEqual([0, expect.stringMatching(/^\d+ entries/)]);
  });
});
