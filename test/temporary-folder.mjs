import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's file system in memory. */
const IN_MEMORY = '/dev/shm';
/** Many times what the databases and browser profiles of a whole run use simultaneously. */
const ROOM = 6 * 2 ** 30;

/**
 * A folder for the temporary files of all tests: in memory where there is room, because tests that start databases otherwise
 * spend much of their time waiting for the disk to sync. It is removed when this process ends. @returns {string}
 */
export function makeTemporaryFolder() {
  const folder = mkdtempSync(join(hasRoom() ? IN_MEMORY : tmpdir(), 'mhb-kit-'));
  // Databases run as their own user.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, () => process.exit(1));
  return folder;
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM && freemem() > ROOM;
  } catch {
    return false;
  }
}
