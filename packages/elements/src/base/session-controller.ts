import type { GatewayClient, Session } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows the session of the client that an element uses at the moment. */
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

  get session(): Session | null {
    return this.#followed?.session ?? null;
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
    // A second time on the page: follow again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#followed = undefined;
  }
}
