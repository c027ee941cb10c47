import type { LocalDate, LocalMonth } from '../identity/index.js';
import type { SectionKey } from './sections.js';

/**
 * The passbook as data: plain, immutable objects that survive `structuredClone`. Names follow FHIR where FHIR has one.
 *
 * A passbook is a set of records. Each keeps its raw fields as the file wrote them and knows every download it came from;
 * the typed fields are a reading of the raw ones. What combines several records (visits, medications, series) is a view,
 * computed from the set, so that joining two passbooks is nothing but a union.
 */

/** What a file holds under a key: text, or the rows of a list. Numbers become text; `null` becomes `''`. */
export type RawValue = string | RawRows;

/** A row as the file wrote it, keys in lower case. */
export type RawRow = Readonly<Record<string, RawValue>>;

/** An interface, because an alias cannot come back to itself through `Record`. */
export interface RawRows extends ReadonlyArray<RawRow> {
  readonly length: number;
}

/** A day, or a month where the file gives no day. Compares correctly as text. */
export type PartialDate = LocalDate | LocalMonth;

/** An instant with its offset, `2026-03-12T11:30:00+08:00`. */
export type Timestamp = string;

/** One file as the person downloaded it. */
export interface Download {
  readonly file: string;
  /** 資料申請日期; `null` where the file does not say. */
  readonly appliedOn: PartialDate | null;
  /** Header fields as written (`b1.1`, `b1.2`). */
  readonly header: RawRow;
  /** Sections that the file holds, with or without records: a section that is listed and has none is truly empty. */
  readonly sections: readonly string[];
}

/** Where a record stands: file, section and index among the section's rows in that file, from 0. */
export interface Source {
  readonly file: string;
  readonly appliedOn: PartialDate | null;
  readonly section: string;
  readonly index: number;
}

/** A code with its words, either of which may be missing. */
export interface Coded {
  readonly code: string | null;
  readonly display: string | null;
}

export interface Organization {
  /** Ten-digit facility code. */
  readonly code: string | null;
  /** The short name; often cut by the NHI. */
  readonly name: string | null;
  /** NHI regional division (1 Taipei, 2 northern, 3 central, 4 southern, 5 Kaoping, 6 eastern). */
  readonly division: Coded | null;
  readonly telephone: string | null;
  readonly address: string | null;
}

export interface Period {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** What every record has. */
export interface PassbookRecord<K extends string = string> {
  readonly section: K;
  /** The day by which the record is sorted, or `null` if the file gives none. */
  readonly date: PartialDate | null;
  /** Every place where this record was found, oldest download first. */
  readonly sources: readonly Source[];
  readonly raw: RawRow;
}

export type Declaration = PassbookRecord<'r0'> & { readonly text: string | null };

/** 醫囑: a drug, a service, a material or a fee. `kindOfOrder` tells which. */
export interface Order {
  readonly sequence: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly quantity: number | null;
  /** Days supplied; 0 for what is not a drug, `null` where the section has no such field. */
  readonly daysSupplied: number | null;
  /** Tooth by FDI number, dental orders only. */
  readonly bodySite: Coded | null;
  readonly performed: Period | null;
}

/** What a provider claimed for one visit, or for a part of it. */
export interface Claim<K extends string> extends PassbookRecord<K> {
  readonly serviceProvider: Organization;
  /** 健保卡就醫序號; digits for a counted visit, otherwise letters. */
  readonly serial: string | null;
  /** The principal diagnosis first. ICD-10-CM without its dot; ICD-9-CM in old data. */
  readonly diagnoses: readonly Coded[];
  /** The principal procedure first. ICD-10-PCS, or an order code. */
  readonly procedures: readonly Coded[];
  /** Co-payment, NT$. */
  readonly copayment: number | null;
  /** Points that the NHI pays; not dollars. */
  readonly points: number | null;
  readonly orders: readonly Order[];
}

/**
 * `visit` seen by a physician; `dispense` a pharmacy's row; `service` an examination or treatment delivered on a day
 * of its own.
 */
export type OutpatientKind = 'visit' | 'dispense' | 'service';

export interface OutpatientClaim extends Claim<'r1'> {
  readonly kind: OutpatientKind;
  /** 就醫日期; empty on what was delivered elsewhere. */
  readonly visitedOn: PartialDate | null;
  /** 交付調劑、檢查或復健治療日期. */
  readonly performedOn: PartialDate | null;
}

export interface InpatientClaim extends Claim<'r2'> {
  /** Admission and discharge; no end means that the file does not tell, not that the person is still in hospital. */
  readonly period: Period;
  readonly billablePeriod: Period;
}

export type DentalClaim = Claim<'r3'>;
export type ChineseMedicineClaim = Claim<'r9'>;
export type AnyClaim = OutpatientClaim | InpatientClaim | DentalClaim | ChineseMedicineClaim;

export interface AllergyIntolerance extends PassbookRecord<'r4'> {
  /** When it was uploaded, which is not when it began. */
  readonly recordedOn: PartialDate | null;
  readonly substance: string | null;
  readonly recorder: string | null;
  readonly organization: Organization;
  /** As written: 輕度, 中度 … */
  readonly severity: string | null;
  readonly manifestation: string | null;
  readonly note: string | null;
  readonly recordedBy: string | null;
}

/** Organ donation or palliative care. Show `text`; the code's full list is not public. */
export interface AdvanceDirective extends PassbookRecord<'r5'> {
  readonly recordedOn: PartialDate | null;
  readonly code: string | null;
  readonly text: string | null;
}

export interface Immunization extends PassbookRecord<'r6'> {
  readonly occurredOn: PartialDate | null;
  /** The name without its batch. */
  readonly vaccine: string | null;
  readonly lotNumber: string | null;
  readonly performer: string | null;
}

/** What laboratory results and reports share. */
export interface Examination<K extends string> extends PassbookRecord<K> {
  readonly performer: Organization;
  /** Visit or, for inpatients, admission day: the same for every test of a stay. */
  readonly encounteredOn: PartialDate | null;
  /** When the test was done: the day to chart by. */
  readonly effectiveOn: PartialDate | null;
  readonly uploadedAt: Timestamp | null;
  readonly order: Coded;
}

export interface LaboratoryResult extends Examination<'r7'> {
  /** As each hospital names it. */
  readonly analyte: string | null;
  /** As written: `7.3`, `陰性`, `1:40 SP`, `>300`. */
  readonly value: string | null;
  /** As written; `parseReferenceRange` reads it. */
  readonly referenceRange: string | null;
}

export interface DiagnosticReport extends Examination<'r8'> {
  readonly text: string | null;
}

/** A finding of the adult check-up: 0 none, 1 normal, 2 ask a physician, 3 examine further, 4 treat. */
export type Finding = Coded;

/** Adult check-up. A measured value written `0` means "not measured" and reads as `null`; `raw` keeps it. */
export interface PreventiveCheckup extends PassbookRecord<'r10'> {
  readonly performer: Organization;
  readonly effectiveOn: PartialDate | null;
  /** cm */
  readonly height: number | null;
  /** kg */
  readonly weight: number | null;
  readonly bodyMassIndex: number | null;
  /** As written: the file does not say whether inches or centimetres; `waistInCentimetres` guesses. */
  readonly waist: number | null;
  /** mmHg */
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly bloodPressureFinding: Finding | null;
  /** Lipids and glucose in mg/dL. */
  readonly totalCholesterol: number | null;
  readonly triglycerides: number | null;
  readonly hdlCholesterol: number | null;
  readonly ldlCholesterol: number | null;
  readonly lipidFinding: Finding | null;
  readonly fastingGlucose: number | null;
  readonly glucoseFinding: Finding | null;
  /** mg/dL */
  readonly ureaNitrogen: number | null;
  /** mg/dL */
  readonly creatinine: number | null;
  /** mL/min/1.73 m² */
  readonly glomerularFiltrationRate: number | null;
  readonly kidneyFinding: Finding | null;
  /** As written: `＋`, `－` or mg/dL. */
  readonly urineProtein: string | null;
  readonly metabolicSyndromeFinding: Finding | null;
  /** IU/L */
  readonly ast: number | null;
  /** IU/L */
  readonly alt: number | null;
  readonly liverFinding: Finding | null;
  /** 1 negative, 2 positive, 3 not done. */
  readonly hepatitisBSurfaceAntigen: Coded | null;
  readonly hepatitisBFinding: Finding | null;
  readonly hepatitisCAntibody: Coded | null;
  readonly hepatitisCFinding: Finding | null;
}

export interface ScreeningResult {
  readonly occurredOn: PartialDate | null;
  readonly performer: string | null;
  readonly result: string | null;
  readonly advice: string | null;
}

export interface CancerScreening extends PassbookRecord<'r11'> {
  readonly category: string | null;
  readonly examination: string | null;
  readonly results: readonly ScreeningResult[];
}

/** A pay-for-performance programme: FHIR's EpisodeOfCare. No end means it is still open. */
export interface Programme<K extends string, V extends ProgrammeVisit> extends PassbookRecord<K> {
  readonly period: Period;
  readonly organization: string | null;
  readonly visits: readonly V[];
}

export interface ProgrammeVisit {
  readonly stage: string | null;
  readonly occurredOn: PartialDate | null;
}

/** Measured values of a programme visit; the file states no units. */
export interface DiabetesVisit extends ProgrammeVisit {
  readonly bloodTestedOn: PartialDate | null;
  readonly urineTestedOn: PartialDate | null;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly hba1c: number | null;
  readonly ldlCholesterol: number | null;
  readonly fastingGlucose: number | null;
  readonly creatinine: number | null;
  readonly glomerularFiltrationRate: number | null;
  readonly triglycerides: number | null;
  readonly urineMicroalbumin: number | null;
}

export interface KidneyVisit extends ProgrammeVisit {
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly glomerularFiltrationRate: number | null;
  readonly urineProteinCreatinineRatio: number | null;
  readonly creatinine: number | null;
  readonly ldlCholesterol: number | null;
  readonly hba1c: number | null;
  readonly urineMicroalbumin: number | null;
}

export interface HepatitisVisit extends ProgrammeVisit {
  readonly hepatitisType: string | null;
  readonly hepatitisBSurfaceAntigen: string | null;
  readonly hepatitisBEAntigen: string | null;
  readonly hepatitisCAntibody: string | null;
  readonly ast: number | null;
  readonly alt: number | null;
  readonly ultrasound: string | null;
}

export type DiabetesProgramme = Programme<'r12', DiabetesVisit>;
export type KidneyProgramme = Programme<'r13', KidneyVisit>;
export type HepatitisProgramme = Programme<'r14', HepatitisVisit>;

export interface CardStatus extends PassbookRecord<'card-status'> {
  readonly status: string | null;
  readonly statusOn: PartialDate | null;
  readonly cardNumber: string | null;
  readonly issuedOn: PartialDate | null;
  readonly reason: string | null;
  readonly office: string | null;
}

export interface PremiumBilling extends PassbookRecord<'premium-billing'> {
  readonly month: PartialDate | null;
  readonly unit: string | null;
  readonly category: string | null;
  /** NT$ */
  readonly salary: number | null;
  readonly dependants: number | null;
  /** NT$ */
  readonly premium: number | null;
}

export interface PremiumPayment extends PassbookRecord<'premium-payment'> {
  readonly month: PartialDate | null;
  readonly kind: string | null;
  readonly unit: string | null;
  /** NT$ */
  readonly due: number | null;
  /** NT$ */
  readonly paid: number | null;
  readonly paidOn: PartialDate | null;
  readonly channel: string | null;
}

export interface DischargeSummary extends PassbookRecord<'discharge-summary'> {
  readonly serviceProvider: Organization;
  readonly department: string | null;
  readonly period: Period;
  readonly admissionDiagnosis: string | null;
  readonly dischargeDiagnosis: string | null;
  readonly chiefComplaint: string | null;
  readonly history: string | null;
  readonly course: string | null;
  readonly procedures: string | null;
  readonly examinations: string | null;
  readonly medications: string | null;
  readonly condition: string | null;
  readonly instructions: string | null;
}

/** A row of a section that we do not know: kept and shown under its own name. */
export type UnknownRecord = PassbookRecord;

/** Section key → the type of its records. */
export interface RecordTypes {
  readonly r0: Declaration;
  readonly r1: OutpatientClaim;
  readonly r2: InpatientClaim;
  readonly r3: DentalClaim;
  readonly r4: AllergyIntolerance;
  readonly r5: AdvanceDirective;
  readonly r6: Immunization;
  readonly r7: LaboratoryResult;
  readonly r8: DiagnosticReport;
  readonly r9: ChineseMedicineClaim;
  readonly r10: PreventiveCheckup;
  readonly r11: CancerScreening;
  readonly r12: DiabetesProgramme;
  readonly r13: KidneyProgramme;
  readonly r14: HepatitisProgramme;
  readonly 'card-status': CardStatus;
  readonly 'premium-billing': PremiumBilling;
  readonly 'premium-payment': PremiumPayment;
  readonly 'discharge-summary': DischargeSummary;
}

export type KnownRecord = RecordTypes[SectionKey];
export type AnyRecord = KnownRecord | UnknownRecord;

export interface Passbook {
  /** National ID as the file masks it (`A12345****`), or `null` where no file tells. Files hold no name. */
  readonly subjectId: string | null;
  /** Every file that went in, oldest application first. */
  readonly downloads: readonly Download[];
  /** Every known section, also the empty ones; records in the order of their files. */
  readonly sections: { readonly [K in SectionKey]: readonly RecordTypes[K][] };
  /** Sections that we do not know, by their lower-case key. */
  readonly unknownSections: Readonly<Record<string, readonly UnknownRecord[]>>;
}
