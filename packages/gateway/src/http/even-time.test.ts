import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { evenly } from './even-time.js';

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await evenly(work).catch(() => undefined);
  return performance.now() - begun;
}

it('takes as long for little work as for more, and for failing', async () => {
  const times = await Promise.all([
    timeOf(() => Promise.resolve()),
    timeOf(() => pause(60)),
    timeOf(() => Promise.reject(new Error('no such person'))),
  ]);
  for (const time of times) expect(time).toBeGreaterThanOrEqual(248);
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(60);
});

it('hands on what the work gives', async () => {
  expect(await evenly(() => Promise.resolve('done'))).toBe('done');
  await expect(evenly(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
});
