import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** The kernel's tables of connections (proc(5)); a browser may reach 127.0.0.1 by a socket of either family. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * Whether another person's program is at the other end: several people may be logged in on one machine, each with a bridge,
 * and every page of all of them tries the same ports. Only Linux tells; elsewhere the answer is always no.
 */
export async function belongsToSomebodyElse(socket: Socket): Promise<boolean> {
  const own = process.getuid?.();
  if (process.platform !== 'linux' || own === undefined) return false;
  const tables = await Promise.all(TABLES.map((path) => readFile(path, 'utf8').catch(() => '')));
  const owner = ownerOf(tables.join('\n'), socket.remotePort ?? 0, socket.localPort ?? 0);
  return owner !== null && owner !== own;
}

/**
 * The user who owns the end of a connection on this machine, as the kernel lists it; `null` where it does not.
 * @param from port of the end that is asked about @param to port of the other end
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
