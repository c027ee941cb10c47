import { MhbError } from '@mhb-kit/core/error';
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** File mode for output. Only the file's owner can read it, because it contains health data. */
const OWNER_ONLY = 0o600;

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a file completely or not at all. Replaces an existing file only with `force`. The content is first
 * written to a temporary file in the same folder. That file's name is unpredictable and the file must be new,
 * so that a link placed there cannot redirect the content.
 */
export async function writeWhole(path: string, content: string | Uint8Array, force: boolean): Promise<void> {
  if (!force && (await exists(path))) throw new MhbError('output-exists', 'The output exists');
  // Do not derive the temporary name from the file name, because a long name would leave no room for a
  // suffix.
  const draft = join(dirname(path), `.mhb-${randomBytes(12).toString('hex')}.part`);
  try {
    const file = await open(draft, 'wx', OWNER_ONLY);
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new MhbError('file-unwritable', 'The output cannot be written', { cause: error });
  }
}

/** Creates a folder for files that belong together. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new MhbError('file-unwritable', 'The folder cannot be created', { cause: error });
  }
}
