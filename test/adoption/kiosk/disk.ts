import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A kiosk's disk as an image that can be searched byte by byte, including deleted files; and its memory file
 * systems.
 */

export interface Disk {
  /** Where it is mounted. */
  readonly folder: string;
  readonly image: string;
  /** Mounts an empty memory file system below the disk, as at the start of the machine. */
  readonly memory: (path: string) => string;
  /** Simulates a power failure: memory is lost, but data being written to the disk is there. */
  readonly cut: () => void;
  readonly flush: () => void;
  readonly remove: () => void;
}

const BYTES = 96 * 2 ** 20;
const run = (program: string, ...args: string[]): void => {
  execFileSync(program, args, { stdio: 'ignore' });
};

export function createDisk(below: string): Disk {
  const image = join(below, 'disk.img');
  const folder = join(below, 'disk');
  mkdirSync(folder);
  writeFileSync(image, '');
  run('truncate', '--size', String(BYTES), image);
  run('mkfs.ext4', '-q', image);
  run('mount', '-o', 'loop', image, folder);
  const mounted: string[] = [];
  const flush = (): void => {
    run('sync', '--file-system', folder);
    // Syncs the file system, because the image itself is read.
    run('sync', image);
  };
  const cut = (): void => {
    for (const path of mounted.splice(0).reverse()) run('umount', '--lazy', path);
    flush();
  };
  return {
    folder,
    image,
    cut,
    flush,
    memory(name) {
      const path = join(folder, name);
      mkdirSync(path, { recursive: true });
      run('mount', '-t', 'tmpfs', '-o', 'size=1g', 'none', path);
      mounted.push(path);
      return path;
    },
    remove() {
      cut();
      run('umount', '--lazy', folder);
    },
  };
}

/** Writes a word to the disk and deletes it again; a search of the image must still find it. */
export function leaveOnDisk({ folder }: Disk, word: string): void {
  const path = join(folder, 'deleted');
  const file = openSync(path, 'w');
  writeFileSync(file, word);
  fsyncSync(file);
  closeSync(file);
  rmSync(path);
}
