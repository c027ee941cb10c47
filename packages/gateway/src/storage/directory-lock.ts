import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';

/**
 * An exclusive lock on a data folder. The embedded database does not lock its folder, and if two processes use one
 * folder, acknowledged rows are lost without an error.
 */
export interface DirectoryLock {
  release(): Promise<void>;
}

interface Holder {
  readonly id: string;
  readonly pid: number;
  /**
   * The start time of the process in clock ticks since boot, so that a process that reuses the pid is not mistaken
   * for the holder.
   */
  readonly startedAt: string | null;
  readonly host: string;
}

const LOCK_NAME = 'gateway.lock';
const HEARTBEAT_MS = 5_000;
/**
 * A holder on another machine (with a shared volume) cannot be checked. If its heartbeat is older than this, the
 * holder is considered gone.
 */
const HEARTBEAT_LOST_MS = 20_000;

/** Returns field 22 of `/proc/<pid>/stat` (proc(5)), or `null` if there is no such file. */
async function processStart(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The command name (field 2) may contain spaces and parentheses, so count from the last parenthesis.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function isAlive(holder: Holder, lockPath: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    const { mtimeMs } = await stat(lockPath);
    return Date.now() - mtimeMs < HEARTBEAT_LOST_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // `EPERM` means that the process exists but belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return holder.startedAt === null || holder.startedAt === (await processStart(holder.pid));
}

async function readHolder(lockPath: string): Promise<Holder | null> {
  const text = await readFile(lockPath, 'utf8').catch(() => null);
  try {
    return text === null ? null : (JSON.parse(text) as Holder);
  } catch {
    return null;
  }
}

/**
 * Locks a folder, which must exist. Takes over the lock of a process that no longer exists.
 * @throws {MhbError} `data-folder-in-use` with the holder's `pid`.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const lockPath = join(directory, LOCK_NAME);
  const mine: Holder = {
    id: randomUUID(),
    pid: process.pid,
    startedAt: await processStart(process.pid),
    host: hostname(),
  };
  const ownPath = `${lockPath}.${mine.id}`;
  await writeFile(ownPath, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  try {
    await claim(ownPath, lockPath);
  } finally {
    await rm(ownPath, { force: true });
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(lockPath, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    async release() {
      clearInterval(heartbeat);
      if ((await readHolder(lockPath))?.id === mine.id) await rm(lockPath, { force: true });
    },
  };
}

async function claim(ownPath: string, lockPath: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      // Creating a hard link fails if the name exists, so the complete lock file appears at once or not at all.
      await link(ownPath, lockPath);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readHolder(lockPath);
    if (holder !== null && (await isAlive(holder, lockPath))) {
      throw new MhbError('data-folder-in-use', `Process ${holder.pid} is using the data folder`, {
        details: { pid: holder.pid },
      });
    }
    await removeStale(lockPath, holder);
  }
  throw new MhbError('data-folder-in-use', 'The data folder could not be locked');
}

/**
 * Moves the lock of a dead process away, and restores the lock if another process has taken it in the meantime.
 */
async function removeStale(lockPath: string, expected: Holder | null): Promise<void> {
  const aside = `${lockPath}.stale-${randomUUID()}`;
  await rename(lockPath, aside).catch(() => undefined);
  const moved = await readHolder(aside);
  if (moved !== null && moved.id !== expected?.id) await link(aside, lockPath).catch(() => undefined);
  await rm(aside, { force: true });
}
