import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { picture } from './picture.mjs';
import { withRun } from './results.mjs';
import { groups, HEADING, kept, line, row, tables } from './table.mjs';

/**
 * `npm run bench -- [--only NAME [--keep]] [--json] [--draw]`: our code compared with alternatives and with
 * our own limits, in one run on one machine. On other machines, only the ratios are meaningful.
 *
 * A bench file exports `benches`. `--only` selects every bench whose name starts with it. A whole run is
 * written to `results.json`, and with `--keep` also a part, in place of its earlier rows. The README's
 * picture and the tables of `docs/reference/speed.md` are drawn from that file, and `--draw` draws them
 * again. A part that fails, or cannot be loaded on this machine, is named at the end; the others are measured
 * and written all the same, and its earlier rows stay, marked with the run that measured them.
 *
 * @typedef {{ name: string, run: () => Promise<readonly import('./table.mjs').Measurement[]> }} Bench
 *   its name begins with that of its group
 */

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    draw: { type: 'boolean', default: false },
  },
});
const RESULTS = new URL('results.json', import.meta.url);

/** @returns {import('./results.mjs').Results} @param {URL} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Writes the results to the picture, and to the tables between the markers of the page. */
async function draw() {
  const results = read(RESULTS);
  writeFileSync(new URL('../../examples/screenshots/bench.svg', import.meta.url), picture(results));
  const page = new URL('../../docs/reference/speed.md', import.meta.url);
  const [start, , end] = readFileSync(page, 'utf8').split(/(?<=<!-- bench -->)|(?=<!-- \/bench -->)/);
  const made = `${start}\n\n${tables(results, read(new URL('before.json', import.meta.url)))}\n\n${end}`;
  const path = fileURLToPath(page);
  writeFileSync(page, await format(made, { ...(await resolveConfig(path)), filepath: path }));
}

/** The commit that is measured, followed by `+` if the packages have uncommitted changes. */
function commit() {
  const git = (/** @type {readonly string[]} */ ...args) =>
    execFileSync('git', args, { encoding: 'utf8' }).trim();
  return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'packages') === '' ? '' : '+');
}

async function measure() {
  const order = groups.map(([name]) => `${name}`);
  const place = (/** @type {Bench} */ { name }) => order.indexOf(name.split('-')[0] ?? '');
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.bench.mjs'));
  /** @type {string[]} failures with their reasons */
  const failures = [];
  /** @type {Bench[]} */
  const benches = [];
  for (const name of files.sort()) {
    try {
      benches.push(...(await import(new URL(name, import.meta.url).href)).benches);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const wanted = benches
    .filter(({ name }) => name.startsWith(values.only ?? ''))
    .toSorted((a, b) => place(a) - place(b));
  if (wanted.length === 0) {
    for (const failure of failures) console.error(`✗ cannot be loaded: ${failure}`);
    console.error(
      `No bench begins with “${values.only}”. There are: ${benches.map(({ name }) => name).join(', ')}`,
    );
    process.exit(2);
  }

  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform}`;
  const rows = [];
  if (!values.json) console.log(`${machine}\n\n${HEADING}`);
  for (const { name, run } of wanted) {
    const begun = performance.now();
    let measured;
    try {
      measured = (await run()).map((measurement) => row(name, measurement));
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
      continue;
    }
    rows.push(...measured);
    if (values.json) continue;
    console.log(`${name}, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    for (const each of measured) console.log(line(each));
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  if (values.only === undefined || values.keep) {
    const isWhole = values.only === undefined && failures.length === 0;
    const run = { machine, date: new Date().toISOString().slice(0, 10), commit: commit(), rows };
    const text = JSON.stringify(withRun(isWhole ? { runs: [] } : read(RESULTS), run));
    writeFileSync(
      RESULTS,
      await format(text, { ...(await resolveConfig(fileURLToPath(RESULTS))), parser: 'json' }),
    );
    await draw();
  }
  const missed = rows.filter((each) => !kept(each));
  for (const { name, missed: why } of missed) console.error(`✗ ${name}: ${why ?? 'not explained yet'}`);
  for (const failure of failures) console.error(`✗ not measured: ${failure}`);
  return missed.length === 0 && failures.length === 0;
}

if (values.draw) await draw();
else process.exit((await measure()) ? 0 : 1);
