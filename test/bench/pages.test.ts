import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { picture } from './picture.mjs';
import { rowsOf, withRun, type Results, type Run } from './results.mjs';
import { grouped, row, tables } from './table.mjs';

/** The picture and the tables show exactly the stored runs, and who measured what. */

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
  const rows = rowsOf(results('results'));
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

describe('a row keeps the run that measured it', () => {
  const measured = (bench: string, ours: number) =>
    row(bench, { name: `Work of ${bench}`, ours: [ours], unit: 'ms', limit: 10 });
  const run = (commit: string, ...rows: Run['rows']): Run => ({
    ...{ machine: 'one machine', date: '2026-01-01', commit, rows },
  });
  const older = withRun({ runs: [] }, run('aaa', measured('archive-node', 8), measured('gateway-list', 6)));

  it('when a later run could not measure it', () => {
    const both = withRun(older, run('bbb', measured('archive-node', 4)));
    expect(rowsOf(both).map(({ bench, ours, mark, run: { commit } }) => [bench, ours, mark, commit])).toEqual(
      [
        ['archive-node', 4, '', 'bbb'],
        ['gateway-list', 6, '¹', 'aaa'],
      ],
    );
    const page = tables(both, { runs: [] });
    expect(page).toContain('Measured on one machine, 2026-01-01, commit `bbb`.');
    expect(page).toContain(
      '¹ Not measured in this run, but earlier: on one machine, 2026-01-01, commit `aaa`.',
    );
    expect(page).toContain('| Work of gateway-list¹ |');
    expect(picture(both)).toContain('Work of gateway-list¹<');
  });

  it('and the parts of one commit on one day are one run', () => {
    const { runs } = withRun(older, run('aaa', measured('archive-node', 4)));
    expect(runs.map(({ rows }) => rows.map(({ ours }) => ours))).toEqual([[6, 4]]);
  });

  it('and the version before is not compared across machines', () => {
    const before = (machine: string): Results => ({
      runs: [{ ...run('aaa', measured('archive-node', 8)), machine }],
    });
    const now = withRun({ runs: [] }, run('bbb', measured('archive-node', 4)));
    expect(tables(now, before('one machine'))).toContain('| 8 ms, 1.25× |');
    expect(tables(now, before('another'))).not.toContain('8 ms');
  });
});
