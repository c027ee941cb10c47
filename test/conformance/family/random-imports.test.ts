import { expect, it } from 'vitest';
import { growFamily } from '../../fault/family/random-imports.mjs';

it('joins no downloads without proof or an answer, and leaves nothing behind when a move is undone', async () => {
  let equalMasks = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const grown = await growFamily(seed);
    expect(grown.failures).toEqual([]);
    equalMasks += grown.equalMasks;
  }
  expect(equalMasks).toBeGreaterThan(50);
});
