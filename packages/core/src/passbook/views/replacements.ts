import type { DrugIngredient, DrugProduct, PartialDate } from '../model.js';
import { facilityKey } from '../organizations.js';
import { classesOf } from './drug-classes.js';
import type { MedicationSupply } from './supplies.js';

/**
 * Drugs that another took the place of: at a later visit the same prescriber gave another ingredient of the group, or another
 * strength. The rows do not say that the first was stopped, so a person has to ask.
 */

/** A drug as far as replacing is concerned; supplies newest first. */
export interface Replaceable {
  readonly product: DrugProduct | null;
  readonly supplies: readonly MedicationSupply[];
}

/** After a gap this long the drug counts as started again; after a shorter one, where the other drug was handed out meanwhile. */
const NEW_COURSE_AFTER = 90;
const NEW_COURSE_BETWEEN = 14;
/** What is given for fewer days, and on no refillable prescription, is for a complaint of its own. */
const LASTING_FROM = 14;
const DAY = 86_400_000;

/** The drug among `others` that took a drug's place and the day on which it did, or `undefined`. */
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

/** The supply by which the present course of a drug began; the supplies of the drug before tell a return to it. */
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

/** Whether one drug is given instead of another: another strength of the same, the same in a combination, or of its group. */
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
