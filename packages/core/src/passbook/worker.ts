import { serveCalls, type WorkerPort } from '../calls/index.js';
import { PortionCollector, portionsOf, type PassbookHead } from './portions.js';
import { readPassbook, type PassbookFile } from './read.js';
import type { FromWorker, ReadAnswer, ToWorker, WorkerRequest } from './worker-protocol.js';
import type { FileRequest, WrittenFile } from './write-files.js';

/**
 * The worker of `readPassbookInWorker` and `writePassbookInWorker`, as a module of its own: `@mhb-kit/core/passbook/worker`.
 * Needs no more of a page's policy than `worker-src 'self'`.
 */

const files: PassbookFile[] = [];
/** Bytes of the last file that are there. */
let received = 0;
const records = new PortionCollector();

const post = (message: FromWorker): void => {
  globalThis.postMessage(message);
};

async function read({
  maxBytes,
  drugs,
}: Extract<WorkerRequest, { readonly call: 'read' }>): Promise<ReadAnswer> {
  const { passbook, report } = await readPassbook(files, {
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(drugs === undefined ? {} : { drugs }),
    onProgress: (progress) => {
      post({ progress });
    },
  });
  for (const portion of portionsOf(passbook)) post({ portion });
  const { subjectId, downloads } = passbook;
  return { head: { subjectId, downloads }, report };
}

async function write(head: PassbookHead, requests: readonly FileRequest[]): Promise<WrittenFile[]> {
  // Reading does without.
  const { writeFiles } = await import('./write-files.js');
  return writeFiles(records.passbook(head), requests);
}

serveCalls<WorkerRequest, ToWorker>(globalThis as unknown as WorkerPort, {
  answer: (request) => (request.call === 'read' ? read(request) : write(request.head, request.files)),
  onMessage: (message) => {
    if ('portion' in message) {
      records.add(message.portion);
    } else if ('file' in message) {
      files.push({ name: message.file, bytes: new Uint8Array(message.byteLength) });
      received = 0;
    } else {
      files.at(-1)?.bytes.set(message.bytes, received);
      received += message.bytes.length;
    }
  },
});
