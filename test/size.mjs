import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { format, resolveConfig } from 'prettier';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { smallerTemplates } from '../packages/elements/smaller-templates.js';
import { autoCostOf } from './script-tags.mjs';

/**
 * `npm run size [-- --write]`: what a page downloads for each public entry, bundled with all dependencies, minified
 * and compressed. Files that are loaded on demand are counted separately: `failed` includes what is loaded at the first
 * failure of the gateway or the card (the sentences for their errors, in both languages), `lazy` everything that may ever
 * be loaded. Exits with 1 if an entry is over its budget. `--write` updates the tables in `docs/reference/speed.md`.
 */

const KB = 1000;
/** The folder with a file for each component, which registers it. */
const define = new URL('../packages/elements/src/define/', import.meta.url);
const components = readdirSync(define)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'all');
const suite = components.filter((name) => name !== 'passbook-viewer');
/** The budgets, in bytes after minification and gzip. @type {Readonly<Record<string, number>>} */
const budgets = {
  'login box': 20 * KB,
  'request table': 20 * KB,
  'passbook viewer': 90 * KB,
  share: 14 * KB,
  receive: 12 * KB,
  'suite without viewer': 52 * KB,
};
/** What is measured: `define` entries that a page loads together. @type {readonly (readonly [string, readonly string[]])[]} */
const bundles = [
  ...components.map((name) => /** @type {const} */ ([name.replaceAll('-', ' '), [name]])),
  ['suite without viewer', suite],
  ['whole suite', components],
];

/** The size of each dependency is listed only on the page. */
const written = process.argv.includes('--write');
const require = createRequire(new URL('../packages/elements/package.json', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = '\0entries';

/** Files that were parsed for one bundle are not parsed again for the next. @type {import('rollup').RollupCache | undefined} */
let parsed;
/** Minified chunks by their source: the same strings and rules are in many bundles. @type {Map<string, string>} */
const minified = new Map();

/** @param {string} code @returns {Promise<string>} */
async function minifyChunk(code) {
  const known = minified.get(code);
  if (known !== undefined) return known;
  const made = (await minify(code, { module: true })).code ?? code;
  minified.set(code, made);
  return made;
}

/** @param {readonly string[]} entries */
async function measure(entries) {
  const bundle = await rollup({
    input: ENTRY,
    ...(parsed === undefined ? {} : { cache: parsed }),
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
      { name: 'minify', renderChunk: minifyChunk },
    ],
    onLog(level, log, handler) {
      // tslib's helpers test for a global `this`, which modules do not have; rollup's rewriting is correct.
      if (log.code !== 'THIS_IS_UNDEFINED') handler(level, log);
    },
  });
  const { output } = await bundle.generate({ format: 'es', chunkFileNames: nameOf });
  parsed = bundle.cache;
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
    parts: written ? await costs(eager) : new Map(),
  };
}

/**
 * A name as long as a bundler's, with a hash of the paths of the modules instead of their content. Otherwise the
 * compressed size of the first load would change by some bytes with every sentence in a file that is loaded later.
 *
 * @param {import('rollup').PreRenderedChunk} chunk
 */
function nameOf({ name, moduleIds }) {
  const paths = moduleIds.map((id) => relative(root, id)).join('\n');
  return `${name}-${createHash('sha256').update(paths).digest('base64url').slice(0, 8)}.js`;
}

const gzip = (/** @type {Buffer} */ code) => gzipSync(code, { level: 9 }).length;

/** @param {readonly import('rollup').OutputChunk[]} chunks @param {(code: Buffer) => number} size */
const sum = (chunks, size) => chunks.reduce((total, { code }) => total + size(Buffer.from(code)), 0);

/** Minifies a part of a bundle whose exports are unknown. @param {string} code */
const minifyPart = async (code) =>
  (await minify(code, { compress: { unused: false }, mangle: { toplevel: true } })).code ?? code;

/**
 * The size of each dependency in the first load: its part of the bundle, minified and compressed separately, so that the
 * parts add up to slightly more than the whole.
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
    sizes.set(name, gzip(Buffer.from(await minifyPart(code))));
  }
  return sizes;
}

const kb = (/** @type {number} */ bytes) => (bytes / KB).toFixed(1);
const COLUMNS = ['min', 'gzip', 'brotli', 'failed', 'lazy', 'budget'];
/** @type {{ name: string, cells: string[], parts: ReadonlyMap<string, number>, isOver: boolean }[]} */
const rows = [];
console.log('kB, including all dependencies\n');
console.log(`${''.padEnd(24)}${COLUMNS.map((column) => column.padStart(8)).join('')}`);
for (const [name, entries] of bundles) {
  const budget = budgets[name] ?? null;
  const { parts, ...size } = await measure(entries);
  const isOver = budget !== null && size.gzip > budget;
  const { min, gzip: zipped, brotli, failed, lazy } = size;
  const cells = [...[min, zipped, brotli, failed, lazy].map(kb), budget === null ? '–' : kb(budget)];
  rows.push({ name, cells, parts, isOver });
  console.log(`${name.padEnd(24)}${cells.map((cell) => cell.padStart(8)).join('')}${isOver ? '  OVER' : ''}`);
}
// A separate file, as it was built.
const check = gzip(readFileSync(new URL('../packages/elements/dist/cdn/mhb-check.js', import.meta.url)));
const checkBudget = 14 * KB;
console.log(`\nmhb-check.js, gzip ${kb(check)} of ${kb(checkBudget)}${check > checkBudget ? '  OVER' : ''}`);
// The files that a page without a bundler fetches for its components.
const scriptTags = [
  { title: 'login box', components: ['provider', 'login-box'], budget: 36 * KB },
  {
    title: 'three widgets',
    components: ['provider', 'login-box', 'request-table', 'announcements'],
    budget: 51 * KB,
  },
  { title: 'viewer', components: ['passbook-viewer'], budget: 70 * KB },
].map((one) => ({ ...one, ...autoCostOf(one.components) }));
for (const { title, files, gzip: size, budget } of scriptTags) {
  const over = size > budget ? '  OVER' : '';
  console.log(`mhb-auto.js with ${title}, gzip ${kb(size)} of ${kb(budget)}, ${files} files${over}`);
}
if (written) await write();
process.exitCode =
  scriptTags.some(({ gzip: size, budget }) => size > budget) ||
  check > checkBudget ||
  rows.some(({ isOver }) => isOver)
    ? 1
    : 0;

/** Writes both tables to the page. */
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
    'Sizes are in kB. **failed** is the gzip size together with the error messages about the gateway and the card, which a page loads',
    'when the first error occurs. **lazy** is the gzip size of everything that a page loads only if it needs it, such as the English texts and these error messages.',
    '',
    table(
      ['', ...COLUMNS],
      rows.map(({ name, cells }) => [name, ...cells]),
    ),
    '',
    'The size of each dependency, compressed separately:',
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
