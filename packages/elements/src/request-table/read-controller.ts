import type { MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { taipeiDate } from '@mhb-kit/core/identity';
import { archiveFileName, isExpired, isRunning, type DataRequest } from '@mhb-kit/core/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { untilReachable } from '../base/until-reachable.js';
import { WorkController } from '../base/work-controller.js';
import type { DownloadedArchive } from './download-controller.js';
import type { RequestController } from './request-controller.js';

/**
 * The phase of the operation. `preparing` means that the gateway is fetching the records, and `opening` that the
 * records are being transferred.
 */
export type ReadPhase = 'preparing' | 'opening';

/**
 * The result of pressing the button. It is either an archive of the records without a password, or the reason why
 * there are no records.
 */
export type Read = DownloadedArchive | 'unfinished' | 'empty';

/**
 * Handles the button 看我的健康存摺. A single press requests all data, waits until it is ready, and fetches it as an
 * archive without a password.
 */
export class ReadController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #requests: RequestController;
  readonly #work: WorkController;

  phase: ReadPhase | undefined;

  constructor(host: ReactiveControllerHost, requests: RequestController) {
    this.#host = host;
    this.#requests = requests;
    this.#work = new WorkController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  get error(): MhbError | undefined {
    return this.#work.error;
  }

  /** Cancels the operation without a message, for example when another person logs in. */
  forget(): void {
    this.#work.forget();
    this.#show(undefined);
  }

  /**
   * Runs the operation. Resolves to the result, or to `undefined` if the operation was canceled or failed. If it
   * failed, `error` or the error of the request controller is set.
   * @param made called with the new request if one had to be created
   */
  async read(
    client: GatewayClient,
    now: Date,
    made: (request: DataRequest) => void,
  ): Promise<Read | undefined> {
    const read = await this.#work.resultOf((signal) => this.#read(client, now, made, signal));
    // A canceled operation must not hide the progress of an operation that has started since.
    if (!this.#work.isRunning) this.#show(undefined);
    return read;
  }

  async #read(
    client: GatewayClient,
    now: Date,
    made: (request: DataRequest) => void,
    signal: AbortSignal,
  ): Promise<Read | undefined> {
    this.#show('preparing');
    const request = this.#ofToday(now) ?? (await this.#make(made));
    const ended = request === undefined ? undefined : await this.#requests.ended(request.id);
    if (ended === undefined || signal.aborted) return undefined;
    if (ended.status !== 'completed') return 'unfinished';
    if (ended.sections.every(({ status }) => status !== 'available')) return 'empty';
    this.#show('opening');
    const lost = (error: MhbError): void => {
      this.#work.error = error;
    };
    const archive = await untilReachable(() => client.openRequest(ended.id, { signal }), { signal, lost });
    signal.throwIfAborted();
    this.#work.error = undefined;
    return { archive, fileName: archiveFileName(ended.requestedOn) };
  }

  /**
   * Returns the request that is in progress or, if there is none, a complete request of today. A second request on
   * the same day would give the same data.
   */
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
