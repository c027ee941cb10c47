import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Removes compiled files whose sources no longer exist: `tsc -b` leaves them, and they would be published.
 */
const packages = fileURLToPath(new URL('../packages', import.meta.url));
const COMPILED = /\.(?:js|d\.ts)(?:\.map)?$/;

for (const name of readdirSync(packages)) {
  const dist = join(packages, name, 'dist');
  if (!existsSync(dist)) continue;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!COMPILED.test(file) || /^(?:cdn|program)[\\/]/.test(file)) continue;
    const stem = join(packages, name, 'src', file.replace(COMPILED, ''));
    if (!existsSync(`${stem}.ts`) && !existsSync(`${stem}.d.ts`)) rmSync(join(dist, file));
  }
}
