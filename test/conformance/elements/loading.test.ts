import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** The code that a page loads for one component: its own folder and shared code, never another component. */

const dist = fileURLToPath(new URL('../../../packages/elements/dist/', import.meta.url));
const SHARED = ['base', 'card', 'self-service', 'define'];
const components = readdirSync(`${dist}define`)
  .filter((file) => file.endsWith('.js') && file !== 'all.js')
  .map((file) => file.replace('.js', ''));

/** The package's own modules that a module imports directly. */
function needed(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\b[^'"]*['"](\.[^'"]+)['"]/gm,
  )) {
    if (path !== undefined) needed(resolve(dirname(file), path), found);
  }
  return found;
}

it.each(components)('loads %s without another component', (name) => {
  const folders = [...needed(`${dist}define/${name}.js`)].map(
    (file) => file.slice(dist.length).split('/')[0],
  );
  // The account's forms use the rules of registration, without its screen.
  const foreign = new Set(folders.filter((folder) => folder !== name && !SHARED.includes(folder ?? '')));
  expect([...foreign]).toEqual([]);
  expect(folders).toContain(name);
});

it.each(components)('loads the English texts and the errors of %s only when they are needed', (name) => {
  const files = [...needed(`${dist}define/${name}.js`)];
  const english = files.filter((file) => file.endsWith('.strings.en.js'));
  // The viewer includes both, because most of its strings come from the passbook itself.
  expect(name === 'passbook-viewer' ? [] : english).toEqual([]);
});
