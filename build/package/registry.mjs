import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../prepare.mjs';
import { readJson } from '../../test/trust/lock-file.mjs';
import { NODE_VERSION } from './targets.mjs';

/** Packages of the npm registry that an installer contains and this workspace does not install. */

export const cache = join(root, 'node_modules/.cache/mhb-kit/package');
const PINS = fileURLToPath(new URL('pins.json', import.meta.url));

/**
 * The expected hash of a package's tarball, from the lock file or an earlier download. @param {string} name
 * @param {string} version
 */
function pinOf(name, version) {
  const locked = readJson('package-lock.json').packages[`node_modules/${name}`];
  if (locked?.version === version) return locked.integrity;
  return JSON.parse(readFileSync(PINS, 'utf8'))[`${name}@${version}`];
}

/** @param {string} key @param {string} integrity */
function pin(key, integrity) {
  const pins = { ...JSON.parse(readFileSync(PINS, 'utf8')), [key]: integrity };
  writeFileSync(PINS, `${JSON.stringify(pins, Object.keys(pins).sort(), 2)}\n`);
  console.log(`First seen, pinned in build/package/pins.json: ${key}`);
}

/**
 * The folder of a package as published, without running its scripts. A tarball that differs from the first
 * download is refused.
 * @param {string} name @param {string} version
 * @returns {string | null} `null` if the package cannot be downloaded on this machine
 */
export function fetchPackage(name, version) {
  const key = `${name}@${version}`;
  const folder = join(cache, 'registry', key.replaceAll('/', '+'));
  if (existsSync(folder)) return folder;
  const incoming = `${folder}.incoming`;
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  const packed = spawnSync(
    'npm',
    ['pack', key, '--json', '--ignore-scripts', '--pack-destination', incoming],
    {
      cwd: incoming,
      encoding: 'utf8',
    },
  );
  if (packed.status !== 0) {
    rmSync(incoming, { recursive: true, force: true });
    return null;
  }
  const [{ filename }] = JSON.parse(packed.stdout);
  const tarball = join(incoming, filename);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  const expected = pinOf(name, version);
  if (expected === undefined) pin(key, integrity);
  else if (expected !== integrity) throw new Error(`${key} is not the package that was pinned`);
  const unpacked = spawnSync('tar', ['-xzf', tarball, '-C', incoming, '--no-same-owner']);
  if (unpacked.status !== 0) throw new Error(`${key} cannot be unpacked`);
  renameSync(join(incoming, 'package'), folder);
  rmSync(incoming, { recursive: true, force: true });
  return folder;
}

/** The unpacked npm package with the Node of a system. @param {import('./targets.mjs').Target} target */
export function baseOf(target) {
  const base = fetchPackage(target.base, NODE_VERSION);
  if (base === null) throw new Error(`${target.base}@${NODE_VERSION} cannot be had from here`);
  return base;
}
