import { expect, it } from 'vitest';
import { inBatches } from './batches.js';

const nothing = (): void => undefined;

const settled = (promises: readonly Promise<void>[]): Promise<string[]> =>
  Promise.all(
    promises.map((each) =>
      each.then(
        () => 'written',
        (error: Error) => error.message,
      ),
    ),
  );

it('writes all items that arrive during a write as one batch', async () => {
  const batches: (readonly number[])[] = [];
  const write = inBatches<number>(async (items) => {
    batches.push(items);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return nothing;
  });
  const first = write(1);
  await Promise.resolve();
  await Promise.resolve();
  await Promise.all([first, write(2), write(3)]);
  await write(4);
  expect(batches).toEqual([[1], [2, 3], [4]]);
});

it('rejects the items of a failed write, but no later ones', async () => {
  let fails = true;
  const write = inBatches<number>(() => {
    const failing = fails;
    fails = false;
    return failing ? Promise.reject(new Error('disk full')) : Promise.resolve(nothing);
  });
  const outcomes = settled([write(1), write(2)]);
  expect(await outcomes).toEqual(['disk full', 'disk full']);
  expect(await settled([write(3)])).toEqual(['written']);
});

it('returns each item’s own result, in the order in which they arrived', async () => {
  const seen = new Set<string>();
  const isFirst = inBatches<string, boolean>((items) => {
    const fresh = new Set(items.filter((item) => !seen.has(item)));
    for (const item of items) seen.add(item);
    return Promise.resolve((item) => fresh.delete(item));
  });
  expect(await Promise.all([isFirst('a'), isFirst('b'), isFirst('a')])).toEqual([true, true, false]);
  expect(await isFirst('b')).toBe(false);
});
