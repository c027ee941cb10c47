import { readPassbook, type PassbookFile, type ReadOptions, type ReadResult } from '../read.js';
import { PassbookWorker, type WorkerOptions } from './passbook-worker.js';

export interface WorkerReadOptions extends ReadOptions, WorkerOptions {}

/**
 * `readPassbook` in a worker, so that even a file of a hundred megabytes never stops the page. Cancelling ends the worker at
 * once. Where no worker starts (Node, a policy against it, a missing file) it reads on the page instead. A worker that stays
 * holds the passbook then.
 *
 * @throws MhbError as `readPassbook`; `worker-failed` if the worker dies or stops answering
 */
export async function readPassbookInWorker(
  files: readonly PassbookFile[],
  { worker, createWorker, ...options }: WorkerReadOptions = {},
): Promise<ReadResult> {
  const used = worker ?? new PassbookWorker(createWorker);
  try {
    return (await used.read(files, options)) ?? (await readPassbook(files, options));
  } finally {
    if (used !== worker) used.close();
  }
}
