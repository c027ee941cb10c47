import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { nothingYet, putLoad, startGatewayProcess, verify, type GatewayProcess } from './crash.js';
import { startPostgres } from './postgres-server.js';
import { randomMoments } from './seed.js';
import { eachDatabase } from './support.js';

/** More with `MHB_CRASH_CASES=100`. */
const cases = Number(process.env.MHB_CRASH_CASES ?? 2);
const { seed, random } = randomMoments();

eachDatabase((database) => {
  it(
    `loses nothing and doubles nothing when killed ${cases} times under load (MHB_SEED=${seed})`,
    { timeout: 60_000 + cases * 30_000 },
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'mhb-crash-'));
      const postgres = database === 'postgresql' ? await startPostgres() : null;
      const shared = postgres === null ? {} : { databaseUrl: await postgres.createDatabase() };
      const acknowledged = nothingYet();
      for (let round = 0; round < cases; round += 1) {
        // One process of each kind, if the database can be shared.
        const parts = database === 'embedded' ? (['all'] as const) : (['serve', 'work'] as const);
        const gateways = await Promise.all(
          parts.map((part) => startGatewayProcess(directory, { ...shared, part })),
        );
        const [serving, worker = serving] = gateways as [GatewayProcess, GatewayProcess?];
        const gone = new AbortController();
        const load = putLoad(serving.url, acknowledged, gone.signal);
        // On a busy machine the first login takes longer than the longest pause.
        const isUnderLoad = async (): Promise<void> => {
          while (acknowledged.requests.size === 0) await pause(20, undefined, { signal: gone.signal });
        };
        await Promise.race([load, isUnderLoad()]);
        await pause(200 + random() * 2_500);
        const [first, second] = random() < 0.5 ? [serving, worker] : [worker, serving];
        await first.end('SIGKILL');
        await pause(random() * 500);
        await second.end('SIGKILL');
        gone.abort();
        await load;
      }
      const last = await startGatewayProcess(directory, shared);
      try {
        await verify(last.url, acknowledged);
        expect(acknowledged.requests.size).toBeGreaterThan(0);
      } finally {
        await last.end('SIGKILL');
        await postgres?.stop();
        await rm(directory, { recursive: true });
      }
    },
  );
});
