import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { root } from '../prepare.mjs';

/** Archives that depend only on their contents: not on the time, the user or the order of a file system. */

/**
 * Seconds since 1970: the last change of the sources
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export const sourceDate = () =>
  process.env['SOURCE_DATE_EPOCH'] ?? run('git', ['log', '-1', '--format=%ct'], { cwd: root }).trim();

/** @param {string} program @param {readonly string[]} args @param {import('node:child_process').SpawnSyncOptions} [options] */
export function run(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  if (error !== undefined) throw new Error(`${program} is not installed on this machine`, { cause: error });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}:\n${String(stdout)}${String(stderr)}`);
  return String(stdout);
}

/** A `.tar.gz` of one entry of a folder. @param {string} folder @param {string} entry @param {string} file */
export function writeTarball(folder, entry, file) {
  // `-n`: no name and no time in the header of gzip.
  const script = `tar --format=ustar --sort=name --mtime="@$1" --owner=0 --group=0 --numeric-owner --mode=go-w,a+rX \\
    -C "$2" -c "$3" | gzip -9n > "$4"`;
  run('bash', ['-euo', 'pipefail', '-c', script, 'tarball', sourceDate(), folder, entry, file]);
}

/** @param {string} file */
export const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
