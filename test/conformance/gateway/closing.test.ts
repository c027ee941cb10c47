import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import {
  completeRequest,
  eachDatabase,
  hua,
  ming,
  outpatientRow,
  refusal,
  startTestGateway,
  type TestGateway,
} from './support.js';

const program = new URL('../../../packages/gateway/dist/bin/mhb-gateway.js', import.meta.url).pathname;

eachDatabase((database) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({ database, registration: { sender: createDevelopmentOutbox() } });
    for (const { nationalId } of [ming, hua])
      test.source.rows[nationalId] = { r1: [outpatientRow('20260212', '三月醫院')] };
  });
  afterAll(() => test.dispose());

  const archives = async (): Promise<readonly string[]> =>
    (await readdir(join(test.directory, 'archives'), { recursive: true })).filter((name) =>
      name.includes('/'),
    );

  /** The command as typed by an operator: with the embedded database, while the gateway is stopped. */
  async function run(command: string, typed: string): Promise<string> {
    const { directory, databaseUrl } = test;
    if (databaseUrl === null) await test.gateway.stop();
    const env = {
      PATH: process.env.PATH,
      LANG: 'en',
      MHB_DATA_DIRECTORY: directory,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    };
    const printed = await new Promise<string>((resolve) => {
      const args = [program, 'account', ...command.split(' ')];
      const child = execFile(process.execPath, args, { env }, (error, output, errors) => {
        resolve(`${error === null ? 0 : error.code} ${output}${errors}`);
      });
      child.stdin?.end(typed);
    });
    if (databaseUrl === null) await test.restart();
    return printed;
  }

  describe('the operator', () => {
    it('ends the sessions of one person or of all people', async () => {
      const [one, other] = [await test.logIn(), await test.logIn()];
      const hers = await test.logIn(hua);
      expect(await test.gateway.endSessions(ming.nationalId.toLowerCase())).toBe(2);
      for (const page of [one, other])
        expect((await refusal(page.listRequests())).code).toBe('session-expired');
      expect(await hers.listRequests()).toEqual([]);
      expect(await test.gateway.endSessions(null)).toBe(1);
      expect((await refusal(hers.listRequests())).code).toBe('session-expired');
      expect(await test.gateway.endSessions('H123456786')).toBe(0);
    });

    it('closes an account, and leaves nothing about the person except the record of who read the data', async () => {
      const page = await test.logIn();
      const hers = await test.logIn(hua);
      const request = await completeRequest(page);
      await page.createArchive(request.id, [{ category: 'outpatient' }]);
      const kept = await completeRequest(hers);
      const archive = await hers.createArchive(kept.id, [{ category: 'outpatient' }]);
      expect(await archives()).toHaveLength(2);
      // A request in progress is closed as well.
      let open!: () => void;
      test.source.gate = new Promise((resolve) => {
        open = resolve;
      });
      await page.createRequest();
      await expect.poll(() => test.source.queries.length).toBeGreaterThan(24);

      expect(await test.gateway.closeAccount(ming.nationalId)).toBe(true);
      open();
      expect((await refusal(page.listRequests())).code).toBe('session-expired');
      expect((await refusal(test.logIn())).code).toBe('login-failed');
      expect(await archives()).toHaveLength(1);
      expect(await test.gateway.closeAccount(ming.nationalId)).toBe(false);
      // Everyone else's data is unchanged.
      expect((await hers.getRequest(kept.id)).status).toBe('completed');
      expect((await hers.downloadArchive(archive)).size).toBe(archive.byteLength);

      // The same person may register again, and finds nothing.
      await test.gateway.activateAccount(ming);
      expect(await (await test.logIn()).listRequests()).toEqual([]);
      if (test.databaseUrl === null) return;
      const client = new pg.Client({ connectionString: test.databaseUrl });
      await client.connect();
      const count = async (query: string): Promise<number> =>
        Number((await client.query(`SELECT count(*) AS n ${query}`)).rows[0].n);
      expect(await count(`FROM request_section WHERE request_id <> '${kept.id}'`)).toBe(0);
      expect(await count(`FROM archive WHERE request_id <> '${kept.id}'`)).toBe(0);
      expect(await count(`FROM audit WHERE action = 'account.close'`)).toBe(1);
      expect(await count(`FROM audit WHERE subject = '${request.id}'`)).toBeGreaterThan(0);
      await client.end();
    });

    it('ends sessions and accounts with commands, without the ID number on the command line', async () => {
      // One earlier session of each, and one more now.
      await Promise.all([test.logIn(), test.logIn(hua)]);
      expect(await run('log-out', `${ming.nationalId}\n`)).toBe('0 Ended 2 sessions.\n');
      expect(await run('log-out --everybody', '')).toBe('0 Ended 2 sessions.\n');
      expect(await run('log-out', hua.nationalId)).toBe('0 Ended 0 sessions.\n');
      expect(await run('close', ` ${ming.nationalId.toLowerCase()} \n`)).toMatch(/^0 Closed/);
      expect((await refusal(test.logIn())).code).toBe('login-failed');
      expect(await run('close', ming.nationalId)).toMatch(/^1 .*not-found/s);
      for (const typed of ['', 'nobody']) expect(await run('close', typed)).toMatch(/^1 .*invalid-request/s);
    });
  });
});
