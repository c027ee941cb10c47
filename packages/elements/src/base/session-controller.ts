import type { GatewayClient, Session } from '@mhb-kit/core/gateway';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { whosePassbook } from './whose-passbook.js';

/**
 * The module that names the passbook's owner. It is loaded when a legal representative first reads a passbook, and
 * shared by all elements on the page.
 */
let shown: typeof whosePassbook | undefined;

/** Tracks the session of the client that an element uses. */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => GatewayClient | undefined;
  readonly #onChange: (session: Session | null) => void;
  #followed: GatewayClient | undefined;
  #stop: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    client: () => GatewayClient | undefined,
    onChange: (session: Session | null) => void = () => undefined,
  ) {
    this.#host = host;
    this.#client = client;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The client whose session is being tracked. */
  get client(): GatewayClient | undefined {
    return this.#followed;
  }

  get session(): Session | null {
    return this.#followed?.session ?? null;
  }

  /**
   * For a legal representative, renders a statement at the top of the screen that says whose passbook is shown.
   */
  whose(tag: string): TemplateResult | typeof nothing {
    const { session } = this;
    const representation = session?.representation;
    if (session === null || representation === undefined) return nothing;
    if (shown === undefined) void this.#fetchWords();
    // Until the module that renders the full statement is loaded, only the name is shown.
    return shown?.(session, representation, tag) ?? html`<p><strong>${session.person.name}</strong></p>`;
  }

  async #fetchWords(): Promise<void> {
    ({ whosePassbook: shown } = await import('./whose-passbook.js'));
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const client = this.#client();
    if (client === this.#followed) return;
    this.hostDisconnected();
    this.#followed = client;
    this.#stop = client?.onSessionChange((session) => {
      this.#onChange(session);
      this.#host.requestUpdate();
    });
    this.#onChange(this.session);
  }

  hostConnected(): void {
    // The element might have been moved in the document. This update makes the controller track the session again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#followed = undefined;
  }
}
