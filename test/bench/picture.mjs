import { markOf, rowsOf } from './results.mjs';
import { amount, grouped, kept } from './table.mjs';

/**
 * The README's picture of a run: each row's bar shows how many times better it is than the peer, on a
 * logarithmic scale.
 */

const WIDTH = 1140;
/** Left and right end of the bars. */
const LEFT = 500;
const RIGHT = 790;
const LINE = 22;
const TOP = 92;
const TITLE = 34;
/** Height of the line for each run. */
const FOOT = 18;
/** The scale, in times better. */
const SCALE = [0.25, 0.5, 1, 2, 4, 8, 16, 32];

/** Both color schemes of the pages that show it. */
const STYLE = `text{font:12.5px system-ui,"Noto Sans TC",sans-serif;fill:#1f2a33}
.quiet{fill:#5b6b78;font-size:11.5px}.title{font-size:17px;font-weight:600}.group{font-size:13.5px;font-weight:600}.ratio{font-weight:600}
.paper{fill:#fff}.grid{stroke:#e3e8ec}.one{stroke:#5b6b78}.peer{fill:#0b6e75}.limit{fill:#8fa3b0}.missed{fill:#b4541a}
.target{stroke:#1f2a33;stroke-width:2}
@media (prefers-color-scheme:dark){text{fill:#e6edf1}.quiet{fill:#9fb0bc}.paper{fill:#12191f}.grid{stroke:#26323b}
.one{stroke:#9fb0bc}.peer{fill:#3fb6bd}.limit{fill:#627786}.missed{fill:#e08a4f}.target{stroke:#e6edf1}}`;

/** @param {import('./results.mjs').Results} results @returns {string} SVG */
export function picture(results) {
  const lines = [];
  let y = TOP;
  for (const group of grouped(rowsOf(results))) {
    y += TITLE;
    lines.push(text(16, y - 11, group.title, 'group'));
    for (const row of group.rows) {
      lines.push(bar(row, y));
      y += LINE;
    }
  }
  const height = y + 22 + results.runs.length * FOOT;
  const grid = SCALE.map(
    (times) =>
      `<line class="${times === 1 ? 'one' : 'grid'}" x1="${x(times)}" x2="${x(times)}" y1="${TOP + 6}" y2="${y + 4}"/>` +
      text(x(times), TOP, times < 1 ? `1/${1 / times}` : `${times}×`, 'quiet', 'middle'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="How many times better than the usual alternatives, and than our own limits">`,
    `<style>${STYLE}</style><rect class="paper" width="${WIDTH}" height="${height}" rx="8"/>`,
    text(16, 30, 'How many times faster, or smaller, than …', 'title'),
    ...key(),
    ...grid,
    ...lines,
    ...results.runs.map(({ machine, date }, index) =>
      text(16, y + 26 + index * FOOT, `${markOf(index)} ${machine}, ${date}`.trim(), 'quiet'),
    ),
    '</svg>\n',
  ].join('\n');
}

/** The legend of colors and marks. */
function key() {
  /** @type {readonly (readonly [string, string, number])[]} */
  const entries = [
    ['peer', 'the one named, in the same run', 16],
    ['limit', 'our own limit', 240],
    ['missed', 'target missed', 362],
  ];
  return [
    ...entries.map(
      ([name, meaning, left]) =>
        `<rect class="${name}" x="${left}" y="48" width="14" height="12" rx="2"/>${text(left + 20, 58.5, meaning, 'quiet')}`,
    ),
    `<line class="target" x1="486" x2="486" y1="46" y2="62"/>${text(494, 58.5, 'target', 'quiet')}`,
  ];
}

/** @param {import('./results.mjs').MeasuredRow} row @param {number} top */
function bar(row, top) {
  const { name, ratio, target, peer, peerName, ours, limit, unit, mark } = row;
  const [left, right] = [Math.min(x(1), x(ratio)), Math.max(x(1), x(ratio))];
  const kind = !kept(row) ? 'missed' : peer === null ? 'limit' : 'peer';
  const figures =
    peer === null
      ? `${amount(ours, unit)} of ${amount(limit ?? ours, unit)}`
      : `${amount(ours, unit)}, ${peerName} ${amount(peer, unit)}`;
  return [
    // The peer is on the right.
    text(LEFT - 12, top + 11.5, name.replace(/, compared with .*/, '') + mark, '', 'end'),
    `<rect class="${kind}" x="${left}" y="${top}" width="${Math.max(1, right - left)}" height="15" rx="2"/>`,
    target === null
      ? ''
      : `<line class="target" x1="${x(target)}" x2="${x(target)}" y1="${top - 1}" y2="${top + 16}"/>`,
    text(RIGHT + 62, top + 11.5, `${ratio}×`, kept(row) ? 'ratio' : 'ratio missed', 'end'),
    text(RIGHT + 74, top + 11.5, figures, 'quiet'),
  ].join('');
}

/** @param {number} times */
function x(times) {
  const [least, most] = [Math.log2(SCALE[0] ?? 1), Math.log2(SCALE.at(-1) ?? 1)];
  const part = (Math.min(most, Math.max(least, Math.log2(times))) - least) / (most - least);
  return Math.round(LEFT + part * (RIGHT - LEFT));
}

/** @param {number} left @param {number} base @param {string} words @param {string} kind @param {'start' | 'middle' | 'end'} [anchor] */
const text = (left, base, words, kind, anchor = 'start') =>
  `<text${kind === '' ? '' : ` class="${kind}"`}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`} x="${left}" y="${base}">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
