import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './gateway/postgres.mjs';
import { startProcess } from './gateway/processes.mjs';
import { inLanes, logIn, openSession } from './gateway/visitors.mjs';

/** @typedef {{ name: string, ours: number, peer: number | null, limit: number | null, unit: string }} Measurement */

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** One GET whose body is read to its end. @param {string} url @param {Record<string, string>} headers @returns {Promise<number>} */
const get = (url, headers) =>
  new Promise((resolve, reject) => {
    httpRequest(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode}`));
      let bytes = 0;
      response.on('data', (/** @type {Buffer} */ chunk) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    })
      .on('error', reject)
      .end();
  });

/** @param {(folder: string) => Promise<Measurement[]>} work */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'mhb-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @typedef {Awaited<ReturnType<typeof startProcess>>} Process */

/** Processor time of the server and time of day, in milliseconds a call. @param {Process} server @param {Record<string, string>[]} calls */
async function measureList(server, calls) {
  const before = await server.usage();
  const begun = performance.now();
  await inLanes(calls, 16, (headers) => get(`${server.url}/v1/requests`, headers));
  const wall = performance.now() - begun;
  const after = await server.usage();
  return { cpu: (after.cpuMs - before.cpuMs) / calls.length, wall: wall / calls.length };
}

const median = (/** @type {number[]} */ values) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** The list of requests beside a bare route on the same database, in turns. @returns {Promise<Measurement[]>} */
const list = () =>
  inFolder(async (dataDirectory) => {
    const postgres = await startPostgres();
    const options = { dataDirectory, databaseUrl: postgres.url };
    const ours = await startProcess('gateway.mjs', { ...options, people: 1 });
    const client = await logIn(ours.url, 0);
    const { id } = await client.createRequest();
    for await (const { status } of client.watchRequest(id)) if (status === 'completed') break;
    const session = await openSession(ours.url, 0);
    const bare = await startProcess('bare-route.mjs', options);
    const calls = async (/** @type {Process} */ server, /** @type {number} */ count) => {
      const all = [];
      for (let index = 0; index < count; index += 1)
        all.push(await session.headers(server.url, '/v1/requests'));
      return all;
    };
    for (const server of [ours, bare]) await measureList(server, await calls(server, 300));
    /** @type {{ cpu: number[], wall: number[] }[]} */
    const rounds = [
      { cpu: [], wall: [] },
      { cpu: [], wall: [] },
    ];
    for (let round = 0; round < 6; round += 1) {
      for (const [index, server] of [ours, bare].entries()) {
        const { cpu, wall } = await measureList(server, await calls(server, 400));
        rounds[index]?.cpu.push(cpu);
        rounds[index]?.wall.push(wall);
      }
    }
    for (const server of [ours, bare]) await server.stop();
    await postgres.stop();
    const [a, b] = rounds.map(({ cpu, wall }) => ({ cpu: median(cpu), wall: median(wall) }));
    if (a === undefined || b === undefined) return [];
    // 90 % of the peer's throughput: at most 1/0.9 of its time.
    return [
      {
        name: 'list of requests, time of a call, 16 at once',
        ours: a.wall,
        peer: b.wall,
        limit: b.wall / 0.9,
        unit: 'ms',
      },
      {
        name: 'list of requests, processor time of the server',
        ours: a.cpu,
        peer: b.cpu,
        limit: b.cpu / 0.9,
        unit: 'ms',
      },
    ];
  });

/** From accepted to sealed, one process that serves and one that works. @returns {Promise<Measurement[]>} */
const sealing = () =>
  inFolder(async (dataDirectory) => {
    const people = 48;
    const postgres = await startPostgres();
    const options = { dataDirectory, databaseUrl: postgres.url };
    const serving = await startProcess('gateway.mjs', { ...options, part: 'serve', people });
    const working = await startProcess('gateway.mjs', { ...options, part: 'work' });
    /** @type {Awaited<ReturnType<typeof logIn>>[]} */
    const clients = [];
    for (let index = 0; index < people; index += 1) clients.push(await logIn(serving.url, index));
    const categories =
      (await clients[0]?.catalogue())?.slice(0, 12).map(({ id }) => ({ category: id })) ?? [];
    const once = async (/** @type {Awaited<ReturnType<typeof logIn>>} */ client) => {
      const { id } = await client.createRequest();
      for await (const { status } of client.watchRequest(id)) if (status === 'completed') break;
      const { byteLength } = await client.createArchive(id, categories);
      return byteLength;
    };
    await Promise.all(clients.slice(0, 8).map(once));
    const before = [await serving.usage(), await working.usage()];
    const begun = performance.now();
    const rounds = 6;
    await inLanes(Array.from({ length: rounds }, () => clients).flat(), people, once);
    const seconds = (performance.now() - begun) / 1_000;
    const after = [await serving.usage(), await working.usage()];
    const count = rounds * people;
    const cpu = after.map((each, index) => (each.cpuMs - (before[index]?.cpuMs ?? 0)) / count);
    for (const server of [serving, working]) await server.stop();
    await postgres.stop();
    return [
      {
        name: 'accepted to sealed, 12 sections of 5 KB: time each',
        ours: (seconds * 1_000) / count,
        peer: null,
        limit: 1_000 / 40,
        unit: 'ms',
      },
      {
        name: 'the same, processor time of the one that serves',
        ours: cpu[0] ?? NaN,
        peer: null,
        limit: null,
        unit: 'ms',
      },
      {
        name: 'the same, processor time of the one that works',
        ours: cpu[1] ?? NaN,
        peer: null,
        limit: null,
        unit: 'ms',
      },
    ];
  });

export const benches = [
  { name: 'gateway list', run: list },
  { name: 'gateway sealing', run: sealing },
];
