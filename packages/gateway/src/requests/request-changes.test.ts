import { describe, expect, it } from 'vitest';
import { createRequestChanges, type RequestChanges, type RequestWatch } from './request-changes.js';
import type { Signals } from '../storage/signals.js';

const FOREVER = 2 ** 30;
const never = new AbortController().signal;
const woken = (watch: RequestWatch, least = FOREVER, most = FOREVER): Promise<void> =>
  watch.next({ least, most }, never);

/** Simulates two processes that receive each other's notifications. */
async function twoProcesses(): Promise<readonly [RequestChanges, RequestChanges]> {
  const listeners: ((word: string) => void)[] = [];
  const signalsOf = (index: number): Signals => ({
    send(words) {
      for (const word of words) listeners[1 - index]?.(word);
      return Promise.resolve();
    },
    listen(onWord) {
      listeners[index] = onWord;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
  return [await createRequestChanges(signalsOf(0)), await createRequestChanges(signalsOf(1))];
}

describe('a watcher of a request', () => {
  it('is notified immediately of its end, in this and other processes', async () => {
    const [working, serving] = await twoProcesses();
    const watches = [working.watch('a'), serving.watch('a')];
    const wakings = watches.map((watch) => woken(watch));
    working.announce('a', 'ended');
    await Promise.all(wakings);
  });

  it('learns of an end between two waits', async () => {
    const changes = await createRequestChanges(null);
    const watch = changes.watch('a');
    changes.announce('a', 'ended');
    changes.announce('a');
    await woken(watch);
  });

  it('is notified of a change after the shortest interval, but not of a change to another request', async () => {
    const changes = await createRequestChanges(null);
    const [watch, other] = [changes.watch('a'), changes.watch('b')];
    const order: string[] = [];
    const waking = woken(watch, 20).then(() => order.push('changed'));
    const waiting = woken(other, 0, 60).then(() => order.push('waited'));
    changes.announce('a');
    await Promise.all([waking, waiting]);
    expect(order).toEqual(['changed', 'waited']);
  });

  it('waits no longer than the longest interval, nor after an abort', async () => {
    const watch = (await createRequestChanges(null)).watch('a');
    await woken(watch, FOREVER, 1);
    const gone = new AbortController();
    const waking = watch.next({ least: FOREVER, most: FOREVER }, gone.signal);
    gone.abort();
    await waking;
  });
});
