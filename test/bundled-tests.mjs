import { relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { build } from 'vite';

/** Where the dev server serves what is bundled. */
const PLACE = '/bundled-tests/';

/**
 * Bundles all component tests with what they import, once, so that a page loads a few files: separately, they were hundreds,
 * which each page requested and compiled again. Workers and any other files that a module finds next to
 * itself are loaded from their own locations, as without a bundle.
 * @param {{ rootDir: string, files: readonly string[] }} options @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledTests({ rootDir, files }) {
  /** @type {Promise<ReadonlyMap<string, string>> | undefined} Code by its URL. */
  let bundled;
  return {
    name: 'bundled-tests',
    async serverStart() {
      bundled = bundle(rootDir, globSync(files, { cwd: rootDir, absolute: true }));
      await bundled;
    },
    async serve({ path }) {
      const code = await bundled;
      const test = `${PLACE}${path.slice(1)}.js`;
      if (code?.has(test) === true) return { body: `import '${test}';`, type: 'js' };
      const body = code?.get(path);
      return body === undefined ? undefined : { body, type: 'js' };
    },
    // Already resolved.
    resolveImport: ({ source, context: { path } }) => (path.startsWith(PLACE) ? source : undefined),
  };
}

/** @param {string} rootDir @param {readonly string[]} tests @returns {Promise<ReadonlyMap<string, string>>} */
async function bundle(rootDir, tests) {
  const made = await build({
    configFile: false,
    root: rootDir,
    publicDir: false,
    logLevel: 'warn',
    // As without a bundle: lit reports mistakes only in its variant for development.
    mode: 'development',
    resolve: { conditions: ['module', 'browser', 'development'] },
    plugins: [{ name: 'own-places', enforce: 'pre', transform: (code, id) => atOwnPlace(rootDir, code, id) }],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        // The server's own module.
        external: /^\/__web-dev-server/,
        input: Object.fromEntries(tests.map((file) => [relative(rootDir, file), file])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  const { output } = /** @type {{ output: readonly { fileName: string, code?: string }[] }} */ (made);
  return new Map(output.map(({ fileName, code = '' }) => [`${PLACE}${fileName}`, code]));
}

/**
 * Modules that look for a file next to them still find it. @param {string} rootDir @param {string} code
 * @param {string} id
 */
function atOwnPlace(rootDir, code, id) {
  if (!code.includes('import.meta.url')) return null;
  const url = JSON.stringify(`/${relative(rootDir, id)}`);
  return { code: code.replaceAll('import.meta.url', `new URL(${url}, location.href).href`), map: null };
}
