import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/**
 * The script-tag build: one tag loads `mhb-elements.min.js`, which registers every component and fetches the rest from
 * beside it when it is first needed. npm users import the per-file modules instead.
 */
export default {
  input: { 'mhb-elements.min': 'packages/elements/dist/define/all.js' },
  output: {
    dir: 'packages/elements/dist/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), terser()],
};
