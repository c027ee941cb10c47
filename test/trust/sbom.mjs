import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../build/prepare.mjs';
import { licenceOf, publishedPackages, readJson, shippedWith } from './lock-file.mjs';

/**
 * `npm run sbom`: writes a CycloneDX 1.6 bill of materials for each published package to `dist/sbom`. It lists what
 * users of the package install, according to the lock file, because `npm sbom` omits dependencies of a workspace (fflate
 * of core, nodemailer of the gateway, with npm 11.19). The same lock file gives the same bytes.
 */

/** @param {string} name @param {string | undefined} version */
const packageUrl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {string} licence */
const licenceEntry = (licence) =>
  licence.includes(' ') ? { expression: licence.replace(/^\((.*)\)$/, '$1') } : { license: { id: licence } };

/** @param {import('./lock-file.mjs').Shipped} shipped */
function describe({ installed, isOptional }) {
  const fullName =
    installed.path === installed.name ? readJson(`${installed.path}/package.json`).name : installed.name;
  const [group, name] = fullName.startsWith('@') ? fullName.split('/') : [undefined, fullName];
  const purl = packageUrl(fullName, installed.version);
  const [algorithm, digest] = (installed.integrity ?? '').split(/-(.*)/s);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name,
    version: installed.version,
    scope: isOptional ? 'optional' : 'required',
    ...(algorithm === 'sha512' && digest !== undefined
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
    licenses: [licenceEntry(licenceOf(installed))],
    purl,
  };
}

/** @template Item @param {readonly Item[]} items @param {(item: Item) => string} key */
const byKey = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()];

/** The bill of one published package. @param {string} folder as `core` */
export function billOfMaterials(folder) {
  const shipped = shippedWith(`packages/${folder}`);
  const described = new Map([...shipped].map(([path, one]) => [path, describe(one)]));
  const reference = (/** @type {string} */ path) => described.get(path)?.['bom-ref'] ?? '';
  // One version may be installed in two places.
  const [component, ...components] = byKey([...described.values()], (one) => one['bom-ref']);
  const dependencies = byKey(
    [...shipped].map(([path, { dependsOn }]) => ({
      ref: reference(path),
      dependsOn: [...new Set(dependsOn.map(reference))].sort(),
    })),
    ({ ref }) => ref,
  );
  const content = { metadata: { component }, components, dependencies };
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  // A version 8 UUID (RFC 9562 §5.8) from the content, so that the same lock file gives the same bill of materials.
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    ...content,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(root, 'dist', 'sbom');
  mkdirSync(folder, { recursive: true });
  for (const name of publishedPackages) {
    const bill = billOfMaterials(name);
    writeFileSync(join(folder, `${name}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
    console.log(`${name.padEnd(12)} ${String(bill.components.length).padStart(4)} components`);
  }
  console.log(`CycloneDX 1.6, in ${folder}`);
}
