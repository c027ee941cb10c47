import { MhbError } from '../error.js';
import type { AnyRecord, Passbook, UnknownRecord } from './model.js';
import type { PassbookFile, ReadOptions, ReadResult } from './read.js';
import type { WorkerReply, WorkerRequest } from './read-worker-protocol.js';
import { sections } from './sections.js';

export interface WorkerReadOptions extends ReadOptions {
  /**
   * Makes the worker; by default the module beside this one, which bundlers find by its URL. Pages that serve it elsewhere
   * pass `() => new Worker('/scripts/passbook-worker.js', { type: 'module' })`.
   */
  readonly createWorker?: () => Worker;
}

/**
 * `readPassbook` in a worker of its own, so that even a file of a hundred megabytes never stops the page. Cancelling ends
 * the worker at once.
 *
 * @throws MhbError as `readPassbook`, and `internal` if the worker does not start
 */
export function readPassbookInWorker(
  files: readonly PassbookFile[],
  options: WorkerReadOptions = {},
): Promise<ReadResult> {
  const { signal, onProgress, maxBytes, createWorker = defaultWorker } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled());
      return;
    }
    const worker = createWorker();
    const end = (): void => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = (): void => {
      end();
      reject(cancelled());
    };
    signal?.addEventListener('abort', cancel);
    const known = new Map<string, AnyRecord[]>(sections.map(({ key }) => [key, []]));
    const unknown = new Map<string, UnknownRecord[]>();

    worker.addEventListener('error', () => {
      end();
      reject(new MhbError('internal', 'The reading worker failed to start or crashed'));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
      switch (data.kind) {
        case 'progress':
          onProgress?.(data.progress);
          break;
        case 'records': {
          const lists = data.known ? known : unknown;
          const list = lists.get(data.section);
          if (list === undefined) lists.set(data.section, [...data.records]);
          else list.push(...data.records);
          break;
        }
        case 'done':
          end();
          resolve({
            passbook: {
              subjectId: data.subjectId,
              downloads: data.downloads,
              sections: Object.fromEntries(known) as unknown as Passbook['sections'],
              unknownSections: Object.fromEntries(unknown),
            },
            report: data.report,
          });
          break;
        case 'failed':
          end();
          reject(new MhbError(data.code, data.message, { retriable: data.retriable, details: data.details }));
      }
    });
    const request: WorkerRequest = { files, ...(maxBytes === undefined ? {} : { maxBytes }) };
    worker.postMessage(request);
  });
}

const cancelled = (): MhbError => new MhbError('cancelled', 'Reading was cancelled');

const defaultWorker = (): Worker =>
  new Worker(new URL('./read-worker.js', import.meta.url), { type: 'module' });
