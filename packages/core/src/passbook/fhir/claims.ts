import type { LocalDate } from '../../identity/index.js';
import type { AnyClaim, Coded, Order, Passbook } from '../model.js';
import { isChronicPrescription, kindOfOrder } from '../orders.js';
import { classOf, listEncounters, type Encounter, type EncounterClass } from '../views/encounters.js';
import { listMedications } from '../views/medications.js';
import { groupBy } from '../views/order.js';
import type { ResourceCollector } from './collector.js';
import {
  coding,
  compact,
  concept,
  dateElement,
  fhirText,
  orNone,
  period,
  unknown,
  type JsonObject,
} from './resource.js';
import { diagnosisSystem, orderSystem, procedureSystem, systems } from './terminology.js';

/** Claims: visits become encounters, drugs requests and dispenses, and each claim as claimed an explanation of benefit. */

const classes: Readonly<Record<EncounterClass, { readonly code: string; readonly text: string }>> = {
  outpatient: { code: 'AMB', text: '西醫門診（含急診）' },
  service: { code: 'AMB', text: '交付檢查或復健治療' },
  dental: { code: 'AMB', text: '牙醫門診' },
  'chinese-medicine': { code: 'AMB', text: '中醫門診' },
  inpatient: { code: 'IMP', text: '住院' },
  dispense: { code: 'AMB', text: '交付調劑' },
};

const serviceTypes: Partial<Record<EncounterClass, JsonObject>> = {
  dental: { coding: [coding(systems.serviceType, '88', 'General Dental')], text: '牙科' },
  'chinese-medicine': { coding: [coding(systems.department, '60', '中醫科')], text: '中醫' },
};

export function addClaims(passbook: Passbook, resources: ResourceCollector): void {
  for (const encounter of listEncounters(passbook)) addEncounter(encounter, resources);
}

function addEncounter(encounter: Encounter, resources: ResourceCollector): void {
  const rows = [...encounter.claims, ...encounter.revised];
  const provider = resources.organization(encounter.serviceProvider);
  const key = rows
    .map((row) => resources.recordId(row))
    .sort()
    .join(' ');
  // A pharmacy hands out what was prescribed elsewhere: no visit.
  const reference =
    encounter.class === 'dispense'
      ? undefined
      : resources.add('Encounter', key, {
          identifier: resources.identifiers(rows),
          // Without a discharge date the file does not tell whether the person has left.
          status: encounter.class === 'inpatient' && encounter.period.end === null ? 'unknown' : 'finished',
          class: coding(systems.actCode, classes[encounter.class].code),
          type: [{ text: classes[encounter.class].text }],
          serviceType: serviceTypes[encounter.class],
          subject: resources.patient,
          period: period(encounter.period.start, encounter.period.end),
          reasonCode: encounter.diagnoses.map((each) => concept(each, diagnosisSystem)),
          serviceProvider: provider,
        });
  for (const claim of encounter.claims) addClaim(claim, false, reference, provider, resources);
  for (const claim of encounter.revised) addClaim(claim, true, reference, provider, resources);
}

const claimTypes = { r1: 'professional', r2: 'institutional', r3: 'oral', r9: 'professional' } as const;

function addClaim(
  claim: AnyClaim,
  revised: boolean,
  encounter: JsonObject | undefined,
  provider: JsonObject | undefined,
  resources: ResourceCollector,
): void {
  addBenefit(claim, revised, encounter, provider, resources);
  // What a later download replaced stays visible as a claim, and nothing is concluded from it.
  if (revised) return;
  const chronic = isChronicPrescription(claim.orders);
  for (const [index, order] of claim.orders.entries()) {
    const kind = kindOfOrder(order);
    if (kind === 'drug' || kind === 'chinese-drug') {
      addDrug(claim, order, `order-${index + 1}`, chronic, encounter, provider, resources);
    } else if (kind === 'other') {
      addProcedure(claim, order, `order-${index + 1}`, encounter, resources);
    }
  }
  addClaimProcedures(claim, encounter, resources);
}

const addClaimProcedures = (
  claim: AnyClaim,
  encounter: JsonObject | undefined,
  resources: ResourceCollector,
): JsonObject[] =>
  claim.procedures.map((procedure, index) =>
    addProcedure(claim, procedure, `procedure-${index + 1}`, encounter, resources),
  );

/** For a summary: what was done, without the visits. */
export const addProcedures = (passbook: Passbook, resources: ResourceCollector): JsonObject[] =>
  listEncounters(passbook).flatMap(({ claims }) =>
    claims.flatMap((claim) => addClaimProcedures(claim, undefined, resources)),
  );

/** The claim as claimed: diagnoses, procedures, every order, the co-payment in dollars and the points, which are no money. */
function addBenefit(
  claim: AnyClaim,
  revised: boolean,
  encounter: JsonObject | undefined,
  provider: JsonObject | undefined,
  resources: ResourceCollector,
): void {
  const insurer = resources.namedOrganization('衛生福利部中央健康保險署') ?? unknown;
  const coverage = resources.add('Coverage', 'nhi', {
    status: 'active',
    type: { text: '全民健康保險' },
    beneficiary: resources.patient,
    relationship: { coding: [coding(systems.relationship, 'self')] },
    payor: [insurer],
  });
  const pharmacy = claim.section === 'r1' && claim.kind === 'dispense';
  const applied = claim.sources.at(-1)?.appliedOn ?? null;
  resources.add('ExplanationOfBenefit', resources.recordId(claim), {
    identifier: [
      ...resources.identifiers([claim]),
      ...(claim.serial === null ? [] : [{ type: { text: '健保卡就醫序號' }, value: fhirText(claim.serial) }]),
    ],
    status: revised ? 'entered-in-error' : 'active',
    type: { coding: [coding(systems.claimType, pharmacy ? 'pharmacy' : claimTypes[claim.section])] },
    use: 'claim',
    patient: resources.patient,
    billablePeriod:
      claim.section === 'r2'
        ? period(
            claim.billablePeriod.start ?? claim.period.start,
            claim.billablePeriod.end ?? claim.period.end,
          )
        : period(claim.date, claim.date),
    ...dateElement('created', applied ?? claim.date),
    insurer,
    provider: provider ?? { display: '未載明' },
    outcome: 'complete',
    insurance: [{ focal: true, coverage }],
    diagnosis: claim.diagnoses.map((each, index) => ({
      sequence: index + 1,
      diagnosisCodeableConcept: concept(each, diagnosisSystem),
    })),
    procedure: claim.procedures.map((each, index) => ({
      sequence: index + 1,
      procedureCodeableConcept: concept(each, procedureSystem),
    })),
    item: [
      // The claim as a whole carries the amounts, because files do not split them by order.
      compact({
        sequence: 1,
        productOrService: { text: classes[classOf(claim)].text },
        encounter: encounter === undefined ? [] : [encounter],
        adjudication: amounts(claim),
      }),
      ...claim.orders.map((order, index) =>
        compact({
          sequence: index + 2,
          productOrService: concept(order, orderSystem),
          servicedPeriod:
            order.performed === null ? undefined : period(order.performed.start, order.performed.end),
          quantity: order.quantity === null ? undefined : { value: order.quantity },
          bodySite: order.bodySite === null ? undefined : toothConcept(order.bodySite),
          encounter: encounter === undefined ? [] : [encounter],
        }),
      ),
    ],
  });
}

const amounts = ({ copayment, points }: AnyClaim): JsonObject[] => [
  ...(copayment === null
    ? []
    : [
        {
          category: { coding: [coding(systems.adjudication, 'copay')], text: '部分負擔金額' },
          amount: { value: copayment, currency: 'TWD' },
        },
      ]),
  ...(points === null ? [] : [{ category: { text: '健保支付點數' }, value: points }]),
];

/** FDI two-digit notation has no code system of its own in FHIR; the code is given as this file's. */
const toothConcept = (tooth: Coded): JsonObject =>
  concept(
    { code: tooth.code === null ? null : `r3_1.4=${tooth.code}`, display: tooth.display ?? tooth.code },
    () => systems.field,
  );

function addDrug(
  claim: AnyClaim,
  order: Order,
  part: string,
  chronic: boolean,
  encounter: JsonObject | undefined,
  provider: JsonObject | undefined,
  resources: ResourceCollector,
): void {
  const key = `${resources.recordId(claim)}#${part}`;
  const amount = order.quantity === null ? undefined : { value: order.quantity };
  const days =
    order.daysSupplied === null || order.daysSupplied === 0
      ? undefined
      : { value: order.daysSupplied, unit: 'd', system: systems.ucum, code: 'd' };
  const medication = concept(order, orderSystem);
  if (claim.section === 'r1' && claim.kind === 'dispense') {
    resources.add('MedicationDispense', key, {
      identifier: resources.identifiers([claim], part),
      status: 'completed',
      medicationCodeableConcept: medication,
      subject: resources.patient,
      performer: provider === undefined ? [] : [{ actor: provider }],
      quantity: amount,
      daysSupply: days,
      whenHandedOver: orNone(claim.date),
    });
    return;
  }
  resources.add('MedicationRequest', key, {
    identifier: resources.identifiers([claim], part),
    // Claims tell that it was supplied, not whether it is still taken.
    status: 'completed',
    intent: 'order',
    medicationCodeableConcept: medication,
    subject: resources.patient,
    encounter,
    authoredOn: orNone(order.performed?.start ?? claim.date),
    reasonCode: claim.diagnoses.map((each) => concept(each, diagnosisSystem)),
    courseOfTherapyType: chronic
      ? { coding: [coding(systems.courseOfTherapy, 'continuous')], text: '慢性病連續處方' }
      : undefined,
    dispenseRequest:
      amount === undefined && days === undefined
        ? undefined
        : compact({ quantity: amount, expectedSupplyDuration: days, performer: provider }),
  });
}

function addProcedure(
  claim: AnyClaim,
  procedure: Coded | Order,
  part: string,
  encounter: JsonObject | undefined,
  resources: ResourceCollector,
): JsonObject {
  const performed = 'performed' in procedure ? procedure.performed : null;
  const tooth = 'bodySite' in procedure ? procedure.bodySite : null;
  const done = performed === null ? undefined : period(performed.start, performed.end);
  return resources.add('Procedure', `${resources.recordId(claim)}#${part}`, {
    identifier: resources.identifiers([claim], part),
    status: 'completed',
    code: concept(procedure, procedureSystem),
    subject: resources.patient,
    encounter,
    ...(done === undefined ? dateElement('performedDateTime', claim.date) : { performedPeriod: done }),
    bodySite: tooth === null ? [] : [toothConcept(tooth)],
  });
}

/** Diagnoses of all visits, each once, as the problems that claims tell of. */
export function addConditions(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const diagnosed = listEncounters(passbook).flatMap((encounter) =>
    encounter.diagnoses.map((diagnosis) => ({ diagnosis, encounter })),
  );
  const groups = groupBy(diagnosed, ({ diagnosis }) => diagnosis.code ?? diagnosis.display ?? '');
  return [...groups].map(([key, group]) => {
    // Newest first: the last is where it was first recorded.
    const [newest, oldest] = [group[0], group.at(-1)];
    return resources.add('Condition', key, {
      // A claim does not tell whether the person still has it.
      clinicalStatus: unknown,
      category: [
        {
          coding: [
            coding(
              systems.conditionCategory,
              resources.profile === 'ips' ? 'problem-list-item' : 'encounter-diagnosis',
            ),
          ],
        },
      ],
      code: newest === undefined ? unknown : concept(newest.diagnosis, diagnosisSystem),
      subject: resources.patient,
      recordedDate: orNone(oldest?.encounter.date ?? null),
      note: [{ text: `依申報資料，共 ${group.length} 次就醫` }],
    });
  });
}

/** For a summary: each drug once, with what its supplies tell about now. */
export function addMedicationStatements(
  passbook: Passbook,
  today: LocalDate,
  resources: ResourceCollector,
): JsonObject[] {
  const { current, past } = listMedications(passbook, { today });
  return [
    ...current.map((each) => [each, 'active'] as const),
    ...past.map((each) => [each, 'completed'] as const),
  ].map(([medication, status]) => {
    const oldest = medication.supplies.at(-1)?.date ?? null;
    const effective = period(oldest, medication.runsOutOn);
    return resources.add('MedicationStatement', medication.code ?? medication.display ?? '', {
      identifier: [...new Set(medication.supplies.map(({ claim }) => claim))].flatMap((claim) =>
        resources.identifiers([claim], medication.code ?? ''),
      ),
      status,
      medicationCodeableConcept: concept(medication, orderSystem),
      subject: resources.patient,
      ...(effective === undefined ? { _effectiveDateTime: unknown } : { effectivePeriod: effective }),
      dosage: [{ text: '健康存摺未載明用法用量' }],
    });
  });
}
