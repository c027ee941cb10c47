import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { noticesOf } from '../../../build/notices.mjs';

/**
 * Bundles what the package exports and its program into `dist/program`, because Node needs half a millisecond for each file that
 * it loads, and there are a thousand. A start loads only the chunks that it needs. See
 * `docs/decisions/0020-gateway-program.md`.
 */

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const folder = join(dist, 'program');

/** Included: our own modules, and typebox, which has 679 files. */
const INCLUDED = /^(?:[./#]|@mhb-kit\/core(?:\/|$)|typebox(?:\/|$))/;
/**
 * Not included, although they are our own. The class of errors must be that of the site that runs the gateway, for
 * `instanceof`. The verification of certificates needs libraries that only `@mhb-kit/core` depends on.
 */
const OUTSIDE = ['@mhb-kit/core/error', '@mhb-kit/core/card/verify-cdc'];
/** The specifiers by their files, which core's own modules import by relative paths. */
const outside = new Map(OUTSIDE.map((id) => [fileURLToPath(import.meta.resolve(id)), id]));

/** @type {import('rollup').Plugin} */
const others = {
  name: 'others-stay-outside',
  async resolveId(id, importer) {
    if (importer === undefined) return null;
    if (!INCLUDED.test(id)) return { id, external: true };
    const resolved = await this.resolve(id, importer, { skipSelf: true });
    const specifier = outside.get(resolved?.id ?? '');
    return specifier === undefined ? resolved : { id: specifier, external: true };
  },
};

const bundle = await rollup({
  input: { index: join(dist, 'index.js'), 'mhb-gateway': join(dist, 'bin/mhb-gateway.js') },
  plugins: [others, nodeResolve({ exportConditions: ['node'] })],
  onwarn: ({ code, message }) => {
    // Those are typebox's.
    if (code !== 'CIRCULAR_DEPENDENCY') throw new Error(message);
  },
});
const { output } = await bundle.write({ dir: folder, format: 'es', chunkFileNames: '[name]-[hash].js' });
await bundle.close();

const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
const installed = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...builtinModules];
const chunks = output.filter((file) => file.type === 'chunk');
for (const { fileName, imports, dynamicImports } of chunks) {
  for (const id of [...imports, ...dynamicImports]) {
    const found = chunks.some((chunk) => chunk.fileName === id);
    if (
      !found &&
      !installed.some((name) => id === name || id.startsWith(`${name}/`) || id === `node:${name}`)
    )
      throw new Error(`${fileName} imports ${id}, which is not installed with the gateway`);
  }
}

const written = new Set(output.map(({ fileName }) => fileName));
for (const file of readdirSync(folder)) if (!written.has(file)) rmSync(join(folder, file));
writeFileSync(join(folder, 'NOTICES.txt'), noticesOf(chunks.flatMap(({ moduleIds }) => moduleIds)));
