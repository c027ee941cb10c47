import type { LocalDate } from '../../identity/index.js';
import type { DrugProduct, PartialDate } from '../model/model.js';
import type { MedicationSupply } from './supplies.js';

/** Two supplies of one drug that cover the same days. */
export interface SupplyOverlap {
  readonly earlier: MedicationSupply;
  readonly later: MedicationSupply;
  /** The number of days that both supplies cover. */
  readonly days: number;
  /**
   * Whether both supplies cover the day in question and two facilities prescribed them. The drug may then have
   * been prescribed twice, which is a question for the physician.
   */
  readonly duplicateTherapy: boolean;
}

/**
 * The state of a drug on a day, derived from its supplies.
 *
 * - `in-use`: A supply covers the day.
 * - `may-be-in-use`: The state is unknown because the days are not stated, or because a drug that is taken
 *   regularly, as needed or as drops ran out recently.
 * - `replaced`: Supplies may cover the day, but at a later visit the prescriber gave another ingredient of the
 *   group or another strength, so the person should ask which one applies.
 * - `past`: None of these applies.
 */
export type MedicationState = 'in-use' | 'may-be-in-use' | 'replaced' | 'past';

/** The drug that appears to have replaced another one. */
export interface Replacement {
  readonly code: string | null;
  readonly display: string | null;
  /** The date on which the new drug was first supplied. */
  readonly on: PartialDate | null;
}

/** A drug, with its supplies up to the day in question. */
export interface Medication {
  /** The NHI drug code of the newest supply. `null` if the file states only a name. */
  readonly code: string | null;
  readonly display: string | null;
  readonly kind: 'drug' | 'chinese-drug';
  /**
   * The ingredients, strength and route that the drug's name states. `null` for Chinese medicines. The ingredient
   * group tells what the drug is for.
   */
  readonly product: DrugProduct | null;
  readonly state: MedicationState;
  /** If the drug was replaced, the drug that replaced it. */
  readonly replacedBy: Replacement | null;
  /** The last day that the supplies cover. `null` if no row states a number of days. */
  readonly runsOutOn: LocalDate | null;
  /** The number of days that are still covered, including the day in question. 0 if the supply has run out. */
  readonly daysLeft: number;
  /** All supplies, newest first. */
  readonly supplies: readonly MedicationSupply[];
  readonly overlaps: readonly SupplyOverlap[];
}
