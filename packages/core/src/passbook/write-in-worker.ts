import { startWorker } from '../calls/index.js';
import type { Passbook } from './model.js';
import { defaultWorker, send, type WorkerOptions } from './passbook-worker.js';
import { portionsOf } from './portions.js';
import type { ToWorker, WorkerRequest } from './worker-protocol.js';
import { writeFiles, type FileRequest, type WrittenFile } from './write-files.js';

export interface WorkerWriteOptions extends WorkerOptions {
  readonly signal?: AbortSignal;
}

/**
 * Writes a passbook as files in a worker of its own, so that the page goes on: FHIR of 20,000 records takes seconds. Where no
 * worker starts it writes on the page instead, which then waits.
 *
 * @throws MhbError `cancelled`; `worker-failed` if the worker dies or stops answering
 */
export async function writePassbookInWorker(
  passbook: Passbook,
  files: readonly FileRequest[],
  { createWorker = defaultWorker, signal }: WorkerWriteOptions = {},
): Promise<WrittenFile[]> {
  const worker = await startWorker<WorkerRequest>(createWorker, { signal });
  if (worker === null) return writeFiles(passbook, files);
  try {
    await send(worker, recordsOf(passbook), signal);
    const { subjectId, downloads } = passbook;
    const request = { call: 'write', head: { subjectId, downloads }, files } as const;
    return (await worker.call(request, signal)) as WrittenFile[];
  } finally {
    worker.close();
  }
}

function* recordsOf(passbook: Passbook): Generator<ToWorker> {
  for (const portion of portionsOf(passbook)) yield { portion };
}
