import type { MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionController } from '../base/session-controller.js';
import type { Translations } from '../base/translations.js';
import type { RepresentStep } from './represent-step.js';

export interface RepresentingParts {
  readonly session: SessionController;
  readonly translations: () => Translations;
  readonly errorNotice: (error: MhbError | undefined) => unknown;
  readonly announce: (words: string) => void;
}

/** Lets a logged-in person choose whose passbook to read, if the gateway supports legal representatives. */
export class RepresentingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: RepresentingParts;
  #step: RepresentStep | undefined;
  /** The ID of the session for which the list of represented people was requested. */
  #listedIn: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: RepresentingParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
    host.requestUpdate();
  }

  get pending(): Promise<void> | undefined {
    return this.#step?.pending;
  }

  hostUpdate(): void {
    const { session } = this.#parts;
    const current = session.client;
    const own = session.session;
    if (own === null) this.#step?.forget();
    // The list of represented people belongs to the logged-in person. It does not change while that person reads
    // another person's passbook.
    if (own === null || own.representation !== undefined || this.#listedIn === own.id) return;
    if (current === undefined) return;
    this.#listedIn = own.id;
    // If the list cannot be loaded, the person can read only their own passbook.
    this.#load(current).catch(() => undefined);
  }

  /**
   * Renders the choice of a passbook. If another person's passbook is open, the owner's name is shown above the
   * choice.
   */
  render(tag: string): unknown {
    const { session, errorNotice } = this.#parts;
    const current = session.client;
    if (current === undefined || session.session === null) return undefined;
    return [session.whose(tag), this.#step?.render(current, session.session, errorNotice)];
  }

  async #load(client: GatewayClient): Promise<void> {
    const { RepresentStep } = await import('./represent-step.js');
    this.#step ??= new RepresentStep(this.#host, this.#parts.translations, this.#parts.announce);
    await this.#step.load(client);
  }
}
