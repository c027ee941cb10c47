import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/**
 * Compiles the kernels to WebAssembly and writes them to `dist` as a separate module. The module is imported
 * only when an archive needs it, and every bundler can include it.
 */
const target = new URL('../dist/archive/platform/', import.meta.url);
const files = new Map();
const { error, stderr } = await asc.main(
  [
    fileURLToPath(new URL('kernels.ts', import.meta.url)),
    ...['--outFile', 'kernels.wasm', '--runtime', 'stub', '--noAssert', '-O3', '--use', 'abort='],
    ...['--enable', 'simd', '--enable', 'bulk-memory'],
  ],
  { writeFile: (name, content) => files.set(name, content) },
);
if (error !== null) {
  process.stderr.write(stderr.toString());
  process.exit(1);
}
const base64 = Buffer.from(files.get('kernels.wasm')).toString('base64');
mkdirSync(target, { recursive: true });
writeFileSync(new URL('kernels-binary.js', target), `export default '${base64}';\n`);
