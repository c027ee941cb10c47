import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * A server in a separate process that reports its processor time and memory.
 * @param {string} script @param {object} options
 */
export async function startProcess(script, options) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [JSON.stringify(options)], {
    execArgv: [],
  });
  const [{ url }] = /** @type {[{ url: string }]} */ (await once(child, 'message'));
  return {
    url,
    /**
     * `peakRss`: the maximum memory since the last call, in bytes. @returns {Promise<{ cpuMs: number,
     * peakRss: number }>}
     */
    async usage() {
      child.send('usage');
      const [answer] = await once(child, 'message');
      return answer;
    },
    async stop() {
      child.send('stop');
      await once(child, 'exit');
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** The child's side. @param {string} url @param {() => Promise<unknown>} stop */
export function serveParent(url, stop) {
  let peakRss = 0;
  const sample = () => {
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
  };
  setInterval(sample, 20).unref();
  process.on('message', (message) => {
    if (message === 'usage') {
      const { user, system } = process.cpuUsage();
      sample();
      process.send?.({ cpuMs: (user + system) / 1_000, peakRss });
      peakRss = 0;
    } else {
      void stop().then(() => process.exit(0));
    }
  });
  process.send?.({ url });
}
