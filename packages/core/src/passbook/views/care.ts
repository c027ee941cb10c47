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

/** Lists that are only sorted: newest first. */

/**
 * A vaccination, listed once no matter how often it was reported: identified by day, vaccine and batch, because
 * files give no facility code.
 */
export interface Vaccination extends Immunization {
  /** Newest download first. */
  readonly records: readonly Immunization[];
}

/**
 * Vaccinations, newest first. If a hospital was renamed between two downloads, its vaccinations are still
 * listed once.
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

/** One result of a cancer screening, with the type of screening. */
export interface Screening extends ScreeningResult {
  readonly category: string | null;
  readonly examination: string | null;
  readonly record: CancerScreening;
}

/** Check-ups and screenings, newest first; without check-ups that a later download replaced. */
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

/** Programmes, open ones first; visits newest first. */
export function listProgrammes(passbook: Passbook): AnyProgramme[] {
  const isOpen = ({ period }: AnyProgramme): number => (period.end === null ? 0 : 1);
  return recordsOfKind(passbook, 'programme').sort((a, b) => isOpen(a) - isOpen(b) || newestFirst(a, b));
}

/** No adult's waist is below 60 cm or above 60 inches. */
const LARGEST_WAIST_IN_INCHES = 60;
const CENTIMETRES_PER_INCH = 2.54;

/** The waist of a check-up in centimeters. The file omits the unit, so it is guessed from the size. */
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
 * Whether a value as written means that nothing was measured: in a check-up or a programme's visit, 0 is not
 * a result.
 */
export const isUnmeasured = ({ key }: Pick<Field, 'key' | 'type'>, value: string): boolean =>
  zeroIsNone.has(key) && readNumber(value) === 0;

/** For each field with the text of a finding: the field with its code, and the codes that are abnormal. */
const findings: ReadonlyMap<string, readonly [code: string, abnormal: RegExp]> = new Map(
  (Object.keys(abnormalFindings) as (keyof typeof abnormalFindings)[]).map((name) => {
    const { code, display } = preventiveCheckups.keys[name];
    return [display, [code, abnormalFindings[name]]];
  }),
);

/** Whether the code of a finding is abnormal; always false for a field that is not a finding. */
export function isAbnormalFinding(
  { raw }: Pick<PreventiveCheckup, 'raw'>,
  { key }: Pick<Field, 'key'>,
): boolean {
  const [codeKey = '', abnormal] = findings.get(key) ?? [];
  const code = raw[codeKey];
  return typeof code === 'string' && abnormal?.test(code.trim()) === true;
}
