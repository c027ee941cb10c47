import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { measureLists } from './lists.mjs';
import { openSessions, throughput, usageOf, usageOfEach, withSite } from './site.mjs';
import { openSession } from './visitors.mjs';

/**
 * Measures the input of `capacity.mjs` again, and stores it in `figures.json`: `node
 * test/bench/gateway/figures.mjs`, on an otherwise idle machine. `docs/capacity.md` must then be updated; a
 * test checks this.
 */

const PEOPLE = 64;
const ROUNDS = 6;
const LISTS = 1_000;

const figures = await withSite(PEOPLE, async (site) => {
  const {
    postgres,
    serving: [serving],
  } = site;
  if (serving === undefined) throw new Error('Nobody serves');
  const begun = await usageOf(site);
  const visitors = await openSessions(site, PEOPLE);
  const login = usageOfEach(begun, await usageOf(site), PEOPLE);

  await throughput(visitors, 2);
  const before = await usageOf(site);
  await throughput(visitors, ROUNDS);
  const request = usageOfEach(before, await usageOf(site), ROUNDS * PEOPLE);

  const stored = (ROUNDS + 2) * PEOPLE;
  /** @param {string} query */
  const bytes = async (query) => Number((await postgres.query(`SELECT (${query}) AS bytes`)).rows[0].bytes);
  const sectionBytes = await bytes(
    `SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE inhparent = 'request_section'::regclass`,
  );
  const rowBytes = await bytes(`SELECT pg_total_relation_size('data_request')`);

  // For a person with two requests, like most people.
  await postgres.query(`DELETE FROM data_request WHERE id NOT IN
    (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY account_id) FROM data_request) r WHERE row_number <= 2)`);
  const session = await openSession(serving.url, 0);
  await measureLists(serving, session, LISTS / 2);
  const idle = await usageOf(site);
  await measureLists(serving, session, LISTS);
  const list = usageOfEach(idle, await usageOf(site), LISTS);

  return {
    listMs: list.serve,
    serveMs: request.serve,
    workMs: request.work,
    loginMs: login.serve,
    databaseMsPerCall: list.database,
    databaseMsPerRequest: request.database,
    rowBytes: rowBytes / stored,
    sealedBytes: sectionBytes / stored,
  };
});
const rounded = Object.fromEntries(
  Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]),
);
const measured = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL on the same machine, nothing else running`;
writeFileSync(
  new URL('figures.json', import.meta.url),
  `${JSON.stringify({ measured, ...rounded }, null, 2)}\n`,
);
console.log(rounded);
process.exit(0);
