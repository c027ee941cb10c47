import { expect, it } from 'vitest';
import { fuzzArchives } from '../../fault/archive/fuzz.mjs';

it('survives 1,000 mutated archives', async () => {
  expect(await fuzzArchives({ cases: 1_000, seed: 42 })).toEqual([]);
});
