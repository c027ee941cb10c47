import type {
  AdvanceDirective,
  AllergyIntolerance,
  CancerScreening,
  DiabetesProgramme,
  DischargeSummary,
  HepatitisProgramme,
  Immunization,
  KidneyProgramme,
  Passbook,
  PreventiveCheckup,
  ScreeningResult,
} from '../model.js';
import { newestFirst } from './order.js';

/** The lists that need no more than their order: newest first. */

export const listAllergies = ({ sections }: Passbook): AllergyIntolerance[] =>
  [...sections.r4].sort(newestFirst);

export const listImmunizations = ({ sections }: Passbook): Immunization[] =>
  [...sections.r6].sort(newestFirst);

export const listAdvanceDirectives = ({ sections }: Passbook): AdvanceDirective[] =>
  [...sections.r5].sort(newestFirst);

export const listDischargeSummaries = ({ sections }: Passbook): DischargeSummary[] =>
  [...sections['discharge-summary']].sort(newestFirst);

/** One result of a cancer screening, with what was screened for. */
export interface Screening extends ScreeningResult {
  readonly category: string | null;
  readonly examination: string | null;
  readonly record: CancerScreening;
}

export interface PreventiveCare {
  readonly checkups: readonly PreventiveCheckup[];
  readonly screenings: readonly Screening[];
}

export function listPreventiveCare({ sections }: Passbook): PreventiveCare {
  const screenings = sections.r11.flatMap((record): Screening[] =>
    record.results.map((result) => ({
      ...result,
      category: record.category,
      examination: record.examination,
      record,
    })),
  );
  return {
    checkups: [...sections.r10].sort(newestFirst),
    screenings: screenings.sort((a, b) => newestFirst({ date: a.occurredOn }, { date: b.occurredOn })),
  };
}

export type AnyProgramme = DiabetesProgramme | KidneyProgramme | HepatitisProgramme;

/** Programmes, the open ones first; visits newest first. */
export function listProgrammes({ sections }: Passbook): AnyProgramme[] {
  const programmes: AnyProgramme[] = [...sections.r12, ...sections.r13, ...sections.r14];
  const isOpen = ({ period }: AnyProgramme): number => (period.end === null ? 0 : 1);
  return programmes.sort((a, b) => isOpen(a) - isOpen(b) || newestFirst(a, b));
}

/** No adult's waist is under 60 cm, and none of those in inches is above. */
const LARGEST_WAIST_IN_INCHES = 60;
const CENTIMETRES_PER_INCH = 2.54;

/** The waist of a check-up in centimetres, guessing the unit that the file leaves out by its size. */
export function waistInCentimetres({ waist }: Pick<PreventiveCheckup, 'waist'>): number | null {
  if (waist === null || waist >= LARGEST_WAIST_IN_INCHES) return waist;
  return Math.round(waist * CENTIMETRES_PER_INCH * 10) / 10;
}
