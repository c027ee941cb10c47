import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/**
 * Paths of the kernel's connection tables (proc(5)). There are two, because a browser may use a socket of
 * either address family to connect to 127.0.0.1.
 */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * Checks whether a program of another user opened this connection. Several people can be logged in on one machine,
 * each with a bridge, and all of their pages try the same ports. Only Linux provides this information; on other
 * systems the result is always `false`.
 */
export async function belongsToSomebodyElse(socket: Socket): Promise<boolean> {
  const own = process.getuid?.();
  if (process.platform !== 'linux' || own === undefined) return false;
  const tables = await Promise.all(TABLES.map((path) => readFile(path, 'utf8').catch(() => '')));
  const owner = ownerOf(tables.join('\n'), socket.remotePort ?? 0, socket.localPort ?? 0);
  return owner !== null && owner !== own;
}

/**
 * Returns the user ID that owns one end of a connection on this machine, or `null` if the kernel does not
 * list the connection.
 * @param from port of the end in question
 * @param to port of the other end
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
