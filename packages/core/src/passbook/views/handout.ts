import type { AnyClaim, Order, Organization, PartialDate } from '../model/model.js';
import { isPharmacy } from '../record/organizations.js';
import { inpatientClaims, outpatientClaims } from '../sections/index.js';

/** A dispensed supply while it is being computed. Days are numbers as `dayNumber` returns them. */
export interface Handout {
  readonly order: Order;
  readonly claim: AnyClaim;
  chronic: boolean;
  readonly date: PartialDate | null;
  readonly day: number | null;
  /**
   * Which part of a prescription the row claims to be. `null` for the first part, or if the row does not state a
   * part.
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

/** Checks whether a drug was given in a hospital. The supply then belongs to the ward, not to the person. */
export const isInpatient = ({ claim }: Pick<Handout, 'claim'>): boolean =>
  claim.section === inpatientClaims.key;

/** Checks whether a supply was dispensed on a prescription from another day or from another facility. */
export const isDispensed = ({ claim }: Handout): boolean =>
  claim.section === outpatientClaims.key && (claim.kind !== 'visit' || isPharmacy(claim.serviceProvider));

const TOLERANCE = 0.1;
export const isNearly = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
