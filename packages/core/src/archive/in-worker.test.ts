import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorkerPort } from '../calls/index.js';
import { openArchiveInWorker, type ArchiveWorker } from './in-worker.js';
import { sealArchive } from './seal.js';
import { serveArchives } from './worker-host.js';

const content = new TextEncoder().encode('健康存摺\n'.repeat(2_000));
const password = 'A123456789';
const seal = () => sealArchive([{ name: 'a.txt', bytes: content }], { password, method: 'aes-256' });
const code = (expected: string) => expect.objectContaining({ name: 'MhbError', code: expected });

/**
 * One of the two ends of a connection within one process. Messages are copied and delivered later, as with a
 * worker.
 */
class End extends EventTarget {
  other: End | undefined;
  readonly terminate = vi.fn();
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    const data: unknown = structuredClone(message, { transfer });
    queueMicrotask(() => this.other?.dispatchEvent(new MessageEvent('message', { data })));
  }
}

const asWorker = (create: () => End) => create as unknown as () => ArchiveWorker;

function servedWorker(): End {
  const [page, scope] = [new End(), new End()];
  page.other = scope;
  scope.other = page;
  serveArchives(scope as unknown as WorkerPort);
  return page;
}

/** Creates a worker that reports that it is ready and then sends nothing more. */
function mutedWorker(): End {
  const page = new End();
  queueMicrotask(() => page.dispatchEvent(new MessageEvent('message', { data: { ready: true } })));
  return page;
}

afterEach(() => void vi.useRealTimers());

describe('openArchiveInWorker', () => {
  it('reads from a source on the page and does not change it', async () => {
    const sealed = await seal();
    const archive = await openArchiveInWorker(sealed, { password, createWorker: asWorker(servedWorker) });
    expect(await archive.entries[0]!.bytes()).toEqual(content);
    const pieces = [];
    for await (const piece of archive.entries[0]!.stream()) pieces.push(...piece);
    expect(new Uint8Array(pieces)).toEqual(content);
    await expect(archive.unlock('wrong')).rejects.toEqual(code('wrong-password'));
    expect(sealed.length).toBeGreaterThan(0);
    archive.close();
    await expect(archive.entries[0]!.bytes()).rejects.toEqual(code('cancelled'));
  });

  it('does not touch a source’s buffer if the source is only part of it, including in Node', async () => {
    const sealed = await seal();
    const buffer = Buffer.alloc(sealed.length + 16);
    buffer.set(sealed, 8);
    const source = buffer.subarray(8, 8 + sealed.length);
    const archive = await openArchiveInWorker(source, { password, createWorker: asWorker(servedWorker) });
    expect(await archive.entries[0]!.bytes()).toEqual(content);
    expect(new Uint8Array(source)).toEqual(sealed);
    archive.close();
  });

  it('reports that the source cannot be read', async () => {
    const source = { size: 1_000, read: () => Promise.reject(new Error('disk')) };
    const opening = openArchiveInWorker(source, { createWorker: asWorker(servedWorker) });
    await expect(opening).rejects.toEqual(code('archive-unreadable'));
  });

  it.each(['error', 'messageerror'])('rejects when the worker dies while opening (%s)', async (event) => {
    const sealed = await seal();
    const worker = mutedWorker();
    const opening = openArchiveInWorker(sealed, { createWorker: asWorker(() => worker) });
    setTimeout(() => worker.dispatchEvent(new Event(event)));
    await expect(opening).rejects.toEqual(code('worker-failed'));
    expect(worker.terminate).toHaveBeenCalled();
  });

  it('rejects later reads when the worker dies', async () => {
    const sealed = await seal();
    const worker = servedWorker();
    const archive = await openArchiveInWorker(sealed, { password, createWorker: asWorker(() => worker) });
    worker.other = undefined;
    const reading = archive.entries[0]!.bytes();
    worker.dispatchEvent(new Event('error'));
    await expect(reading).rejects.toEqual(code('worker-failed'));
    await expect(archive.unlock(password)).rejects.toEqual(code('worker-failed'));
  });

  it('rejects when a worker that has started never answers', async () => {
    const sealed = await seal();
    vi.useFakeTimers();
    const opening = openArchiveInWorker(sealed, { createWorker: asWorker(mutedWorker) });
    const settled = expect(opening).rejects.toEqual(code('worker-failed'));
    await vi.advanceTimersByTimeAsync(120_000);
    await settled;
  });

  it('opens on the page when the worker never reports', async () => {
    const sealed = await seal();
    vi.useFakeTimers();
    const opening = openArchiveInWorker(sealed, { password, createWorker: asWorker(() => new End()) });
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect((await opening).entries[0]!.name).toBe('a.txt');
  });

  it('can be canceled while the worker starts', async () => {
    const controller = new AbortController();
    const opening = openArchiveInWorker(await seal(), {
      createWorker: asWorker(() => new End()),
      signal: controller.signal,
    });
    setTimeout(() => controller.abort());
    await expect(opening).rejects.toEqual(code('cancelled'));
  });
});
