import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * `npm run bench -- [--only NAME] [--json]`: ours against our peers' and against our own limits, in one run on one
 * machine; only the ratios mean anything.
 *
 * A bench file exports `benches`: `{name, run}`, where `run` resolves to measurements `{name, ours, peer, limit, unit}`,
 * less being better. A row adds `ratioToPeer` (how many times better than the peer) and `ratioToLimit` (1 or more: the
 * limit is kept). `--only` takes every bench whose name begins with it.
 *
 * @typedef {{ name: string, ours: number, peer: number | null, limit: number | null, unit: string }} Measurement
 * @typedef {{ name: string, run: () => Promise<Measurement[]> }} Bench
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

/** @param {number | null} other @param {number} ours */
const ratio = (other, ours) => (other === null ? null : Number((other / ours).toFixed(2)));
/** @param {number} value */
const round = (value) => Number(value.toFixed(value < 100 ? 1 : 0));

const rows = [];
for (const { name, run } of wanted) {
  if (!values.json) console.log(`\n${name}`);
  for (const { name: what, ours, peer, limit, unit } of await run()) {
    const row = {
      name: what,
      ours: round(ours),
      peer: peer === null ? null : round(peer),
      limit: limit === null ? null : round(limit),
      unit,
      ratioToPeer: ratio(peer, ours),
      ratioToLimit: ratio(limit, ours),
    };
    rows.push(row);
    if (!values.json) {
      const kept = row.ratioToLimit === null ? ' ' : row.ratioToLimit >= 1 ? '✓' : '✗';
      const cells = [row.ours, row.peer ?? '–', row.limit ?? '–'].map((cell) => String(cell).padStart(8));
      console.log(
        `${kept} ${what.padEnd(58)} ${cells.join(' ')} ${unit.padEnd(3)} ×${row.ratioToPeer ?? '–'}`,
      );
    }
  }
}
if (values.json) console.log(JSON.stringify(rows, null, 2));
process.exit(rows.some(({ ratioToLimit }) => ratioToLimit !== null && ratioToLimit < 1) ? 1 : 0);
