/** The README's picture of a run: how many times better than the peer each row is, on a logarithmic scale. */

/** @typedef {import('./table.mjs').Row} Row */

const WIDTH = 900;
const LABELS = 400;
const LINE = 26;
const TOP = 64;
/** The scale, in times better than the peer. */
const SCALE = [0.5, 1, 2, 4, 8, 16];

/** Both colour schemes of the pages that show it. */
const STYLE = `text{font:13px system-ui,"Noto Sans TC",sans-serif;fill:#1f2a33}
.quiet{fill:#5b6b78;font-size:12px}.title{font-size:16px;font-weight:600}
.paper{fill:#fff}.grid{stroke:#d9e0e5}.one{stroke:#5b6b78}.better{fill:#0b6e75}.worse{fill:#b4541a}
@media (prefers-color-scheme:dark){text{fill:#e6edf1}.quiet{fill:#9fb0bc}.paper{fill:#12191f}.grid{stroke:#2b3841}
.one{stroke:#9fb0bc}.better{fill:#3fb6bd}.worse{fill:#e08a4f}}`;

/**
 * @param {readonly Row[]} rows those without a peer are left out
 * @param {string} where what they were measured on, one line
 * @returns {string} SVG
 */
export function picture(rows, where) {
  const shown = rows.filter(({ ratioToPeer }) => ratioToPeer !== null);
  const height = TOP + shown.length * LINE + 48;
  const grid = SCALE.map(
    (times) =>
      `<line class="${times === 1 ? 'one' : 'grid'}" x1="${x(times)}" x2="${x(times)}" y1="${TOP - 8}" y2="${height - 36}"/>` +
      `<text class="quiet" text-anchor="middle" x="${x(times)}" y="${TOP - 14}">${times}×</text>`,
  );
  const bars = shown.map(({ name, ratioToPeer, peerName }, index) => {
    const times = ratioToPeer ?? 1;
    const top = TOP + index * LINE;
    const [left, right] = [Math.min(x(1), x(times)), Math.max(x(1), x(times))];
    const beside = `${times}×${peerName === null ? '' : ` ${peerName}`}`;
    return (
      `<text text-anchor="end" x="${LABELS - 12}" y="${top + 13}">${escape(name)}</text>` +
      `<rect class="${times >= 1 ? 'better' : 'worse'}" x="${left}" y="${top}" width="${Math.max(1, right - left)}" height="16" rx="2"/>` +
      `<text class="quiet" x="${right + 6}" y="${top + 13}">${escape(beside)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Times better than the peer">`,
    `<style>${STYLE}</style><rect class="paper" width="${WIDTH}" height="${height}" rx="8"/>`,
    `<text class="title" x="16" y="28">How many times better than what one would use instead</text>`,
    ...grid,
    ...bars,
    `<text class="quiet" x="16" y="${height - 12}">${escape(where)}</text></svg>\n`,
  ].join('\n');
}

/** @param {number} times */
function x(times) {
  const [least, most] = [Math.log2(SCALE[0] ?? 1), Math.log2(SCALE.at(-1) ?? 1)];
  const part = (Math.min(most, Math.max(least, Math.log2(times))) - least) / (most - least);
  return Math.round(LABELS + part * (WIDTH - LABELS - 130));
}

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
