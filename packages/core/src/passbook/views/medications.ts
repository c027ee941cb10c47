import { taipeiDate, type LocalDate } from '../../identity/index.js';
import type { DrugProduct, PartialDate, Passbook } from '../model/model.js';
import { routeOf } from '../record/drug-routes.js';
import { facilityKey } from '../record/organizations.js';
import { recordsOfKind } from '../sections/index.js';
import { atOnce, type Steps } from '../steps/steps.js';
import { dateOfDay, dayNumber } from './days.js';
import { isInpatient, type Handout } from './handout.js';
import { findDuplicates, type DuplicateTherapy } from './duplicates.js';
import type { Medication, MedicationState, SupplyOverlap } from './medication.js';
import { groupBySteps, newestFirst } from './order.js';
import { replacementOf } from './replacements.js';
import { findRevisions, type Revisions } from './revisions.js';
import { layOut } from './stock.js';
import { drugOrderSteps, handoutSteps, supplyOf, type DrugOrder, type MedicationSupply } from './supplies.js';

export interface MedicationList {
  /** Drugs in use, sorted so that those that run out first come first. */
  readonly current: readonly Medication[];
  /** Drugs that may still be in use, sorted so that those with the newest supply come first. */
  readonly mayBeInUse: readonly Medication[];
  /** Drugs that another drug appears to have replaced, sorted so that those with the newest supply come first. */
  readonly replaced: readonly Medication[];
  /** Drugs that were used before, sorted so that those with the newest supply come first. */
  readonly past: readonly Medication[];
  /** Drugs in use that may have been prescribed twice. */
  readonly duplicates: readonly DuplicateTherapy[];
  /**
   * The number of drugs that were first supplied after the day in question. The lists do not contain these drugs.
   */
  readonly later: number;
}

export interface MedicationOptions {
  /** The day in question, in Taipei's time zone. The default is today. Later supplies are ignored. */
  readonly today?: LocalDate;
}

/**
 * Lists the drugs in use and the drugs used before. Whether a drug is in use is derived from the number of days
 * supplied, because a passbook states neither the dose nor whether the drug was taken.
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
  const claims = recordsOfKind(passbook, 'claim').filter((claim) => !revisions.has(claim));
  const orders = yield* drugOrderSteps(claims);
  const drugKey = drugKeys();
  const groups = yield* groupBySteps(
    orders.filter(({ claim }) => (claim.date ?? '') <= today),
    drugKey,
  );
  const later = countLater(orders, groups, today, drugKey);
  // This cannot be `null`, because the day is always a complete date.
  const on = dayNumber(today) as number;
  const supplied: Medication[] = [];
  for (const group of groups.values()) supplied.push(yield* medicationOf(group, on));
  const medications = withReplacements(supplied);
  const inState = (wanted: MedicationState): Medication[] =>
    medications.filter(({ state }) => state === wanted);
  const current = inState('in-use').sort((a, b) => a.daysLeft - b.daysLeft);
  return {
    current,
    mayBeInUse: inState('may-be-in-use').sort(newestSupplyFirst),
    replaced: inState('replaced').sort(newestSupplyFirst),
    past: inState('past').sort(newestSupplyFirst),
    duplicates: findDuplicates(current, today),
    later,
  };
}

/**
 * Finds drugs that another drug has replaced. Only drugs that would otherwise be in use or possibly in use are
 * considered.
 */
function withReplacements(medications: readonly Medication[]): Medication[] {
  const recent = medications.filter(({ state }) => state !== 'past');
  return medications.map((medication) => {
    if (medication.state === 'past') return medication;
    const replacement = replacementOf(medication, recent);
    if (replacement === undefined) return medication;
    const { code, display } = replacement.by;
    const replacedBy = { code, display, on: replacement.on };
    return { ...medication, state: 'replaced', replacedBy };
  });
}

function countLater(
  orders: readonly DrugOrder[],
  groups: ReadonlyMap<string, unknown>,
  today: LocalDate,
  drugKey: (order: DrugOrder) => string,
): number {
  const later = new Set<string>();
  for (const order of orders) {
    if ((order.claim.date ?? '') <= today) continue;
    const key = drugKey(order);
    if (!groups.has(key)) later.add(key);
  }
  return later.size;
}

const newestSupplyFirst = (a: Medication, b: Medication): number =>
  newestFirst({ date: lastDate(a) }, { date: lastDate(b) });

const lastDate = ({ supplies }: Medication): PartialDate | null => supplies[0]?.date ?? null;

/**
 * Determines which orders are for the same drug. Drugs are the same if they have the same ingredient, strength
 * and route, regardless of the brand. If the name does not state both the ingredient and the strength, codes are
 * compared or, if there is no code, names.
 */
function drugKeys(): (order: DrugOrder) => string {
  // All orders for a drug share one product object.
  const ofProducts = new Map<DrugProduct, string | null>();
  return ({ order: { code, display, product } }) => {
    if (product === null) return code ?? display ?? '';
    let key = ofProducts.get(product);
    if (key === undefined) ofProducts.set(product, (key = productKey(product)));
    return key ?? code ?? display ?? '';
  };
}

/** Returns `null` if the drug's name does not state both a strength and an ingredient. */
function productKey({ ingredients, writtenIngredient, strength, route }: DrugProduct): string | null {
  const what = ingredients.length === 0 ? writtenIngredient : ingredients.map(({ id }) => id).join('+');
  return strength === null || what === null ? null : `${what}|${strength}|${route ?? ''}`;
}

function* medicationOf(orders: readonly DrugOrder[], today: number): Steps<Medication> {
  const handouts = yield* handoutSteps(orders);
  const carries = carriesOver(handouts);
  layOut(handouts, carries);
  const end = lastEnd(handouts);
  const state = stateOf(handouts, carries, end, today);
  const made = new Map(handouts.map((each) => [each, supplyOf(each)]));
  const supplies = [...made.values()].sort(newestFirst);
  const newest = handouts.find((each) => made.get(each) === supplies[0])?.order ?? orders[0]?.order;
  return {
    code: newest?.code ?? null,
    display: newest?.display ?? null,
    kind: orders[0]?.kind ?? 'drug',
    product: newest?.product ?? null,
    state,
    replacedBy: null,
    runsOutOn: end === null ? null : dateOfDay(end),
    daysLeft: end === null ? 0 : Math.max(0, end - today + 1),
    supplies,
    overlaps: overlapsIn(handouts, made, today),
  };
}

/**
 * Checks whether stock is carried over to the next supply. This is done only for drugs taken in counted daily
 * doses. For drugs that are taken as needed, dropped or applied, a new supply does not show how much is left of
 * the previous one.
 */
function carriesOver(handouts: readonly Handout[]): boolean {
  const newest = handouts.findLast((each) => !isInpatient(each));
  if (newest === undefined) return false;
  const { code, display, product } = newest.order;
  if (product?.ingredients.some(({ group }) => group.asNeeded) === true) return false;
  const route = product === null ? routeOf(code, display) : product.route;
  if (route === 'injection') return (newest.days ?? 0) > INJECTED_AT_A_VISIT;
  return route === null || route === 'oral' || route === 'inhaled';
}

/**
 * The maximum number of days for an injection that is given at a visit. A supply of injections that people give
 * themselves, daily or weekly, lasts longer.
 */
const INJECTED_AT_A_VISIT = 7;

const lastEnd = (handouts: readonly Handout[]): number | null =>
  handouts.reduce<number | null>(
    (last, { end }) => (end !== null && (last === null || end > last) ? end : last),
    null,
  );

/**
 * The number of days after a drug has run out during which it may still be in use, because a refill may be
 * collected late.
 */
const MAY_LAST = 30;
/**
 * The maximum number of days that a supply is assumed to last if its row states no days. A quantity is assumed to
 * last at most one day per unit, and never longer than a prescription.
 */
const UNSTATED_AT_MOST = 90;

function stateOf(
  handouts: readonly Handout[],
  carries: boolean,
  end: number | null,
  today: number,
): MedicationState {
  const covered = handouts.some(
    (each) => each.end !== null && each.end >= today && (each.start ?? today) <= today,
  );
  if (covered || (end !== null && end >= today)) return 'in-use';
  const own = handouts.filter((each) => !isInpatient(each));
  const unstated = own.some(
    ({ day, days, quantity }) =>
      days === null &&
      day !== null &&
      today - day < Math.min(Math.max(quantity ?? 0, MAY_LAST), UNSTATED_AT_MOST),
  );
  if (unstated) return 'may-be-in-use';
  const recent = end !== null && today - end <= MAY_LAST && own.some((each) => each.end === end);
  return recent && (!carries || isRegular(own)) ? 'may-be-in-use' : 'past';
}

/**
 * Checks whether a drug was last dispensed on a refillable prescription, or was dispensed twice in a row for the
 * same number of days.
 */
function isRegular(handouts: readonly Handout[]): boolean {
  const [last, before] = [handouts.at(-1), handouts.at(-2)];
  if (last === undefined) return false;
  if (last.chronic) return true;
  if (before === undefined || last.day === null || before.end === null) return false;
  return last.days === before.days && last.day - before.end <= MAY_LAST;
}

/**
 * Finds consecutive supplies that still overlap after stock has been carried over. Drugs given during a hospital
 * stay are ignored, because the person does not take them home.
 */
function overlapsIn(
  handouts: readonly Handout[],
  made: ReadonlyMap<Handout, MedicationSupply>,
  today: number,
): SupplyOverlap[] {
  const covering = handouts
    .filter((each) => !isInpatient(each) && each.start !== null && each.end !== null)
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const overlaps: SupplyOverlap[] = [];
  let longest: Handout | undefined;
  for (const later of covering) {
    const [earlier, supply] = [longest === undefined ? undefined : made.get(longest), made.get(later)];
    const [first, end, laterEnd] = [later.start ?? 0, longest?.end ?? -1, later.end ?? 0];
    if (longest !== undefined && earlier !== undefined && supply !== undefined && first <= end) {
      const last = Math.min(end, laterEnd);
      overlaps.push({
        earlier,
        later: supply,
        days: last - first + 1,
        duplicateTherapy: first <= today && today <= last && differ(longest, later),
      });
    }
    if (laterEnd > end) longest = later;
  }
  return overlaps;
}

function differ(a: Handout, b: Handout): boolean {
  const [left, right] = [a, b].map(({ prescriber }) =>
    prescriber === null ? null : facilityKey(prescriber),
  );
  return left !== null && right !== null && left !== right;
}
