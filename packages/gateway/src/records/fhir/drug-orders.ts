import { daysIn, daysOf, labelOf, orderCodeOf, toJ2Date } from './concepts.js';
import { idIn, type RecordSet } from './record-set.js';
import type {
  CodeableConcept,
  Dosage,
  Medication,
  MedicationRequest,
  Reference,
  WithMedication,
} from './resources.js';

/** One line in a row's list of orders, with a reference to the visit. */
export interface Order {
  readonly code: string;
  readonly name: string;
  readonly quantity?: number | undefined;
  readonly days?: number | undefined;
  /** `YYYYMMDD` */
  readonly start: string;
  readonly end: string;
  readonly encounter: Reference | undefined;
  /** References that can name the facility. */
  readonly by: readonly (Reference | undefined)[];
  /** Whether the drug was dispensed on a separate day instead of on the day of the visit. */
  readonly dispensed: boolean;
  /** Whether the drug is part of a treatment that continues after this order. */
  readonly continuous: boolean;
}

/**
 * Collects the drugs from requests, dispenses and statements, each only once. A dispense replaces its request, and
 * a statement based on a request or dispense is ignored.
 */
export function drugOrders(records: RecordSet): readonly Order[] {
  const requests = new Map(records.of('MedicationRequest').map((request) => [request.id ?? '', request]));
  const dispensed = new Set<string>();
  const dispenses = records.map('MedicationDispense', (dispense) => {
    const { authorizingPrescription = [], context, performer, location, quantity, daysSupply } = dispense;
    // A stopped or canceled drug is not in use, even if it was dispensed earlier.
    const left = authorizingPrescription.some((each) => records.isLeftOut('MedicationRequest', each));
    const request = requests.get(idIn('MedicationRequest', authorizingPrescription[0]) ?? '');
    const drug = drugOf(records, dispense);
    if (left || drug === null) {
      records.leaveOut(dispense, left ? 'unsettled' : 'unreadable');
      return [];
    }
    if (request?.id !== undefined) dispensed.add(request.id);
    const on = toJ2Date(dispense.whenHandedOver ?? dispense.whenPrepared);
    const ordered = request?.dispenseRequest;
    return [
      {
        ...drug,
        quantity: quantity?.value ?? ordered?.quantity?.value,
        days:
          daysOf(daysSupply) ??
          dosageDays(dispense.dosageInstruction) ??
          daysOf(ordered?.expectedSupplyDuration),
        start: on || toJ2Date(request?.authoredOn),
        end: on || toJ2Date(request?.authoredOn),
        encounter: context ?? request?.encounter,
        by: [...(performer ?? []).map(({ actor }) => actor), location],
        dispensed: true,
        continuous: isContinuous(request),
      } satisfies Order,
    ];
  });
  const ordered = records.map('MedicationRequest', (request) => {
    if (dispensed.has(request.id ?? '')) return [];
    const drug = drugOf(records, request);
    if (drug === null) {
      records.leaveOut(request, 'unreadable');
      return [];
    }
    const { authoredOn, encounter, requester, dispenseRequest, dosageInstruction } = request;
    const on = toJ2Date(authoredOn ?? dispenseRequest?.validityPeriod?.start);
    return [
      {
        ...drug,
        quantity: dispenseRequest?.quantity?.value,
        days: daysOf(dispenseRequest?.expectedSupplyDuration) ?? dosageDays(dosageInstruction),
        start: on,
        end: on,
        encounter,
        by: [requester, dispenseRequest?.performer],
        dispensed: false,
        continuous: isContinuous(request),
      } satisfies Order,
    ];
  });
  const known = [...dispenses, ...ordered];
  const stated = records.map('MedicationStatement', (statement) => {
    const { basedOn = [], derivedFrom = [], effectivePeriod, effectiveDateTime, dateAsserted } = statement;
    const rests = [...basedOn, ...derivedFrom].some(
      (each) =>
        records.find('MedicationRequest', each, statement) !== undefined ||
        records.find('MedicationDispense', each, statement) !== undefined ||
        records.isLeftOut('MedicationRequest', each),
    );
    const drug = drugOf(records, statement);
    if (drug === null) records.leaveOut(statement, 'unreadable');
    const start = toJ2Date(effectivePeriod?.start ?? effectiveDateTime ?? dateAsserted);
    const told = known.some(
      (each) => each.start === start && (each.code || each.name) === (drug?.code || drug?.name),
    );
    if (drug === null || rests || told) return [];
    return [
      {
        ...drug,
        days: daysIn(effectivePeriod),
        start,
        end: toJ2Date(effectivePeriod?.end) || start,
        encounter: statement.context,
        by: [statement.informationSource],
        dispensed: false,
        continuous: false,
      } satisfies Order,
    ];
  });
  return [...known, ...stated];
}

/**
 * Reads `medication[x]`, which is a concept or refers to a separate or contained Medication. Returns `null` for a
 * drug that has neither code nor name.
 */
function drugOf(
  records: RecordSet,
  resource: WithMedication,
): { readonly code: string; readonly name: string } | null {
  const { medicationCodeableConcept, medicationReference } = resource;
  const medication = records.find('Medication', medicationReference, resource);
  const concept = medicationCodeableConcept ?? medication?.code;
  const name = labelOf(concept) || (medicationReference?.display ?? '') || ingredientsOf(records, medication);
  const code = orderCodeOf(concept);
  return code === '' && name === '' ? null : { code, name };
}

function ingredientsOf(records: RecordSet, medication: Medication | undefined): string {
  const named = (medication?.ingredient ?? []).map(({ itemCodeableConcept, itemReference }) =>
    labelOf(itemCodeableConcept ?? records.find('Medication', itemReference, medication)?.code),
  );
  return named.filter((each) => each !== '').join('、');
}

function dosageDays(dosages: readonly Dosage[] | undefined): number | undefined {
  const repeat = dosages?.[0]?.timing?.repeat;
  return daysOf(repeat?.boundsDuration) ?? daysIn(repeat?.boundsPeriod);
}

/** Checks whether the drug is expected to be taken beyond this order (medicationrequest-course-of-therapy). */
const isContinuous = (request: MedicationRequest | undefined): boolean =>
  hasCode(request?.courseOfTherapyType, 'continuous');

const hasCode = (concept: CodeableConcept | undefined, wanted: string): boolean =>
  concept?.coding?.some(({ code }) => code === wanted) === true;
