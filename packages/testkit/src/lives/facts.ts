import type { LocalDate } from '@mhb-kit/core/identity';
import type { Habit } from './habits.js';
import type { Place } from './places.js';

/**
 * An invented person in clinical terms, independent of how a passbook is written: the events and their true
 * meaning are defined first, and the rows are derived from them.
 */
export interface Life {
  readonly seed: string;
  readonly habits: ReadonlySet<Habit>;
  readonly sex: 'male' | 'female';
  readonly bornOn: LocalDate;
  /** First and last day of the passbook, which was requested on the last day. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly conditions: readonly Condition[];
  readonly courses: readonly Course[];
  readonly attendances: readonly Attendance[];
  readonly measurements: readonly Measurement[];
  readonly allergies: readonly Allergy[];
  /** Days and places at which someone recorded that no allergy is known. */
  readonly denials: readonly Denial[];
  readonly vaccinations: readonly Vaccination[];
  readonly checkups: readonly Checkup[];
  readonly screenings: readonly Screening[];
}

export interface Condition {
  readonly key: string;
  /** ICD-10-CM and ICD-9-CM as in passbooks, without the dot. */
  readonly icd10: string;
  readonly icd9: string;
  readonly name: string;
}

/** How a drug is taken, which determines the meaning of a supply's date. */
export type Use = 'daily' | 'course' | 'as-needed' | 'skin-or-eye' | 'single';

/** One ingredient in one strength and form, regardless of brand. */
export interface Drug {
  readonly key: string;
  readonly ingredient: string;
  readonly atc: string;
  readonly strength: string;
  readonly route: 'mouth' | 'skin' | 'eye' | 'inhaled' | 'injected' | 'under-the-tongue';
  readonly use: Use;
  /** Number of tablets, units or the like per day. */
  readonly usualDose: number;
  readonly products: readonly Product[];
}

export interface Product {
  /** NHI drug code. */
  readonly code: string;
  readonly name: string;
  /** Whether the name contains the ingredient, not only a brand. */
  readonly namesIngredient: boolean;
}

/** One drug taken for one purpose as ordered by one prescriber, without a break. */
export interface Course {
  readonly id: string;
  readonly drug: Drug;
  readonly prescriber: Place;
  /** What the drug is for; `null` if it is taken for a passing complaint. */
  readonly purpose: Condition | null;
  readonly supplies: readonly Supply[];
  readonly ending: Ending;
}

export type Ending =
  /** The drug is still taken on the last day, or was taken until it ran out. */
  | { readonly how: 'open' }
  /** The drug was stopped on this day, which no row shows. */
  | { readonly how: 'stopped'; readonly on: LocalDate }
  /** The drug was replaced on this day by another drug of its group, or by another strength. */
  | { readonly how: 'replaced'; readonly on: LocalDate };

/** The drugs dispensed on one day. */
export interface Supply {
  readonly on: LocalDate;
  readonly product: Product;
  readonly dosePerDay: number;
  readonly days: number;
  readonly quantity: number;
  /** How the row states the days supplied, which some providers state incorrectly. */
  readonly statedDays: 'true' | 'none' | 'zero' | 'whole-course';
  readonly chronic: boolean;
  /** Attendances whose rows list it. The last entry is the place where the drug was dispensed. */
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
  /** Discharge. */
  readonly until?: LocalDate | null;
  readonly serial: string;
  /** The principal diagnosis first. */
  readonly diagnoses: readonly Condition[];
  /** The operation, by its code in ICD-10-PCS. */
  readonly operation?: Operation;
  readonly services: readonly Service[];
  /** NT$. */
  readonly copayment: number;
  readonly points: number;
}

export interface Operation {
  readonly code: string;
  readonly name: string;
}

/** Anything ordered that is not a drug to take home. */
export interface Service {
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
}

export interface Measurement {
  readonly id: string;
  /** Key of the test: analyte, specimen and method together. */
  readonly test: string;
  readonly on: LocalDate;
  /** The time at which the result was ready, in minutes after midnight. */
  readonly readyAt: number;
  readonly at: Place;
  readonly attendance: string | null;
  /** A number in the unit of the test's facts, or a word from its scale. */
  readonly value: number | string;
  /** Set if the true value is outside the measurable range: below or above `value`. */
  readonly beyond?: 'below' | 'above';
}

export interface Allergy {
  readonly id: string;
  /** The text as written by the physician. */
  readonly substance: string;
  readonly severity: '輕度' | '中度' | '重度';
  readonly reaction: string;
  /** Where and when it was reported: several entries if several providers reported it. */
  readonly reports: readonly Report[];
}

/** Where and when something was done or reported. */
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

/** Adult preventive check-up. `null` means not measured. */
export interface Checkup extends Report {
  readonly id: string;
  readonly values: Readonly<Record<CheckupValue, number | null>>;
  /** The findings that the physician wants to have examined. */
  readonly findings: readonly CheckupFinding[];
}

export type CheckupFinding = 'bloodPressure' | 'lipids' | 'glucose' | 'kidneys' | 'liver' | 'hepatitisC';

export type CheckupValue =
  'totalCholesterol' | 'triglycerides' | 'hdl' | 'ldl' | 'glucose' | 'creatinine' | 'ast' | 'alt';

export type ScreeningKind = 'colorectal' | 'breast' | 'cervical' | 'oral';

export interface Screening extends Report {
  readonly id: string;
  readonly kind: ScreeningKind;
  /** `not-done`: invited or started, but refused or without a usable specimen. */
  readonly result: 'normal' | 'abnormal' | 'not-done';
}
