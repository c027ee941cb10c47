import { MhbError } from '@mhb-kit/core/error';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Only the person may read what is written: it is their health. */
const OWNER_ONLY = 0o600;

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Writes a file whole or not at all, and never over another unless told to. */
export async function writeWhole(path: string, text: string, force: boolean): Promise<void> {
  if (!force && (await exists(path))) throw new MhbError('output-exists', 'The output exists');
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(draft, 'w', OWNER_ONLY);
    try {
      await writeFile(file, text);
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

/** A folder for files that belong together. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new MhbError('file-unwritable', 'The folder cannot be made', { cause: error });
  }
}
