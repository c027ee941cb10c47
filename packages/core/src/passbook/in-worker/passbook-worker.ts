import { startWorker, withSignal, type WorkerCalls, type WorkerLike } from '../../calls/index.js';
import { MhbError } from '../../error.js';
import type { Passbook } from '../model/model.js';
import type { PassbookFile, ReadOptions, ReadResult } from '../read/read.js';
import { takeTurns } from '../steps/turns.js';
import { portionsOf } from './portions.js';
import { RowCollector } from './rows.js';
import {
  CHUNK_BYTES,
  type Judged,
  type PassbookQuestion,
  type ReadAnswer,
  type ReadPart,
  type ToWorker,
  type WorkerRequest,
} from './worker-protocol.js';

/**
 * Creates the worker. By default, the worker runs the module next to this one, which bundlers find by its URL.
 * Pages that serve that module from another address, or whose policy requires a `TrustedScriptURL`, pass a
 * function such as `() => new Worker('/scripts/passbook-worker.js', { type: 'module' })`. With `null`, no
 * worker is used.
 */
export type CreateWorker = (() => WorkerLike) | null;

export interface WorkerOptions {
  /** A worker to reuse. If omitted, a worker is started for this call and stopped afterward. */
  readonly worker?: PassbookWorker;
  readonly createWorker?: CreateWorker;
}

export interface AheadOptions extends ReadOptions {
  /**
   * The day and the year of birth for which views will be requested. The worker computes the first views while
   * the page is still receiving the records.
   */
  readonly ahead?: Judged;
}

type Calls = WorkerCalls<WorkerRequest>;

/** Asks a question about the passbook that the worker holds. */
export type Ask = (
  question: PassbookQuestion,
  signal?: AbortSignal,
  onPart?: (part: unknown) => void,
) => Promise<unknown>;

/**
 * How many times a call is attempted if the worker crashes. A second attempt can succeed, because another call
 * may have caused the crash.
 */
const ATTEMPTS = 2;

/**
 * A reusable worker for all tasks that are slow with a long history: reading files (`readPassbookInWorker`),
 * computing views and searching (`viewInWorker`), listing codes (`listCodedTermsInWorker`), and writing files
 * (`writePassbookInWorker`). A passbook is transferred once, or not at all if the worker has read it. The
 * worker starts with the first call. If it crashes, the next call starts it again.
 */
export class PassbookWorker {
  readonly #create: CreateWorker;
  #started: Promise<StartedWorker | null> | undefined;
  #current: StartedWorker | undefined;
  #life = new AbortController();

  constructor(createWorker: CreateWorker = defaultWorker) {
    this.#create = createWorker;
  }

  /**
   * Starts the worker now, so that it is ready when files have to be read. If it cannot start, the next call
   * reports the error.
   */
  start(): void {
    this.#start().catch(() => undefined);
  }

  /**
   * Reads files like `readPassbook`, but in the worker. Returns `null` if no worker starts. Canceling
   * terminates the worker, because nothing else can stop a parser.
   * @throws {MhbError} the same errors as `readPassbook`; `worker-failed` if the worker crashes or stops
   * responding
   */
  async read(files: readonly PassbookFile[], options: AheadOptions = {}): Promise<ReadResult | null> {
    const { signal } = options;
    if (signal?.aborted === true) throw new MhbError('cancelled', 'Reading was cancelled');
    const stop = (): void => this.close();
    signal?.addEventListener('abort', stop);
    let worker: StartedWorker | null = null;
    try {
      worker = await this.#start();
      return worker === null ? null : await worker.read(files, options);
    } catch (thrown) {
      if (worker !== null && isFailure(thrown)) this.#forget(worker);
      throw thrown;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /**
   * Calls `work` once the worker holds the passbook, so that `work` can ask questions about it. Returns `null`
   * if no worker starts.
   * @throws {MhbError} the errors of `work`; `worker-failed` if the worker crashes twice; `cancelled`
   */
  async about<T>(
    passbook: Passbook,
    work: (ask: Ask) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T | null> {
    for (let attempt = 1; ; attempt += 1) {
      const worker = await withSignal(this.#start(), signal);
      if (worker === null) return null;
      try {
        return await work(await worker.hold(passbook));
      } catch (thrown) {
        if (!isFailure(thrown)) throw thrown;
        this.#forget(worker);
        if (attempt === ATTEMPTS) throw thrown;
      }
    }
  }

  /** Checks whether the worker already has the passbook. */
  async holds(passbook: Passbook): Promise<boolean> {
    return (await this.#started)?.holds(passbook) === true;
  }

  /** Terminates the worker, which loses its data. Calls in progress are rejected with `cancelled`. */
  close(): void {
    const started = this.#started;
    this.#started = undefined;
    this.#life.abort();
    this.#life = new AbortController();
    void started?.then(
      (worker) => worker?.calls.close(),
      () => undefined,
    );
  }

  #start(): Promise<StartedWorker | null> {
    this.#started ??= this.#startNew();
    return this.#started;
  }

  async #startNew(): Promise<StartedWorker | null> {
    if (this.#create === null) return null;
    const calls = await startWorker<WorkerRequest>(this.#create, { signal: this.#life.signal });
    if (calls === null) return null;
    this.#current = new StartedWorker(calls);
    return this.#current;
  }

  /** Closes a worker. The next call starts a new worker, unless a new one was already started. */
  #forget(worker: StartedWorker): void {
    worker.calls.close();
    if (this.#current === worker) this.#started = undefined;
  }
}

const isFailure = (thrown: unknown): boolean => thrown instanceof MhbError && thrown.code === 'worker-failed';

const defaultWorker = (): Worker => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });

/** A running worker and the passbook that it holds. */
class StartedWorker {
  readonly calls: Calls;
  #held: { readonly passbook: Passbook; readonly number: number } | undefined;
  /** How many passbooks the worker has received so far. */
  #count = 0;
  /** Resolves when all earlier passbooks have been sent. Passbooks are sent one at a time. */
  #sending: Promise<void> = Promise.resolve();

  constructor(calls: Calls) {
    this.calls = calls;
  }

  async read(
    files: readonly PassbookFile[],
    { signal, onProgress, maxBytes, drugs, ahead }: AheadOptions,
  ): Promise<ReadResult> {
    const records = new RowCollector();
    await this.#send(chunksOf(files), signal);
    const number = ++this.#count;
    const request = {
      call: 'read',
      number,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(drugs === undefined ? {} : { drugs }),
      ...(ahead === undefined ? {} : { ahead }),
    } as const;
    const { head, report } = (await this.calls.call(request, signal, (given) => {
      const part = given as ReadPart;
      if ('portion' in part) records.add(part.portion);
      else onProgress?.(part.progress);
    })) as ReadAnswer;
    const passbook = records.passbook(head);
    this.#held = { passbook, number };
    return { passbook, report };
  }

  holds(passbook: Passbook): boolean {
    return this.#held?.passbook === passbook;
  }

  /** Waits until the worker holds the passbook. */
  async hold(passbook: Passbook): Promise<Ask> {
    while (this.#held?.passbook !== passbook) {
      this.#sending = this.#sending.then(() => this.#give(passbook));
      await this.#sending;
    }
    const about = this.#held.number;
    return (question, signal, onPart) => this.calls.call({ ...question, about }, signal, onPart);
  }

  async #give(passbook: Passbook): Promise<void> {
    if (this.holds(passbook)) return;
    await this.#send(recordsOf(passbook), undefined);
    const { subjectId, downloads } = passbook;
    const number = ++this.#count;
    await this.calls.call({ call: 'hold', number, head: { subjectId, downloads } });
    this.#held = { passbook, number };
  }

  /** Sends all messages, and lets the page do other work between them. */
  async #send(messages: Iterable<ToWorker>, signal: AbortSignal | undefined): Promise<void> {
    const turn = takeTurns(signal);
    for (const message of messages) {
      this.calls.post(message, 'bytes' in message ? [message.bytes.buffer as ArrayBuffer] : []);
      await turn();
    }
  }
}

function* chunksOf(files: readonly PassbookFile[]): Generator<ToWorker> {
  for (const { name, bytes } of files) {
    yield { file: name, byteLength: bytes.length };
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield { bytes: bytes.slice(at, at + CHUNK_BYTES) };
  }
}

function* recordsOf(passbook: Passbook): Generator<ToWorker> {
  for (const portion of portionsOf(passbook)) yield { portion };
}
