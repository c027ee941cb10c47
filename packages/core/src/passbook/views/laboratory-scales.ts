import type { Analyte } from '../analytes/analytes.js';
import type { Quantity } from '../results/quantity.js';
import type { Bound, Interval, ReferenceRange } from '../results/reference-range.js';
import {
  comparableUnit,
  intervalOf,
  plausibleScales,
  sameScale,
  scaleByRange,
  scalesOf,
  type UnitScale,
} from './laboratory-units.js';
import type { OneResult } from './one-result.js';

/** A result after conversion to the unit of its series. */
export interface ScaledResult {
  readonly result: OneResult;
  readonly value: string | null;
  readonly quantity: Quantity | null;
  readonly range: ReferenceRange | null;
  readonly unit: string | null;
  readonly converted: boolean;
}

/** Results that can be shown as one series. */
export interface ScaleGroup {
  readonly unit: string | null;
  /**
   * Whether the group has the analyte's own scale. Every other group has a different scale, or contains results
   * from another specimen that have the same name.
   */
  readonly own: boolean;
  readonly results: readonly ScaledResult[];
}

/**
 * Groups results that have the same name by scale. If the analyte's units are known, results are converted to one
 * unit; otherwise they stay in separate groups.
 */
export function separateScales(analyte: Analyte | null, results: readonly OneResult[]): ScaleGroup[] {
  if (analyte === null) return apart(results);
  const { own, others } = ownScales(analyte, results);
  return [...(own.length > 0 ? [convert(own)] : []), ...apart(others)];
}

interface Placed {
  readonly result: OneResult;
  readonly scale: UnitScale | null;
}

const facilityOf = ({ results: [result] }: OneResult): string =>
  result?.performer.code ?? result?.performer.name ?? '';
const dateOf = ({ results: [result] }: OneResult): string => result?.date ?? '';

/**
 * Separates the results that belong to the analyte, each with its unit, from all others. The other results have
 * reference ranges that are impossible for this analyte, or units that cannot be determined.
 */
function ownScales(
  analyte: Analyte,
  results: readonly OneResult[],
): { readonly own: readonly Placed[]; readonly others: readonly OneResult[] } {
  const own: Placed[] = [];
  const others: OneResult[] = [];
  const untold: OneResult[] = [];
  for (const result of results) {
    const quantity = result.value?.quantity ?? null;
    if (quantity === null) {
      own.push({ result, scale: null });
      continue;
    }
    const reading = scaleByRange(analyte, result.range, quantity);
    if (reading === 'untold') untold.push(result);
    else if (reading === 'other') others.push(result);
    else own.push({ result, scale: reading.scale });
  }
  const told = own.filter(({ scale }) => scale !== null);
  const scales = scalesOf(analyte);
  const single = scales.every(({ factor }) => factor === 1);
  for (const result of untold) {
    const scale = single ? (scales[0] ?? null) : scaleByOthers(analyte, result, told);
    if (scale === null) others.push(result);
    else own.push({ result, scale });
  }
  return { own, others };
}

/**
 * Determines the unit of a result from other results. A laboratory is assumed to use the same unit every time.
 * If the laboratory's unit is unknown and the value is plausible in exactly one unit, that unit is used.
 */
function scaleByOthers(analyte: Analyte, result: OneResult, told: readonly Placed[]): UnitScale | null {
  const quantity = result.value?.quantity ?? null;
  if (quantity === null) return null;
  const date = Date.parse(dateOf(result));
  const plausible = plausibleScales(analyte, quantity);
  const isPlausible = (scale: UnitScale | null): boolean =>
    plausible.some(({ factor }) => factor === scale?.factor);
  const [nearest] = told
    .filter((each) => facilityOf(each.result) === facilityOf(result) && isPlausible(each.scale))
    .map((each) => ({ scale: each.scale, days: Math.abs(Date.parse(dateOf(each.result)) - date) }))
    .sort((a, b) => a.days - b.days);
  if (nearest !== undefined) return nearest.scale;
  // The unit of the other laboratories is not used. It would be right for most results, but it would turn a CRP of
  // 0.6 mg/dL into 0.6 mg/L.
  return plausible.length > 0 && plausible.every(({ factor }) => factor === plausible[0]?.factor)
    ? (plausible[0] ?? null)
    : null;
}

/** Converts all results to the unit of the newest one, with which the person is most familiar. */
function convert(placed: readonly Placed[]): ScaleGroup {
  const newest = placed.reduce<Placed | undefined>(
    (last, each) =>
      each.scale !== null && (last === undefined || dateOf(each.result) >= dateOf(last.result)) ? each : last,
    undefined,
  );
  const target = newest?.scale ?? null;
  return {
    unit: target?.unit ?? null,
    own: true,
    results: placed.map(({ result, scale }) =>
      scale === null || target === null || scale.factor === target.factor
        ? asWritten(result, scale === null ? null : (target?.unit ?? null))
        : converted(result, scale.factor / target.factor, target.unit),
    ),
  };
}

const asWritten = (result: OneResult, unit: string | null): ScaledResult => ({
  result,
  value: result.results[0]?.value ?? null,
  quantity: result.value?.quantity ?? null,
  range: result.range,
  unit,
  converted: false,
});

const DIGITS = 6;

function converted(result: OneResult, ratio: number, unit: string | null): ScaledResult {
  const quantity = result.value?.quantity ?? null;
  const scale = (value: number): number => Number((value * ratio).toPrecision(DIGITS));
  const bound = (each: Bound | null): Bound | null =>
    each === null ? null : { ...each, value: scale(each.value) };
  const interval = <T extends Interval>(each: T): T => ({
    ...each,
    low: bound(each.low),
    high: bound(each.high),
  });
  const { range } = result;
  const value = quantity === null ? null : { comparator: quantity.comparator, value: scale(quantity.value) };
  return {
    result,
    value: value === null ? (result.results[0]?.value ?? null) : `${value.comparator ?? ''}${value.value}`,
    quantity: value,
    range:
      range === null
        ? null
        : {
            ...interval(range),
            stages: range.stages.map((stage) => interval(stage)),
            parts: range.parts.map((part) => interval(part)),
            unit: null,
          },
    unit,
    converted: true,
  };
}

/** If the values of two facilities that state no range differ by more than this factor, their units differ. */
const GAP = 100;

/**
 * Groups results by their stated unit, and then by ranges that could have the same scale. A result that states
 * neither a unit nor a range joins the first group that it fits.
 */
function apart(results: readonly OneResult[]): ScaleGroup[] {
  const units = [...new Set(results.map(statedUnit).filter((unit) => unit !== null))];
  if (units.length === 0) return byRanges(results, null);
  return units.flatMap((unit, index) => {
    const own = results.filter((result) => (statedUnit(result) ?? units[0]) === unit);
    const saysAll = own.every((result) => statedUnit(result) === unit || result.value?.quantity === null);
    const [said] = own.flatMap((result) => result.value?.quantity?.unit ?? []);
    return byRanges(own, saysAll || index > 0 ? (said ?? null) : null);
  });
}

/**
 * Returns the stated unit in a form that can be compared. Returns `null` for words and for numbers without a unit.
 */
function statedUnit({ value }: OneResult): string | null {
  const unit = value?.quantity?.unit;
  return unit === undefined ? null : comparableUnit(unit);
}

function byRanges(results: readonly OneResult[], unit: string | null): ScaleGroup[] {
  const groups: { readonly intervals: Interval[]; readonly results: OneResult[] }[] = [];
  const unranged: OneResult[] = [];
  for (const result of results) {
    const interval = intervalOf(result.range);
    if (interval === null) {
      unranged.push(result);
      continue;
    }
    const group = groups.find(({ intervals }) => intervals.every((each) => sameScale(each, interval)));
    if (group === undefined) groups.push({ intervals: [interval], results: [result] });
    else {
      if (
        !group.intervals.some(
          (each) => each.low?.value === interval.low?.value && each.high?.value === interval.high?.value,
        )
      )
        group.intervals.push(interval);
      group.results.push(result);
    }
  }
  for (const result of unranged) {
    const same = groups.find((group) =>
      group.results.some((each) => facilityOf(each) === facilityOf(result) && near(each, result)),
    );
    const group = same ?? groups.find((each) => each.results.some((other) => near(other, result)));
    if (group === undefined) groups.push({ intervals: [], results: [result] });
    else group.results.push(result);
  }
  return groups.map((group) => ({
    unit,
    own: false,
    results: group.results.map((result) => asWritten(result, unit)),
  }));
}

/**
 * Checks whether two values can have the same unit. Words fit any value, and two numbers fit if they differ by
 * less than `GAP` or come from the same facility.
 */
function near(a: OneResult, b: OneResult): boolean {
  const [left, right] = [a.value?.quantity?.value ?? 0, b.value?.quantity?.value ?? 0];
  return (
    left <= 0 ||
    right <= 0 ||
    facilityOf(a) === facilityOf(b) ||
    Math.max(left, right) / Math.min(left, right) < GAP
  );
}
