import type { LocalDate } from '@mhb-kit/core/identity';
import type { CheckupFinding } from '../facts.js';
import type { ServiceKind } from '../oracle/glance.js';

/** What the cards of a first screen say of a passbook on a day, in words that no product's types are needed for. */
export interface GlanceAnswer {
  readonly day: LocalDate;
  /** Whether the product was told the year of birth. */
  readonly ageIsKnown: boolean;
  /** Rows of each allergy; `null` if allergies are not mentioned at all, not even that there are none. */
  readonly allergies: readonly (readonly string[])[] | null;
  /** Rows shown as statements that there is none. */
  readonly denials: readonly string[];
  /** Drugs that are reported to conflict with an allergy: codes of the drug, rows of the allergy. */
  readonly conflicts: readonly (readonly [codes: readonly string[], rows: readonly string[]])[];
  /** Screenings to be followed up. */
  readonly toFollowUp: readonly string[];
  /** What a check-up wants looked into, and of which day it is. */
  readonly findings: readonly { readonly kind: CheckupFinding | null; readonly on: LocalDate | null }[];
  readonly inUse: readonly InUseAnswer[];
  readonly measured: readonly MeasuredAnswer[];
  /** Rows of further results out of range. */
  readonly outside: readonly (readonly string[])[];
  readonly problems: readonly {
    readonly code: string;
    readonly visits: number;
    readonly lastOn: string | null;
  }[];
  /** Stays and operations: rows, and codes of what was done. */
  readonly stays: readonly { readonly rows: readonly string[]; readonly operations: readonly string[] }[];
  readonly refills: readonly RefillAnswer[];
  readonly services: readonly ServiceAnswer[];
  readonly visits: readonly (readonly string[])[];
  readonly money: MoneyAnswer | null;
}

export interface InUseAnswer {
  readonly codes: readonly string[];
  /** Said that the next part may be collected. */
  readonly runsOut: boolean;
}

export interface MeasuredAnswer {
  /** LOINC code of the test. */
  readonly loinc: string;
  /** Rows of the newest result, and of the one that it is compared with. */
  readonly rows: readonly string[];
  readonly before: readonly string[] | null;
  readonly direction: 'higher' | 'lower' | 'same' | null;
  readonly position: 'below' | 'within' | 'above' | null;
}

export interface RefillAnswer {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Codes of each drug. */
  readonly drugs: readonly (readonly string[])[];
}

export interface ServiceAnswer {
  readonly kind: ServiceKind | 'influenza' | 'other';
  /** `maybe`: due at some ages. A month: due from then on. */
  readonly due: string;
}

export interface MoneyAnswer {
  readonly year: string;
  readonly now: SpentAnswer;
  readonly before: SpentAnswer;
  /** By the code of the place, most first. */
  readonly byPlace: readonly (readonly [code: string, copayment: number])[];
}

export interface SpentAnswer {
  readonly copayment: number;
  readonly visits: number;
}
