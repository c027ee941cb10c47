import { toMhbError } from '../error.js';
import type { AnyRecord } from './model.js';
import { readPassbook, type PassbookFile } from './read.js';
import { RECORDS_A_PORTION, type WorkerReply, type WorkerRequest } from './read-worker-protocol.js';

/**
 * The worker of `readPassbookInWorker`, as a module of its own: `@mhb-kit/core/passbook/worker`. Needs no more of a page's
 * policy than `worker-src 'self'`.
 */

const files: PassbookFile[] = [];
/** Bytes of the last file that are there. */
let received = 0;

const reply = (message: WorkerReply): void => {
  globalThis.postMessage(message);
};

function replyRecords(known: boolean, section: string, records: readonly AnyRecord[]): void {
  for (let at = 0; at < records.length; at += RECORDS_A_PORTION) {
    reply({ kind: 'records', known, section, records: records.slice(at, at + RECORDS_A_PORTION) });
  }
}

async function read(maxBytes: number | undefined): Promise<void> {
  try {
    const { passbook, report } = await readPassbook(files, {
      ...(maxBytes === undefined ? {} : { maxBytes }),
      onProgress: (progress) => {
        reply({ kind: 'progress', progress });
      },
    });
    for (const [section, records] of Object.entries(passbook.sections)) replyRecords(true, section, records);
    for (const [section, records] of Object.entries(passbook.unknownSections))
      replyRecords(false, section, records);
    reply({ kind: 'done', subjectId: passbook.subjectId, downloads: passbook.downloads, report });
  } catch (thrown) {
    const { code, message, retriable, details } = toMhbError(thrown);
    reply({ kind: 'failed', code, message, retriable, details });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  switch (data.kind) {
    case 'file':
      files.push({ name: data.name, bytes: new Uint8Array(data.byteLength) });
      received = 0;
      break;
    case 'bytes':
      files.at(-1)?.bytes.set(data.bytes, received);
      received += data.bytes.length;
      break;
    case 'read':
      void read(data.maxBytes);
  }
});
