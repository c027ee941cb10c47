import { describe, expect, it } from 'vitest';
import {
  listAllergies,
  listEncounters,
  listLaboratorySeries,
  listMedications,
  type Passbook,
} from '@mhb-kit/core/passbook';
import { fetchAll, hospital, ofPatient, own, patient, result, visit } from './support.js';

/** The content of resources as the passbook's views show it, not as stored in a row. */

const icd = 'https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/icd-10-cm-2023-tw';
const drugs = 'https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/medication-nhi-tw';
const drug = (code: string, text: string) => ({ coding: [{ system: drugs, code, display: text }], text });
const quantity = (value: number, unit: string) => ({
  value,
  unit,
  system: 'http://unitsofmeasure.org',
  code: unit,
});

const base = [patient(), hospital];
const point = (passbook: Passbook) => {
  const [series] = listLaboratorySeries(passbook);
  return { unit: series?.unit, analyte: series?.analyte?.id, ...series?.points.at(-1) };
};

describe('a result', () => {
  it('with a unit is a number in that unit, in the series of its analyte', async () => {
    const { passbook } = await fetchAll([
      ...base,
      result('k', 'Potassium', {
        code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: '鉀離子' },
        valueQuantity: quantity(6.8, 'mmol/L'),
        referenceRange: [
          { low: quantity(3.5, 'mmol/L'), high: quantity(5.1, 'mmol/L'), text: '3.5-5.1 mmol/L' },
        ],
      }),
    ]);
    expect(point(passbook)).toMatchObject({
      analyte: 'potassium',
      unit: 'mmol/L',
      value: '6.8',
      position: 'above',
    });
    // The unit is stored separately from the value, so that showing both shows it once.
    expect(point(passbook).quantity).toEqual({ comparator: null, value: 6.8 });
  });

  it('joins the NHI’s under its own name, identified by LOINC or an order code', async () => {
    const of = (id: string, code: string, day: string, coding: readonly object[]) =>
      result(id, code, {
        code: { coding, text: code },
        effectiveDateTime: day,
        valueQuantity: quantity(7, '%'),
      });
    const loinc = { system: 'http://loinc.org', code: '4548-4', display: 'Hemoglobin A1c' };
    const order = {
      system: 'https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/medical-service-payment-tw',
      code: '09006C',
      display: '醣化血紅素',
    };
    const { passbook } = await fetchAll([
      ...base,
      of('1', '糖化血色素（本院名稱）', '2026-01-01', [loinc, order]),
      of('2', 'anything', '2026-02-01', [loinc]),
      of('3', 'HbA1c', '2026-03-01', [order]),
    ]);
    const series = listLaboratorySeries(passbook);
    expect(series.map(({ points }) => points.length)).toEqual([3]);
    expect(passbook.sections.r7.map(({ loinc: code }) => code).sort()).toEqual(['4548-4', '4548-4', null]);
  });

  it.each([
    ['valueInteger', { valueInteger: 12 }, '12'],
    ['valueBoolean', { valueBoolean: true }, '是'],
    ['valueString', { valueString: ' 陰性 ' }, '陰性'],
    ['valueCodeableConcept', { valueCodeableConcept: { coding: [{ code: '260385009' }] } }, 'Negative'],
    ['valueRange', { valueRange: { low: { value: 5 }, high: { value: 10 } } }, '5-10'],
    ['valueRatio', { valueRatio: { numerator: { value: 1 }, denominator: { value: 80 } } }, '1:80'],
    ['valueTime', { valueTime: '08:30:00' }, '08:30:00'],
    ['valueDateTime', { valueDateTime: '2026-03-01' }, '2026-03-01'],
    ['valuePeriod', { valuePeriod: { start: '2026-03-01', end: '2026-03-02' } }, '2026-03-01~2026-03-02'],
    ['a comparator', { valueQuantity: { value: 0.5, comparator: '<' } }, '<0.5'],
    ['a very small number', { valueQuantity: { value: 2e-7 } }, '0.0000002'],
  ])('of any type is included: %s', async (_, value, said) => {
    const { passbook, leftOut } = await fetchAll([...base, result('x', 'X', value)]);
    expect(passbook.sections.r7.map((each) => each.value)).toEqual([said]);
    expect(leftOut).toEqual([]);
  });

  it.each([
    ['effectiveDateTime', { effectiveDateTime: '2026-03-04T20:00:00Z' }],
    ['effectiveInstant', { effectiveDateTime: undefined, effectiveInstant: '2026-03-05T01:00:00.000+08:00' }],
    ['effectivePeriod', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-05' } }],
    ['effectiveTiming', { effectiveDateTime: undefined, effectiveTiming: { event: ['2026-03-05'] } }],
    ['a time without an offset', { effectiveDateTime: '2026-03-05T23:30:00' }],
  ])('is dated by %s', async (_, effective) => {
    const { passbook } = await fetchAll([...base, result('x', 'X', { ...effective, valueInteger: 1 })]);
    expect(passbook.sections.r7[0]?.date).toBe('2026-03-05');
  });

  it('in components gives each of them, and the value of the whole', async () => {
    const part = (text: string, value: number) => ({ code: { text }, valueQuantity: { value } });
    const { passbook } = await fetchAll([
      ...base,
      result('cbc', 'CBC', { component: [part('Hb', 6.1), part('Platelet', 18)], valueString: '已複驗' }),
    ]);
    expect(passbook.sections.r7.map(({ analyte, value }) => [analyte, value])).toEqual([
      ['CBC', '已複驗'],
      ['Hb', '6.1'],
      ['Platelet', '18'],
    ]);
  });

  it.each([
    ['no category', undefined],
    [
      'the laboratory’s service',
      [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'HM' }] }],
    ],
  ])('is kept with %s', async (_, category) => {
    const { passbook } = await fetchAll([...base, result('x', 'X', { category, valueInteger: 1 })]);
    expect(passbook.sections.r7).toHaveLength(1);
  });

  it('that is contained in a report is included', async () => {
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
      ],
      result: [{ reference: '#1' }],
    });
    const { passbook } = await fetchAll([...base, report]);
    expect(passbook.sections.r7.map(({ value, date }) => [value, date])).toEqual([['11', '2026-03-05']]);
  });

  const sexed = (code: string, low: number, high: number) => ({
    low: { value: low },
    high: { value: high },
    appliesTo: [{ coding: [{ code }] }],
  });
  const aged = (from: number, to: number, low: number, high: number) => ({
    ...{ low: { value: low }, high: { value: high } },
    age: { low: quantity(from, 'a'), high: quantity(to, 'a') },
  });
  const therapeutic = { type: { coding: [{ code: 'treatment' }] }, low: { value: 1 }, high: { value: 2 } };
  const unlabelled = (low: number, high: number) => ({ low: { value: low }, high: { value: high } });

  it.each([
    ['of both sexes, the other first', [sexed('male', 13.5, 17.5), sexed('female', 12, 16)], 'within'],
    ['of both sexes, ours first', [sexed('female', 13, 16), sexed('male', 10, 17.5)], 'below'],
    ['of the other sex only', [sexed('male', 13.5, 17.5)], null],
    ['for a treatment, beside the normal one', [therapeutic, unlabelled(12, 16)], 'within'],
    ['for a treatment only', [therapeutic], null],
    ['by age', [aged(0, 17, 9, 10), aged(18, 120, 13, 16)], 'below'],
    ['that differ without saying why', [unlabelled(9, 10), unlabelled(12, 16)], null],
    [
      'for anybody, and for a kind of person that she may be',
      [unlabelled(12, 16), { ...unlabelled(9, 10), appliesTo: [{ text: 'pregnant' }] }],
      null,
    ],
    [
      'for a kind of person that is not known',
      [{ ...unlabelled(13, 16), appliesTo: [{ text: 'pregnant' }] }],
      null,
    ],
    ['in another unit than the value', [{ low: quantity(120, 'g/L'), high: quantity(160, 'g/L') }], null],
    ['with one bound', [{ high: { value: 12 } }], 'above'],
    ['in words', [{ text: '12.0 - 16.0' }], 'within'],
  ])('is judged by the range that is meant: %s', async (_, referenceRange, position) => {
    const hb = result('hb', 'Hb', { valueQuantity: quantity(12.5, 'g/dL'), referenceRange });
    const { passbook } = await fetchAll([...base, hb]);
    expect(point(passbook).position).toBe(position);
    // A range that decides nothing can still be read.
    expect(passbook.sections.r7[0]?.referenceRange).not.toBeNull();
  });

  it.each([
    ['HH', { valueQuantity: { value: 6.8 } }, 'above'],
    ['L', { valueQuantity: { value: 1 } }, 'below'],
    ['N', { valueQuantity: { value: 4 } }, 'within'],
    ['POS', { valueString: 'seen' }, 'above'],
    ['A', { valueString: 'seen' }, 'above'],
    ['A', { valueQuantity: { value: 4 } }, null],
  ])('without a range uses the laboratory’s flag %s', async (code, value, position) => {
    const { passbook } = await fetchAll([
      ...base,
      result('x', 'X', { ...value, interpretation: [{ coding: [{ code }] }] }),
    ]);
    expect(point(passbook).position).toBe(position);
  });

  it('in another unit or of another specimen is in a separate series', async () => {
    const odd = (id: string, fields: object) => result(id, 'Odd', { code: { text: '某檢驗' }, ...fields });
    const { passbook } = await fetchAll([
      ...base,
      odd('1', { valueQuantity: quantity(5, 'mg/dL') }),
      odd('2', { valueQuantity: quantity(5.5, 'mmol/L'), effectiveDateTime: '2026-02-01' }),
      odd('3', {
        valueQuantity: quantity(5, 'mg/dL'),
        effectiveDateTime: '2026-01-01',
        specimen: { display: 'Pleural fluid' },
      }),
    ]);
    expect(
      listLaboratorySeries(passbook)
        .map(({ unit, points }) => [unit, points.length])
        .sort(),
    ).toEqual([
      ['mg/dL', 1],
      ['mg/dL', 1],
      ['mmol/L', 1],
    ]);
  });

  it.each([
    ['preliminary', { status: 'preliminary', valueInteger: 1 }, 'unsettled'],
    ['cancelled', { status: 'cancelled', valueInteger: 1 }, 'withdrawn'],
    ['entered in error', { status: 'entered-in-error', valueInteger: 1 }, 'withdrawn'],
    ['not performed', { dataAbsentReason: { coding: [{ code: 'not-performed' }] } }, 'no-value'],
    ['a vital sign', { category: [{ coding: [{ code: 'vital-signs' }] }], valueInteger: 1 }, 'no-place'],
    ['damaged', { component: 'none', valueInteger: 1 }, 'unreadable'],
  ])('is left out and counted: %s', async (_, fields, reason) => {
    const { passbook, leftOut } = await fetchAll([
      ...base,
      result('x', 'X', fields),
      result('y', 'Y', { valueInteger: 2 }),
    ]);
    expect(passbook.sections.r7.map(({ value }) => value)).toEqual(['2']);
    expect(leftOut).toEqual([{ type: 'Observation', reason, count: 1 }]);
  });
});

describe('a drug', () => {
  const request = (id: string, code: string, fields: object = {}) =>
    own('MedicationRequest', id, {
      status: 'active',
      intent: 'order',
      authoredOn: '2026-03-09',
      medicationCodeableConcept: drug(code, `藥${id}`),
      dispenseRequest: { expectedSupplyDuration: { value: 28, code: 'd' } },
      ...fields,
    });
  const inUse = (passbook: Passbook, today = '2026-03-20') =>
    listMedications(passbook, { today })
      .current.map(({ code, runsOutOn }) => [code, runsOutOn])
      .sort();
  const contained = { resourceType: 'Medication', id: 'd', code: drug('AC57914100', '降壓錠') };
  const apart = { resourceType: 'Medication', id: 'm1', ...{ code: drug('AC57914100', '降壓錠') } };

  it.each([
    ['contained', { medicationReference: { reference: '#d' }, contained: [contained] }],
    ['apart', { medicationReference: { reference: 'Medication/m1' } }],
  ])('that is a separate resource has its code: %s', async (_, fields) => {
    const { passbook } = await fetchAll([
      ...base,
      apart,
      visit('e1', '2026-03-09'),
      request('1', '', {
        medicationCodeableConcept: undefined,
        encounter: { reference: 'Encounter/e1' },
        ...fields,
      }),
    ]);
    expect(inUse(passbook)).toEqual([['AC57914100', '2026-04-05']]);
  });

  it.each([
    ['without a visit', {}],
    ['of a visit that the server does not give', { encounter: { reference: 'Encounter/gone' } }],
  ])('is kept %s', async (_, fields) => {
    const { passbook, leftOut } = await fetchAll([...base, request('1', 'AC58990100', fields)]);
    expect(inUse(passbook)).toEqual([['AC58990100', '2026-04-05']]);
    expect(leftOut).toEqual([]);
  });

  it('without a visit belongs to the one visit of that day', async () => {
    const { passbook } = await fetchAll([...base, visit('e1', '2026-03-09'), request('1', 'AC58990100')]);
    expect(listEncounters(passbook)).toHaveLength(1);
    expect(inUse(passbook)).toEqual([['AC58990100', '2026-04-05']]);
  });

  it.each([
    ['stopped', { status: 'stopped' }, 'unsettled'],
    ['on hold', { status: 'on-hold' }, 'unsettled'],
    ['a draft', { status: 'draft' }, 'unsettled'],
    ['cancelled', { status: 'cancelled' }, 'withdrawn'],
    ['proposed', { intent: 'proposal' }, 'unsettled'],
    ['planned', { intent: 'plan' }, 'unsettled'],
    ['not to be given', { doNotPerform: true }, 'withdrawn'],
    ['nameless', { medicationCodeableConcept: {} }, 'unreadable'],
  ])('is not in use, and counted, if it is %s', async (_, fields, reason) => {
    const { passbook, leftOut } = await fetchAll([...base, request('1', 'AC58990100', fields)]);
    expect(inUse(passbook)).toEqual([]);
    expect(leftOut).toEqual([{ type: 'MedicationRequest', reason, count: 1 }]);
  });

  const dispense = (id: string, fields: object = {}) =>
    own('MedicationDispense', id, {
      status: 'completed',
      medicationCodeableConcept: drug('AC58990100', '藥'),
      whenHandedOver: '2026-03-09',
      daysSupply: { value: 28, unit: '天' },
      ...fields,
    });

  it('that was dispensed is listed as dispensed, each time', async () => {
    const order = { authorizingPrescription: [{ reference: 'MedicationRequest/1' }] };
    const { passbook } = await fetchAll([
      ...base,
      request('1', 'AC58990100', { authoredOn: '2026-01-12' }),
      dispense('a', { ...order, whenHandedOver: '2026-01-12' }),
      dispense('b', { ...order, whenHandedOver: '2026-02-09' }),
      dispense('c', { ...order, whenHandedOver: '2026-03-09' }),
    ]);
    expect(inUse(passbook)).toEqual([['AC58990100', '2026-04-05']]);
    expect(listMedications(passbook, { today: '2026-03-20' }).current[0]?.supplies).toHaveLength(3);
  });

  it.each([
    ['declined', [dispense('a', { status: 'declined' })]],
    ['in preparation', [dispense('a', { status: 'preparation' })]],
    [
      'of an order that was stopped',
      [
        request('1', 'AC58990100', { status: 'stopped' }),
        dispense('a', { authorizingPrescription: [{ reference: 'MedicationRequest/1' }] }),
      ],
    ],
  ])('that was dispensed is not in use: %s', async (_, resources) => {
    expect(inUse((await fetchAll([...base, ...resources])).passbook)).toEqual([]);
  });

  it('that the person reports taking is listed once', async () => {
    const statement = (id: string, fields: object) =>
      own('MedicationStatement', id, {
        status: 'active',
        medicationCodeableConcept: drug('AC58990100', '藥'),
        effectivePeriod: { start: '2026-03-09', end: '2026-04-05' },
        ...fields,
      });
    const alone = await fetchAll([...base, statement('s', {})]);
    expect(inUse(alone.passbook)).toEqual([['AC58990100', '2026-04-05']]);
    const beside = await fetchAll([
      ...base,
      request('1', 'AC58990100'),
      statement('s', { basedOn: [{ reference: 'MedicationRequest/1' }] }),
    ]);
    expect(listMedications(beside.passbook, { today: '2026-03-20' }).current[0]?.supplies).toHaveLength(1);
    const not = await fetchAll([...base, statement('s', { status: 'not-taken' })]);
    expect(inUse(not.passbook)).toEqual([]);
  });

  it.each([
    ['weeks', { value: 4, code: 'wk' }, '2026-04-05'],
    ['months', { value: 1, code: 'mo' }, '2026-04-07'],
    ['nothing', { value: 28 }, '2026-04-05'],
  ])('lasts for days stated in %s', async (_, expectedSupplyDuration, last) => {
    const { passbook } = await fetchAll([
      ...base,
      request('1', 'AC58990100', { dispenseRequest: { expectedSupplyDuration } }),
    ]);
    expect(inUse(passbook)).toEqual([['AC58990100', last]]);
  });
});

describe('a visit', () => {
  const condition = (id: string, code: string, fields: object = {}) =>
    own('Condition', id, {
      verificationStatus: { coding: [{ code: 'confirmed' }] },
      code: { coding: [{ system: icd, code, display: code }] },
      encounter: { reference: 'Encounter/e1' },
      ...fields,
    });
  const diagnoses = (passbook: Passbook) =>
    listEncounters(passbook).map((each) => each.diagnoses.map(({ code }) => code).sort());

  it('has diagnoses in the passbook’s notation, each once', async () => {
    const reasonCode = [{ coding: [{ system: icd, code: 'E11.65' }] }];
    const { passbook } = await fetchAll([
      ...base,
      visit('e1', '2026-03-09', { reasonCode }),
      condition('a', 'E11.65'),
      condition('b', 'I10'),
    ]);
    expect(diagnoses(passbook)).toEqual([['E1165', 'I10']]);
  });

  it.each([
    ['refuted', { verificationStatus: { coding: [{ code: 'refuted' }] } }, 'withdrawn'],
    ['entered in error', { verificationStatus: { coding: [{ code: 'entered-in-error' }] } }, 'withdrawn'],
    ['suspected', { verificationStatus: { coding: [{ code: 'differential' }] } }, 'unsettled'],
  ])('has no diagnosis that is %s', async (_, fields, reason) => {
    const { passbook, leftOut } = await fetchAll([
      ...base,
      visit('e1', '2026-03-09'),
      condition('a', 'I21.9', fields),
    ]);
    expect(diagnoses(passbook)).toEqual([[]]);
    expect(leftOut).toEqual([{ type: 'Condition', reason, count: 1 }]);
  });

  it.each([
    ['planned', 'unsettled'],
    ['cancelled', 'withdrawn'],
    ['entered-in-error', 'withdrawn'],
  ])('that is %s is left out, with everything that belongs to it', async (status, reason) => {
    const { passbook, leftOut } = await fetchAll([
      ...base,
      visit('e1', '2026-03-09', { status }),
      condition('a', 'I10'),
    ]);
    expect(listEncounters(passbook)).toEqual([]);
    expect(leftOut).toContainEqual({ type: 'Encounter', reason, count: 1 });
    expect(leftOut).toContainEqual({ type: 'Condition', reason: 'unsettled', count: 1 });
  });

  it.each(['preparation', 'not-done', 'on-hold', 'stopped'])(
    'has no procedure that is %s',
    async (status) => {
      const procedure = (id: string, state: string) =>
        own('Procedure', id, {
          status: state,
          code: { text: `處置${id}` },
          encounter: { reference: 'Encounter/e1' },
        });
      const { text } = await fetchAll([
        ...base,
        visit('e1', '2026-03-09'),
        procedure('甲', 'completed'),
        procedure('乙', status),
      ]);
      expect(text).toContain('處置甲');
      expect(text).not.toContain('處置乙');
    },
  );

  it('of a stay in several wards is one', async () => {
    const stay = { class: { code: 'IMP' }, period: { start: '2026-03-01', end: '2026-03-09' } };
    const { passbook } = await fetchAll([
      ...base,
      visit('e1', '2026-03-01', stay),
      visit('e2', '2026-03-03', { ...stay, partOf: { reference: 'Encounter/e1' } }),
      condition('a', 'I10', { encounter: { reference: 'Encounter/e2' } }),
    ]);
    expect(diagnoses(passbook)).toEqual([['I10']]);
  });

  it('does not repeat a list of problems, which is kept if no visit contains it', async () => {
    const known = visit('e1', '2026-03-09', { reasonCode: [{ coding: [{ system: icd, code: 'E11.65' }] }] });
    const problem = (id: string, code: string, fields: object = {}) =>
      condition(id, code, { encounter: undefined, recordedDate: '2020-01-02', ...fields });
    const { passbook } = await fetchAll([
      ...base,
      known,
      problem('a', 'E11.65'),
      problem('b', 'C50.9', { clinicalStatus: { coding: [{ code: 'resolved' }] } }),
    ]);
    const rows = passbook.sections.r1.map(({ date, diagnoses: list }) => [
      date,
      list.map(({ code, display }) => [code, display]),
    ]);
    expect(rows).toContainEqual(['2020-01-02', [['C509', 'C50.9（已緩解）']]]);
    expect(rows).toHaveLength(2);
  });
});

describe('an allergy', () => {
  const allergy = (id: string, fields: object) =>
    ofPatient('AllergyIntolerance', id, { code: { text: 'Penicillin' }, ...fields });

  it('is as severe as its worst reaction, and lists all of them', async () => {
    const reaction = (text: string, severity: string) => ({ manifestation: [{ text }], severity });
    const { passbook, text } = await fetchAll([
      ...base,
      allergy('a', {
        criticality: 'high',
        reaction: [reaction('皮疹', 'mild'), reaction('過敏性休克', 'severe'), reaction('嘔吐', 'moderate')],
      }),
    ]);
    expect(listAllergies(passbook)).toMatchObject([{ substance: 'Penicillin', severity: '重度' }]);
    for (const word of ['皮疹', '過敏性休克', '嘔吐', '危險性高']) expect(text).toContain(word);
  });

  const coded = (code: string) => ({ coding: [{ code }] });
  it.each([
    ['refuted', { verificationStatus: coded('refuted') }],
    ['entered in error', { verificationStatus: coded('entered-in-error') }],
    ['resolved', { clinicalStatus: coded('resolved') }],
    ['inactive', { clinicalStatus: coded('inactive') }],
    ['a statement that there is none (SNOMED CT)', { code: coded('716186003') }],
    ['a statement that there is none (IPS)', { code: coded('no-known-medication-allergies') }],
    ['of nothing', { code: undefined }],
  ])('is none if it is %s, and counted', async (_, fields) => {
    const { passbook, leftOut } = await fetchAll([...base, allergy('a', fields)]);
    expect(listAllergies(passbook)).toEqual([]);
    expect(leftOut).toHaveLength(1);
  });

  it('that is suspected, or is stated only by the reaction, is included', async () => {
    const { passbook } = await fetchAll([
      ...base,
      allergy('a', { verificationStatus: coded('unconfirmed') }),
      allergy('b', {
        code: undefined,
        reaction: [{ substance: { text: 'Ibuprofen' }, manifestation: [{ text: '蕁麻疹' }] }],
      }),
    ]);
    expect(
      listAllergies(passbook)
        .map(({ substance }) => substance)
        .sort(),
    ).toEqual(['Ibuprofen', 'Penicillin']);
  });
});

describe('a will', () => {
  const consent = (fields: object) =>
    ofPatient('Consent', 'c', {
      status: 'active',
      scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'adr' }] },
      category: [{ text: '同意安寧緩和醫療' }],
      dateTime: '2024-01-01',
      ...fields,
    });
  it.each([
    ['active', {}, 1],
    ['rejected', { status: 'rejected' }, 0],
    ['inactive', { status: 'inactive' }, 0],
    ['proposed', { status: 'proposed' }, 0],
    ['against', { provision: { type: 'deny' } }, 0],
    ['of another kind', { scope: { coding: [{ code: 'research' }] } }, 0],
  ])('is included only while it is valid: %s', async (_, fields, rows) => {
    const fetched = await fetchAll([...base, consent(fields)]);
    expect(fetched.passbook.sections.r5).toHaveLength(rows);
    expect(fetched.leftOut).toHaveLength(1 - rows);
  });
});

describe('a report', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const report = (fields: object) =>
    own('DiagnosticReport', 'd', {
      status: 'final',
      category: [{ coding: [{ code: 'RAD' }] }],
      code: { text: '胸部X光' },
      effectiveDateTime: '2026-03-05',
      ...fields,
    });
  it.each([
    ['conclusion', { conclusion: '肺炎' }],
    ['conclusionCode', { conclusionCode: [{ text: '肺炎' }] }],
    ['plain text', { presentedForm: [{ contentType: 'text/plain; charset=utf-8', data: base64('肺炎') }] }],
    [
      'HTML',
      { presentedForm: [{ contentType: 'text/html', data: base64('<style>p{}</style><p>肺&#28814;</p>') }] },
    ],
    [
      'the whole text beside a conclusion that points to it',
      { conclusion: 'See text', presentedForm: [{ contentType: 'text/plain', data: base64('右下肺肺炎') }] },
    ],
    [
      'narrative',
      { text: { status: 'additional', div: '<div xmlns="http://www.w3.org/1999/xhtml"><b>肺炎</b></div>' } },
    ],
    [
      'a finding that it contains',
      {
        contained: [
          {
            resourceType: 'Observation',
            id: 'o',
            status: 'final',
            code: { text: '印象' },
            valueString: '肺炎',
          },
        ],
        result: [{ reference: '#o' }],
      },
    ],
    ['a laboratory’s words', { category: [{ coding: [{ code: 'LAB' }] }], conclusion: '肺炎鏈球菌' }],
    ['no category', { category: undefined, conclusion: '肺炎' }],
  ])('is there in words: %s', async (_, fields) => {
    const { passbook } = await fetchAll([...base, report(fields)]);
    expect(passbook.sections.r8[0]?.text).toMatch(/肺炎/);
    expect(passbook.sections.r8[0]?.text).not.toMatch(/[<>{}]/);
  });

  it('that is a PDF is mentioned, and counted as unreadable', async () => {
    const { passbook, leftOut } = await fetchAll([
      ...base,
      report({ presentedForm: [{ contentType: 'application/pdf', url: 'Binary/1', title: '電腦斷層報告' }] }),
    ]);
    expect(passbook.sections.r8[0]?.text).toMatch(/電腦斷層報告.*PDF/);
    expect(leftOut).toEqual([{ type: 'DiagnosticReport', reason: 'unreadable', count: 1 }]);
  });

  it.each([
    ['whole', 'JVBERi0xLjcgaW52ZW50ZWQ=', true],
    ['broken off', 'JVBERi0xLjc', false],
    ['no base64', '<script>', false],
  ])('that is a PDF is kept as a document if it is included: %s', async (_, data, isKept) => {
    const { rows, leftOut } = await fetchAll([
      ...base,
      report({ presentedForm: [{ contentType: 'application/pdf', data }] }),
    ]);
    expect(rows['r8']?.[0]?.['r8.document']).toBe(isKept ? `data:application/pdf;base64,${data}` : undefined);
    expect(leftOut).toHaveLength(isKept ? 0 : 1);
  });

  const pdf = 'JVBERi0xLjcgaW52ZW50ZWQ=';
  const behind = (url: string, contentType = 'application/pdf') =>
    report({ presentedForm: [{ contentType, url }] });
  const binary = (fields: object = {}) => ({ resourceType: 'Binary', id: 'b', data: pdf, ...fields });

  it.each([
    ['of nobody', {}],
    ['of the person', { securityContext: { reference: 'Patient/p1' } }],
    ['of the report', { securityContext: { reference: 'DiagnosticReport/d' } }],
  ])('that is a PDF is kept if the server has it as a Binary: %s', async (_, fields) => {
    const { rows, leftOut } = await fetchAll([...base, behind('Binary/b'), binary(fields)]);
    expect(rows['r8']?.[0]?.['r8.document']).toBe(`data:application/pdf;base64,${pdf}`);
    expect(leftOut).toEqual([]);
  });

  it('has the text that the server has as a Binary', async () => {
    const text = binary({ data: base64('<p>右下肺肺炎</p>') });
    const { passbook } = await fetchAll([...base, behind('Binary/b', 'text/html'), text]);
    expect(passbook.sections.r8[0]?.text).toBe('右下肺肺炎');
  });

  it.each([
    ['another person’s', 'Binary/b', { securityContext: { reference: 'Patient/p2' } }],
    ['not there', 'Binary/c', {}],
    ['at another address', 'https://elsewhere.example/Binary/b', {}],
    ['no Binary', 'Patient/p1', {}],
    ['a way out of the server', 'Binary/../../b', {}],
  ])('that is a PDF is mentioned if its Binary is %s', async (_, url, fields) => {
    const { rows, leftOut, failed } = await fetchAll([...base, behind(url), binary(fields)]);
    expect(rows['r8']?.[0]).not.toHaveProperty(['r8.document']);
    expect(leftOut).toEqual([{ type: 'DiagnosticReport', reason: 'unreadable', count: 1 }]);
    expect(failed).toEqual([]);
  });

  it('whose Binary the server cannot return now is requested again later', async () => {
    const isBinary = ({ type }: { type: string }) => type === 'Binary';
    const { failed } = await fetchAll([...base, behind('Binary/b'), binary()], {
      server: { misbehave: (question) => (isBinary(question) ? { status: 503 } : null) },
    });
    expect(failed).not.toEqual([]);
  });

  it.each(['preliminary', 'registered', 'partial', 'cancelled', 'entered-in-error'])(
    'is left out while it is %s',
    async (status) => {
      const { passbook, leftOut } = await fetchAll([...base, report({ status, conclusion: '肺炎' })]);
      expect(passbook.sections.r8).toEqual([]);
      expect(leftOut).toHaveLength(1);
    },
  );
});

describe('a discharge summary', () => {
  const summary = (attachment: object, fields: object = {}) =>
    own('DocumentReference', 'd', {
      status: 'current',
      type: { coding: [{ system: 'http://loinc.org', code: '18842-5' }] },
      date: '2026-03-05T10:00:00+08:00',
      content: [{ attachment }],
      ...fields,
    });
  const data = Buffer.from('<p>因肺炎住院，<br/>治療後出院。</p>').toString('base64');

  it('in HTML has its text', async () => {
    const { rows, leftOut } = await fetchAll([...base, summary({ contentType: 'text/html', data })]);
    expect(rows['discharge-summary']?.[0]?.['discharge-summary.course']).toBe('因肺炎住院，\n治療後出院。');
    expect(leftOut).toEqual([]);
  });

  it.each([
    ['a PDF that is elsewhere', summary({ contentType: 'application/pdf', url: 'Binary/7' })],
    ['in characters that are not known', summary({ contentType: 'text/plain; charset=x-nobody', data })],
  ])('is named and counted where it cannot be read: %s', async (_, document) => {
    const { rows, leftOut } = await fetchAll([...base, document]);
    expect(rows['discharge-summary']).toHaveLength(1);
    expect(leftOut).toEqual([{ type: 'DocumentReference', reason: 'unreadable', count: 1 }]);
  });

  it('that was replaced, or is a draft, is left out', async () => {
    for (const fields of [{ status: 'superseded' }, { docStatus: 'preliminary' }])
      expect(
        (await fetchAll([...base, summary({ contentType: 'text/html', data }, fields)])).rows[
          'discharge-summary'
        ],
      ).toEqual([]);
  });
});

it('leaves out a vaccination that was not given', async () => {
  const shot = (id: string, fields: object) =>
    ofPatient('Immunization', id, {
      status: 'completed',
      vaccineCode: { text: '流感疫苗' },
      occurrenceDateTime: '2025-10-10',
      ...fields,
    });
  const { passbook } = await fetchAll([
    ...base,
    shot('a', {}),
    shot('b', { status: 'not-done' }),
    shot('c', { status: 'entered-in-error' }),
  ]);
  expect(passbook.sections.r6).toHaveLength(1);
});
