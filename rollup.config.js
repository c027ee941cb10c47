import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { smallerTemplates } from './packages/elements/smaller-templates.js';

/** `sha384-…`, as the `integrity` attribute has it (W3C Subresource Integrity). */
const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/**
 * Writes `integrity.json` beside the scripts: the hash of each, for `<script integrity>` and for the `integrity` of an
 * import map, which covers what the first script fetches later. Takes away what an earlier build has left.
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

/** A build for pages without a bundler: one script, and beside it what that fetches when it is first needed. */
const forScriptTags = (dir, input) => ({
  input,
  output: {
    dir,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    smallerTemplates(),
    terser(),
    sealed,
  ],
});

/** `mhb-elements.min.js` registers every component; `mhb-core.min.js` is the SDK. npm users import the modules instead. */
export default [
  forScriptTags('packages/elements/dist/cdn', { 'mhb-elements.min': 'packages/elements/dist/define/all.js' }),
  forScriptTags('packages/core/dist/cdn', { 'mhb-core.min': 'packages/core/dist/index.js' }),
];
