import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/prepare.mjs';

/** The data in the lock file about every package, and the licenses that this project accepts. */

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {string} [license]
 * @property {boolean} [link] a workspace
 * @property {boolean} [inBundle] included in another package's tarball, whose hash covers it
 * @property {boolean} [hasInstallScript]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 */
/** @typedef {LockedPackage & { name: string, path: string }} Installed */
/** @typedef {{ installed: Installed, isOptional: boolean, dependsOn: string[] }} Shipped */

/** The folders under `packages` that are published. */
export const publishedPackages = [
  'core',
  'knowledge',
  'elements',
  'card-bridge',
  'gateway',
  'cli',
  'testkit',
];

/** @param {string} file @returns {any} */
export const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** @type {Record<string, LockedPackage>} */
const locked = readJson('package-lock.json').packages;
const FOLDER = 'node_modules/';

/** @param {string} path @returns {Installed} */
const at = (path) => ({
  ...locked[path],
  path,
  name: path.includes(FOLDER) ? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length) : path,
});

/** Everything that comes from the registry, tools included. */
export const registryPackages = Object.keys(locked)
  .filter((path) => path.includes(FOLDER) && locked[path]?.link !== true)
  .map(at);

/**
 * Where Node finds a package that another one imports. For a workspace, its real folder.
 * @param {string} from @param {string} name
 */
function resolve(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}${FOLDER}${name}`;
    const found = locked[path];
    if (found !== undefined) return found.link === true ? (found.resolved ?? '') : path;
    if (folder === '') return null;
  }
}

/**
 * A published package and everything that is installed with it, by place in the lock file.
 * @param {string} workspace as `packages/core` @returns {Map<string, Shipped>}
 */
export function shippedWith(workspace) {
  /** @type {Map<string, Shipped>} */
  const shipped = new Map();
  const visit = (/** @type {string} */ path, /** @type {boolean} */ isOptional) => {
    const known = shipped.get(path);
    if (known !== undefined && (isOptional || !known.isOptional)) return;
    const installed = at(path);
    const optional = new Set(Object.keys(installed.optionalDependencies ?? {}));
    const wanted = Object.keys({
      ...installed.dependencies,
      ...installed.optionalDependencies,
      ...installed.peerDependencies,
    }).flatMap((name) => {
      const found = resolve(path, name);
      return found === null ? [] : [{ found, isOptional: isOptional || optional.has(name) }];
    });
    shipped.set(path, { installed, isOptional, dependsOn: wanted.map(({ found }) => found) });
    for (const one of wanted) visit(one.found, one.isOptional);
  };
  visit(workspace, false);
  return shipped;
}

/** Places of everything that is installed with any of our packages. */
export const shippedPlaces = new Set(
  publishedPackages.flatMap((name) => [...shippedWith(`packages/${name}`).keys()]),
);

/** Licenses that require no more than a notice. */
const NOTICE_ONLY = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);
/** Licenses that apply to their own files. Accepted for tools, because we do not distribute those. */
const TOOLS_ONLY = new Set(['CC-BY-4.0', 'CC BY-SA 4.0', 'MPL-2.0', 'WTFPL']);

/** Packages without an SPDX license in their manifest, and the license according to their texts. */
const READ_BY_HAND = new Map([
  // Includes UCUM's tables, whose license also requires a notice.
  ['@lhncbc/ucum-lhc@7.1.10', 'BSD-3-Clause'],
  ['busboy@0.3.1', 'MIT'],
  ['dicer@0.3.0', 'MIT'],
  ['fhirpath@5.2.2', 'BSD-3-Clause'],
  ['humanize-number@0.0.2', 'MIT'],
  ['only@0.0.2', 'MIT'],
  ['spawndamnit@3.0.1', 'MIT'],
  ['streamsearch@0.1.2', 'MIT'],
]);

/** @param {Installed} installed */
export const licenceOf = ({ name, version, license }) =>
  READ_BY_HAND.get(`${name}@${version}`) ?? license ?? 'none stated';

/** @param {string} licence @param {boolean} isShipped */
export function isLicenceAccepted(licence, isShipped) {
  const accepts = (/** @type {string} */ id) => NOTICE_ONLY.has(id) || (!isShipped && TOOLS_ONLY.has(id));
  // An SPDX expression in the form that npm packages use: OR between terms that are joined with AND.
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every(accepts));
}
