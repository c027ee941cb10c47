import { MhbError } from '../error.js';
import { PendingCalls } from './pending-calls.js';
import { deserializeError, type CallAnswer, type CallRequest, type WorkerPort } from './worker-protocol.js';

/** The part of the platform's `Worker` that this module uses. */
export interface WorkerLike extends WorkerPort {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate?(): void;
}

/** Time limit for a worker to report that it is ready. After that, the worker is not used. */
const START_LIMIT_MS = 10_000;
/**
 * How long a worker that has work to do may remain silent. The limit is far longer than any single step takes
 * (decompressing 1 GiB on a phone takes less than a minute). It can be this long because browsers with Web
 * Locks detect a crash immediately.
 */
const SILENCE_LIMIT_MS = 120_000;

export interface StartOptions<Message> {
  readonly signal?: AbortSignal | undefined;
  /** Receives messages from the worker that do not respond to a call. */
  readonly onMessage?: (message: Message) => void;
}

/**
 * Starts a worker that handles calls with `serveCalls`. Returns `null` if the worker does not start, because
 * its script is missing or fails, the page's policy forbids it, or it does not report in time.
 * @throws {MhbError} `cancelled`, before or during the start
 */
export async function startWorker<Request, Message = never>(
  create: () => WorkerLike,
  { signal, onMessage }: StartOptions<Message> = {},
): Promise<WorkerCalls<Request> | null> {
  if (signal?.aborted === true) throw new MhbError('cancelled', 'The operation was cancelled');
  let worker: WorkerLike;
  try {
    worker = create();
  } catch {
    return null;
  }
  const calls = new WorkerCalls<Request>(worker, onMessage as ((message: unknown) => void) | undefined);
  try {
    await calls.started(signal);
    return calls;
  } catch (error) {
    calls.close();
    if (error instanceof MhbError && error.code === 'cancelled') throw error;
    return null;
  }
}

/** Sends a page's requests to one worker and receives the responses. */
export class WorkerCalls<Request> {
  readonly #worker: WorkerLike;
  readonly #pending = new PendingCalls<unknown>();
  readonly #closed = new AbortController();
  /** For each call, the function that receives the parts of a long response. */
  readonly #takers = new Map<number, (part: unknown) => void>();
  #startId = 0;

  constructor(worker: WorkerLike, onMessage?: (message: unknown) => void) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => {
      this.#pending.restartLimits();
      const message = data as CallAnswer;
      if ('result' in message) this.#pending.resolve(message.id, message.result);
      else if ('error' in message) this.#pending.reject(message.id, deserializeError(message.error));
      else if ('part' in message) this.#takers.get(message.id)?.(message.part);
      else if ('ready' in message) this.#reportReady(message.lock);
      else onMessage?.(message);
    });
    worker.addEventListener('error', () => this.#fail('The worker stopped'));
    worker.addEventListener('messageerror', () => this.#fail('A message from the worker could not be read'));
  }

  /** Resolves once the worker has reported that it is ready. Call this once, before any other call. */
  async started(signal: AbortSignal | undefined): Promise<void> {
    const error = () => new MhbError('worker-failed', 'The worker did not start');
    await this.#pending.call((id) => (this.#startId = id), {
      signal,
      limit: { ms: START_LIMIT_MS, error },
    });
  }

  /**
   * @param onPart receives the parts of a long response as they arrive, each in a separate task and all of
   *   them before the final response
   * @throws {MhbError} the worker's error, `cancelled`, or `worker-failed`
   */
  async call(request: Request, signal?: AbortSignal, onPart?: (part: unknown) => void): Promise<unknown> {
    const send = (message: CallRequest<Request>): void => this.post(message);
    let number = 0;
    const start = (id: number): void => {
      number = id;
      if (onPart !== undefined) this.#takers.set(id, onPart);
      send({ id, request });
    };
    try {
      return await this.#pending.call(start, {
        signal,
        onAbandon: (id) => send({ abandon: id }),
        limit: { ms: SILENCE_LIMIT_MS, error: () => this.#fail('The worker does not respond') },
      });
    } finally {
      this.#takers.delete(number);
    }
  }

  /** Sends a message that does not require a response. */
  post(message: unknown, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  /** Terminates the worker, and rejects calls in progress with `cancelled`. */
  close(): void {
    this.#end(new MhbError('cancelled', 'The worker was closed'));
  }

  #reportReady(lock: string | undefined): void {
    this.#pending.resolve(this.#startId, undefined);
    if (lock === undefined) return;
    // The lock is granted to the page when the worker releases it, which means that the worker has ended.
    const died = () => this.#fail('The worker ended unexpectedly');
    globalThis.navigator.locks.request(lock, { signal: this.#closed.signal }, died).catch(() => undefined);
  }

  #fail(message: string): MhbError {
    const error = new MhbError('worker-failed', message, { retriable: true });
    this.#end(error);
    return error;
  }

  #end(error: MhbError): void {
    this.#closed.abort();
    this.#pending.end(error);
    this.#worker.terminate?.();
  }
}
