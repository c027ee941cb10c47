import type { LocalDate } from '@mhb-kit/core/identity';
import type { CheckupValue, ScreeningKind } from '../facts.js';

/** The statements of a product's views about a passbook on a day, independent of the product's types. */
export interface Answers {
  readonly day: LocalDate;
  readonly drugs: readonly DrugAnswer[];
  /**
   * Drugs reported as duplicates: each of the two drugs, by the codes of its supplies. Both may be the same
   * drug.
   */
  readonly duplicates: readonly (readonly [readonly string[], readonly string[]])[];
  /** Points of every series of laboratory results. */
  readonly series: readonly (readonly PointAnswer[])[];
  /** Results reported as out of range now; `null` if the product has no such view. */
  readonly abnormal: readonly AbnormalAnswer[] | null;
  /** Reported allergies: the rows of each. */
  readonly allergies: readonly (readonly string[])[];
  /** Rows shown as statements that no allergy is known; `null` if the product has no such view. */
  readonly denials: readonly string[] | null;
  readonly vaccinations: readonly (readonly string[])[];
  readonly checkups: readonly CheckupAnswer[];
  readonly visits: readonly VisitAnswer[];
  /** By year. */
  readonly sums: ReadonlyMap<string, Money>;
  readonly screenings: readonly ScreeningAnswer[];
}

export interface CheckupAnswer {
  readonly rows: readonly string[];
  readonly values: Readonly<Record<CheckupValue, number | null>>;
}

export interface VisitAnswer {
  readonly rows: readonly string[];
  /** Discharge from hospital. */
  readonly until: LocalDate | null;
}

export interface Money {
  readonly copayment: number;
  readonly points: number;
}

export interface ScreeningAnswer {
  readonly kind: ScreeningKind;
  /** Reported as due now. */
  readonly isDue: boolean;
  /** Reported as needing a follow-up; `null` if the product does not state it. */
  readonly toFollowUp: boolean | null;
}

export interface PointAnswer {
  /** Rows of the point: `file|section|index`. */
  readonly rows: readonly string[];
  /** The number in a chart; `null` if the result is text. */
  readonly value: number | null;
  readonly position: 'below' | 'within' | 'above' | null;
}

export interface AbnormalAnswer {
  /** Rows of the newest result. */
  readonly rows: readonly string[];
  /** Since when results have been out of range; `null` if the view does not state it. */
  readonly since: LocalDate | null;
}

export interface DrugAnswer {
  /** Codes of every supply. */
  readonly codes: readonly string[];
  readonly state: 'in-use' | 'may-be' | 'past';
  /** Reported as replaced by another. */
  readonly replaced: boolean;
  readonly runsOutOn: LocalDate | null;
}
