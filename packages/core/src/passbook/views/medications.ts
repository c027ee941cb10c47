import { addDays, isLocalDate, taipeiDate, type LocalDate } from '../../identity/index.js';
import type { AnyClaim, Coded, Order, Organization, PartialDate, Passbook } from '../model.js';
import { isChronicPrescription, kindOfOrder } from '../orders.js';
import { atOnce, mapSteps, PIECE, type Steps } from '../steps.js';
import { groupBySteps, newestFirst, newestFirstSteps, oldestFirstSteps } from './order.js';
import { findRevisions, type Revisions } from './revisions.js';

/** A drug handed out once. */
export interface MedicationSupply {
  readonly date: PartialDate | null;
  readonly quantity: number | null;
  readonly daysSupplied: number | null;
  /** The last day that the supply covers, its first day included; `null` where days or date are not stated. */
  readonly runsOutOn: LocalDate | null;
  readonly organization: Organization;
  readonly diagnoses: readonly Coded[];
  /** Part of a refillable prescription for a chronic illness. */
  readonly chronic: boolean;
  readonly inpatient: boolean;
  readonly claim: AnyClaim;
}

/** Two supplies of one drug that cover the same days. */
export interface SupplyOverlap {
  readonly earlier: MedicationSupply;
  readonly later: MedicationSupply;
  /** Days covered twice. */
  readonly days: number;
  /** Handed out for different facilities: possibly prescribed twice, and worth asking about. */
  readonly duplicateTherapy: boolean;
}

export interface Medication {
  /** NHI drug code; `null` if the file gives only a name. */
  readonly code: string | null;
  readonly display: string | null;
  readonly kind: 'drug' | 'chinese-drug';
  /** The latest day that any supply covers. */
  readonly runsOutOn: LocalDate | null;
  /** Days covered from today on, today included; 0 once it has run out. */
  readonly daysLeft: number;
  /** Newest first. */
  readonly supplies: readonly MedicationSupply[];
  readonly overlaps: readonly SupplyOverlap[];
}

export interface MedicationList {
  /** The soonest to run out first. */
  readonly current: readonly Medication[];
  /** Newest first. */
  readonly past: readonly Medication[];
}

export interface MedicationOptions {
  /** The day to judge by; today in Taipei unless told. */
  readonly today?: LocalDate;
}

/**
 * Drugs in use and drugs used before, by drug code. What is in use follows from days supplied, which is all that a passbook
 * knows: neither dose nor whether it was taken.
 */
export function listMedications(passbook: Passbook, options: MedicationOptions = {}): MedicationList {
  const today = options.today ?? taipeiDate(new Date());
  return atOnce(medicationSteps(passbook, findRevisions(passbook), today));
}

export function* medicationSteps(
  passbook: Passbook,
  revisions: Revisions,
  today: LocalDate,
): Steps<MedicationList> {
  const { r1, r2, r3, r9 } = passbook.sections;
  const claims = ([...r1, ...r2, ...r3, ...r9] as readonly AnyClaim[]).filter(
    (claim) => !revisions.has(claim),
  );
  const drugs = (yield* mapSteps(claims, suppliedBy)).flat();
  const groups = yield* groupBySteps(drugs, ({ order }) => order.code ?? order.display ?? '');
  const medications: Medication[] = [];
  for (const group of groups.values()) medications.push(yield* medicationOf(group, today));
  const lastDate = ({ supplies }: Medication): PartialDate | null => supplies[0]?.date ?? null;
  return {
    current: medications.filter(({ daysLeft }) => daysLeft > 0).sort((a, b) => a.daysLeft - b.daysLeft),
    past: medications
      .filter(({ daysLeft }) => daysLeft === 0)
      .sort((a, b) => newestFirst({ date: lastDate(a) }, { date: lastDate(b) })),
  };
}

interface SuppliedOrder {
  readonly order: Order;
  readonly kind: Medication['kind'];
  readonly supply: MedicationSupply;
}

function suppliedBy(claim: AnyClaim): SuppliedOrder[] {
  const chronic = isChronicPrescription(claim.orders);
  return claim.orders.flatMap((order) => {
    const kind = kindOfOrder(order);
    return kind === 'drug' || kind === 'chinese-drug'
      ? [{ order, kind, supply: supplyOf(claim, order, chronic) }]
      : [];
  });
}

function* medicationOf(group: readonly SuppliedOrder[], today: LocalDate): Steps<Medication> {
  const supplies = yield* newestFirstSteps(yield* mapSteps(group, ({ supply }) => supply));
  const newest = group.find(({ supply }) => supply === supplies[0]) ?? group[0];
  const runsOutOn = supplies.reduce<LocalDate | null>(
    (latest, supply) => ((supply.runsOutOn ?? '') > (latest ?? '') ? supply.runsOutOn : latest),
    null,
  );
  yield;
  return {
    code: newest?.order.code ?? null,
    display: newest?.order.display ?? null,
    kind: newest?.kind ?? 'drug',
    runsOutOn,
    daysLeft: runsOutOn === null ? 0 : Math.max(0, daysBetween(today, runsOutOn) + 1),
    supplies,
    overlaps: yield* overlapsIn(supplies),
  };
}

function supplyOf(claim: AnyClaim, order: Order, chronic: boolean): MedicationSupply {
  const date = order.performed?.start ?? claim.date;
  const end = order.performed?.end ?? null;
  const days = order.daysSupplied;
  const stated = end !== null && isLocalDate(end) ? end : null;
  return {
    date,
    quantity: order.quantity,
    daysSupplied: days,
    runsOutOn:
      date !== null && isLocalDate(date) && days !== null && days > 0 ? addDays(date, days - 1) : stated,
    organization: claim.serviceProvider,
    diagnoses: claim.diagnoses,
    chronic,
    inpatient: claim.section === 'r2',
    claim,
  };
}

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Neighbours in time that overlap; supplies in hospital are not the person's own and do not count. */
function* overlapsIn(supplies: readonly MedicationSupply[]): Steps<SupplyOverlap[]> {
  const own = yield* oldestFirstSteps(
    supplies.filter(({ inpatient, runsOutOn }) => !inpatient && runsOutOn !== null),
  );
  const overlaps: SupplyOverlap[] = [];
  let covering: MedicationSupply | undefined;
  for (const [index, later] of own.entries()) {
    if (index % PIECE === PIECE - 1) yield;
    const [end, start] = [covering?.runsOutOn ?? null, later.date];
    if (
      covering !== undefined &&
      end !== null &&
      start !== null &&
      start <= end &&
      later.runsOutOn !== null
    ) {
      const last = later.runsOutOn < end ? later.runsOutOn : end;
      overlaps.push({
        earlier: covering,
        later,
        days: daysBetween(start, last) + 1,
        duplicateTherapy: facilityOf(covering) !== facilityOf(later),
      });
    }
    if (end === null || (later.runsOutOn ?? '') > end) covering = later;
  }
  return overlaps;
}

const facilityOf = ({ organization }: MedicationSupply): string | null =>
  organization.code ?? organization.name;
