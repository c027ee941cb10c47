import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import { shippedWith } from '../../test/trust/lock-file.mjs';
import { billOfMaterials } from '../../test/trust/sbom.mjs';
import { nativePackage } from './bindings.mjs';
import { baseOf } from './registry.mjs';
import { NODE_VERSION } from './targets.mjs';

/** The files next to the program: its bill of materials (CycloneDX) and its licenses. */

/** The packages that each binding adds to the program. */
const NATIVE = /** @type {const} */ ({ pcsclite: 'pcsclite', 'pcsc-mini': 'pcsc-mini', pkcs11js: 'pkcs11' });

/** @param {string} folder @returns {string} */
function licenceIn(folder) {
  const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

/**
 * @param {import('./targets.mjs').Target} target @param {string} folder @param {readonly string[]} bindings
 */
export function writeContents(target, folder, bindings) {
  const bill = billOfMaterials('card-bridge');
  const node = {
    type: 'application',
    'bom-ref': `pkg:npm/${target.base}@${NODE_VERSION}`,
    name: 'node',
    version: NODE_VERSION,
    scope: 'required',
    licenses: [{ license: { name: 'Node.js and the licenses of what it contains' } }],
    purl: `pkg:npm/${target.base}@${NODE_VERSION}`,
  };
  const left = Object.entries(NATIVE).flatMap(([name, binding]) =>
    bindings.includes(binding) ? [] : [name],
  );
  const components = bill.components.filter(({ name }) => !left.includes(name));
  const named = new Set([...components, bill.metadata.component].map((one) => one?.['bom-ref']));
  const dependencies = bill.dependencies.flatMap(({ ref, dependsOn }) =>
    named.has(ref) ? [{ ref, dependsOn: dependsOn.filter((one) => named.has(one)) }] : [],
  );
  writeFileSync(
    join(folder, 'sbom.cdx.json'),
    `${JSON.stringify({ ...bill, components: [...components, node], dependencies }, null, 2)}\n`,
  );

  const packages = [...shippedWith('packages/card-bridge').values()]
    .map(({ installed }) => installed)
    .filter(({ name, path }) => path.startsWith('node_modules/') && !left.includes(name));
  const notices = packages.flatMap(({ name, version, path, license }) => {
    const installed = join(root, path);
    const at = existsSync(installed) ? installed : name in NATIVE ? nativePackage(name) : null;
    return at === null ? [] : [`${name} ${version} (${license ?? 'see below'})\n\n${licenceIn(at)}`];
  });
  writeFileSync(
    join(folder, 'LICENCES.txt'),
    [
      `mhb-kit card bridge (Apache-2.0)\n\n${licenceIn(root)}`,
      ...notices.sort(),
      `Node.js ${NODE_VERSION}\n\n${licenceIn(baseOf(target))}`,
    ].join(`\n\n${'-'.repeat(80)}\n\n`),
  );
}
