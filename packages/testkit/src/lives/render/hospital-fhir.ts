import type { Attendance, Condition, Course, Life, Measurement, Supply } from '../facts.js';
import type { Place } from '../places.js';
import { Random } from '../random.js';
import { testOf, usualFor, type TestOfLife } from '../tests.js';

/**
 * A life as it is stored on one hospital's FHIR server, in TW Core's profiles and with the variations that they
 * allow. Drugs are given by code or by reference, and results are given with units, either singly or as
 * components. Any of these can lack an encounter. The product's own FHIR writer is not used here, because these
 * data represent what the product has to read from other systems.
 */
export interface HospitalRecord {
  /** FHIR R4 resources, which refer to each other with relative references (`Patient/…`). */
  readonly resources: readonly Resource[];
  /**
   * The part of the life that the hospital knows: its own treatments, and the allergies and vaccines reported
   * there.
   */
  readonly life: Life;
}

export type Resource = Readonly<Record<string, unknown>> & {
  readonly resourceType: string;
  readonly id: string;
};

const twCore = 'https://twcore.mohw.gov.tw/ig/twcore';
const terminology = 'http://terminology.hl7.org/CodeSystem';
const profile = (name: string) => ({ profile: [`${twCore}/StructureDefinition/${name}-twcore`] });

/** The UCUM codes of units that laboratories write differently. */
const ucum: Readonly<Record<string, string>> = {
  '10^3/uL': '10*3/uL',
  '10^4/uL': '10*4/uL',
  '10^6/uL': '10*6/uL',
  'uIU/mL': 'u[IU]/mL',
  'mL/min/1.73m2': 'mL/min/{1.73_m2}',
  sec: 's',
};

export function renderHospitalFhir(
  life: Life,
  { at = hospitalOf(life), nationalId = life.sex === 'male' ? 'A123456789' : 'A223456781' } = {},
): HospitalRecord {
  const here = knownAt(life, at);
  const random = new Random(`${life.seed}/fhir`);
  const organization: Resource = {
    resourceType: 'Organization',
    id: `org-${at.code}`,
    meta: profile('Organization'),
    identifier: [
      {
        type: { coding: [{ system: `${terminology}/v2-0203`, code: 'PRN' }] },
        system: 'https://twcore.mohw.gov.tw/identifier/organization',
        value: at.code,
      },
    ],
    name: at.name,
  };
  const patient: Resource = {
    resourceType: 'Patient',
    id: 'pat-1',
    meta: profile('Patient'),
    identifier: [
      {
        use: 'official',
        type: { coding: [{ system: `${terminology}/v2-0203`, code: 'NNxxx' }] },
        system: 'http://www.moi.gov.tw',
        value: nationalId,
      },
    ],
    name: [{ use: 'official', text: '測試人' }],
    gender: life.sex,
    birthDate: life.bornOn,
  };
  return {
    life: here,
    resources: [
      patient,
      organization,
      ...here.attendances.map((attendance) => encounter(attendance, organization)),
      ...here.attendances.flatMap((attendance) => diagnoses(attendance)),
      ...here.courses.flatMap((course) => drugsOf(course, random.of('drugs', course.id))),
      ...results(here, organization, random.of('results')),
      ...here.allergies.map(allergy),
      ...here.vaccinations.map((vaccination) => ({
        resourceType: 'Immunization',
        id: vaccination.id,
        meta: profile('Immunization'),
        status: 'completed',
        vaccineCode: { text: vaccination.vaccine },
        patient: subject,
        occurrenceDateTime: vaccination.on,
        lotNumber: vaccination.lot,
        performer: [{ actor: reference(organization) }],
      })),
    ],
  };
}

const subject = { reference: 'Patient/pat-1' };
const reference = ({ resourceType, id }: Resource) => ({ reference: `${resourceType}/${id}` });

/** Returns the hospital where the person's blood was taken, or else the first place of the life. */
function hospitalOf({ measurements, attendances }: Life): Place {
  const places = [...measurements, ...attendances].map(({ at }) => at);
  const place = places.find(({ kind }) => kind === 'hospital') ?? places[0];
  if (place === undefined) throw new RangeError('A person without visits has no hospital.');
  return place;
}

/** Returns the part of a life that one provider knows. */
function knownAt(life: Life, at: Place): Life {
  const here = ({ at: place }: { readonly at: Place }): boolean => place.code === at.code;
  const attendances = life.attendances.filter(here);
  const ids = new Set(attendances.map(({ id }) => id));
  return {
    ...life,
    attendances,
    courses: life.courses
      .map((course) => ({
        ...course,
        supplies: course.supplies
          .map((supply) => ({ ...supply, attendances: supply.attendances.filter((id) => ids.has(id)) }))
          .filter(({ attendances: listed }) => listed.length > 0),
      }))
      .filter(({ supplies }) => supplies.length > 0),
    measurements: life.measurements.filter(here),
    allergies: life.allergies
      .map((allergy) => ({ ...allergy, reports: allergy.reports.filter(here) }))
      .filter(({ reports }) => reports.length > 0),
    denials: life.denials.filter(here),
    vaccinations: life.vaccinations.filter(here),
    checkups: [],
    screenings: [],
  };
}

function encounter(
  { id, kind, on, until, diagnoses: conditions, at }: Attendance,
  organization: Resource,
): Resource {
  const inpatient = kind === 'admission';
  return {
    resourceType: 'Encounter',
    id: `enc-${id}`,
    meta: profile('Encounter'),
    identifier: [{ system: `https://${at.code}.example.tw/encounter`, value: id }],
    status: inpatient && until === null ? 'in-progress' : 'finished',
    class: { system: `${terminology}/v3-ActCode`, code: inpatient ? 'IMP' : 'AMB' },
    subject,
    period: {
      start: `${on}T09:00:00+08:00`,
      ...(until === null ? {} : { end: `${until ?? on}T09:40:00+08:00` }),
    },
    reasonCode: conditions.map((condition) => ({ coding: [icd10(condition)], text: condition.name })),
    serviceProvider: reference(organization),
  };
}

const icd10 = ({ icd10: code, name }: Condition) => ({
  system: `${twCore}/CodeSystem/icd-10-cm-2023-tw`,
  code: code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code,
  display: name,
});

const diagnoses = ({ id, diagnoses: conditions, on }: Attendance): Resource[] =>
  conditions.map((condition, index) => ({
    resourceType: 'Condition',
    id: `con-${id}-${index}`,
    meta: profile('Condition'),
    clinicalStatus: { coding: [{ system: `${terminology}/condition-clinical`, code: 'active' }] },
    verificationStatus: { coding: [{ system: `${terminology}/condition-ver-status`, code: 'confirmed' }] },
    category: [{ coding: [{ system: `${terminology}/condition-category`, code: 'encounter-diagnosis' }] }],
    code: { coding: [icd10(condition)], text: condition.name },
    subject,
    encounter: { reference: `Encounter/enc-${id}` },
    recordedDate: on,
  }));

/**
 * Returns the orders for one drug. Some name the drug by a code, and some by a separate resource. Some orders do
 * not name the visit, and some are dispenses.
 */
function drugsOf(course: Course, random: Random): Resource[] {
  return course.supplies.flatMap((supply, index) => {
    const draw = random.of(index);
    const id = `${course.id.replaceAll(/[^A-Za-z0-9]/gu, '-').slice(0, 40)}-${index}`;
    const code = {
      coding: [
        {
          system: `${twCore}/CodeSystem/medication-nhi-tw`,
          code: supply.product.code,
          display: supply.product.name,
        },
      ],
      text: supply.product.name,
    };
    const byReference = draw.of('reference').chance(0.3);
    const medication: Resource[] = byReference
      ? [{ resourceType: 'Medication', id: `med-${id}`, meta: profile('Medication'), code }]
      : [];
    const what = byReference
      ? { medicationReference: { reference: `Medication/med-${id}` } }
      : { medicationCodeableConcept: code };
    const visit = draw.of('visit').chance(0.8)
      ? { reference: `Encounter/enc-${supply.attendances[0] ?? ''}` }
      : undefined;
    return [...medication, supplied(id, supply, what, visit, draw.of('dispense'))];
  });
}

function supplied(
  id: string,
  supply: Supply,
  what: Readonly<Record<string, unknown>>,
  visit: { readonly reference: string } | undefined,
  random: Random,
): Resource {
  const quantity = { value: supply.quantity, unit: '錠' };
  const days = { value: supply.days, unit: 'day', system: 'http://unitsofmeasure.org', code: 'd' };
  if (random.chance(0.3)) {
    return {
      resourceType: 'MedicationDispense',
      id: `dis-${id}`,
      meta: profile('MedicationDispense'),
      status: 'completed',
      ...what,
      subject,
      ...(visit === undefined ? {} : { context: visit }),
      quantity,
      daysSupply: days,
      whenHandedOver: `${supply.on}T10:30:00+08:00`,
    };
  }
  return {
    resourceType: 'MedicationRequest',
    id: `req-${id}`,
    meta: profile('MedicationRequest'),
    status: 'active',
    intent: 'order',
    ...what,
    subject,
    ...(visit === undefined ? {} : { encounter: visit }),
    authoredOn: `${supply.on}T10:00:00+08:00`,
    ...(supply.chronic
      ? {
          courseOfTherapyType: {
            coding: [{ system: `${terminology}/medicationrequest-course-of-therapy`, code: 'continuous' }],
          },
        }
      : {}),
    dispenseRequest: { quantity, expectedSupplyDuration: days },
  };
}

/** Returns single results, and some results of one blood count as components of one observation. */
function results(life: Life, organization: Resource, random: Random): Resource[] {
  const counts = new Map<string, Measurement[]>();
  const single: Measurement[] = [];
  for (const measurement of life.measurements) {
    const { attendance, test } = measurement;
    const together = random.of('panel', attendance ?? '').chance(0.5);
    if (
      together &&
      testOf(test).order.code === '08011C' &&
      attendance !== null &&
      !measurement.id.endsWith('-again')
    ) {
      counts.set(attendance, [...(counts.get(attendance) ?? []), measurement]);
    } else single.push(measurement);
  }
  return [
    ...single.map((measurement) => observation(life, measurement, organization, random.of(measurement.id))),
    ...[...counts].map(([attendance, measured]) => ({
      ...observationHead(
        `cbc-${attendance}`,
        measured[0] as Measurement,
        organization,
        random.of(attendance),
      ),
      code: {
        coding: [
          { system: 'http://loinc.org', code: '58410-2', display: 'CBC panel - Blood by Automated count' },
          orderCoding(testOf((measured[0] as Measurement).test)),
        ],
        text: '全套血液檢查',
      },
      component: measured.map((measurement) => ({
        code: codeOf(testOf(measurement.test)),
        ...valueOf(life, measurement),
      })),
    })),
  ];
}

const orderCoding = ({ order }: TestOfLife) => ({
  system: `${twCore}/CodeSystem/medical-service-payment-tw`,
  code: order.code,
  display: order.name,
});

const codeOf = (test: TestOfLife) => ({
  coding: [
    { system: 'http://loinc.org', code: test.loinc[0], display: test.names.english },
    orderCoding(test),
  ],
  text: test.names.english,
});

function observationHead(
  id: string,
  { on, readyAt, attendance }: Measurement,
  organization: Resource,
  random: Random,
): Resource {
  const [hours, minutes] = [Math.floor(readyAt / 60), readyAt % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  // As the category, many servers state the service that measured the result, instead of or in addition to the
  // kind of observation.
  const byService = { coding: [{ system: `${terminology}/v2-0074`, code: 'LAB' }] };
  const byKind = { coding: [{ system: `${terminology}/observation-category`, code: 'laboratory' }] };
  return {
    resourceType: 'Observation',
    id: id.replaceAll(/[^A-Za-z0-9-]/gu, '-').slice(0, 64),
    meta: profile('Observation-laboratoryResult'),
    status: 'final',
    category: random.of('category').pick([[byKind], [byKind, byService], [byService]]),
    subject,
    ...(attendance === null || random.of('encounter').chance(0.2)
      ? {}
      : { encounter: { reference: `Encounter/enc-${attendance}` } }),
    effectiveDateTime: `${on}T${hours ?? '00'}:${minutes ?? '00'}:00+08:00`,
    performer: [reference(organization)],
  };
}

const observation = (
  life: Life,
  measurement: Measurement,
  organization: Resource,
  random: Random,
): Resource => ({
  ...observationHead(measurement.id, measurement, organization, random),
  code: codeOf(testOf(measurement.test)),
  ...valueOf(life, measurement),
});

function valueOf(
  { sex }: Life,
  { test: key, value, beyond }: Measurement,
): Readonly<Record<string, unknown>> {
  const test = testOf(key);
  if (typeof value === 'string') return { valueString: value, referenceRange: [{ text: 'Negative' }] };
  const quantity = (number: number) => ({
    value: number,
    unit: test.unit,
    system: 'http://unitsofmeasure.org',
    code: ucum[test.unit] ?? test.unit,
  });
  const comparator = beyond === 'below' ? { comparator: '<' } : beyond === 'above' ? { comparator: '>' } : {};
  return {
    valueQuantity: { ...quantity(value), ...comparator },
    referenceRange: rangesOf(test, sex).map(({ low, high, appliesTo }) => ({
      ...(low === null ? {} : { low: quantity(low) }),
      ...(high === null ? {} : { high: quantity(high) }),
      ...(appliesTo === undefined
        ? {}
        : {
            appliesTo: [
              { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: appliesTo }] },
            ],
          }),
    })),
  };
}

/** Returns the ranges for both sexes if they differ. The range for the other sex comes first. */
function rangesOf(test: TestOfLife, sex: Life['sex']) {
  if (!('male' in test.usual)) return [{ ...usualFor(test, sex), appliesTo: undefined }];
  const other = sex === 'male' ? 'female' : 'male';
  return [other, sex].map((one) => ({ ...usualFor(test, one as Life['sex']), appliesTo: one }));
}

const severities = { 輕度: 'mild', 中度: 'moderate', 重度: 'severe' } as const;

const allergy = ({ id, substance, severity, reaction, reports }: Life['allergies'][number]): Resource => ({
  resourceType: 'AllergyIntolerance',
  id,
  meta: profile('AllergyIntolerance'),
  clinicalStatus: { coding: [{ system: `${terminology}/allergyintolerance-clinical`, code: 'active' }] },
  verificationStatus: {
    coding: [{ system: `${terminology}/allergyintolerance-verification`, code: 'confirmed' }],
  },
  category: ['medication'],
  code: { text: substance },
  patient: subject,
  recordedDate: reports[0]?.on,
  reaction: [{ manifestation: [{ text: reaction }], severity: severities[severity] }],
});
