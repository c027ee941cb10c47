import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { format, resolveConfig } from 'prettier';
import { rollup } from 'rollup';
import { smallerTemplates } from '../packages/elements/smaller-templates.js';

/**
 * `npm run size [-- --write]`: what a page downloads for each public entry, bundled with all dependencies, minified,
 * compressed. What an entry fetches only when it is needed is counted apart: `failed` is what it has fetched when gateway or
 * card have failed (the sentences of their errors come with the first, in both languages), `lazy` all that it may ever fetch.
 * Exits 1 when an entry is over its budget. `--write` puts the tables into `docs/reference/speed.md`.
 */

/** The plugin's types declare a namespace where the module has a function. */
const terserOf = /** @type {(options?: object) => import('rollup').Plugin} */ (
  /** @type {unknown} */ (terser)
);

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
      terserOf(),
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
  const eager = chunks.filter(({ fileName }) => first.has(fileName));
  const lazy = chunks.filter(({ fileName }) => !first.has(fileName));
  const failed = lazy.filter(({ facadeModuleId }) =>
    /\/error-messages\/(?:gateway|card)\./.test(facadeModuleId ?? ''),
  );
  return {
    min: sum(eager, (code) => code.length),
    gzip: sum(eager, gzip),
    brotli: sum(eager, (code) => brotliCompressSync(code).length),
    failed: sum([...eager, ...failed], gzip),
    lazy: sum(lazy, gzip),
    parts: await costs(eager),
  };
}

const gzip = (/** @type {Buffer} */ code) => gzipSync(code, { level: 9 }).length;

/** @param {readonly import('rollup').OutputChunk[]} chunks @param {(code: Buffer) => number} size */
const sum = (chunks, size) => chunks.reduce((total, { code }) => total + size(Buffer.from(code)), 0);

/** Minifies a part of a bundle, of which nobody says what it exports. */
const minifyPart =
  /** @type {{ renderChunk(code: string, chunk: object, output: object): Promise<string> }} */ (
    /** @type {unknown} */ (terserOf({ compress: { unused: false }, mangle: { toplevel: true } }))
  );

/**
 * What each dependency adds to what is loaded first: its part of the bundle, minified and compressed by itself, so that the
 * parts come to somewhat more than the whole.
 * @param {readonly import('rollup').OutputChunk[]} chunks @returns {Promise<ReadonlyMap<string, number>>}
 */
async function costs(chunks) {
  /** @type {Map<string, string>} */
  const codes = new Map();
  for (const [id, { code }] of chunks.flatMap(({ modules }) => Object.entries(modules))) {
    const dependency = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
    const name = dependency ?? `@mhb-kit/${/packages\/([^/]+)\//.exec(id)?.[1] ?? 'elements'}`;
    codes.set(name, `${codes.get(name) ?? ''}${code ?? ''}\n`);
  }
  const sizes = new Map();
  for (const [name, code] of codes) {
    sizes.set(name, gzip(Buffer.from(await minifyPart.renderChunk(code, {}, { format: 'iife' }))));
  }
  return sizes;
}

const kb = (/** @type {number} */ bytes) => (bytes / KB).toFixed(1);
const COLUMNS = ['min', 'gzip', 'brotli', 'failed', 'lazy', 'budget'];
/** @type {{ name: string, cells: string[], parts: ReadonlyMap<string, number>, isOver: boolean }[]} */
const rows = [];
console.log('kB, all dependencies in\n');
console.log(`${''.padEnd(24)}${COLUMNS.map((column) => column.padStart(8)).join('')}`);
for (const { name, entries, budget } of bundles) {
  const { parts, ...size } = await measure(entries);
  const isOver = budget !== null && size.gzip > budget;
  const { min, gzip: zipped, brotli, failed, lazy } = size;
  const cells = [...[min, zipped, brotli, failed, lazy].map(kb), budget === null ? '–' : kb(budget)];
  rows.push({ name, cells, parts, isOver });
  console.log(`${name.padEnd(24)}${cells.map((cell) => cell.padStart(8)).join('')}${isOver ? '  OVER' : ''}`);
}
if (process.argv.includes('--write')) await write();
process.exitCode = rows.some(({ isOver }) => isOver) ? 1 : 0;

/** Both tables, into the page. */
async function write() {
  const shown = rows.filter(({ name }) =>
    ['login box', 'request table', 'passbook viewer', 'suite without viewer'].includes(name),
  );
  const names = [...new Set(shown.flatMap(({ parts }) => [...parts.keys()]))].sort();
  const table = (/** @type {string[]} */ head, /** @type {string[][]} */ body) =>
    [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...body]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  const text = [
    'kB. **failed** is gzip with the sentences for failures of gateway and card, fetched with the first of them: a page without a card',
    'bridge has them soon. **lazy** is gzip of all that may ever be fetched besides, English and those sentences among it.',
    '',
    table(
      ['', ...COLUMNS],
      rows.map(({ name, cells }) => [name, ...cells]),
    ),
    '',
    'What each dependency costs of it, each compressed by itself:',
    '',
    table(
      ['', ...shown.map(({ name }) => name)],
      names.map((name) => [
        `\`${name}\``,
        ...shown.map(({ parts }) => (parts.has(name) ? kb(parts.get(name) ?? 0) : '–')),
      ]),
    ),
  ].join('\n');
  const page = fileURLToPath(new URL('../docs/reference/speed.md', import.meta.url));
  const [start, , end] = readFileSync(page, 'utf8').split(/(?<=<!-- size -->)|(?=<!-- \/size -->)/);
  const made = `${start}\n\n${text}\n\n${end}`;
  writeFileSync(page, await format(made, { ...(await resolveConfig(page)), filepath: page }));
}
