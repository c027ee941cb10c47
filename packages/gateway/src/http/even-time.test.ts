import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { evenly } from './even-time.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const outcome = evenly(work).then(
    () => performance.now(),
    () => performance.now(),
  );
  await vi.runAllTimersAsync();
  return (await outcome) - begun;
}

it.each([
  ['little work', () => pause(1)],
  ['more work', () => pause(60)],
  ['failing', () => pause(60).then(() => Promise.reject(new Error('no such person')))],
  ['as much work as one step', () => pause(250)],
])('takes one step for %s', async (_what, work) => {
  expect(await timeOf(work)).toBe(250);
});

it('takes two steps for work that took longer than one', async () => {
  expect(await timeOf(() => pause(251))).toBe(500);
});

it('passes on the result of the work', async () => {
  vi.useRealTimers();
  expect(await evenly(() => Promise.resolve('done'))).toBe('done');
  await expect(evenly(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
});
