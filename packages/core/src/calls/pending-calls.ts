import { MhbError, toMhbError } from '../error.js';

export interface CallOptions {
  /** Aborting this signal ends the wait and rejects the call with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the response, and the error with which the call then rejects. Defaults to no limit. */
  readonly limit?: { readonly ms: number; readonly error: () => MhbError } | undefined;
  /**
   * Runs if the caller stops waiting before the response arrives, so that the other side can stop working
   * too.
   */
  readonly onAbandon?: ((id: number) => void) | undefined;
}

interface PendingCall<Result> {
  resolve(result: Result): void;
  reject(error: MhbError): void;
  startLimit(): void;
}

/**
 * The calls in progress on a connection (worker, socket, or child process). Each response contains the number
 * of its call. Every call is settled by its response, its signal, its time limit, or the end of the
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

  /** Resolves the call with this number. Does nothing if nobody is waiting for the response any longer. */
  resolve(id: number, result: Result): void {
    this.#calls.get(id)?.resolve(result);
  }

  reject(id: number, error: MhbError): void {
    this.#calls.get(id)?.reject(error);
  }

  /** Restarts the time limits of all calls, because the other side has sent something. */
  restartLimits(): void {
    for (const call of this.#calls.values()) call.startLimit();
  }

  /** Ends the connection. Rejects all calls in progress and all later calls with this error. */
  end(error: MhbError): void {
    this.#ended ??= error;
    for (const call of [...this.#calls.values()]) call.reject(this.#ended);
  }
}

const cancelled = (signal: AbortSignal | undefined): MhbError =>
  new MhbError('cancelled', 'The operation was cancelled', { cause: signal?.reason });
