import type { GatewayClient, ServiceInfo } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One question a client, however many components want the answer. */
const answers = new WeakMap<GatewayClient, Promise<ServiceInfo>>();

function ask(client: GatewayClient): Promise<ServiceInfo> {
  const asked = answers.get(client) ?? client.service();
  answers.set(client, asked);
  // Without an answer everything is offered, and asked again by whoever comes next.
  asked.catch(() => answers.delete(client));
  return asked;
}

/** What the gateway of the moment offers; `undefined` until it has said so. */
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
