import type { AnyClaim, Order, Organization, PartialDate } from '../model/model.js';
import { isPharmacy } from '../record/organizations.js';
import { inpatientClaims, outpatientClaims } from '../sections/index.js';

/** A dispensed supply during the computation; days are numbers (`dayNumber`). */
export interface Handout {
  readonly order: Order;
  readonly claim: AnyClaim;
  chronic: boolean;
  readonly date: PartialDate | null;
  readonly day: number | null;
  /**
   * The part of its prescription that the row claims to be; `null` for the first part, or if it is not
   * stated.
   */
  readonly part: number | null;
  quantity: number | null;
  days: number | null;
  prescriber: Organization | null;
  readonly claims: AnyClaim[];
  readonly orders: Order[];
  start: number | null;
  end: number | null;
}

/** The rows of a drug given in the hospital are the ward's supply, not the person's. */
export const isInpatient = ({ claim }: Pick<Handout, 'claim'>): boolean =>
  claim.section === inpatientClaims.key;

/** Whether a supply was dispensed on a prescription from another day or facility. */
export const isDispensed = ({ claim }: Handout): boolean =>
  claim.section === outpatientClaims.key && (claim.kind !== 'visit' || isPharmacy(claim.serviceProvider));

const TOLERANCE = 0.1;
export const isNearly = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
