import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { capacity, table, taiwan } from '../../bench/gateway/capacity.mjs';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

it('matches the calculation from the measurements', () => {
  const figures = JSON.parse(read('test/bench/gateway/figures.json')) as Parameters<typeof capacity>[1];
  const [, computed = ''] = read('docs/capacity.md').split(/<!-- \/?computed -->/);
  expect(rows(computed)).toEqual(rows(table(capacity(taiwan, figures))));
});
