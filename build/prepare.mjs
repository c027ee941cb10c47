import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Installs and builds a fresh checkout. Uses only Node, because it runs before anything is installed.
 */

export const root = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = [20, 20];

/** Ends the process with a clear message if this version of Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(
    `mhb-kit needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Installs npm packages unless `node_modules` was installed from the current lock file. */
export function install() {
  const stamp = join(root, 'node_modules', '.mhb-kit-lock');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing npm packages from the lock file …');
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(stamp, lock);
}

/** Compiles the packages and bundles the components; skips what has not changed since the last build. */
export function build() {
  npm('run', '--silent', 'build');
}

/** @param {string[]} args */
function npm(...args) {
  const { status } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  console.error(`\nnpm ${args.join(' ')} failed; see the reason above.`);
  process.exit(1);
}
