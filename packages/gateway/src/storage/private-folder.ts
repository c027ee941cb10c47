import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises';

import { join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';

/** Permissions of everyone except the owner. */
const OTHERS = 0o077;

/** A folder that only its owner can access: created that way, or changed if others had access. */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (await isPrivateFolder(folder)) return;
  await chmod(folder, 0o700).catch((cause: unknown) => {
    throw new MhbError('data-folder-not-private', `${folder} belongs to somebody else`, { cause });
  });
}

/**
 * Removes all other users' permissions from a folder and its contents. Links are neither changed nor
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
 * Whether nobody except its owner can read or write a folder. Its contents are then inaccessible to others.
 */
export async function isPrivateFolder(folder: string): Promise<boolean> {
  return ((await stat(folder)).mode & OTHERS) === 0;
}
