import { afterEach, describe, expect, it, vi } from 'vitest';
import { MhbError } from '../error.js';
import type { WebSocketConstructor, WebSocketLike } from './bridge-channel.js';
import { bridgeProvider } from './bridge-provider.js';
import { officialNhiProvider } from './official-nhi-provider.js';

const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof MhbError ? error.code : `raw ${String(error)}`),
  );

/** A socket that accepts a connection but sends nothing and never completes the close. */
class MuteSocket implements WebSocketLike {
  static opens = true;
  static sockets: MuteSocket[] = [];
  onopen: WebSocketLike['onopen'] = null;
  onclose: WebSocketLike['onclose'] = null;
  onerror: WebSocketLike['onerror'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  constructor() {
    MuteSocket.sockets.push(this);
    if (MuteSocket.opens) queueMicrotask(() => this.onopen?.({} as never));
  }
  send(): void {
    // Nobody listens.
  }
  close(): void {
    // Nobody answers.
  }
}

const forbidden = function (): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
} as unknown as WebSocketConstructor;

/** Simulates a hospital's page in a browser that asks for permission to connect to this machine. */
function browserThatAsks() {
  const status = Object.assign(new EventTarget(), { state: 'prompt' });
  vi.stubGlobal('location', { hostname: 'portal.example', protocol: 'https:' });
  vi.stubGlobal('navigator', { permissions: { query: () => Promise.resolve(status) } });
  return {
    grant: () => {
      status.state = 'granted';
      status.dispatchEvent(new Event('change'));
    },
  };
}

const options = { ports: [50_000], handshakeTimeoutMs: 20 };

afterEach(() => {
  vi.unstubAllGlobals();
  MuteSocket.opens = true;
  MuteSocket.sockets = [];
});

describe('a port that never sends the hello frame', () => {
  it('is abandoned after the time limit', async () => {
    const provider = bridgeProvider({ ...options, WebSocket: MuteSocket });
    expect(await outcomeOf(provider.open({}))).toBe('bridge-not-installed');
  });

  it('is abandoned if the browser asked for the permission first', async () => {
    browserThatAsks();
    const provider = bridgeProvider({ ...options, WebSocket: MuteSocket });
    expect(await outcomeOf(provider.open({}))).toBe('bridge-not-installed');
  });

  it('is abandoned if it does not even open after the permission was granted', async () => {
    MuteSocket.opens = false;
    const browser = browserThatAsks();
    const provider = bridgeProvider({ ...options, WebSocket: MuteSocket });
    const opening = outcomeOf(provider.open({}));
    await vi.waitUntil(() => MuteSocket.sockets.length > 0);
    browser.grant();
    expect(await opening).toBe('bridge-not-installed');
  });

  it('can be canceled while the browser asks', async () => {
    MuteSocket.opens = false;
    browserThatAsks();
    const controller = new AbortController();
    const provider = bridgeProvider({ ...options, WebSocket: MuteSocket });
    const opening = outcomeOf(provider.open({ signal: controller.signal }));
    await vi.waitUntil(() => MuteSocket.sockets.length > 0);
    controller.abort();
    expect(await opening).toBe('cancelled');
  });
});

describe('a browser that forbids the socket', () => {
  const popup = () => {
    const open = vi.fn(() => ({
      closed: true,
      close: () => undefined,
      location: { replace: () => undefined },
    }));
    vi.stubGlobal('open', open);
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    return open;
  };

  it('makes the provider use the popup, which opens with the same click', async () => {
    const open = popup();
    const provider = bridgeProvider({ ...options, WebSocket: forbidden });
    expect(await provider.probe({})).toEqual({ state: 'needs-permission' });
    expect(await outcomeOf(provider.open({}))).toBe('bridge-not-installed');
    expect(open).toHaveBeenCalledWith(
      'http://127.0.0.1:50000/v1/popup',
      'mhb-card-bridge',
      expect.any(String),
    );
  });

  it('uses the popup immediately if the socket fails without an exception (Safari)', async () => {
    vi.stubGlobal('location', { hostname: 'portal.example', protocol: 'https:' });
    vi.stubGlobal('navigator', { vendor: 'Apple Computer, Inc.' });
    const open = popup();
    const provider = bridgeProvider({ ...options, WebSocket: MuteSocket });
    expect(await provider.probe({})).toEqual({ state: 'needs-permission' });
    await outcomeOf(provider.open({}));
    expect(open).toHaveBeenCalledOnce();
    expect(MuteSocket.sockets).toEqual([]);
  });

  it('is an error with a code if no popup may be used', async () => {
    const provider = bridgeProvider({ ...options, WebSocket: forbidden, transport: 'websocket' });
    expect(await provider.probe({})).toEqual({ state: 'denied' });
    expect(await outcomeOf(provider.open({}))).toBe('permission-denied');
    // Node and web views have no `window.open`.
    expect(await outcomeOf(bridgeProvider({ ...options, WebSocket: forbidden }).open({}))).toBe(
      'popup-blocked',
    );
  });

  it('is an error with a code for the NHI’s own component', async () => {
    const provider = officialNhiProvider({ WebSocket: forbidden });
    expect(await provider.probe({})).toEqual({ state: 'denied' });
    expect(await outcomeOf(provider.open({}))).toBe('permission-denied');
  });
});
