import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { GatewayClient, OperatorContent } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const nothingWritten: OperatorContent = { announcements: [], pages: {} };
/**
 * The calls for content, by client. There is one call per client, no matter how many components need its result.
 */
const answers = new WeakMap<GatewayClient, Promise<OperatorContent>>();

/**
 * Provides the operator's content from the current gateway. `content` is `undefined` until the content has been
 * loaded.
 */
export class ContentController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => GatewayClient | undefined;
  #asked: GatewayClient | undefined;

  content: OperatorContent | undefined;
  error: MhbError | undefined;

  constructor(host: ReactiveControllerHost, client: () => GatewayClient | undefined) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostUpdate(): void {
    const client = this.#client();
    if (client === this.#asked) return;
    this.#asked = client;
    void this.load();
  }

  /** Loads the content from the gateway. This function can be called again after a call has failed. */
  async load(): Promise<void> {
    const client = this.#asked;
    this.error = undefined;
    this.content = undefined;
    if (client === undefined) return;
    const asked = answers.get(client) ?? client.content();
    answers.set(client, asked);
    try {
      const content = await asked;
      if (this.#asked === client) this.content = content;
    } catch (thrown) {
      answers.delete(client);
      const error = toMhbError(thrown);
      // The gateway is an older version that does not support the operator's content.
      if (this.#asked === client && error.code === 'not-found') this.content = nothingWritten;
      else if (this.#asked === client) this.error = error;
    }
    this.#host.requestUpdate();
  }
}
