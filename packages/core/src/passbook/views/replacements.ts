import type { DrugIngredient, DrugProduct, PartialDate } from '../model/model.js';
import { facilityKey } from '../record/organizations.js';
import { classesOf } from './drug-classes.js';
import type { MedicationSupply } from './supplies.js';

/**
 * Finds drugs that were replaced by another one. This is assumed if, at a later visit, the same prescriber gave
 * another ingredient of the group, or another strength. The rows do not show whether the first drug was stopped,
 * so the person has to ask the physician.
 */

/** The properties of a drug that determine whether it was replaced. Supplies are sorted with the newest first. */
export interface Replaceable {
  readonly product: DrugProduct | null;
  readonly supplies: readonly MedicationSupply[];
}

/**
 * The length of a gap, in days, after which a drug counts as started again. After a shorter gap, it counts as
 * started again only if the other drug was dispensed in between.
 */
const NEW_COURSE_AFTER = 90;
const NEW_COURSE_BETWEEN = 14;
/**
 * A drug that is supplied for fewer days, and not on a refillable prescription, is assumed to be for another
 * complaint.
 */
const LASTING_FROM = 14;
const DAY = 86_400_000;

/**
 * Returns the drug among `others` that replaced `drug`, and the day of the replacement. Returns `undefined` if
 * there is none.
 */
export function replacementOf<T extends Replaceable>(
  drug: T,
  others: readonly T[],
): { readonly by: T; readonly on: PartialDate } | undefined {
  const [last] = drug.supplies;
  const { product } = drug;
  if (last === undefined || last.date === null || last.inpatient || product === null) return undefined;
  const prescriber = prescriberOf(last);
  if (prescriber === null) return undefined;
  for (const other of others) {
    if (other === drug || other.product === null || !standsFor(other.product, product)) continue;
    const begun = beginningOf(other.supplies, drug.supplies);
    if (begun === null || begun.date === null || prescriberOf(begun) !== prescriber) continue;
    if (begun.date > last.date && isLasting(begun) === isLasting(last)) return { by: other, on: begun.date };
  }
  return undefined;
}

const prescriberOf = ({ prescriber }: MedicationSupply): string | null =>
  prescriber === null ? null : facilityKey(prescriber);

const isLasting = ({ chronic, daysSupplied }: MedicationSupply): boolean =>
  chronic || daysSupplied === null || daysSupplied >= LASTING_FROM;

/**
 * Returns the supply with which the present course of a drug began. If the other drug was supplied in between, the
 * course began when the drug was resumed.
 */
function beginningOf(
  supplies: readonly MedicationSupply[],
  before: readonly MedicationSupply[],
): MedicationSupply | null {
  let first: MedicationSupply | null = null;
  for (const supply of supplies) {
    if (supply.inpatient || supply.date === null) continue;
    const until = supply.runsOutOn ?? supply.date;
    const next: PartialDate = first?.date ?? until;
    const gap = (Date.parse(next) - Date.parse(until)) / DAY;
    const meanwhile = ({ date }: MedicationSupply): boolean => date !== null && until < date && date < next;
    if (gap > NEW_COURSE_AFTER || (gap > NEW_COURSE_BETWEEN && before.some(meanwhile))) break;
    first = supply;
  }
  return first;
}

/**
 * Checks whether one drug can be given instead of another: the same ingredient in another strength, a combination
 * that contains the ingredient, or a drug of the same group.
 */
function standsFor(now: DrugProduct, before: DrugProduct): boolean {
  if (now.ingredients.length === 0 || now.route !== before.route) return false;
  const has = ({ id }: DrugIngredient): boolean => now.ingredients.some((each) => each.id === id);
  if (before.ingredients.length === 0) return false;
  if (before.ingredients.every(has))
    return now.ingredients.length > before.ingredients.length || now.strength !== before.strength;
  return before.ingredients.some(
    (old) => !has(old) && now.ingredients.some((each) => each.id !== old.id && areAlternatives(each, old)),
  );
}

function areAlternatives(a: DrugIngredient, b: DrugIngredient): boolean {
  if (a.group.id === b.group.id) return a.group.alternatives;
  const classes = classesOf(a);
  return classesOf(b).some((each) => classes.includes(each));
}
