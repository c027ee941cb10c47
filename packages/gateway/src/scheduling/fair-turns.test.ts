import { expect, it } from 'vitest';
import { createFairTurns } from './fair-turns.js';

/** Starts tasks that end only when the test calls `end`. */
function pieces(atOnce: number) {
  const turns = createFairTurns(atOnce);
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (subject: string, name: string): Promise<void> =>
    turns(
      subject,
      () =>
        new Promise<void>((resolve, reject) => {
          begun.push(name);
          ends.set(name, (error) => (error === undefined ? resolve() : reject(error)));
        }),
    );
  return { begun, work, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('runs a limited number of tasks of one subject, in order, without delaying others', async () => {
  const { begun, work, end } = pieces(2);
  for (const name of ['a1', 'a2', 'a3', 'a4']) void work('a', name);
  void work('b', 'b1');
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  end('a2');
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  end('a1');
  end('a3');
  await settled();
  expect(begun.at(-1)).toBe('a4');
});

it('continues after a failed task', async () => {
  const { begun, work, end } = pieces(1);
  const first = work('a', 'first');
  void work('a', 'second');
  await settled();
  end('first', new Error('down'));
  await expect(first).rejects.toThrow('down');
  await settled();
  expect(begun).toEqual(['first', 'second']);
});
