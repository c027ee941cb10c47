import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/**
 * The kernel's tables of connections (proc(5)); a browser may connect to 127.0.0.1 with a socket of either
 * address family.
 */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * Whether the other end belongs to another user's program. Several people may be logged in on one machine,
 * each with a bridge, and the pages of all of them try the same ports. Only Linux provides this information;
 * on other systems the result is always `false`.
 */
export async function belongsToSomebodyElse(socket: Socket): Promise<boolean> {
  const own = process.getuid?.();
  if (process.platform !== 'linux' || own === undefined) return false;
  const tables = await Promise.all(TABLES.map((path) => readFile(path, 'utf8').catch(() => '')));
  const owner = ownerOf(tables.join('\n'), socket.remotePort ?? 0, socket.localPort ?? 0);
  return owner !== null && owner !== own;
}

/**
 * The user who owns one end of a connection on this machine, as listed by the kernel; `null` if it is not
 * listed.
 * @param from port of the end in question @param to port of the other end
 */
export function ownerOf(table: string, from: number, to: number): number | null {
  const ports = [from, to].map((port) => port.toString(16).toUpperCase().padStart(4, '0'));
  for (const line of table.split('\n')) {
    const [, local, remote, , , , , owner] = line.trim().split(' ').filter(Boolean);
    if (local?.endsWith(`:${ports[0]}`) === true && remote?.endsWith(`:${ports[1]}`) === true)
      return Number(owner);
  }
  return null;
}
