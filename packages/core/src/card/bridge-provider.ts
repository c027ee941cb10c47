import { loadModule } from '../load-module.js';
import { MhbError, toMhbError, type MhbErrorCode } from '../error.js';
import { openBridgePopup } from './bridge-popup.js';
import { webSocketChannels, type OpenBridgeChannel, type WebSocketConstructor } from './bridge-channel.js';
import { DEFAULT_BRIDGE_PORTS } from './bridge-protocol.js';
import type * as BridgeSessions from './bridge-session.js';
import type { CardProvider, CardProviderState, CardSession } from './contract.js';
import { forbidsInsecureLoopback, localNetworkDecided, localNetworkPermission } from './local-network.js';

export interface BridgeProviderOptions {
  /** Ports to try, in this order. Default {@link DEFAULT_BRIDGE_PORTS}. */
  readonly ports?: readonly number[];
  /** The platform's own by default. In Node 20 pass `ws`, with the origin of your site in its options. */
  readonly WebSocket?: WebSocketConstructor;
  /** How long a port may take to answer before the next is tried, in milliseconds. */
  readonly handshakeTimeoutMs?: number;
  /** Shows the bridge's own window (consent, PIN). Default: a popup. */
  readonly showWindow?: (url: string) => void;
  /**
   * RFC 7638 thumbprints (`kid`) of the bridges to talk to, for kiosks: a program that took the bridge's port is refused.
   * Default: any bridge; the gateway still weighs each reading by who attested it.
   */
  readonly bridgeKeys?: readonly string[];
  /**
   * How to reach the bridge. `websocket` needs the person's local-network permission in Chromium; `popup` needs none and
   * keeps a small window open meanwhile. Default `auto`: WebSocket, and the popup where the permission is denied or the
   * browser forbids the connection (Safari).
   */
  readonly transport?: 'auto' | 'websocket' | 'popup';
  /**
   * Where visitors get the bridge: the folder that `npm run package` writes, on the gateway's or your own server. Relative
   * addresses count from the page.
   */
  readonly downloads?: string;
}

/** A card reader reached through the card bridge on this machine. */
export function bridgeProvider(options: BridgeProviderOptions = {}): CardProvider {
  const { ports = DEFAULT_BRIDGE_PORTS, handshakeTimeoutMs = 3000, transport = 'auto' } = options;
  const WebSocketClass = options.WebSocket ?? (globalThis.WebSocket as WebSocketConstructor | undefined);
  const consent: BridgeSessions.ConsentMemory = { token: null };

  /** Connecting and the handshake together take no longer than the limit, which starts when `decided` resolves. */
  const openAt = async (
    port: number,
    { channels, showWindow, decided }: Way,
    signal: AbortSignal | undefined,
  ): Promise<CardSession> => {
    // Before the channel opens, since the bridge speaks at once, and before the clock runs.
    const { openBridgeSession } = await loadBridgeSessions();
    const limit = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const startClock = (): void => {
      if (!limit.signal.aborted) timer ??= setTimeout(() => limit.abort(), handshakeTimeoutMs);
    };
    void decided.then(startClock);
    const either = signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]);
    try {
      const channel = await channels(port, either);
      // An open channel is the browser's own yes.
      startClock();
      return await openBridgeSession({
        channel,
        showWindow,
        consent,
        signal: either,
        bridgeKeys: options.bridgeKeys ?? null,
      });
    } finally {
      clearTimeout(timer);
      timer = undefined;
    }
  };

  /** The first port where the bridge answers. */
  const openAtFirst = async (
    way: Way,
    signal: AbortSignal | undefined,
    goesOn: () => boolean,
  ): Promise<CardSession | MhbError> => {
    let failure = new MhbError('bridge-not-installed', 'No card bridge answers this page', {
      retriable: true,
    });
    for (const port of ports) {
      try {
        return await openAt(port, way, signal);
      } catch (error) {
        if (signal?.aborted === true) throw new MhbError('cancelled');
        if (!(error instanceof MhbError) || !SKIPPED.includes(error.code)) throw toMhbError(error);
        if (error.code === 'bridge-not-trusted') failure = error;
      }
      if (!goesOn()) break;
    }
    return failure;
  };

  const openWebSocket = async (signal: AbortSignal | undefined): Promise<CardSession> => {
    if (WebSocketClass === undefined)
      throw new MhbError('bridge-not-installed', 'This platform has no WebSocket');
    const way: Way = {
      channels: webSocketChannels(WebSocketClass),
      showWindow: options.showWindow ?? openWindow,
      // While the browser asks the person for the permission, no clock runs against them.
      decided: localNetworkDecided(),
    };
    const opened = await openAtFirst(way, signal, () => true);
    if (!(opened instanceof MhbError)) return opened;
    throw opened.code === 'bridge-not-installed' && (await localNetworkPermission()) === 'denied'
      ? new MhbError('permission-denied', 'The browser refuses this page access to the local machine')
      : opened;
  };

  /** One window for all ports: each further one would need a click of its own. It also asks what there is to ask. */
  const openPopup = async (signal: AbortSignal | undefined): Promise<CardSession> => {
    const popup = openBridgePopup(ports[0] ?? 0);
    const way: Way = {
      channels: popup.channels,
      showWindow: () => undefined,
      decided: Promise.resolve(),
    };
    const opened = await openAtFirst(way, signal, () => !popup.closed).catch((error: unknown) => {
      popup.close();
      throw error;
    });
    if (opened instanceof MhbError) {
      popup.close();
      throw opened;
    }
    opened.on('closed', () => {
      popup.close();
    });
    return opened;
  };

  /** Once the browser has forbidden a socket, it always does. */
  let socketForbidden = forbidsInsecureLoopback();

  const usesPopup = async () =>
    transport === 'popup' ||
    (transport === 'auto' && (socketForbidden || (await localNetworkPermission()) === 'denied'));

  return {
    id: 'bridge',
    ...(options.downloads === undefined ? {} : { downloads: folderAddress(options.downloads) }),
    assurance: { nhi: 'card-read', cdc: 'cdc-origin-bound' },
    async open({ signal }) {
      if (signal?.aborted === true) throw new MhbError('cancelled');
      if (await usesPopup()) return openPopup(signal);
      try {
        return await openWebSocket(signal);
      } catch (error) {
        socketForbidden = isForbidden(error);
        if (socketForbidden && (await usesPopup())) return openPopup(signal);
        throw error;
      }
    },
    async probe({ signal }): Promise<{ state: CardProviderState }> {
      // Whether a popup would find the bridge cannot be told without opening it.
      if (transport === 'popup') return { state: 'needs-permission' };
      const permission = await localNetworkPermission();
      if (permission === 'prompt') return { state: 'needs-permission' };
      // Where the popup may stand in, a refusal is not the end, only the need for a click.
      const refused = { state: transport === 'auto' ? 'needs-permission' : 'denied' } as const;
      if (permission === 'denied' || socketForbidden) return refused;
      try {
        const session = await openWebSocket(signal);
        await session.close();
        return { state: 'ready' };
      } catch (error) {
        const { code } = toMhbError(error);
        if (code === 'cancelled') throw error;
        if (code === 'permission-denied') return refused;
        return { state: code === 'incompatible' ? 'incompatible' : 'not-installed' };
      }
    },
  };
}

/** How to reach the bridge at any port. */
interface Way {
  readonly channels: OpenBridgeChannel;
  readonly showWindow: (url: string) => void;
  /** Resolves once nobody has to answer the browser any more. */
  readonly decided: Promise<void>;
}

/** The browser refused to open a socket at all, whatever the person allows. */
const isForbidden = (error: unknown): boolean =>
  error instanceof MhbError && (error.cause as { name?: unknown } | undefined)?.name === 'SecurityError';

/** What makes the next port worth a try: nobody there, or somebody else. */
const SKIPPED: readonly MhbErrorCode[] = [
  'bridge-not-installed',
  'bridge-disconnected',
  'bridge-not-trusted',
];

/** A file in a folder is found only where its address ends in a slash. */
const folderAddress = (folder: string): string =>
  new URL(folder.endsWith('/') ? folder : `${folder}/`, globalThis.document?.baseURI).href;

function openWindow(url: string) {
  globalThis.open(url, 'mhb-card-bridge', 'popup,width=520,height=640');
}

/** What talks to a bridge is fetched when a card is wanted, so that a page with a login box shows without it. */
const loadBridgeSessions = (): Promise<typeof BridgeSessions> => loadModule(import('./bridge-session.js'));
