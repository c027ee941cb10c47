import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MhbError } from '../error.js';
import { serveCalls } from './serve-calls.js';
import { startWorker, type WorkerLike } from './worker-calls.js';

const code = (expected: string) => expect.objectContaining({ name: 'MhbError', code: expected });

/** A worker that sends nothing on its own. The test dispatches its events. */
class TestWorker extends EventTarget {
  readonly sent: unknown[] = [];
  readonly terminate = vi.fn();
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  says(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const asWorker = (worker: TestWorker) => () => worker as unknown as WorkerLike;

const ready = async (signal?: AbortSignal) => {
  const worker = new TestWorker();
  const starting = startWorker<string>(asWorker(worker), { signal });
  worker.says({ ready: true });
  const calls = await starting;
  if (calls === null) throw new Error('The worker did not start');
  return { worker, calls };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('starting', () => {
  it('returns null for a worker that cannot be created, fails, or never reports', async () => {
    const throws = () => {
      throw new DOMException('policy', 'SecurityError');
    };
    expect(await startWorker(throws)).toBeNull();

    const broken = new TestWorker();
    const failing = startWorker(asWorker(broken));
    broken.dispatchEvent(new Event('error'));
    expect(await failing).toBeNull();

    const silent = new TestWorker();
    const waiting = startWorker(asWorker(silent));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await waiting).toBeNull();
    expect(silent.terminate).toHaveBeenCalled();
  });

  it('can be canceled', async () => {
    const worker = new TestWorker();
    const controller = new AbortController();
    const starting = startWorker(asWorker(worker), { signal: controller.signal });
    controller.abort();
    await expect(starting).rejects.toEqual(code('cancelled'));
    expect(worker.terminate).toHaveBeenCalled();
  });
});

describe('a call', () => {
  it.each(['error', 'messageerror'])('rejects on `%s`, and so do later calls', async (event) => {
    const { worker, calls } = await ready();
    const call = calls.call('work');
    worker.dispatchEvent(new Event(event));
    await expect(call).rejects.toEqual(code('worker-failed'));
    await expect(calls.call('more')).rejects.toEqual(code('worker-failed'));
    expect(worker.terminate).toHaveBeenCalled();
  });

  it('rejects when the worker is silent for two minutes, but not while it reports progress', async () => {
    const { worker, calls } = await ready();
    const settled = vi.fn();
    calls.call('work').catch(settled);
    await vi.advanceTimersByTimeAsync(119_000);
    worker.says({ progress: 1 });
    await vi.advanceTimersByTimeAsync(119_000);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(settled).toHaveBeenCalledWith(code('worker-failed'));
  });

  it('that is aborted is abandoned in the worker as well', async () => {
    const { worker, calls } = await ready();
    const controller = new AbortController();
    const call = calls.call('work', controller.signal);
    controller.abort();
    await expect(call).rejects.toEqual(code('cancelled'));
    const [request] = worker.sent as [{ id: number }];
    expect(worker.sent.at(-1)).toEqual({ abandon: request.id });
    expect(worker.terminate).not.toHaveBeenCalled();
  });

  it('passes on the parts of its answer, but none that arrive late', async () => {
    const { worker, calls } = await ready();
    const parts: unknown[] = [];
    const call = calls.call('work', undefined, (part) => parts.push(part));
    const other = calls.call('more');
    const [{ id }, more] = worker.sent as [{ id: number }, { id: number }];
    worker.says({ id, part: 'a' });
    worker.says({ id: more.id, part: 'not asked for' });
    worker.says({ id, part: 'b' });
    worker.says({ id, result: 'end' });
    worker.says({ id: more.id, result: 'end' });
    expect(await call).toBe('end');
    expect(await other).toBe('end');
    worker.says({ id, part: 'late' });
    expect(parts).toEqual(['a', 'b']);
  });

  it('rejects when the connection is closed', async () => {
    const { calls } = await ready();
    const call = calls.call('work');
    calls.close();
    await expect(call).rejects.toEqual(code('cancelled'));
  });
});

describe('serveCalls', () => {
  it('answers with results and detailed errors, and notices that a call was abandoned', async () => {
    const worker = new TestWorker();
    const scope = new TestWorker();
    // Connects the two ends to each other.
    worker.postMessage = (data) => scope.says(data);
    scope.postMessage = (data) => worker.says(data);
    const starting = startWorker<string>(asWorker(worker));
    let aborted: AbortSignal | undefined;
    serveCalls<string>(asWorker(scope)(), {
      answer: (request, { signal, sendPart }) => {
        if (request === 'parts') ['a', 'b'].forEach(sendPart);
        if (request === 'fail')
          throw new MhbError('limit-exceeded', 'Too much', { details: { bytes: 9 }, retriable: true });
        if (request === 'crash') throw new TypeError('x is undefined');
        if (request !== 'wait') return Promise.resolve(request.toUpperCase());
        aborted = signal;
        return new Promise(() => undefined);
      },
    });
    const calls = (await starting)!;
    expect(await calls.call('word')).toBe('WORD');
    const parts: unknown[] = [];
    expect(await calls.call('parts', undefined, (part) => parts.push(part))).toBe('PARTS');
    expect(parts).toEqual(['a', 'b']);
    await expect(calls.call('fail')).rejects.toMatchObject({
      code: 'limit-exceeded',
      retriable: true,
      details: { bytes: 9 },
    });
    await expect(calls.call('crash')).rejects.toEqual(code('internal'));
    const controller = new AbortController();
    const waiting = calls.call('wait', controller.signal);
    controller.abort();
    await expect(waiting).rejects.toEqual(code('cancelled'));
    expect(aborted?.aborted).toBe(true);
  });

  it('transfers a result without the rest of its buffer, which others still read', async () => {
    const scope = new TestWorker();
    const transferred: Transferable[][] = [];
    const post = (data: unknown, transfer: Transferable[] = []): void => {
      transferred.push(transfer);
      scope.sent.push(structuredClone(data, { transfer }));
    };
    const buffer = Uint8Array.of(1, 2, 3, 4);
    const answers: Record<string, Uint8Array> = { part: buffer.subarray(1, 3), whole: Uint8Array.of(5, 6) };
    serveCalls<string>(asWorker(Object.assign(scope, { postMessage: post }))(), {
      answer: (request) => answers[request],
    });
    scope.says({ id: 1, request: 'part' });
    scope.says({ id: 2, request: 'whole' });
    await vi.advanceTimersByTimeAsync(0);
    expect(scope.sent).toContainEqual({ id: 1, result: Uint8Array.of(2, 3) });
    expect(scope.sent).toContainEqual({ id: 2, result: Uint8Array.of(5, 6) });
    expect(buffer).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(answers['whole']).toHaveLength(0);
    expect(transferred.flat().map((one) => (one as ArrayBuffer).byteLength)).toEqual([0, 0]);
  });
});
