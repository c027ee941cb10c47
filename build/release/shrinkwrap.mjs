import { readJson, shippedWith } from '../../test/trust/lock-file.mjs';

/**
 * `npm-shrinkwrap.json` of a service: every package that is installed with it, in the version and with the hash of our
 * lock file, so that operators get what was tested. The versions that `overrides` in our `package.json` chooses are in the
 * lock file too; npm does not take overrides from a dependency.
 */

const FOLDER = 'node_modules/';
/** The data that npm reads about a package before fetching it. */
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
 * Where each package is installed: next to the service if the name is free, otherwise below the package that
 * needs it.
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
 * The installed packages, by location. @param {Map<string, string>} laid @param {ReadonlyMap<string,
 * Shipped>} shipped
 * @param {(path: string) => Record<string, unknown>} ownEntry what npm reads of our own package
 */
function entriesOf(laid, shipped, ownEntry) {
  /** @type {Record<string, object>} */
  const packages = {};
  for (const [place, path] of [...laid].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (place === '') continue;
    const { installed, isOptional } = /** @type {Shipped} */ (shipped.get(path));
    const entry = path.includes(FOLDER)
      ? /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (installed))
      : ownEntry(path);
    if (entry.integrity === undefined && entry.inBundle !== true) throw new Error(`No hash of ${place}`);
    packages[place] = {
      ...Object.fromEntries(KEPT.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]])),
      ...(entry.resolved !== undefined && !path.includes(FOLDER) ? { resolved: entry.resolved } : {}),
      ...(isOptional ? { optional: true } : {}),
    };
    if (!place.endsWith(`${FOLDER}pcsc-mini`)) continue;
    for (const [part, about] of partsElsewhere(installed.optionalDependencies ?? {}))
      packages[`${FOLDER}${part}`] ??= about;
  }
  return packages;
}

/** @param {string} name @param {string} version @param {Record<string, object>} packages */
const lockFile = (name, version, packages) => ({
  name,
  version,
  lockfileVersion: 3,
  requires: true,
  packages: Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1))),
});

/**
 * @param {string} folder as `gateway` @param {Manifest} manifest as it is published
 * @param {ReadonlyMap<string, string>} own the hashes of our own tarballs, by name
 */
export function shrinkwrapOf(folder, manifest, own) {
  const workspace = `packages/${folder}`;
  const shipped = shippedWith(workspace);
  const { name, version, license, engines, bin, dependencies, optionalDependencies } = manifest;
  const laid = layOut(workspace, shipped);
  const entries = entriesOf(laid, shipped, (path) => {
    const about = readJson(`${path}/package.json`);
    return { ...about, integrity: own.get(about.name) };
  });
  const self = { name, version, license, bin, engines, dependencies, optionalDependencies };
  return lockFile(name, version, { '': self, ...entries });
}

/**
 * The project that the container installs: tarballs next to it, and everything else as in our lock file,
 * because npm reads the shrinkwrap of a package only if it comes from a registry.
 * @param {readonly string[]} folders as `gateway`
 * @param {ReadonlyMap<string, { readonly fileName: string, readonly manifest: Manifest, readonly hash: string }>} own by folder
 */
export function containerProject(folders, own) {
  /** @type {Map<string, Shipped>} */
  const shipped = new Map();
  for (const folder of folders)
    for (const [path, one] of shippedWith(`packages/${folder}`))
      if (shipped.get(path)?.isOptional !== false) shipped.set(path, one);
  const workspaces = folders.map((folder) => `packages/${folder}`);
  for (const path of workspaces) {
    const one = /** @type {Shipped} */ (shipped.get(path));
    const peers = Object.keys(readJson(`${path}/package.json`).peerDependenciesMeta ?? {});
    // Frameworks with which a package can be used, but need not.
    const dependsOn = one.dependsOn.filter(
      (found) => !peers.some((peer) => found.endsWith(`${FOLDER}${peer}`)),
    );
    shipped.set(path, { ...one, dependsOn });
  }
  const installed = /** @type {Shipped['installed']} */ ({});
  const project = { installed, isOptional: false, dependsOn: workspaces };
  const laid = layOut('', new Map([...shipped, ['', project]]));
  const ofOurs = (/** @type {string} */ folder) => {
    const found = own.get(folder);
    if (found === undefined) throw new Error(`No tarball of ${folder}`);
    return found;
  };
  const entries = entriesOf(laid, shipped, (path) => {
    const { manifest, fileName, hash } = ofOurs(path.slice('packages/'.length));
    return { ...manifest, resolved: `file:${fileName}`, integrity: hash };
  });
  const dependencies = Object.fromEntries(
    folders.map((folder) => [ofOurs(folder).manifest.name, `file:${ofOurs(folder).fileName}`]),
  );
  const name = 'mhb-gateway-container';
  const { version, license } = ofOurs('gateway').manifest;
  // npm compares the lock file with them.
  const overrides = Object.fromEntries(
    Object.entries(readJson('package.json').overrides).filter(([one]) => `${FOLDER}${one}` in entries),
  );
  return {
    manifest: { name, version, private: true, license, dependencies, overrides },
    lock: lockFile(name, version, { '': { name, version, license, dependencies }, ...entries }),
  };
}
