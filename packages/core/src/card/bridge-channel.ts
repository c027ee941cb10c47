import { MhbError } from '../error.js';
import { BRIDGE_SUBPROTOCOL } from './bridge-protocol.js';

/** An open connection to the bridge, over any transport. Both directions carry text frames. */
export interface BridgeChannel {
  send(frame: string): void;
  /** Sets the listener. Called once per channel, before the first frame can arrive. */
  listen(listener: BridgeChannelListener): void;
  close(): void;
}

export interface BridgeChannelListener {
  frame(text: string): void;
  /** Reports that the connection has ended. `code` is the WebSocket close code (1006 if the connection broke). */
  closed(code: number): void;
}

/**
 * Opens a channel to the bridge at one port. Rejects with `bridge-not-installed` if nothing responds there,
 * and with `permission-denied` if the browser forbids the connection.
 */
export type OpenBridgeChannel = (port: number, signal: AbortSignal) => Promise<BridgeChannel>;

/** The part of the platform's `WebSocket` that this module uses, so that `ws` can replace it in Node. */
export type WebSocketConstructor = new (url: string, protocols: string[]) => WebSocketLike;

export interface WebSocketLike {
  onopen: ((event: never) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  send(data: string): void;
  close(): void;
}

/**
 * Connects to the bridge by WebSocket. When a site connects for the first time, Chromium asks for the
 * local-network permission.
 */
export function webSocketChannels(WebSocketClass: WebSocketConstructor): OpenBridgeChannel {
  return (port, signal) =>
    new Promise((resolve, reject) => {
      const socket = openSocket(WebSocketClass, `ws://127.0.0.1:${port}/v1/ws`, [BRIDGE_SUBPROTOCOL]);
      let listener: BridgeChannelListener | null = null;
      let closedWith: number | null = null;
      const early: string[] = [];
      const fail = () => {
        socket.close();
        reject(
          new MhbError('bridge-not-installed', 'No card bridge responds to this page', { retriable: true }),
        );
      };
      signal.addEventListener('abort', fail, { once: true });
      socket.onerror = fail;
      socket.onmessage = ({ data }) => {
        if (typeof data !== 'string') return;
        if (listener === null) early.push(data);
        else listener.frame(data);
      };
      socket.onclose = ({ code }) => {
        closedWith = code;
        listener?.closed(code);
        fail();
      };
      socket.onopen = () => {
        signal.removeEventListener('abort', fail);
        socket.onerror = null;
        resolve({
          send: (frame) => {
            socket.send(frame);
          },
          listen: (added) => {
            listener = added;
            for (const frame of early.splice(0)) added.frame(frame);
            if (closedWith !== null) added.closed(closedWith);
          },
          close: () => {
            socket.close();
          },
        });
      };
      if (signal.aborted) fail();
    });
}

/**
 * Calls `new WebSocket`, whose exceptions differ between browsers. On a secure page, Safari throws a
 * `SecurityError` for an insecure address, even for one on this machine
 * (https://bugs.webkit.org/show_bug.cgi?id=171934).
 * @throws {MhbError} `permission-denied` if the browser forbids the connection
 */
export function openSocket(
  WebSocketClass: WebSocketConstructor,
  url: string,
  protocols: string[],
): WebSocketLike {
  try {
    return new WebSocketClass(url, protocols);
  } catch (cause) {
    throw new MhbError('permission-denied', 'The browser does not allow this page to connect', { cause });
  }
}
