import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes files that are either complete or absent, even after a power failure. Each file is written under another
 * name, synced, and then renamed.
 */

/** Syncs a file, or the entries of a folder, to disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAside(path: string, chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const aside = `${path}.part-${randomUUID()}`;
  const create = (): ReturnType<typeof open> => open(aside, 'wx', 0o600);
  const handle = await create().catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return create();
  });
  try {
    for await (const chunk of chunks) await handle.write(chunk);
    await handle.sync();
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return aside;
}

/** Writes or replaces a file. */
export async function writeFileDurably(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const aside = await writeAside(path, chunks);
  await rename(aside, path);
  await syncPath(dirname(path));
}

/**
 * Creates a file unless it exists. If several writers try at once, the first one creates the file, and the others
 * use the content of that file.
 */
export async function createFile(path: string, content: Uint8Array): Promise<void> {
  const aside = await writeAside(
    path,
    (async function* () {
      yield content;
    })(),
  );
  try {
    await link(aside, path);
    await syncPath(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/**
 * Syncs everything in a folder to disk. This happens in parallel, because the file system then writes it in one
 * operation.
 */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await syncTree(path);
      else if (entry.isFile()) await syncPath(path);
    }),
  );
  await syncPath(folder);
}

/** Overwrites a file and then removes it. This is used for keys that must be destroyed. */
export async function shredFile(path: string): Promise<void> {
  const handle = await open(path, 'r+').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return;
  try {
    await handle.write(randomBytes((await handle.stat()).size), 0, undefined, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(path, { force: true });
  await syncPath(dirname(path));
}

/** Returns the names of the files in a folder, or an empty list if there is no such folder. */
export async function listFolder(path: string): Promise<readonly string[]> {
  return readdir(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
}
