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
 * Creates the worker. By default it runs the module next to this one, which bundlers find by its URL. Pages that
 * serve that module elsewhere, or whose policy requires a `TrustedScriptURL`, pass a function such as `() => new
 * Worker('/scripts/passbook-worker.js', { type: 'module' })`. `null` if there is no worker.
 */
export type CreateWorker = (() => WorkerLike) | null;

export interface WorkerOptions {
  /** A worker to reuse. If it is omitted, a worker is started for this call and ended afterward. */
  readonly worker?: PassbookWorker;
  readonly createWorker?: CreateWorker;
}

export interface AheadOptions extends ReadOptions {
  /**
   * The day and year of birth for which views will be requested. The worker computes the first ones while the
   * page still receives the records.
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

/** How many times a call is tried if its worker crashes: another call may have caused the crash. */
const ATTEMPTS = 2;

/**
 * A reusable worker for everything that is slow with a long history: it reads files (`readPassbookInWorker`),
 * computes views and searches (`viewInWorker`), and lists codes (`listCodedTermsInWorker`) and writes files
 * (`writePassbookInWorker`). A passbook is transferred once, or not at all if the worker read it. The worker
 * starts with the first call; if it crashes, the next call starts it again.
 */
export class PassbookWorker {
  readonly #create: CreateWorker;
  #started: Promise<StartedWorker | null> | undefined;
  #current: StartedWorker | undefined;
  #life = new AbortController();

  constructor(createWorker: CreateWorker = defaultWorker) {
    this.#create = createWorker;
  }

  /** Starts the worker now, so that it is ready when the files are. The next call reports an error. */
  start(): void {
    this.#start().catch(() => undefined);
  }

  /**
   * Same as `readPassbook`; `null` if no worker starts. Canceling terminates the worker, because nothing
   * else can stop a parser.
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
   * Calls `work` once the worker holds the passbook, so that it can ask questions; `null` if no worker
   * starts.
   * @throws {MhbError} the errors of `work`; `worker-failed` if the worker crashed twice; `cancelled`
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

  /** Whether the worker already has the passbook. */
  async holds(passbook: Passbook): Promise<boolean> {
    return (await this.#started)?.holds(passbook) === true;
  }

  /** Terminates the worker, which loses its data. Calls in progress reject with `cancelled`. */
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

  /** Closes a worker. The next call starts a new one, unless that has already happened. */
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
  /** Number of passbooks so far. */
  #count = 0;
  /** Resolves when all earlier passbooks have been sent: they are sent one at a time. */
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

  /** Sends all messages, yielding to the page in between. */
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
