import { readJson, shippedWith } from '../../test/trust/lock-file.mjs';

/**
 * `npm-shrinkwrap.json` of a service: every package that is installed with it, in the version and with the hash of our
 * lock file, so that operators get what was tested. The versions that `overrides` in our `package.json` chooses are in the
 * lock file too; npm does not take overrides from a dependency.
 */

const FOLDER = 'node_modules/';
/** What npm reads of a package before it fetches it. */
const KEPT = /** @type {const} */ ([
  'version',
  'integrity',
  'license',
  'os',
  'cpu',
  'libc',
  'engines',
  'bin',
  'hasInstallScript',
  'inBundle',
  'dependencies',
  'optionalDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
]);

/** @typedef {import('../../test/trust/lock-file.mjs').Shipped} Shipped */
/** @typedef {{ name: string, version: string, license: string, [field: string]: unknown }} Manifest */

/** The places where Node looks for a package, nearest first. @param {string} from a place, `''` for the service */
const places = (from, /** @type {string} */ name) => {
  const parts = from === '' ? [] : from.split(`/${FOLDER}`);
  return [...parts.keys(), parts.length].reverse().map((depth) => {
    const folder = parts.slice(0, depth).join(`/${FOLDER}`);
    return `${folder === '' ? '' : `${folder}/`}${FOLDER}${name}`;
  });
};

/**
 * Where each package is installed: beside the service if the name is free, otherwise beneath the package that needs it.
 * @param {string} workspace @param {Map<string, Shipped>} shipped
 * @returns {Map<string, string>} paths in our lock file, by place
 */
function layOut(workspace, shipped) {
  /** @type {Map<string, string>} */
  const laid = new Map([['', workspace]]);
  const nameOf = (/** @type {string} */ path) =>
    path.includes(FOLDER)
      ? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)
      : readJson(`${path}/package.json`).name;
  const found = (/** @type {string} */ from, /** @type {string} */ path) =>
    places(from, nameOf(path)).find((place) => laid.has(place));
  const queue = [''];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    for (const path of shipped.get(laid.get(from) ?? '')?.dependsOn ?? []) {
      const there = found(from, path);
      if (there !== undefined && laid.get(there) === path) continue;
      const free = places(from, nameOf(path)).at(there === undefined ? -1 : 0) ?? '';
      laid.set(free, path);
      queue.push(free);
    }
  }
  for (const [from, path] of laid) {
    for (const needed of shipped.get(path)?.dependsOn ?? []) {
      if (laid.get(found(from, needed) ?? '') !== needed)
        throw new Error(`${from} would load another ${nameOf(needed)} than in the lock file`);
    }
  }
  return laid;
}

/**
 * Parts of pcsc-mini for systems that were missing from the registry when our lock file was written. Without
 * an entry, npm would not install them there. Their version is exact, but there is no hash.
 * @param {Readonly<Record<string, string>>} optional
 */
const partsElsewhere = (optional) =>
  Object.entries(optional).flatMap(([name, version]) => {
    const [, system = '', processor = '', kind = ''] =
      /^@pcsc-mini\/(linux|macos|windows)-(x86_64|aarch64)(?:-(gnu|musl|node))?$/.exec(name) ?? [];
    if (system === '') return [];
    const part = {
      version,
      optional: true,
      os: [{ linux: 'linux', macos: 'darwin', windows: 'win32' }[system]],
      cpu: [{ x86_64: 'x64', aarch64: 'arm64' }[processor]],
      ...(system === 'linux' ? { libc: [kind === 'gnu' ? 'glibc' : 'musl'] } : {}),
    };
    return [/** @type {const} */ ([name, part])];
  });

/**
 * @param {string} folder as `gateway` @param {Manifest} manifest as it is published
 * @param {ReadonlyMap<string, string>} own the hashes of our own tarballs, by name
 */
export function shrinkwrapOf(folder, manifest, own) {
  const workspace = `packages/${folder}`;
  const shipped = shippedWith(workspace);
  const { name, version, license, engines, bin, dependencies, optionalDependencies } = manifest;
  /** @type {Record<string, object>} */
  const packages = { '': { name, version, license, bin, engines, dependencies, optionalDependencies } };
  const laid = layOut(workspace, shipped);
  for (const [place, path] of [...laid].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (place === '') continue;
    const { installed, isOptional } = /** @type {Shipped} */ (shipped.get(path));
    const entry = path.includes(FOLDER)
      ? /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (installed))
      : { ...readJson(`${path}/package.json`), integrity: own.get(readJson(`${path}/package.json`).name) };
    if (entry.integrity === undefined && entry.inBundle !== true) throw new Error(`No hash of ${place}`);
    packages[place] = {
      ...Object.fromEntries(KEPT.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]])),
      ...(isOptional ? { optional: true } : {}),
    };
    if (!place.endsWith(`${FOLDER}pcsc-mini`)) continue;
    for (const [part, about] of partsElsewhere(installed.optionalDependencies ?? {}))
      packages[`${FOLDER}${part}`] ??= about;
  }
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return { name, version, lockfileVersion: 3, requires: true, packages: sorted };
}
