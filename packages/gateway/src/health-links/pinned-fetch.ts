import { lookup as systemLookup } from 'node:dns/promises';
import { Agent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { MhbError } from '@mhb-kit/core/error';
import { isPublicAddress } from './public-address.js';

/** The parts that tests replace, such as name resolution and the trusted certificates. */
export interface PinnedFetchOptions {
  readonly lookup?: (
    hostname: string,
  ) => Promise<readonly { readonly address: string; readonly family: number }[]>;
  readonly isAllowed?: (address: string) => boolean;
  readonly ca?: string;
  /** The only allowed port; defaults to 443. */
  readonly port?: string;
}

/**
 * Creates a `fetch` for untrusted addresses that allows only https, the default port, and public addresses. It
 * resolves the host name once, requires every resulting address to be public, and connects to an address that it
 * checked, so a name that resolves differently a moment later has no effect. Redirects are returned like any other
 * response and are not followed.
 */
export function createPinnedFetch(options: PinnedFetchOptions = {}): typeof fetch {
  const { isAllowed = isPublicAddress, ca, port: onlyPort = '' } = options;
  const lookup = options.lookup ?? ((hostname: string) => systemLookup(hostname, { all: true }));

  async function pinned(hostname: string): Promise<LookupFunction> {
    const literal = hostname.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(literal);
    const addresses = family === 0 ? await lookup(hostname) : [{ address: literal, family }];
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isAllowed(address))) throw refused();
    return (_hostname, { all }, answer) => {
      if (all === true) answer(null, [first]);
      else answer(null, first.address, first.family);
    };
  }

  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { protocol, hostname, port, username, password, pathname, search } = url;
    if (protocol !== 'https:' || port !== onlyPort || username !== '' || password !== '') throw refused();
    const lookupPinned = await pinned(hostname);
    const agent = new Agent({ keepAlive: false, maxSockets: 1 });
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = typeof init.body === 'string' ? init.body : null;
    return new Promise((resolve, reject) => {
      const call = httpsRequest({
        // Node does not resolve a literal IP address, so `lookup` is not called for it, but the address has
        // already been checked.
        hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
        port: port === '' ? 443 : Number(port),
        path: `${pathname}${search}`,
        method: init.method ?? 'GET',
        headers: {
          ...headers,
          Accept: 'application/json, application/jose',
          'Accept-Encoding': 'identity',
          ...(body === null ? {} : { 'Content-Length': Buffer.byteLength(body) }),
        },
        agent,
        lookup: lookupPinned,
        ...(ca === undefined ? {} : { ca }),
        ...(init.signal ? { signal: init.signal } : {}),
      });
      call.on('error', reject);
      call.on('response', (answer) => {
        const { statusCode = 502 } = answer;
        const retryAfter = answer.headers['retry-after'];
        const empty = [204, 205, 304].includes(statusCode);
        if (empty) answer.resume();
        resolve(
          new Response(empty ? null : (Readable.toWeb(answer) as ReadableStream), {
            status: statusCode < 200 ? 502 : statusCode,
            headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
          }),
        );
      });
      call.end(body ?? undefined);
    });
  };
}

const refused = (): MhbError =>
  new MhbError('health-link-host-refused', 'Fetching from this address is not allowed');
