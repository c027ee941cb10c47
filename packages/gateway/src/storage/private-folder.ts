import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises';

import { join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';

/** Permissions of everybody but the owner. */
const OTHERS = 0o077;

/** A folder for its owner only: made so, or made so again where others could look in. */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (await isPrivateFolder(folder)) return;
  await chmod(folder, 0o700).catch((cause: unknown) => {
    throw new MhbError('data-folder-not-private', `${folder} belongs to somebody else`, { cause });
  });
}

/** Takes everybody else's permissions from a folder and all that lies in it. Links are left alone, and not followed. */
export async function closeTree(path: string): Promise<void> {
  const status = await lstat(path);
  if (status.isSymbolicLink()) return;
  if ((status.mode & OTHERS) !== 0) await chmod(path, status.mode & ~OTHERS & 0o7777);
  if (!status.isDirectory()) return;
  for (const name of await readdir(path)) await closeTree(join(path, name));
}

/** Whether others than its owner may look into a folder, or write there. What lies in a closed one is out of their reach. */
export async function isPrivateFolder(folder: string): Promise<boolean> {
  return ((await stat(folder)).mode & OTHERS) === 0;
}
