import { PendingCalls } from '../calls/index.js';
import { MhbError, type MhbErrorCode } from '../error.js';
import type { BridgeChannel } from './bridge-channel.js';
import {
  BRIDGE_CLOSE,
  type BridgeEvent,
  type BridgeFailure,
  type BridgeRequest,
  type BridgeResponse,
  type BridgeResults,
} from './bridge-protocol.js';
import type { CardSession, CardSessionEvents, ReaderInfo } from './contract.js';
import { SessionEvents } from './session-events.js';

type Op = keyof BridgeResults;
/** A request without its number. The conditional type makes `Omit` apply to each member of the union. */
type Call<R = BridgeRequest> = R extends BridgeRequest ? Omit<R, 'id'> : never;

/** Time limit for operations in which the bridge does not wait for a person. */
const QUICK_MS = 10_000;
/**
 * Time limit after which a silent bridge is considered hung. The bridge gives a person two minutes to answer
 * and one minute to insert a card.
 */
const SILENCE_MS = 300_000;

export interface BridgeSessionOptions {
  readonly channel: BridgeChannel;
  /** Shows the bridge's own window. Called while the person's click still allows the page to open a popup. */
  readonly showWindow: (url: string) => void;
  /**
   * The permission that the person has given this page. It is kept only in memory and lasts as long as the
   * page.
   */
  readonly consent: ConsentMemory;
  /** Thumbprints of the bridges to accept, or `null` to accept any bridge. */
  readonly bridgeKeys: readonly string[] | null;
  readonly signal: AbortSignal;
}

export interface ConsentMemory {
  token: string | null;
}

/**
 * Opens a session that uses `card-bridge.v1` over a channel. Resolves when the bridge has sent its hello
 * frame and its list of readers.
 * @throws {MhbError} `incompatible`, `bridge-not-trusted`, `bridge-disconnected`
 */
export async function openBridgeSession(options: BridgeSessionOptions): Promise<CardSession> {
  const session = new BridgeSession(options);
  const abandon = () => {
    session.abandon();
  };
  options.signal.addEventListener('abort', abandon, { once: true });
  if (options.signal.aborted) abandon();
  try {
    await session.ready;
    if (options.bridgeKeys !== null) await session.requireProof(options.bridgeKeys);
    return session;
  } catch (error) {
    options.channel.close();
    throw error;
  } finally {
    options.signal.removeEventListener('abort', abandon);
  }
}

class BridgeSession implements CardSession {
  readonly ready: Promise<void>;
  #settleReady!: { resolve(): void; reject(error: MhbError): void };
  readonly #channel: BridgeChannel;
  readonly #showWindow: (url: string) => void;
  readonly #consent: ConsentMemory;
  readonly #calls = new PendingCalls<unknown>();
  readonly #events = new SessionEvents();
  #readers: readonly ReaderInfo[] | null = null;
  #hello: Extract<BridgeEvent, { ev: 'hello' }> | null = null;
  #paired = false;
  #closed = false;

  constructor({ channel, showWindow, consent }: BridgeSessionOptions) {
    this.#consent = consent;
    this.#channel = channel;
    this.#showWindow = showWindow;
    this.ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject };
    });
    channel.listen({
      frame: (text) => {
        this.#receive(text);
      },
      closed: (code) => {
        this.#end(closeError(code));
      },
    });
  }

  async requireProof(bridgeKeys: readonly string[]) {
    // Load this module only here, because only kiosks need it.
    const { checkBridgeProof, newChallenge } = await import('./bridge-proof.js');
    const challenge = newChallenge();
    const proof = await this.#call<'prove'>({ op: 'prove', challenge }, undefined, QUICK_MS);
    await checkBridgeProof(proof, challenge, this.#hello?.origin ?? '', bridgeKeys);
  }

  async readers() {
    return (await this.#call<'readers'>({ op: 'readers' }, undefined, QUICK_MS)).readers;
  }

  on<K extends keyof CardSessionEvents>(event: K, listener: (value: CardSessionEvents[K]) => void) {
    const forget = this.#events.on(event, listener);
    if (event === 'readers' && this.#readers !== null) {
      (listener as (value: readonly ReaderInfo[]) => void)(this.#readers);
    }
    return forget;
  }

  async readNhi({ signal, ...rest }: Parameters<CardSession['readNhi']>[0]) {
    const read = () => this.#call<'nhi.read'>({ op: 'nhi.read', ...rest }, signal);
    await this.#obtainConsent(signal);
    const { basic, attestation } = await read().catch(async (error: unknown) => {
      // The consent has expired or was for another card, so ask the person once more.
      if (!(error instanceof MhbError && error.code === 'pairing-required' && this.#paired)) throw error;
      this.#paired = false;
      this.#consent.token = null;
      await this.#obtainConsent(signal);
      return read();
    });
    return { basic, attestation };
  }

  async authenticate({ signal, ...rest }: Parameters<CardSession['authenticate']>[0]) {
    return (await this.#call<'cdc.authenticate'>({ op: 'cdc.authenticate', ...rest }, signal)).token;
  }

  /**
   * Ends the session without waiting for the other side to close the channel, because the other side might not
   * be a bridge.
   */
  abandon() {
    this.#end(
      new MhbError('bridge-disconnected', 'The bridge did not send its hello message in time', {
        retriable: true,
      }),
    );
    this.#channel.close();
  }

  close() {
    this.#end(new MhbError('cancelled', 'The card session was closed'));
    this.#channel.close();
    return Promise.resolve();
  }

  /**
   * Obtains the person's consent if the bridge requires it. The bridge asks the person once per card, and
   * again after eight hours if the page stays open that long.
   */
  async #obtainConsent(signal: AbortSignal | undefined) {
    if (this.#paired || this.#hello?.consent !== 'ask') return;
    const { token } = this.#consent;
    const call = { op: 'pair', ...(token === null ? {} : { token }) } as const;
    this.#consent.token = (await this.#call<'pair'>(call, signal)).token;
    this.#paired = true;
  }

  async #call<K extends Op>(
    call: Call,
    signal?: AbortSignal,
    limitMs = SILENCE_MS,
  ): Promise<BridgeResults[K]> {
    const send = (id: number, request: Call) => {
      this.#channel.send(JSON.stringify({ id, ...request }));
    };
    const result = await this.#calls.call(
      (id) => {
        send(id, call);
      },
      {
        signal,
        limit: {
          ms: limitMs,
          error: () => new MhbError('bridge-disconnected', 'The bridge does not respond'),
        },
        onAbandon: (target) => {
          this.#calls
            .call((id) => {
              send(id, { op: 'cancel', target });
            })
            .catch(() => undefined);
        },
      },
    );
    return result as BridgeResults[K];
  }

  #receive(text: string) {
    const message = parseFrame(text);
    if (message === null) return;
    this.#calls.restartLimits();
    if ('ev' in message) {
      this.#receiveEvent(message);
    } else if (message.ok) {
      this.#calls.resolve(message.id, message);
    } else {
      this.#calls.reject(message.id, failureError(message.error));
    }
  }

  #receiveEvent(event: BridgeEvent) {
    switch (event.ev) {
      case 'hello':
        if ((event.protocol as number) === 1) {
          this.#hello = event;
        } else {
          this.#end(new MhbError('incompatible', 'The bridge uses a different protocol version'));
          this.#channel.close();
        }
        break;
      case 'readers':
        this.#readers = event.readers;
        this.#events.emit('readers', event.readers);
        if (this.#hello !== null) this.#settleReady.resolve();
        break;
      case 'progress':
        if (event.confirm !== undefined) this.#showWindow(event.confirm.url);
        this.#events.emit('progress', {
          step: event.step,
          ...(event.confirm === undefined ? {} : { confirm: event.confirm }),
        });
        break;
      case 'pin':
        this.#events.emit('pin', { retriesLeft: event.retriesLeft });
        break;
    }
  }

  #end(error: MhbError) {
    if (this.#closed) return;
    this.#closed = true;
    this.#settleReady.reject(error);
    this.#calls.end(error);
    this.#events.emit('closed', { code: error.code });
  }
}

function parseFrame(text: string): BridgeEvent | BridgeResponse | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('ev' in value || 'id' in value)
      ? (value as BridgeEvent | BridgeResponse)
      : null;
  } catch {
    return null;
  }
}

/**
 * Converts the bridge's error to an `MhbError`. The bridge uses our error codes, but an unknown code from a
 * newer bridge becomes `internal`.
 */
function failureError({ code, retriable, retriesLeft }: BridgeFailure): MhbError {
  const ours: MhbErrorCode = /^[a-z\d-]+$/.test(code) ? (code as MhbErrorCode) : 'internal';
  return new MhbError(ours, `The bridge answered ${code}`, {
    retriable,
    details: retriesLeft === undefined ? {} : { retriesLeft },
  });
}

function closeError(code: number): MhbError {
  const known: Readonly<Record<number, MhbErrorCode>> = {
    [BRIDGE_CLOSE.pairingTimeout]: 'user-timeout',
    [BRIDGE_CLOSE.revoked]: 'origin-not-allowed',
    [BRIDGE_CLOSE.badMessage]: 'incompatible',
  };
  return new MhbError(known[code] ?? 'bridge-disconnected', `The bridge closed the connection (${code})`, {
    retriable: true,
  });
}
