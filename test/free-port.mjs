import { createServer } from 'node:net';

/**
 * An unused port, for a program that needs a fixed one. It is below the range from which systems choose ports
 * for connections and `listen(0)`, because one of these could otherwise take it before the program listens.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const isFree = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
