import { createHash } from 'node:crypto';
import { withTimeout } from '@mhb-kit/core/calls';
import { MhbError, type MhbErrorCode } from '@mhb-kit/core/error';
import {
  NHI_OPENING,
  nhiReadScript,
  parseNhiBasic,
  type CardKind,
  type CardProgressStep,
  type NhiBasic,
  type ReaderInfo,
} from '@mhb-kit/core/card';
import type { PcscPort, PcscReader, PcscSnapshot } from './port.js';

/**
 * Time limit for a card to respond before it is considered unresponsive. Even the slowest contact cards need
 * only 0.1 s.
 */
const TRANSMIT_TIMEOUT_MS = 3000;
/** Reader events come in bursts, so listeners are notified this long after the last event. */
const DEBOUNCE_MS = 50;
/** Time limit for a disconnect, which either takes less than a millisecond or never finishes. */
const DISCONNECT_MS = 100;
/** Interval at which the bridge retries a reader that another program is using, while a page waits. */
const BUSY_POLL_MS = 500;

/** What is known about a card while it is in its reader. */
interface Presence {
  readonly atr: string;
  kind: CardKind;
  /** Whether the card is known not to be an NHI card. Such a card is not accessed again. */
  refused: boolean;
  mute: boolean;
}

export interface NhiReadOptions {
  readonly reader?: string | undefined;
  readonly waitMs?: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: CardProgressStep) => void;
  readonly transmitTimeoutMs?: number;
}

export interface NhiRead {
  readonly basic: NhiBasic;
  /** The card that was read, which is one of the objects in `CardReaders.present()`. */
  readonly presence: object;
}

/**
 * The readers of a port, as pages see them. The only operation is reading a card, and each reader runs one
 * operation at a time. A card that does not respond, or is not an NHI card, is not accessed again until it is
 * removed.
 */
export class CardReaders {
  readonly #port: PcscPort;
  readonly #onChange = new Set<() => void>();
  readonly #listeners = new Set<(readers: readonly ReaderInfo[]) => void>();
  readonly #presences = new Map<string, Presence>();
  readonly #inUse = new Set<string>();
  readonly #disconnecting = new Map<string, Promise<void>>();
  #snapshot: PcscSnapshot = { service: 'stopped', driver: 'none', readers: [] };
  #debounce: NodeJS.Timeout | undefined;

  constructor(port: PcscPort) {
    this.#port = port;
  }

  start(): Promise<void> {
    return this.#port.start((snapshot) => {
      this.#receive(snapshot);
    });
  }

  async stop() {
    clearTimeout(this.#debounce);
    await this.#port.stop();
  }

  get service(): Pick<PcscSnapshot, 'service' | 'driver'> {
    return this.#snapshot;
  }

  list(): readonly ReaderInfo[] {
    return this.#snapshot.readers.map((reader) => {
      const presence = this.#presences.get(reader.name);
      return {
        id: readerId(reader.name),
        label: reader.name,
        state: reader.state === 'exclusive' ? 'busy' : presence?.mute === true ? 'mute' : reader.state,
        card: presence === undefined ? null : { kind: presence.kind },
        simulated: reader.simulated,
      };
    });
  }

  /**
   * Registers a listener, which receives a complete snapshot 50 ms after the last event of a burst. The snapshot
   * can be identical to the previous one. Returns a function that removes the listener.
   */
  onReaders(listener: (readers: readonly ReaderInfo[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Returns the inserted cards that could be NHI cards. Each card is represented by an object that is never reused
   * after the card is removed. After asking a person about a card, compare these objects before using the card.
   */
  present(): ReadonlySet<object> {
    return new Set([...this.#presences.values()].filter(({ refused }) => !refused));
  }

  /**
   * Waits for an NHI card, if requested, and reads it. If the readers contain several cards, reads the first
   * NHI card.
   * @throws {MhbError} `no-service`, `middleware-missing`, `no-reader`, `no-card`, `not-nhi-card`,
   *   `bad-card-data`, `card-removed`, `card-reset`, `card-mute`, `reader-busy`, `busy`, `cancelled`
   */
  async readNhi(options: NhiReadOptions): Promise<NhiRead> {
    const deadline = Date.now() + (options.waitMs ?? 0);
    let asked = false;
    for (;;) {
      options.signal.throwIfAborted();
      const candidates = this.#candidates(options.reader);
      const outcome = await this.#readFirst(candidates.present, options);
      if (!(outcome instanceof MhbError)) return outcome;
      const error = candidates.present.length === 0 ? candidates.otherwise : outcome;
      const waits = (WAITABLE as readonly MhbErrorCode[]).includes(error.code);
      if (!waits || Date.now() >= deadline) throw error;
      if (!asked) options.onProgress?.('insert-card');
      asked = true;
      await this.#change(
        Math.min(deadline - Date.now(), error.code === 'reader-busy' ? BUSY_POLL_MS : Infinity),
        options.signal,
      );
    }
  }

  #candidates(id: string | undefined): { present: readonly PcscReader[]; otherwise: MhbError } {
    const readers = this.#snapshot.readers.filter(({ name }) => id === undefined || readerId(name) === id);
    const withCard = readers.filter(({ name }) => this.#presences.has(name));
    const usable = withCard.filter(({ name, state }) => {
      const presence = this.#presences.get(name);
      return state !== 'exclusive' && presence?.mute === false && !presence.refused;
    });
    const presences = withCard.map(({ name }) => this.#presences.get(name));
    const code: MhbErrorCode =
      this.#snapshot.service === 'missing'
        ? 'middleware-missing'
        : this.#snapshot.service === 'stopped'
          ? 'no-service'
          : readers.length === 0
            ? 'no-reader'
            : withCard.some(({ state }) => state === 'exclusive')
              ? 'reader-busy'
              : presences.some((presence) => presence?.mute === true)
                ? 'card-mute'
                : presences.length > 0
                  ? 'not-nhi-card'
                  : 'no-card';
    return { present: usable, otherwise: new MhbError(code, 'No card can be read', { retriable: true }) };
  }

  async #readFirst(readers: readonly PcscReader[], options: NhiReadOptions) {
    let error = new MhbError('no-card');
    for (const { name } of readers) {
      if (this.#inUse.has(name)) {
        error = new MhbError('busy', 'Another page is using the reader', { retriable: true });
        continue;
      }
      this.#inUse.add(name);
      options.onProgress?.('reading');
      const presence = this.#presences.get(name);
      try {
        const basic = parseNhiBasic(await this.#readBlock(name, options));
        options.signal.throwIfAborted();
        if (presence === undefined || this.#presences.get(name) !== presence)
          throw new MhbError('card-removed', 'The card was replaced', { retriable: true });
        this.#learn(name, { kind: 'nhi' });
        return { basic, presence };
      } catch (thrown) {
        options.signal.throwIfAborted();
        if (!(thrown instanceof MhbError)) throw thrown;
        error = thrown;
        if (error.code === 'not-nhi-card') this.#learn(name, { refused: true });
        if (error.code === 'card-mute') this.#learn(name, { mute: true });
      } finally {
        this.#inUse.delete(name);
      }
    }
    return error;
  }

  /**
   * Reads the card, and connects to it again if the card was just inserted or another program just reset it.
   * During a reset, PC/SC refuses every connection, so each pause is longer than the one before.
   */
  async #readBlock(name: string, options: NhiReadOptions): Promise<Uint8Array> {
    let earlier: MhbError | null = null;
    for (let connections = 1; ; connections++) {
      try {
        return await this.#readOnce(name, options);
      } catch (error) {
        // If the card was removed while it was being read, the next connection finds the reader empty. In
        // that case, report the earlier error.
        if (earlier !== null && error instanceof MhbError && error.code === 'no-card') throw earlier;
        const pauseMs = BEFORE_AGAIN_MS[connections - 1];
        const again =
          error instanceof MhbError &&
          AGAIN.includes(error.code) &&
          (connections === 1 || error.code === 'card-reset') &&
          error.details['status'] !== '6a86' &&
          this.#presences.has(name);
        if (!again || pauseMs === undefined || options.signal.aborted) throw error;
        earlier = error;
        await this.#change(pauseMs, options.signal);
      }
    }
  }

  async #readOnce(name: string, options: NhiReadOptions): Promise<Uint8Array> {
    // If the bridge connects too early, the binding reuses the reader's old connection. The wait is limited,
    // because an unresponsive card keeps that connection until the card is removed.
    const earlier = this.#disconnecting.get(name);
    if (earlier !== undefined)
      await withTimeout(earlier, DISCONNECT_MS, () => new MhbError('reader-busy')).catch(() => undefined);
    const connection = await this.#port.connect(name, NHI_OPENING);
    try {
      return await nhiReadScript((command) =>
        // A transmission cannot be canceled; the bridge can only stop waiting for it.
        withTimeout(
          connection.transmit(command),
          options.transmitTimeoutMs ?? TRANSMIT_TIMEOUT_MS,
          () => new MhbError('card-mute', 'The card does not respond', { retriable: true }),
        ),
      );
    } finally {
      // Do not make the page wait until the card is disconnected.
      const disconnecting = connection.disconnect().then(() => {
        if (this.#disconnecting.get(name) === disconnecting) this.#disconnecting.delete(name);
      });
      this.#disconnecting.set(name, disconnecting);
    }
  }

  #learn(name: string, facts: Partial<Omit<Presence, 'atr'>>) {
    const presence = this.#presences.get(name);
    if (presence === undefined) return;
    Object.assign(presence, facts);
    this.#tellSoon();
  }

  #receive(snapshot: PcscSnapshot) {
    this.#snapshot = snapshot;
    const present = new Map(
      snapshot.readers.filter(({ state }) => state !== 'empty').map((reader) => [reader.name, reader]),
    );
    for (const [name, { atr }] of [...this.#presences]) {
      if (present.get(name)?.atr !== atr) this.#presences.delete(name);
    }
    for (const [name, { atr, state }] of present) {
      const known = this.#presences.get(name);
      if (known === undefined) {
        this.#presences.set(name, { atr, kind: 'unknown', refused: false, mute: state === 'mute' });
      }
    }
    for (const notify of [...this.#onChange]) notify();
    this.#tellSoon();
  }

  #tellSoon() {
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(() => {
      const readers = this.list();
      for (const listener of this.#listeners) listener(readers);
    }, DEBOUNCE_MS);
  }

  #change(timeoutMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#onChange.delete(done);
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.#onChange.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}

/** Errors that the person at the reader can resolve. */
const WAITABLE = [
  'no-service',
  'no-reader',
  'no-card',
  'not-nhi-card',
  'card-mute',
  'card-removed',
  'reader-busy',
] as const satisfies MhbErrorCode[];

/**
 * Pauses before the second, third, and fourth connection to a card. Only a reset leads to more than two
 * connections.
 */
const BEFORE_AGAIN_MS = [0, 50, 200] as const;

/** Errors that a new connection can resolve. */
const AGAIN: readonly MhbErrorCode[] = [
  'card-reset',
  'card-removed',
  'not-nhi-card',
  'bad-card-data',
  'internal',
];

/** Derives a stable ID for a reader, without revealing the reader's serial number to pages. */
const readerId = (name: string): string => createHash('sha256').update(name).digest('base64url').slice(0, 12);
