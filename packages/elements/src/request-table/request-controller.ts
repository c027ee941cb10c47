import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { isRunning, type Category, type DataRequest } from '@mhb-kit/core/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { untilReachable } from '../base/until-reachable.js';

/** Holds the person's requests, and updates them while a request is in progress. */
export class RequestController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => GatewayClient | undefined;
  /** Called when a request in progress has ended. */
  readonly #onFinished: (request: DataRequest) => void;
  /** Loads the code that is needed to show requests. */
  readonly #prepare: () => Promise<void>;
  #life = new AbortController();
  /** Maps the ID of each followed request to a promise that settles when following ends. */
  readonly #followed = new Map<string, Promise<void>>();
  #loading: Promise<void> = Promise.resolve();

  /** The person's requests, newest first; `undefined` until they are loaded. */
  requests: readonly DataRequest[] | undefined;
  catalogue: readonly Category[] = [];
  applying = false;
  error: MhbError | undefined;

  constructor(
    host: ReactiveControllerHost,
    client: () => GatewayClient | undefined,
    onFinished: (request: DataRequest) => void,
    prepare: () => Promise<void>,
  ) {
    this.#host = host;
    this.#client = client;
    this.#onFinished = onFinished;
    this.#prepare = prepare;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  category(id: string): Category | undefined {
    return this.catalogue.find((category) => category.id === id);
  }

  /** Stops following requests and clears them, for example when another person logs in. */
  forget(): void {
    this.#begin();
    this.requests = undefined;
    this.applying = false;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  /** Loads the requests again (重新整理), and follows the requests that are in progress. */
  load(): Promise<void> {
    const client = this.#client();
    if (client === undefined) return Promise.resolve();
    this.#begin();
    const { signal } = this.#life;
    this.#loading = this.#attempt(signal, async () => {
      const [requests, catalogue] = await Promise.all([
        client.listRequests({ signal }),
        client.catalogue({ signal }),
        this.#prepare(),
      ]);
      this.requests = requests;
      this.catalogue = catalogue;
      for (const request of requests.filter(isRunning)) this.#follow(client, request.id, signal);
    });
    return this.#loading;
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
      this.#follow(client, created.id, signal);
    });
    this.applying = false;
    this.#host.requestUpdate();
    return created;
  }

  /** Resolves to the final state of a request, or to `undefined` if the request is no longer followed. */
  async ended(id: string): Promise<DataRequest | undefined> {
    for (let before: Promise<void> | undefined; ;) {
      await this.#loading;
      const ended = this.requests?.find((each) => each.id === id && !isRunning(each));
      if (ended !== undefined) return ended;
      const followed = this.#followed.get(id);
      if (followed === before) return undefined;
      before = followed;
      await followed;
    }
  }

  #begin(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#followed.clear();
  }

  #follow(client: GatewayClient, id: string, signal: AbortSignal): void {
    this.#followed.set(id, this.#watch(client, id, signal));
  }

  async #watch(client: GatewayClient, id: string, signal: AbortSignal): Promise<void> {
    await this.#attempt(signal, async () => {
      let last: DataRequest | undefined;
      for await (const request of client.watchRequest(id, { signal })) {
        if (signal.aborted) return;
        this.error = undefined;
        last = request;
        this.#put(request);
      }
      if (last !== undefined && !isRunning(last)) this.#onFinished(last);
    });
  }

  /**
   * Runs an operation. If the network is unavailable, the person sees the reason, and the operation continues
   * automatically when the network is back.
   */
  async #attempt(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    this.error = undefined;
    this.#host.requestUpdate();
    let isLost = false;
    const lost = (error: MhbError): void => {
      isLost = true;
      this.error = error;
      this.#host.requestUpdate();
    };
    try {
      await untilReachable(work, { signal, lost });
      if (isLost && !signal.aborted) this.error = undefined;
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
