import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { picture } from './picture.mjs';
import { grouped, row, tables, type Results } from './table.mjs';

/** The picture and the tables show exactly the stored run. */

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const results = (name: string): Results => JSON.parse(read(`test/bench/${name}.json`)) as Results;

/** The text of a page, without what a formatter may change. */
const words = (text: string): string => text.replaceAll(/[\s|*\-_]+/g, '');

it('the tables of docs/reference/speed.md are those of results.json', () => {
  const [, shown = ''] = read('docs/reference/speed.md').split(/<!-- \/?bench -->/);
  expect(words(shown)).toBe(words(tables(results('results'), results('before'))));
});

it('the picture is that of results.json', () => {
  expect(read('examples/screenshots/bench.svg')).toBe(picture(results('results')));
});

it('every row has samples, and a peer or a limit', () => {
  const { rows } = results('results');
  expect(grouped(rows).flatMap((group) => group.rows)).toHaveLength(rows.length);
  for (const { name, samples, peer, limit } of rows) {
    expect(samples, name).toBeGreaterThan(0);
    expect(peer ?? limit, name).not.toBeNull();
  }
});

it('a row shows how many times better than its peer it is, and the target', () => {
  const measured = { name: 'Work', ours: [2, 1, 3], unit: 'ms', peer: { name: 'other', samples: [8, 9, 7] } };
  expect(row('archive-node', { ...measured, times: 5 })).toMatchObject({
    ...{ ours: 2, median: 2, p95: 3, samples: 3, peer: 8, limit: 1.6, ratio: 4, target: 5 },
  });
  expect(row('archive-node', { ...measured, statistic: 'worst' })).toMatchObject({ ours: 3, target: null });
  expect(() => row('archive-node', { name: 'Work', ours: [], unit: 'ms', limit: 1 })).toThrow('no samples');
});
