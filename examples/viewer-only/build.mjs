import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { packedKnowledge } from './packed-knowledge.mjs';

/**
 * The viewer as one HTML file, with its script and style inside and a policy that allows those two by their
 * hashes and nothing else. The files next to it make it installable from a web server.
 */
const here = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The plugin's types declare a namespace, but the module exports a function. */
const minify = /** @type {() => import('rollup').Plugin} */ (/** @type {unknown} */ (terser));

/** The workers' scripts as text, because a single file has no other files from which to start workers. */
const workerScripts = {
  name: 'worker-scripts',
  resolveId: (/** @type {string} */ id) => (id.startsWith('worker-script:') ? `\0${id}` : null),
  load(/** @type {string} */ id) {
    const [, name] = /^\0worker-script:(archive|passbook)$/.exec(id) ?? [];
    if (name === undefined) return null;
    const script = here(`../../packages/elements/dist/cdn/${name}-worker.js`);
    return readFile(script, 'utf8').then((text) => `export default ${JSON.stringify(text)};`);
  },
};

async function bundledScript() {
  const bundle = await rollup({
    input: here('page.js'),
    plugins: [
      workerScripts,
      packedKnowledge,
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      minify(),
    ],
    onLog(level, log, handler) {
      // tslib's helpers test for a global `this`, which modules do not have; rollup's rewriting is correct.
      if (log.code !== 'THIS_IS_UNDEFINED') handler(level, log);
    },
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  // A script element ends at the first `</script`, wherever it occurs; in a string the backslash has no
  // effect.
  return output[0].code.replaceAll('</script', String.raw`<\/script`);
}

const hash = (/** @type {string} */ text) => createHash('sha256').update(text).digest('base64');

const script = await bundledScript();
const style = await readFile(here('viewer.css'), 'utf8');
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash(script)}'`,
  `style-src 'sha256-${hash(style)}'`,
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html mhb-viewer',
].join('; ');

// The licenses of what is inside accompany every copy, and this file is copied alone.
const notices = await readFile(here('../../packages/elements/dist/cdn/NOTICES.txt'), 'utf8');

const template = await readFile(here('index.html'), 'utf8');
const page = template
  .replace(
    '<meta charset="utf-8" />',
    (found) => `${found}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  )
  .replace('<link rel="stylesheet" href="viewer.css" />', () => `<style>${style}</style>`)
  .replace('<script type="module" src="page.js"></script>', () => `<script type="module">${script}</script>`)
  .concat(`<!--\n${notices.replaceAll('-->', '')}-->\n`);

await mkdir(here('dist'), { recursive: true });
await writeFile(here('dist/index.html'), page);
const worker = await readFile(here('service-worker.js'), 'utf8');
const version = createHash('sha256').update(page).digest('hex').slice(0, 16);
await writeFile(here('dist/service-worker.js'), worker.replace('VERSION', version));
for (const file of ['manifest.webmanifest', 'icon.svg']) await copyFile(here(file), here(`dist/${file}`));
