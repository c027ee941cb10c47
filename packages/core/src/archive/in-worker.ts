import { startWorker, type WorkerCalls, type WorkerLike } from '../calls/index.js';
import type { Bytes } from './primitives/binary.js';
import {
  openArchive,
  readFiles,
  type Archive,
  type ArchiveEntry,
  type EntryReadOptions,
  type OpenOptions,
} from './open.js';
import { sealArchive } from './seal.js';
import type { ArchiveSource } from './source.js';
import { toStream } from './streams.js';
import type {
  BlobEntry,
  Call,
  OpenedFacts,
  RangeMessage,
  RemoteSealOptions,
  RemoteSource,
  WorkerMessage,
} from './worker-protocol.js';

export type { BlobEntry } from './worker-protocol.js';

/** A worker that runs the script `@mhb-kit/core/archive/worker` or a compatible one. */
export type ArchiveWorker = WorkerLike;

export interface OpenInWorkerOptions extends OpenOptions {
  /**
   * Creates the worker. By default, the worker runs the script next to this module. The archive owns the
   * worker, and `close` terminates it.
   */
  readonly createWorker?: () => ArchiveWorker;
}

/**
 * Opens an archive like `openArchive`, but reads, decrypts and decompresses in a worker, so that the page
 * stays responsive. This is worthwhile from about 1 MB. If the worker does not start (its script is missing
 * or does not respond, or the page's policy forbids it), the page does the work itself.
 * @throws {MhbError} the same errors as `openArchive`; in addition, `worker-failed` if the worker crashes or
 *   stops responding. The archive's methods can throw `worker-failed` too.
 */
export async function openArchiveInWorker(
  source: ArchiveSource,
  { createWorker = newWorker, ...options }: OpenInWorkerOptions = {},
): Promise<Archive> {
  const { signal, onProgress } = options;
  const worker = await startWorker<Call, WorkerMessage>(createWorker, {
    signal,
    onMessage: (message) => {
      if ('progress' in message) onProgress?.(message.progress);
      else void sendRange(message.read, message.offset, message.length);
    },
  });
  const sendRange = async (read: number, offset: number, length: number): Promise<void> => {
    const bytes = await readRange(source, offset, length, signal).catch(() => null);
    const message: RangeMessage = { range: read, bytes };
    worker?.post(message, bytes === null ? [] : [bytes.buffer]);
  };
  if (worker === null) return openArchive(source, options);
  try {
    return await openBy(worker, source, options);
  } catch (thrown) {
    worker.close();
    throw thrown;
  }
}

export interface SealInWorkerOptions extends RemoteSealOptions {
  /** Creates the worker, as for `openArchiveInWorker`. The worker is terminated when the archive is complete. */
  readonly createWorker?: () => ArchiveWorker;
  readonly signal?: AbortSignal;
}

/**
 * Creates an archive from blobs, like `sealArchive`, but in a worker, so that the page stays responsive. If the
 * worker does not start, the page does the work itself.
 * @throws {MhbError} the same errors as `sealArchive`; in addition, `worker-failed` if the worker crashes or
 *   stops responding
 */
export async function sealArchiveInWorker(
  entries: readonly BlobEntry[],
  { createWorker = newWorker, signal, ...options }: SealInWorkerOptions,
): Promise<Bytes> {
  const worker = await startWorker<Call>(createWorker, { signal });
  if (worker === null) {
    const onPage = entries.map(({ content, ...entry }) => ({ ...entry, stream: content.stream() }));
    return sealArchive(onPage, { ...options, ...(signal === undefined ? {} : { signal }) });
  }
  try {
    return (await worker.call({ call: 'seal', entries, options }, signal)) as Bytes;
  } finally {
    worker.close();
  }
}

function newWorker(): ArchiveWorker {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
}

/** Reads a range and transfers a copy of it to the worker, so that the caller keeps the original. */
async function readRange(
  source: ArchiveSource,
  offset: number,
  length: number,
  signal: AbortSignal | undefined,
): Promise<Bytes> {
  if (source instanceof Uint8Array) return new Uint8Array(source.subarray(offset, offset + length));
  if (source instanceof Blob) throw new TypeError('The worker must read a Blob itself');
  return new Uint8Array(await source.read(offset, length, signal));
}

function remoteSource(source: ArchiveSource): RemoteSource {
  if (source instanceof Blob) return source;
  if (source instanceof Uint8Array) return { size: source.length, repeatable: true };
  return { size: source.size, repeatable: source.repeatable ?? false };
}

async function openBy(
  worker: WorkerCalls<Call>,
  source: ArchiveSource,
  { password, limits, within, signal: openSignal }: OpenOptions,
): Promise<Archive> {
  const opened = (await worker.call(
    {
      call: 'open',
      source: remoteSource(source),
      options: {
        ...(password === undefined ? {} : { password }),
        ...(limits === undefined ? {} : { limits }),
        ...(within === undefined ? {} : { within: { depth: within.depth, totalBytes: within.totalBytes } }),
      },
    },
    openSignal,
  )) as OpenedFacts;
  const { archive, entries: facts, isEncrypted, depth, totalBytes } = opened;

  const signalFor = (other: AbortSignal | undefined): AbortSignal =>
    AbortSignal.any([other, openSignal].filter((signal) => signal !== undefined));
  const reading = (entry: number, { password: own }: EntryReadOptions) => ({
    archive,
    entry,
    ...(own === undefined ? {} : { password: own }),
  });
  const pieces = async function* (entry: number, options: EntryReadOptions): AsyncGenerator<Bytes> {
    const signal = signalFor(options.signal);
    const stream = (await worker.call({ call: 'stream', ...reading(entry, options) }, signal)) as number;
    try {
      for (;;) {
        const piece = await worker.call({ call: 'pull', stream }, signal);
        if (!(piece instanceof Uint8Array)) return;
        yield piece as Bytes;
      }
    } finally {
      void worker.call({ call: 'cancel', stream }).catch(() => undefined);
    }
  };
  const entries = facts.map((each, entry): ArchiveEntry => ({
    ...each,
    bytes: async (options = {}) =>
      (await worker.call({ call: 'bytes', ...reading(entry, options) }, signalFor(options.signal))) as Bytes,
    stream: (options = {}) => toStream(pieces(entry, options)),
  }));
  return {
    entries,
    isEncrypted,
    depth,
    totalBytes,
    unlock: async (candidate, { signal } = {}) => {
      await worker.call({ call: 'unlock', archive, password: candidate }, signalFor(signal));
    },
    files: (options = {}) => readFiles(entries, options),
    close: () => {
      worker.close();
    },
  };
}
