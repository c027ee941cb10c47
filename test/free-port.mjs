import { createServer } from 'node:net';

/**
 * A port that nobody listens on, for a program that must be told one. From below the range out of which systems number
 * connections and `listen(0)`: those are begun all the time, so one of them could have it by the time the program listens.
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
