import { MhbError } from '../error.js';
import type { BridgeChannelListener, OpenBridgeChannel } from './bridge-channel.js';

/** Messages that the page and the bridge's popup exchange by `postMessage`. */
type PopupMessage =
  | { readonly bridge: 'open' | 'ready' }
  | { readonly bridge: 'frame'; readonly frame: string }
  | { readonly bridge: 'closed'; readonly code: number };

/** How often to check whether the person has closed the popup, because no event reports this. */
const CLOSED_POLL_MS = 500;
/** The WebSocket close code for a broken connection (RFC 6455 §7.1.5). */
const BROKEN = 1006;

/**
 * A popup of the bridge, which opens when the person clicks. Because one click allows only one popup, the
 * same popup navigates from port to port.
 */
export interface BridgePopup {
  /**
   * Opens a channel through the popup. Closing a channel leaves the popup open, because the popup may
   * navigate to the next port.
   */
  readonly channels: OpenBridgeChannel;
  readonly closed: boolean;
  close(): void;
}

/**
 * Opens a bridge popup that carries the connection, for browsers that do not let the page connect to this
 * machine. In these browsers, opening a popup requires only a click and no permission. The page must not
 * isolate its windows (`Cross-Origin-Opener-Policy: same-origin`; `same-origin-allow-popups` is fine).
 * @throws {MhbError} `popup-blocked`
 */
export function openBridgePopup(firstPort: number): BridgePopup {
  const open = globalThis.open as typeof globalThis.open | undefined;
  const popup = open?.(addressAt(firstPort), 'mhb-card-bridge', 'popup,width=520,height=640') ?? null;
  if (popup === null) {
    throw new MhbError('popup-blocked', 'The browser did not open the bridge window');
  }
  let shown = firstPort;
  return {
    get closed() {
      return popup.closed;
    },
    close: () => {
      popup.close();
    },
    channels: (port, signal) => {
      if (port !== shown) popup.location.replace(addressAt(port));
      shown = port;
      return popupChannel(popup, port, signal);
    },
  };
}

const originAt = (port: number) => `http://127.0.0.1:${port}`;
const addressAt = (port: number) => `${originAt(port)}/v1/popup`;

const popupChannel = (popup: Window, port: number, signal: AbortSignal): ReturnType<OpenBridgeChannel> =>
  new Promise((resolve, reject) => {
    const origin = originAt(port);
    let listener: BridgeChannelListener | null = null;
    const early: string[] = [];
    const post = (message: PopupMessage) => {
      popup.postMessage(message, origin);
    };
    const end = (code: number) => {
      globalThis.removeEventListener('message', receive);
      signal.removeEventListener('abort', fail);
      clearInterval(watch);
      listener?.closed(code);
      listener = null;
    };
    const fail = () => {
      end(BROKEN);
      reject(
        new MhbError('bridge-not-installed', 'No card bridge responds to this page', { retriable: true }),
      );
    };
    const receive = ({ source, origin: from, data }: MessageEvent<PopupMessage>) => {
      if (source !== popup || from !== origin) return;
      if (data.bridge === 'ready') {
        post({ bridge: 'open' });
      } else if (data.bridge === 'closed') {
        end(data.code);
        reject(new MhbError('bridge-not-installed', 'The bridge does not serve this page'));
      } else if (data.bridge === 'frame') {
        if (listener === null) early.push(data.frame);
        else listener.frame(data.frame);
        // The first frame shows that the bridge serves this page.
        signal.removeEventListener('abort', fail);
        resolve({
          send: (frame) => {
            post({ bridge: 'frame', frame });
          },
          listen: (added) => {
            listener = added;
            for (const frame of early.splice(0)) added.frame(frame);
          },
          close: () => {
            end(BROKEN);
          },
        });
      }
    };
    const watch = setInterval(() => {
      if (popup.closed) fail();
    }, CLOSED_POLL_MS);
    globalThis.addEventListener('message', receive);
    signal.addEventListener('abort', fail, { once: true });
  });
