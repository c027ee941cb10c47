import type { Passbook } from '../model/model.js';
import { writeFiles, type FileRequest, type WrittenFile } from '../files/write-files.js';
import { PassbookWorker, type WorkerOptions } from './passbook-worker.js';

export interface WorkerWriteOptions extends WorkerOptions {
  readonly signal?: AbortSignal;
}

/**
 * Writes a passbook as files in a worker, so that the page stays responsive: writing 20,000 records as FHIR
 * takes seconds. If no worker starts, the page writes the files itself, in short slices.
 *
 * @throws MhbError `cancelled`; `worker-failed` if the worker crashes or stops responding
 */
export async function writePassbookInWorker(
  passbook: Passbook,
  files: readonly FileRequest[],
  { worker, createWorker, signal }: WorkerWriteOptions = {},
): Promise<WrittenFile[]> {
  const used = worker ?? new PassbookWorker(createWorker);
  try {
    const written = await used.about(
      passbook,
      async (ask) => (await ask({ call: 'write', files }, signal)) as WrittenFile[],
      signal,
    );
    return written ?? (await writeFiles(passbook, files, signal === undefined ? {} : { signal }));
  } finally {
    if (used !== worker) used.close();
  }
}
