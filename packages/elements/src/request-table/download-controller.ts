import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { SectionSelection } from '@mhb-kit/core/request';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface DownloadedArchive {
  readonly archive: Blob;
  readonly fileName: string;
}

/** `sealing`: the gateway encrypts; `downloading`: bytes arrive, `fraction` of them are here. */
export type Transfer =
  { readonly phase: 'sealing' } | { readonly phase: 'downloading'; readonly fraction: number };

/** Has the gateway seal what is ticked and fetches it, one at a time, with progress and cancel. */
export class DownloadController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #work: AbortController | undefined;
  #last: { readonly key: string; readonly file: DownloadedArchive } | undefined;

  transfer: Transfer | undefined;
  error: MhbError | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  cancel(): void {
    this.#work?.abort();
  }

  /** Drops the last archive too, as when another person logs in. */
  forget(): void {
    this.cancel();
    this.#last = undefined;
    this.error = undefined;
  }

  /** Resolves to `undefined` when it failed (`error` says why) or was cancelled. */
  async fetch(
    client: GatewayClient,
    requestId: string,
    selection: readonly SectionSelection[],
  ): Promise<DownloadedArchive | undefined> {
    if (this.#work !== undefined) return undefined;
    const key = JSON.stringify([requestId, selection]);
    // Saving and then opening the same archive need not fetch it twice.
    if (this.#last?.key === key) return this.#last.file;
    this.#work = new AbortController();
    const { signal } = this.#work;
    this.error = undefined;
    try {
      this.#show({ phase: 'sealing' });
      const sealed = await client.createArchive(requestId, selection, { signal });
      this.#show({ phase: 'downloading', fraction: 0 });
      const archive = await client.downloadArchive(sealed, {
        signal,
        onProgress: ({ loaded, total }) => {
          this.#show({ phase: 'downloading', fraction: total === 0 ? 0 : loaded / total });
        },
      });
      const file = { archive, fileName: sealed.fileName };
      this.#last = { key, file };
      return file;
    } catch (thrown) {
      this.error = signal.aborted ? new MhbError('cancelled') : toMhbError(thrown);
      return undefined;
    } finally {
      this.#work = undefined;
      this.#show(undefined);
    }
  }

  #show(transfer: Transfer | undefined): void {
    this.transfer = transfer;
    this.#host.requestUpdate();
  }
}
