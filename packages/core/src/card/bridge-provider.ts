import { MhbError, type MhbErrorCode } from '../error.js';
import { openBridgePopup } from './bridge-popup.js';
import { webSocketChannels, type OpenBridgeChannel, type WebSocketConstructor } from './bridge-channel.js';
import { DEFAULT_BRIDGE_PORTS } from './bridge-protocol.js';
import { openBridgeSession, type ConsentMemory } from './bridge-session.js';
import type { CardProvider, CardProviderState, CardSession } from './contract.js';
import { localNetworkPermission } from './local-network.js';

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
   * keeps a small window open meanwhile. Default `auto`: WebSocket, and the popup once the permission is denied.
   */
  readonly transport?: 'auto' | 'websocket' | 'popup';
}

/** A card reader reached through the card bridge on this machine. */
export function bridgeProvider(options: BridgeProviderOptions = {}): CardProvider {
  const { ports = DEFAULT_BRIDGE_PORTS, handshakeTimeoutMs = 3000, transport = 'auto' } = options;
  const WebSocketClass = options.WebSocket ?? (globalThis.WebSocket as WebSocketConstructor | undefined);
  const consent: ConsentMemory = { token: null };

  const openAt = async (
    port: number,
    channels: OpenBridgeChannel,
    showWindow: (url: string) => void,
    signal: AbortSignal,
  ): Promise<CardSession> => {
    const channel = await channels(port, signal);
    return openBridgeSession({
      channel,
      showWindow,
      consent,
      signal,
      bridgeKeys: options.bridgeKeys ?? null,
    });
  };

  /** The first port where the bridge answers. */
  const openAtFirst = async (
    channels: OpenBridgeChannel,
    showWindow: (url: string) => void,
    signal: AbortSignal | undefined,
    { limited, goesOn }: { readonly limited: boolean; readonly goesOn: () => boolean },
  ): Promise<CardSession | MhbError> => {
    let failure = new MhbError('bridge-not-installed', 'No card bridge answers this page', {
      retriable: true,
    });
    for (const port of ports) {
      const limit = AbortSignal.any([
        ...(signal === undefined ? [] : [signal]),
        ...(limited ? [AbortSignal.timeout(handshakeTimeoutMs)] : []),
      ]);
      try {
        return await openAt(port, channels, showWindow, limit);
      } catch (error) {
        if (signal?.aborted === true) throw new MhbError('cancelled');
        if (!(error instanceof MhbError) || !SKIPPED.includes(error.code)) throw error;
        if (error.code === 'bridge-not-trusted') failure = error;
      }
      if (!goesOn()) break;
    }
    return failure;
  };

  const openWebSocket = async (signal: AbortSignal | undefined): Promise<CardSession> => {
    if (WebSocketClass === undefined)
      throw new MhbError('bridge-not-installed', 'This platform has no WebSocket');
    const opened = await openAtFirst(
      webSocketChannels(WebSocketClass),
      options.showWindow ?? openWindow,
      signal,
      // While the browser asks the person for the permission, no clock runs against them.
      { limited: (await localNetworkPermission()) !== 'prompt', goesOn: () => true },
    );
    if (!(opened instanceof MhbError)) return opened;
    throw opened.code === 'bridge-not-installed' && (await localNetworkPermission()) === 'denied'
      ? new MhbError('permission-denied', 'The browser refuses this page access to the local machine')
      : opened;
  };

  /** One window for all ports: each further one would need a click of its own. It also asks what there is to ask. */
  const openPopup = async (signal: AbortSignal | undefined): Promise<CardSession> => {
    const popup = openBridgePopup(ports[0] ?? 0);
    const opened = await openAtFirst(popup.channels, () => undefined, signal, {
      limited: true,
      goesOn: () => !popup.closed,
    }).catch((error: unknown) => {
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

  const usesPopup = async () =>
    transport === 'popup' || (transport === 'auto' && (await localNetworkPermission()) === 'denied');

  return {
    id: 'bridge',
    assurance: { nhi: 'card-read', cdc: 'cdc-origin-bound' },
    async open({ signal }) {
      if (signal?.aborted === true) throw new MhbError('cancelled');
      return (await usesPopup()) ? openPopup(signal) : openWebSocket(signal);
    },
    async probe({ signal }): Promise<{ state: CardProviderState }> {
      // Whether a popup would find the bridge cannot be told without opening it.
      if (transport === 'popup') return { state: 'needs-permission' };
      const permission = await localNetworkPermission();
      if (permission === 'prompt') return { state: 'needs-permission' };
      // Where the popup may stand in, a refusal is not the end, only the need for a click.
      if (permission === 'denied') return { state: transport === 'auto' ? 'needs-permission' : 'denied' };
      try {
        const session = await openWebSocket(signal);
        await session.close();
        return { state: 'ready' };
      } catch (error) {
        if (!(error instanceof MhbError) || error.code === 'cancelled') throw error;
        return { state: error.code === 'incompatible' ? 'incompatible' : 'not-installed' };
      }
    },
  };
}

/** What makes the next port worth a try: nobody there, or somebody else. */
const SKIPPED: readonly MhbErrorCode[] = [
  'bridge-not-installed',
  'bridge-disconnected',
  'bridge-not-trusted',
];

function openWindow(url: string) {
  globalThis.open(url, 'mhb-card-bridge', 'popup,width=520,height=640');
}
