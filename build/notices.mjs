import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

/** The licences of what a bundle contains; they have to accompany every copy of it. */

const LICENCE = /^(?:licen[cs]e|copying|notice|copyrightnotice)(?:[.-]|$)/i;

/** The folder of the npm package that a module belongs to; `null` for ours. @param {string} module */
const packageOf = (module) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0] ?? null;

/**
 * Our licence, and those of all packages to which the modules belong.
 * @param {readonly string[]} modules their paths @returns {string}
 */
export function noticesOf(modules) {
  const folders = new Set(modules.map(packageOf).filter((folder) => folder !== null));
  const others = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder)
      .filter((file) => LICENCE.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    // The licence has to be stated in the package itself: we do not write one for others.
    if (texts.length === 0) throw new Error(`${name} has no text of its licence (${license}) in ${folder}`);
    return { title: `${name} ${version} (${license})`, text: texts.join('\n\n') };
  });
  others.sort((one, other) => one.title.localeCompare(other.title, 'en'));
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return [
    'mhb-kit (Apache-2.0), with parts of the packages listed below.',
    ...[...others, { title: 'mhb-kit', text: own }].map(
      ({ title, text }) => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text}`,
    ),
  ]
    .join('\n\n')
    .concat('\n');
}
