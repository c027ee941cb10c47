import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { billOfMaterials } from '../../test/trust/sbom.mjs';
import { publishedPackages } from '../../test/trust/lock-file.mjs';
import { run, sha256, sourceDate, writeTarball } from '../package/archive.mjs';
import { build, root } from '../prepare.mjs';
import { publishedManifest, repositoryAddress } from './manifest.mjs';
import { containerProject, shrinkwrapOf } from './shrinkwrap.mjs';

/**
 * `npm run release -- [--out FOLDER] [--repository URL]`: everything that is published with a version, in `dist/release`.
 * Nothing is uploaded. The same commit gives the same bytes. `build/release/README.md` becomes the README of the folder and
 * says what is in it.
 */

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist/release') },
    repository: { type: 'string' },
  },
});

/** Programs that people install and run, unlike the libraries, whose versions their project chooses. */
const SERVICES = ['gateway', 'card-bridge', 'cli'];

/** @type {string} */
let repository;
try {
  repository = repositoryAddress(values.repository);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}

build();
const { out } = values;
const at = (/** @type {string[]} */ ...parts) => join(out, ...parts);
rmSync(out, { recursive: true, force: true });
for (const folder of ['npm', 'cdn', 'viewer', 'kiosk', 'container', 'sbom'])
  mkdirSync(at(folder), { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'mhb-release-'));
const { version } = publishedManifest('core', repository);

/** npm decides which files belong to a package. */
const workspaces = publishedPackages.flatMap((folder) => ['-w', `packages/${folder}`]);
run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', work, ...workspaces], {
  cwd: root,
});
/** The tarballs, by folder. @type {Map<string, { fileName: string, manifest: import('./shrinkwrap.mjs').Manifest, hash: string }>} */
const made = new Map();
/** SHA-512 of our tarballs, by name. Libraries come first in the list, because services state their hashes. */
const hashes = new Map();
const ordered = [...publishedPackages].sort(
  (one, other) => Number(SERVICES.includes(one)) - Number(SERVICES.includes(other)),
);
for (const folder of ordered) {
  const manifest = publishedManifest(folder, repository);
  const fileName = `${manifest.name.slice(1).replace('/', '-')}-${version}.tgz`;
  const unpacked = join(work, folder);
  mkdirSync(unpacked);
  run('tar', ['-xzf', join(work, fileName), '-C', unpacked]);
  const inside = (/** @type {string} */ name) => join(unpacked, 'package', name);
  writeFileSync(inside('package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(root, 'packages', folder, 'CHANGELOG.md'), inside('CHANGELOG.md'));
  if (SERVICES.includes(folder)) {
    const shrinkwrap = shrinkwrapOf(folder, manifest, hashes);
    writeFileSync(inside('npm-shrinkwrap.json'), `${JSON.stringify(shrinkwrap, null, 2)}\n`);
  }
  writeTarball(unpacked, 'package', at('npm', fileName));
  const hash = createHash('sha512').update(readFileSync(at('npm', fileName)));
  hashes.set(manifest.name, `sha512-${hash.digest('base64')}`);
  made.set(folder, { fileName, manifest, hash: hashes.get(manifest.name) });
  writeFileSync(at('sbom', `${folder}.cdx.json`), `${JSON.stringify(billOfMaterials(folder), null, 2)}\n`);
}

for (const name of ['elements', 'core'])
  cpSync(join(root, 'packages', name, 'dist/cdn'), at('cdn', name, version), { recursive: true });
writeFileSync(at('cdn', 'elements', version, 'snippet.html'), snippet());

cpSync(join(root, 'examples/viewer-only/dist'), at('viewer'), { recursive: true });
copyFileSync(at('cdn', 'elements', version, 'NOTICES.txt'), at('viewer', 'NOTICES.txt'));

const kiosk = `mhb-kiosk-${version}`;
cpSync(join(root, 'examples/municipal-kiosk/machine'), join(work, kiosk), { recursive: true });
copyFileSync(join(root, 'LICENSE'), join(work, kiosk, 'LICENSE'));
writeTarball(work, kiosk, at('kiosk', `${kiosk}.tar.gz`));

for (const file of ['Dockerfile', '.dockerignore', 'compose.yaml'])
  copyFileSync(join(root, 'packages/gateway/deploy', file), at('container', file));
const inContainer = ['core', 'knowledge', 'elements', 'gateway'];
for (const folder of inContainer) {
  const { fileName } = /** @type {{ fileName: string }} */ (made.get(folder));
  copyFileSync(at('npm', fileName), at('container', fileName));
}
const project = containerProject(inContainer, made);
writeFileSync(at('container', 'package.json'), `${JSON.stringify(project.manifest, null, 2)}\n`);
writeFileSync(at('container', 'package-lock.json'), `${JSON.stringify(project.lock, null, 2)}\n`);

writeFileSync(at('CHANGELOG.md'), changelog('docs/changelog.md'));
writeFileSync(at('CHANGELOG.zh-Hant.md'), changelog('docs/zh-Hant/changelog.md'));
copyFileSync(join(root, 'LICENSE'), at('LICENSE'));
copyFileSync(join(root, 'build/release/README.md'), at('README.md'));

const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => relative(out, join(file.parentPath, file.name)))
  .sort();
writeFileSync(at('SHA256SUMS'), files.map((file) => `${sha256(at(file))}  ${file}\n`).join(''));
rmSync(work, { recursive: true });
console.log(`${version}: ${files.length} files in ${out}`);

/** The markup of a page that checks the hashes of its scripts. */
function snippet() {
  const base = `/mhb/${version}/`;
  const integrity = JSON.parse(readFileSync(at('cdn', 'elements', version, 'integrity.json'), 'utf8'));
  const map = {
    integrity: Object.fromEntries(Object.entries(integrity).map(([file, hash]) => [`${base}${file}`, hash])),
  };
  return [
    `<script type="importmap">${JSON.stringify(map)}</script>`,
    `<script type="module" src="${base}mhb-auto.js" integrity="${integrity['mhb-auto.js']}"></script>`,
    '',
  ].join('\n');
}

/** The changelog as if the version were published on the day of its last commit. @param {string} file */
function changelog(file) {
  const day = new Date(Number(sourceDate()) * 1000).toISOString().slice(0, 10);
  return readFileSync(join(root, file), 'utf8')
    .replace(new RegExp(`^## ${version.replaceAll('.', String.raw`\.`)} .*$`, 'm'), `## ${version} (${day})`)
    .replace('./zh-Hant/changelog.md', './CHANGELOG.zh-Hant.md')
    .replace('../changelog.md', './CHANGELOG.md');
}
