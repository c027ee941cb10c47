import {
  chooseReader,
  probeCardProviders,
  cardProviderError,
  type CardProvider,
  type CardProviderState,
  type CardSession,
  type CardSessionEvents,
  type CdcToken,
  type NhiBasic,
  type ReaderInfo,
  type WantedCard,
} from '@mhb-kit/core/card';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type { CardReading, Challenge } from '@mhb-kit/core/gateway';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The states of the connection to the card readers. `ready` occurs briefly before `open`. */
export type CardConnection =
  | { readonly state: 'no-provider' | 'probing' | 'opening' }
  | { readonly state: Exclude<CardProviderState, 'ready'> }
  | { readonly state: 'failed'; readonly error: MhbError }
  | { readonly state: 'open'; readonly readers: readonly ReaderInfo[] };

/** What the operation in progress is doing or waiting for. */
export type CardProgress = CardSessionEvents['progress'];

/** A client that can fetch a new challenge: the gateway's client or its account client. */
export interface Challenger {
  challenge(options: { readonly signal: AbortSignal }): Promise<Challenge>;
}

/** How long to wait before searching again for a bridge that has just stopped. A restart takes about a second. */
const RECONNECT_MS = 1_500;

/** The providers of a component that does not use card readers. */
export const noCards: readonly never[] = [];

/**
 * Keeps one card session open while its element is on the page, and tracks the state of the card readers. The
 * session opens automatically unless the browser asks for permission; in that case `connect` opens it after a
 * click.
 */
export class CardController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #providers: () => readonly CardProvider[];
  #watched: readonly CardProvider[] | undefined;
  #provider: CardProvider | undefined;
  #session: CardSession | undefined;
  #life = new AbortController();
  #connection: CardConnection = { state: 'no-provider' };
  #progress: CardProgress | undefined;
  #isBusy = false;
  /** The search for a provider that started when the providers were set. */
  #looking: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost & Element, providers: () => readonly CardProvider[]) {
    this.#host = host;
    this.#providers = providers;
    host.addController(this);
  }

  /** Renders help for a bridge that cannot be used; `undefined` until this help is needed and loaded. */
  help: (() => unknown) | undefined;

  get connection(): CardConnection {
    return this.#connection;
  }

  /** What the current operation is doing or waiting for. */
  get progress(): CardProgress | undefined {
    return this.#progress;
  }

  /** Whether a card is being read or is creating a signature. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /**
   * Chooses the card reader to use: a reader with the wanted card if there is one, otherwise a reader with any
   * card, otherwise the first reader.
   */
  readerFor(wanted: WantedCard): ReaderInfo | undefined {
    return this.#connection.state === 'open' ? chooseReader(this.#connection.readers, wanted) : undefined;
  }

  /** The reader to use for an NHI card. */
  get reader(): ReaderInfo | undefined {
    return this.readerFor('nhi');
  }

  hostDisconnected(): void {
    this.#watched = undefined;
    this.#abandon();
  }

  hostUpdate(): void {
    const providers = this.#providers();
    if (providers === this.#watched) return;
    this.#watched = providers;
    this.#looking = this.probe();
  }

  /** Looks for a usable provider, and opens the provider if this requires no permission. */
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
    if (best.state === 'ready') return this.connect();
    this.#show({ state: best.state });
    if (best.state === 'needs-permission') return;
    void import('./bridge-help.js').then(
      ({ bridgeHelp }) => (this.help = bridgeHelp(this.#host, best, signal, () => this.probe())),
      // The page reports the problem even if the help cannot be loaded.
      () => undefined,
    );
  }

  /** Opens the provider. Call this method from a click handler, because the browser may ask for permission. */
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
      session.on('progress', (progress) => {
        this.#progress = progress;
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
   * Reads the NHI card with a new challenge. Call this method from a click handler, because the browser or the
   * bridge may have to ask for permission.
   * @throws {MhbError} `bridge-not-installed`, `permission-denied`, `no-reader`, `no-card`, `not-nhi-card`, …
   */
  readNhi(
    challenger: Challenger,
    signal: AbortSignal,
  ): Promise<{ readonly reading: CardReading; readonly basic: NhiBasic }> {
    return this.#operate('nhi', challenger, signal, async (session, nonce, reader) => {
      const { basic, attestation } = await session.readNhi({ nonce, signal, reader });
      const { nationalId, cardNumber } = basic;
      return { basic, reading: { nationalId, cardNumber, nonce, attestation } };
    });
  }

  /**
   * Signs a new challenge with the Citizen Digital Certificate. The person types the PIN in the bridge's own
   * window.
   * @throws {MhbError} the errors of `readNhi`, and `pin-incorrect`, `pin-locked`, `user-cancelled`, …
   */
  authenticate(
    challenger: Challenger,
    signal: AbortSignal,
  ): Promise<{ readonly token: CdcToken; readonly nonce: string }> {
    return this.#operate('cdc', challenger, signal, async (session, nonce, reader) => ({
      nonce,
      token: await session.authenticate({ nonce, signal, reader }),
    }));
  }

  async #operate<T>(
    wanted: WantedCard,
    challenger: Challenger,
    signal: AbortSignal,
    work: (session: CardSession, nonce: string, reader: string) => Promise<T>,
  ): Promise<T> {
    this.#isBusy = true;
    this.#host.requestUpdate();
    try {
      // The search for a provider might still be running.
      await this.#looking;
      // The browser asks for permission only directly after a click, so no slow operation may come before this
      // call.
      if (this.#connection.state === 'needs-permission') await this.connect();
      const reader = this.#require(wanted);
      const { nonce } = await challenger.challenge({ signal });
      if (this.#session === undefined) throw new MhbError('bridge-disconnected');
      return await work(this.#session, nonce, reader.id);
    } finally {
      this.#isBusy = false;
      this.#progress = undefined;
      this.#host.requestUpdate();
    }
  }

  /**
   * Returns the card reader to use. Throws if there is none, so that the error is shown before the gateway is
   * called.
   */
  #require(wanted: WantedCard): ReaderInfo {
    const connection = this.#connection;
    if (connection.state === 'failed') throw connection.error;
    if (connection.state !== 'open') {
      const { state } = connection;
      const isMissing = state === 'no-provider' || state === 'probing' || state === 'opening';
      throw cardProviderError(isMissing ? 'not-installed' : state);
    }
    const reader = this.readerFor(wanted);
    if (reader === undefined) throw new MhbError('no-reader');
    if (reader.card === null && reader.state === 'empty') throw new MhbError('no-card');
    // A card of unknown kind has not been read yet and could be the right one, so only a card that is known to be
    // the wrong kind is rejected here.
    if (wanted === 'nhi' && reader.card?.kind === 'cdc') throw new MhbError('not-nhi-card');
    if (wanted === 'cdc' && reader.card?.kind === 'nhi') throw new MhbError('cert-not-found');
    return reader;
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
    // The bridge might already have stopped, so a failure to close the session is ignored.
    this.#session?.close().catch(() => undefined);
    this.#session = undefined;
  }

  #show(connection: CardConnection): void {
    this.#connection = connection;
    this.#host.requestUpdate();
  }
}
