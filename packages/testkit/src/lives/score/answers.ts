import type { LocalDate } from '@mhb-kit/core/identity';
import type { CheckupValue, ScreeningKind } from '../facts.js';

/** What the views of a product say of a passbook on a day, in words that no product's types are needed for. */
export interface Answers {
  readonly day: LocalDate;
  readonly drugs: readonly DrugAnswer[];
  /** Drugs said to be taken twice. Each side by the codes of its supplies; both may be one drug. */
  readonly duplicates: readonly (readonly [readonly string[], readonly string[]])[];
  /** Points of every series of laboratory results. */
  readonly series: readonly (readonly PointAnswer[])[];
  /** Results said to be out of range now; `null` where the product has no such view. */
  readonly abnormal: readonly AbnormalAnswer[] | null;
  /** What is shown as an allergy: rows of each. */
  readonly allergies: readonly (readonly string[])[];
  /** Rows shown as statements that there is none; `null` where the product has no such view. */
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
  /** Said that it can be done again now. */
  readonly isDue: boolean;
  /** Said that its result is to be followed up; `null` where the product does not say. */
  readonly toFollowUp: boolean | null;
}

export interface PointAnswer {
  /** Rows that the point stands for: `file|section|index`. */
  readonly rows: readonly string[];
  /** The number that a chart would draw; `null` for a word. */
  readonly value: number | null;
  readonly position: 'below' | 'within' | 'above' | null;
}

export interface AbnormalAnswer {
  /** Rows of the newest result. */
  readonly rows: readonly string[];
  /** Since when; `null` where the view does not say. */
  readonly since: LocalDate | null;
}

export interface DrugAnswer {
  /** Codes of every supply. */
  readonly codes: readonly string[];
  readonly state: 'in-use' | 'may-be' | 'past';
  /** Said to have been replaced by another. */
  readonly replaced: boolean;
  readonly runsOutOn: LocalDate | null;
}
