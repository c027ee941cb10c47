/**
 * Entry point of the popup transport, for browsers that do not let a page connect to this machine. The popup
 * is a window of the bridge that passes frames between the page that opened it and a WebSocket. It gets that
 * page's origin from the browser, not from the page.
 */
import type { BridgeEvent } from '@mhb-kit/core/card';
import { heading, paragraph } from './elements.js';
import { askPerson } from './question-view.js';
import { language, words } from './words.js';

/** The messages that this popup exchanges with `openBridgePopup` in `@mhb-kit/core/card`. */
type PopupMessage =
  | { readonly bridge: 'open' | 'ready' }
  | { readonly bridge: 'frame'; readonly frame: string }
  | { readonly bridge: 'closed'; readonly code: number };

const REVOKED = 4403;
const place = document.querySelector('main');
const opener = window.opener as Window | null;
document.title = words.title;
document.documentElement.lang = language;

const tell = (text: string) => place?.replaceChildren(heading(text));

const relay = (page: Window, origin: string) => {
  const post = (message: PopupMessage) => {
    page.postMessage(message, origin);
  };
  const socket = new WebSocket(`ws://${location.host}/v1/popup`, 'card-bridge.v1');
  socket.onopen = () => {
    socket.send(JSON.stringify({ origin }));
  };
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as Partial<Extract<BridgeEvent, { ev: 'progress' }>>;
    const request = event.confirm && new URL(event.confirm.url).searchParams.get('request');
    if (request !== undefined && request !== null && place !== null) void askPerson(request, place);
    post({ bridge: 'frame', frame: data });
  };
  socket.onclose = ({ code }) => {
    tell(code === REVOKED ? words.relayRefused : words.relayClosed);
    post({ bridge: 'closed', code });
  };
  window.addEventListener('message', ({ source, origin: from, data }: MessageEvent<PopupMessage>) => {
    if (source === page && from === origin && data.bridge === 'frame') socket.send(data.frame);
  });
};

if (opener === null) {
  // There is no opener if the person typed the address or the browser restored the window.
  place?.replaceChildren(heading(words.gone), paragraph(words.goneRemedy));
} else {
  tell(words.relay);
  const begin = ({ source, origin, data }: MessageEvent<PopupMessage>) => {
    if (source !== opener || data.bridge !== 'open') return;
    window.removeEventListener('message', begin);
    relay(opener, origin);
  };
  window.addEventListener('message', begin);
  // This message says only that the bridge is ready, so any page may receive it.
  opener.postMessage({ bridge: 'ready' } satisfies PopupMessage, '*');
}
