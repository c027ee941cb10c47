import type { LocalDate } from '@mhb-kit/core/identity';
import type { Habit } from './habits.js';
import type { Place } from './places.js';

/**
 * An invented person in clinical terms, independent of how a passbook is written. The events and their true
 * meaning are defined first, and the rows of the passbook are derived from them.
 */
export interface Life {
  readonly seed: string;
  readonly habits: ReadonlySet<Habit>;
  readonly sex: 'male' | 'female';
  readonly bornOn: LocalDate;
  /** The first and last day of the passbook. It was requested on the last day. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly conditions: readonly Condition[];
  readonly courses: readonly Course[];
  readonly attendances: readonly Attendance[];
  readonly measurements: readonly Measurement[];
  readonly allergies: readonly Allergy[];
  /** The days on which, and places where, someone recorded that no allergy is known. */
  readonly denials: readonly Denial[];
  readonly vaccinations: readonly Vaccination[];
  readonly checkups: readonly Checkup[];
  readonly screenings: readonly Screening[];
}

export interface Condition {
  readonly key: string;
  /** The ICD-10-CM and ICD-9-CM codes as in passbooks, without the dot. */
  readonly icd10: string;
  readonly icd9: string;
  readonly name: string;
}

/** How a drug is taken. This determines what the date of a supply means. */
export type Use = 'daily' | 'course' | 'as-needed' | 'skin-or-eye' | 'single';

/** One ingredient in one strength and form, regardless of the brand. */
export interface Drug {
  readonly key: string;
  readonly ingredient: string;
  readonly atc: string;
  readonly strength: string;
  readonly route: 'mouth' | 'skin' | 'eye' | 'inhaled' | 'injected' | 'under-the-tongue';
  readonly use: Use;
  /** The number of tablets, units or the like per day. */
  readonly usualDose: number;
  readonly products: readonly Product[];
}

export interface Product {
  /** The NHI drug code. */
  readonly code: string;
  readonly name: string;
  /** Whether the product name contains the ingredient, and not only a brand. */
  readonly namesIngredient: boolean;
}

/** One drug that a person takes without a break for one purpose, as ordered by one prescriber. */
export interface Course {
  readonly id: string;
  readonly drug: Drug;
  readonly prescriber: Place;
  /** The condition that the drug treats; `null` if it is taken for a passing complaint. */
  readonly purpose: Condition | null;
  readonly supplies: readonly Supply[];
  readonly ending: Ending;
}

export type Ending =
  /** The drug is still taken on the last day, or was taken until it ran out. */
  | { readonly how: 'open' }
  /** The drug was stopped on this day, but no row shows this. */
  | { readonly how: 'stopped'; readonly on: LocalDate }
  /** On this day, the drug was replaced by another drug of its group or by another strength. */
  | { readonly how: 'replaced'; readonly on: LocalDate };

/** The drugs dispensed on one day. */
export interface Supply {
  readonly on: LocalDate;
  readonly product: Product;
  readonly dosePerDay: number;
  readonly days: number;
  readonly quantity: number;
  /** How the row states the days supplied. Some providers state them incorrectly. */
  readonly statedDays: 'true' | 'none' | 'zero' | 'whole-course';
  readonly chronic: boolean;
  /** The attendances whose rows list the supply. The drug was dispensed at the last of these attendances. */
  readonly attendances: readonly string[];
}

export type AttendanceKind =
  'visit' | 'refill' | 'dispense' | 'treatment' | 'admission' | 'dental' | 'chinese-medicine';

/** A person's contact with a provider. */
export interface Attendance {
  readonly id: string;
  readonly kind: AttendanceKind;
  readonly at: Place;
  readonly on: LocalDate;
  /** The day of discharge. */
  readonly until?: LocalDate | null;
  readonly serial: string;
  /** The diagnoses, with the principal diagnosis first. */
  readonly diagnoses: readonly Condition[];
  /** The operation, with its ICD-10-PCS code. */
  readonly operation?: Operation;
  readonly services: readonly Service[];
  /** The person's payment in NT$. */
  readonly copayment: number;
  readonly points: number;
}

export interface Operation {
  readonly code: string;
  readonly name: string;
}

/** An order other than a drug to take home. */
export interface Service {
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
}

export interface Measurement {
  readonly id: string;
  /** The key of the test, which stands for the analyte, specimen and method together. */
  readonly test: string;
  readonly on: LocalDate;
  /** The time at which the result was ready, in minutes after midnight. */
  readonly readyAt: number;
  readonly at: Place;
  readonly attendance: string | null;
  /** A number in the unit of the test's facts, or a word from its scale. */
  readonly value: number | string;
  /**
   * Set if the true value is outside the measurable range. The value states whether it is below or above `value`.
   */
  readonly beyond?: 'below' | 'above';
}

export interface Allergy {
  readonly id: string;
  /** The text as written by the physician. */
  readonly substance: string;
  readonly severity: '輕度' | '中度' | '重度';
  readonly reaction: string;
  /**
   * The places where the allergy was reported, with the dates. There are several entries if several providers
   * reported it.
   */
  readonly reports: readonly Report[];
}

/** The place where something was done or reported, and the date. */
export interface Report {
  readonly at: Place;
  readonly on: LocalDate;
}

/** A record stating that no allergy is known. */
export interface Denial extends Report {
  readonly id: string;
}

export interface Vaccination extends Report {
  readonly id: string;
  readonly vaccine: string;
  readonly lot: string;
}

/** An adult preventive check-up. A value of `null` means that it was not measured. */
export interface Checkup extends Report {
  readonly id: string;
  readonly values: Readonly<Record<CheckupValue, number | null>>;
  /** The findings for which the physician advises a further examination. */
  readonly findings: readonly CheckupFinding[];
}

export type CheckupFinding = 'bloodPressure' | 'lipids' | 'glucose' | 'kidneys' | 'liver' | 'hepatitisC';

export type CheckupValue =
  'totalCholesterol' | 'triglycerides' | 'hdl' | 'ldl' | 'glucose' | 'creatinine' | 'ast' | 'alt';

export type ScreeningKind = 'colorectal' | 'breast' | 'cervical' | 'oral';

export interface Screening extends Report {
  readonly id: string;
  readonly kind: ScreeningKind;
  /**
   * `not-done` means that the person was invited or started the screening, but refused it or gave no usable
   * specimen.
   */
  readonly result: 'normal' | 'abnormal' | 'not-done';
}
