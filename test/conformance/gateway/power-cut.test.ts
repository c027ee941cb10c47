import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { nothingYet, putLoad, startGatewayProcess, verify } from './crash.js';
import { randomMoments } from './seed.js';

/** More with `MHB_POWER_CUTS=20`. */
const cases = Number(process.env.MHB_POWER_CUTS ?? 1);
const { seed, random } = randomMoments();
const IMAGE_BYTES = 600 * 1024 * 1024;

const run = (program: string, ...parameters: string[]): string =>
  execFileSync(program, parameters, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();

/** Mounting needs root, a loop device and ext4. */
const canMount =
  process.getuid?.() === 0 &&
  spawnSync('losetup', ['-f']).status === 0 &&
  spawnSync('mkfs.ext4', ['-V']).status === 0;

/**
 * A simulated power failure: the data folder is on a disk image; gateway and database are stopped during
 * their work, and the image is copied in that state. What the file system had not written by then is not in
 * the copy.
 */
describe.skipIf(!canMount)('the embedded database', () => {
  it(
    `survives ${cases} power failures with everything it acknowledged (MHB_SEED=${seed})`,
    { timeout: 60_000 + cases * 60_000 },
    async () => {
      const workbench = await mkdtemp(join(tmpdir(), 'mhb-power-'));
      const mountPoint = join(workbench, 'disk');
      const image = join(workbench, 'disk.img');
      await mkdir(mountPoint);
      await writeFile(image, '');
      await truncate(image, IMAGE_BYTES);
      run('mkfs.ext4', '-q', '-F', image);
      const acknowledged = nothingYet();
      let mounted = image;
      try {
        for (let round = 0; round < cases; round += 1) {
          run('mount', '-o', 'loop', mounted, mountPoint);
          const gateway = await startGatewayProcess(join(mountPoint, 'data'));
          const gone = new AbortController();
          const before = acknowledged.requests.size;
          const load = putLoad(gateway.url, acknowledged, gone.signal);
          // A failure before anything is acknowledged tests nothing, no matter how slow the machine is.
          while (acknowledged.requests.size === before) await pause(50);
          await pause(500 + random() * 3_000);
          gateway.child.kill('SIGSTOP');
          const copy = join(workbench, `after-cut-${round}.img`);
          await copyFile(mounted, copy);
          await gateway.end('SIGKILL');
          gone.abort();
          await load;
          run('umount', mountPoint);
          await rm(mounted);
          mounted = copy;
        }
        run('mount', '-o', 'loop', mounted, mountPoint);
        const last = await startGatewayProcess(join(mountPoint, 'data'));
        try {
          await verify(last.url, acknowledged);
          expect(acknowledged.requests.size).toBeGreaterThan(0);
        } finally {
          await last.end('SIGKILL');
        }
      } finally {
        spawnSync('umount', [mountPoint]);
        await rm(workbench, { recursive: true });
      }
    },
  );
});
