import type { MhbError } from '@mhb-kit/core/error';
import type { TemplateResult } from 'lit';
import type { attemptNotes } from './attempt-notes.js';
import type { Translations } from './translations.js';
import { WorkController } from './work-controller.js';

/** The function that renders notes about an error. It is loaded when the first error occurs. */
let notesOf: typeof attemptNotes | undefined;

/**
 * Runs an action that a person has started. After too many attempts, the action is blocked until the gateway
 * accepts a new attempt.
 */
export class AttemptController extends WorkController {
  #lockedUntil = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** The number of seconds for which the gateway will refuse further attempts. */
  get lockedSeconds(): number {
    return Math.max(0, Math.ceil((this.#lockedUntil - Date.now()) / 1_000));
  }

  /** Whether the button that starts an attempt has no effect at the moment. */
  override get isBlocked(): boolean {
    return this.isRunning || this.lockedSeconds > 0;
  }

  /** Renders further information about the error: how many attempts are left, and how long to wait. */
  notes(translations: Translations, tag: string): TemplateResult[] {
    return notesOf?.(this, translations, tag) ?? [];
  }

  /** Shows an error, and blocks further attempts for as long as the gateway requires. */
  override fail(error: MhbError): void {
    this.error = error.code === 'cancelled' ? undefined : error;
    if (notesOf === undefined) this.#fetchNotes().catch(() => undefined);
    const seconds = Number(error.details['retryAfterSeconds']);
    if (seconds > 0) this.#lock(seconds);
  }

  override forget(): void {
    super.forget();
    clearInterval(this.#clock);
  }

  async #fetchNotes(): Promise<void> {
    ({ attemptNotes: notesOf } = await import('./attempt-notes.js'));
    this.host.requestUpdate();
  }

  #lock(seconds: number): void {
    this.#lockedUntil = Date.now() + seconds * 1_000;
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      if (this.lockedSeconds === 0) {
        clearInterval(this.#clock);
        this.error = undefined;
      }
      this.host.requestUpdate();
    }, 1_000);
  }
}
