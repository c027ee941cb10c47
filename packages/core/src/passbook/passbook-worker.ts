import type { WorkerCalls, WorkerLike } from '../calls/index.js';
import { takeTurns } from './turns.js';
import type { ToWorker, WorkerRequest } from './worker-protocol.js';

/** What reading and writing in a worker have in common. */

export interface WorkerOptions {
  /**
   * Makes the worker; by default from the module beside this one, which bundlers find by its URL. Pages that serve it
   * elsewhere, or whose policy demands a `TrustedScriptURL`, pass a function of their own, as
   * `() => new Worker('/scripts/passbook-worker.js', { type: 'module' })`.
   */
  readonly createWorker?: () => WorkerLike;
}

export const defaultWorker = (): Worker =>
  new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });

/** Sends all of it, in turns with the page. @throws MhbError `cancelled` */
export async function send(
  worker: WorkerCalls<WorkerRequest>,
  messages: Iterable<ToWorker>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const turn = takeTurns(signal);
  for (const message of messages) {
    worker.post(message, 'bytes' in message ? [message.bytes.buffer as ArrayBuffer] : []);
    await turn();
  }
}
