import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MhbError } from '../error.js';
import { PendingCalls } from './pending-calls.js';

const code = (expected: string) => expect.objectContaining({ name: 'MhbError', code: expected });
const late = { ms: 1000, error: () => new MhbError('no-service') };

describe('a call', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('assigns answers by number, regardless of the order in which they arrive', async () => {
    const calls = new PendingCalls<string>();
    const sent: number[] = [];
    const first = calls.call((id) => sent.push(id));
    const second = calls.call((id) => sent.push(id));
    calls.resolve(sent[1]!, 'second');
    calls.resolve(sent[0]!, 'first');
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  });

  it('rejects with the error that sending throws', async () => {
    const calls = new PendingCalls<string>();
    const call = calls.call(() => {
      throw new DOMException('detached', 'DataCloneError');
    });
    await expect(call).rejects.toEqual(code('internal'));
  });

  it('that is aborted notifies the other side, and ignores its late answer', async () => {
    const calls = new PendingCalls<string>();
    const abandoned: number[] = [];
    const controller = new AbortController();
    const call = calls.call(() => undefined, {
      signal: controller.signal,
      onAbandon: (id) => abandoned.push(id),
    });
    controller.abort();
    await expect(call).rejects.toEqual(code('cancelled'));
    expect(abandoned).toEqual([1]);
    calls.resolve(1, 'late');
  });

  it('whose signal is already aborted sends nothing', async () => {
    const send = vi.fn();
    const call = new PendingCalls<string>().call(send, { signal: AbortSignal.abort() });
    await expect(call).rejects.toEqual(code('cancelled'));
    expect(send).not.toHaveBeenCalled();
  });

  it('rejects at its time limit, which restarts when a message arrives', async () => {
    const calls = new PendingCalls<string>();
    const call = calls.call(() => undefined, { limit: late });
    const settled = vi.fn();
    call.catch(settled);
    await vi.advanceTimersByTimeAsync(900);
    calls.restartLimits();
    await vi.advanceTimersByTimeAsync(900);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(settled).toHaveBeenCalledWith(code('no-service'));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer or listener after its answer', async () => {
    const calls = new PendingCalls<string>();
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    const call = calls.call(() => undefined, { limit: late, signal });
    calls.resolve(1, 'answer');
    expect(await call).toBe('answer');
    expect(vi.getTimerCount()).toBe(0);
    expect(remove).toHaveBeenCalledOnce();
  });
});

describe('a connection that ends', () => {
  it('rejects the calls in progress and every later call', async () => {
    const calls = new PendingCalls<string>();
    const under = calls.call(() => undefined);
    calls.end(new MhbError('bridge-disconnected'));
    calls.end(new MhbError('cancelled'));
    await expect(under).rejects.toEqual(code('bridge-disconnected'));
    await expect(calls.call(() => undefined)).rejects.toEqual(code('bridge-disconnected'));
  });
});
