import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'postject';
import { build } from 'vite';
import { root } from '../prepare.mjs';
import { nativePackage } from './bindings.mjs';
import { baseOf, cache } from './registry.mjs';
import { NODE_VERSION, targets } from './targets.mjs';

/** The bridge as one executable: Node with the bridge's script inside (Node's single executable applications). */

const DIST = join(root, 'packages/card-bridge/dist');
/** The marker at which Node expects embedded data; the same in every Node. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** The binding next to the program, by the last part of the path that a package requires. */
const BESIDE = /** @type {const} */ ([
  [/^bindings$/, 'pcsclite'],
  [/^\.\/addon\.node(?:\.js)?$/, 'pcsc-mini'],
  [/\/pkcs11\.node$/, 'pkcs11'],
]);

const NATIVE = ['pcsclite', 'pcsc-mini', 'graphene-pk11', 'pkcs11js'];

/**
 * Resolves the native packages, wherever they are, to the bindings next to the program instead of those in
 * `node_modules`.
 */
function natives() {
  const shims = join(cache, 'beside');
  mkdirSync(shims, { recursive: true });
  const shimOf = (/** @type {string} */ binding) => join(shims, `${binding}.cjs`);
  // Before the bundler starts: it reads them while it resolves others.
  for (const [, binding] of BESIDE) {
    const load = `require('node:module').createRequire(process.execPath)('./${binding}.node')`;
    // The package `bindings` is a function of the name.
    const exported = binding === 'pcsclite' ? `() => ${load}` : load;
    writeFileSync(shimOf(binding), `module.exports = ${exported};\n`);
  }
  return {
    name: 'natives',
    enforce: /** @type {const} */ ('pre'),
    /** @param {string} source @param {string | undefined} importer */
    resolveId(source, importer) {
      const binding = BESIDE.find(([pattern]) => pattern.test(source))?.[1];
      if (binding !== undefined && importer !== undefined) return shimOf(binding);
      if (!NATIVE.includes(source)) return null;
      // Their modules for bundlers have no default export, which Node provides only for `require`.
      const place = nativePackage(source) ?? '';
      return join(place, JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')).main);
    },
  };
}

/** The whole bridge as one CommonJS script for the executable. @returns {Promise<string>} */
async function bundle() {
  const result = await build({
    root: join(root, 'packages/card-bridge'),
    configFile: false,
    logLevel: 'warn',
    plugins: [natives()],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(DIST, 'bin/single-executable.js'),
      write: false,
      minify: false,
      target: `node${NODE_VERSION.split('.')[0]}`,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
  });
  const [{ output }] = /** @type {{ output: { type: string, code: string }[] }[]} */ (
    Array.isArray(result) ? result : [result]
  );
  const scripts = output.filter(({ type }) => type === 'chunk');
  if (scripts.length !== 1) throw new Error(`The bridge is ${scripts.length} scripts and must be one`);
  return scripts[0].code;
}

/**
 * The program's data about itself; `SingleExecutable` of
 * `packages/card-bridge/src/installation/own-parts.ts`.
 *
 * @typedef {object} Build
 * @property {string} version
 * @property {readonly string[]} bindings the ones beside it
 * @property {readonly string[]} origins the operator's own sites
 * @property {object} operatorKey the key with which newer versions and links that name a site must be signed
 * @property {string} [updates] where the operator's releases are
 */

/**
 * @param {import('./targets.mjs').Target} target @param {string} folder the destination of the program @param
 *   {Build} about
 */
export async function buildProgram(target, folder, about) {
  const work = join(cache, 'program', target.name);
  mkdirSync(work, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const script = join(work, 'bridge.cjs');
  writeFileSync(script, await bundle());
  const build = join(work, 'build.json');
  writeFileSync(build, JSON.stringify({ ...about, target: target.name }));
  const windowScripts = readdirSync(join(DIST, 'window')).filter((name) => name.endsWith('.js'));
  const config = join(work, 'sea-config.json');
  const blob = join(work, 'bridge.blob');
  writeFileSync(
    config,
    JSON.stringify({
      main: script,
      output: blob,
      disableExperimentalSEAWarning: true,
      useSnapshot: false,
      // The code cache would depend on this machine.
      useCodeCache: false,
      assets: {
        'build.json': build,
        ...Object.fromEntries(windowScripts.map((name) => [`window/${name}`, join(DIST, 'window', name)])),
      },
    }),
  );
  const own = Object.values(targets).find(({ compiles }) => compiles);
  if (own === undefined) throw new Error(`Packages cannot be made on ${process.platform} ${process.arch}`);
  const made = spawnSync(join(baseOf(own), own.program), ['--experimental-sea-config', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (made.status !== 0) throw new Error('Node could not pack the script');
  const program = join(folder, target.executable);
  copyFileSync(join(baseOf(target), target.program), program);
  chmodSync(program, 0o755);
  // Debug symbols are a fifth of the file.
  if (target.name.startsWith('linux')) spawnSync('strip', ['--strip-all', program]);
  await inject(program, 'NODE_SEA_BLOB', readFileSync(blob), {
    sentinelFuse: FUSE,
    ...(target.name.startsWith('macos') ? { machoSegmentName: 'NODE_SEA' } : {}),
  });
}
