import { loadModule } from '../load-module.js';
import { MhbError, toMhbError, type MhbErrorCode } from '../error.js';
import { openBridgePopup } from './bridge-popup.js';
import { webSocketChannels, type OpenBridgeChannel, type WebSocketConstructor } from './bridge-channel.js';
import { DEFAULT_BRIDGE_PORTS } from './bridge-protocol.js';
import type * as BridgeSessions from './bridge-session.js';
import type { CardProvider, CardProviderState, CardSession } from './contract.js';
import { forbidsInsecureLoopback, localNetworkDecided, localNetworkPermission } from './local-network.js';

export interface BridgeProviderOptions {
  /** Ports to try, in order. Defaults to {@link DEFAULT_BRIDGE_PORTS}. */
  readonly ports?: readonly number[];
  /**
   * The WebSocket implementation. Defaults to the platform's own. In Node 20, pass `ws`, with your site's
   * origin in its options.
   */
  readonly WebSocket?: WebSocketConstructor;
  /** How long to wait for a response on a port before trying the next port, in milliseconds. */
  readonly handshakeTimeoutMs?: number;
  /** Shows the bridge's own window (for consent or a PIN). By default, the window opens as a popup. */
  readonly showWindow?: (url: string) => void;
  /**
   * RFC 7638 thumbprints (`kid`) of the bridges to accept. Kiosks use them to reject a program that has taken
   * over the bridge's port. By default, any bridge is accepted, and the gateway still judges each reading by
   * the key that attested it.
   */
  readonly bridgeKeys?: readonly string[];
  /**
   * How to reach the bridge. In Chromium, `websocket` needs the person's local-network permission. `popup`
   * needs no permission but keeps a small window open. The default, `auto`, uses WebSocket, and switches to
   * the popup if the permission is denied or the browser forbids the connection (Safari).
   */
  readonly transport?: 'auto' | 'websocket' | 'popup';
  /**
   * Address of the folder from which visitors download the bridge. The folder contains the output of
   * `npm run package`, on the gateway or on your own server. Relative addresses are resolved against the
   * page.
   */
  readonly downloads?: string;
}

/** Creates a provider for a card reader that is connected through the card bridge on this machine. */
export function bridgeProvider(options: BridgeProviderOptions = {}): CardProvider {
  const { ports = DEFAULT_BRIDGE_PORTS, handshakeTimeoutMs = 3000, transport = 'auto' } = options;
  const WebSocketClass = options.WebSocket ?? (globalThis.WebSocket as WebSocketConstructor | undefined);
  const consent: BridgeSessions.ConsentMemory = { token: null };

  /**
   * Opens a session at one port. Connecting and the handshake together must finish within the time limit,
   * which starts when `decided` resolves.
   */
  const openAt = async (
    port: number,
    { channels, showWindow, decided }: Way,
    signal: AbortSignal | undefined,
  ): Promise<CardSession> => {
    // Load the module before the channel opens, because the bridge sends immediately. Also load it before the
    // time limit starts, so that loading does not use up the limit.
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
      // The channel is open, so the browser must have given permission.
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

  /** Opens a session at the first port on which the bridge responds. */
  const openAtFirst = async (
    way: Way,
    signal: AbortSignal | undefined,
    goesOn: () => boolean,
  ): Promise<CardSession | MhbError> => {
    let failure = new MhbError('bridge-not-installed', 'No card bridge responds to this page', {
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
      // Do not start the time limit while the browser is asking the person for permission.
      decided: localNetworkDecided(),
    };
    const opened = await openAtFirst(way, signal, () => true);
    if (!(opened instanceof MhbError)) return opened;
    throw opened.code === 'bridge-not-installed' && (await localNetworkPermission()) === 'denied'
      ? new MhbError('permission-denied', 'The browser refuses this page access to the local machine')
      : opened;
  };

  /**
   * Opens a session through a popup. One popup serves all ports, because each further popup would need
   * another click. The bridge also asks for consent in this popup.
   */
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

  /**
   * Whether the browser forbids the page to open a socket. A browser that forbids one socket forbids all of
   * them.
   */
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
      // Until the popup is opened, it is not known whether the popup will find the bridge.
      if (transport === 'popup') return { state: 'needs-permission' };
      const permission = await localNetworkPermission();
      if (permission === 'prompt') return { state: 'needs-permission' };
      // If the page can use the popup instead, a refusal only means that a click is needed.
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

/** A way to reach the bridge at any port. */
interface Way {
  readonly channels: OpenBridgeChannel;
  readonly showWindow: (url: string) => void;
  /** Resolves when the browser is no longer waiting for the person's answer. */
  readonly decided: Promise<void>;
}

/** Checks whether the browser refused to open a socket at all, regardless of what the person allows. */
const isForbidden = (error: unknown): boolean =>
  error instanceof MhbError && (error.cause as { name?: unknown } | undefined)?.name === 'SecurityError';

/**
 * Errors after which the next port is tried. They mean that nothing, or another program, is listening on the
 * port.
 */
const SKIPPED: readonly MhbErrorCode[] = [
  'bridge-not-installed',
  'bridge-disconnected',
  'bridge-not-trusted',
];

/**
 * Returns the folder's address with a slash at the end, because only then do the addresses of its files
 * resolve correctly.
 */
const folderAddress = (folder: string): string =>
  new URL(folder.endsWith('/') ? folder : `${folder}/`, globalThis.document?.baseURI).href;

function openWindow(url: string) {
  globalThis.open(url, 'mhb-card-bridge', 'popup,width=520,height=640');
}

/**
 * Loads the code that talks to a bridge. It is loaded only when a card is needed, so that a page with a login
 * box appears sooner.
 */
const loadBridgeSessions = (): Promise<typeof BridgeSessions> => loadModule(import('./bridge-session.js'));
