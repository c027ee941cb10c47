import { taipeiDate, type LocalDate } from '../../identity/index.js';
import type { PartialDate } from '../model/model.js';
import type { LaboratoryPoint, LaboratorySeries } from './laboratory.js';

/** The newest result of a series that can be judged by its range. */
export interface CurrentResult {
  readonly series: LaboratorySeries;
  readonly point: LaboratoryPoint;
  /**
   * The date since which all decided results have been on the same side, either outside their ranges or within
   * them.
   */
  readonly since: PartialDate | null;
}

/** Where the person's results lie on a given day. */
export interface ResultsNow {
  /** Results outside their ranges, newest first. Antibodies that show immunity are never included. */
  readonly outside: readonly CurrentResult[];
  /** Results within their ranges, sorted so that the most important ones (`keyAnalytes`) come first. */
  readonly within: readonly CurrentResult[];
  /**
   * Series with current results, none of which can be judged: there is no range, or the range or the value was not
   * understood.
   */
  readonly undecided: readonly LaboratorySeries[];
  /** Results that were outside their range when last measured, but are no longer current. */
  readonly older: readonly CurrentResult[];
  /** Results after this day are current. */
  readonly from: LocalDate;
}

export interface ResultsNowOptions {
  /** The day that counts as today. The default is today in Taipei. */
  readonly today?: LocalDate;
}

/**
 * The number of months for which a result is current. It is more than a year, because a yearly check-up may be
 * late.
 */
export const CURRENT_MONTHS = 15;

/** The analytes that physicians look at first, in this order. They are ids in the analyte table. */
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
 * Determines which results are outside their range now, which are within it, and which could not be judged. The
 * pages, the printout and the command line all use this function.
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

/** Returns the newest result that can be judged by its range, or `null` if there is none. */
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
 * Checks whether a series has undecided results with ranges by age, which could be judged if the person's year of
 * birth were known.
 */
export const waitsForAge = ({ points }: LaboratorySeries): boolean =>
  points.some(
    ({ position, range }) =>
      position === null && range !== null && range.parts.some(({ age }) => age !== null),
  );

/** Checks whether a result is current. A month without a day is treated as its last day. */
export const isCurrent = ({ date }: Pick<LaboratoryPoint, 'date'>, from: LocalDate): boolean =>
  date !== null && `${date}-31`.slice(0, 10) > from;

function monthsBefore(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(date, last));
  return at.toISOString().slice(0, 10);
}
