import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises';

import { join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';

/** The permission bits of everyone except the owner. */
const OTHERS = 0o077;

/** Creates a folder that only its owner can access, or removes other users' access to an existing folder. */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (await isPrivateFolder(folder)) return;
  await chmod(folder, 0o700).catch((cause: unknown) => {
    throw new MhbError('data-folder-not-private', `${folder} belongs to somebody else`, { cause });
  });
}

/**
 * Removes all other users' permissions from a folder and its contents. Symbolic links are neither changed nor
 * followed.
 */
export async function closeTree(path: string): Promise<void> {
  const status = await lstat(path);
  if (status.isSymbolicLink()) return;
  if ((status.mode & OTHERS) !== 0) await chmod(path, status.mode & ~OTHERS & 0o7777);
  if (!status.isDirectory()) return;
  for (const name of await readdir(path)) await closeTree(join(path, name));
}

/**
 * Checks whether only the owner of a folder can access it. If so, the contents of the folder are inaccessible to
 * all other users.
 */
export async function isPrivateFolder(folder: string): Promise<boolean> {
  return ((await stat(folder)).mode & OTHERS) === 0;
}
