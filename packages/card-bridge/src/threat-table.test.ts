import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** `THREATS.md` names the tests that try each attack; here it is held to that. */

const root = new URL('../../../', import.meta.url);
const rows = readFileSync(new URL('../THREATS.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| T\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('has all twenty rows', () => {
  for (const row of rows) expect(row[4]).toMatch(/^`[^`]+` "/);
  expect(rows.map(([, number]) => number)).toEqual(Array.from({ length: 20 }, (_, index) => `T${index + 1}`));
});

describe.each(rows)('%s%s %s', (...[, , , , tried = '']) => {
  it.each(
    tried.split(';').flatMap((part) => {
      const file = /`([^`]+)`/.exec(part)?.[1] ?? '';
      return [...part.matchAll(/"([^"]+)"/g)].map(([, title = '']) => [title, file] as const);
    }),
  )('is tried: %s', (title, file) => {
    expect(readFileSync(new URL(file, root), 'utf8')).toContain(title);
  });
});
