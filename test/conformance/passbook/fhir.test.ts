import {
  mergePassbooks,
  findUnmapped,
  sections,
  writeFhir,
  type Bundle,
  type JsonObject,
  type Passbook,
} from '@mhb-kit/core/passbook';
import { j2File, type FixtureData } from '@mhb-kit/testkit/passbook-fixtures';
import { lin } from '@mhb-kit/testkit/people';
import { Fhir } from 'fhir/fhir.js';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf, sample } from './fixtures.js';

const now = new Date('2026-04-15T04:00:00Z');
const discharge = {
  'discharge-summary': [
    {
      'discharge-summary.facility-code': '1101990017',
      'discharge-summary.facility': '明德綜合醫院',
      'discharge-summary.admitted-on': '20240218',
      'discharge-summary.discharged-on': '20240221',
      'discharge-summary.discharge-diagnosis': '肺炎',
    },
  ],
};
const everything = (): Promise<Passbook> =>
  passbookOf(j2File({ ...(lin.history('2026-04-15') as unknown as FixtureData), ...sample, ...discharge }));

const resources = (bundle: Bundle, type?: string) =>
  bundle.entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => type === undefined || resourceType === type);

const errorsOf = (bundle: Bundle): string[] =>
  new Fhir()
    .validate(JSON.parse(JSON.stringify(bundle)), { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`);

/** Every `reference` anywhere. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'reference' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

describe.each(['twcore', 'ips'] as const)('a bundle of profile %s', (profile) => {
  it('is valid FHIR R4', async () => {
    expect(errorsOf(writeFhir(await everything(), { profile, now }))).toEqual([]);
  });

  it('is rejected with a wrong code, which shows that the validator works', async () => {
    const bundle = JSON.parse(JSON.stringify(writeFhir(await everything(), { profile, now }))) as Bundle;
    (resources(bundle, 'Patient')[0] as unknown as { gender: string }).gender = 'X';
    expect(errorsOf(bundle)).not.toEqual([]);
  });

  it('is complete: every reference resolves, and every fullUrl occurs once and matches its id', async () => {
    const bundle = writeFhir(await everything(), { profile, now });
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    expect(bundle.entry.every(({ fullUrl, resource }) => fullUrl === `urn:uuid:${resource.id}`)).toBe(true);
    expect([...new Set(references(bundle))].filter((reference) => !urls.includes(reference))).toEqual([]);
  });

  it('has the same ids when it is written again, even from a joined passbook', async () => {
    const passbook = await everything();
    const ids = (bundle: Bundle): string[] => bundle.entry.map(({ fullUrl }) => fullUrl).sort();
    const first = ids(writeFhir(passbook, { profile, now }));
    expect(ids(writeFhir(passbook, { profile, now }))).toEqual(first);
    expect(ids(writeFhir(mergePassbooks(passbook, passbook), { profile, now }))).toEqual(first);
  });

  it('contains no empty element, no ROC date, and no mask in an id', async () => {
    const text = JSON.stringify(writeFhir(await everything(), { profile, now }));
    expect(text).not.toMatch(/:(?:""|\[\]|\{\}|null)/);
    expect(text).not.toMatch(/"(?:\d{3}\/\d\d\/\d\d|1[01]\d{5})"/);
    expect(text).not.toMatch(/"id":"[^"]*\*/);
  });

  it('is valid for an empty passbook too', async () => {
    expect(errorsOf(writeFhir(await passbookOf(j2({}, {})), { profile, now }))).toEqual([]);
  });
});

describe('TW Core', () => {
  it('has a resource for every record of every medical section, and lists the others', async () => {
    const passbook = await everything();
    const unmapped = findUnmapped(passbook, writeFhir(passbook, { profile: 'twcore', now }));
    const bySection = Object.fromEntries(
      sections.map(({ key }) => [key, unmapped.filter(({ record }) => record.section === key).length]),
    );
    for (const { key } of sections) {
      const clinical = !['r0', 'card-status', 'premium-billing', 'premium-payment'].includes(key);
      expect(passbook.sections[key].length, key).toBeGreaterThan(0);
      expect(bySection[key], key).toBe(clinical ? 0 : passbook.sections[key].length);
    }
    expect(new Set(unmapped.map(({ reason }) => reason))).toEqual(new Set(['not-clinical']));
  });

  /** Root elements that TW Core 0.3.1 requires beyond base FHIR. */
  it.each([
    ['Patient', ['identifier', 'gender', 'birthDate']],
    ['Encounter', ['status', 'class']],
    ['Condition', ['clinicalStatus', 'category', 'subject']],
    ['MedicationRequest', ['status', 'intent', 'medicationCodeableConcept', 'subject']],
    ['MedicationDispense', ['status', 'medicationCodeableConcept', 'subject']],
    ['DiagnosticReport', ['status', 'code', 'subject']],
    ['Procedure', ['status', 'code', 'subject']],
    ['Immunization', ['status', 'vaccineCode', 'patient', 'occurrence']],
    ['AllergyIntolerance', ['code', 'patient']],
    ['Observation', ['status', 'category', 'code', 'subject', 'effective']],
  ])('gives %s what its profile requires', async (type, elements) => {
    // Resources that a profile would not accept claim none: conditions without a status, reports of images.
    const found = resources(writeFhir(await everything(), { profile: 'twcore', now }), type).filter(
      ({ meta }) => meta !== undefined || !['Condition', 'DiagnosticReport'].includes(type),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const resource of found) {
      expect((resource['meta'] as { profile: string[] }).profile[0]).toMatch(
        /^https:\/\/twcore\.mohw\.gov\.tw\/ig\/twcore\//,
      );
      const names = Object.keys(resource).map((name) => name.replace(/^_/, ''));
      for (const element of elements)
        expect(
          names.some((name) => name.startsWith(element)),
          element,
        ).toBe(true);
    }
  });

  it('keeps amounts, points and orders of every claim', async () => {
    const passbook = await everything();
    const benefits = resources(writeFhir(passbook, { profile: 'twcore', now }), 'ExplanationOfBenefit');
    const { r1, r2, r3, r9 } = passbook.sections;
    const claims = [...r1, ...r2, ...r3, ...r9];
    const items = benefits.flatMap(({ item }) => item as readonly JsonObject[]);
    const adjudications = items.flatMap(({ adjudication }) => (adjudication ?? []) as readonly JsonObject[]);
    const sum = (values: (number | null | undefined)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(benefits).toHaveLength(claims.length);
    expect(sum(adjudications.map(({ amount }) => (amount as { value: number } | undefined)?.value))).toBe(
      sum(claims.map(({ copayment }) => copayment)),
    );
    expect(sum(adjudications.map(({ value }) => value as number | undefined))).toBe(
      sum(claims.map(({ points }) => points)),
    );
    // Each claim has one more item, for the claim as a whole.
    expect(items).toHaveLength(claims.length + claims.flatMap(({ orders }) => orders).length);
  });

  it('puts the NHI code first, adds LOINC from the table, and invents no unit', async () => {
    const passbook = await passbookOf(j2File(sample));
    const observations = resources(writeFhir(passbook, { profile: 'twcore', now }), 'Observation');
    const hba1c = observations.find(({ code }) => (code as { text: string }).text === '醣化血色素');
    expect(hba1c).toMatchObject({
      meta: {
        profile: [
          'https://twcore.mohw.gov.tw/ig/twcore/StructureDefinition/Observation-laboratoryResult-twcore',
        ],
      },
      code: {
        coding: [
          {
            system: 'https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/medical-service-payment-tw',
            code: '09006C',
          },
          { system: 'http://loinc.org', code: '4548-4' },
        ],
      },
      valueQuantity: { value: 7.4 },
      referenceRange: [{ low: { value: 4 }, high: { value: 6 }, text: '[4.0][6.0]' }],
    });
    // It has the identifiers of both channels.
    expect(hba1c?.['identifier']).toHaveLength(2);
  });

  it('maps the programmes, which no other software maps', async () => {
    const bundle = writeFhir(await passbookOf(j2File(sample)), { profile: 'twcore', now });
    expect(resources(bundle, 'EpisodeOfCare')).toHaveLength(7);
    const urineProteinRatio = resources(bundle, 'Observation').filter(({ code }) =>
      JSON.stringify(code).includes('2890-2'),
    );
    expect(urineProteinRatio).toMatchObject([
      { valueQuantity: { value: 142.5 }, effectiveDateTime: '2024-06-12' },
    ]);
  });

  it('marks a claim that was replaced, and derives nothing from it', async () => {
    const row = (points: string) => ({
      'r1.3': '1',
      'r1.5': '20250101',
      'r1.7': '0002',
      'r1.13': points,
      r1_1: [{ 'r1_1.1': 'AC58990100', 'r1_1.2': '藥', 'r1_1.4': '28' }],
    });
    const passbook = mergePassbooks(
      await passbookOf(j2({ r1: [row('300')] }, { 'b1.2': '20250301' }), 'old'),
      await passbookOf(j2({ r1: [row('280')] }, { 'b1.2': '20260301' }), 'new'),
    );
    const bundle = writeFhir(passbook, { profile: 'twcore', now });
    expect(
      resources(bundle, 'ExplanationOfBenefit')
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['active', 'entered-in-error']);
    expect(resources(bundle, 'MedicationRequest')).toHaveLength(1);
    expect(findUnmapped(passbook, bundle)).toEqual([]);
    expect(errorsOf(bundle)).toEqual([]);
  });
});

describe('International Patient Summary', () => {
  it('is a document: composition first, no section without an entry, the three required sections always included', async () => {
    const titles = (bundle: Bundle) =>
      resources(bundle, 'Composition')[0]?.['section'] as readonly {
        code: { coding: { code: string }[] };
        entry?: unknown[];
        emptyReason?: unknown;
      }[];
    const full = writeFhir(await everything(), { profile: 'ips', now });
    expect(full.type).toBe('document');
    expect(full.entry[0]?.resource.resourceType).toBe('Composition');
    expect(titles(full).map(({ code }) => code.coding[0]?.code)).toEqual([
      '11450-4',
      '48765-2',
      '10160-0',
      '11369-6',
      '47519-4',
      '11348-0',
      '30954-2',
      '8716-3',
      '42348-3',
    ]);
    expect(titles(full).every(({ entry }) => (entry?.length ?? 0) > 0)).toBe(true);
    const empty = writeFhir(await passbookOf(j2({})), { profile: 'ips', now });
    expect(titles(empty).map(({ code, entry }) => [code.coding[0]?.code, entry?.length])).toEqual([
      ['11450-4', 1],
      ['48765-2', 1],
      ['10160-0', 1],
    ]);
    // Missing records do not mean that there is nothing.
    const codes = JSON.stringify(empty);
    for (const what of ['problem', 'allergy', 'medication']) expect(codes).toContain(`no-${what}-info`);
    expect(codes).not.toContain('no-known');
  });

  it('states which drugs are current', async () => {
    const bundle = writeFhir(await passbookOf(j2File(sample)), { profile: 'ips', now });
    const active = resources(bundle, 'MedicationStatement').filter(({ status }) => status === 'active');
    expect(active.map(({ effectivePeriod }) => effectivePeriod)).toEqual([
      { start: '2026-03-11', end: '2026-05-06' },
    ]);
  });

  it('lists what it omits', async () => {
    const passbook = await passbookOf(j2File(sample));
    const left = findUnmapped(passbook, writeFhir(passbook, { profile: 'ips', now }));
    expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set(['not-in-summary', 'not-clinical']));
    expect(
      left
        .filter(({ reason }) => reason === 'not-in-summary')
        .every(({ record }) => /^r(?:1|2|3|9|1[234])$/.test(record.section)),
    ).toBe(true);
  });
});
