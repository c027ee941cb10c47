import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * `npm run fault -- [--only NAME] [--cases N] [--seed N]`: random tests of what must hold when things go wrong. The
 * same seed repeats a run.
 *
 * A fault file exports `faults`: `{name, cases, run}`, where `cases` is the number for a short run and `run({cases, seed,
 * report})` resolves to the failures, one line each. `report(line)` prints results.
 *
 * @typedef {{ cases: number, seed: number, report: (line: string) => void }} FaultRun
 * @typedef {{ name: string, cases: number, run: (options: FaultRun) => Promise<string[]> }} Fault
 */

const { values } = parseArgs({
  options: { only: { type: 'string' }, cases: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.fault.mjs'));
/** @type {Fault[]} */
const faults = (
  await Promise.all(files.sort().map((name) => import(new URL(name, import.meta.url).href)))
).flatMap((module) => module.faults);
const wanted = faults.filter(({ name }) => name.startsWith(values.only ?? ''));
if (wanted.length === 0) {
  console.error(
    `No fault begins with “${values.only}”. There are: ${faults.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

let failed = 0;
for (const { name, cases, run } of wanted) {
  const count = values.cases === undefined ? cases : Number(values.cases);
  console.log(`${name}: ${count} cases, seed ${values.seed}`);
  const failures = await run({
    cases: count,
    seed: Number(values.seed),
    report: (line) => console.log(`  ${line}`),
  });
  for (const failure of failures.slice(0, 20)) console.log(`  ✗ ${failure}`);
  console.log(failures.length === 0 ? '  ✓ nothing went wrong' : `  ${failures.length} went wrong`);
  failed += failures.length;
}
process.exit(failed === 0 ? 0 : 1);
