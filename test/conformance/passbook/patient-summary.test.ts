import { writeFhir, type Bundle } from '@mhb-kit/core/passbook';
import { j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf, sample } from './fixtures.js';

/**
 * The patient summary against the guide's own package (hl7.fhir.uv.ips 2.0.0): every profile named is one of its profiles,
 * and every element of a snapshot is there as often as it says. Slices and bindings are left to a full validator.
 */

interface ElementDefinition {
  readonly id: string;
  readonly path: string;
  readonly min: number;
  readonly max: string;
}
interface Profile {
  readonly url: string;
  readonly snapshot: { readonly element: readonly ElementDefinition[] };
}

const folder = dirname(createRequire(import.meta.url).resolve('hl7.fhir.uv.ips/package.json'));
const profiles = new Map(
  readdirSync(folder)
    .filter((name) => name.startsWith('StructureDefinition'))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Profile)
    .map((profile) => [profile.url, profile]),
);

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands under an element's name; an extension in place of a value (`_birthDate`) counts, and so does any type of `[x]`. */
function children(node: Node, name: string): unknown[] {
  const keys = name.endsWith('[x]')
    ? Object.keys(node).filter((key) => key.replace(/^_/, '').startsWith(name.slice(0, -3)))
    : [name, `_${name}`].filter((key) => node[key] !== undefined).slice(0, 1);
  return keys.flatMap((key) => node[key]);
}

/** Says only why it has no content, which stands for all content. */
const isAbsent = (node: Node): boolean => Object.keys(node).join() === 'extension';

function violations(resource: Node): string[] {
  const url = (resource['meta'] as { profile?: string[] } | undefined)?.profile?.[0];
  const profile = profiles.get(url ?? '');
  if (url === undefined) return [];
  if (profile === undefined) return [`${url} is no profile of the guide`];
  return profile.snapshot.element
    .filter(({ id, path }) => !id.includes(':') && path.includes('.'))
    .flatMap(({ id, path, min, max }) => {
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
        .map((count) => `${id}: ${count} instead of ${min}..${max}`);
    });
}

const violationsIn = (bundle: Bundle): string[] =>
  [bundle, ...bundle.entry.map(({ resource }) => resource)].flatMap((resource) => violations(resource));

describe('the patient summary', () => {
  it('keeps the cardinalities of the guide', async () => {
    expect(violationsIn(writeFhir(await passbookOf(j2File(sample)), { profile: 'ips' }))).toEqual([]);
  });

  it('keeps them where the file says next to nothing', async () => {
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

  it('would not pass without what the guide demands: the check looks', async () => {
    const bundle = writeFhir(await passbookOf(j2File(sample)), { profile: 'ips' });
    const { subject: _subject, ...composition } = bundle.entry[0]!.resource;
    expect(violations(composition)).toEqual(['Composition.subject: 0 instead of 1..1']);
  });
});
