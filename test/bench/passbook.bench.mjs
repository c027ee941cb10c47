import { readPassbook } from '@mhb-kit/core/passbook';
import { enlarge, j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inChromium } from './passbook-search.mjs';

/**
 * Passbooks: reading, compared with `JSON.parse` of the same bytes, which is the minimum for any reader;
 * memory; search in a browser. npm has no known reader of these files, so the peers are the parser and a
 * plain scan.
 */

const sample = JSON.parse(
  readFileSync(new URL('../../packages/testkit/data/sample.json', import.meta.url), 'utf8'),
).myhealthbank.bdata;

const ROUNDS = 25;
const PROCESSES = 5;
/** A frame at 60 Hz. */
const FRAME = 1000 / 60;
/** Building the index may take no longer than people wait for an answer. */
const INDEXING = 2_000;

/**
 * Milliseconds of processor time, including garbage collection. Elapsed time would depend on other tasks,
 * because reading yields to them. @param {() => unknown} work
 */
async function timed(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Our reader and the parser alone in turn, so that other load on the machine affects both. @param {number}
 * records
 */
async function reading(records) {
  const bytes = j2File(enlarge(sample, records));
  const [parser, ours] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let round = 0; round < ROUNDS; round += 1) {
    parser.push(await timed(() => JSON.parse(new TextDecoder().decode(bytes))));
    ours.push(await timed(() => readPassbook([{ name: 'passbook.json', bytes }])));
  }
  return {
    name: `Read ${records.toLocaleString('en')} records (${(bytes.length / 1e6).toFixed(1)} MB of J2)`,
    ours,
    peer: { name: 'JSON.parse alone', samples: parser },
    times: 1 / 2,
    unit: 'ms',
    missed:
      'In addition to the parser’s work, records are checked, dated and sorted, and drugs are recognized. The target allows twice the parser’s time for this. Recognizing the drugs takes a seventh of the total.',
  };
}

/**
 * Peak memory of processes that read one file, and of others that only parse it. @param {'read' | 'parse'}
 * what
 */
function peakMemory(what) {
  const script = fileURLToPath(new URL('./passbook-memory.mjs', import.meta.url));
  return Array.from({ length: PROCESSES }, () =>
    Number(execFileSync(process.execPath, [script, what], { encoding: 'utf8' })),
  );
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
        name: 'Peak memory to read 20,000 records',
        ours: peakMemory('read'),
        peer: { name: 'JSON.parse alone', samples: peakMemory('parse') },
        times: 1 / 2,
        unit: 'MB',
      },
    ],
  },
  {
    name: 'passbook-search',
    run: async () => {
      const { keystrokes, scans, indexing } = await inChromium();
      return [
        {
          name: 'Search of 100,000 records after a keystroke, typical',
          ours: keystrokes,
          peer: { name: 'a scan of the text', samples: scans },
          limit: FRAME,
          unit: 'ms',
        },
        {
          name: 'Search of 100,000 records after a keystroke, slowest',
          ours: keystrokes,
          peer: { name: 'a scan of the text', samples: scans },
          limit: FRAME,
          statistic: 'worst',
          unit: 'ms',
        },
        { name: 'Build the index of 100,000 records', ours: indexing, limit: INDEXING, unit: 'ms' },
      ];
    },
  },
];
