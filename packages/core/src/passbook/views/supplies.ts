import type { LocalDate } from '../../identity/index.js';
import type { AnyClaim, Coded, Order, Organization, PartialDate } from '../model/model.js';
import { facilityKey } from '../record/organizations.js';
import { drugKindOf, isChronicPrescription } from '../record/orders.js';
import { inpatientClaims } from '../sections/index.js';
import { eachStep, type Steps } from '../steps/steps.js';
import { dateOfDay, dayNumber } from './days.js';
import { isDispensed, isInpatient, isNearly, type Handout } from './handout.js';
import { countedSerial, withoutPrescriptions } from './prescriptions.js';

/** Converts rows to supplies. Each dispensed supply is listed once, with its prescriber. */

/** A single dispensed supply of a drug, even if several rows report it. */
export interface MedicationSupply {
  /** The day on which the supply was dispensed. */
  readonly date: PartialDate | null;
  readonly quantity: number | null;
  /**
   * The number of days that the supply lasts, as stated in the row or calculated from the daily quantity of other
   * supplies. `null` if unknown.
   */
  readonly daysSupplied: number | null;
  /**
   * The first day that the supply covers. It is later than `date` if an earlier supply still lasts. `null` if the
   * number of days or the date is unknown.
   */
  readonly startsOn: LocalDate | null;
  /** The last day that the supply covers. `null` if the number of days or the date is unknown. */
  readonly runsOutOn: LocalDate | null;
  /** The facility that dispensed the supply. */
  readonly organization: Organization;
  /** The facility that prescribed the drug. `null` for a pharmacy's row without a matching visit. */
  readonly prescriber: Organization | null;
  /**
   * All diagnoses in the claim. They are the reasons for the treatment on that day, not necessarily for this drug.
   */
  readonly diagnoses: readonly Coded[];
  /** Whether the supply is part of a refillable prescription for a chronic illness. */
  readonly chronic: boolean;
  readonly inpatient: boolean;
  /** The row that contains the dispense. */
  readonly claim: AnyClaim;
  /**
   * All rows of this supply. If a pharmacy fills a prescription, both the clinic and the pharmacy report a row.
   */
  readonly claims: readonly AnyClaim[];
  /** The orders for the drug in these rows. */
  readonly orders: readonly Order[];
}

/** An order for a drug, with the row that contains it. */
export interface DrugOrder {
  readonly order: Order;
  readonly kind: 'drug' | 'chinese-drug';
  readonly claim: AnyClaim;
  readonly chronic: boolean;
}

/**
 * Finds the orders for drugs in claims. A visit can have two rows: one with the drugs, and one with the details
 * of the prescription.
 */
export function* drugOrderSteps(claims: readonly AnyClaim[]): Steps<DrugOrder[]> {
  const orders: { order: Order; kind: DrugOrder['kind']; claim: AnyClaim; chronic: boolean }[] = [];
  const chronicVisits = new Set<string>();
  yield* eachStep(claims, (claim) => {
    const chronic = isChronicPrescription(claim.orders);
    const visit = chronic ? visitOf(claim) : null;
    if (visit !== null) chronicVisits.add(visit);
    for (const order of claim.orders) {
      const kind = drugKindOf(order);
      if (kind !== null) orders.push({ order, kind, claim, chronic });
    }
  });
  if (chronicVisits.size > 0) {
    yield* eachStep(orders, (each) => {
      each.chronic ||= chronicVisits.has(visitOf(each.claim) ?? '');
    });
  }
  return orders;
}

/** Returns a key that only the rows of one visit share. Returns `null` if the row does not identify its visit. */
const visitOf = ({ serial, date, serviceProvider }: AnyClaim): string | null =>
  serial !== null && date !== null && countedSerial.test(serial)
    ? `${facilityKey(serviceProvider) ?? ''} ${date} ${serial}`
    : null;

/**
 * Creates the supplies of one drug, oldest first, followed by those given in a hospital. Amounts in orders of the
 * same row are added up, and rows of the same day and facility are counted once. A prescription and its dispensing
 * by a pharmacy are one supply, and missing days are calculated from other supplies.
 */
export function* handoutSteps(orders: readonly DrugOrder[]): Steps<Handout[]> {
  const inHospital: Handout[] = [];
  const rows: Handout[] = [];
  yield* eachStep(orders, (order) => {
    const handout = handoutOf(order);
    (isInpatient(handout) ? inHospital : rows).push(handout);
  });
  const handed = withoutPrescriptions(yield* oncePerDay(rows));
  yield;
  fillDays(handed);
  return [...handed, ...inHospital];
}

function handoutOf({ order, claim, chronic }: DrugOrder): Handout {
  const date = order.performed?.start ?? claim.date;
  const day = dayNumber(date);
  return {
    order,
    claim,
    chronic,
    date,
    day,
    part: refillPart(claim.serial),
    quantity: positive(order.quantity),
    days: positive(order.daysSupplied),
    prescriber: claim.serviceProvider,
    claims: [claim],
    orders: [order],
    start: claim.section === inpatientClaims.key ? day : null,
    end: claim.section === inpatientClaims.key ? dayNumber(order.performed?.end ?? null) : null,
  };
}

/** Matches the 就醫序號 of the second and later collections on a refillable prescription. */
const refillSerial = /^IC0([2-9])$/;

/** Checks whether a person only collected a later part of a prescription, without seeing a physician. */
export const isRefill = ({ serial }: Pick<AnyClaim, 'serial'>): boolean =>
  serial !== null && refillSerial.test(serial);

function refillPart(serial: string | null): number | null {
  if (serial?.startsWith('IC') !== true) return null;
  const [, part] = refillSerial.exec(serial) ?? [];
  return part === undefined ? null : Number(part);
}

const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null);

/**
 * Joins rows and orders that are one supply. Orders in the same row belong to one regimen (two tablets in the
 * morning, one at night), so their amounts are added up. Rows of the same facility and day that dispense the same
 * drugs are one supply, because facilities split rows and send them twice.
 */
function* oncePerDay(rows: readonly Handout[]): Steps<Handout[]> {
  const once = new Map<string, Handout>();
  yield* eachStep(rows, (row) => {
    const key = `${row.date ?? ''}|${facilityKey(row.claim.serviceProvider) ?? ''}|${isDispensed(row) ? 'd' : 'v'}`;
    const known = once.get(key);
    if (known === undefined) {
      once.set(key, row);
      return;
    }
    const sameRow = known.claims.at(-1) === row.claim;
    known.quantity = sameRow ? added(known.quantity, row.quantity) : greater(known.quantity, row.quantity);
    known.days = greater(known.days, row.days);
    if (!sameRow) known.claims.push(row.claim);
    known.orders.push(row.order);
  });
  return [...once.values()].sort((a, b) => (a.day ?? -1) - (b.day ?? -1));
}

const added = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : a + b;
const greater = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** The numbers of parts in which a refillable prescription can be dispensed. */
const PARTS = [2, 3] as const;

/**
 * The maximum number of days that are supplied at once, except before travel. This is one part of a refillable
 * prescription.
 */
const LONGEST_PART = 31;

/** A supply whose quantity and days are those that are usually dispensed at one time. */
interface Part {
  readonly index: number;
  readonly quantity: number;
  readonly days: number;
}

/**
 * Corrects days that are missing, are 0, or are those of the whole course although only one part was dispensed.
 * The daily quantity of the nearest supply shows how long this supply lasts. The nearest supply is used, because
 * doses change over time.
 */
function fillDays(handed: readonly Handout[]): void {
  const parts = handed.flatMap(({ quantity, days }, index): Part[] =>
    quantity === null || days === null || days > LONGEST_PART ? [] : [{ index, quantity, days }],
  );
  for (const [index, each] of handed.entries()) {
    const { quantity, days } = each;
    if (quantity === null || (days !== null && days <= LONGEST_PART)) continue;
    const lasts = daysByOthers(quantity, index, parts);
    if (days === null) each.days = lasts;
    else each.days = daysOfPart(days, quantity, lasts, gapAfter(handed, index));
  }
}

/**
 * Returns how long a quantity lasts, judging by the nearest supply of the same quantity or, if there is none, by
 * the nearest supply of any quantity.
 */
function daysByOthers(quantity: number, index: number, parts: readonly Part[]): number | null {
  const nearest = (among: readonly Part[]): Part | undefined => {
    let best: Part | undefined;
    for (const part of among)
      if (best === undefined || Math.abs(part.index - index) < Math.abs(best.index - index)) best = part;
    return best;
  };
  const same = nearest(parts.filter((part) => isNearly(part.quantity, quantity)));
  if (same !== undefined) return same.days;
  const other = nearest(parts);
  return other === undefined ? null : Math.max(1, Math.round((quantity * other.days) / other.quantity));
}

const gapAfter = (handed: readonly Handout[], index: number): number | null => {
  const [day, next] = [handed[index]?.day ?? null, handed[index + 1]?.day ?? null];
  return day === null || next === null ? null : next - day;
};

/**
 * The maximum number of days before the end of a part at which a refill is expected. Refills can be collected ten
 * days before the end, or slightly earlier before travel.
 */
const EARLY_AT_MOST = 13;
/** The smallest part into which tablets are divided. They are halved and quartered, but not cut into thirds. */
const SMALLEST_DIVISION = 4;

/** Returns how many days a quantity lasts if the stated number of days could include two or three parts. */
function daysOfPart(days: number, quantity: number, lasts: number | null, gap: number | null): number {
  if (lasts !== null)
    return lasts <= LONGEST_PART && PARTS.some((parts) => isNearly(days, parts * lasts)) ? lasts : days;
  const dose = quantity / days;
  const odd = !Number.isInteger(dose * SMALLEST_DIVISION);
  const early = gap !== null && gap < days - EARLY_AT_MOST;
  const parts = PARTS.find(
    (count) =>
      days % count === 0 &&
      days / count <= LONGEST_PART &&
      Number.isInteger((dose * count * SMALLEST_DIVISION) / 2) &&
      (odd || (early && gap <= days / count)),
  );
  return parts === undefined ? days : days / parts;
}

/** Converts a supply to the form that the views show. */
export const supplyOf = (handout: Handout): MedicationSupply => ({
  date: handout.date,
  quantity: handout.quantity,
  daysSupplied: handout.days,
  startsOn: handout.start === null || handout.end === null ? null : dateOfDay(handout.start),
  runsOutOn: handout.end === null ? null : dateOfDay(handout.end),
  organization: handout.claim.serviceProvider,
  prescriber: handout.prescriber,
  diagnoses: handout.claim.diagnoses,
  chronic: handout.chronic,
  inpatient: isInpatient(handout),
  claim: handout.claim,
  claims: handout.claims,
  orders: handout.orders,
});
