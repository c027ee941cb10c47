import { describe, expect, it } from 'vitest';
import { loadedOnCall } from './load-module.js';

describe('calls of a module that is loaded on demand', () => {
  it('load the module when they are made, and pass on arguments, results and errors', async () => {
    let loaded = 0;
    const module = {
      add: (one: number, other: number) => Promise.resolve(one + other),
      fail: () => Promise.reject(new Error('failed')),
    };
    const calls = loadedOnCall(() => {
      loaded += 1;
      return Promise.resolve(module);
    }, ['add', 'fail']);
    expect(loaded).toBe(0);
    expect(await calls.add(1, 2)).toBe(3);
    expect(loaded).toBe(1);
    await expect(calls.fail()).rejects.toThrow('failed');
  });

  it('report a module that cannot be fetched, unless the call was cancelled', async () => {
    const load = (): Promise<{ get(id: string, options?: { signal: AbortSignal }): Promise<string> }> =>
      Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    const { get } = loadedOnCall(load, ['get']);
    await expect(get('1')).rejects.toMatchObject({ code: 'gateway-unreachable', retriable: true });
    const signal = AbortSignal.abort();
    await expect(get('1', { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
