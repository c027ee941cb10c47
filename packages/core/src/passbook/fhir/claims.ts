import type { AnyClaim, Coded, Order, PartialDate } from '../model/model.js';
import { isChronicPrescription, kindOfOrder } from '../record/orders.js';
import type { Label } from '../record/record.js';
import { chineseMedicineClaims, dentalClaims, inpatientClaims, outpatientClaims } from '../sections/index.js';
import type { Steps } from '../steps/steps.js';
import { classOf, type Encounter, type EncounterClass } from '../views/encounters.js';
import type { ResourceCollector } from './collector.js';
import type { DerivedViews } from './derived-views.js';
import { addDrug } from './medications.js';
import { coding, compact, dateElement, fhirText, period, unknown, type JsonObject } from './resource.js';
import { systems } from './terminology.js';
import { notStated, type Wording } from './wording.js';

/**
 * Converts claims: visits become encounters, treatments become procedures, and each claim becomes an
 * explanation of benefit.
 */

const ambulatory = coding(systems.actCode, 'AMB', 'ambulatory');

const classes: Readonly<Record<EncounterClass, { readonly coding: JsonObject; readonly label: Label }>> = {
  outpatient: {
    coding: ambulatory,
    label: { 'zh-Hant': '西醫門診（含急診）', en: 'Western medicine, outpatient or emergency' },
  },
  service: {
    coding: ambulatory,
    label: { 'zh-Hant': '交付檢查或復健治療', en: 'Examination or rehabilitation on referral' },
  },
  dental: { coding: ambulatory, label: { 'zh-Hant': '牙醫門診', en: 'Dental, outpatient' } },
  'chinese-medicine': {
    coding: ambulatory,
    label: { 'zh-Hant': '中醫門診', en: 'Chinese medicine, outpatient' },
  },
  inpatient: {
    coding: coding(systems.actCode, 'IMP', 'inpatient encounter'),
    label: { 'zh-Hant': '住院', en: 'Inpatient' },
  },
  dispense: { coding: ambulatory, label: { 'zh-Hant': '交付調劑', en: 'Dispensing by a pharmacy' } },
};

const serviceTypes: Partial<Record<EncounterClass, JsonObject>> = {
  dental: { coding: [coding(systems.serviceType, '88', 'General Dental')], text: '牙科' },
  'chinese-medicine': { coding: [coding(systems.department, '60', '中醫科')], text: '中醫' },
};

const nhi = {
  insurance: { 'zh-Hant': '全民健康保險', en: 'National Health Insurance (Taiwan)' },
  copayment: { 'zh-Hant': '部分負擔金額', en: 'Co-payment' },
  points: { 'zh-Hant': '健保支付點數', en: 'Points paid by the NHI, which are not an amount of money' },
} satisfies Record<string, Label>;

export function* claimSteps(views: DerivedViews, resources: ResourceCollector): Steps<undefined> {
  for (const encounter of views.encounters) {
    addEncounter(encounter, views, resources);
    yield;
  }
}

function addEncounter(encounter: Encounter, views: DerivedViews, resources: ResourceCollector): void {
  const rows = [...encounter.claims, ...encounter.revised];
  const provider = resources.organization(encounter.serviceProvider);
  const { wording } = resources;
  // A pharmacy dispenses what was prescribed elsewhere, so dispensing is not a visit.
  const reference =
    encounter.class === 'dispense'
      ? undefined
      : resources.add('Encounter', encounterKey(encounter, resources), {
          identifier: resources.identifiers(rows),
          // Without a discharge date, the file does not show whether the person has left.
          status: encounter.class === 'inpatient' && encounter.period.end === null ? 'unknown' : 'finished',
          class: classes[encounter.class].coding,
          type: [{ text: wording.say(classes[encounter.class].label) }],
          serviceType: serviceTypes[encounter.class],
          subject: resources.patient,
          period: period(encounter.period.start, encounter.period.end),
          reasonCode: encounter.diagnoses.map((each) => wording.diagnosis(each, codedOn(encounter))),
          serviceProvider: provider,
        });
  for (const claim of encounter.claims) addClaim(claim, false, reference, provider, views, resources);
  for (const claim of encounter.revised) addClaim(claim, true, reference, provider, views, resources);
}

const encounterKey = ({ claims, revised }: Encounter, resources: ResourceCollector): string =>
  resources.keyOf([...claims, ...revised]);

/** Returns a reference to the visit to which an examination belongs, if the bundle contains visits. */
export const encounterReference = (
  encounter: Encounter | null,
  resources: ResourceCollector,
): JsonObject | undefined =>
  encounter === null ? undefined : resources.reference('Encounter', encounterKey(encounter, resources));

/**
 * Returns the date that determines which edition of ICD applies. For a hospital stay, this is the date of
 * discharge.
 */
const codedOn = ({ period: { start, end } }: Encounter): PartialDate | null => end ?? start;
const claimCodedOn = (claim: AnyClaim): PartialDate | null =>
  claim.section === inpatientClaims.key ? (claim.period.end ?? claim.date) : claim.date;

const claimTypes = {
  [outpatientClaims.key]: coding(systems.claimType, 'professional', 'Professional'),
  [inpatientClaims.key]: coding(systems.claimType, 'institutional', 'Institutional'),
  [dentalClaims.key]: coding(systems.claimType, 'oral', 'Oral'),
  [chineseMedicineClaims.key]: coding(systems.claimType, 'professional', 'Professional'),
} as const;

function addClaim(
  claim: AnyClaim,
  revised: boolean,
  encounter: JsonObject | undefined,
  provider: JsonObject | undefined,
  { openOrders }: DerivedViews,
  resources: ResourceCollector,
): void {
  addBenefit(claim, revised, encounter, provider, resources);
  // A claim that a later download has replaced remains in the bundle as a claim, but nothing is derived from
  // it.
  if (revised) return;
  const chronic = isChronicPrescription(claim.orders);
  for (const [index, order] of claim.orders.entries()) {
    const kind = kindOfOrder(order);
    if (kind === 'drug' || kind === 'chinese-drug') {
      addDrug(
        {
          claim,
          order,
          part: `order-${index + 1}`,
          chronic,
          status: openOrders.get(order) ?? 'completed',
          codedOn: claimCodedOn(claim),
          encounter,
          provider,
        },
        resources,
      );
    } else if (kind === 'other') {
      addProcedure(claim, order, `order-${index + 1}`, encounter, provider, resources);
    }
  }
  addClaimProcedures(claim, encounter, provider, resources);
}

const addClaimProcedures = (
  claim: AnyClaim,
  encounter: JsonObject | undefined,
  provider: JsonObject | undefined,
  resources: ResourceCollector,
): JsonObject[] =>
  claim.procedures.map((procedure, index) =>
    addProcedure(claim, procedure, `procedure-${index + 1}`, encounter, provider, resources),
  );

/** Adds the procedures of all visits to a patient summary, which does not contain the visits themselves. */
export const addProcedures = ({ encounters }: DerivedViews, resources: ResourceCollector): JsonObject[] =>
  encounters.flatMap(({ claims }) =>
    claims.flatMap((claim) =>
      addClaimProcedures(claim, undefined, resources.organization(claim.serviceProvider), resources),
    ),
  );

/**
 * Adds the claim as submitted: the diagnoses, the procedures, every order, the co-payment in dollars, and the
 * points, which are not money.
 */
function addBenefit(
  claim: AnyClaim,
  revised: boolean,
  encounter: JsonObject | undefined,
  provider: JsonObject | undefined,
  resources: ResourceCollector,
): void {
  const { wording } = resources;
  const on = claimCodedOn(claim);
  const insurer = resources.namedOrganization('衛生福利部中央健康保險署') ?? unknown;
  const coverage = addCoverage(insurer, resources);
  const pharmacy = claim.section === outpatientClaims.key && claim.kind === 'dispense';
  const applied = claim.sources.at(-1)?.appliedOn ?? null;
  resources.add('ExplanationOfBenefit', resources.recordId(claim), {
    identifier: [
      ...resources.identifiers([claim]),
      ...(claim.serial === null
        ? []
        : [{ type: { text: wording.say(serialLabel) }, value: fhirText(claim.serial) }]),
    ],
    status: revised ? 'entered-in-error' : 'active',
    type: {
      coding: [pharmacy ? coding(systems.claimType, 'pharmacy', 'Pharmacy') : claimTypes[claim.section]],
    },
    use: 'claim',
    patient: resources.patient,
    billablePeriod:
      claim.section === inpatientClaims.key
        ? period(
            claim.billablePeriod.start ?? claim.period.start,
            claim.billablePeriod.end ?? claim.period.end,
          )
        : period(claim.date, claim.date),
    ...dateElement('created', applied ?? claim.date),
    insurer,
    provider: provider ?? { display: wording.say(notStated) },
    outcome: 'complete',
    insurance: [{ focal: true, coverage }],
    diagnosis: claim.diagnoses.map((each, index) => ({
      sequence: index + 1,
      diagnosisCodeableConcept: wording.diagnosis(each, on),
    })),
    procedure: claim.procedures.map((each, index) => ({
      sequence: index + 1,
      procedureCodeableConcept: wording.procedure(each, on),
    })),
    item: [
      // The amounts are stated for the claim as a whole, because files do not split them by order.
      compact({
        sequence: 1,
        productOrService: { text: wording.say(classes[classOf(claim)].label) },
        encounter: encounter === undefined ? [] : [encounter],
        adjudication: amounts(claim, wording),
      }),
      ...claim.orders.map((order, index) =>
        compact({
          sequence: index + 2,
          productOrService: wording.orderLine(order),
          servicedPeriod:
            order.performed === null ? undefined : period(order.performed.start, order.performed.end),
          quantity: order.quantity === null ? undefined : { value: order.quantity },
          bodySite: order.bodySite === null ? undefined : toothConcept(order.bodySite, wording),
          encounter: encounter === undefined ? [] : [encounter],
        }),
      ),
    ],
  });
}

const serialLabel: Label = { 'zh-Hant': '健保卡就醫序號', en: 'Serial number of the visit on the NHI card' };

/**
 * Adds the insurance, once per bundle. TW Core's profile requires the insured person's number, which is the
 * national ID. The file contains only a masked number, so the resource declares this profile only if the caller
 * knows the complete number.
 */
function addCoverage(insurer: JsonObject, resources: ResourceCollector): JsonObject {
  const member = resources.identity?.nationalId;
  return resources.add(
    'Coverage',
    'nhi',
    {
      status: 'active',
      type: {
        coding: [coding(systems.actCode, 'PUBLICPOL', 'public healthcare')],
        text: resources.wording.say(nhi.insurance),
      },
      subscriberId: member,
      beneficiary: resources.patient,
      relationship: { coding: [coding(systems.relationship, 'self', 'Self')] },
      payor: [insurer],
    },
    member === undefined ? null : undefined,
  );
}

const amounts = ({ copayment, points }: AnyClaim, wording: Wording): JsonObject[] => [
  ...(copayment === null
    ? []
    : [
        {
          category: {
            coding: [coding(systems.adjudication, 'copay', 'CoPay')],
            text: wording.say(nhi.copayment),
          },
          amount: { value: copayment, currency: 'TWD' },
        },
      ]),
  ...(points === null ? [] : [{ category: { text: wording.say(nhi.points) }, value: points }]),
];

/**
 * FHIR has no code system for FDI two-digit notation, so the tooth's code belongs to a code system specific to
 * this file.
 */
const toothConcept = (tooth: Coded, wording: Wording): JsonObject =>
  wording.local(dentalClaims.keys.orders.bodySite.code, tooth);

function addProcedure(
  claim: AnyClaim,
  procedure: Coded | Order,
  part: string,
  encounter: JsonObject | undefined,
  provider: JsonObject | undefined,
  resources: ResourceCollector,
): JsonObject {
  const performed = 'performed' in procedure ? procedure.performed : null;
  const tooth = 'bodySite' in procedure ? procedure.bodySite : null;
  const done = performed === null ? undefined : period(performed.start, performed.end);
  return resources.add('Procedure', `${resources.recordId(claim)}#${part}`, {
    identifier: resources.identifiers([claim], part),
    status: 'completed',
    // A claim's order line never contains an ICD code, but a procedure field may contain one.
    code:
      'quantity' in procedure
        ? resources.wording.order(procedure)
        : resources.wording.procedure(procedure, claimCodedOn(claim)),
    subject: resources.patient,
    encounter,
    ...(done === undefined ? dateElement('performedDateTime', claim.date) : { performedPeriod: done }),
    performer: provider === undefined ? [] : [{ actor: provider }],
    bodySite: tooth === null ? [] : [toothConcept(tooth, resources.wording)],
  });
}
