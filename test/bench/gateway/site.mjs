import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { startProcess } from './processes.mjs';
import { inLanes, openSession } from './visitors.mjs';

/** @typedef {import('./visitors.mjs').Visitor} Visitor */

/** @template T @param {(folder: string) => Promise<T>} work @returns {Promise<T>} */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'mhb-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * As described in `docs/capacity.md` for two cores: a PostgreSQL server, two serving processes and one worker
 * process, with people who have categories of 5 KB.
 * @template T @param {number} people @param {(site: Site) => Promise<T>} work @returns {Promise<T>}
 */
export const withSite = (people, work) =>
  inFolder(async (dataDirectory) => {
    const postgres = await startPostgres();
    const options = { dataDirectory, databaseUrl: postgres.url };
    const serving = [
      await startProcess('gateway.mjs', { ...options, part: 'serve', people }),
      await startProcess('gateway.mjs', { ...options, part: 'serve' }),
    ];
    const working = await startProcess('gateway.mjs', { ...options, part: 'work' });
    try {
      return await work({ postgres, serving, working, options });
    } finally {
      for (const server of [...serving, working]) await server.stop();
      await postgres.stop();
    }
  });

/**
 * @typedef {object} Site
 * @property {Awaited<ReturnType<typeof startPostgres>>} postgres
 * @property {readonly Awaited<ReturnType<typeof startProcess>>[]} serving
 * @property {Awaited<ReturnType<typeof startProcess>>} working
 * @property {{ dataDirectory: string, databaseUrl: string }} options
 */

/**
 * Visitors, assigned to the serving processes in turn. @param {Site} site @param {number} count @returns
 * {Promise<Visitor[]>}
 */
export async function openSessions({ serving }, count) {
  const visitors = [];
  for (let index = 0; index < count; index += 1)
    visitors.push(await openSession(serving[index % serving.length]?.url ?? '', index));
  return visitors;
}

/** Processor time so far, in milliseconds. @param {Site} site */
export async function usageOf({ postgres, serving, working }) {
  let serve = 0;
  for (const server of serving) serve += (await server.usage()).cpuMs;
  return { serve, work: (await working.usage()).cpuMs, database: postgres.cpuMs() };
}

/** @typedef {Awaited<ReturnType<typeof usageOf>>} Usage */

/** @param {Usage} before @param {Usage} after @param {number} count @returns {Usage} of each */
export const usageOfEach = (before, after, count) => ({
  serve: (after.serve - before.serve) / count,
  work: (after.work - before.work) / count,
  database: (after.database - before.database) / count,
});

/**
 * Repeated requests by all visitors in parallel, each from accepted to a sealed archive of twelve sections.
 * @param {readonly Visitor[]} visitors @param {number} rounds
 * @returns {Promise<number[]>} milliseconds per request, averaged over as many requests as there are
 * visitors, because they complete in bursts
 */
export async function throughput(visitors, rounds) {
  /** @type {number[]} */
  const times = [];
  const catalogue = (await visitors[0]?.catalogue()) ?? [];
  const selection = catalogue.slice(0, 12).map(({ id: category }) => ({ category }));
  let ended = 0;
  let since = performance.now();
  const every = visitors.length;
  await inLanes(Array.from({ length: rounds }, () => visitors).flat(), visitors.length, async (visitor) => {
    await visitor.seal(await visitor.completeRequest(), selection);
    ended += 1;
    if (ended % every !== 0) return;
    times.push((performance.now() - since) / every);
    since = performance.now();
  });
  return times;
}
