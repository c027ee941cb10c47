import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { noticesOf } from './build/notices.mjs';
import { smallerTemplates } from './packages/elements/smaller-templates.js';

/** `sha384-…`, in the format of the `integrity` attribute (W3C Subresource Integrity). */
const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/**
 * Writes two files beside the scripts. `integrity.json`: the hash of each script, for `<script integrity>` and for the
 * `integrity` of an import map, which covers what the first script fetches later. `NOTICES.txt`: the licences of everything
 * that is in them. Takes away what an earlier build has left.
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
    writeFileSync(join(dir, 'NOTICES.txt'), noticesOf([...this.getModuleIds(), ...wholeModules]));
  },
};

const plugins = [
  nodeResolve({ browser: true, exportConditions: ['production'] }),
  smallerTemplates(),
  terser(),
];

/** The modules in `wholeScripts`. */
const wholeModules = new Set();

/**
 * Scripts that are whole in one file each, beside the page's: the workers, which `src/script-tag/workers-beside.ts`
 * starts, and `mhb-check.js`, which a team puts on its page for an afternoon.
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
      for (const id of output[0].moduleIds) wholeModules.add(id);
    }
  },
};

const elements = (path) => fileURLToPath(new URL(`packages/elements/dist/${path}`, import.meta.url));
/** `login-box` */
const components = readdirSync(new URL('packages/elements/src/define/', import.meta.url))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'all');
const pascal = (name) => name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
const imports = (...paths) => paths.map((path) => `import ${JSON.stringify(elements(path))};`).join('\n');
const loader = (name) =>
  `'mhb-${name}': async () => (await import(${JSON.stringify(elements(`${name}/${name}.js`))})).Mhb${pascal(name)}`;

/** The entry of each script for elements, by its name; all start workers from the files beside them. */
const entries = new Map([
  ['mhb-elements.min', imports('script-tag/everything.js')],
  [
    'mhb-auto',
    `${imports('script-tag/workers-beside.js')}
     import { loadWhenFound } from ${JSON.stringify(elements('script-tag/load-when-found.js'))};
     loadWhenFound({ ${components.map(loader).join(',\n')} });`,
  ],
  ...components.map((name) => [`mhb-${name}`, imports('script-tag/workers-beside.js', `define/${name}.js`)]),
]);
const writtenEntries = {
  name: 'written-entries',
  resolveId: (id) => (id.startsWith('entry:') ? `\0${id}` : null),
  load: (id) => (id.startsWith('\0entry:') ? entries.get(id.slice('\0entry:'.length)) : null),
};

/** A build for pages without a bundler: scripts, and beside them what they share and what they fetch when it is first needed. */
const forScriptTags = (dir, input, ...more) => ({
  input,
  output: {
    dir,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [...more, ...plugins, sealed],
});

/**
 * `mhb-auto.js` registers the components that a page contains, `mhb-login-box.js` and its siblings one each, and
 * `mhb-elements.min.js` all of them; `mhb-core.min.js` is the SDK. npm users import the modules instead.
 */
export default [
  forScriptTags(
    'packages/elements/dist/cdn',
    Object.fromEntries([...entries.keys()].map((name) => [name, `entry:${name}`])),
    writtenEntries,
    wholeScripts,
  ),
  forScriptTags('packages/core/dist/cdn', { 'mhb-core.min': 'packages/core/dist/index.js' }),
];
