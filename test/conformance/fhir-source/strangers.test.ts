import { describe, expect, it } from 'vitest';
import { fetchAll, hospital, nationalId, ofPatient, own, patient, result, visit } from './support.js';

/** No data of another person may be included, no matter how a server or a resource names people. */

const other = {
  resourceType: 'Patient',
  id: 'p2',
  ...{ identifier: [{ system: 'http://www.moi.gov.tw', value: 'B123456780' }] },
};
const words = '他人的資料';
const reason = [{ text: words }];

/** Encounters that name their person in one way; each states whose it is. */
const named = (subject: object | undefined, more: object = {}) => ({
  resourceType: 'Encounter',
  id: 'e9',
  ...{ status: 'finished', class: { code: 'AMB' }, period: { start: '2026-03-01' }, reasonCode: reason },
  ...(subject === undefined ? {} : { subject }),
  ...more,
});

/** A server that returns everything, regardless of the query. */
const careless = { server: { ignoresParameters: true } };

describe('another person’s data', () => {
  it.each([
    ['by id', named({ reference: 'Patient/p2' })],
    ['by an id that begins like ours', named({ reference: 'Patient/p11' })],
    ['by a version of another', named({ reference: 'Patient/p2/_history/1' })],
    ['on another server under our id', named({ reference: 'https://other.example.tw/fhir/Patient/p1' })],
    [
      'by a logical reference',
      named({ identifier: { system: 'http://www.moi.gov.tw', value: 'B123456780' } }),
    ],
    [
      'by our id and another’s number',
      named({
        reference: 'Patient/p1',
        identifier: { system: 'http://www.moi.gov.tw', value: 'B123456780' },
      }),
    ],
    [
      'by a number of another system',
      named({ identifier: { system: 'https://hospital.example.tw/chart', value: nationalId } }),
    ],
    ['contained', named({ reference: '#me' }, { contained: [{ ...other, id: 'me' }] })],
    [
      'contained without a number',
      named({ reference: '#me' }, { contained: [{ resourceType: 'Patient', id: 'me' }] }),
    ],
    ['a group', named({ reference: 'Group/p1' })],
    ['a device', named({ reference: 'Patient/p1', type: 'Device' })],
    ['in an invalid form', named('Patient/p1' as unknown as object)],
    ['unsaid', named(undefined)],
    ['words only', named({ display: '測試人' })],
  ])('is left out: %s', async (_, encounter) => {
    const fetched = await fetchAll(
      [patient(), other, hospital, visit('e1', '2026-03-09'), encounter],
      careless,
    );
    expect(fetched.text).not.toContain(words);
    expect(fetched.rows['r1']).toHaveLength(1);
    expect(fetched.leftOut).toContainEqual({
      type: 'Encounter',
      reason: expect.stringMatching(/^(?:other-person|no-subject)$/) as string,
      count: 1,
    });
  });

  it('are left out of every type', async () => {
    const theirs = { reference: 'Patient/p2' };
    const types = [
      ['Encounter', { subject: theirs, reasonCode: reason, class: { code: 'AMB' } }],
      ['Condition', { subject: theirs, code: reason[0] }],
      ['MedicationRequest', { subject: theirs, medicationCodeableConcept: reason[0] }],
      ['MedicationDispense', { subject: theirs, medicationCodeableConcept: reason[0] }],
      ['MedicationStatement', { subject: theirs, medicationCodeableConcept: reason[0] }],
      ['Procedure', { subject: theirs, code: reason[0] }],
      ['Observation', { subject: theirs, code: reason[0], valueString: words }],
      ['DiagnosticReport', { subject: theirs, code: reason[0], conclusion: words }],
      ['DocumentReference', { subject: theirs, type: { text: '出院病摘' }, description: words }],
      ['AllergyIntolerance', { patient: theirs, code: reason[0] }],
      ['Immunization', { patient: theirs, vaccineCode: reason[0] }],
      [
        'Consent',
        {
          patient: theirs,
          status: 'active',
          scope: { coding: [{ system: 'consentscope', code: 'adr' }] },
          category: reason,
        },
      ],
    ] as const;
    const resources = types.map(([resourceType, fields], index) => ({
      resourceType,
      id: `x${index}`,
      ...fields,
    }));
    const fetched = await fetchAll([patient(), other, ...resources], careless);
    expect(fetched.failed).toEqual([]);
    expect(fetched.text).not.toContain(words);
    expect(
      fetched.leftOut
        .filter((each) => each.reason === 'other-person')
        .map(({ type }) => type)
        .sort(),
    ).toEqual(types.map(([type]) => type).sort());
    // The person's own version of the same resource is included, which shows that the test can detect it.
    const mine = JSON.parse(
      JSON.stringify(resources).replaceAll('Patient/p2', 'Patient/p1'),
    ) as typeof resources;
    const whole = await fetchAll([patient(), other, ...mine], careless);
    expect(whole.leftOut.filter((each) => each.reason === 'other-person')).toEqual([]);
    for (const section of ['r1', 'r4', 'r5', 'r6', 'r7', 'r8', 'discharge-summary'])
      expect(JSON.stringify(whole.rows[section]), section).toContain(words);
  });

  it('include measurements of the mother, the foetus or the donor', async () => {
    const fetched = await fetchAll([
      patient(),
      result('k', 'K', { valueQuantity: { value: 4 } }),
      result('f', words, { valueQuantity: { value: 9 }, focus: [{ reference: 'Patient/p2' }] }),
    ]);
    expect(fetched.rows['r7']).toHaveLength(1);
  });

  it('include other people’s results contained in a report', async () => {
    const report = own('DiagnosticReport', 'd', {
      status: 'final',
      category: [{ coding: [{ code: 'LAB' }] }],
      effectiveDateTime: '2026-03-05',
      contained: [
        {
          resourceType: 'Observation',
          id: '1',
          status: 'final',
          code: { text: 'Hb' },
          valueQuantity: { value: 11 },
        },
        {
          resourceType: 'Observation',
          id: '2',
          status: 'final',
          code: { text: words },
          subject: { reference: 'Patient/p2' },
          valueQuantity: { value: 5 },
        },
      ],
      result: [{ reference: '#1' }, { reference: '#2' }],
    });
    const fetched = await fetchAll([patient(), report]);
    expect(fetched.rows['r7']?.map((row) => [row['r7.10'], row['r7.11'], row['r7.6']])).toEqual([
      ['Hb', '11', '20260305'],
    ]);
  });

  it('are included by no reference: a specimen, a facility of another server', async () => {
    const specimen = {
      resourceType: 'Specimen',
      id: 's2',
      ...{ subject: { reference: 'Patient/p2' }, type: { text: words } },
    };
    const fetched = await fetchAll([
      patient(),
      hospital,
      specimen,
      result('k', 'K', {
        valueQuantity: { value: 4 },
        specimen: { reference: 'Specimen/s2' },
        performer: [{ reference: 'https://other.example.tw/fhir/Organization/o1', display: '別家醫院' }],
      }),
    ]);
    expect(fetched.text).not.toContain(words);
    expect(fetched.rows['r7']?.[0]).toMatchObject({ 'r7.4': '別家醫院' });
  });
});

describe('the person’s data', () => {
  it.each([
    ['by id', { reference: 'Patient/p1' }],
    ['by a version', { reference: 'Patient/p1/_history/3' }],
    ['by a logical reference', { identifier: { system: 'http://www.moi.gov.tw', value: nationalId } }],
  ])('are included: %s', async (_, subject) => {
    const fetched = await fetchAll([patient(), named(subject)], careless);
    expect(fetched.rows['r1']).toHaveLength(1);
  });

  it('are included by the absolute address that the server gives the Patient, with the facility', async () => {
    const away = 'https://fhir.hospital.example.tw/r4';
    const fetched = await fetchAll([patient(), hospital], {
      server: {
        misbehave: ({ type, honest }) =>
          type === 'Patient'
            ? { body: { ...honest, entry: [{ fullUrl: `${away}/Patient/p1`, resource: patient() }] } }
            : type === 'Encounter'
              ? {
                  body: {
                    ...honest,
                    entry: [
                      {
                        resource: visit('e1', '2026-03-09', {
                          subject: { reference: `${away}/Patient/p1` },
                          serviceProvider: { reference: `${away}/Organization/o1` },
                        }),
                      },
                    ],
                  },
                }
              : null,
      },
    });
    expect(fetched.rows['r1']?.[0]).toMatchObject({ 'r1.4': '明德綜合醫院', 'r1.5': '20260309' });
  });

  it('are included from a bundle whose entries have addresses of their own', async () => {
    const mine = 'urn:uuid:0d5c6b6e-3a0c-4a3e-9d6f-4a5c5b8d1c11';
    const entry = [
      { fullUrl: mine, resource: patient({ id: 'p1' }) },
      { fullUrl: 'urn:uuid:2', resource: { ...named({ reference: mine }), id: undefined } },
    ];
    const fetched = await fetchAll([patient()], {
      source: { method: 'everything' },
      server: { misbehave: ({ honest }) => ({ body: { ...honest, entry } }) },
    });
    expect(fetched.rows['r1']).toHaveLength(1);
  });

  it('are refused with an explanation if two patients have the number', async () => {
    const twice = [patient(), patient({ id: 'p7' }), visit('e1', '2026-03-09')];
    const fetched = await fetchAll(twice);
    expect(fetched.failed.length).toBeGreaterThan(5);
    expect(fetched.rows['r1']).toBeUndefined();
    const replaced = patient({
      id: 'p7',
      active: false,
      link: [{ type: 'replaced-by', other: { reference: 'Patient/p1' } }],
    });
    expect((await fetchAll([patient(), replaced, visit('e1', '2026-03-09')])).rows['r1']).toHaveLength(1);
  });
});

describe('a server with a query for a person', () => {
  const records = [
    patient(),
    hospital,
    visit('e1', '2026-03-09'),
    ofPatient('AllergyIntolerance', 'a', { code: { text: 'Penicillin' } }),
  ];

  it('is queried with the parameter that it states', async () => {
    const fetched = await fetchAll(records, {
      server: { personParameters: ['subject'], statesCapabilities: true },
    });
    expect(fetched.failed).toEqual([]);
    expect(fetched.rows['r1']).toHaveLength(1);
  });

  it('is queried with the other parameter if it refuses the first and states none', async () => {
    const fetched = await fetchAll(records, { server: { personParameters: ['subject'] } });
    expect(fetched.failed).toEqual([]);
    expect(fetched.rows['r1']).toHaveLength(1);
  });

  it('may return two patients and all their data at once', async () => {
    const theirs = named({ reference: 'Patient/p2' });
    const entry = [...records, other, theirs].map((resource) => ({ resource }));
    const fetched = await fetchAll(records, {
      source: { method: 'everything' },
      server: {
        misbehave: ({ type, honest, parameters }) =>
          type === 'Patient' && !parameters.has('identifier')
            ? { body: { ...honest, link: [], entry } }
            : null,
      },
    });
    expect(fetched.rows['r1']).toHaveLength(1);
    expect(fetched.text).not.toContain(words);
  });

  it('is asked to refuse what it does not understand', async () => {
    const preferences = new Set<unknown>();
    await fetchAll(records, {
      server: { misbehave: ({ headers }) => (preferences.add(headers.prefer), null) },
    });
    expect([...preferences]).toEqual(['handling=strict']);
  });

  it.each([
    ['by its own words', { unsupported: ['ExplanationOfBenefit', 'Consent', 'MedicationStatement'] }],
    [
      'by what it says it can do',
      {
        statesCapabilities: true,
        misbehave: ({ type }: { type: string }) =>
          ['ExplanationOfBenefit', 'Consent', 'MedicationStatement'].includes(type)
            ? { status: 404, body: '<html>' }
            : null,
      },
    ],
  ])('that does not have a type has no such data, and this is reported: %s', async (_, server) => {
    const fetched = await fetchAll(records, { server });
    expect(fetched.failed).toEqual([]);
    expect(fetched.rows['r1']).toHaveLength(1);
    expect(fetched.rows['r5']).toEqual([]);
    expect(
      fetched.leftOut
        .filter((each) => each.reason === 'not-offered')
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['Consent', 'ExplanationOfBenefit', 'MedicationStatement']);
  });

  it('that gives no reason for a refusal is reported as failed', async () => {
    const fetched = await fetchAll(records, {
      server: { misbehave: ({ type }) => (type === 'Immunization' ? { status: 404, body: '<html>' } : null) },
    });
    expect(fetched.failed).toHaveLength(1);
    expect(fetched.failed[0]).toContain('service-unavailable');
  });
});
