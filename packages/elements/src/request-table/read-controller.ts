import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { taipeiDate } from '@mhb-kit/core/identity';
import { archiveFileName, isExpired, isRunning, type DataRequest } from '@mhb-kit/core/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { untilReachable } from '../base/until-reachable.js';
import type { DownloadedArchive } from './download-controller.js';
import type { RequestController } from './request-controller.js';

/** `preparing`: the gateway fetches the records; `opening`: they are on their way here. */
export type ReadPhase = 'preparing' | 'opening';

/** What came of a press: the records as an archive without a password, or why there are none. */
export type Read = DownloadedArchive | 'unfinished' | 'empty';

/** 看我的健康存摺: one press asks for everything, waits, and brings it for reading, without a password. */
export class ReadController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #requests: RequestController;
  #work: AbortController | undefined;

  phase: ReadPhase | undefined;
  error: MhbError | undefined;

  constructor(host: ReactiveControllerHost, requests: RequestController) {
    this.#host = host;
    this.#requests = requests;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Drops everything without a word, as when another person logs in. */
  forget(): void {
    this.#work?.abort();
    this.#work = undefined;
    this.error = undefined;
    this.#show(undefined);
  }

  /**
   * Resolves to `undefined` when it failed (`error` or the request's says why) or was forgotten meanwhile.
   * @param made told of a request that had to be made
   */
  async read(
    client: GatewayClient,
    now: Date,
    made: (request: DataRequest) => void,
  ): Promise<Read | undefined> {
    if (this.#work !== undefined) return undefined;
    const work = new AbortController();
    const { signal } = work;
    this.#work = work;
    this.error = undefined;
    this.#show('preparing');
    try {
      const request = this.#ofToday(now) ?? (await this.#make(made));
      const ended = request === undefined ? undefined : await this.#requests.ended(request.id);
      if (ended === undefined || signal.aborted) return undefined;
      if (ended.status !== 'completed') return 'unfinished';
      if (ended.sections.every(({ status }) => status !== 'available')) return 'empty';
      this.#show('opening');
      const archive = await untilReachable(() => client.openRequest(ended.id, { signal }), {
        signal,
        lost: (error) => {
          this.error = error;
          this.#host.requestUpdate();
        },
      });
      signal.throwIfAborted();
      this.error = undefined;
      return { archive, fileName: archiveFileName(ended.requestedOn) };
    } catch (thrown) {
      if (!signal.aborted) this.error = toMhbError(thrown);
      return undefined;
    } finally {
      // What was forgotten meanwhile leaves the next alone.
      if (this.#work === work) {
        this.#work = undefined;
        this.#show(undefined);
      }
    }
  }

  /** What was asked for today is what would come again. */
  #ofToday(now: Date): DataRequest | undefined {
    return this.#requests.requests?.find(
      (request) =>
        isRunning(request) ||
        (request.status === 'completed' &&
          request.requestedOn === taipeiDate(now) &&
          !isExpired(request, now) &&
          request.sections.every(({ status }) => status !== 'failed')),
    );
  }

  async #make(made: (request: DataRequest) => void): Promise<DataRequest | undefined> {
    const request = await this.#requests.apply();
    if (request !== undefined) made(request);
    return request;
  }

  #show(phase: ReadPhase | undefined): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }
}
