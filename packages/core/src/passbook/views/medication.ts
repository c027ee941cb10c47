import type { LocalDate } from '../../identity/index.js';
import type { DrugProduct, PartialDate } from '../model/model.js';
import type { MedicationSupply } from './supplies.js';

/** Two supplies of one drug that cover the same days. */
export interface SupplyOverlap {
  readonly earlier: MedicationSupply;
  readonly later: MedicationSupply;
  /** Number of days covered twice. */
  readonly days: number;
  /**
   * Both cover the day in question, and two facilities prescribed them: possibly prescribed twice, a question
   * for the physician.
   */
  readonly duplicateTherapy: boolean;
}

/**
 * The state of a drug on a day according to its supplies. `in-use`: a supply covers the day. `may-be-in-use`:
 * unknown, because the days are not stated, or a drug taken regularly, as needed or as drops has run out
 * recently. `replaced`: supplies may cover the day, but the prescriber gave another ingredient of the group
 * or another strength at a later visit, so the person should ask which one applies. `past`: none of these.
 */
export type MedicationState = 'in-use' | 'may-be-in-use' | 'replaced' | 'past';

/** The drug that apparently replaced another. */
export interface Replacement {
  readonly code: string | null;
  readonly display: string | null;
  /** When it was first supplied. */
  readonly on: PartialDate | null;
}

/** A drug and its supplies up to the day in question. */
export interface Medication {
  /** NHI drug code of the newest supply; `null` if the file gives only a name. */
  readonly code: string | null;
  readonly display: string | null;
  readonly kind: 'drug' | 'chinese-drug';
  /**
   * Ingredients, strength and route according to the name; `null` for Chinese medicines. The group states what
   * the drug is for.
   */
  readonly product: DrugProduct | null;
  readonly state: MedicationState;
  /** For a replaced drug: the one that replaced it. */
  readonly replacedBy: Replacement | null;
  /** The last day that the supplies cover; `null` if no row states days. */
  readonly runsOutOn: LocalDate | null;
  /** Number of days covered from the day in question on, including that day; 0 if it has run out. */
  readonly daysLeft: number;
  /** Newest first. */
  readonly supplies: readonly MedicationSupply[];
  readonly overlaps: readonly SupplyOverlap[];
}
