import { constants, createReadStream } from 'node:fs';
import { access, mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder, writeFileDurably } from './durable-files.js';

/**
 * Stores sealed archives. Keys have the form `<day>/<id>`, so that all archives of a day can be deleted at once.
 * The bytes are already sealed when the store receives them.
 */
export interface BlobStore {
  /** Stores the entire source under the key, or nothing. */
  write(key: string, source: AsyncIterable<Uint8Array>): Promise<void>;
  /** Reads the stored bytes from `start` up to, but not including, `end`. */
  read(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
  delete(key: string): Promise<void>;
  days(): Promise<readonly string[]>;
  deleteDay(day: string): Promise<void>;
  /** Checks whether the store can store anything at the moment; rejects if it cannot. */
  check(): Promise<void>;
}

export function openBlobFolder(folder: string): BlobStore {
  const pathOf = (key: string): string => join(folder, ...key.split('/'));
  return {
    write: (key, source) => writeFileDurably(pathOf(key), source),
    read: (key, start, end) => createReadStream(pathOf(key), { start, end: end - 1 }),
    delete: (key) => rm(pathOf(key), { force: true }),
    days: () => listFolder(folder),
    deleteDay: (day) => rm(join(folder, day), { recursive: true, force: true }),
    async check() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.W_OK);
      if ((await statfs(folder)).bavail === 0) throw new Error('The disk is full');
    },
  };
}
