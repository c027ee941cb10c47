import { MhbError } from '../error.js';
import type { AnyRecord, Passbook, UnknownRecord } from './model.js';
import { readPassbook, type PassbookFile, type ReadOptions, type ReadResult } from './read.js';
import { BYTES_A_PIECE, type WorkerReply, type WorkerRequest } from './read-worker-protocol.js';
import { sections } from './sections.js';
import { takeTurns } from './turns.js';

export interface WorkerReadOptions extends ReadOptions {
  /**
   * Makes the worker; by default from the module beside this one, which bundlers find by its URL. Pages that serve it
   * elsewhere, or whose policy demands a `TrustedScriptURL`, pass a function of their own, as
   * `() => new Worker('/scripts/passbook-worker.js', { type: 'module' })`.
   */
  readonly createWorker?: () => Worker;
}

/**
 * `readPassbook` in a worker of its own, so that even a file of a hundred megabytes never stops the page. Cancelling ends
 * the worker at once. Where no worker starts (Node, a policy against it, a missing file) it reads on the page instead.
 *
 * @throws MhbError as `readPassbook`
 */
export async function readPassbookInWorker(
  files: readonly PassbookFile[],
  options: WorkerReadOptions = {},
): Promise<ReadResult> {
  if (options.signal?.aborted) throw cancelled();
  const worker = startWorker(options.createWorker ?? defaultWorker);
  const result = worker === null ? null : await readIn(worker, files, options);
  return result ?? readPassbook(files, options);
}

function startWorker(createWorker: () => Worker): Worker | null {
  try {
    return createWorker();
  } catch {
    return null;
  }
}

/** What the worker reads, or `null` if it never answers because it does not start. */
async function readIn(
  worker: Worker,
  files: readonly PassbookFile[],
  { signal, onProgress, maxBytes }: WorkerReadOptions,
): Promise<ReadResult | null> {
  let cancel: (() => void) | undefined;
  const ended = new AbortController();
  try {
    return await new Promise<ReadResult | null>((resolve, reject) => {
      cancel = () => {
        reject(cancelled());
      };
      signal?.addEventListener('abort', cancel);
      let answered = false;
      worker.addEventListener('error', () => {
        if (answered) reject(new MhbError('internal', 'The reading worker crashed'));
        else resolve(null);
      });
      const collect = collectReplies(resolve, reject, onProgress);
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
        answered = true;
        collect(data);
      });
      hand(worker, files, maxBytes, ended.signal).catch(reject);
    });
  } finally {
    worker.terminate();
    ended.abort();
    if (cancel !== undefined) signal?.removeEventListener('abort', cancel);
  }
}

async function hand(
  worker: Worker,
  files: readonly PassbookFile[],
  maxBytes: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const post = (request: WorkerRequest, transfer: Transferable[] = []): void => {
    worker.postMessage(request, transfer);
  };
  const turn = takeTurns(signal);
  for (const { name, bytes } of files) {
    post({ kind: 'file', name, byteLength: bytes.length });
    for (let at = 0; at < bytes.length; at += BYTES_A_PIECE) {
      const piece = bytes.slice(at, at + BYTES_A_PIECE);
      post({ kind: 'bytes', bytes: piece }, [piece.buffer]);
      await turn();
    }
  }
  post({ kind: 'read', ...(maxBytes === undefined ? {} : { maxBytes }) });
}

/** Puts the portions together. */
function collectReplies(
  resolve: (result: ReadResult) => void,
  reject: (error: MhbError) => void,
  onProgress: ReadOptions['onProgress'],
): (reply: WorkerReply) => void {
  const known = new Map<string, AnyRecord[]>(sections.map(({ key }) => [key, []]));
  const unknown = new Map<string, UnknownRecord[]>();
  return (reply) => {
    switch (reply.kind) {
      case 'progress':
        onProgress?.(reply.progress);
        break;
      case 'records': {
        const lists = reply.known ? known : unknown;
        const list = lists.get(reply.section);
        if (list === undefined) lists.set(reply.section, [...reply.records]);
        else list.push(...reply.records);
        break;
      }
      case 'done':
        resolve({
          passbook: {
            subjectId: reply.subjectId,
            downloads: reply.downloads,
            sections: Object.fromEntries(known) as unknown as Passbook['sections'],
            unknownSections: Object.fromEntries(unknown),
          },
          report: reply.report,
        });
        break;
      case 'failed':
        reject(
          new MhbError(reply.code, reply.message, { retriable: reply.retriable, details: reply.details }),
        );
    }
  };
}

const cancelled = (): MhbError => new MhbError('cancelled', 'Reading was cancelled');

const defaultWorker = (): Worker =>
  new Worker(new URL('./read-worker.js', import.meta.url), { type: 'module' });
