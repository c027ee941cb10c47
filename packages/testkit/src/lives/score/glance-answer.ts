import type { LocalDate } from '@mhb-kit/core/identity';
import type { CheckupFinding } from '../facts.js';
import type { ServiceKind } from '../oracle/glance.js';

/**
 * The statements that a first screen's cards make about a passbook on a day, in a form that does not depend on the
 * product's types.
 */
export interface GlanceAnswer {
  readonly day: LocalDate;
  /** Whether the product was given the year of birth. */
  readonly ageIsKnown: boolean;
  /**
   * The rows of each allergy; `null` if the screen does not mention allergies at all, not even that there are
   * none.
   */
  readonly allergies: readonly (readonly string[])[] | null;
  /** The rows that are shown as statements that no allergy is known. */
  readonly denials: readonly string[];
  /**
   * The drugs reported to conflict with an allergy: for each drug, its codes and the rows that show the allergy.
   */
  readonly conflicts: readonly (readonly [codes: readonly string[], rows: readonly string[]])[];
  /** The screenings that need a follow-up. */
  readonly toFollowUp: readonly string[];
  /** The findings that need to be examined, and the day of their check-up. */
  readonly findings: readonly { readonly kind: CheckupFinding | null; readonly on: LocalDate | null }[];
  readonly inUse: readonly InUseAnswer[];
  readonly measured: readonly MeasuredAnswer[];
  /** The rows of the other results that are out of range. */
  readonly outside: readonly (readonly string[])[];
  readonly problems: readonly {
    readonly code: string;
    readonly visits: number;
    readonly lastOn: string | null;
  }[];
  /** The hospital stays and operations, with their rows and the codes of the operations. */
  readonly stays: readonly { readonly rows: readonly string[]; readonly operations: readonly string[] }[];
  readonly refills: readonly RefillAnswer[];
  readonly services: readonly ServiceAnswer[];
  readonly visits: readonly (readonly string[])[];
  readonly money: MoneyAnswer | null;
}

export interface InUseAnswer {
  readonly codes: readonly string[];
  /** Whether the card states that the next part of the prescription can be collected. */
  readonly runsOut: boolean;
}

export interface MeasuredAnswer {
  /** The LOINC code of the test. */
  readonly loinc: string;
  /** The rows of the newest result; `before` contains the rows of the result that it is compared with. */
  readonly rows: readonly string[];
  readonly before: readonly string[] | null;
  readonly direction: 'higher' | 'lower' | 'same' | null;
  readonly position: 'below' | 'within' | 'above' | null;
}

export interface RefillAnswer {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** The codes of each drug. */
  readonly drugs: readonly (readonly string[])[];
}

export interface ServiceAnswer {
  readonly kind: ServiceKind | 'influenza' | 'other';
  /** The month from which the service is due, or `maybe` if it is due only at some ages. */
  readonly due: string;
}

export interface MoneyAnswer {
  readonly year: string;
  readonly now: SpentAnswer;
  readonly before: SpentAnswer;
  /** The amounts by the code of the place, sorted with the highest first. */
  readonly byPlace: readonly (readonly [code: string, copayment: number])[];
}

export interface SpentAnswer {
  readonly copayment: number;
  readonly visits: number;
}
