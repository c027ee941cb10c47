/**
 * The steps of `npm run build`, each with the files it reads and writes. A step runs again only if one of
 * these has changed since its last run.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} inputs globs relative to the root; `!` excludes files
 * @property {readonly string[]} outputs
 * @property {readonly (readonly string[])[]} commands programs with their arguments, run one after the other
 * @property {readonly string[]} after names of the steps that must be up to date first
 */

const node = process.execPath;
/**
 * The compiler of TypeScript 7. The package `typescript` is an older version for linting and documentation,
 * which need its API.
 */
export const COMPILER = 'node_modules/@typescript/native/bin/tsc';
const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`;

/** Every step depends on the versions of its tools and libraries. */
const LOCK = 'package-lock.json';
/** The files that `tsc` writes for the packages that pages load. */
const PAGE_MODULES = ['packages/{core,knowledge,elements}/dist/**/*.js', '!**/dist/cdn/**'];

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'compile',
    inputs: [
      LOCK,
      'build/remove-stale.mjs',
      'tsconfig.json',
      'packages/*/tsconfig.json',
      'packages/*/package.json',
      'packages/*/src/**',
    ],
    outputs: ['packages/*/dist/**/*.{js,d.ts}', '!**/dist/{cdn,program}/**', '!**/kernels-binary.js'],
    commands: [
      [node, 'build/remove-stale.mjs'],
      [node, COMPILER, '-b'],
    ],
    after: [],
  },
  {
    name: 'manual page',
    inputs: [
      'packages/cli/manual-page.mjs',
      'packages/cli/src/{commands,manual}.ts',
      'packages/cli/package.json',
    ],
    outputs: ['packages/cli/dist/mhb.1'],
    commands: [[node, 'packages/cli/manual-page.mjs']],
    after: ['compile'],
  },
  {
    name: 'kernels',
    inputs: [LOCK, 'packages/core/assembly/**'],
    outputs: ['packages/core/dist/archive/platform/kernels-binary.js'],
    commands: [[node, 'packages/core/assembly/build.mjs']],
    after: ['compile'],
  },
  {
    name: 'database template',
    inputs: [LOCK, 'packages/gateway/template/**', 'packages/gateway/package.json'],
    outputs: ['packages/gateway/dist/new-database-*.gz'],
    commands: [[node, 'packages/gateway/template/write.mjs']],
    after: ['compile'],
  },
  {
    name: 'gateway program',
    inputs: [
      LOCK,
      'build/notices.mjs',
      'packages/gateway/program/**',
      'packages/{core,gateway}/dist/**/*.js',
      '!**/dist/{cdn,program}/**',
    ],
    outputs: ['packages/gateway/dist/program/*'],
    commands: [[node, 'packages/gateway/program/bundle.mjs']],
    after: ['kernels'],
  },
  {
    name: 'scripts for pages',
    inputs: [
      LOCK,
      'rollup.config.js',
      'build/notices.mjs',
      'packages/elements/smaller-templates.js',
      ...PAGE_MODULES,
    ],
    outputs: ['packages/core/dist/cdn/*', 'packages/elements/dist/cdn/*'],
    commands: [[bin('rollup'), '-c', '--silent']],
    after: ['kernels'],
  },
  {
    name: 'viewer in one file',
    // It includes the workers' scripts, which come from the same modules and the same configuration.
    inputs: [
      LOCK,
      'rollup.config.js',
      'packages/elements/smaller-templates.js',
      'examples/viewer-only/*',
      ...PAGE_MODULES,
    ],
    outputs: ['examples/viewer-only/dist/*'],
    commands: [[node, 'examples/viewer-only/build.mjs']],
    after: ['scripts for pages'],
  },
  {
    name: 'custom elements manifest',
    inputs: [LOCK, 'packages/elements/custom-elements-manifest.config.js', 'packages/elements/src/**/*.ts'],
    outputs: ['packages/elements/dist/custom-elements.json'],
    commands: [
      [bin('cem'), 'analyze', '--quiet', '--config', 'packages/elements/custom-elements-manifest.config.js'],
    ],
    after: ['compile'],
  },
];
