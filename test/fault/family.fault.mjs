import { growFamily } from './family/random-imports.mjs';

/** @param {import('./run.mjs').FaultRun} run `cases` counts imports */
async function families({ cases, seed, report }) {
  /** @type {string[]} */
  const failures = [];
  const sum = { imports: 0, asked: 0, equalMasks: 0, pairs: 0, families: 0 };
  for (let index = 0; sum.imports < cases; index += 1) {
    const grown = await growFamily(seed * 1_000_003 + index);
    failures.push(...grown.failures);
    sum.imports += grown.imports;
    sum.asked += grown.asked;
    sum.equalMasks += grown.equalMasks;
    sum.pairs += grown.pairs;
    sum.families += 1;
  }
  const share = Math.round((100 * sum.equalMasks) / sum.pairs);
  report(
    `${sum.imports} imports in ${sum.families} families, the person was asked ${sum.asked} times; ${share} % of the pairs have equal masks`,
  );
  return failures;
}

export const faults = [{ name: 'family', cases: 500, run: families }];
