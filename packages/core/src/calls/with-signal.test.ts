import { describe, expect, it, vi } from 'vitest';
import { withSignal } from './with-signal.js';

describe('withSignal', () => {
  it('settles with the result of the work, and leaves no listener', async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    expect(await withSignal(Promise.resolve(1), signal)).toBe(1);
    expect(await withSignal(Promise.resolve(2), undefined)).toBe(2);
    expect(remove).toHaveBeenCalledOnce();
  });

  it('rejects at once when aborted, before or during the wait', async () => {
    const never = new Promise<void>(() => undefined);
    await expect(withSignal(never, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    const controller = new AbortController();
    const waiting = withSignal(never, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });
});
