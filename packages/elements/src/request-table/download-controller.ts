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

  /** The person's own cancelling: the screen says so. */
  cancel(): void {
    this.#work?.abort();
  }

  /** Drops everything without a word, as when another person logs in: a transfer under way comes to nothing. */
  forget(): void {
    const work = this.#work;
    this.#work = undefined;
    work?.abort();
    this.#last = undefined;
    this.error = undefined;
    this.#show(undefined);
  }

  /** Resolves to `undefined` when it failed (`error` says why), was cancelled or forgotten. */
  async fetch(
    client: GatewayClient,
    requestId: string,
    selection: readonly SectionSelection[],
  ): Promise<DownloadedArchive | undefined> {
    if (this.#work !== undefined) return undefined;
    const key = JSON.stringify([requestId, selection]);
    // Saving and then opening the same archive need not fetch it twice.
    if (this.#last?.key === key) return this.#last.file;
    const work = new AbortController();
    const { signal } = work;
    this.#work = work;
    this.error = undefined;
    try {
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
      // Aborted just as the last byte came.
      signal.throwIfAborted();
      const file = { archive, fileName: sealed.fileName };
      this.#last = { key, file };
      return file;
    } catch (thrown) {
      if (this.#work === work) this.error = signal.aborted ? new MhbError('cancelled') : toMhbError(thrown);
      return undefined;
    } finally {
      // What was forgotten meanwhile leaves the next transfer alone.
      if (this.#work === work) {
        this.#work = undefined;
        this.#show(undefined);
      }
    }
  }

  #show(transfer: Transfer | undefined): void {
    this.transfer = transfer;
    this.#host.requestUpdate();
  }
}
