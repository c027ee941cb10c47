import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import { readJson } from '../../test/trust/lock-file.mjs';
import { cache, fetchPackage } from './registry.mjs';
import { NODE_VERSION } from './targets.mjs';

/**
 * The native bindings next to the program. `pcsclite` and `pkcs11` are compiled here against the headers of
 * the included Node; `pcsc-mini` comes compiled from npm. None of them is changed. A binding that is not
 * available is left out, and its name is printed.
 *
 * @typedef {'pcsclite' | 'pcsc-mini' | 'pkcs11'} Binding
 */

/** From the bridge's manifest, otherwise from the lock file. @param {string} name @returns {string} */
const versionOf = (name) => {
  const { optionalDependencies, dependencies } = readJson('packages/card-bridge/package.json');
  return (
    optionalDependencies[name] ??
    dependencies[name] ??
    readJson('package-lock.json').packages[`node_modules/${name}`]?.version
  );
};

/**
 * The folder of one of the bridge's native packages: as installed here, otherwise from the registry.
 * @param {string} name @returns {string | null}
 */
export function nativePackage(name) {
  const installed = join(root, 'node_modules', name);
  return existsSync(join(installed, 'package.json')) ? installed : fetchPackage(name, versionOf(name));
}

/** Where npm has the tool that compiles. */
function nodeGyp() {
  const { stdout } = spawnSync('npm', ['root', '-g'], { encoding: 'utf8' });
  return join(stdout.trim(), 'npm/node_modules/node-gyp/bin/node-gyp.js');
}

/** Compiled in a folder that is always the same, so that the same sources give the same bytes. @param {string} name @param {string} headers */
function compile(name, headers) {
  const source = fetchPackage(name, versionOf(name));
  const folder = join(cache, 'compiling', name);
  rmSync(folder, { recursive: true, force: true });
  if (source === null) return null;
  cpSync(source, folder, { recursive: true });
  // Headers that hide the differences between versions of V8.
  const nan = fetchPackage('nan', versionOf('nan'));
  if (nan !== null) cpSync(nan, join(folder, 'node_modules/nan'), { recursive: true });
  const compiled = spawnSync(
    process.execPath,
    [nodeGyp(), 'rebuild', `--nodedir=${headers}`, `--target=${NODE_VERSION}`, '--silent'],
    {
      cwd: folder,
      encoding: 'utf8',
      // npm's settings for its own Node would override the option.
      env: { ...process.env, npm_config_nodedir: headers },
    },
  );
  const file = join(folder, 'build/Release', `${name === 'pkcs11js' ? 'pkcs11' : name}.node`);
  if (compiled.status === 0 && existsSync(file)) {
    spawnSync('strip', ['--strip-unneeded', file]);
    return file;
  }
  console.log(`${name} cannot be compiled here:\n${compiled.stderr}`);
  return null;
}

/**
 * Puts the bindings of a system into the program's folder.
 * @param {import('./targets.mjs').Target} target @param {string} base the unpacked npm package with Node @param {string} folder
 * @returns {readonly Binding[]} those that are available
 */
export function placeBindings(target, base, folder) {
  mkdirSync(folder, { recursive: true });
  const prebuilt = fetchPackage(target.prebuilt, versionOf('pcsc-mini'));
  /** @type {readonly (readonly [Binding, string | null])[]} */
  const found = [
    ['pcsclite', target.compiles ? compile('pcsclite', base) : null],
    ['pcsc-mini', prebuilt === null ? null : join(prebuilt, 'addon.node')],
    ['pkcs11', target.compiles ? compile('pkcs11js', base) : null],
  ];
  return found.flatMap(([name, file]) => {
    if (file === null) return [];
    const place = join(folder, `${name}.node`);
    copyFileSync(file, place);
    chmodSync(place, 0o644);
    return [name];
  });
}
