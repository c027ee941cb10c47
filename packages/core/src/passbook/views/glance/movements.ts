import type { LocalDate } from '../../../identity/index.js';
import type { AnyProgramme } from '../care.js';
import { dayNumber } from '../days.js';
import type { LaboratoryPoint, LaboratorySeries } from '../laboratory.js';
import { isCurrent, keyAnalytes } from '../results-now.js';

/** The current value of a measurement, and the value from about a year earlier. */
export interface Movement {
  readonly series: LaboratorySeries;
  /** The newest number. */
  readonly latest: LaboratoryPoint;
  /**
   * The number nearest to one year earlier, between four weeks and a year and a half; `null` if there is
   * none.
   */
  readonly before: LaboratoryPoint | null;
  /** How `latest` compares with `before`: arithmetic, not a judgment. */
  readonly direction: 'higher' | 'lower' | 'same' | null;
  /** The person's open programme that monitors it. */
  readonly programme: AnyProgramme | null;
}

/** The analytes that programmes monitor, which are shown first (ids in the analyte table). */
const followedBy: Readonly<Record<AnyProgramme['section'], readonly string[]>> = {
  r12: ['hba1c', 'ldl-cholesterol', 'glucose', 'urine-albumin-creatinine-ratio'],
  r13: ['egfr', 'creatinine', 'urine-protein-creatinine-ratio', 'hba1c', 'ldl-cholesterol'],
  r14: ['alt', 'ast'],
};

/** The maximum number of lines: people do not read more on a first screen. */
const MOST = 6;

interface Currency {
  /** Results after this day are current. */
  readonly since: LocalDate;
  /** The first current day for results of a check-up, which is repeated less often. */
  readonly checkupSince: LocalDate;
}

/**
 * Current numbers: first what the person's programmes monitor, then what is outside its range, then what
 * physicians look at first.
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
    // If there are several units or specimens, the most recently measured one is used: series are in that
    // order.
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
/** In days before the latest value: nearer results are from the same weeks; older ones are too old to compare. */
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
