import { openArchive } from '@mhb-kit/core/archive';
import { describe, expect, it } from 'vitest';
import { conformanceCases } from './cases.js';
import { runCase } from './run-case.mjs';

describe('archive conformance in Node', () => {
  it('has at least 150 cases with different names', () => {
    expect(new Set(conformanceCases.map(({ name }) => name)).size).toBe(conformanceCases.length);
    expect(conformanceCases.length).toBeGreaterThanOrEqual(150);
  });

  it.each(conformanceCases.map((test) => [test.name, test] as const))('%s', async (_, test) => {
    expect(await runCase(test, { openArchive })).toEqual([]);
  });
});
