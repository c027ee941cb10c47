import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../prepare.mjs';
import { readJson } from '../../test/trust/lock-file.mjs';
import { writeAptFolder } from './apt-folder.mjs';
import { sha256, writeTarball } from './archive.mjs';
import { placeBindings } from './bindings.mjs';
import { writeContents } from './contents.mjs';
import { writeDebianPackage, writeKioskPackage } from './debian.mjs';
import { signBundle, writeBundle } from './macos.mjs';
import { claimPackaging } from './one-at-a-time.mjs';
import { buildProgram } from './program.mjs';
import { baseOf, cache } from './registry.mjs';
import { publicKeyOf, releaseKey, signReleases } from './signing.mjs';
import { targets } from './targets.mjs';
import { writePolicyTemplates, writeWindowsInstaller } from './windows.mjs';

/**
 * `npm run package -- [--target NAME …] [--origin URL …] [--updates URL] [--key FILE] [--gpg-key KEY] [--out FOLDER]`: the
 * card bridge as people install it, in `dist/package`. See README.md next to this file.
 */

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true, default: ['linux-x64'] },
    origin: { type: 'string', multiple: true, default: [] },
    updates: { type: 'string' },
    key: { type: 'string' },
    'gpg-key': { type: 'string' },
    maintainer: { type: 'string', default: 'mhb-kit <card-bridge@mhb-kit.invalid>' },
    out: { type: 'string', default: join(root, 'dist/package') },
    version: { type: 'string' },
    // Only on a Mac.
    'macos-identity': { type: 'string' },
    'macos-installer': { type: 'string' },
    'macos-notary': { type: 'string' },
  },
});
await claimPackaging();
const version = values.version ?? String(readJson('packages/card-bridge/package.json').version);
const key = releaseKey(values.key);
const publicKey = await publicKeyOf(key);
const { out } = values;
for (const name of values.target)
  if (targets[name] === undefined)
    throw new Error(`No such target: ${name}. There are: ${Object.keys(targets).join(', ')}`);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** @type {{ target: string, name: string, size: number, sha256: string }[]} */
const files = [];
/** @param {string} target @param {string} file */
const list = (target, file) => {
  files.push({ target, name: basename(file), size: statSync(file).size, sha256: sha256(file) });
};

for (const name of values.target) {
  const target = targets[name];
  if (target === undefined) continue;
  console.log(`Packing ${name} …`);
  const folderName = `mhb-card-bridge-${version}`;
  const contents = join(cache, 'contents', name, folderName);
  rmSync(contents, { recursive: true, force: true });
  const bindings = placeBindings(target, baseOf(target), contents);
  await buildProgram(target, contents, {
    version,
    bindings,
    origins: values.origin,
    operatorKey: publicKey,
    ...(values.updates === undefined ? {} : { updates: values.updates }),
  });
  writeContents(target, contents, bindings);
  const reader = bindings.includes('pcsclite') || bindings.includes('pcsc-mini') ? '' : '-without-reader';
  const fileName = `${folderName}-${name}${reader}`;
  if (name.startsWith('macos')) {
    writeBundle(contents, version);
    const {
      'macos-identity': identity,
      'macos-installer': installer = '',
      'macos-notary': notary = '',
    } = values;
    if (identity !== undefined) {
      const file = join(out, `${fileName}.pkg`);
      signBundle({ contents, version, identity, installer, notary, file });
      list(name, file);
    }
  }
  const tarball = join(out, `${fileName}.tar.gz`);
  writeTarball(join(contents, '..'), folderName, tarball);
  list(name, tarball);
  if (name === 'linux-x64') {
    const file = join(out, `mhb-card-bridge_${version}_amd64.deb`);
    const debian = { version, maintainer: values.maintainer };
    writeDebianPackage({ ...debian, contents, work: join(cache, 'debian'), file, origins: values.origin });
    list(name, file);
    const kiosk = join(out, `mhb-kiosk_${version}_all.deb`);
    writeKioskPackage({ ...debian, work: join(cache, 'kiosk'), file: kiosk });
    list('debian', kiosk);
    writeAptFolder({ folder: join(out, 'apt'), debs: [file, kiosk], gpgKey: values['gpg-key'] });
  }
  if (name === 'windows-x64') {
    for (const scope of /** @type {const} */ (['user', 'machine'])) {
      const file = join(out, `${fileName}${scope === 'machine' ? '-machine' : ''}.msi`);
      const work = join(cache, 'windows');
      writeWindowsInstaller({ scope, contents, version, work, file, origins: values.origin });
      list(name, file);
    }
    writePolicyTemplates(join(out, 'PolicyDefinitions'));
  }
}

const releases = { product: 'mhb-card-bridge', version, files };
writeFileSync(join(out, 'releases.json'), `${JSON.stringify(releases, null, 2)}\n`);
writeFileSync(join(out, 'releases.jws'), await signReleases(releases, key));
writeFileSync(join(out, 'release-key.json'), `${JSON.stringify(publicKey)}\n`);
writeFileSync(join(out, 'SHA256SUMS'), `${files.map((file) => `${file.sha256}  ${file.name}`).join('\n')}\n`);
for (const { name, size, sha256: hash } of files) {
  console.log(`${name}  ${(size / 1e6).toFixed(1)} MB  ${hash}`);
}
