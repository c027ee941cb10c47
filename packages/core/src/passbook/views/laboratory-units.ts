import type { Analyte } from '../analytes.js';
import type { Quantity } from '../results/quantity.js';
import type { Interval, ReferenceRange } from '../results/reference-range.js';

/**
 * In which unit a result counts. A passbook has no field for it: the unit stands beside value or range in some hospitals, and
 * elsewhere the reference range tells it by its size (4–10 and 4000–10000 white cells).
 */

/** A unit, and how many of the analyte's own unit it is. */
export interface UnitScale {
  readonly unit: string | null;
  readonly factor: number;
}

/** `matched`; or that the range belongs to something else (urine under the name of serum); or that nothing tells. */
export type ScaleReading = { readonly kind: 'matched'; readonly scale: UnitScale } | 'other' | 'untold';

/** How far a range may be from the usual one, as a power of ten: hospitals differ, units differ by more. */
const OWN_UNIT_TOLERANCE = 0.55;
/** In a converted unit a match must be closer, because another analyte may lie there by chance. */
const CONVERTED_TOLERANCE = 0.25;
/** By how much better a converted unit must fit than the analyte's own: units that are close to it are told only where written. */
const CONVERTED_HANDICAP = 0.15;
/** How far a value without a range may lie from the usual range. */
const PLAUSIBLE = 8;

export function scalesOf({ unit, units }: Analyte): readonly UnitScale[] {
  const others = Object.entries(units).map(([other, factor]) => ({ unit: other, factor }));
  return [{ unit, factor: 1 }, ...others];
}

/** The scale of a result by the unit written beside it, or by its range. */
export function scaleByRange(
  analyte: Analyte,
  range: ReferenceRange | null,
  quantity: Quantity | null,
): ScaleReading {
  const scales = scalesOf(analyte);
  const written = quantity?.unit ?? range?.unit ?? null;
  const interval = intervalOf(range);
  const { usual } = analyte;
  if (written !== null) {
    const wanted = comparableUnit(written);
    const scale = scales.find(({ unit }) => unit !== null && comparableUnit(unit) === wanted);
    if (scale !== undefined) {
      // The unit is right, but the range may be that of another specimen.
      const apart = usual === null || interval === null ? null : distance(interval, usual, scale.factor);
      return apart !== null && apart > OWN_UNIT_TOLERANCE ? 'other' : { kind: 'matched', scale };
    }
  }
  // A unit that the analyte is not known in tells that its size must not be guessed.
  if (quantity?.unit !== undefined && interval === null && scales.some(({ unit }) => unit !== null))
    return 'other';
  if (usual === null) return 'untold';
  if (interval === null) return scaleByFigures(scales, usual, range?.figures ?? []);
  const fits = scales.map((scale) => ({ scale, distance: distance(interval, usual, scale.factor) }));
  const handicap = ({ factor }: UnitScale): number => (factor === 1 ? 0 : CONVERTED_HANDICAP);
  if (fits.every(({ distance: each }) => each === null)) return 'untold';
  const [best] = fits
    .filter(
      ({ scale, distance: each }) =>
        each !== null && each <= (scale.factor === 1 ? OWN_UNIT_TOLERANCE : CONVERTED_TOLERANCE),
    )
    .sort((a, b) => (a.distance ?? 0) + handicap(a.scale) - (b.distance ?? 0) - handicap(b.scale));
  return best === undefined ? 'other' : { kind: 'matched', scale: best.scale };
}

/** The scales that size can tell from the analyte's own; closer ones count only where they are written. */
const tellable = (scales: readonly UnitScale[]): readonly UnitScale[] =>
  scales.filter(({ factor }) => factor === 1 || Math.abs(Math.log10(factor)) > CONVERTED_TOLERANCE);

/** A range that decides nothing still has a size: `[0.50][]` beside a CRP is in mg/dL, whatever side it bounds. */
function scaleByFigures(
  scales: readonly UnitScale[],
  usual: readonly (number | null)[],
  figures: readonly number[],
): ScaleReading {
  const bounds = usual.filter((bound) => bound !== null && bound > 0) as number[];
  const fits = tellable(scales)
    .map((scale) => ({
      scale,
      distance: Math.min(
        ...figures.flatMap((figure) =>
          figure > 0 ? bounds.map((bound) => Math.abs(Math.log10((figure * scale.factor) / bound))) : [],
        ),
      ),
    }))
    .filter(({ distance: each }) => each <= CONVERTED_TOLERANCE)
    .sort((a, b) => a.distance - b.distance);
  // Two sizes that both fit tell nothing.
  const [best, next] = fits;
  return best === undefined || (next !== undefined && next.scale.factor !== best.scale.factor)
    ? 'untold'
    : { kind: 'matched', scale: best.scale };
}

/** Bounds of a range, of its widest part where it has several. */
export function intervalOf(range: ReferenceRange | null): Interval | null {
  if (range === null) return null;
  const [part] = range.parts;
  const interval = part ?? range;
  return interval.low === null && interval.high === null ? null : interval;
}

/** How far a range lies from the usual one, in powers of ten; `null` where they share no bound. */
function distance(
  { low, high }: Interval,
  [usualLow, usualHigh]: readonly [number | null, number | null],
  factor: number,
): number | null {
  const lowest = low === null ? null : low.value * factor;
  const highest = high === null ? null : high.value * factor;
  const apart = [
    [lowest, usualLow],
    [highest, usualHigh],
  ].flatMap(([a = null, b = null]) =>
    a !== null && b !== null && a > 0 && b > 0 ? [Math.abs(Math.log10(a / b))] : [],
  );
  if (apart.length === 0) return null;
  // Ranges of one analyte overlap; those of serum and urine need not.
  const overlap =
    (lowest === null || usualHigh === null || lowest < usualHigh) &&
    (highest === null || usualLow === null || highest > usualLow);
  return overlap ? Math.max(...apart) : Infinity;
}

/**
 * The scales in which a value without a range is plausible: the analyte's own and those a power of ten from it. Moles for milligrams
 * are rare here, and count only where unit or range says so.
 */
export function plausibleScales(analyte: Analyte, quantity: Quantity): readonly UnitScale[] {
  const scales = tellable(scalesOf(analyte)).filter(({ factor }) =>
    Number.isInteger(round(Math.log10(factor))),
  );
  const { usual } = analyte;
  if (usual === null) return scales;
  const [low, high] = usual;
  const least = (low ?? 0) / PLAUSIBLE;
  const most = (high ?? (low ?? 0) * PLAUSIBLE) * PLAUSIBLE;
  return scales.filter(({ factor }) => quantity.value * factor >= least && quantity.value * factor <= most);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Units compare without case, spaces and the signs that laboratories write in many ways. */
export function comparableUnit(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/[[\]{}()\s]/g, '')
    .replace(/[μµ]/g, 'u')
    .replace(/mcg/g, 'ug')
    .replace(/mm\^?3|cumm|cmm/g, 'ul')
    .replace(/gm/g, 'g')
    .replace(/^[x×*]/, '')
    .replace(/^k\//, '10*3/')
    .replace(/^m\//, '10*6/')
    .replace(/10\^|10e|10\*\*/g, '10*')
    .replace(/^10(\d)/, '10*$1')
    .replace(/^iu\/l$/, 'u/l')
    .replace(/^(?:sec|secs|second|seconds|秒)$/, 's')
    .replace(/1\.73m\^?_?2|1\.73_m2/, '1.73m2')
    .replace(/_/g, '')
    .replace(/^萬\//, '10*4/');
}

/** What of a result tells its unit. */
interface UnitTold {
  readonly results: readonly { readonly unit: string | null }[];
  readonly unit?: string | null;
  readonly quantity?: Quantity | null;
  readonly range?: ReferenceRange | null;
  /** A check-up states its units by its form. */
  readonly source?: 'laboratory' | 'check-up' | 'programme';
}

/** Whether the unit of a result stands neither beside the value nor beside the range: size, order or form tell it. */
export function isUnitInferred({
  results,
  unit = null,
  quantity = null,
  range = null,
  source = 'laboratory',
}: UnitTold): boolean {
  if (unit === null || quantity === null || source === 'check-up') return false;
  const written = results[0]?.unit ?? quantity.unit ?? range?.unit ?? null;
  return written === null || comparableUnit(written) !== comparableUnit(unit);
}

/** Whether two ranges can be of one scale: bounds on the same side within a factor of four, and overlapping. */
export function sameScale(a: Interval, b: Interval): boolean {
  const near = (x: number | undefined, y: number | undefined): boolean =>
    x === undefined || y === undefined || x <= 0 || y <= 0 || Math.abs(Math.log10(x / y)) <= 0.6;
  if (!near(a.high?.value, b.high?.value)) return false;
  const below = (x: Interval, y: Interval): boolean =>
    x.high !== null && y.low !== null && x.high.value < y.low.value;
  if (below(a, b) || below(b, a)) return false;
  return a.high !== null || b.high !== null || near(a.low?.value, b.low?.value);
}
