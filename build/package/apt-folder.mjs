import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { cache } from './registry.mjs';
import { run, sourceDate } from './archive.mjs';

/**
 * Writes a folder that is an apt repository once it is copied to any web server. Signed with the operator's
 * OpenPGP key, or with a test key of this machine.
 */

const TEST_HOME = join(cache, 'gnupg');

/** @param {string | undefined} key fingerprint of a key in gpg's keyring */
function gpgFor(key) {
  if (key !== undefined) return { home: [], key };
  if (!existsSync(TEST_HOME)) {
    mkdirSync(TEST_HOME, { recursive: true, mode: 0o700 });
    run('gpg', [
      ...['--homedir', TEST_HOME, '--batch', '--passphrase', '', '--quick-gen-key'],
      ...['mhb-kit test key', 'ed25519', 'sign', 'never'],
    ]);
  }
  return { home: ['--homedir', TEST_HOME], key: 'mhb-kit test key' };
}

/** @param {{ folder: string, debs: readonly string[], gpgKey: string | undefined }} options */
export function writeAptFolder({ folder, debs, gpgKey }) {
  rmSync(folder, { recursive: true, force: true });
  const binary = join(folder, 'dists/stable/main/binary-amd64');
  const pool = join(folder, 'pool');
  mkdirSync(binary, { recursive: true });
  mkdirSync(pool, { recursive: true });
  for (const deb of debs) cpSync(deb, join(pool, basename(deb)));
  const packages = run('dpkg-scanpackages', ['--multiversion', 'pool'], { cwd: folder });
  writeFileSync(join(binary, 'Packages'), packages);
  writeFileSync(join(binary, 'Packages.gz'), gzipSync(packages, { level: 9 }));
  const lines = ['Packages', 'Packages.gz'].map((name) => {
    const data = readFileSync(join(binary, name));
    return ` ${createHash('sha256').update(data).digest('hex')} ${data.length} main/binary-amd64/${name}`;
  });
  const release = join(folder, 'dists/stable/Release');
  writeFileSync(
    release,
    `${[
      'Origin: mhb-card-bridge',
      'Label: mhb-card-bridge',
      'Suite: stable',
      'Codename: stable',
      'Architectures: amd64',
      'Components: main',
      `Date: ${new Date(Number(sourceDate()) * 1000).toUTCString().replace('GMT', 'UTC')}`,
      'SHA256:',
      ...lines,
    ].join('\n')}\n`,
  );
  const { home, key } = gpgFor(gpgKey);
  const sign = (/** @type {readonly string[]} */ ...args) => {
    run('gpg', [...home, '--batch', '--yes', '--local-user', key, ...args.flat()]);
  };
  sign(['--clearsign', '--output', join(folder, 'dists/stable/InRelease'), release]);
  sign(['--armor', '--detach-sign', '--output', `${release}.gpg`, release]);
  writeFileSync(
    join(folder, 'mhb-card-bridge.asc'),
    run('gpg', [...home, '--batch', '--armor', '--export', key]),
  );
}
