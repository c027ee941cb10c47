import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { noticesOf } from '../../../build/notices.mjs';

/**
 * Bundles the program and what the package exports into `dist/program`, because Node needs about half a
 * millisecond for each file that it loads, and there are more than a thousand. A start loads only the chunks
 * that it needs. See `docs/decisions/0020-gateway-program.md`.
 */

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const folder = join(dist, 'program');

/** Included: our own modules, and typebox, which consists of 679 files. */
const INCLUDED = /^(?:[./#]|@mhb-kit\/core(?:\/|$)|typebox(?:\/|$))/;
/**
 * Our own modules that are not included. The class of errors must be the one that a site imports which runs the
 * gateway in its own process. The verification of certificates needs libraries that are
 * dependencies of `@mhb-kit/core` only.
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
  input: { index: join(dist, 'index.js'), 'mhb-gateway': join(dist, 'bin/program.js') },
  plugins: [others, nodeResolve({ exportConditions: ['node'] })],
  onwarn: ({ code, message }) => {
    // typebox has such circles.
    if (code !== 'CIRCULAR_DEPENDENCY') throw new Error(message);
  },
});
const { output } = await bundle.generate({ format: 'es', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
const chunks = output.filter((file) => file.type === 'chunk');

const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
const installed = Object.keys({ ...dependencies, ...optionalDependencies });
for (const { fileName, imports, dynamicImports } of chunks) {
  for (const id of [...imports, ...dynamicImports]) {
    const isInstalled = installed.some((name) => id === name || id.startsWith(`${name}/`));
    if (!isInstalled && !isBuiltin(id) && !chunks.some((chunk) => chunk.fileName === id))
      throw new Error(`${fileName} imports ${id}, which is not installed with the gateway`);
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const { fileName, code } of chunks) writeFileSync(join(folder, fileName), code);
writeFileSync(join(folder, 'NOTICES.txt'), noticesOf(chunks.flatMap(({ moduleIds }) => moduleIds)));
