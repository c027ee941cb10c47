import { describe, expect, it } from 'vitest';
import type { Example, JsonObject } from './definitions.js';
import type { Rule } from './findings.js';
import { guides, profilesFolder } from './guides.js';
import { validBundle } from './valid-bundle.js';

/**
 * Tests the checker: correct examples from the guides pass, and every kind of damage is found in its place.
 */

/** A copy of a resource with one change; `undefined` removes the value. */
function damaged(resource: unknown, place: readonly (string | number)[], value: unknown): JsonObject {
  const copy = JSON.parse(JSON.stringify(resource)) as JsonObject;
  let holder = copy as Record<string | number, unknown>;
  for (const step of place.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = place.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

interface Damage {
  readonly name: string;
  readonly place: readonly (string | number)[];
  readonly value?: unknown;
  readonly rule: Rule;
  /** The place of the finding. */
  readonly at: string;
}

const entry = (index: number, ...steps: (string | number)[]) => ['entry', index, 'resource', ...steps];
const found = (index: number, path: string): string => `Bundle.entry[${index}].resource${path}`;
const someone = { reference: 'urn:uuid:00000000-0000-4000-8000-000000000001' };
const UNKNOWN = 'urn:uuid:00000000-0000-4000-8000-00000000000f';
const repeated = (value: unknown): unknown[] => [value, value];

/** Resources of the bundle: 0 patient, 1 organization, 2 coverage, 3 condition, 4 laboratory, 5 blood pressure, 6 report. */
const damages: readonly Damage[] = [
  {
    name: 'an element that must be there is missing',
    place: entry(4, 'code'),
    rule: 'cardinality',
    at: found(4, '.code'),
  },
  {
    name: 'an element that only the profile requires is missing',
    place: entry(0, 'birthDate'),
    rule: 'cardinality',
    at: found(0, '.birthDate'),
  },
  {
    name: 'an element below an optional one is missing',
    place: entry(0, 'identifier', 0, 'system'),
    rule: 'cardinality',
    at: found(0, '.identifier[0].system'),
  },
  {
    name: 'too many of an element',
    place: entry(5, 'code', 'coding'),
    value: repeated({ system: 'http://loinc.org', code: '85354-9' }),
    rule: 'cardinality',
    at: found(5, '.code.coding'),
  },
  {
    name: 'an element that a profile excludes',
    place: entry(5, 'valueQuantity'),
    value: { value: 1 },
    rule: 'slicing',
    at: found(5, '.value'),
  },
  {
    name: 'a slice that must be there is missing',
    place: entry(4, 'category', 0, 'coding', 0, 'code'),
    value: 'imaging',
    rule: 'slicing',
    at: found(4, '.category'),
  },
  {
    name: 'a slice found by fixed values below is missing',
    place: entry(5, 'component', 1, 'code', 'coding', 0, 'code'),
    value: '8478-0',
    rule: 'slicing',
    at: found(5, '.component'),
  },
  {
    name: 'a slice occurs too often',
    place: entry(0, 'name'),
    value: repeated({ use: 'official', text: '陳' }),
    rule: 'slicing',
    at: found(0, '.name'),
  },
  {
    name: 'a code outside a required value set',
    place: entry(0, 'gender'),
    value: 'woman',
    rule: 'binding',
    at: found(0, '.gender'),
  },
  {
    name: 'a concept without the code that a required value set demands',
    place: entry(3, 'clinicalStatus'),
    value: { text: '現在' },
    rule: 'binding',
    at: found(3, '.clinicalStatus'),
  },
  {
    name: 'a code outside the value set of a slice',
    place: entry(4, 'code', 'coding', 1, 'code'),
    value: '00101B',
    rule: 'binding',
    at: found(4, '.code.coding[1]'),
  },
  {
    name: 'a code that its code system does not have',
    place: entry(2, 'relationship', 'coding', 0, 'code'),
    value: 'me',
    rule: 'code',
    at: found(2, '.relationship.coding[0]'),
  },
  {
    name: 'a unit that is not in UCUM',
    place: entry(4, 'valueQuantity', 'code'),
    value: 'mmol/Ltr',
    rule: 'code',
    at: found(4, '.valueQuantity'),
  },
  {
    name: 'a fixed value is altered',
    place: entry(5, 'component', 0, 'valueQuantity', 'code'),
    value: 'kPa',
    rule: 'fixed',
    at: found(5, '.component[0].valueQuantity.code'),
  },
  {
    name: 'a pattern is altered',
    place: entry(0, 'identifier', 0, 'use'),
    value: 'usual',
    rule: 'pattern',
    at: found(0, '.identifier[0].use'),
  },
  {
    name: 'an invariant of the profile is broken',
    place: entry(2, 'subscriberId'),
    rule: 'invariant',
    at: found(2, ''),
  },
  {
    name: 'an invariant of a slice is broken',
    place: entry(0, 'identifier', 0, 'value'),
    value: 'A12345****',
    rule: 'invariant',
    at: found(0, '.identifier[0]'),
  },
  {
    name: 'an invariant of base R4 is broken',
    place: entry(4, 'dataAbsentReason'),
    value: { text: '未做' },
    rule: 'invariant',
    at: found(4, ''),
  },
  {
    name: 'an invariant of the bundle is broken',
    place: ['entry', 0, 'request'],
    value: { method: 'GET', url: 'Patient' },
    rule: 'invariant',
    at: 'Bundle',
  },
  {
    name: 'a reference leads to another type',
    place: entry(4, 'subject'),
    value: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000002' },
    rule: 'reference',
    at: found(4, '.subject'),
  },
  {
    name: 'a reference names another type',
    place: entry(4, 'subject'),
    value: { reference: 'Organization/1' },
    rule: 'reference',
    at: found(4, '.subject'),
  },
  {
    name: 'a reference leads to the type, but not in the profile',
    place: entry(6, 'result', 0),
    value: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000006' },
    rule: 'reference',
    at: found(6, '.result[0]'),
  },
  {
    name: 'a reference leads nowhere',
    place: entry(3, 'subject'),
    value: { reference: UNKNOWN },
    rule: 'reference',
    at: found(3, '.subject'),
  },
  {
    name: 'an element that the type does not have',
    place: entry(3, 'patient'),
    value: someone,
    rule: 'unknown-element',
    at: found(3, '.patient'),
  },
  {
    name: 'a type that the choice does not have',
    place: entry(4, 'valueMoney'),
    value: { value: 1 },
    rule: 'unknown-element',
    at: found(4, '.valueMoney'),
  },
  {
    name: 'a list that should be one',
    place: entry(3, 'subject'),
    value: [someone],
    rule: 'json',
    at: found(3, '.subject'),
  },
  {
    name: 'one that should be a list',
    place: entry(0, 'name'),
    value: { use: 'official', text: '陳' },
    rule: 'json',
    at: found(0, '.name'),
  },
  { name: 'an empty element', place: entry(3, 'code'), value: {}, rule: 'json', at: found(3, '.code') },
  {
    name: 'a date with a ROC year',
    place: entry(0, 'birthDate'),
    value: '069-02-03',
    rule: 'primitive',
    at: found(0, '.birthDate'),
  },
  {
    name: 'a number in quotes',
    place: entry(4, 'valueQuantity', 'value'),
    value: '4.1',
    rule: 'primitive',
    at: found(4, '.valueQuantity.value'),
  },
  {
    name: 'a narrative without words',
    place: entry(0, 'text', 'div'),
    value: '<div xmlns="http://www.w3.org/1999/xhtml"><p> </p></div>',
    rule: 'narrative',
    at: found(0, '.text.div'),
  },
  {
    name: 'a narrative with a script',
    place: entry(0, 'text', 'div'),
    value: '<div xmlns="http://www.w3.org/1999/xhtml">x<script>1</script></div>',
    rule: 'narrative',
    at: found(0, '.text.div'),
  },
  {
    name: 'an extension with neither value nor extensions',
    place: entry(0, 'extension'),
    value: [{ url: 'http://example.org/x' }],
    rule: 'invariant',
    at: found(0, '.extension[0]'),
  },
  {
    name: 'an extension with a value of another type than its definition',
    place: entry(0, '_birthDate'),
    value: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-birthTime', valueString: '08:00' }],
    },
    rule: 'unknown-element',
    at: found(0, '.birthDate.extension[0].valueString'),
  },
  {
    name: 'a profile that the guide does not have is claimed',
    place: entry(3, 'meta', 'profile', 0),
    value: 'https://twcore.mohw.gov.tw/ig/twcore/StructureDefinition/Condition-twcore-2',
    rule: 'profile',
    at: found(3, ''),
  },
  {
    name: 'a profile of another type is claimed',
    place: entry(3, 'meta', 'profile', 0),
    value: 'https://twcore.mohw.gov.tw/ig/twcore/StructureDefinition/Patient-twcore',
    rule: 'profile',
    at: found(3, ''),
  },
];

describe.skipIf(profilesFolder === undefined)(
  'the profile checker (where MHB_PROFILES names the guides)',
  () => {
    it('finds nothing in a correct bundle', () => {
      expect(guides().checker.check(validBundle).errors).toEqual([]);
    });

    it.each(damages)('finds $name', ({ place, value, rule, at }) => {
      const { errors } = guides().checker.check(damaged(validBundle, place, value));
      expect(errors.map((each) => `${each.rule} ${each.path}`)).toContain(`${rule} ${at}`);
    });

    it('passes every example of the guides', () => {
      const { checker, definitions } = guides();
      expect(definitions.examples.length).toBeGreaterThan(30);
      const errors = definitions.examples.flatMap(({ file, resource, profiles }) =>
        checker.check(resource, profiles).errors.map(({ path, message }) => `${file} ${path}: ${message}`),
      );
      // A unit's note may contain no space, but the guide's {wine glasses} does.
      expect(errors).toEqual([expect.stringMatching(/alcohol-use.*wine glasses/)]);
    });
  },
);

/** Sections of the guide's own summary, in its order. */
describe.skipIf(profilesFolder === undefined)('the profile checker on a patient summary', () => {
  const summary = (): Example => {
    const example = guides().definitions.examples.find(({ file }) =>
      file.endsWith('Bundle-bundle-minimal.json'),
    );
    if (example === undefined) throw new Error('The package of the patient summary has no minimal bundle.');
    const profile = 'http://hl7.org/fhir/uv/ips/StructureDefinition/Composition-uv-ips';
    return { ...example, resource: damaged(example.resource, entry(0, 'meta'), { profile: [profile] }) };
  };
  const composition = (path: string): string => found(0, path);

  it.each<Damage>([
    {
      name: 'the document is no document',
      place: ['type'],
      value: 'collection',
      rule: 'fixed',
      at: 'Bundle.type',
    },
    {
      name: 'the composition is missing',
      place: ['entry', 0],
      value: undefined,
      rule: 'slicing',
      at: 'Bundle.entry',
    },
    {
      name: 'a section that must be there is missing',
      place: entry(0, 'section', 0, 'code', 'coding', 0, 'code'),
      value: '8716-3',
      rule: 'slicing',
      at: composition('.section'),
    },
    {
      name: 'a section has no narrative',
      place: entry(0, 'section', 0, 'text'),
      rule: 'cardinality',
      at: composition('.section[0].text'),
    },
    {
      name: 'a section has no entry of its profile',
      place: entry(0, 'section', 0, 'entry', 0, 'reference'),
      value: 'Organization/bb6bdf4f-7fcb-4d44-96a5-b858ad031d1d',
      rule: 'slicing',
      at: composition('.section[0].entry'),
    },
    {
      name: 'a resource in the document is not connected with its composition',
      place: ['entry', 8],
      value: { fullUrl: UNKNOWN, resource: { resourceType: 'Organization', id: 'lonely', name: '青禾診所' } },
      rule: 'reference',
      at: 'Bundle.entry[8]',
    },
    {
      name: 'the summary is of another type',
      place: entry(0, 'type', 'coding', 0, 'code'),
      value: '11488-4',
      rule: 'pattern',
      at: composition('.type'),
    },
  ])('finds that $name', ({ place, value, rule, at }) => {
    const { resource, profiles } = summary();
    const { errors } = guides().checker.check(damaged(resource, place, value), profiles);
    expect(errors.map((each) => `${each.rule} ${each.path}`)).toContain(`${rule} ${at}`);
  });
});
