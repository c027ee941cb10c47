import { MhbError } from '../error.js';
import { webSocketChannels, type OpenBridgeChannel, type WebSocketConstructor } from './bridge-channel.js';
import { DEFAULT_BRIDGE_PORTS } from './bridge-protocol.js';
import { openBridgeSession } from './bridge-session.js';
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
}

/** A card reader reached through the card bridge on this machine, over a WebSocket. */
export function bridgeProvider(options: BridgeProviderOptions = {}): CardProvider {
  const { ports = DEFAULT_BRIDGE_PORTS, handshakeTimeoutMs = 3000, showWindow = openWindow } = options;
  const WebSocketClass = options.WebSocket ?? (globalThis.WebSocket as WebSocketConstructor | undefined);
  const channels: OpenBridgeChannel =
    WebSocketClass === undefined
      ? () => Promise.reject(new MhbError('bridge-not-installed', 'This platform has no WebSocket'))
      : webSocketChannels(WebSocketClass);

  const open = async ({ signal }: { readonly signal?: AbortSignal }): Promise<CardSession> => {
    const permission = await localNetworkPermission();
    for (const port of ports) {
      if (signal?.aborted === true) throw new MhbError('cancelled');
      const timeout = AbortSignal.timeout(handshakeTimeoutMs);
      // A permission prompt may be open meanwhile: no clock runs against the person.
      const limit = AbortSignal.any([
        ...(signal === undefined ? [] : [signal]),
        ...(permission === 'prompt' ? [] : [timeout]),
      ]);
      try {
        const channel = await channels(port, limit);
        return await openBridgeSession({ channel, showWindow, signal: limit });
      } catch (error) {
        if (error instanceof MhbError && error.code === 'incompatible') throw error;
      }
    }
    if (signal?.aborted === true) throw new MhbError('cancelled');
    throw (await localNetworkPermission()) === 'denied'
      ? new MhbError('permission-denied', 'The browser refuses this page access to the local machine')
      : new MhbError('bridge-not-installed', 'No card bridge answers this page', { retriable: true });
  };

  return {
    id: 'bridge',
    assurance: { nhi: 'card-read', cdc: 'cdc-origin-bound' },
    open,
    async probe({ signal }): Promise<{ state: CardProviderState }> {
      const permission = await localNetworkPermission();
      if (permission === 'prompt') return { state: 'needs-permission' };
      if (permission === 'denied') return { state: 'denied' };
      try {
        const session = await open(signal === undefined ? {} : { signal });
        await session.close();
        return { state: 'ready' };
      } catch (error) {
        if (!(error instanceof MhbError)) throw error;
        if (error.code === 'cancelled') throw error;
        return { state: error.code === 'incompatible' ? 'incompatible' : 'not-installed' };
      }
    },
  };
}

function openWindow(url: string) {
  globalThis.open(url, 'mhb-card-bridge', 'popup,width=520,height=640');
}
