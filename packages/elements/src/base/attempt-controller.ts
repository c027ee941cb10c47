import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { attemptNotes, AttemptWords } from './attempt-notes.js';

/** Loaded with the first error, like the texts of errors. */
let notesOf: typeof attemptNotes | undefined;

/**
 * Runs one operation at a time that takes a while and may fail: shows its progress, stores the error, waits
 * after too many attempts, and cancels when the element leaves the page.
 */
export class AttemptController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #work: AbortController | undefined;
  #error: MhbError | undefined;
  #lockedUntil = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  get isRunning(): boolean {
    return this.#work !== undefined;
  }

  get error(): MhbError | undefined {
    return this.#error;
  }

  /** How long the gateway refuses further attempts. */
  get lockedSeconds(): number {
    return Math.max(0, Math.ceil((this.#lockedUntil - Date.now()) / 1_000));
  }

  /** Whether a button that starts an attempt would have no effect. */
  get isBlocked(): boolean {
    return this.isRunning || this.lockedSeconds > 0;
  }

  /** Resolves to whether it succeeded; also `false` if it was not started. */
  async run(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    if (this.isBlocked) return false;
    const controller = new AbortController();
    this.#work = controller;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await work(controller.signal);
      return !controller.signal.aborted;
    } catch (thrown) {
      if (!controller.signal.aborted) this.fail(toMhbError(thrown));
      return false;
    } finally {
      if (this.#work === controller) {
        this.#work = undefined;
        this.#host.requestUpdate();
      }
    }
  }

  /** Additional information about the error: remaining attempts, and how long to wait. */
  notes(words: AttemptWords, tag: string): TemplateResult[] {
    return notesOf?.(this, words, tag) ?? [];
  }

  /** Shows an error, and waits if the gateway requires it. */
  fail(error: MhbError): void {
    this.#error = error.code === 'cancelled' ? undefined : error;
    if (notesOf === undefined) this.#fetchNotes().catch(() => undefined);
    const { retryAfterSeconds } = error.details;
    if (typeof retryAfterSeconds === 'number') this.#lock(retryAfterSeconds);
    this.#host.requestUpdate();
  }

  /** Cancels the operation and removes its message. */
  forget(): void {
    this.#work?.abort();
    this.#work = undefined;
    this.#error = undefined;
    clearInterval(this.#clock);
    this.#host.requestUpdate();
  }

  async #fetchNotes(): Promise<void> {
    ({ attemptNotes: notesOf } = await import('./attempt-notes.js'));
    this.#host.requestUpdate();
  }

  #lock(seconds: number): void {
    this.#lockedUntil = Date.now() + seconds * 1_000;
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      if (this.lockedSeconds === 0) {
        clearInterval(this.#clock);
        this.#error = undefined;
      }
      this.#host.requestUpdate();
    }, 1_000);
  }
}
