import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { defaultCatalogue, type DataRequest } from '@mhb-kit/core/request';
import { freePort } from '../../free-port.mjs';
import { startGatewayProcess, type GatewayProcess, type ProcessOptions } from './crash.js';
import { startPostgres } from './postgres-server.js';
import { completeRequest, eachDatabase, hua, logInWith, ming } from './support.js';

const [{ id: category } = { id: '' }] = defaultCatalogue;
const deadly = { nationalId: ming.nationalId, category };

/** Restarts it whenever it crashes, as systemd would; returns the number of restarts when it is stopped. */
function keepUp(start: () => Promise<GatewayProcess>): { stop(): Promise<number> } {
  const stopped = new AbortController();
  const deaths = (async () => {
    for (let count = 0; ; count += 1) {
      // It may crash before it has reported its address.
      const current = await start().catch(() => null);
      if (current === null) continue;
      if (!stopped.signal.aborted)
        await Promise.race([once(current.child, 'exit'), once(stopped.signal, 'abort')]);
      if (!stopped.signal.aborted) continue;
      await current.end('SIGKILL');
      return count;
    }
  })();
  return {
    stop() {
      stopped.abort();
      return deaths;
    },
  };
}

eachDatabase((database) => {
  const undo: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  });

  it('a request that crashes every process ends with that category marked as late, and affects no other request', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mhb-deadly-'));
    undo.push(() => rm(directory, { recursive: true }));
    const postgres = database === 'postgresql' ? await startPostgres() : null;
    if (postgres !== null) undo.push(() => postgres.stop());
    const databaseUrl = await postgres?.createDatabase();
    const server = databaseUrl === undefined ? null : new pg.Client({ connectionString: databaseUrl });
    await server?.connect();
    if (server !== null) undo.push(() => server.end());
    const port = await freePort();
    const start = async (options: ProcessOptions): Promise<GatewayProcess> => {
      const shared = databaseUrl === undefined ? {} : { databaseUrl };
      const started = await startGatewayProcess(directory, { ...shared, port, ...options });
      undo.push(() => started.end('SIGKILL'));
      return started;
    };
    const page = async (person: typeof ming): Promise<GatewayClient> => {
      const client = createGatewayClient({ baseUrl: `http://127.0.0.1:${port}` });
      await logInWith(client, null, person);
      return client;
    };
    /** Does what the queue would do on its own, some seconds after a worker has crashed. */
    const findJobsOfTheDead = () =>
      server?.query(
        `UPDATE pgboss.job SET state = 'retry', retry_count = retry_count + 1, start_after = now()
           WHERE name = 'fetch-records' AND state = 'active' AND heartbeat_on < now() - interval '4 seconds'`,
      );

    const serving = server && (await start({ part: 'serve' }));
    const kept = keepUp(() => start({ part: server === null ? 'all' : 'work', deadly }));
    undo.push(() => kept.stop());
    const ready = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${port}/v1/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(ready).toBe(true);
    const pages = { ming: await page(ming), hua: await page(hua) };
    const requests = { ming: await pages.ming.createRequest(), hua: await pages.hua.createRequest() };

    const end = async (person: 'ming' | 'hua'): Promise<DataRequest> => {
      let last = requests[person];
      const ended = async (): Promise<boolean> => {
        await findJobsOfTheDead();
        // The embedded gateway is unavailable at times.
        last = await pages[person].getRequest(last.id).catch(() => last);
        return ['completed', 'failed'].includes(last.status);
      };
      await expect.poll(ended, { timeout: 200_000, interval: 250 }).toBe(true);
      return last;
    };
    const failed = ({ sections }: DataRequest): readonly string[] =>
      sections.filter(({ status }) => status === 'failed').map(({ category: id }) => id);

    const mine = await end('ming');
    expect([mine.status, mine.progress, failed(mine)]).toEqual(['completed', 1, [category]]);
    expect(mine.sections.find(({ category: id }) => id === 'outpatient')?.status).toBe('available');
    const other = await end('hua');
    expect([other.status, failed(other)]).toEqual(['completed', []]);
    expect(await kept.stop()).toBe(5);
    await serving?.end('SIGKILL');

    // The cause is removed: a new press requests again.
    await start({});
    const again = await page(ming);
    expect((await again.listRequests()).map(({ id, status }) => [id, status])).toEqual([
      [mine.id, 'completed'],
    ]);
    const fresh = await completeRequest(again);
    expect(fresh.id).not.toBe(mine.id);
    expect(failed(fresh)).toEqual([]);
  });
});
