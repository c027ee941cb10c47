import { comparable, markOf, rowsOf } from './results.mjs';
import { median, quantile, spread, statistics } from './statistics.mjs';

/** Rows of measurements, as figures, as a line in a terminal and as tables of a page. */

/**
 * A measurement from a bench: all samples, less is better. `name` must be understandable to outsiders. It has
 * a peer, which does the same work in the same run and which ours must beat by a factor of `times`, or a
 * `limit`, or both. `statistic` selects the figure that is compared. `missed` explains why the target is
 * missed, and what would be needed.
 *
 * @typedef {{ name: string, ours: readonly number[], unit: string, peer?: { name: string, samples: readonly number[] },
 *   times?: number, limit?: number, statistic?: import('./statistics.mjs').Statistic, missed?: string }} Measurement
 *
 * A row: `ours` and `peer` are the compared figures, `ratio` is how many times better than the peer (without
 * one: than the limit), `target` is the minimum of that ratio. Half of the samples are within `spread` of the
 * median.
 *
 * @typedef {{ bench: string, name: string, unit: string, statistic: import('./statistics.mjs').Statistic, ours: number,
 *   median: number, p95: number, spread: number, samples: number, peerName: string | null, peer: number | null,
 *   limit: number | null, ratio: number, target: number | null, missed: string | null }} Row
 *
 * @typedef {import('./results.mjs').Results} Results
 * @typedef {import('./results.mjs').MeasuredRow} MeasuredRow
 */

/** The first word of a bench's name, and its title. */
export const groups = /** @type {const} */ ([
  ['archive', 'Opening encrypted archives'],
  ['passbook', 'Reading passbooks'],
  ['viewer', 'The viewer, with 100,000 records'],
  ['card', 'Cards and the bridge'],
  ['gateway', 'The gateway'],
  ['startup', 'Starting up'],
  ['share', 'Handing over'],
]);

/**
 * @template {Row} R
 * @param {readonly R[]} rows @returns {{ title: string, rows: R[] }[]}
 */
export const grouped = (rows) =>
  groups
    .map(([name, title]) => ({ title, rows: rows.filter(({ bench }) => bench.split('-')[0] === name) }))
    .filter((group) => group.rows.length > 0);

/** @param {string} bench @param {Measurement} measurement @returns {Row} */
export function row(bench, measurement) {
  const { name, unit, peer, times, statistic = 'median', missed } = measurement;
  if (measurement.ours.length === 0 || peer?.samples.length === 0) throw new Error(`${name}: no samples`);
  const ours = statistics[statistic](measurement.ours);
  const theirs = peer === undefined ? null : statistics[statistic](peer.samples);
  const limit = measurement.limit ?? (theirs === null || times === undefined ? null : theirs / times);
  const other = theirs ?? limit;
  if (other === null) throw new Error(`${name}: neither a peer nor a limit`);
  return {
    bench,
    name,
    unit,
    statistic,
    ours: round(ours),
    median: round(median(measurement.ours)),
    p95: round(quantile(measurement.ours, 0.95)),
    spread: Number(spread(measurement.ours).toFixed(2)),
    samples: measurement.ours.length,
    peerName: peer?.name ?? null,
    peer: theirs === null ? null : round(theirs),
    limit: limit === null ? null : round(limit),
    ratio: round(other / ours),
    target: limit === null ? null : round(other / limit),
    missed: missed ?? null,
  };
}

/** @param {Row} row whether it reaches its target; true if it has none */
export const kept = ({ ratio, target }) => target === null || ratio >= target;

const NAME = 74;
export const HEADING = `  ${''.padEnd(NAME)}${['ours', 'p95', 'peer', 'limit', 'ratio'].map((cell) => cell.padStart(8)).join('')}`;

/** One line of the table in a terminal. @param {Row} row */
export function line(row) {
  const mark = row.target === null ? ' ' : kept(row) ? '✓' : '✗';
  const cells = [row.ours, row.p95, row.peer, row.limit, row.ratio].map((cell) => figure(cell).padStart(8));
  const more = [row.unit, `±${Math.round(row.spread * 50)} %`, row.peerName ?? ''].join('  ');
  return `${mark} ${row.name.padEnd(NAME)}${cells.join('')} ${more}`.trimEnd();
}

/**
 * The tables of a page: where the rows were measured; every row with its previous value from the same machine;
 * below, why targets are missed.
 * @param {Results} results @param {Results} before
 */
export function tables(results, before) {
  const all = rowsOf(results);
  const parts = grouped(all).map(({ title, rows }) =>
    [
      `## ${title}`,
      '',
      '| | ours | median | p95 | spread | compared with | theirs | ratio | target | before |',
      '| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |',
      ...rows.map((row) => `| ${cells(row, before).join(' | ')} |`),
    ].join('\n'),
  );
  const missed = all.filter((row) => !kept(row));
  return [
    ...results.runs.map((run, index) => sentence(run, markOf(index))),
    ...before.runs.map((run) => earlier(run)),
    ...parts,
    '## Targets missed',
    missed.length === 0
      ? 'None in this run.'
      : missed.map(({ name, missed: why }) => item(`**${name}.** ${why ?? 'Not explained yet.'}`)).join('\n'),
  ].join('\n\n');
}

/** @param {import('./results.mjs').Run} run @param {string} mark */
const sentence = ({ machine, date, commit }, mark) =>
  `${mark === '' ? 'Measured' : `${mark} Not measured in this run, but earlier:`} on ${machine}, ${date}, commit \`${commit}\`.`;

/** @param {import('./results.mjs').Run} run */
const earlier = ({ machine, date, commit, rows }) =>
  `“Before” is commit \`${commit}\`, measured on ${machine}, ${date} (${rows.length} rows). Rows are compared only if they were measured on the same machine.`;

const COLUMNS = 100;

/** An item of a list, wrapped like the rest of the page. @param {string} text */
function item(text) {
  const lines = ['-'];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= COLUMNS) lines[lines.length - 1] = longer;
    else lines.push(`  ${word}`);
  }
  return lines.join('\n');
}

/** @param {MeasuredRow} row @param {Results} before */
function cells(row, before) {
  const previous = comparable(before, row);
  const target =
    row.target === null
      ? ''
      : `${kept(row) ? '✓' : '✗'} ${row.peer === null ? '' : `${figure(row.target)}×`}`;
  return [
    // A column of its own names the peer.
    row.name.replace(`, compared with ${row.peerName}`, '') +
      (row.statistic === 'median' ? '' : ` (${row.statistic} of ${row.samples})`) +
      row.mark,
    amount(row.ours, row.unit),
    amount(row.median, row.unit),
    amount(row.p95, row.unit),
    `±${Math.round(row.spread * 50)} %`,
    row.peerName ?? 'our limit',
    amount(row.peer ?? row.limit ?? row.ours, row.unit),
    `${row.ratio}×`,
    target.trim(),
    previous === undefined ? '–' : `${amount(previous.ours, previous.unit)}, ${previous.ratio}×`,
  ];
}

/** @param {number | null} value */
const figure = (value) => (value === null ? '–' : String(value));

/** With its unit; thousands of milliseconds as seconds. @param {number} value @param {string} unit */
export const amount = (value, unit) =>
  unit === 'ms' && value >= 1000 ? `${value / 1000} s` : `${value} ${unit}`;

/** Three significant digits. @param {number} value */
const round = (value) => Number(value.toPrecision(3));
