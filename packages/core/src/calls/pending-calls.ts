import { MhbError, toMhbError } from '../error.js';

export interface CallOptions {
  /** Stops waiting; the call is rejected with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the response, and the error after that. By default there is no limit. */
  readonly limit?: { readonly ms: number; readonly error: () => MhbError } | undefined;
  /**
   * Called if the caller stops waiting before the response arrives, so that the other side can stop working.
   */
  readonly onAbandon?: ((id: number) => void) | undefined;
}

interface PendingCall<Result> {
  resolve(result: Result): void;
  reject(error: MhbError): void;
  startLimit(): void;
}

/**
 * Calls in progress on a connection (worker, socket, child process) whose responses contain the number of
 * their call. Every call is settled by its response, its signal, its time limit, or the end of the
 * connection.
 */
export class PendingCalls<Result> {
  readonly #calls = new Map<number, PendingCall<Result>>();
  #lastId = 0;
  #ended: MhbError | undefined;

  /**
   * Sends a request with a new number and waits for its response. Sends nothing if the connection has ended
   * or the signal is already aborted.
   * @throws {MhbError} `cancelled`, the error of `limit`, the error passed to `end`, or what `send` throws
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

  /** Completes the call with this number, or does nothing if nobody is waiting for it any longer. */
  resolve(id: number, result: Result): void {
    this.#calls.get(id)?.resolve(result);
  }

  reject(id: number, error: MhbError): void {
    this.#calls.get(id)?.reject(error);
  }

  /** The other side has sent something, so the time limits of all calls restart. */
  restartLimits(): void {
    for (const call of this.#calls.values()) call.startLimit();
  }

  /** The connection has ended: all calls in progress and all later ones are rejected with this error. */
  end(error: MhbError): void {
    this.#ended ??= error;
    for (const call of [...this.#calls.values()]) call.reject(this.#ended);
  }
}

const cancelled = (signal: AbortSignal | undefined): MhbError =>
  new MhbError('cancelled', 'The operation was cancelled', { cause: signal?.reason });
