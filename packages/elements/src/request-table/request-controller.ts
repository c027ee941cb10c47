import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { isRunning, type Category, type DataRequest } from '@mhb-kit/core/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The person's requests, kept up to date while one of them is being worked on. */
export class RequestController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => GatewayClient | undefined;
  /** Told when a request that was being worked on has come to its end. */
  readonly #onFinished: (request: DataRequest) => void;
  #life = new AbortController();

  /** Newest first; `undefined` until they are known. */
  requests: readonly DataRequest[] | undefined;
  catalogue: readonly Category[] = [];
  applying = false;
  error: MhbError | undefined;

  constructor(
    host: ReactiveControllerHost,
    client: () => GatewayClient | undefined,
    onFinished: (request: DataRequest) => void,
  ) {
    this.#host = host;
    this.#client = client;
    this.#onFinished = onFinished;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  category(id: string): Category | undefined {
    return this.catalogue.find((category) => category.id === id);
  }

  /** Drops everything, as when another person logs in. */
  forget(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.requests = undefined;
    this.applying = false;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  /** Fetches the requests again (重新整理) and follows those under way. */
  async load(): Promise<void> {
    const client = this.#client();
    if (client === undefined) return;
    this.#life.abort();
    this.#life = new AbortController();
    const { signal } = this.#life;
    await this.#attempt(signal, async () => {
      const [requests, catalogue] = await Promise.all([
        client.listRequests({ signal }),
        client.catalogue({ signal }),
      ]);
      this.requests = requests;
      this.catalogue = catalogue;
      for (const request of requests.filter(isRunning)) void this.#watch(client, request.id, signal);
    });
  }

  /** 資料申請. */
  async apply(): Promise<DataRequest | undefined> {
    const client = this.#client();
    if (client === undefined || this.applying) return undefined;
    const { signal } = this.#life;
    this.applying = true;
    let created: DataRequest | undefined;
    await this.#attempt(signal, async () => {
      created = await client.createRequest({ signal });
      this.#put(created);
      void this.#watch(client, created.id, signal);
    });
    this.applying = false;
    this.#host.requestUpdate();
    return created;
  }

  async #watch(client: GatewayClient, id: string, signal: AbortSignal): Promise<void> {
    await this.#attempt(signal, async () => {
      let last: DataRequest | undefined;
      for await (const request of client.watchRequest(id, { signal })) {
        if (signal.aborted) return;
        last = request;
        this.#put(request);
      }
      if (last !== undefined && !isRunning(last)) this.#onFinished(last);
    });
  }

  async #attempt(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      await work();
    } catch (thrown) {
      if (!signal.aborted) this.error = toMhbError(thrown);
    }
    this.#host.requestUpdate();
  }

  #put(request: DataRequest): void {
    const others = (this.requests ?? []).filter(({ id }) => id !== request.id);
    this.requests = [request, ...others].sort((a, b) => b.requestedAt.localeCompare(a.requestedAt));
    this.#host.requestUpdate();
  }
}
