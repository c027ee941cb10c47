import type { LocalDate } from '../../identity/index.js';
import type { DrugProduct, PartialDate } from '../model.js';
import type { MedicationSupply } from './supplies.js';

/** Two supplies of one drug that cover the same days. */
export interface SupplyOverlap {
  readonly earlier: MedicationSupply;
  readonly later: MedicationSupply;
  /** Days covered twice. */
  readonly days: number;
  /** Both cover the day asked about and two facilities prescribed them: possibly prescribed twice, and worth asking about. */
  readonly duplicateTherapy: boolean;
}

/**
 * What supplies tell about a drug on a day. `in-use`: a supply covers the day. `may-be-in-use`: the rows cannot tell; the
 * days are not stated, or a drug taken regularly, as needed or by the drop has run out not long ago. `replaced`: supplies may
 * cover the day, but the prescriber gave another ingredient of the group or another strength at a later visit, so it has to be
 * asked about. `past`: none of these.
 */
export type MedicationState = 'in-use' | 'may-be-in-use' | 'replaced' | 'past';

/** What seems to have taken a drug's place. */
export interface Replacement {
  readonly code: string | null;
  readonly display: string | null;
  /** When it was first supplied. */
  readonly on: PartialDate | null;
}

/** A drug and its supplies up to the day asked about. */
export interface Medication {
  /** NHI drug code of the newest supply; `null` if the file gives only a name. */
  readonly code: string | null;
  readonly display: string | null;
  readonly kind: 'drug' | 'chinese-drug';
  /** Ingredients, strength and route as the name tells them; `null` for Chinese drugs. What a drug is for is said by its group. */
  readonly product: DrugProduct | null;
  readonly state: MedicationState;
  /** For a replaced drug, by which. */
  readonly replacedBy: Replacement | null;
  /** The last day that the supplies cover; `null` where no row states days. */
  readonly runsOutOn: LocalDate | null;
  /** Days covered from the day asked about on, that day included; 0 once it has run out. */
  readonly daysLeft: number;
  /** Newest first. */
  readonly supplies: readonly MedicationSupply[];
  readonly overlaps: readonly SupplyOverlap[];
}
