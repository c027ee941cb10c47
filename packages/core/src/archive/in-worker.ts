import { MhbError } from '../error.js';
import type { Bytes } from './binary.js';
import { failure, throwIfAborted } from './failure.js';
import {
  openArchive,
  readFiles,
  type Archive,
  type ArchiveEntry,
  type EntryReadOptions,
  type OpenOptions,
} from './open.js';
import type { ArchiveSource } from './source.js';
import { toStream } from './streams.js';
import type { Call, FromWorker, OpenedFacts, Port, RemoteSource, ToWorker } from './worker-protocol.js';

/** A worker whose script is `@mhb-kit/core/archive/worker`, or what speaks like one. */
export interface ArchiveWorker extends Port {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'error', listener: (event: Event) => void): void;
  terminate?(): void;
}

export interface OpenInWorkerOptions extends OpenOptions {
  /** Makes the worker; by default of the script beside this module. The archive owns it and ends it in `close`. */
  readonly createWorker?: () => ArchiveWorker;
}

/**
 * `openArchive` with all reading, decrypting and inflating in a worker, so that no archive holds up the page: worth it
 * from about 1 MB. Where no worker starts (its script is missing, the page's policy forbids it), it works on the page.
 *
 * @throws {MhbError} as `openArchive`
 */
export async function openArchiveInWorker(
  source: ArchiveSource,
  { createWorker = newWorker, ...options }: OpenInWorkerOptions = {},
): Promise<Archive> {
  throwIfAborted(options.signal);
  const worker = await started(createWorker);
  return worker === undefined ? openArchive(source, options) : openBy(worker, source, options);
}

function newWorker(): ArchiveWorker {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
}

/** The worker once it has reported, or undefined if it cannot. */
async function started(create: () => ArchiveWorker): Promise<ArchiveWorker | undefined> {
  try {
    const worker = create();
    return await new Promise((resolve) => {
      const settle = (works: boolean): void => {
        worker.removeEventListener('message', ready);
        worker.removeEventListener('error', broken);
        if (!works) worker.terminate?.();
        resolve(works ? worker : undefined);
      };
      const ready = (): void => {
        settle(true);
      };
      const broken = (): void => {
        settle(false);
      };
      worker.addEventListener('message', ready);
      worker.addEventListener('error', broken);
    });
  } catch {
    return undefined;
  }
}

async function openBy(worker: ArchiveWorker, source: ArchiveSource, options: OpenOptions): Promise<Archive> {
  const { password, limits, within, signal: openSignal, onProgress } = options;
  interface Waiting {
    readonly resolve: (result: OpenedFacts | Bytes | null) => void;
    readonly reject: (error: MhbError) => void;
  }
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isClosed = false;

  const post = (message: ToWorker, transfer: Transferable[] = []): void => {
    worker.postMessage(message, transfer);
  };

  const ask = (call: Call, signal?: AbortSignal): Promise<OpenedFacts | Bytes | null> =>
    new Promise((resolve, reject) => {
      throwIfAborted(signal);
      if (isClosed) throw failure('cancelled', 'The archive is closed');
      const id = ++lastId;
      const abort = (): void => {
        post({ abort: id });
        settle();
        reject(failure('cancelled', 'The operation was cancelled'));
      };
      const settle = (): void => {
        waiting.delete(id);
        signal?.removeEventListener('abort', abort);
      };
      signal?.addEventListener('abort', abort);
      waiting.set(id, {
        resolve: (result) => {
          settle();
          resolve(result);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      post({ ...call, id });
    });

  const giveRange = async (read: number, offset: number, length: number): Promise<void> => {
    try {
      // A copy that goes over to the worker; what the caller holds stays.
      const bytes =
        source instanceof Uint8Array
          ? source.slice(offset, offset + length)
          : source instanceof Blob
            ? null
            : (await source.read(offset, length, openSignal)).slice();
      post(
        { range: read, bytes: bytes as Bytes | null },
        bytes === null ? [] : [bytes.buffer as ArrayBuffer],
      );
    } catch {
      post({ range: read, bytes: null });
    }
  };

  worker.addEventListener('message', ({ data }: MessageEvent) => {
    const message = data as FromWorker;
    if ('result' in message) waiting.get(message.id)?.resolve(message.result);
    else if ('error' in message) {
      const { code, message: text, retriable, details } = message.error;
      waiting.get(message.id)?.reject(new MhbError(code, text, { retriable, details }));
    } else if ('progress' in message) onProgress?.(message.progress);
    else if ('read' in message) void giveRange(message.read, message.offset, message.length);
  });

  const close = (): void => {
    isClosed = true;
    worker.terminate?.();
    for (const { reject } of [...waiting.values()]) reject(failure('cancelled', 'The archive is closed'));
  };

  const remote: RemoteSource =
    source instanceof Blob
      ? source
      : source instanceof Uint8Array
        ? { size: source.length, repeatable: true }
        : { size: source.size, repeatable: source.repeatable ?? false };
  try {
    const opened = (await ask(
      {
        call: 'open',
        source: remote,
        options: {
          ...(password === undefined ? {} : { password }),
          ...(limits === undefined ? {} : { limits }),
          ...(within === undefined ? {} : { within: { depth: within.depth, totalBytes: within.totalBytes } }),
        },
      },
      openSignal,
    )) as OpenedFacts;
    const archive = lastId;
    const signalFor = (other: AbortSignal | undefined): AbortSignal =>
      AbortSignal.any([other, openSignal].filter((signal) => signal !== undefined));
    const entries = opened.entries.map((facts, entry): ArchiveEntry => {
      const reading = (readOptions: EntryReadOptions) => ({
        archive,
        entry,
        ...(readOptions.password === undefined ? {} : { password: readOptions.password }),
      });
      const pieces = async function* (readOptions: EntryReadOptions): AsyncGenerator<Bytes> {
        const signal = signalFor(readOptions.signal);
        const asked = ask({ call: 'stream', ...reading(readOptions) }, signal);
        const stream = lastId;
        await asked;
        try {
          for (;;) {
            const piece = await ask({ call: 'pull', stream }, signal);
            if (!(piece instanceof Uint8Array)) return;
            yield piece;
          }
        } finally {
          if (!isClosed) void ask({ call: 'cancel', stream }).catch(() => undefined);
        }
      };
      return {
        ...facts,
        bytes: async (readOptions = {}) =>
          (await ask({ call: 'bytes', ...reading(readOptions) }, signalFor(readOptions.signal))) as Bytes,
        stream: (readOptions = {}) => toStream(pieces(readOptions)),
      };
    });
    return {
      ...opened,
      entries,
      unlock: async (candidate, { signal } = {}) => {
        await ask({ call: 'unlock', archive, password: candidate }, signalFor(signal));
      },
      files: (readOptions = {}) => readFiles(entries, readOptions),
      close,
    };
  } catch (thrown) {
    close();
    throw thrown;
  }
}
