import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** This test checks that the tests named in `THREATS.md` for each attack exist. */

const root = new URL('../../../', import.meta.url);
const rows = readFileSync(new URL('../THREATS.md', import.meta.url), 'utf8')
  .split(/^- \*\*(?=T\d)/m)
  .slice(1)
  .map((entry) => entry.replaceAll(/\s+/g, ' '))
  .map((entry) => /^(T\d+)\*\* (.*?) - what stops it: .*? - tested by: (.*)$/.exec(entry) ?? [entry])
  .map(([, number = '', threat = '', tests = '']) => [number, threat, tests] as const);

it('contains all rows', () => {
  for (const [, , tests] of rows) expect(tests).toMatch(/^`[^`]+` "/);
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 23 }, (_, index) => `T${index + 1}`));
});

describe.each(rows)('%s %s', (_number, _threat, tests) => {
  it.each(
    tests.split(';').flatMap((part) => {
      const file = /`([^`]+)`/.exec(part)?.[1] ?? '';
      return [...part.matchAll(/"([^"]+)"/g)].map(([, title = '']) => [title, file] as const);
    }),
  )('is tested: %s', (title, file) => {
    expect(readFileSync(new URL(file, root), 'utf8')).toContain(title);
  });
});
