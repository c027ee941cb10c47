import { writeFhir, type Bundle } from '@mhb-kit/core/passbook';
import { j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf, sample } from './fixtures.js';

/**
 * The patient summary against the guide (hl7.fhir.uv.ips 2.0.0; its npm package cannot be installed, because
 * what it depends on is not on npm): every named profile is one of its profiles, and every required element
 * is present. Slices and bindings are left to a complete validator.
 */

type Cardinality = readonly [path: string, min: number, max: string];

const { profiles } = JSON.parse(
  readFileSync(new URL('./ips-2.0.0-cardinalities.json', import.meta.url), 'utf8'),
) as { readonly profiles: Readonly<Record<string, readonly Cardinality[]>> };

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The values under an element's name. An extension in place of a value (`_birthDate`) counts, and so does any
 * type of `[x]`.
 */
function children(node: Node, name: string): unknown[] {
  const keys = name.endsWith('[x]')
    ? Object.keys(node).filter((key) => key.replace(/^_/, '').startsWith(name.slice(0, -3)))
    : [name, `_${name}`].filter((key) => node[key] !== undefined).slice(0, 1);
  return keys.flatMap((key) => node[key]);
}

/** States only why it has no content, which replaces all content. */
const isAbsent = (node: Node): boolean => Object.keys(node).join() === 'extension';

/** 2.0.0 renamed the profile of laboratory results, whose name of 1.1.0 the summary claims. */
function violations(resource: Node): string[] {
  const url = (resource['meta'] as { profile?: string[] } | undefined)?.profile?.[0];
  // Vital signs have their profile in FHIR itself.
  if (url === undefined || url.startsWith('http://hl7.org/fhir/StructureDefinition/')) return [];
  const cardinalities = profiles[url.replace('results-laboratory-uv', 'results-laboratory-pathology-uv')];
  if (cardinalities === undefined) return [`${url} is no profile of the guide`];
  return cardinalities.flatMap(([path, min, max]) => {
    const names = path.split('.').slice(1);
    const parents = names
      .slice(0, -1)
      .reduce<unknown[]>(
        (nodes, name) => nodes.filter(isNode).flatMap((node) => children(node, name)),
        [resource],
      );
    return parents
      .filter(isNode)
      .filter((parent) => !isAbsent(parent))
      .map((parent) => children(parent, names.at(-1) ?? '').length)
      .filter((count) => count < min || (max !== '*' && count > Number(max)))
      .map((count) => `${path}: ${count} instead of ${min}..${max}`);
  });
}

const violationsIn = (bundle: Bundle): string[] =>
  [bundle, ...bundle.entry.map(({ resource }) => resource)].flatMap((resource) => violations(resource));

describe('the patient summary', () => {
  it('has the cardinalities of the guide', async () => {
    expect(violationsIn(writeFhir(await passbookOf(j2File(sample)), { profile: 'ips' }))).toEqual([]);
  });

  it('has them even if the file contains almost nothing', async () => {
    const rows = {
      r1: [{ 'r1.8': 'I10', 'r1.10': '0FT44ZZ', r1_1: [{ 'r1_1.1': 'AC58990100' }] }],
      r4: [{ 'r4.2': 'x' }],
      r6: [{ 'r6.3': 'y' }],
      r7: [{ 'r7.11': '1' }],
      r8: [{ 'r8.10': 'z' }],
      r10: [{ 'r10.24': '1.2' }],
    };
    expect(violationsIn(writeFhir(await passbookOf(j2(rows, {})), { profile: 'ips' }))).toEqual([]);
  });

  it('fails without what the guide requires, which shows that the check works', async () => {
    const bundle = writeFhir(await passbookOf(j2File(sample)), { profile: 'ips' });
    expect(violations({ ...bundle.entry[0]!.resource, subject: [] })).toEqual([
      'Composition.subject: 0 instead of 1..1',
    ]);
  });
});
