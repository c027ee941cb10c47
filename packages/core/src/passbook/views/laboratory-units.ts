import type { Analyte } from '../analytes/analytes.js';
import type { Quantity } from '../results/quantity.js';
import type { Interval, ReferenceRange } from '../results/reference-range.js';

/**
 * Determines the unit of a result. A passbook has no field for the unit. Some hospitals write it with the value or
 * the range; otherwise it is inferred from the size of the reference range (for white cells, 4–10 or 4000–10000).
 */

/** A unit, with the factor that converts it to the analyte's own unit. */
export interface UnitScale {
  readonly unit: string | null;
  readonly factor: number;
}

/**
 * What is known about the scale of a result. `matched`: the unit is known. `other`: the result belongs to
 * something else, such as a urine test that has the name of a serum test. `untold`: the unit is unknown.
 */
export type ScaleReading = { readonly kind: 'matched'; readonly scale: UnitScale } | 'other' | 'untold';

/**
 * The maximum distance between a range and the usual range, as a power of ten. Ranges of different hospitals
 * differ, but ranges in different units differ more.
 */
const OWN_UNIT_TOLERANCE = 0.55;
/**
 * The maximum distance after conversion to another unit. This limit is stricter, because the range of another
 * analyte might match by chance.
 */
const CONVERTED_TOLERANCE = 0.25;
/**
 * How much better a converted unit must fit than the analyte's own unit. Units whose size is close to the
 * analyte's own unit are recognized only if they are written in the file.
 */
const CONVERTED_HANDICAP = 0.15;
/** The maximum factor between a value that has no range and the bounds of the usual range. */
const PLAUSIBLE = 8;

export function scalesOf({ unit, units }: Analyte): readonly UnitScale[] {
  const others = Object.entries(units).map(([other, factor]) => ({ unit: other, factor }));
  return [{ unit, factor: 1 }, ...others];
}

/** Determines the scale of a result from the unit that is written with it, or from its range. */
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
      // Even if the unit is known, the range could belong to another specimen.
      const apart = usual === null || interval === null ? null : distance(interval, usual, scale.factor);
      return apart !== null && apart > OWN_UNIT_TOLERANCE ? 'other' : { kind: 'matched', scale };
    }
  }
  // If the stated unit is not one of the analyte's units, the scale must not be guessed.
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

/**
 * Selects the scales that differ enough in size from the analyte's own scale. Closer ones are used only if the
 * unit is written in the file.
 */
const tellable = (scales: readonly UnitScale[]): readonly UnitScale[] =>
  scales.filter(({ factor }) => factor === 1 || Math.abs(Math.log10(factor)) > CONVERTED_TOLERANCE);

/**
 * Determines the unit from the magnitude of numbers that could not be read as a range. For example, if `[0.50][]`
 * accompanies a CRP result, 0.50 must be in mg/dL, whether it is the lower or the upper bound.
 */
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
  // If two different scales fit, the unit stays unknown.
  const [best, next] = fits;
  return best === undefined || (next !== undefined && next.scale.factor !== best.scale.factor)
    ? 'untold'
    : { kind: 'matched', scale: best.scale };
}

/**
 * Returns the bounds of a range, or those of its first part if it has parts. Returns `null` if there are no
 * bounds.
 */
export function intervalOf(range: ReferenceRange | null): Interval | null {
  if (range === null) return null;
  const [part] = range.parts;
  const interval = part ?? range;
  return interval.low === null && interval.high === null ? null : interval;
}

/**
 * Returns the distance between a range and the usual range, in powers of ten. Returns `null` if no bound is
 * stated in both ranges.
 */
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
  // Two ranges of the same analyte always overlap, but a range for serum and a range for urine need not.
  const overlap =
    (lowest === null || usualHigh === null || lowest < usualHigh) &&
    (highest === null || usualLow === null || highest > usualLow);
  return overlap ? Math.max(...apart) : Infinity;
}

/**
 * Returns the scales in which a value that has no range is plausible. Only the analyte's own scale and scales that
 * differ by a power of ten are considered. In Taiwan, moles are rarely used instead of milligrams, so they are
 * considered only if the unit or the range indicates them.
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

/**
 * Converts a unit into a form that can be compared. The form has no upper-case letters and no spaces, and each
 * sign that laboratories write in several ways has one spelling.
 */
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

/** The parts of a result that reveal its unit. */
interface UnitTold {
  readonly results: readonly { readonly unit: string | null }[];
  readonly unit?: string | null;
  readonly quantity?: Quantity | null;
  readonly range?: ReferenceRange | null;
  /** Where the result comes from. In check-ups, the section defines the units. */
  readonly source?: 'laboratory' | 'check-up' | 'programme';
}

/**
 * Checks whether the unit of a result was inferred because it is written neither with the value nor with the
 * range.
 */
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

/**
 * Checks whether two ranges can have the same scale: they must overlap, and bounds on the same side must not
 * differ by more than a factor of four.
 */
export function sameScale(a: Interval, b: Interval): boolean {
  const near = (x: number | undefined, y: number | undefined): boolean =>
    x === undefined || y === undefined || x <= 0 || y <= 0 || Math.abs(Math.log10(x / y)) <= 0.6;
  if (!near(a.high?.value, b.high?.value)) return false;
  const below = (x: Interval, y: Interval): boolean =>
    x.high !== null && y.low !== null && x.high.value < y.low.value;
  if (below(a, b) || below(b, a)) return false;
  return a.high !== null || b.high !== null || near(a.low?.value, b.low?.value);
}
