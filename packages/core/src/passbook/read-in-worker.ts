import { startWorker } from '../calls/index.js';
import { defaultWorker, send, type WorkerOptions } from './passbook-worker.js';
import { PortionCollector } from './portions.js';
import { readPassbook, type PassbookFile, type ReadOptions, type ReadResult } from './read.js';
import {
  CHUNK_BYTES,
  type FromWorker,
  type ReadAnswer,
  type ToWorker,
  type WorkerRequest,
} from './worker-protocol.js';

export interface WorkerReadOptions extends ReadOptions, WorkerOptions {}

/**
 * `readPassbook` in a worker of its own, so that even a file of a hundred megabytes never stops the page. Cancelling ends
 * the worker at once. Where no worker starts (Node, a policy against it, a missing file) it reads on the page instead.
 *
 * @throws MhbError as `readPassbook`; `worker-failed` if the worker dies or stops answering
 */
export async function readPassbookInWorker(
  files: readonly PassbookFile[],
  { createWorker = defaultWorker, ...options }: WorkerReadOptions = {},
): Promise<ReadResult> {
  const { signal, onProgress, maxBytes, drugs } = options;
  const records = new PortionCollector();
  const worker = await startWorker<WorkerRequest, FromWorker>(createWorker, {
    signal,
    onMessage: (message) => {
      if ('portion' in message) records.add(message.portion);
      else onProgress?.(message.progress);
    },
  });
  if (worker === null) return readPassbook(files, options);
  try {
    await send(worker, chunksOf(files), signal);
    const request = {
      call: 'read',
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(drugs === undefined ? {} : { drugs }),
    } as const;
    const { head, report } = (await worker.call(request, signal)) as ReadAnswer;
    return { passbook: records.passbook(head), report };
  } finally {
    worker.close();
  }
}

function* chunksOf(files: readonly PassbookFile[]): Generator<ToWorker> {
  for (const { name, bytes } of files) {
    yield { file: name, byteLength: bytes.length };
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield { bytes: bytes.slice(at, at + CHUNK_BYTES) };
  }
}
