/**
 * Functions that determine who may connect to the bridge at all. They depend only on headers that browsers
 * set and pages cannot forge.
 */

import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { MhbError } from '@mhb-kit/core/error';

/** A site that is allowed to use the bridge on this machine. */
export interface AllowedOrigin {
  /**
   * The origin exactly as the browser sends it, such as `https://portal.example.tw`, without a path or
   * wildcard.
   */
  readonly origin: string;
  /**
   * With `enrolled`, the bridge asks nobody, because the operator of this machine has allowed the site (on a
   * kiosk or for a demonstration). With `ask`, the bridge asks the person in its own window, once per
   * session.
   */
  readonly consent: 'enrolled' | 'ask';
}

/**
 * @throws {MhbError} `configuration-invalid` for anything but exact http(s) origins; plain http is allowed
 *   only for origins on this machine
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
 * Checks the `Host` header. After DNS rebinding, a request still names the attacker's host, so only names
 * that cannot be rebound are accepted.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** Checks the peer's address. The socket listens on loopback only, so this is a second line of defense. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/**
 * Checks whether the bridge may send a file of its window, according to the fetch metadata (W3C Fetch
 * Metadata Request Headers), which pages cannot set. A `document` may be loaded only as a complete tab or
 * popup, regardless of who opened it. A `part` (script or style sheet) may be loaded only by the window
 * itself. Browsers send this metadata to loopback addresses, so a request without it is refused.
 */
export function mayLoadWindowFile(kind: 'document' | 'part', headers: IncomingHttpHeaders): boolean {
  return kind === 'document'
    ? headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
    : headers['sec-fetch-site'] === 'same-origin';
}
