import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Runs one operation at a time that takes a while and may fail. The controller shows the progress of the
 * operation, stores its error, cancels it when the element leaves the page, and ignores results that arrive later.
 */
export class WorkController implements ReactiveController {
  protected readonly host: ReactiveControllerHost;
  #running: AbortController | undefined;
  #error: MhbError | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Whether a new operation is currently prevented from starting. */
  get isBlocked(): boolean {
    return this.isRunning;
  }

  get error(): MhbError | undefined {
    return this.#error;
  }

  set error(error: MhbError | undefined) {
    this.#error = error;
    this.host.requestUpdate();
  }

  /**
   * Runs an operation. Resolves to its result, or to `undefined` if it failed, was canceled, or was not started.
   */
  async resultOf<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (this.isBlocked) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    this.#running = controller;
    this.error = undefined;
    try {
      const result = await work(signal);
      return signal.aborted ? undefined : result;
    } catch (thrown) {
      if (!signal.aborted) this.fail(toMhbError(thrown));
      return undefined;
    } finally {
      if (this.#running === controller) {
        this.#running = undefined;
        this.host.requestUpdate();
      }
    }
  }

  /**
   * Runs an operation. Resolves to `true` if it succeeded, and to `false` if it failed, was canceled, or was not
   * started.
   */
  async run(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    const done = await this.resultOf(async (signal) => {
      await work(signal);
      return true;
    });
    return done === true;
  }

  /** Shows an error. */
  fail(error: MhbError): void {
    this.error = error;
  }

  /** Cancels the current operation and clears the stored error. */
  forget(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.error = undefined;
  }
}
