import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { defaultCatalogue, type DataRequest } from '@mhb-kit/core/request';
import { freePort } from '../../free-port.mjs';
import { startGatewayProcess, type GatewayProcess, type ProcessOptions } from './crash.js';
import { startPostgres } from './postgres-server.js';
import { completeRequest, eachDatabase, hua, logInWith, ming } from './support.js';

const [{ id: category } = { id: '' }] = defaultCatalogue;
const deadly = { nationalId: ming.nationalId, category };

/** Starts it again whenever it dies, as systemd would; answers with how often that was once it is told to stop. */
function keepUp(start: () => Promise<GatewayProcess>): { stop(): Promise<number> } {
  let stopped = false;
  let current: GatewayProcess | null = null;
  const deaths = (async () => {
    for (let count = 0; ; count += 1) {
      // It may die before it has said where it is.
      current = await start().catch(() => null);
      if (stopped) return count;
      if (current !== null) await gone(current);
      if (stopped) return count;
    }
  })();
  return {
    stop() {
      stopped = true;
      void current?.end('SIGKILL');
      return deaths;
    },
  };
}

const gone = ({ child }: GatewayProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));

eachDatabase((database) => {
  it(
    'a request of which every process dies ends, late in what kills, and takes no other with it',
    { timeout: 240_000 },
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'mhb-deadly-'));
      const postgres = database === 'postgresql' ? await startPostgres() : null;
      const databaseUrl = await postgres?.createDatabase();
      const shared: ProcessOptions = databaseUrl === undefined ? {} : { databaseUrl };
      const server = databaseUrl === undefined ? null : new pg.Client({ connectionString: databaseUrl });
      await server?.connect();
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const page = async (person: typeof ming): Promise<GatewayClient> => {
        const client = createGatewayClient({ baseUrl: url });
        await logInWith(client, null, person);
        return client;
      };
      /** What the queue does by itself, some seconds after a worker died. */
      const findJobsOfTheDead = () =>
        server?.query(
          `UPDATE pgboss.job SET state = 'retry', retry_count = retry_count + 1, start_after = now()
           WHERE name = 'fetch-records' AND state = 'active' AND heartbeat_on < now() - interval '4 seconds'`,
        );
      const serving = server && (await startGatewayProcess(directory, { ...shared, port, part: 'serve' }));
      const part = server === null ? 'all' : 'work';
      const kept = keepUp(() => startGatewayProcess(directory, { ...shared, port, part, deadly }));
      await expect
        .poll(
          () =>
            fetch(`${url}/v1/ready`).then(
              ({ ok }) => ok,
              () => false,
            ),
          { timeout: 60_000 },
        )
        .toBe(true);
      const pages = { ming: await page(ming), hua: await page(hua) };
      const requests = { ming: await pages.ming.createRequest(), hua: await pages.hua.createRequest() };

      const end = async (person: 'ming' | 'hua'): Promise<DataRequest> => {
        let last: DataRequest | null = null;
        const ended = async (): Promise<boolean> => {
          await findJobsOfTheDead();
          // The embedded gateway is away now and then.
          last = await pages[person].getRequest(requests[person].id).catch(() => last);
          return ['completed', 'failed'].includes(last?.status ?? '');
        };
        await expect.poll(ended, { timeout: 200_000, interval: 250 }).toBe(true);
        return last as unknown as DataRequest;
      };
      try {
        const [mine, other] = [await end('ming'), await end('hua')];
        expect(other.status).toBe('completed');
        expect(other.sections.filter(({ status }) => status === 'failed')).toEqual([]);
        expect(mine.status).toBe('completed');
        expect(
          mine.sections.filter(({ status }) => status === 'failed').map(({ category: id }) => id),
        ).toEqual([category]);
        expect(mine.sections.find(({ category: id }) => id === 'outpatient')?.status).toBe('available');
        expect(mine.progress).toBe(1);
        expect(await kept.stop()).toBe(5);
        await serving?.end('SIGKILL');

        // What killed is mended: a new press asks anew.
        const mended = await startGatewayProcess(directory, { ...shared, port });
        const again = await page(ming);
        expect((await again.listRequests()).map(({ id, status }) => [id, status])).toEqual([
          [mine.id, 'completed'],
        ]);
        const fresh = await completeRequest(again);
        expect(fresh.id).not.toBe(mine.id);
        expect(fresh.sections.filter(({ status }) => status === 'failed')).toEqual([]);
        await mended.end('SIGKILL');
      } finally {
        await kept.stop();
        await serving?.end('SIGKILL');
        await server?.end();
        await postgres?.stop();
        await rm(directory, { recursive: true });
      }
    },
  );
});
