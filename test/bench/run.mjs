import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { picture } from './picture.mjs';
import { HEADING, kept, line, row } from './table.mjs';

/**
 * `npm run bench -- [--only NAME] [--json]`: ours against our peers' and against our own limits, in one run on one
 * machine; only the ratios mean anything.
 *
 * A bench file exports `benches`: `{name, run}`, where `run` resolves to measurements. `--only` takes every bench whose name
 * begins with it. A whole run is kept: `test/bench/results.json`, and the README's picture of it.
 *
 * @typedef {{ name: string, run: () => Promise<import('./table.mjs').Measurement[]> }} Bench
 */

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.bench.mjs'));
/** @type {Bench[]} */
const benches = (
  await Promise.all(files.sort().map((name) => import(new URL(name, import.meta.url).href)))
).flatMap((module) => module.benches);
const wanted = benches.filter(({ name }) => name.startsWith(values.only ?? ''));
if (wanted.length === 0) {
  console.error(
    `No bench begins with “${values.only}”. There are: ${benches.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const where = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform}, ${new Date().toISOString().slice(0, 10)}`;
const rows = [];
if (!values.json) console.log(`${where}\n\n${HEADING}`);
for (const { name, run } of wanted) {
  if (!values.json) console.log(name);
  for (const measurement of await run()) {
    const measured = row(name, measurement);
    rows.push(measured);
    if (!values.json) console.log(line(measured));
  }
}
if (values.json) console.log(JSON.stringify(rows, null, 2));
if (values.only === undefined) {
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify({ where, rows }, null, 2)}\n`);
  writeFileSync(new URL('../../examples/screenshots/bench.svg', import.meta.url), picture(rows, where));
}
process.exit(rows.every(kept) ? 0 : 1);
