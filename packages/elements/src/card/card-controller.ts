import {
  probeCardProviders,
  type CardProgressStep,
  type CardProvider,
  type CardProviderState,
  type CardSession,
  type NhiReading,
  type ReaderInfo,
} from '@mhb-kit/core/card';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the screen can say about the way to the reader. `ready` is passed through on the way to `open`. */
export type CardConnection =
  | { readonly state: 'no-provider' | 'probing' | 'opening' }
  | { readonly state: Exclude<CardProviderState, 'ready'> }
  | { readonly state: 'failed'; readonly error: MhbError }
  | { readonly state: 'open'; readonly readers: readonly ReaderInfo[] };

/** How long to wait before looking again for a bridge that has just gone (a restart takes about a second). */
const RECONNECT_MS = 1_500;

/**
 * Keeps one card session for an element while it is on the page, and its readers up to date. Opens by itself only where
 * that asks the person nothing; `connect` is for their click.
 */
export class CardController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #providers: () => readonly CardProvider[];
  #watched: readonly CardProvider[] | undefined;
  #provider: CardProvider | undefined;
  #session: CardSession | undefined;
  #life = new AbortController();
  #connection: CardConnection = { state: 'no-provider' };
  #step: CardProgressStep | undefined;

  constructor(host: ReactiveControllerHost, providers: () => readonly CardProvider[]) {
    this.#host = host;
    this.#providers = providers;
    host.addController(this);
  }

  get connection(): CardConnection {
    return this.#connection;
  }

  /** What the reading under way waits for. */
  get step(): CardProgressStep | undefined {
    return this.#step;
  }

  /** The reader that matters: one with an NHI card, else one with any card, else the first. */
  get reader(): ReaderInfo | undefined {
    if (this.#connection.state !== 'open') return undefined;
    const { readers } = this.#connection;
    return (
      readers.find(({ card }) => card?.kind === 'nhi') ??
      readers.find(({ card }) => card !== null) ??
      readers[0]
    );
  }

  hostDisconnected(): void {
    this.#watched = undefined;
    this.#abandon();
  }

  hostUpdate(): void {
    const providers = this.#providers();
    if (providers === this.#watched) return;
    this.#watched = providers;
    void this.probe();
  }

  /** Looks for a usable provider and opens it if that needs no permission. */
  async probe(): Promise<void> {
    this.#abandon();
    const { signal } = this.#life;
    const providers = this.#providers();
    if (providers.length === 0) {
      this.#show({ state: 'no-provider' });
      return;
    }
    this.#show({ state: 'probing' });
    const [best] = await probeCardProviders(providers);
    if (signal.aborted) return;
    this.#provider = best?.provider;
    if (best === undefined) return;
    if (best.state === 'ready') await this.connect();
    else this.#show({ state: best.state });
  }

  /** Opens the provider; the browser may ask for permission, so call it from a click. */
  async connect(): Promise<void> {
    const { signal } = this.#life;
    if (this.#provider === undefined) return;
    this.#show({ state: 'opening' });
    try {
      const session = await this.#provider.open({ signal });
      if (signal.aborted) {
        await session.close();
        return;
      }
      this.#session = session;
      session.on('readers', (readers) => {
        if (!signal.aborted) this.#show({ state: 'open', readers });
      });
      session.on('progress', ({ step }) => {
        this.#step = step;
        this.#host.requestUpdate();
      });
      session.on('closed', () => {
        if (!signal.aborted) this.#reconnect(signal);
      });
      const readers = await session.readers();
      if (!signal.aborted) this.#show({ state: 'open', readers });
    } catch (thrown) {
      if (!signal.aborted) this.#show({ state: 'failed', error: toMhbError(thrown) });
    }
  }

  /**
   * Says why no NHI card can be read at the moment, before anything is asked of the gateway.
   * @throws {MhbError} `bridge-not-installed`, `permission-denied`, `no-reader`, `no-card`, `not-nhi-card`, …
   */
  requireCard(): void {
    const connection = this.#connection;
    switch (connection.state) {
      case 'open':
        break;
      case 'failed':
        throw connection.error;
      case 'denied':
      case 'needs-permission':
        throw new MhbError('permission-denied');
      case 'incompatible':
        throw new MhbError('incompatible');
      case 'no-provider':
      case 'probing':
      case 'opening':
      case 'not-installed':
        throw new MhbError('bridge-not-installed');
    }
    const reader = this.reader;
    if (reader === undefined) throw new MhbError('no-reader');
    if (reader.card === null && reader.state === 'empty') throw new MhbError('no-card');
    // A card of unknown kind may be an NHI card that nobody has read yet: reading decides.
    if (reader.card?.kind === 'cdc') throw new MhbError('not-nhi-card');
  }

  /** Reads the NHI card over the gateway's challenge. */
  async readNhi(nonce: string, signal: AbortSignal): Promise<NhiReading> {
    if (this.#session === undefined) throw new MhbError('internal', 'No open card session');
    const reader = this.reader;
    try {
      return await this.#session.readNhi({
        nonce,
        signal,
        ...(reader === undefined ? {} : { reader: reader.id }),
      });
    } finally {
      this.#step = undefined;
    }
  }

  #reconnect(signal: AbortSignal): void {
    this.#session = undefined;
    this.#show({ state: 'probing' });
    setTimeout(() => {
      if (!signal.aborted) void this.probe();
    }, RECONNECT_MS);
  }

  #abandon(): void {
    this.#life.abort();
    this.#life = new AbortController();
    // The other side may be gone already; there is nobody to tell.
    this.#session?.close().catch(() => undefined);
    this.#session = undefined;
  }

  #show(connection: CardConnection): void {
    this.#connection = connection;
    this.#host.requestUpdate();
  }
}
