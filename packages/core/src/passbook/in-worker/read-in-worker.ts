import { readPassbook, type PassbookFile, type ReadResult } from '../read/read.js';
import { PassbookWorker, type AheadOptions, type WorkerOptions } from './passbook-worker.js';

export interface WorkerReadOptions extends AheadOptions, WorkerOptions {}

/**
 * Runs `readPassbook` in a worker, so that even a file of a hundred megabytes does not block the page.
 * Canceling terminates the worker at once. If no worker starts (in Node, because of a policy, or because the
 * worker's script is missing), the page reads the files itself. A reusable worker keeps the passbook for later
 * calls.
 *
 * @throws MhbError the same errors as `readPassbook`; `worker-failed` if the worker crashes or stops
 * responding
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
