import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './tarballs.js';

interface Release {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * The folder that `npm run release` writes, for a repository that does not exist; or the folder named by
 * `MHB_RELEASE`, which saves minutes.
 */
export function writeRelease(): Release {
  const existing = process.env['MHB_RELEASE'];
  if (existing !== undefined) return { folder: existing, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'mhb-release-'));
  const options = ['--out', folder, '--repository', 'https://git.example.tw/owner/mhb-kit'];
  execFileSync(process.execPath, [join(root, 'build/release/release.mjs'), ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
