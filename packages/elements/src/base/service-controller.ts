import type { GatewayClient, ServiceInfo } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The pending or completed call for each client. All components on the page share the result. */
const answers = new WeakMap<GatewayClient, Promise<ServiceInfo>>();

function ask(client: GatewayClient): Promise<ServiceInfo> {
  const asked = answers.get(client) ?? client.service();
  answers.set(client, asked);
  // If the call fails, every feature is offered, and the next component that needs the result calls the gateway
  // again.
  asked.catch(() => answers.delete(client));
  return asked;
}

/**
 * Resolves once the gateway has responded or cannot be reached. Components whose buttons depend on the gateway's
 * features wait for this, so that no button moves just before a person presses it.
 */
export async function serviceKnown(client: GatewayClient | undefined): Promise<void> {
  if (client !== undefined) await ask(client).catch(() => undefined);
}

/** Provides the features that the current gateway offers. `info` is `undefined` until the gateway has responded. */
export class ServiceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => GatewayClient | undefined;
  #asked: GatewayClient | undefined;
  #info: ServiceInfo | undefined;

  constructor(host: ReactiveControllerHost, client: () => GatewayClient | undefined) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  get info(): ServiceInfo | undefined {
    return this.#info;
  }

  hostUpdate(): void {
    const client = this.#client();
    if (client === this.#asked) return;
    this.#asked = client;
    this.#info = undefined;
    if (client === undefined) return;
    ask(client).then(
      (info) => {
        if (this.#asked !== client) return;
        this.#info = info;
        this.#host.requestUpdate();
      },
      () => undefined,
    );
  }
}
