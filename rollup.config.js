import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const folder = 'packages/elements/dist/cdn';
const ENTRY = 'mhb-elements.min';

/** `sha384-…`, as the `integrity` attribute has it (W3C Subresource Integrity). */
const integrityOf = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(folder, file)))
    .digest('base64')}`;

/**
 * Writes `integrity.json` beside the scripts: the hash of each, for `<script integrity>` and for the `integrity` of an
 * import map, which covers what the first script fetches later. Takes away what an earlier build has left.
 */
const sealed = {
  name: 'sealed',
  writeBundle(_options, bundle) {
    for (const file of readdirSync(folder)) if (!(file in bundle)) rmSync(join(folder, file));
    const scripts = Object.keys(bundle)
      .filter((file) => file.endsWith('.js'))
      .sort();
    const hashes = Object.fromEntries(scripts.map((file) => [file, integrityOf(file)]));
    writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  },
};

/**
 * The script-tag build: one tag loads `mhb-elements.min.js`, which registers every component and fetches the rest from
 * beside it when it is first needed. npm users import the per-file modules instead.
 */
export default {
  input: { [ENTRY]: 'packages/elements/dist/define/all.js' },
  output: {
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), terser(), sealed],
};
