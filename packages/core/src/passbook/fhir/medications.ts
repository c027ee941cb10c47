import type { AnyClaim, Order, PartialDate } from '../model/model.js';
import { outpatientClaims } from '../sections/index.js';
import type { MedicationList } from '../views/medications.js';
import type { ResourceCollector } from './collector.js';
import { coding, compact, orNone, period, unknown, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

/** Converts drugs: claims become requests and dispenses. A patient summary contains one statement per drug. */

export interface ClaimedDrug {
  readonly claim: AnyClaim;
  readonly order: Order;
  /** The part of the identifier that distinguishes the orders of one claim. */
  readonly part: string;
  readonly chronic: boolean;
  /**
   * The status, estimated from the number of days supplied, because claims do not show whether the person still
   * takes the drug.
   */
  readonly status: 'active' | 'unknown' | 'completed';
  /** The date of the claim, which determines how its diagnoses are coded. */
  readonly codedOn: PartialDate | null;
  readonly encounter: JsonObject | undefined;
  readonly provider: JsonObject | undefined;
}

export function addDrug(drug: ClaimedDrug, resources: ResourceCollector): void {
  const { claim, order, part, provider } = drug;
  const { wording } = resources;
  const key = `${resources.recordId(claim)}#${part}`;
  const amount = order.quantity === null ? undefined : { value: order.quantity };
  const days =
    order.daysSupplied === null || order.daysSupplied === 0
      ? undefined
      : { value: order.daysSupplied, unit: 'd', system: systems.ucum, code: 'd' };
  const medication = wording.drug(order, order.product);
  if (claim.section === outpatientClaims.key && claim.kind === 'dispense') {
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
    status: drug.status,
    intent: 'order',
    medicationCodeableConcept: medication,
    subject: resources.patient,
    encounter: drug.encounter,
    authoredOn: orNone(order.performed?.start ?? claim.date),
    // The file does not name the physician, so the requester is the facility.
    requester: provider,
    reasonCode: claim.diagnoses.map((each) => wording.diagnosis(each, drug.codedOn)),
    courseOfTherapyType: drug.chronic
      ? {
          coding: [coding(systems.courseOfTherapy, 'continuous', 'Continuous long term therapy')],
          text: wording.say({
            'zh-Hant': '慢性病連續處方',
            en: 'Refillable prescription for a chronic illness',
          }),
        }
      : undefined,
    dispenseRequest:
      amount === undefined && days === undefined
        ? undefined
        : compact({ quantity: amount, expectedSupplyDuration: days, performer: provider }),
  });
}

/**
 * Adds the statements of a patient summary: each drug once, with a current status that is estimated from the
 * number of days supplied.
 */
export function addMedicationStatements(list: MedicationList, resources: ResourceCollector): JsonObject[] {
  const { current, mayBeInUse, replaced, past } = list;
  return [
    ...current.map((each) => [each, 'active'] as const),
    ...[...replaced, ...mayBeInUse].map((each) => [each, 'unknown'] as const),
    ...past.map((each) => [each, 'completed'] as const),
  ].map(([medication, status]) => {
    const oldest = medication.supplies.at(-1)?.date ?? null;
    const effective = period(oldest, medication.runsOutOn);
    return resources.add('MedicationStatement', medication.code ?? medication.display ?? '', {
      identifier: [...new Set(medication.supplies.flatMap(({ claims }) => claims))].flatMap((claim) =>
        resources.identifiers([claim], medication.code ?? ''),
      ),
      status,
      medicationCodeableConcept: resources.wording.drug(medication, medication.product),
      subject: resources.patient,
      ...(effective === undefined ? { _effectiveDateTime: unknown } : { effectivePeriod: effective }),
      dosage: [
        {
          text: resources.wording.say({
            'zh-Hant': '健康存摺沒有寫用法和用量',
            en: 'The passbook does not state the dose',
          }),
        },
      ],
    });
  });
}
