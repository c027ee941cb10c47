import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/** The script-tag build: every component, registered, in one file. npm users import the per-file modules instead. */
export default {
  input: 'packages/elements/dist/define/all.js',
  output: {
    file: 'packages/elements/dist/cdn/mhb-elements.min.js',
    format: 'es',
    sourcemap: true,
    inlineDynamicImports: true,
  },
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), terser()],
};
