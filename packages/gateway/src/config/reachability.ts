import { isIP } from 'node:net';

/** From where the gateway can be reached, and whose word about a caller's address it takes. */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether an address is the machine's own and nobody else's. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Whether other machines could reach the gateway, by where it listens or by the address that it tells browsers. */
export function isReachable(host: unknown, publicUrl: unknown): boolean {
  if (typeof host === 'string' && !isLoopback(host)) return true;
  return typeof publicUrl === 'string' && URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl).hostname);
}

/** Ranges wider than these are no proxies of one's own: bits of the prefix, by version of IP. */
const WIDEST: Readonly<Record<number, number>> = { 4: 8, 6: 16 };
/** Names that fastify knows for ranges. */
const NAMED_RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** What is wrong with `trustProxy`, or `null`. */
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
