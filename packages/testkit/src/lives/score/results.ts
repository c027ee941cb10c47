import type { Life, Measurement } from '../facts.js';
import { abnormalOn, placeOf } from '../oracle/results.js';
import type { Written } from '../render/claims.js';
import type { Rendering } from '../render/passbook.js';
import type { Decides } from '../render/ranges.js';
import type { WrittenResult } from '../render/results.js';
import { testOf } from '../tests.js';
import type { Answers, PointAnswer } from './answers.js';
import type { Tally } from './cells.js';

/** Returns the row if it is a result row, or `null` otherwise. */
const resultOf = (row: Written | WrittenResult | undefined): WrittenResult | null =>
  row !== undefined && 'result' in row ? row : null;

interface Seen {
  readonly series: number;
  readonly point: PointAnswer;
}

/** Compares the series of a view, with their points and positions, with the measurements. */
export function scoreResults(life: Life, rendering: Rendering, answers: Answers, tally: Tally): void {
  const byId = new Map(life.measurements.map((measurement) => [measurement.id, measurement]));
  const rowsOf = new Map<string, WrittenResult[]>();
  for (const row of rendering.rows.values()) {
    const written = resultOf(row);
    for (const id of written?.tells ?? [])
      rowsOf.set(id, [...(rowsOf.get(id) ?? []), written as WrittenResult]);
  }
  const decides = new Map([...rowsOf].map(([id, rows]) => [id, settles(rows)]));
  const seen = new Map<string, Seen[]>();
  for (const [series, points] of answers.series.entries()) {
    scoreSeries(points, rendering, byId, tally);
    for (const point of points) {
      for (const id of idsOf(point, rendering)) seen.set(id, [...(seen.get(id) ?? []), { series, point }]);
      scoreZero(point, rendering, tally);
    }
  }
  scoreJoining(life, rowsOf, seen, tally);
  for (const [id, measurement] of byId) {
    const points = [...new Set((seen.get(id) ?? []).map(({ point }) => point))];
    if (points.length > 1) tally.wrong('no result twice', `${say(measurement)} is ${points.length} points`);
    else if (points.length === 1) tally.right('no result twice');
    const how = decides.get(id);
    if (how !== undefined)
      scorePosition(life, measurement, how, points[0] ?? null, tally, rowsOf.get(id) ?? []);
  }
}

/**
 * The rows by result, which are computed once for each rendering, because a first screen needs them for every
 * test.
 */
const rowsOfRenderings = new WeakMap<Rendering, Map<string, WrittenResult[]>>();

export function rowsByResult(rendering: Rendering): ReadonlyMap<string, readonly WrittenResult[]> {
  const known = rowsOfRenderings.get(rendering);
  if (known !== undefined) return known;
  const rowsOf = new Map<string, WrittenResult[]>();
  rowsOfRenderings.set(rendering, rowsOf);
  for (const row of rendering.rows.values()) {
    const written = resultOf(row);
    if (written === null) continue;
    for (const id of written.tells) rowsOf.set(id, [...(rowsOf.get(id) ?? []), written]);
  }
  return rowsOf;
}

/**
 * Returns whether the rows of a result determine its position. If there are several rows, the most conclusive
 * one decides.
 */
export function settles(rows: readonly WrittenResult[]): Decides {
  const all = rows.map(({ result }) => result?.decides);
  return all.includes('decided') ? 'decided' : all.includes('either') ? 'either' : 'undecided';
}

const idsOf = ({ rows }: PointAnswer, rendering: Rendering): string[] => [
  ...new Set(rows.flatMap((row) => rendering.rows.get(row)?.tells ?? [])),
];

const say = ({ test, on, value, at }: Measurement): string => `${test} ${value} of ${on} at ${at.name}`;

function scoreSeries(
  points: readonly PointAnswer[],
  rendering: Rendering,
  byId: ReadonlyMap<string, Measurement>,
  tally: Tally,
): void {
  const measured = points.map((point) => ({
    point,
    facts: idsOf(point, rendering).flatMap((id) => byId.get(id) ?? []),
    aside: point.rows.map((row) => resultOf(rendering.rows.get(row))?.aside ?? null),
  }));
  const test = mostCommon(measured.flatMap(({ facts }) => facts.map((fact) => fact.test)));
  if (test === undefined) return;
  const ratios = measured.flatMap(({ point, facts }) => {
    const [fact] = facts;
    return fact?.test === test && typeof fact.value === 'number' && point.value !== null
      ? [Math.round(Math.log10(point.value / fact.value) * 20) / 20]
      : [];
  });
  const scale = mostCommon(ratios);
  for (const { point, facts, aside } of measured) {
    if (aside.includes('control')) {
      tally.wrong('no point of another kind', `the laboratory's control is a point of ${test}`);
      continue;
    }
    for (const fact of facts) {
      const ratio =
        typeof fact.value === 'number' && point.value !== null
          ? Math.round(Math.log10(point.value / fact.value) * 20) / 20
          : scale;
      if (fact.test !== test) tally.wrong('no point of another kind', `${say(fact)} in a series of ${test}`);
      else if (ratio !== scale) {
        tally.wrong(
          'no point of another kind',
          `${say(fact)} is ${String(point.value)} in a series of another unit`,
        );
      } else tally.right('no point of another kind');
    }
  }
}

function mostCommon<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, one], [, two]) => two - one)[0]?.[0];
}

/** Scores how many results of each test are in the same series. */
function scoreJoining(
  life: Life,
  rowsOf: ReadonlyMap<string, readonly WrittenResult[]>,
  seen: ReadonlyMap<string, readonly Seen[]>,
  tally: Tally,
): void {
  for (const key of new Set(life.measurements.map(({ test }) => test))) {
    const results = life.measurements.filter(({ test, id }) => test === key && rowsOf.has(id));
    const places = results.map(({ id }) => seen.get(id)?.[0]?.series);
    const main = mostCommon(places.filter((series) => series !== undefined));
    // A point can represent only one result. A second result at the same point would be lost.
    const taken = new Set<PointAnswer>();
    for (const [index, result] of results.entries()) {
      const point = seen.get(result.id)?.[0]?.point;
      const lost = point !== undefined && taken.has(point);
      if (point !== undefined) taken.add(point);
      if (places[index] === main && main !== undefined && !lost) tally.right('on its one series');
      else if (tellsScale(rowsOf.get(result.id) ?? [], key)) {
        const names = (rowsOf.get(result.id) ?? []).map(({ row }) => String(row['r7.10'])).join(', ');
        tally.missed(
          'on its one series',
          `${say(result)} (${names}) ${lost ? 'is lost in another' : 'is apart'}`,
        );
      }
    }
  }
}

/**
 * Checks whether the rows of a result show its unit. If a test has several units, a row without a range does not
 * show the unit.
 */
const tellsScale = (rows: readonly WrittenResult[], key: string): boolean =>
  testOf(key).scales === undefined || rows.some(({ result }) => result?.tellsScale === true);

function scorePosition(
  life: Life,
  measurement: Measurement,
  how: Decides,
  point: PointAnswer | null,
  tally: Tally,
  rows: readonly WrittenResult[],
): void {
  const said = point?.position ?? null;
  const truth = placeOf(life, measurement);
  const written = rows.map(({ row }) => `${String(row['r7.11'])} in ${String(row['r7.12'])}`).join('; ');
  if (how === 'undecided') {
    if (said === null) tally.right('undecided stays undecided');
    else tally.wrong('undecided stays undecided', `${written} said to be ${said}`);
  } else if (said !== null && said !== truth) {
    tally.wrong('position', `${written} (${testOf(measurement.test).key}) is ${truth}, said to be ${said}`);
  } else if (how === 'decided') {
    if (said === null)
      tally.missed('position', `${written} (${testOf(measurement.test).key}) is ${truth}, not decided`);
    else tally.right('position');
  }
}

/** Checks that a 0 that means “not measured” has no position. */
function scoreZero(point: PointAnswer, rendering: Rendering, tally: Tally): void {
  const zero = point.rows.some((row) => resultOf(rendering.rows.get(row))?.aside === 'not-measured');
  if (!zero) return;
  if (point.position === null) tally.right('undecided stays undecided');
  else tally.wrong('undecided stays undecided', `a 0 that cannot be is said to be ${point.position}`);
}

/** Compares the results reported as out of range now with the newest decided results. */
export function scoreAbnormal(life: Life, rendering: Rendering, answers: Answers, tally: Tally): void {
  if (answers.abnormal === null) return;
  const rowsOf = rowsByResult(rendering);
  const decided = ({ id }: Measurement): boolean => settles(rowsOf.get(id) ?? []) === 'decided';
  const byId = new Map(life.measurements.map((measurement) => [measurement.id, measurement]));
  const arguable = ({ id }: Measurement): boolean => settles(rowsOf.get(id) ?? []) === 'either';
  const { abnormal, unsure } = abnormalOn(life, answers.day, decided, arguable);
  const said = new Map<string, string | null>();
  for (const { rows, since } of answers.abnormal) {
    const facts = rows
      .flatMap((row) => rendering.rows.get(row)?.tells ?? [])
      .flatMap((id) => byId.get(id) ?? []);
    const test = facts[0]?.test;
    if (test === undefined) tally.wrong('abnormal now', `no result in ${rows.join()}`);
    else said.set(test, since);
  }
  for (const { test, measurement, since } of abnormal) {
    if (unsure.has(test)) {
      said.delete(test);
      continue;
    }
    if (!said.has(test)) tally.missed('abnormal now', `${say(measurement)} on ${answers.day}`);
    else {
      tally.right('abnormal now');
      const told = said.get(test) ?? null;
      if (told !== null) {
        if (told === since) tally.right('abnormal since');
        else tally.wrong('abnormal since', `${test} since ${since}, said ${told}`);
      }
    }
    said.delete(test);
  }
  for (const test of said.keys()) {
    if (!unsure.has(test)) tally.wrong('abnormal now', `${test} is not, on ${answers.day}`);
  }
}
