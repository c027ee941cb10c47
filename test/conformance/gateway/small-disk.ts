import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mounting needs root. */
export const canMountSmallDisk = ((): boolean => {
  if (process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'mhb-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
})();

/** A memory disk that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves approximately this many bytes free. */
  fill(free: number): void;
  makeRoom(): void;
  remove(): void;
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'mhb-disk-'));
  const filler = join(folder, 'filler');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const makeRoom = (): void => rmSync(filler, { force: true });
  return {
    folder,
    fill(free) {
      // Another writer may use space that was free a moment ago.
      for (let filled = false; !filled;) {
        makeRoom();
        const { bavail, bsize } = statfsSync(folder);
        const length = bavail * bsize - free;
        filled = length <= 0 || spawnSync('fallocate', ['-l', String(length), filler]).status === 0;
      }
    },
    makeRoom,
    remove() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
