import type {
  AdvanceDirective,
  CancerScreening,
  DischargeSummary,
  Immunization,
  Passbook,
  PreventiveCheckup,
  ScreeningResult,
} from '../model/model.js';
import {
  abnormalFindings,
  advanceDirectives,
  cancerScreenings,
  dischargeSummaries,
  immunizations,
  preventiveCheckups,
  recordsOfKind,
  sections as allSections,
  type Field,
  type RecordOfKind,
} from '../sections/index.js';
import { readNumber } from '../values/values.js';
import { groupBy, newestFirst } from './order.js';
import { findRevisionsAmong } from './revisions.js';
import { sourcesOf } from './sources.js';

/** Lists for pages that show records newest first. */

/**
 * A vaccination, which is listed once no matter how often it was reported. It is identified by the day, the
 * vaccine and the batch, because files contain no facility code for vaccinations.
 */
export interface Vaccination extends Immunization {
  /** All records of this vaccination, starting with the one from the newest download. */
  readonly records: readonly Immunization[];
}

/**
 * Lists the vaccinations, newest first. A vaccination is listed once even if the hospital was renamed between two
 * downloads.
 */
export function listImmunizations({ sections }: Passbook): Vaccination[] {
  return [...groupBy(sections[immunizations.key], vaccinationKey).values()]
    .flatMap((group): Vaccination[] => {
      const records = group.toReversed();
      const [newest] = records;
      return newest === undefined ? [] : [{ ...newest, sources: sourcesOf(group), records }];
    })
    .sort(newestFirst);
}

const vaccinationKey = ({ date, vaccine, lotNumber }: Immunization): string =>
  JSON.stringify([date, lettersOf(vaccine), lettersOf(lotNumber)]);

const lettersOf = (text: string | null): string =>
  text?.normalize('NFKC').toUpperCase().replace(/\s+/g, '') ?? '';

export const listAdvanceDirectives = ({ sections }: Passbook): AdvanceDirective[] =>
  [...sections[advanceDirectives.key]].sort(newestFirst);

export const listDischargeSummaries = ({ sections }: Passbook): DischargeSummary[] =>
  [...sections[dischargeSummaries.key]].sort(newestFirst);

/** One result of a cancer screening, together with the type of screening. */
export interface Screening extends ScreeningResult {
  readonly category: string | null;
  readonly examination: string | null;
  readonly record: CancerScreening;
}

/** Check-ups and screenings, newest first. Check-ups that a later download replaced are left out. */
export interface PreventiveCare {
  readonly checkups: readonly PreventiveCheckup[];
  readonly screenings: readonly Screening[];
}

export function listPreventiveCare({ sections, downloads }: Passbook): PreventiveCare {
  const checkups = sections[preventiveCheckups.key];
  const revised = findRevisionsAmong(checkups, downloads);
  const screenings = sections[cancerScreenings.key].flatMap((record): Screening[] =>
    record.results.map((result) => ({
      ...result,
      category: record.category,
      examination: record.examination,
      record,
    })),
  );
  return {
    checkups: checkups.filter((checkup) => !revised.has(checkup)).sort(newestFirst),
    screenings: screenings.sort((a, b) => newestFirst({ date: a.occurredOn }, { date: b.occurredOn })),
  };
}

export type AnyProgramme = RecordOfKind<'programme'>;

/**
 * Lists the programmes: the open ones first, and then the closed ones. Each of the two groups is sorted by date,
 * newest first.
 */
export function listProgrammes(passbook: Passbook): AnyProgramme[] {
  const isOpen = ({ period }: AnyProgramme): number => (period.end === null ? 0 : 1);
  return recordsOfKind(passbook, 'programme').sort((a, b) => isOpen(a) - isOpen(b) || newestFirst(a, b));
}

/** The threshold that separates inches from centimeters: no adult's waist is below 60 cm or above 60 inches. */
const LARGEST_WAIST_IN_INCHES = 60;
const CENTIMETRES_PER_INCH = 2.54;

/**
 * Returns the waist that was measured at a check-up, in centimeters. The file does not state the unit, so the
 * function guesses it from the number.
 */
export function waistInCentimetres({ waist }: Pick<PreventiveCheckup, 'waist'>): number | null {
  if (waist === null || waist >= LARGEST_WAIST_IN_INCHES) return waist;
  return Math.round(waist * CENTIMETRES_PER_INCH * 10) / 10;
}

const zeroIsNone: ReadonlySet<string> = new Set(
  allSections
    .flatMap(({ fields, nested }) => [...fields, ...(nested?.fields ?? [])])
    .flatMap((field) => (field.zeroIsNone === true ? [field.key] : [])),
);

/**
 * Checks whether a value as written in the file means that nothing was measured. In a check-up or a programme
 * visit, 0 is not a result.
 */
export const isUnmeasured = ({ key }: Pick<Field, 'key' | 'type'>, value: string): boolean =>
  zeroIsNone.has(key) && readNumber(value) === 0;

/**
 * The codes of abnormal findings. The key is the field that contains the text of a finding; the value contains the
 * field that holds its code, and a pattern for the abnormal codes.
 */
const findings: ReadonlyMap<string, readonly [code: string, abnormal: RegExp]> = new Map(
  (Object.keys(abnormalFindings) as (keyof typeof abnormalFindings)[]).map((name) => {
    const { code, display } = preventiveCheckups.keys[name];
    return [display, [code, abnormalFindings[name]]];
  }),
);

/** Checks whether the code of a finding is abnormal. Returns `false` for every field that is not a finding. */
export function isAbnormalFinding(
  { raw }: Pick<PreventiveCheckup, 'raw'>,
  { key }: Pick<Field, 'key'>,
): boolean {
  const [codeKey = '', abnormal] = findings.get(key) ?? [];
  const code = raw[codeKey];
  return typeof code === 'string' && abnormal?.test(code.trim()) === true;
}
