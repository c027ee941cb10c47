import type { LocalDate } from '@mhb-kit/core/identity';
import type { CheckupValue, ScreeningKind } from '../facts.js';

/**
 * The statements that a product's views make about a passbook on a day, in a form that does not depend on the
 * product's types.
 */
export interface Answers {
  readonly day: LocalDate;
  readonly drugs: readonly DrugAnswer[];
  /**
   * The pairs of drugs that are reported as duplicates. Each drug is given by the codes of its supplies. The two
   * can be the same drug.
   */
  readonly duplicates: readonly (readonly [readonly string[], readonly string[]])[];
  /** The points of every series of laboratory results. */
  readonly series: readonly (readonly PointAnswer[])[];
  /** The results that are reported as out of range now; `null` if the product has no such view. */
  readonly abnormal: readonly AbnormalAnswer[] | null;
  /** The rows of each allergy that is reported. */
  readonly allergies: readonly (readonly string[])[];
  /** The rows that are shown as statements that no allergy is known; `null` if the product has no such view. */
  readonly denials: readonly string[] | null;
  readonly vaccinations: readonly (readonly string[])[];
  readonly checkups: readonly CheckupAnswer[];
  readonly visits: readonly VisitAnswer[];
  /** The sums, keyed by year. */
  readonly sums: ReadonlyMap<string, Money>;
  readonly screenings: readonly ScreeningAnswer[];
}

export interface CheckupAnswer {
  readonly rows: readonly string[];
  readonly values: Readonly<Record<CheckupValue, number | null>>;
}

export interface VisitAnswer {
  readonly rows: readonly string[];
  /** The day of discharge from the hospital. */
  readonly until: LocalDate | null;
}

export interface Money {
  readonly copayment: number;
  readonly points: number;
}

export interface ScreeningAnswer {
  readonly kind: ScreeningKind;
  /** Whether the screening is reported as due now. */
  readonly isDue: boolean;
  /** Whether the screening is reported as needing a follow-up; `null` if the product does not state this. */
  readonly toFollowUp: boolean | null;
}

export interface PointAnswer {
  /** The rows that the point represents, as `file|section|index`. */
  readonly rows: readonly string[];
  /** The number that a chart shows; `null` if the result is text. */
  readonly value: number | null;
  readonly position: 'below' | 'within' | 'above' | null;
}

export interface AbnormalAnswer {
  /** The rows of the newest result. */
  readonly rows: readonly string[];
  /** The day since which results have been out of range; `null` if the view does not state it. */
  readonly since: LocalDate | null;
}

export interface DrugAnswer {
  /** The codes of every supply. */
  readonly codes: readonly string[];
  readonly state: 'in-use' | 'may-be' | 'past';
  /** Whether the drug is reported as replaced by another drug. */
  readonly replaced: boolean;
  readonly runsOutOn: LocalDate | null;
}
