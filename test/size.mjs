import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { smallerTemplates } from '../packages/elements/smaller-templates.js';

/**
 * What a page downloads for each public entry: bundled with all dependencies, minified, compressed. What an entry loads
 * only when it is needed (its lazy chunks) is counted apart. Exits 1 when an entry is over its budget.
 */

/** The plugin's types declare a namespace where the module has a function. */
const minify = /** @type {() => import('rollup').Plugin} */ (/** @type {unknown} */ (terser));

const KB = 1000;
const suite = [
  'provider',
  'account',
  'activation',
  'announcements',
  'environment-check',
  'getting-started',
  'help',
  'idle-guard',
  'keypad',
  'login-box',
  'password-reset',
  'registration',
  'request-table',
];
/**
 * What is measured: the `define` entries that are loaded together, and their budget for min+gzip in bytes (`null` where
 * there is no promise).
 * @type {readonly { readonly name: string, readonly entries: readonly string[], readonly budget: number | null }[]}
 */
const bundles = [
  { name: 'provider', entries: ['provider'], budget: null },
  { name: 'login box', entries: ['login-box'], budget: 20 * KB },
  { name: 'request table', entries: ['request-table'], budget: 22 * KB },
  { name: 'registration', entries: ['registration'], budget: null },
  { name: 'activation', entries: ['activation'], budget: null },
  { name: 'password reset', entries: ['password-reset'], budget: null },
  { name: 'account', entries: ['account'], budget: null },
  { name: 'announcements', entries: ['announcements'], budget: null },
  { name: 'help', entries: ['help'], budget: null },
  { name: 'environment check', entries: ['environment-check'], budget: null },
  { name: 'getting started', entries: ['getting-started'], budget: null },
  { name: 'idle guard', entries: ['idle-guard'], budget: null },
  { name: 'keypad', entries: ['keypad'], budget: null },
  { name: 'passbook viewer', entries: ['passbook-viewer'], budget: 90 * KB },
  { name: 'suite without viewer', entries: suite, budget: 48 * KB },
  { name: 'whole suite', entries: [...suite, 'passbook-viewer'], budget: null },
];

const require = createRequire(new URL('../packages/elements/package.json', import.meta.url));
const ENTRY = '\0entries';

/** @param {readonly string[]} entries */
async function measure(entries) {
  const bundle = await rollup({
    input: ENTRY,
    plugins: [
      {
        name: 'entries',
        resolveId: (id) => (id === ENTRY ? { id, moduleSideEffects: true } : null),
        load: (id) =>
          id === ENTRY
            ? entries
                .map(
                  (entry) =>
                    `import ${JSON.stringify(require.resolve(`@mhb-kit/elements/define/${entry}`))};`,
                )
                .join('\n')
            : null,
      },
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      smallerTemplates(),
      minify(),
    ],
    onLog(level, log, handler) {
      // tslib's helpers test for a global `this`, which modules do not have; rollup's rewriting is right.
      if (log.code !== 'THIS_IS_UNDEFINED') handler(level, log);
    },
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const chunks = output.filter((each) => each.type === 'chunk');
  const first = new Set(
    chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]),
  );
  /** @param {boolean} eager */
  const codeOf = (eager) =>
    chunks.filter(({ fileName }) => first.has(fileName) === eager).map(({ code }) => Buffer.from(code));
  const gzip = (/** @type {Buffer[]} */ parts) =>
    parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
  const eager = codeOf(true);
  return {
    min: eager.reduce((sum, part) => sum + part.length, 0),
    gzip: gzip(eager),
    brotli: eager.reduce((sum, part) => sum + brotliCompressSync(part).length, 0),
    lazy: gzip(codeOf(false)),
  };
}

const kb = (/** @type {number} */ bytes) => (bytes / KB).toFixed(1).padStart(8);
console.log('kB, all dependencies in\n');
console.log('                             min    gzip  brotli    lazy  budget');
let over = 0;
for (const { name, entries, budget } of bundles) {
  const size = await measure(entries);
  const isOver = budget !== null && size.gzip > budget;
  if (isOver) over += 1;
  const columns = [size.min, size.gzip, size.brotli, size.lazy].map(kb).join('');
  console.log(
    `${name.padEnd(24)}${columns}${budget === null ? '       –' : kb(budget)}${isOver ? '  OVER' : ''}`,
  );
}
process.exitCode = over > 0 ? 1 : 0;
