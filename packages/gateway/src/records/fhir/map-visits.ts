import type { RecordRow } from '@mhb-kit/core/fulfilment';
import {
  chineseMedicineClaims,
  dentalClaims,
  inpatientClaims,
  outpatientClaims,
  type RecordOfKind,
} from '@mhb-kit/core/passbook';
import { codeOf, icdOf, labelOf, orderCodeOf, toJ2Date, wordsOf } from './concepts.js';
import { drugOrders, type Order } from './drug-orders.js';
import { idIn, type Facility, type RecordSet } from './record-set.js';
import type { CodeableConcept, Condition, Encounter, Reference } from './resources.js';
import { filled } from './rows.js';

/** Converts Encounters to visits with their diagnoses, drugs, procedures and amounts. */

const claims = {
  [outpatientClaims.key]: outpatientClaims,
  [inpatientClaims.key]: inpatientClaims,
  [dentalClaims.key]: dentalClaims,
  [chineseMedicineClaims.key]: chineseMedicineClaims,
} as const;

export type VisitSection = RecordOfKind<'claim'>['section'];
export const visitSections = Object.keys(claims) as readonly VisitSection[];

/** The encounter classes of hospital stays: `IMP` and its subtypes (v3-ActCode). */
const inpatientClasses = new Set(['IMP', 'ACUTE', 'NONAC']);

/**
 * Returns the section to which a visit belongs. The codes 40 牙科 and 60 中醫科 are the NHI's departments; 88 is a
 * service type of HL7.
 */
function sectionOfVisit({ class: kind, serviceType, type }: Encounter): VisitSection {
  if (inpatientClasses.has(kind?.code ?? '')) return inpatientClaims.key;
  const concepts = [...(serviceType === undefined ? [] : [serviceType]), ...(type ?? [])];
  const is = (words: RegExp, codes: readonly string[]): boolean =>
    concepts.some(
      (concept) =>
        words.test(wordsOf(concept)) ||
        concept.coding?.some(({ code }) => codes.includes(code ?? '')) === true,
    );
  if (is(/牙|dental/i, ['40', '88'])) return dentalClaims.key;
  return is(/中醫|Chinese medicine/i, ['60']) ? chineseMedicineClaims.key : outpatientClaims.key;
}

/** The contents of one row of a claims section. */
interface Visit {
  readonly section: VisitSection;
  /** `null` if the row has no Encounter. */
  readonly encounter: Encounter | null;
  readonly facility: Facility;
  /** `YYYYMMDD` */
  readonly day: string;
  readonly diagnoses: CodeableConcept[];
  readonly procedures: CodeableConcept[];
  readonly orders: Order[];
}

export function visits(records: RecordSet, section: VisitSection): readonly RecordRow[] {
  const amounts = amountsByVisit(records);
  return collectVisits(records)
    .filter((visit) => visit.section === section)
    .map((visit) => visitRow(visit, amounts.get(visit.encounter?.id ?? '')));
}

/**
 * Collects every visit with the resources that belong to it. Resources that belong to no visit get separate rows.
 */
function collectVisits(records: RecordSet): readonly Visit[] {
  const encounters = new Map(
    records
      .map('Encounter', (encounter) => [
        {
          section: sectionOfVisit(encounter),
          encounter,
          facility: records.facility([encounter.serviceProvider], encounter),
          day: toJ2Date(encounter.period?.start),
          diagnoses: [],
          procedures: [],
          orders: [],
        } satisfies Visit as Visit,
      ])
      .map((visit) => [visit.encounter?.id ?? '', visit] as const),
  );
  const loose = new Map<string, Visit>();

  /**
   * Returns the visit that a reference names, or the only visit on that day, or otherwise a separate row. Returns
   * `null` if the resource belongs to a visit that was left out.
   */
  function visitOf(
    reference: Reference | undefined,
    day: string,
    by: readonly (Reference | undefined)[],
    dispensed: boolean,
  ): Visit | null {
    if (records.isLeftOut('Encounter', reference)) return null;
    const visit = wholeOf(encounters.get(idIn('Encounter', reference) ?? ''), encounters);
    if (visit !== undefined && (!dispensed || isDuring(visit, day))) return visit;
    const place = records.facility(by);
    const sameDay = [...encounters.values()].filter(
      (each) => day !== '' && isDuring(each, day) && canBeAt(each, place),
    );
    const [only] = sameDay;
    if (visit === undefined && only !== undefined && sameDay.length === 1) return only;
    const own = place.name === '' && place.code === '' && visit !== undefined ? visit.facility : place;
    const key = `${own.code || own.name} ${day} ${String(dispensed)}`;
    const made = loose.get(key) ?? {
      section: outpatientClaims.key,
      encounter: null,
      facility: own,
      day,
      diagnoses: [],
      procedures: [],
      orders: [],
    };
    loose.set(key, made);
    return made;
  }

  for (const { encounter, diagnoses } of encounters.values()) {
    if (encounter !== null) diagnoses.push(...ownDiagnoses(encounter, records));
  }
  // A problem that repeats a diagnosis of a visit is omitted, because the visit already contains it with its date.
  const told = new Set([...encounters.values()].flatMap(({ diagnoses }) => diagnoses.map(keyOf)));
  records.map('Condition', ({ code, encounter }) => {
    if (encounter !== undefined) told.add(keyOf(code));
    return [];
  });
  const isTold = (code: CodeableConcept | undefined): boolean => told.has(keyOf(code));
  records.map('Condition', (condition) => {
    const { code, encounter, asserter } = condition;
    if (labelOf(code) === '') records.leaveOut(condition, 'unreadable');
    else if (encounter !== undefined || !isTold(code)) {
      const visit = visitOf(encounter, dayOfCondition(condition), [asserter], false);
      if (visit === null) records.leaveOut(condition, 'unsettled');
      else visit.diagnoses.push(visit.encounter === null ? past(condition) : (code ?? {}));
    }
    return [];
  });
  for (const order of drugOrders(records)) {
    visitOf(order.encounter, order.start, order.by, order.dispensed)?.orders.push(order);
  }
  records.map('Procedure', (procedure) => {
    const { code, encounter, performedDateTime, performedPeriod, performer } = procedure;
    const [start, end] = [
      performedDateTime ?? performedPeriod?.start,
      performedDateTime ?? performedPeriod?.end,
    ];
    const by = (performer ?? []).flatMap(({ onBehalfOf, actor }) => [onBehalfOf, actor]);
    const visit = labelOf(code) === '' ? null : visitOf(encounter, toJ2Date(start), by, false);
    if (code === undefined || visit === null) {
      records.leaveOut(procedure, labelOf(code) === '' ? 'unreadable' : 'unsettled');
      return [];
    }
    visit.procedures.push(code);
    visit.orders.push({
      code: orderCodeOf(code) || icdOf(code),
      name: labelOf(code),
      start: toJ2Date(start),
      end: toJ2Date(end),
      encounter,
      by,
      dispensed: false,
      continuous: false,
    });
    return [];
  });
  const whole = [...encounters.values()].filter((visit) => wholeOf(visit, encounters) === visit);
  return [...whole, ...loose.values()];
}

const PARTS_DEEP = 5;

/** Returns the whole visit that a part belongs to, such as the hospital stay that includes time on a ward. */
function wholeOf(part: Visit | undefined, encounters: ReadonlyMap<string, Visit>): Visit | undefined {
  let visit = part;
  for (let depth = 0; depth < PARTS_DEEP; depth += 1) {
    const parent = encounters.get(idIn('Encounter', visit?.encounter?.partOf) ?? '');
    if (parent === undefined || parent === visit || parent.section !== visit?.section) return visit;
    visit = parent;
  }
  return part;
}

/** Checks whether a day is within a visit. If a date is missing, assumes that it is. */
function isDuring({ encounter, day, section }: Visit, on: string): boolean {
  if (on === '' || day === '' || on === day) return true;
  const end = toJ2Date(encounter?.period?.end);
  return section === inpatientClaims.key && day <= on && (end === '' || on <= end);
}

const canBeAt = ({ facility }: Visit, place: Facility): boolean =>
  place.code !== '' && facility.code !== ''
    ? place.code === facility.code
    : place.name === '' || facility.name === '' || place.name === facility.name;

/** Returns the visit's diagnoses by rank, followed by the reasons that the Encounter states for the visit. */
function ownDiagnoses(encounter: Encounter, records: RecordSet): readonly CodeableConcept[] {
  const ranked = [...(encounter.diagnosis ?? [])]
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
    .map(({ condition }) => records.find('Condition', condition, encounter)?.code);
  return [...ranked, ...(encounter.reasonCode ?? [])].filter((each) => each !== undefined);
}

const dayOfCondition = (condition: Condition): string =>
  toJ2Date(condition.recordedDate ?? condition.onsetDateTime ?? condition.onsetPeriod?.start);

/**
 * Marks a problem that has ended. Without the mark, nothing would show this, because the problem belongs to no
 * visit with a date.
 */
function past({ code, clinicalStatus }: Condition): CodeableConcept {
  const over = clinicalStatus?.coding?.some(({ code: status }) =>
    ['inactive', 'remission', 'resolved'].includes(status ?? ''),
  );
  return over === true ? { ...code, text: `${labelOf(code)}（已緩解）` } : (code ?? {});
}

function visitRow(visit: Visit, { copayment, points }: Partial<Amounts> = {}): RecordRow {
  const { section, encounter, facility, day, procedures, orders } = visit;
  const { keys } = claims[section];
  const lines = withCourse(orders);
  return filled({
    [keys.serviceProvider.code]: facility.code,
    [keys.serviceProvider.name]: facility.name,
    [dayKey(visit)]: day,
    ...(section === inpatientClaims.key
      ? { [inpatientClaims.keys.period.end]: toJ2Date(encounter?.period?.end) }
      : {}),
    // Values for which the section of inpatient claims has no field are left out.
    ...codedRow(keys.diagnoses, distinct(visit.diagnoses)),
    ...codedRow(keys.procedures.slice(0, 1), procedures),
    [keys.copayment]: copayment ?? '',
    [keys.points]: points ?? '',
    ...(lines.length === 0
      ? {}
      : { [keys.orders.list]: lines.map((order, index) => orderRow(section, order, index)) }),
  });
}

/** Returns the field for the day. Resources without a visit are listed by the day on which they were performed. */
function dayKey({ section, encounter }: Visit): string {
  if (encounter === null) return outpatientClaims.keys.performedOn;
  return section === inpatientClaims.key ? inpatientClaims.keys.period.start : claims[section].keys.visitedOn;
}

/** Identifies a diagnosis by its ICD code or, if it has none, by its words. */
const keyOf = (concept: CodeableConcept | undefined): string => icdOf(concept) || labelOf(concept);

/** Removes repeated diagnoses, keeping the first of each. */
function distinct(concepts: readonly CodeableConcept[]): readonly CodeableConcept[] {
  const keys = concepts.map(keyOf);
  return concepts.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** Adds the line that shows that drugs belong to a refillable prescription, as in a passbook. */
function withCourse(orders: readonly Order[]): readonly Order[] {
  const [continuous] = orders.filter((order) => order.continuous);
  return continuous === undefined
    ? orders
    : [...orders, { ...continuous, code: '', name: '慢性病連續處方', quantity: undefined, days: undefined }];
}

/** Fills pairs of fields with codes and names, starting with the principal code. */
const codedRow = (
  pairs: readonly { readonly code: string; readonly display: string }[],
  concepts: readonly CodeableConcept[],
): RecordRow =>
  Object.fromEntries(
    pairs.slice(0, concepts.length).flatMap(({ code, display }, index) => [
      [code, icdOf(concepts[index]) || orderCodeOf(concepts[index])],
      [display, labelOf(concepts[index])],
    ]),
  );

function orderRow(section: VisitSection, order: Order, index: number): RecordRow {
  const { code, name, start, end, quantity = '', days = '' } = order;
  const keys = claims[section].keys.orders;
  return filled({
    [keys.code]: code,
    [keys.display]: name,
    [keys.quantity]: quantity,
    ...('daysSupplied' in keys
      ? { [keys.daysSupplied]: days }
      : {
          [keys.sequence]: String(index + 1),
          [keys.performed.start]: start,
          [keys.performed.end]: end,
        }),
  });
}

interface Amounts {
  readonly copayment: number | undefined;
  readonly points: number | undefined;
}

/** Sums up the co-payment in dollars and the NHI points, which are not money, for each visit. */
function amountsByVisit(records: RecordSet): ReadonlyMap<string, Amounts> {
  const amounts = new Map<string, Amounts>();
  records.map('ExplanationOfBenefit', ({ item = [] }) => {
    for (const { encounter, adjudication } of item) {
      const visit = idIn('Encounter', encounter?.[0]);
      if (visit === null) continue;
      for (const { category, amount, value } of adjudication ?? []) {
        // A visit can have several claims, so their amounts are added up.
        const { copayment, points } = amounts.get(visit) ?? {};
        if (codeOf(category) === 'copay' && amount?.value !== undefined) {
          amounts.set(visit, { points, copayment: (copayment ?? 0) + amount.value });
        } else if (/點數/.test(wordsOf(category)) && value !== undefined) {
          amounts.set(visit, { copayment, points: (points ?? 0) + value });
        }
      }
    }
    return [];
  });
  return amounts;
}
