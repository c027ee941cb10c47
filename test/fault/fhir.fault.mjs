import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { toRawRecords } from '@mhb-kit/core/fulfilment';
import { defaultCatalogue } from '@mhb-kit/core/request';
import { createFhirSource } from '@mhb-kit/gateway';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';
import { mine, nationalId, startHostileServer, theirs, tricks } from './fhir/hostile-server.mjs';

/**
 * Thousands of answers from a hostile FHIR server: no record of another person is accepted, every failure is
 * reported, what failed succeeds once the server behaves, and memory does not grow.
 */

/** The number of answers after which memory is first measured. */
const SOON = 100;
const MOST_GROWTH = 1.1;
/** Large bodies take long, so this trick is played less often than the others. */
const rare = new Set(['an endless body']);
const names = Object.keys(tricks).flatMap((name) =>
  rare.has(name) ? [name] : Array.from({ length: 8 }, () => name),
);
const categories = defaultCatalogue.filter((category) =>
  category.sections.some((key) => ['r1', 'r4', 'r5', 'r6', 'r7', 'r8'].includes(key)),
);

setFlagsFromString('--expose-gc');
const collect = /** @type {() => void} */ (runInNewContext('gc'));

function memory() {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** @type {import('./run.mjs').Fault[]} */
export const faults = [
  {
    name: 'fhir server',
    cases: 10_000,
    async run({ cases, seed, report }) {
      const random = seededRandom(seed);
      /** The share of answers that are tricks, from 0 to 1. */
      let spoiled = 0.5;
      /** @type {Set<string>} */
      const played = new Set();
      const server = await startHostileServer(({ number }) => {
        if (random() >= spoiled) return null;
        const name = names[Math.floor(random() * names.length)] ?? null;
        if (name !== null && number >= 0) played.add(name);
        return name;
      });
      const source = createFhirSource({
        baseUrl: server.url,
        method: 'search',
        callTimeout: 10_000,
        pageSize: 2,
        shareFor: 0,
        wait: () => Promise.resolve(),
      });
      const failures = [];
      const counts = { whole: 0, failed: 0, retried: 0 };
      /** @type {Map<string, string>} */
      const wholes = new Map();
      /** @param {typeof categories[number]} category */
      const fetchOnce = async (category) => {
        const { signal } = new AbortController();
        const records = await source.records({ nationalId, category, window: null, signal });
        return JSON.stringify(toRawRecords(records));
      };
      spoiled = 0;
      for (const category of categories) wholes.set(category.id, await fetchOnce(category));
      if (![...wholes.values()].every((text) => text.includes(mine)))
        failures.push('An honest answer is not read.');
      let soon = 0;
      try {
        while (server.answers < cases) {
          spoiled = random();
          const category = categories[Math.floor(random() * categories.length)];
          if (category === undefined) continue;
          const got = await fetchOnce(category).catch(
            (/** @type {{ code?: string }} */ error) => error.code ?? String(error),
          );
          if (got.includes(theirs)) failures.push(`${category.id}: another person’s record was accepted`);
          if (got === wholes.get(category.id)) counts.whole += 1;
          else if (got !== 'service-unavailable')
            failures.push(`${category.id}: neither complete nor failed: ${got.slice(0, 120)}`);
          else {
            counts.failed += 1;
            spoiled = 0;
            const again = await fetchOnce(category);
            if (again === wholes.get(category.id)) counts.retried += 1;
            else failures.push(`${category.id}: not complete after the server behaved again`);
          }
          if (soon === 0 && server.answers >= SOON) soon = memory();
        }
      } finally {
        await server.stop();
      }
      const growth = memory() / soon;
      report(`${server.answers} answers, ${played.size} of ${Object.keys(tricks).length} tricks`);
      report(
        `${counts.whole} complete, ${counts.failed} reported as failed, of which ${counts.retried} were complete when tried again`,
      );
      report(`memory at the end is ${growth.toFixed(3)} times that after ${SOON} answers`);
      if (growth > MOST_GROWTH) failures.push(`memory grew to ${growth.toFixed(2)} times what it was`);
      return failures;
    },
  },
];
