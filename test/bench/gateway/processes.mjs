import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * A server in a process of its own, which tells what it has used of the processor and of memory.
 * @param {string} script @param {object} options
 */
export async function startProcess(script, options) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
  });
  const [{ url }] = /** @type {[{ url: string }]} */ (await once(child, 'message'));
  return {
    url,
    /** @returns {Promise<{ cpuMs: number, rss: number }>} */
    async usage() {
      child.send('usage');
      const [answer] = await once(child, 'message');
      return answer;
    },
    async stop() {
      child.send('stop');
      await once(child, 'exit');
    },
  };
}

/** The other side of it. @param {string} url @param {() => Promise<unknown>} stop */
export function serveParent(url, stop) {
  process.on('message', (message) => {
    if (message === 'usage') {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpuMs: (user + system) / 1_000, rss: process.memoryUsage.rss() });
    } else {
      void stop().then(() => process.exit(0));
    }
  });
  process.send?.({ url });
}
