import type { LocalDate } from '../../identity/index.js';
import type { AnyClaim, Coded, Order, Organization, PartialDate } from '../model/model.js';
import { facilityKey } from '../record/organizations.js';
import { drugKindOf, isChronicPrescription } from '../record/orders.js';
import { inpatientClaims } from '../sections/index.js';
import { eachStep, type Steps } from '../steps/steps.js';
import { dateOfDay, dayNumber } from './days.js';
import { isDispensed, isInpatient, isNearly, type Handout } from './handout.js';
import { countedSerial, withoutPrescriptions } from './prescriptions.js';

/** Converts rows to supplies: each dispensed supply once, with its prescriber. */

/** One dispensing of a drug, regardless of how many rows contain it. */
export interface MedicationSupply {
  /** The day of dispensing. */
  readonly date: PartialDate | null;
  readonly quantity: number | null;
  /**
   * How many days it lasts: as stated in the row, or calculated from the daily quantity of other supplies;
   * `null` if unknown.
   */
  readonly daysSupplied: number | null;
  /**
   * The first day it covers: later than `date` if an earlier supply still lasts; `null` if days or date are
   * unknown.
   */
  readonly startsOn: LocalDate | null;
  /** The last day it covers; `null` if days or date are unknown. */
  readonly runsOutOn: LocalDate | null;
  /** The facility that dispensed it. */
  readonly organization: Organization;
  /** The facility that prescribed it; `null` for a pharmacy's row without a matching visit. */
  readonly prescriber: Organization | null;
  /** All diagnoses of the claim: the reasons for that day's treatment, not for this drug. */
  readonly diagnoses: readonly Coded[];
  /** Part of a refillable prescription for a chronic illness. */
  readonly chronic: boolean;
  readonly inpatient: boolean;
  /** The row of the dispense. */
  readonly claim: AnyClaim;
  /** Every row of this supply: a prescription that a pharmacy fills is in the clinic's row and the pharmacy's. */
  readonly claims: readonly AnyClaim[];
  /** The lines of those rows that order the drug. */
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
 * The orders for drugs in claims. A visit may have two rows: one with the drugs, one with the prescription's
 * details.
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

/** A key that only the rows of one visit share; `null` if the row does not identify its visit. */
const visitOf = ({ serial, date, serviceProvider }: AnyClaim): string | null =>
  serial !== null && date !== null && countedSerial.test(serial)
    ? `${facilityKey(serviceProvider) ?? ''} ${date} ${serial}`
    : null;

/**
 * The supplies of one drug, oldest first. Amounts in lines of the same row are added up, rows of the same day
 * and facility are counted once, a prescription and the pharmacy's dispensing of it are one supply, and
 * missing days are calculated from other supplies.
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

/** 就醫序號 of the second and later collections of a refillable prescription. */
const refillSerial = /^IC0([2-9])$/;

/** Whether someone only collected a later part of a prescription, without seeing a physician. */
export const isRefill = ({ serial }: Pick<AnyClaim, 'serial'>): boolean =>
  serial !== null && refillSerial.test(serial);

function refillPart(serial: string | null): number | null {
  if (serial?.startsWith('IC') !== true) return null;
  const [, part] = refillSerial.exec(serial) ?? [];
  return part === undefined ? null : Number(part);
}

const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null);

/**
 * Lines in the same row belong to one regimen (two in the morning, one at night), so their amounts are added
 * up. Rows of the same facility and day that dispense the same drugs are one supply, because facilities split
 * rows and send them twice.
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

/** A refillable prescription is dispensed in two or three parts. */
const PARTS = [2, 3] as const;

/** The most days that are supplied at once, except for travel: one part of a refillable prescription. */
const LONGEST_PART = 31;

/** A supply whose quantity and days match what is usually dispensed at one time. */
interface Part {
  readonly index: number;
  readonly quantity: number;
  readonly days: number;
}

/**
 * Corrects days that are missing, 0, or those of the whole course although only one part was dispensed: the
 * daily quantity of the nearest supply shows how long this one lasts. The nearest one, because doses change.
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
 * How long a quantity lasts according to the nearest supply of the same quantity or, if there is none, the
 * nearest supply of any quantity.
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
 * A refill can be collected at most ten days before the previous part runs out, or slightly earlier before
 * travel.
 */
const EARLY_AT_MOST = 13;
/** Tablets are halved and quartered, but not cut into thirds. */
const SMALLEST_DIVISION = 4;

/** How many days a quantity lasts if the stated days may be those of two or three parts. */
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

/** The part of a supply that the views show. */
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
