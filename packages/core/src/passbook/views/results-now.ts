import { taipeiDate, type LocalDate } from '../../identity/index.js';
import type { PartialDate } from '../model/model.js';
import type { LaboratoryPoint, LaboratorySeries } from './laboratory.js';

/** The newest result of a series that can be judged by its range. */
export interface CurrentResult {
  readonly series: LaboratorySeries;
  readonly point: LaboratoryPoint;
  /**
   * The date since which all decided results have been on the same side: outside their ranges, or within
   * them.
   */
  readonly since: PartialDate | null;
}

/** The position of the person's results on a day. */
export interface ResultsNow {
  /** Outside their ranges, the newest first. Never contains antibodies that show immunity. */
  readonly outside: readonly CurrentResult[];
  /** Within their ranges, with the most important ones (`keyAnalytes`) first. */
  readonly within: readonly CurrentResult[];
  /**
   * Current, but no result of the period can be judged: there is no range, or the range or the value was not
   * understood.
   */
  readonly undecided: readonly LaboratorySeries[];
  /** Outside when last measured, but no longer current. */
  readonly older: readonly CurrentResult[];
  /** The first day that counts as current. */
  readonly from: LocalDate;
}

export interface ResultsNowOptions {
  /** Defaults to today in Taipei. */
  readonly today?: LocalDate;
}

/** A result is current for 15 months, because a yearly check-up may be late. */
export const CURRENT_MONTHS = 15;

/** The analytes that physicians look at first, in that order (ids in the analyte table). */
export const keyAnalytes: readonly string[] = [
  'hba1c',
  'glucose',
  'ldl-cholesterol',
  'hdl-cholesterol',
  'triglycerides',
  'total-cholesterol',
  'creatinine',
  'egfr',
  'urine-albumin-creatinine-ratio',
  'urine-microalbumin',
  'alt',
  'ast',
  'hemoglobin',
  'leukocytes',
  'platelets',
  'potassium',
  'sodium',
  'uric-acid',
  'tsh',
];

/**
 * Determines which results are outside their range now, which are within it, and which could not be judged.
 * The pages, the printout and the command line use the same result.
 */
export function listResultsNow(
  series: readonly LaboratorySeries[],
  options: ResultsNowOptions = {},
): ResultsNow {
  const from = monthsBefore(options.today ?? taipeiDate(new Date()), CURRENT_MONTHS);
  const outside: CurrentResult[] = [];
  const within: CurrentResult[] = [];
  const older: CurrentResult[] = [];
  const undecided: LaboratorySeries[] = [];
  for (const each of series) {
    if (each.remark) continue;
    const result = newestDecided(each);
    const current = result !== null && isCurrent(result.point, from);
    if (result !== null && current) {
      if (result.point.position === 'within' || each.analyte?.immunity === true) within.push(result);
      else outside.push(result);
      continue;
    }
    if (each.points.some((point) => point.source === 'laboratory' && isCurrent(point, from)))
      undecided.push(each);
    if (result !== null && result.point.position !== 'within' && each.analyte?.immunity !== true)
      older.push(result);
  }
  const byDate = (a: CurrentResult, b: CurrentResult): number =>
    (a.point.date ?? '') < (b.point.date ?? '') ? 1 : (a.point.date ?? '') > (b.point.date ?? '') ? -1 : 0;
  const rank = ({ series: { analyte } }: CurrentResult): number => {
    const index = analyte === null ? -1 : keyAnalytes.indexOf(analyte.id);
    return index < 0 ? keyAnalytes.length : index;
  };
  return {
    outside: outside.sort(byDate),
    within: within.sort((a, b) => rank(a) - rank(b) || byDate(a, b)),
    undecided,
    older: older.sort(byDate),
    from,
  };
}

/** The newest result that can be judged by its range, if any. */
export function newestDecided(series: LaboratorySeries): CurrentResult | null {
  const decided = series.points.filter(({ position }) => position !== null);
  const point = decided.at(-1);
  if (point === undefined) return null;
  const alike = ({ position }: LaboratoryPoint): boolean =>
    (position === 'within') === (point.position === 'within');
  const change = decided.findLastIndex((each) => !alike(each));
  return { series, point, since: decided[change + 1]?.date ?? point.date };
}

/**
 * Whether a series has undecided results with ranges by age, which could be judged if the person's year of
 * birth were known.
 */
export const waitsForAge = ({ points }: LaboratorySeries): boolean =>
  points.some(
    ({ position, range }) =>
      position === null && range !== null && range.parts.some(({ age }) => age !== null),
  );

/** A month without a day is treated as its last day. */
export const isCurrent = ({ date }: Pick<LaboratoryPoint, 'date'>, from: LocalDate): boolean =>
  date !== null && `${date}-31`.slice(0, 10) > from;

function monthsBefore(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(date, last));
  return at.toISOString().slice(0, 10);
}
