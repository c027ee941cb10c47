import { join } from 'node:path';
import { fillTo } from './gateway/fill.mjs';
import { get, measureLists } from './gateway/lists.mjs';
import { startPostgres } from './gateway/postgres.mjs';
import { startProcess } from './gateway/processes.mjs';
import { inFolder, openSessions, throughput, usageOf, usageOfEach, withSite } from './gateway/site.mjs';
import { inLanes, openSession } from './gateway/visitors.mjs';

/** @typedef {import('./table.mjs').Measurement} Measurement */

const CORES = 2;
const PER_SECOND = 40;
const NEARLY_ALL =
  'Gateway and database use 44 to 47 of the 50 ms that two cores have for each request: about 28 ms for calls, 6 ms for background work and 10 ms for the database. The 64 browsers of this measurement run on the same cores. Since the “before” version, a request takes 32 statements instead of 28 (42 when this row was measured), because of quotas and because audit entries are chained when they are written.';
/** The engine compiles for some thousand calls, during which a call becomes faster from round to round. */
const WARM_UP = 3_000;

/**
 * The list of requests compared with a bare route on the same database, in turn. @returns
 * {Promise<Measurement[]>}
 */
const list = () =>
  inFolder(async (dataDirectory) => {
    const postgres = await startPostgres();
    const options = { dataDirectory, databaseUrl: postgres.url };
    const ours = await startProcess('gateway.mjs', { ...options, people: 1 });
    const session = await openSession(ours.url, 0);
    await session.completeRequest();
    const bare = await startProcess('bare-route.mjs', options);
    const servers = [ours, bare];
    for (const server of servers) await measureLists(server, session, WARM_UP);
    /** @type {{ cpu: number, wall: number }[][]} */
    const rounds = [[], []];
    for (let round = 0; round < 8; round += 1) {
      for (const [index, server] of servers.entries())
        rounds[index]?.push(await measureLists(server, session, 300));
    }
    for (const server of servers) await server.stop();
    await postgres.stop();
    const samples = (/** @type {'cpu' | 'wall'} */ which) => ({
      ours: (rounds[0] ?? []).map((round) => round[which]),
      peer: {
        name: 'a bare fastify and pg route',
        samples: (rounds[1] ?? []).map((round) => round[which]),
      },
      times: 0.9,
      unit: 'ms',
    });
    return [
      { name: 'List of a person’s requests: time of a call, 16 in parallel', ...samples('wall') },
      { name: 'List of a person’s requests: processor time of the server', ...samples('cpu') },
    ];
  });

/** The database and 64 browsers run on the same cores. @returns {Promise<Measurement[]>} */
const sealing = () =>
  withSite(64, async (site) => {
    const visitors = await openSessions(site, 64);
    await throughput(visitors, 2);
    const before = await usageOf(site);
    const rounds = 6;
    const ours = await throughput(visitors, rounds);
    const each = usageOfEach(before, await usageOf(site), rounds * visitors.length);
    return [
      {
        name: 'From an accepted request to its archive of 12 sections, 60 KB',
        ours,
        limit: 1_000 / PER_SECOND,
        unit: 'ms',
        missed: NEARLY_ALL,
      },
      {
        name: 'Processor time of gateway and database for this request',
        ours: [each.serve + each.work + each.database],
        limit: (CORES * 1_000) / PER_SECOND,
        unit: 'ms',
      },
    ];
  });

/**
 * The cost of a request and of a list, with increasing numbers of stored requests. @returns
 * {Promise<Measurement[]>}
 */
const growth = () =>
  withSite(17, async (site) => {
    const {
      postgres,
      serving: [serving],
    } = site;
    // The first one only reads the list of its single request.
    const [session, ...visitors] = await openSessions(site, 17);
    if (session === undefined || serving === undefined) return [];
    await session.completeRequest();
    await throughput(visitors, 3);
    await measureLists(serving, session, 300);
    /** @type {{ request: number[], list: number[] }[]} */
    const sizes = [];
    for (const stored of [1e3, 1e5, 1e6]) {
      await fillTo(postgres, stored);
      // The first query of a session reads from disk what all others then find in memory.
      await throughput(visitors, 1);
      await measureLists(serving, session, 50);
      /** @type {{ request: number[], list: number[] }} */
      const size = { request: [], list: [] };
      for (let round = 0; round < 5; round += 1) {
        const before = await usageOf(site);
        await throughput(visitors, 2);
        const between = await usageOf(site);
        await measureLists(serving, session, 100);
        const after = await usageOf(site);
        const sum = (/** @type {import('./gateway/site.mjs').Usage} */ { serve, work, database }) =>
          serve + work + database;
        size.request.push(sum(usageOfEach(before, between, 2 * visitors.length)));
        size.list.push(sum(usageOfEach(between, after, 100)));
      }
      sizes.push(size);
    }
    const [thousand, hundredThousand, million] = sizes;
    if (thousand === undefined || hundredThousand === undefined || million === undefined) return [];
    const beside = (/** @type {'request' | 'list'} */ which, /** @type {typeof million} */ size) => ({
      ours: size[which],
      peer: { name: 'with a thousand stored', samples: thousand[which] },
      // Flat means within a quarter, which is the difference between identical rounds.
      times: 0.8,
      unit: 'ms',
    });
    return [
      {
        name: 'Processor time of gateway and database for one request, with 100,000 requests stored',
        ...beside('request', hundredThousand),
      },
      {
        name: 'Processor time for one request, with a million requests stored',
        ...beside('request', million),
      },
      {
        name: 'Processor time for one list, with a million requests stored',
        ...beside('list', million),
      },
    ];
  });

const MEGABYTE = 1e6;
const DOWNLOADS = 200;

/**
 * The memory needed for creating and downloading archives: an archive of 50 MB, and 200 simultaneous
 * downloads of it. @returns {Promise<Measurement[]>}
 */
const memory = () =>
  inFolder(async (dataDirectory) => {
    const postgres = await startPostgres();
    const options = { dataDirectory, databaseUrl: postgres.url, people: 1 };
    /** @param {number} large bytes of a category */
    const sealed = async (large) => {
      const serving = await startProcess('gateway.mjs', { ...options, large, part: 'serve' });
      const working = await startProcess('gateway.mjs', { ...options, large, part: 'work', people: 0 });
      const session = await openSession(serving.url, 0);
      const before = [await serving.usage(), await working.usage()].map(({ peakRss }) => peakRss);
      const selection = (await session.catalogue()).map(({ id: category }) => ({ category }));
      const archive = await session.seal(await session.completeRequest(), selection);
      const after = [await serving.usage(), await working.usage()].map(({ peakRss }) => peakRss);
      await working.stop();
      return { serving, session, archive, grown: after.map((peak, index) => peak - (before[index] ?? 0)) };
    };
    const { serving, session, archive, grown } = await sealed(2.4 * MEGABYTE);
    const path = `/v1/archives/${archive.id}`;
    const downloads = Array.from({ length: DOWNLOADS }, () => session.headers(serving.url, path));
    await serving.usage();
    await inLanes(downloads, DOWNLOADS, async (headers) => {
      const received = await get(serving.url + path, headers);
      if (received !== archive.byteLength) throw new Error(`${received} bytes`);
    });
    const { peakRss } = await serving.usage();
    await serving.stop();
    await postgres.stop();
    return [
      {
        name: `Memory of the gateway while ${DOWNLOADS} people download 50 MB each`,
        ours: [peakRss / MEGABYTE],
        limit: 512,
        unit: 'MB',
        statistic: 'worst',
      },
      {
        name: 'Memory of the serving gateway to seal an archive of 50 MB',
        ours: [(grown[0] ?? NaN) / MEGABYTE],
        limit: 256,
        unit: 'MB',
        statistic: 'worst',
      },
    ];
  });

const RESTARTS = 5;
/** People with requests in progress when the gateway is killed. */
const PEOPLE_WAITING = 16;

/** From the start of the process until it answers, after it was killed at work or stopped. @returns {Promise<Measurement[]>} */
const restart = () =>
  inFolder(async (dataDirectory) => {
    const postgres = await startPostgres();
    /** @param {object} options */
    const restarts = async (options) => {
      let running = await startProcess('gateway.mjs', { ...options, people: PEOPLE_WAITING });
      const startAgain = async () => {
        const begun = performance.now();
        running = await startProcess('gateway.mjs', options);
        const ready = await fetch(`${running.url}/v1/ready`);
        if (!ready.ok) throw new Error(`${ready.status}`);
        return performance.now() - begun;
      };
      const killed = [];
      const stopped = [];
      for (let round = 0; round < RESTARTS; round += 1) {
        for (let index = 0; index < PEOPLE_WAITING; index += 1) {
          const session = await openSession(running.url, index);
          // Nobody waits for its completion.
          session.completeRequest().catch(() => undefined);
        }
        await running.kill();
        killed.push(await startAgain());
      }
      for (let round = 0; round < RESTARTS; round += 1) {
        await running.stop();
        stopped.push(await startAgain());
      }
      await running.stop();
      return { killed, stopped };
    };
    const embedded = await restarts({ dataDirectory: join(dataDirectory, 'embedded') });
    const server = await restarts({
      dataDirectory: join(dataDirectory, 'server'),
      databaseUrl: postgres.url,
    });
    await postgres.stop();
    const limit = 2_000;
    return [
      { name: 'Restart after a kill, embedded database', ours: embedded.killed, limit, unit: 'ms' },
      { name: 'Restart after a clean stop, embedded database', ours: embedded.stopped, limit, unit: 'ms' },
      { name: 'Restart after a kill, PostgreSQL', ours: server.killed, limit, unit: 'ms' },
    ];
  });

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  { name: 'gateway-list', run: list },
  { name: 'gateway-sealing', run: sealing },
  { name: 'gateway-growth', run: growth },
  { name: 'gateway-memory', run: memory },
  { name: 'gateway-restart', run: restart },
];
