import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../prepare.mjs';

/**
 * One packaging at a time in a checkout: two would delete each other's folders in the cache and mix their
 * files. The claim is a local socket, which the system takes back from a process that ends in any way.
 */

const name = `mhb-kit-package-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`;
/** Abstract on Linux, a pipe on Windows; elsewhere a file that may outlive its process. */
const SOCKETS = { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` };
const FILE = join(tmpdir(), name);

/** Exit code for “try again later” (`EX_TEMPFAIL` of sysexits.h). */
const TRY_AGAIN = 75;

/** Ends the process with the reason and the next step if this checkout is being packaged already. */
export async function claimPackaging() {
  const socket = SOCKETS[/** @type {keyof typeof SOCKETS} */ (process.platform)] ?? FILE;
  const server = createServer((asker) => asker.on('error', () => undefined).end(String(process.pid)));
  try {
    if (socket === FILE && (await holderAt(socket)) === null) rmSync(socket, { force: true });
    await once(server.listen(socket), 'listening');
    server.unref();
  } catch {
    const holder = await holderAt(socket);
    console.error(
      `packaging-in-progress: process ${holder ?? '(unknown)'} is packaging this checkout.\n` +
        'Next step: wait until it has ended, then run the command again; or use another checkout.',
    );
    process.exit(TRY_AGAIN);
  }
}

/** The process that holds the claim, or `null` if nobody answers. @param {string} socket @returns {Promise<string | null>} */
async function holderAt(socket) {
  try {
    const holder = connect(socket);
    let said = '';
    for await (const part of holder) said += String(part);
    return said;
  } catch {
    return null;
  }
}
