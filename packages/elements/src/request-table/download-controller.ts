import { MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { SectionSelection } from '@mhb-kit/core/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WorkController } from '../base/work-controller.js';

export interface DownloadedArchive {
  readonly archive: Blob;
  readonly fileName: string;
}

/**
 * The state of a download. In the phase `sealing`, the gateway is encrypting the archive. In the phase
 * `downloading`, `fraction` of the archive has been received.
 */
export type Transfer =
  { readonly phase: 'sealing' } | { readonly phase: 'downloading'; readonly fraction: number };

/**
 * Has the gateway create an archive of the selection, and downloads that archive. Only one download can run at a
 * time. The controller reports the progress of the download, which can be canceled.
 */
export class DownloadController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #work: WorkController;
  #last: { readonly key: string; readonly file: DownloadedArchive } | undefined;

  transfer: Transfer | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#work = new WorkController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  get error(): MhbError | undefined {
    return this.#work.error;
  }

  set error(error: MhbError | undefined) {
    this.#work.error = error;
  }

  /** Cancels the download at the person's request, and shows a message. */
  cancel(): void {
    if (!this.#work.isRunning) return;
    this.#work.forget();
    this.error = new MhbError('cancelled');
    this.#show(undefined);
  }

  /**
   * Cancels the download without a message, for example when another person logs in, and discards the latest
   * archive.
   */
  forget(): void {
    this.#work.forget();
    this.#last = undefined;
    this.#show(undefined);
  }

  /**
   * Downloads an archive. Resolves to the archive, or to `undefined` if the download was canceled or failed, in
   * which case `error` is set.
   */
  async fetch(
    client: GatewayClient,
    requestId: string,
    selection: readonly SectionSelection[],
  ): Promise<DownloadedArchive | undefined> {
    if (this.#work.isRunning) return undefined;
    const key = JSON.stringify([requestId, selection]);
    // If a person saves an archive and then opens the same archive, it is downloaded only once.
    if (this.#last?.key === key) return this.#last.file;
    const file = await this.#work.resultOf(async (signal) => {
      this.#show({ phase: 'sealing' });
      const sealed = await client.createArchive(requestId, selection, { signal });
      signal.throwIfAborted();
      this.#show({ phase: 'downloading', fraction: 0 });
      const archive = await client.downloadArchive(sealed, {
        signal,
        onProgress: ({ loaded, total }) => {
          if (!signal.aborted)
            this.#show({ phase: 'downloading', fraction: total === 0 ? 0 : loaded / total });
        },
      });
      return { archive, fileName: sealed.fileName };
    });
    if (file !== undefined) this.#last = { key, file };
    // A canceled transfer must not hide the progress of a transfer that has started since.
    if (!this.#work.isRunning) this.#show(undefined);
    return file;
  }

  #show(transfer: Transfer | undefined): void {
    this.transfer = transfer;
    this.#host.requestUpdate();
  }
}
