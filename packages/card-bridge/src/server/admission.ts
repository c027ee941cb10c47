/**
 * Determines who may connect to the bridge at all: pure functions of headers that browsers set and pages
 * cannot forge.
 */

import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { MhbError } from '@mhb-kit/core/error';

/** A site that is allowed to use the bridge on this machine. */
export interface AllowedOrigin {
  /** Exactly as the browser sends it, such as `https://portal.example.tw`: no path, no wildcard. */
  readonly origin: string;
  /**
   * `enrolled`: the operator of this machine has allowed the site, so nobody is asked (a kiosk, a
   * demonstration). `ask`: the person is asked in the bridge's own window, once per session.
   */
  readonly consent: 'enrolled' | 'ask';
}

/**
 * @throws {MhbError} `configuration-invalid` for anything but exact http(s) origins; plain http is allowed
 *   only for this machine
 */
export function checkAllowedOrigins(origins: readonly AllowedOrigin[]): ReadonlyMap<string, AllowedOrigin> {
  for (const { origin } of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : null;
    const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackName(url.hostname));
    if (url?.origin !== origin || !secure || origin.includes('*')) {
      const expected = 'https://portal.example.tw';
      throw new MhbError('configuration-invalid', `${origin}: expected an origin, as ${expected}`, {
        details: { setting: origin, expected },
      });
    }
  }
  return new Map(origins.map((entry) => [entry.origin, entry]));
}

const isLoopbackName = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  (isIP(host) === 4 && host.startsWith('127.'));

/**
 * After DNS rebinding, a request still contains the attacker's Host; only names that cannot be rebound are
 * accepted.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** The socket listens on loopback only; this is a second check. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/**
 * Whether a file of the bridge's window may be sent, according to the fetch metadata (W3C Fetch Metadata
 * Request Headers), which pages cannot set: a `document` only as a complete tab or popup, regardless of who
 * opened it; a `part` (script, style) only to the window itself. Browsers send the metadata to loopback; a
 * request without it is refused.
 */
export function mayLoadWindowFile(kind: 'document' | 'part', headers: IncomingHttpHeaders): boolean {
  return kind === 'document'
    ? headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
    : headers['sec-fetch-site'] === 'same-origin';
}
