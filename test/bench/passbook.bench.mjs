import { readPassbook } from '@mhb-kit/core/passbook';
import { enlarge, j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inChromium } from './passbook-search.mjs';

/**
 * Passbooks: reading beside `JSON.parse` of the same bytes, which is the least that any reader does; memory; search in a
 * browser. No reader of these files is known on npm, so the peers are what everybody has: the parser, and a plain scan.
 */

const sample = JSON.parse(
  readFileSync(new URL('../../packages/testkit/data/sample.json', import.meta.url), 'utf8'),
).myhealthbank.bdata;

const ROUNDS = 25;

/**
 * Milliseconds of processor time, collection of garbage included; reading gives way to others in between, so by the clock it
 * would depend on them. @param {() => unknown} work
 */
async function timed(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Ours and the parser alone by turns, so that what else the machine does hits both alike. @param {number} records */
async function reading(records) {
  const bytes = j2File(enlarge(sample, records));
  const [parser, ours] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let round = 0; round < ROUNDS; round += 1) {
    parser.push(await timed(() => JSON.parse(new TextDecoder().decode(bytes))));
    ours.push(await timed(() => readPassbook([{ name: 'passbook.json', bytes }])));
  }
  // The fastest of each: what else the machine does only ever adds.
  const peer = Math.min(...parser);
  const megabytes = (bytes.length / 1e6).toFixed(1);
  return {
    name: `read ${records} records, ${megabytes} MB of J2 (peer: JSON.parse, limit: twice)`,
    ours: Math.min(...ours),
    peer,
    limit: 2 * peer,
    unit: 'ms',
  };
}

/** Peak memory of a process that reads one file, and of one that only parses it. @param {'read' | 'parse'} what */
function peakMemory(what) {
  const script = fileURLToPath(new URL('./passbook-memory.mjs', import.meta.url));
  return Number(execFileSync(process.execPath, [script, what], { encoding: 'utf8' }));
}

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  {
    name: 'passbook-read',
    run: async () => [await reading(1_000), await reading(5_000), await reading(20_000)],
  },
  {
    name: 'passbook-memory',
    run: async () => [
      {
        name: 'peak memory of reading 20,000 records (peer: JSON.parse)',
        ours: peakMemory('read'),
        peer: peakMemory('parse'),
        limit: null,
        unit: 'MB',
      },
    ],
  },
  {
    name: 'passbook-search',
    run: async () => {
      const { worst, median, naive, indexing } = await inChromium();
      return [
        {
          name: 'worst keystroke over 100,000 records (peer: text scan)',
          ours: worst,
          peer: naive,
          limit: 16,
          unit: 'ms',
        },
        { name: 'median keystroke over 100,000 records', ours: median, peer: null, limit: 16, unit: 'ms' },
        { name: 'making the index of 100,000 records', ours: indexing, peer: null, limit: null, unit: 'ms' },
      ];
    },
  },
];
