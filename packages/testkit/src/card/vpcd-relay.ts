/**
 * Runs inside the daemon's network namespace. Forwards a Unix socket to each TCP port of vpcd, and ends the daemon
 * (its parent process) once the test process that started the daemon has ended. Arguments: the directory of the
 * sockets, followed by the ports.
 */
import { connect, createServer } from 'node:net';

const [directory = '.', ...ports] = process.argv.slice(2);

for (const [slot, port] of ports.entries()) {
  createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: Number(port), noDelay: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.pipe(to);
    }
  }).listen(`${directory}/slot${slot}.sock`);
}

const daemon = process.ppid;
process.stdin.resume().on('end', () => {
  try {
    process.kill(daemon, 'SIGTERM');
  } finally {
    process.exit();
  }
});
