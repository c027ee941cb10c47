import { isIP } from 'node:net';

/**
 * Determines whether other machines can reach the gateway, and checks which proxies it trusts to
 * state a caller's address.
 */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Checks whether an address is a loopback address. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Checks whether other machines can reach the gateway, judging by its listening address and its public URL. */
export function isReachable(host: unknown, publicUrl: unknown): boolean {
  if (typeof host === 'string' && !isLoopback(host)) return true;
  return typeof publicUrl === 'string' && URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl).hostname);
}

/**
 * The minimum prefix length in bits, by IP version. A wider range cannot consist only of the operator's proxies.
 */
const WIDEST: Readonly<Record<number, number>> = { 4: 8, 6: 16 };
/** Names that fastify accepts in place of address ranges. */
const NAMED_RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Describes the problem with `trustProxy`; returns `null` if there is none. */
export function trustProxyProblem(trustProxy: string): string | null {
  for (const entry of trustProxy.split(',').map((each) => each.trim())) {
    if (NAMED_RANGES.has(entry)) continue;
    const [address = '', prefix, ...more] = entry.split('/');
    const version = isIP(address);
    const bits = version === 4 ? 32 : 128;
    const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
    if (version === 0 || !isPrefix || more.length > 0) {
      return `trustProxy must be addresses or ranges (10.0.0.5, 10.0.0.0/24), not ${JSON.stringify(entry)}`;
    }
    if (prefix !== undefined && Number(prefix) < (WIDEST[version] ?? 0)) {
      return `trustProxy ${entry} covers nearly everybody: any caller could pretend to have another address`;
    }
  }
  return null;
}
