import { addDays, isLocalDate, taipeiDate, type LocalDate } from '../../identity/index.js';
import type { AnyClaim, Coded, Order, Organization, PartialDate, Passbook } from '../model.js';
import { isChronicPrescription, kindOfOrder } from '../orders.js';
import { groupBy, newestFirst, oldestFirst } from './order.js';
import { findRevisions } from './revisions.js';

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
  const { r1, r2, r3, r9 } = passbook.sections;
  const revisions = findRevisions(passbook);
  const claims = ([...r1, ...r2, ...r3, ...r9] as readonly AnyClaim[]).filter(
    (claim) => !revisions.has(claim),
  );
  const drugs = claims.flatMap((claim) => {
    const chronic = isChronicPrescription(claim.orders);
    return claim.orders.flatMap((order) => {
      const kind = kindOfOrder(order);
      return kind === 'drug' || kind === 'chinese-drug'
        ? [{ order, kind, supply: supplyOf(claim, order, chronic) } as const]
        : [];
    });
  });
  const medications = [...groupBy(drugs, ({ order }) => order.code ?? order.display ?? '').values()].map(
    (group): Medication => {
      const supplies = group.map(({ supply }) => supply).sort(newestFirst);
      const newest = group.find(({ supply }) => supply === supplies[0]) ?? group[0];
      const runsOutOn = supplies.reduce<LocalDate | null>(
        (latest, supply) => ((supply.runsOutOn ?? '') > (latest ?? '') ? supply.runsOutOn : latest),
        null,
      );
      return {
        code: newest?.order.code ?? null,
        display: newest?.order.display ?? null,
        kind: newest?.kind ?? 'drug',
        runsOutOn,
        daysLeft: runsOutOn === null ? 0 : Math.max(0, daysBetween(today, runsOutOn) + 1),
        supplies,
        overlaps: overlapsIn(supplies),
      };
    },
  );
  const lastDate = ({ supplies }: Medication): PartialDate | null => supplies[0]?.date ?? null;
  return {
    current: medications.filter(({ daysLeft }) => daysLeft > 0).sort((a, b) => a.daysLeft - b.daysLeft),
    past: medications
      .filter(({ daysLeft }) => daysLeft === 0)
      .sort((a, b) => newestFirst({ date: lastDate(a) }, { date: lastDate(b) })),
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
function overlapsIn(supplies: readonly MedicationSupply[]): SupplyOverlap[] {
  const own = supplies
    .filter(({ inpatient, runsOutOn }) => !inpatient && runsOutOn !== null)
    .sort(oldestFirst);
  const overlaps: SupplyOverlap[] = [];
  let covering: MedicationSupply | undefined;
  for (const later of own) {
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
