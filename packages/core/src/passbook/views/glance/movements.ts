import type { LocalDate } from '../../../identity/index.js';
import type { AnyProgramme } from '../care.js';
import { dayNumber } from '../days.js';
import type { LaboratoryPoint, LaboratorySeries } from '../laboratory.js';
import { isCurrent, keyAnalytes } from '../results-now.js';

/** The current value of a measurement, and the value from about a year earlier. */
export interface Movement {
  readonly series: LaboratorySeries;
  /** The newest result that is a number. */
  readonly latest: LaboratoryPoint;
  /**
   * The earlier number that is nearest to one year before `latest`. It is at least four weeks and at most a year
   * and a half older. `null` if there is no such number.
   */
  readonly before: LaboratoryPoint | null;
  /** Whether `latest` is higher or lower than `before`. This is arithmetic, not a medical judgment. */
  readonly direction: 'higher' | 'lower' | 'same' | null;
  /** The person's open programme that monitors this measurement. */
  readonly programme: AnyProgramme | null;
}

/** The analytes that each programme monitors, which are shown first. They are ids in the analyte table. */
const followedBy: Readonly<Record<AnyProgramme['section'], readonly string[]>> = {
  r12: ['hba1c', 'ldl-cholesterol', 'glucose', 'urine-albumin-creatinine-ratio'],
  r13: ['egfr', 'creatinine', 'urine-protein-creatinine-ratio', 'hba1c', 'ldl-cholesterol'],
  r14: ['alt', 'ast'],
};

/** The maximum number of movements. People do not read more lines than this on a first screen. */
const MOST = 6;

interface Currency {
  /** Results after this day are current. */
  readonly since: LocalDate;
  /** Results of a check-up after this day are current. Check-ups are repeated less often than other tests. */
  readonly checkupSince: LocalDate;
}

/**
 * Lists current numbers: first those that the person's programmes monitor, then those outside their range, and
 * finally those that physicians look at first.
 */
export function listMovements(
  all: readonly LaboratorySeries[],
  programmes: readonly AnyProgramme[],
  currency: Currency,
): Movement[] {
  const programmeOf = new Map(
    programmes.flatMap((each) => followedBy[each.section].map((id) => [id, each] as const)),
  );
  const ids = [...new Set([...programmeOf.keys(), ...keyAnalytes])];
  const moved = ids.flatMap((id) => {
    // If there are series in several units or specimens, the most recently measured one is used. It comes first,
    // because series are sorted by date.
    const candidates = all.filter(({ analyte, remark }) => analyte?.id === id && !remark);
    for (const series of candidates) {
      const movement = movementOf(series, programmeOf.get(id) ?? null, currency);
      if (movement !== null) return [movement];
    }
    return [];
  });
  const rank = ({ programme, latest: { position } }: Movement): number =>
    programme !== null ? 0 : position === null || position === 'within' ? 2 : 1;
  return moved.sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

function movementOf(
  series: LaboratorySeries,
  programme: AnyProgramme | null,
  { since, checkupSince }: Currency,
): Movement | null {
  const at = series.points.findLastIndex(({ quantity }) => quantity !== null);
  const latest = series.points[at];
  if (latest === undefined) return null;
  if (!isCurrent(latest, latest.source === 'check-up' ? checkupSince : since)) return null;
  const before = aYearBefore(latest, series.points.slice(0, at));
  return { series, latest, before, direction: directionOf(latest, before), programme };
}

const YEAR = 365;
/**
 * The limits for an earlier result, in days before the latest one. A result within the first limit comes from the
 * same few weeks, and a result beyond the second limit is too old for a comparison.
 */
const NEAREST = 28;
const FARTHEST = 548;

function aYearBefore(latest: LaboratoryPoint, points: readonly LaboratoryPoint[]): LaboratoryPoint | null {
  const day = dayNumber(latest.date);
  if (day === null || latest.quantity?.comparator !== null) return null;
  let found: LaboratoryPoint | null = null;
  let distance = Infinity;
  for (const point of points) {
    const on = dayNumber(point.date);
    if (on === null || point.quantity?.comparator !== null || point.unit !== latest.unit) continue;
    const days = day - on;
    if (days < NEAREST || days > FARTHEST || Math.abs(days - YEAR) > distance) continue;
    [found, distance] = [point, Math.abs(days - YEAR)];
  }
  return found;
}

function directionOf(latest: LaboratoryPoint, before: LaboratoryPoint | null): Movement['direction'] {
  const [now, then] = [latest.quantity?.value, before?.quantity?.value];
  if (now === undefined || then === undefined) return null;
  return now > then ? 'higher' : now < then ? 'lower' : 'same';
}
