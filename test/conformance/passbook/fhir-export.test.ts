import {
  findUnmapped,
  writeFhir,
  type Bundle,
  type FhirOptions,
  type JsonObject,
} from '@mhb-kit/core/passbook';
import { j2File } from '@mhb-kit/testkit/passbook-fixtures';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf, sample } from './fixtures.js';

/** Compares a bundle with its rows: codes, units, statuses, links and languages, written down by hand. */

const now = new Date('2026-04-15T04:00:00Z');
const bundleOf = async (sections: object, options: Partial<FhirOptions> = {}): Promise<Bundle> =>
  writeFhir(await passbookOf(j2(sections)), { profile: 'twcore', now, ...options });
const of = (bundle: Bundle, type: string): JsonObject[] =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);
const profileOf = ({ meta }: JsonObject): string | undefined =>
  (meta as { profile?: string[] } | undefined)?.profile?.[0]?.split('/').at(-1);

interface CodingElement {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}

/** Every coding anywhere: an object with a system and a code. */
function codings(value: unknown): CodingElement[] {
  if (Array.isArray(value)) return value.flatMap(codings);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'system' in value && 'code' in value && !('value' in value) ? [value as CodingElement] : [];
  return [...own, ...Object.values(value).flatMap(codings)];
}
const written = (bundle: Bundle, system: string): string[] =>
  [
    ...new Set(codings(bundle).flatMap((each) => (each.system?.endsWith(system) ? [each.code ?? ''] : []))),
  ].sort();

const visit = (date: string, code: string, name: string, rest: object = {}) => ({
  'r1.3': '1101990017',
  'r1.4': '明德綜合醫院',
  'r1.5': date,
  'r1.7': '0001',
  'r1.8': code,
  'r1.9': name,
  ...rest,
});
const result = (rest: object) => ({
  'r7.3': '1101990017',
  'r7.4': '明德綜合醫院',
  'r7.5': '20260301',
  'r7.6': '20260301',
  ...rest,
});

describe('codes of diagnoses and procedures', () => {
  it('have the dot of their system; the day of the claim decides if a code is in both', async () => {
    const bundle = await bundleOf({
      r1: [
        visit('20260301', 'E1165', '第二型糖尿病，伴有高血糖'),
        visit('20260302', 'I10', '本態性高血壓'),
        visit('20260303', 'S72001A', '股骨頸骨折'),
        visit('20150301', '59010', '急性腎盂腎炎'),
        visit('20150302', 'V700', '一般健康檢查'),
        visit('20150303', 'E8500', '意外中毒'),
        visit('20160304', 'V700XXA', '公車事故'),
        visit('20260305', 'E860', '脫水'),
        visit('20140305', '4019', '高血壓'),
      ],
    });
    expect(written(bundle, '/icd-10-cm-2023-tw')).toEqual(['E11.65', 'E86.0', 'I10', 'S72.001A', 'V70.0XXA']);
    expect(written(bundle, '/icd-9-cm-2001-tw')).toEqual(['401.9', '590.10', 'E850.0', 'V70.0']);
    // The original notation of the passbook is kept as well.
    expect(JSON.stringify(of(bundle, 'Condition'))).toContain('"valueString":"E1165"');
  });

  it('name the classification itself abroad', async () => {
    const bundle = await bundleOf({ r1: [visit('20260301', 'E1165', '糖尿病')] }, { profile: 'ips' });
    expect(written(bundle, 'http://hl7.org/fhir/sid/icd-10-cm')).toEqual(['E11.65']);
  });

  it('keep fees of seven characters out of ICD-10-PCS', async () => {
    const bundle = await bundleOf({
      r1: [
        visit('20260301', 'I10', '高血壓', {
          'r1.10': '0FT44ZZ',
          'r1.11': '膽囊切除術',
          r1_1: [{ 'r1_1.1': '03019BA', 'r1_1.2': '觀察病床', 'r1_1.3': '1' }],
        }),
      ],
    });
    expect(written(bundle, '/icd-10-pcs-2023-tw')).toEqual(['0FT44ZZ']);
    expect(written(bundle, '/medical-service-payment-tw')).toEqual(['03019BA']);
  });

  it('always have a name, in both profiles and languages', async () => {
    const passbook = await passbookOf(j2File(sample));
    for (const profile of ['twcore', 'ips'] as const)
      for (const language of ['zh-Hant', 'en'] as const) {
        const bundle = writeFhir(passbook, { profile, language, now });
        const nameless = codings(bundle).filter(
          ({ system, display }) => display === undefined && system !== 'http://unitsofmeasure.org',
        );
        expect(nameless).toEqual([]);
      }
  });
});

describe('drugs', () => {
  const drug = (days: string) => [
    { 'r1_1.1': 'AC58990100', 'r1_1.2': 'GLUCOPHAGE 500MG', 'r1_1.3': '56', 'r1_1.4': days },
  ];

  it('in use are active; the prescriber is the facility, and the visit is linked', async () => {
    const bundle = await bundleOf({ r1: [visit('20260401', 'E1165', '糖尿病', { r1_1: drug('28') })] });
    const [request] = of(bundle, 'MedicationRequest');
    const [encounter] = of(bundle, 'Encounter');
    const [organization] = of(bundle, 'Organization');
    expect(request).toMatchObject({
      status: 'active',
      requester: { reference: `urn:uuid:${String(organization?.['id'])}` },
      encounter: { reference: `urn:uuid:${String(encounter?.['id'])}` },
    });
    expect(written(bundle, '/atc')).toEqual(['A10BA02']);
  });

  it('name their ingredient in English', async () => {
    const bundle = await bundleOf(
      { r1: [visit('20260401', 'E1165', '糖尿病', { r1_1: drug('28') })] },
      { profile: 'ips', language: 'en' },
    );
    expect(of(bundle, 'MedicationStatement')).toMatchObject([
      {
        status: 'active',
        medicationCodeableConcept: {
          coding: [{ display: 'metformin 500 mg' }, { code: 'A10BA02', display: 'metformin' }],
          text: 'metformin 500 mg (GLUCOPHAGE 500MG)',
        },
      },
    ]);
  });
});

describe('diagnoses', () => {
  it('are active according to claims, and never "over"', async () => {
    const bundle = await bundleOf({
      r1: [
        visit('20260401', 'I10', '高血壓'),
        visit('20240601', 'J069', '感冒'),
        ...['20240105', '20240705', '20250301'].map((date) => visit(date, 'E119', '糖尿病')),
      ],
    });
    const statuses = Object.fromEntries(
      of(bundle, 'Condition').map((condition) => [
        codings(condition['code'])[0]?.code,
        [codings(condition['clinicalStatus'])[0]?.code ?? null, profileOf(condition) ?? null],
      ]),
    );
    expect(statuses).toEqual({
      I10: ['active', 'Condition-twcore'],
      'E11.9': ['active', 'Condition-twcore'],
      'J06.9': [null, null],
    });
  });

  it('from long ago are listed separately in a summary', async () => {
    const bundle = await bundleOf(
      { r1: [visit('20260401', 'I10', '高血壓'), visit('20240601', 'J069', '感冒')] },
      { profile: 'ips', language: 'en' },
    );
    const [composition] = of(bundle, 'Composition');
    const sections = composition?.['section'] as unknown as {
      title: string;
      code: { coding: CodingElement[] };
      text: { div: string };
    }[];
    const section = (loinc: string) => sections.find(({ code }) => code.coding[0]?.code === loinc);
    expect(section('11450-4')?.text.div).toContain('Essential (primary) hypertension');
    expect(section('11450-4')?.text.div).not.toContain('J06.9');
    expect(section('11348-0')?.text.div).toContain('J06.9');
  });
});

describe('results', () => {
  it('carry unit, interpretation, specimen and visit', async () => {
    const bundle = await bundleOf({
      r1: [visit('20260301', 'E875', '高血鉀')],
      r7: [
        result({ 'r7.8': '09022C', 'r7.9': '鉀', 'r7.10': 'K', 'r7.11': '6.8', 'r7.12': '[3.5][5.1]' }),
        result({
          'r7.8': '09006C',
          'r7.9': '醣化血紅素',
          'r7.10': 'HbA1c',
          'r7.11': '7.4 %',
          'r7.12': '[4.0][6.0]',
        }),
      ],
    });
    const [encounter] = of(bundle, 'Encounter');
    const [specimen] = of(bundle, 'Specimen');
    const potassium = of(bundle, 'Observation').find((each) =>
      JSON.stringify(each['code']).includes('09022C'),
    );
    const hba1c = of(bundle, 'Observation').find((each) => JSON.stringify(each['code']).includes('09006C'));
    expect(potassium).toMatchObject({
      meta: { tag: [{ code: 'unit-inferred' }] },
      valueQuantity: { value: 6.8, code: 'mmol/L', system: 'http://unitsofmeasure.org' },
      referenceRange: [{ low: { value: 3.5, code: 'mmol/L' }, high: { value: 5.1, code: 'mmol/L' } }],
      interpretation: [{ coding: [{ code: 'H', display: 'High' }] }],
      specimen: { reference: `urn:uuid:${String(specimen?.['id'])}` },
      encounter: { reference: `urn:uuid:${String(encounter?.['id'])}` },
    });
    expect(hba1c).toMatchObject({ valueQuantity: { value: 7.4, code: '%' } });
    expect((hba1c?.['meta'] as JsonObject)['tag']).toBeUndefined();
  });

  it('that were not done have no value', async () => {
    const bundle = await bundleOf({
      r7: [
        result({
          'r7.8': '14032C',
          'r7.9': 'HBsAg',
          'r7.10': 'HBsAg',
          'r7.11': '未執行',
          'r7.12': '[Nonreactive][Nonreactive]',
        }),
      ],
      r10: [{ 'r10.3': '1101990017', 'r10.5': '20260301', 'r10.34': '', 'r10.35': '3', 'r10.12': '1' }],
    });
    const done = of(bundle, 'Observation').filter(({ dataAbsentReason }) => dataAbsentReason === undefined);
    expect(JSON.stringify(done)).not.toContain('未執行');
    const absent = of(bundle, 'Observation').filter(({ dataAbsentReason }) => dataAbsentReason !== undefined);
    expect(absent.length).toBeGreaterThan(0);
    for (const each of absent)
      expect(each).toMatchObject({
        status: 'cancelled',
        dataAbsentReason: { coding: [{ code: 'not-performed' }] },
      });
  });

  it('of orders outside TW Core’s list claim no laboratory profile, and neither does their report', async () => {
    const bundle = await bundleOf({
      r7: [result({ 'r7.8': '09140C', 'r7.9': '葡萄糖飯後', 'r7.10': 'Glucose PC', 'r7.11': '140' })],
    });
    expect(of(bundle, 'Observation').map(profileOf)).toEqual(['Observation-clinical-result-twcore']);
    expect(of(bundle, 'DiagnosticReport').map(profileOf)).toEqual([undefined]);
  });

  it('of a check-up refer to laboratory results only; its vital signs are in their own section of the international form', async () => {
    const sections = {
      r10: [
        {
          'r10.3': '1101990017',
          'r10.5': '20260301',
          'r10.6': '170',
          'r10.7': '70',
          'r10.10': '150',
          'r10.11': '95',
          'r10.24': '1.2',
        },
      ],
    };
    const core = await bundleOf(sections);
    const byUrl = new Map(core.entry.map(({ fullUrl, resource }) => [fullUrl, resource as JsonObject]));
    for (const report of of(core, 'DiagnosticReport')) {
      const results = (report['result'] ?? []) as { reference: string }[];
      expect(results.map(({ reference }) => profileOf(byUrl.get(reference) ?? {}))).toEqual(
        results.map(() => 'Observation-laboratoryResult-twcore'),
      );
    }
    const summary = await bundleOf(sections, { profile: 'ips', language: 'en' });
    const [composition] = of(summary, 'Composition');
    const vital = (composition?.['section'] as unknown as { title: string; text: { div: string } }[]).find(
      ({ title }) => title === 'Vital signs',
    );
    expect(vital?.text.div).toContain('150/95 mmHg');
  });
});

describe('allergies', () => {
  const allergy = (substance: string, rest: object = {}) => ({
    'r4.1': '20250101',
    'r4.2': substance,
    ...rest,
  });

  it('have a status, a code and reactions that can be read abroad', async () => {
    const bundle = await bundleOf(
      { r4: [allergy('盤尼西林', { 'r4.9': '重度', 'r4.10': '皮疹、過敏性休克' })] },
      { profile: 'ips', language: 'en' },
    );
    expect(of(bundle, 'AllergyIntolerance')).toMatchObject([
      {
        clinicalStatus: { coding: [{ code: 'active' }] },
        code: { coding: [{ display: 'penicillins (盤尼西林)' }] },
        reaction: [
          {
            manifestation: [{ coding: [{ code: '39579001' }, { code: '271807003' }] }],
            severity: 'severe',
          },
        ],
      },
    ]);
  });

  it('are "none known" only if a record states it', async () => {
    const stated = await bundleOf({ r4: [allergy('無藥物過敏')] }, { profile: 'ips' });
    expect(written(stated, '/absent-unknown-uv-ips')).toContain('no-known-allergies');
    const silent = await bundleOf({}, { profile: 'ips' });
    expect(written(silent, '/absent-unknown-uv-ips')).toEqual([
      'no-allergy-info',
      'no-medication-info',
      'no-problem-info',
    ]);
    expect(of(await bundleOf({ r4: [allergy('無藥物過敏')] }), 'AllergyIntolerance')).toEqual([]);
  });

  it('that a drug in use contains are an alert', async () => {
    const sections = {
      r1: [
        visit('20260410', 'J209', '支氣管炎', {
          r1_1: [
            { 'r1_1.1': 'AC12345100', 'r1_1.2': 'AMOXICILLIN CAPSULES 500MG', 'r1_1.3': '21', 'r1_1.4': '7' },
          ],
        }),
      ],
      r4: [allergy('Amoxicillin')],
    };
    const summary = await bundleOf(sections, { profile: 'ips', language: 'en' });
    expect(of(summary, 'Flag')).toMatchObject([{ status: 'active', code: { coding: [{ code: 'DALG' }] } }]);
    const core = await bundleOf(sections);
    const [issue] = of(core, 'DetectedIssue');
    const urls = (issue?.['implicated'] as { reference: string }[]).map(({ reference }) => reference);
    expect(
      urls.map((url) => core.entry.find(({ fullUrl }) => fullUrl === url)?.resource.resourceType),
    ).toEqual(['MedicationRequest', 'AllergyIntolerance']);
  });
});

describe('the person’s identity', () => {
  it('is not included unless requested, and a masked number is not an ID number', async () => {
    const bundle = await bundleOf({ r1: [visit('20260301', 'I10', '高血壓')] });
    const [patient] = of(bundle, 'Patient');
    expect(JSON.stringify(patient)).not.toContain('NNxxx');
    expect((patient?.['identifier'] as JsonObject[])[0]?.['value']).toBeUndefined();
    expect(profileOf(of(bundle, 'Coverage')[0] ?? {})).toBeUndefined();
  });

  it('is exported as the caller gives it', async () => {
    const identity = { nationalId: 'K223019876', name: '王小明', birthDate: '1980-02-29' } as const;
    const bundle = await bundleOf({ r1: [visit('20260301', 'I10', '高血壓')] }, { identity });
    expect(of(bundle, 'Patient')).toMatchObject([
      {
        identifier: [{ value: 'K223019876', type: { coding: [{ code: 'NNxxx' }] } }],
        name: [{ use: 'official', text: '王小明' }],
        birthDate: '1980-02-29',
        gender: 'female',
      },
    ]);
    expect(of(bundle, 'Coverage')).toMatchObject([{ subscriberId: 'K223019876' }]);
    expect(profileOf(of(bundle, 'Coverage')[0] ?? {})).toBe('Coverage-twcore');
  });
});

describe('a summary in English', () => {
  it('has titles, names and narrative in English, and marks Chinese text', async () => {
    const bundle = writeFhir(await passbookOf(j2File(sample)), { profile: 'ips', language: 'en', now });
    expect(bundle['language']).toBe('en');
    const [composition] = of(bundle, 'Composition');
    expect(composition?.['language']).toBe('en');
    const sections = composition?.['section'] as unknown as { title: string; text: { div: string } }[];
    for (const { title, text } of sections) {
      expect(title).not.toMatch(/[\u3400-\u9fff]/);
      expect(text.div).toContain('lang="en"');
      expect(text.div.replace(/<span lang="zh-TW"[^>]*>[^<]*<\/span>/g, '')).not.toMatch(/[\u3400-\u9fff]/);
    }
    const labels = of(bundle, 'Observation').map((each) => codings(each['code'])[0]?.display ?? '');
    expect(labels).toContain('HbA1c');
  });

  it('accepts names of codes from its caller', async () => {
    const bundle = await bundleOf(
      { r1: [visit('20260401', 'E1165', '糖尿病')] },
      {
        profile: 'ips',
        language: 'en',
        terms: {
          'http://hl7.org/fhir/sid/icd-10-cm': {
            'E11.65': { en: 'Type 2 diabetes mellitus with hyperglycemia' },
          },
        },
      },
    );
    expect(of(bundle, 'Condition')).toMatchObject([
      {
        code: {
          coding: [{ display: 'Type 2 diabetes mellitus with hyperglycemia' }],
          text: 'Type 2 diabetes mellitus with hyperglycemia',
        },
      },
    ]);
  });

  it('contains the measurements of programmes', async () => {
    const passbook = await passbookOf(j2File(sample));
    const left = findUnmapped(passbook, writeFhir(passbook, { profile: 'ips', now }));
    const programmes = left.flatMap(({ record }) => ('visits' in record ? [record.visits] : []));
    // The omitted records are those that measured nothing.
    expect(
      programmes.flat().filter((each) => Object.values(each).some((value) => typeof value === 'number')),
    ).toEqual([]);
  });
});
