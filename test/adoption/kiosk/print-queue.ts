import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A separate CUPS with one printer that has run out of paper, so that printed documents stay in its queue.
 */

const CONFIGURATION = (socket: string): string => `Listen ${socket}
Browsing No
WebInterface No
PreserveJobHistory No
PreserveJobFiles No
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
`;

/** The printer's capabilities; Chromium prints only on printers that state them. */
const PRINTER = fileURLToPath(new URL('paper.ppd', import.meta.url));

export interface PrintQueue {
  readonly socket: string;
  /** Files waiting in the spool. */
  readonly waiting: () => readonly string[];
  readonly start: () => Promise<void>;
  /** Immediately, as in a power failure. */
  readonly stop: () => Promise<void>;
}

/**
 * Sets up a queue in a folder; `start` starts it. The spool's folder is a parameter, because it is in memory
 * on a kiosk.
 */
export function createPrintQueue(folder: string, spool: string): PrintQueue {
  const socket = join(folder, 'cups.sock');
  const places = ['ServerRoot', 'CacheDir', 'StateDir'] as const;
  for (const place of places) mkdirSync(join(folder, place), { recursive: true });
  // The daemon gives its folders to the group of printers and must be able to access them.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'cupsd.conf'), CONFIGURATION(socket));
  writeFileSync(
    join(folder, 'cups-files.conf'),
    [
      'FileDevice Yes',
      `RequestRoot ${spool}`,
      ...places.map((place) => `${place} ${join(folder, place)}`),
      ...['AccessLog', 'ErrorLog', 'PageLog'].map((log) => `${log} ${join(folder, log)}`),
    ].join('\n'),
  );
  const command = (program: string, ...args: string[]): void => {
    execFileSync(program, ['-h', socket, ...args], { stdio: 'ignore' });
  };
  let daemon: ChildProcess | undefined;
  return {
    socket,
    waiting: () => readdirSync(spool).filter((name) => /^[cd]\d+/.test(name)),
    async start() {
      daemon = spawn(
        '/usr/sbin/cupsd',
        ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
        { stdio: 'ignore' },
      );
      for (let tries = 0; ; tries += 1) {
        try {
          command('lpadmin', '-p', 'paper', '-E', '-v', 'file:///dev/null', '-P', PRINTER);
          break;
        } catch (error) {
          if (tries === 300) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
      command('lpadmin', '-d', 'paper');
      command('cupsdisable', 'paper');
    },
    async stop() {
      if (daemon === undefined || daemon.exitCode !== null || daemon.signalCode !== null) return;
      const ended = once(daemon, 'exit');
      daemon.kill('SIGKILL');
      await ended;
    },
  };
}
