import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../archive.mjs';
import { writeWindowsInstaller } from '../windows.mjs';

/**
 * `node same-installers.mjs FOLDER`: builds each Windows installer 60 times from small files. The lengths of the paths
 * move the objects of `wixl` in its memory, and their order must not depend on that.
 */

const [, , folder = ''] = process.argv;
const contents = join(folder, 'contents');
mkdirSync(contents, { recursive: true });
for (const name of ['mhb-card-bridge.exe', 'LICENCES.txt', 'sbom.cdx.json'])
  writeFileSync(join(contents, name), name);
let differ = false;
for (const scope of /** @type {const} */ (['user', 'machine'])) {
  const hashes = new Set();
  for (let length = 1; length <= 60; length++) {
    const work = join(folder, 'x'.repeat(length));
    mkdirSync(work);
    const file = join(work, 'bridge.msi');
    writeWindowsInstaller({
      scope,
      contents,
      version: '0.1.0',
      origins: ['https://passbook.example.tw'],
      work,
      file,
    });
    hashes.add(sha256(file));
    rmSync(work, { recursive: true });
  }
  if (hashes.size === 1) continue;
  differ = true;
  console.error(`${scope}: ${hashes.size} different installers`);
}
process.exit(differ ? 1 : 0);
