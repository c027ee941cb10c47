import { describe, expect, it } from 'vitest';
import { runAll } from './run-all.js';

describe('runAll', () => {
  it('runs every step in order, even after one that failed', async () => {
    const ran: string[] = [];
    const lock = new Error('lock');
    const steps = [
      () => ran.push('server'),
      () => Promise.reject(lock),
      () => Promise.resolve(ran.push('database')),
    ];
    await expect(runAll(steps)).rejects.toBe(lock);
    expect(ran).toEqual(['server', 'database']);
  });

  it('reports every failure', async () => {
    const fails = (message: string) => () => {
      throw new Error(message);
    };
    await expect(runAll([fails('a'), fails('b')])).rejects.toMatchObject({
      name: 'AggregateError',
      errors: [{ message: 'a' }, { message: 'b' }],
    });
    await runAll([]);
  });
});
