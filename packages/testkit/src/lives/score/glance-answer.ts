import type { LocalDate } from '@mhb-kit/core/identity';
import type { CheckupFinding } from '../facts.js';
import type { ServiceKind } from '../oracle/glance.js';

/** The statements of a first screen's cards about a passbook on a day, independent of the product's types. */
export interface GlanceAnswer {
  readonly day: LocalDate;
  /** Whether the product was given the year of birth. */
  readonly ageIsKnown: boolean;
  /** Rows of each allergy; `null` if allergies are not mentioned at all, not even that there are none. */
  readonly allergies: readonly (readonly string[])[] | null;
  /** Rows shown as statements that no allergy is known. */
  readonly denials: readonly string[];
  /** Drugs that are reported to conflict with an allergy: codes of the drug, rows of the allergy. */
  readonly conflicts: readonly (readonly [codes: readonly string[], rows: readonly string[]])[];
  /** Screenings to be followed up. */
  readonly toFollowUp: readonly string[];
  /** The findings that need to be examined, and the day of their check-up. */
  readonly findings: readonly { readonly kind: CheckupFinding | null; readonly on: LocalDate | null }[];
  readonly inUse: readonly InUseAnswer[];
  readonly measured: readonly MeasuredAnswer[];
  /** Rows of the other results that are out of range. */
  readonly outside: readonly (readonly string[])[];
  readonly problems: readonly {
    readonly code: string;
    readonly visits: number;
    readonly lastOn: string | null;
  }[];
  /** Stays and operations: their rows, and the codes of the operations. */
  readonly stays: readonly { readonly rows: readonly string[]; readonly operations: readonly string[] }[];
  readonly refills: readonly RefillAnswer[];
  readonly services: readonly ServiceAnswer[];
  readonly visits: readonly (readonly string[])[];
  readonly money: MoneyAnswer | null;
}

export interface InUseAnswer {
  readonly codes: readonly string[];
  /** Whether the card states that the next part of the prescription may be collected. */
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
  /** `maybe`: due at some ages; otherwise, the month from which the service is due. */
  readonly due: string;
}

export interface MoneyAnswer {
  readonly year: string;
  readonly now: SpentAnswer;
  readonly before: SpentAnswer;
  /** Amounts by the code of the place, the highest first. */
  readonly byPlace: readonly (readonly [code: string, copayment: number])[];
}

export interface SpentAnswer {
  readonly copayment: number;
  readonly visits: number;
}
