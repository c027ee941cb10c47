import type { RecordRow } from '../record-source.js';
import { codeOf, idIn, toJ2Date, wordsOf, type RecordSet } from './record-set.js';
import type {
  CodeableConcept,
  Encounter,
  ExplanationOfBenefit,
  Observation,
  Reference,
  ResourceType,
} from './resources.js';

/**
 * FHIR R4 resources, TW Core's or another guide's, as rows of the passbook's sections. What a hospital's server does not
 * hold (premiums, the state of the card, the NHI's programmes) has no mapping and stays without data.
 */
export interface SectionMapping {
  /** The resource types that it reads, besides the organizations they name. */
  readonly types: readonly ResourceType[];
  rows(records: RecordSet): readonly RecordRow[];
}

const visitTypes: readonly ResourceType[] = [
  'Encounter',
  'Condition',
  'MedicationRequest',
  'Procedure',
  'ExplanationOfBenefit',
];

type VisitSection = 'r1' | 'r2' | 'r3' | 'r9';

/** By section key of the passbook. */
export const sectionMappings: Readonly<Record<string, SectionMapping>> = {
  r1: { types: visitTypes, rows: (records) => visits(records, 'r1') },
  r2: { types: visitTypes, rows: (records) => visits(records, 'r2') },
  r3: { types: visitTypes, rows: (records) => visits(records, 'r3') },
  r9: { types: visitTypes, rows: (records) => visits(records, 'r9') },
  r4: { types: ['AllergyIntolerance'], rows: allergies },
  r5: { types: ['Consent'], rows: directives },
  r6: { types: ['Immunization'], rows: immunizations },
  r7: { types: ['Observation'], rows: results },
  r8: { types: ['DiagnosticReport'], rows: reports },
  'discharge-summary': { types: ['DocumentReference'], rows: summaries },
};

/** A row without what is empty. */
const row = (fields: RecordRow): RecordRow =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));

/** Stays: `IMP` and its kinds (v3-ActCode). */
const inpatientClasses = new Set(['IMP', 'ACUTE', 'NONAC']);

/** 40 牙科 and 60 中醫科 of the NHI's departments; 88 and 91 of HL7's service types. */
function sectionOfVisit({ class: kind, serviceType, type }: Encounter): VisitSection {
  if (inpatientClasses.has(kind?.code ?? '')) return 'r2';
  const concepts = [...(serviceType === undefined ? [] : [serviceType]), ...(type ?? [])];
  const is = (words: RegExp, codes: readonly string[]): boolean =>
    concepts.some(
      (concept) =>
        words.test(wordsOf(concept)) ||
        concept.coding?.some(({ code }) => codes.includes(code ?? '')) === true,
    );
  if (is(/牙|dental/i, ['40', '88'])) return 'r3';
  return is(/中醫|Chinese medicine/i, ['60']) ? 'r9' : 'r1';
}

/** Where each section keeps what: field numbers of J2. */
const layouts: Readonly<
  Record<VisitSection, { readonly diagnosis: number; readonly copayment: number; readonly secondary: number }>
> = {
  r1: { diagnosis: 8, copayment: 12, secondary: 14 },
  r2: { diagnosis: 10, copayment: 14, secondary: 16 },
  r3: { diagnosis: 7, copayment: 11, secondary: 13 },
  r9: { diagnosis: 7, copayment: 11, secondary: 13 },
};
/** 次診斷 of the layouts; what an inpatient claim has beyond them is left to the claim. */
const SECONDARY_DIAGNOSES: Readonly<Record<VisitSection, number>> = { r1: 5, r2: 19, r3: 5, r9: 5 };

function visits(records: RecordSet, section: VisitSection): readonly RecordRow[] {
  const conditions = byEncounter(records.of('Condition'));
  const drugs = byEncounter(records.of('MedicationRequest'));
  const procedures = byEncounter(records.of('Procedure'));
  const amounts = amountsByVisit(records.of('ExplanationOfBenefit'));

  return records
    .of('Encounter')
    .filter((encounter) => sectionOfVisit(encounter) === section)
    .map((encounter) => {
      const id = encounter.id ?? '';
      const layout = layouts[section];
      const field = (number: number): string => `${section}.${number}`;
      const { code, name } = records.facility(encounter.serviceProvider);
      const diagnoses = diagnosesOf(
        encounter,
        records,
        (conditions.get(id) ?? []).map((each) => each.code),
      );
      const done = procedures.get(id) ?? [];
      const [procedure] = done;
      const orders = [
        ...(drugs.get(id) ?? []).map(({ medicationCodeableConcept, dispenseRequest, authoredOn }) => ({
          concept: medicationCodeableConcept,
          quantity: dispenseRequest?.quantity?.value,
          days: dispenseRequest?.expectedSupplyDuration?.value,
          start: authoredOn,
          end: authoredOn,
        })),
        ...done.map(({ code: concept, performedDateTime, performedPeriod }) => ({
          concept,
          quantity: undefined,
          days: undefined,
          start: performedDateTime ?? performedPeriod?.start,
          end: performedDateTime ?? performedPeriod?.end,
        })),
      ];
      const { copayment, points } = amounts.get(id) ?? {};
      return row({
        [field(3)]: code,
        [field(4)]: name,
        [field(5)]: toJ2Date(encounter.period?.start),
        ...(section === 'r2' ? { 'r2.6': toJ2Date(encounter.period?.end) } : {}),
        ...pairAt(section, layout.diagnosis, diagnoses[0]),
        ...pairAt(section, layout.diagnosis + 2, procedure?.code),
        [field(layout.copayment)]: copayment ?? '',
        [field(layout.copayment + 1)]: points ?? '',
        ...Object.assign(
          {},
          ...diagnoses
            .slice(1, 1 + SECONDARY_DIAGNOSES[section])
            .map((concept, index) => pairAt(section, layout.secondary + 2 * index, concept)),
        ),
        ...(orders.length === 0
          ? {}
          : { [`${section}_1`]: orders.map((order, index) => orderRow(section, order, index)) }),
      });
    });
}

function byEncounter<T extends { readonly encounter?: Reference }>(
  resources: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const resource of resources) {
    const id = idIn('Encounter', resource.encounter) ?? '';
    groups.set(id, [...(groups.get(id) ?? []), resource]);
  }
  return groups;
}

/** What was done first, then what it was done for; each diagnosis once. */
function diagnosesOf(
  encounter: Encounter,
  records: RecordSet,
  recorded: readonly (CodeableConcept | undefined)[],
): readonly CodeableConcept[] {
  const ranked = [...(encounter.diagnosis ?? [])]
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
    .map(({ condition }) => records.find('Condition', condition)?.code);
  const all = [...ranked, ...(encounter.reasonCode ?? []), ...recorded].filter((each) => each !== undefined);
  return [...new Map(all.map((each) => [codeOf(each, 'icd-10') || wordsOf(each), each])).values()];
}

/** Code and name in two fields that follow each other. */
function pairAt(section: string, number: number, concept: CodeableConcept | undefined): RecordRow {
  return {
    [`${section}.${number}`]: codeOf(concept, 'icd-10', 'medical-service-payment', 'nhi'),
    [`${section}.${number + 1}`]: wordsOf(concept),
  };
}

interface Order {
  readonly concept: CodeableConcept | undefined;
  readonly quantity: number | undefined;
  readonly days: number | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

function orderRow(section: VisitSection, order: Order, index: number): RecordRow {
  const code = codeOf(order.concept, 'medication-nhi', 'medical-service-payment', 'nhi');
  const name = wordsOf(order.concept);
  const quantity = order.quantity ?? '';
  const days = order.days ?? '';
  const list = `${section}_1`;
  switch (section) {
    case 'r2':
      return row({
        'r2_1.1': String(index + 1),
        'r2_1.2': toJ2Date(order.start),
        'r2_1.3': toJ2Date(order.end),
        'r2_1.4': code,
        'r2_1.5': name,
        'r2_1.6': quantity,
      });
    case 'r3':
      return row({ 'r3_1.1': code, 'r3_1.2': name, 'r3_1.3': quantity, 'r3_1.6': days });
    case 'r1':
    case 'r9':
      return row({ [`${list}.1`]: code, [`${list}.2`]: name, [`${list}.3`]: quantity, [`${list}.4`]: days });
  }
}

interface Amounts {
  readonly copayment: number | undefined;
  readonly points: number | undefined;
}

/** Co-payment in dollars, and the NHI's points, which are no money. */
function amountsByVisit(benefits: readonly ExplanationOfBenefit[]): ReadonlyMap<string, Amounts> {
  const amounts = new Map<string, Amounts>();
  for (const { item } of benefits) {
    for (const { encounter, adjudication } of item ?? []) {
      const visit = idIn('Encounter', encounter?.[0]);
      if (visit === null) continue;
      for (const { category, amount, value } of adjudication ?? []) {
        // A visit may be claimed in parts.
        const { copayment, points } = amounts.get(visit) ?? {};
        if (codeOf(category) === 'copay' && amount?.value !== undefined) {
          amounts.set(visit, { points, copayment: (copayment ?? 0) + amount.value });
        } else if (/點數/.test(wordsOf(category)) && value !== undefined) {
          amounts.set(visit, { copayment, points: (points ?? 0) + value });
        }
      }
    }
  }
  return amounts;
}

const severities: Readonly<Record<string, string>> = { mild: '輕度', moderate: '中度', severe: '重度' };

function allergies(records: RecordSet): readonly RecordRow[] {
  return records.of('AllergyIntolerance').map(({ code, recordedDate, onsetDateTime, recorder, reaction }) => {
    const [first] = reaction ?? [];
    return row({
      'r4.1': toJ2Date(recordedDate ?? onsetDateTime),
      'r4.2': wordsOf(code) || codeOf(code),
      'r4.3': recorder?.display ?? '',
      'r4.9': severities[first?.severity ?? ''] ?? '',
      'r4.10': (first?.manifestation ?? []).map(wordsOf).join('、'),
      'r4.11': first?.description ?? '',
    });
  });
}

/** Advance directives: consents of the scope `adr` (consentscope). */
function directives(records: RecordSet): readonly RecordRow[] {
  return records
    .of('Consent')
    .filter(({ scope }) => codeOf(scope, 'consentscope') === 'adr')
    .map(({ category, dateTime }) => {
      const will = category?.find((each) => wordsOf(each) !== '');
      const coded = codeOf(will);
      return row({
        'r5.1': toJ2Date(dateTime),
        'r5.2': coded.includes('=') ? (coded.split('=')[1] ?? '') : '',
        'r5.3': wordsOf(will),
      });
    });
}

function immunizations(records: RecordSet): readonly RecordRow[] {
  return records.of('Immunization').map(({ vaccineCode, occurrenceDateTime, lotNumber, performer }) =>
    row({
      'r6.1': toJ2Date(occurrenceDateTime),
      'r6.3': `${wordsOf(vaccineCode) || codeOf(vaccineCode)}${lotNumber ? `(批號${lotNumber})` : ''}`,
      'r6.5': records.facility(performer?.[0]?.actor).name,
    }),
  );
}

const inCategory = (concepts: readonly CodeableConcept[] | undefined, ...codes: readonly string[]): boolean =>
  concepts?.some((concept) => concept.coding?.some(({ code }) => codes.includes(code ?? ''))) === true;

function results(records: RecordSet): readonly RecordRow[] {
  return records
    .of('Observation')
    .filter(({ category }) => inCategory(category, 'laboratory'))
    .map((observation) => {
      const { code: concept, performer, effectiveDateTime, effectivePeriod, issued, encounter } = observation;
      const { code, name } = records.facility(performer?.[0]);
      const visit = records.find('Encounter', encounter);
      const tested = toJ2Date(effectiveDateTime ?? effectivePeriod?.start);
      return row({
        'r7.3': code,
        'r7.4': name,
        'r7.5': toJ2Date(visit?.period?.start) || tested,
        'r7.6': tested,
        'r7.7': timestamp(issued),
        'r7.8': codeOf(concept, 'medical-service-payment', 'nhi', 'loinc'),
        'r7.9': concept?.coding?.find(({ display }) => display !== undefined)?.display ?? wordsOf(concept),
        'r7.10': wordsOf(concept),
        'r7.11': resultOf(observation),
        'r7.12': rangeOf(observation),
      });
    });
}

function resultOf({ valueQuantity, valueString, valueCodeableConcept }: Observation): string {
  if (valueQuantity?.value !== undefined) {
    return `${valueQuantity.comparator ?? ''}${valueQuantity.value}${valueQuantity.unit ? ` ${valueQuantity.unit}` : ''}`;
  }
  return valueString ?? wordsOf(valueCodeableConcept);
}

function rangeOf({ referenceRange }: Observation): string {
  const [range] = referenceRange ?? [];
  if (range === undefined) return '';
  if (range.text !== undefined) return range.text;
  const { low, high } = range;
  if (low?.value !== undefined && high?.value !== undefined) return `${low.value}~${high.value}`;
  if (low?.value !== undefined) return `>=${low.value}`;
  return high?.value === undefined ? '' : `<=${high.value}`;
}

/** `202603051030` at UTC+8. */
function timestamp(instant: string | undefined): string {
  if (instant === undefined || Number.isNaN(Date.parse(instant))) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Taipei',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return parts.replaceAll(/\D/g, '');
}

/** Reports of images and of pathology (v2-0074), by their conclusion or the text they carry. */
function reports(records: RecordSet): readonly RecordRow[] {
  return records
    .of('DiagnosticReport')
    .filter(({ category }) => !inCategory(category, 'LAB'))
    .flatMap((report) => {
      const { code: concept, performer, effectiveDateTime, effectivePeriod, issued } = report;
      const text = report.conclusion ?? textIn(report.presentedForm ?? []);
      if (text === '') return [];
      const { code, name } = records.facility(performer?.[0]);
      const day = toJ2Date(effectiveDateTime ?? effectivePeriod?.start);
      return [
        row({
          'r8.3': code,
          'r8.4': name,
          'r8.5': day,
          'r8.6': day,
          'r8.7': timestamp(issued),
          'r8.8': codeOf(concept, 'medical-service-payment', 'nhi', 'loinc'),
          'r8.9': wordsOf(concept),
          'r8.10': text,
        }),
      ];
    });
}

/** Discharge summaries (LOINC 18842-5) that carry their text. */
function summaries(records: RecordSet): readonly RecordRow[] {
  return records
    .of('DocumentReference')
    .filter(({ type }) => codeOf(type, 'loinc') === '18842-5')
    .map(({ custodian, content, context, date }) => {
      const { code, name } = records.facility(custodian);
      return row({
        'discharge-summary.facility-code': code,
        'discharge-summary.facility': name,
        'discharge-summary.admitted-on': toJ2Date(context?.period?.start),
        'discharge-summary.discharged-on': toJ2Date(context?.period?.end ?? date),
        'discharge-summary.course': textIn(
          (content ?? []).flatMap(({ attachment }) => (attachment === undefined ? [] : [attachment])),
        ),
      });
    });
}

function textIn(attachments: readonly { readonly contentType?: string; readonly data?: string }[]): string {
  const found = attachments.find(({ contentType, data }) => contentType?.startsWith('text/plain') && data);
  return found?.data === undefined ? '' : Buffer.from(found.data, 'base64').toString('utf8');
}
