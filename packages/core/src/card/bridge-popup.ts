import { MhbError } from '../error.js';
import type { BridgeChannelListener, OpenBridgeChannel } from './bridge-channel.js';

/** Between the page and the bridge's popup, by `postMessage`. */
type PopupMessage =
  | { readonly bridge: 'open' | 'ready' }
  | { readonly bridge: 'frame'; readonly frame: string }
  | { readonly bridge: 'closed'; readonly code: number };

/** How often to look whether the person closed the popup: no event tells. */
const CLOSED_POLL_MS = 500;
/** The close code for a line that broke (RFC 6455 §7.1.5). */
const BROKEN = 1006;

/**
 * A line through a window of the bridge. For browsers that keep the page itself from this machine: opening a window there
 * needs no permission, only a click. The page must not isolate its windows (`Cross-Origin-Opener-Policy: same-origin`;
 * `same-origin-allow-popups` is fine).
 */
export const popupChannels: OpenBridgeChannel = (port, signal) =>
  new Promise((resolve, reject) => {
    const origin = `http://127.0.0.1:${port}`;
    const popup = globalThis.open(`${origin}/v1/popup`, 'mhb-card-bridge', 'popup,width=520,height=640');
    if (popup === null) {
      reject(new MhbError('popup-blocked', 'The browser did not open the window of the bridge'));
      return;
    }
    let listener: BridgeChannelListener | null = null;
    const early: string[] = [];
    const post = (message: PopupMessage) => {
      popup.postMessage(message, origin);
    };
    const end = (code: number) => {
      globalThis.removeEventListener('message', receive);
      signal.removeEventListener('abort', fail);
      clearInterval(watch);
      popup.close();
      listener?.closed(code);
      listener = null;
    };
    const fail = () => {
      end(BROKEN);
      reject(new MhbError('bridge-not-installed', 'No card bridge answers this page', { retriable: true }));
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
        // The first frame proves that the bridge serves this page.
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
