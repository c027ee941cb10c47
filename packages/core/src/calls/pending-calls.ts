import { MhbError, toMhbError } from '../error.js';

export interface CallOptions {
  /** Stops waiting; the call rejects with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the answer, and what the call rejects with after that. Without it, no limit. */
  readonly limit?: { readonly ms: number; readonly error: () => MhbError } | undefined;
  /** Called when the caller stops waiting before an answer came, so that the other side can stop working on it. */
  readonly onAbandon?: ((id: number) => void) | undefined;
}

interface PendingCall<Result> {
  resolve(result: Result): void;
  reject(error: MhbError): void;
  startLimit(): void;
}

/**
 * Requests under way on a connection (worker, socket, child process) that answers each under its number. Every call
 * settles: by its answer, its signal, its limit, or the end of the connection.
 */
export class PendingCalls<Result> {
  readonly #calls = new Map<number, PendingCall<Result>>();
  #lastId = 0;
  #ended: MhbError | undefined;

  /**
   * Sends a request under a new number and waits for its answer. Nothing is sent if the connection has ended or the signal
   * is aborted already.
   * @throws {MhbError} `cancelled`, that of `limit`, that given to `end`, or what `send` throws
   */
  call(send: (id: number) => void, { signal, limit, onAbandon }: CallOptions = {}): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) throw this.#ended;
      if (signal?.aborted === true) throw cancelled(signal);
      const id = ++this.#lastId;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (): void => {
        this.#calls.delete(id);
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const abandon = (error: MhbError): void => {
        settle();
        onAbandon?.(id);
        reject(error);
      };
      const abort = (): void => {
        abandon(cancelled(signal));
      };
      const call: PendingCall<Result> = {
        resolve: (result) => {
          settle();
          resolve(result);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
        startLimit: () => {
          clearTimeout(timer);
          if (limit !== undefined) timer = setTimeout(() => abandon(limit.error()), limit.ms);
        },
      };
      this.#calls.set(id, call);
      signal?.addEventListener('abort', abort);
      call.startLimit();
      try {
        send(id);
      } catch (thrown) {
        call.reject(toMhbError(thrown));
      }
    });
  }

  /** Answers to calls that nobody waits for any more are ignored. */
  resolve(id: number, result: Result): void {
    this.#calls.get(id)?.resolve(result);
  }

  reject(id: number, error: MhbError): void {
    this.#calls.get(id)?.reject(error);
  }

  /** Something was heard from the other side: the limits of all calls start again. */
  restartLimits(): void {
    for (const call of this.#calls.values()) call.startLimit();
  }

  /** The connection is gone: everything under way, and every later call, rejects with this. */
  end(error: MhbError): void {
    this.#ended ??= error;
    for (const call of [...this.#calls.values()]) call.reject(this.#ended);
  }
}

const cancelled = (signal: AbortSignal | undefined): MhbError =>
  new MhbError('cancelled', 'The operation was cancelled', { cause: signal?.reason });
