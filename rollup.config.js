import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { smallerTemplates } from './packages/elements/smaller-templates.js';

/** `sha384-…`, in the format of the `integrity` attribute (W3C Subresource Integrity). */
const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/**
 * Writes `integrity.json` beside the scripts: the hash of each, for `<script integrity>` and for the
 * `integrity` of an import map, which covers what the first script fetches later. Removes files of earlier
 * builds.
 */
const sealed = {
  name: 'sealed',
  writeBundle({ dir }, bundle) {
    for (const file of readdirSync(dir)) if (!(file in bundle)) rmSync(join(dir, file));
    const scripts = Object.keys(bundle)
      .filter((file) => file.endsWith('.js'))
      .sort();
    const hashes = Object.fromEntries(scripts.map((file) => [file, integrityOf(join(dir, file))]));
    writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  },
};

const plugins = [
  nodeResolve({ browser: true, exportConditions: ['production'] }),
  smallerTemplates(),
  terser(),
];

/**
 * Scripts that are one complete file each, in the same folder: the workers, which `src/define/script-tag.ts`
 * starts, and `mhb-check.js`, which a team adds to its page temporarily.
 */
const wholeScripts = {
  name: 'whole-scripts',
  async buildStart() {
    const scripts = {
      'archive-worker.js': 'packages/core/dist/archive/worker.js',
      'passbook-worker.js': 'packages/core/dist/passbook/in-worker/worker.js',
      'mhb-check.js': 'packages/elements/dist/page-check/script.js',
    };
    for (const [fileName, input] of Object.entries(scripts)) {
      const bundle = await rollup({ input, plugins });
      // Runs as a module and as a classic script, the only kind of worker that starts from a file on a disk.
      const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
      await bundle.close();
      this.emitFile({ type: 'prebuilt-chunk', fileName, code: output[0].code });
    }
  },
};

/**
 * A build for pages without a bundler: one script, and the files that it loads when they are first needed.
 */
const forScriptTags = (dir, input, ...more) => ({
  input,
  output: {
    dir,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [...plugins, ...more, sealed],
});

/** `mhb-elements.min.js` registers every component; `mhb-core.min.js` is the SDK. npm users import the modules instead. */
export default [
  forScriptTags(
    'packages/elements/dist/cdn',
    { 'mhb-elements.min': 'packages/elements/dist/define/script-tag.js' },
    wholeScripts,
  ),
  forScriptTags('packages/core/dist/cdn', { 'mhb-core.min': 'packages/core/dist/index.js' }),
];
