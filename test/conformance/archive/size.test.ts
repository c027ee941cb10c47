import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terserModule from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { expect, it } from 'vitest';

const BUDGET = 14_000;
/** Its types describe a CommonJS module, but it is not one when imported. */
const terser = terserModule as unknown as typeof terserModule.default;

/**
 * The files that a page downloads to open an archive: the entry with everything that it imports directly,
 * including inflate. Creating archives, the WebAssembly kernels and their replacements are loaded when needed
 * and counted separately.
 */
it(`the archive entry stays within ${BUDGET} bytes, minified and compressed, and free of Node`, async () => {
  const bundle = await rollup({
    input: new URL('../../../packages/core/dist/archive/index.js', import.meta.url).pathname,
    plugins: [nodeResolve({ browser: true }), terser()],
    onLog: (_, log) => {
      throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const chunks = output.filter((each) => each.type === 'chunk');
  const atOnce = new Set(
    chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]),
  );
  const size = chunks
    .filter(({ fileName }) => atOnce.has(fileName))
    .reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  expect(size).toBeLessThanOrEqual(BUDGET);
  expect(chunks.flatMap(({ imports }) => imports).filter((name) => !name.endsWith('.js'))).toEqual([]);
  expect(chunks.some(({ code }) => /node:|@peculiar/u.test(code))).toBe(false);
});
