import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurns } from './turns.js';

it('lets the rest of the process run, no matter how much there is to do', async () => {
  let time = 0;
  const inTurn = createTurns(() => time);
  const order: string[] = [];
  const statements = ['first', 'second', 'third'].map((name) =>
    inTurn(async () => {
      time += 11;
      order.push(name);
    }),
  );
  for (let round = 0; round < 2; round += 1) {
    await nextRound();
    order.push('others');
  }
  await Promise.all(statements);
  expect(order.indexOf('others')).toBeLessThan(order.indexOf('second'));
  expect(order.lastIndexOf('others')).toBeLessThan(order.indexOf('third'));
});

it('does short tasks in one turn, in order, and continues after a failed one', async () => {
  const inTurn = createTurns(() => 0);
  const order: string[] = [];
  await inTurn(async () => undefined);
  const failing = inTurn(() => Promise.reject(new Error('no such table')));
  const works = ['one', 'two'].map((name) => inTurn(async () => order.push(name)));
  void nextRound().then(() => order.push('others'));
  await expect(failing).rejects.toThrow('no such table');
  await Promise.all(works);
  expect(order).toEqual(['one', 'two']);
});
