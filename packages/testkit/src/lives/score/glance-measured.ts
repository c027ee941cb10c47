import type { LocalDate } from '@mhb-kit/core/identity';
import type { CheckupValue, Life, Measurement } from '../facts.js';
import { isCurrentCheckup } from '../oracle/glance.js';
import { abnormalOn, isRecent, placeOf } from '../oracle/results.js';
import type { Rendering } from '../render/passbook.js';
import type { Decides } from '../render/ranges.js';
import { testOf, testsOfLife } from '../tests.js';
import type { Tally } from './cells.js';
import type { GlanceAnswer, MeasuredAnswer } from './glance-answer.js';
import { rowsByResult, settles } from './results.js';

/** The numeric result of a test on a day, regardless of which provider measured it. */
interface Found {
  readonly id: string;
  readonly on: LocalDate;
  readonly readyAt: number;
  /** The value in the unit of the facts, with as many decimals as the row prints. */
  readonly value: number;
  readonly isCurrent: boolean;
  readonly place: 'below' | 'within' | 'above';
  /** Whether the value is outside the measurable range. */
  readonly isBeyond: boolean;
  /** Whether the row of the result shows the unit. */
  readonly tellsUnit: boolean;
}

const testOfCheckup: Readonly<Record<CheckupValue, string>> = {
  totalCholesterol: 'cholesterol',
  triglycerides: 'triglyceride',
  hdl: 'hdl',
  ldl: 'ldl',
  glucose: 'glucose-fasting',
  creatinine: 'creatinine',
  ast: 'ast',
  alt: 'alt',
};

/** Tests whose current results must be on a first screen, unless more important tests take up the space. */
const looksFirst = ['hba1c', 'glucose-fasting', 'ldl', 'creatinine', 'egfr', 'alt'];
const MOST_LINES = 6;
/** The LOINC code of glucose, whether fasting or not. */
const anyGlucose = '2345-7';

/** A result is compared with an earlier result that is between four weeks and a year and a half older. */
const nearest = 28;
const farthest = 548;
const aYear = 365;

const daysBetween = (one: LocalDate, two: LocalDate): number =>
  Math.round((Date.parse(two) - Date.parse(one)) / 86_400_000);

export function scoreMeasured(life: Life, rendering: Rendering, answer: GlanceAnswer, tally: Tally): void {
  const { day, measured, outside } = answer;
  const factsOf = (rows: readonly string[]): string[] =>
    rows.flatMap((row) => rendering.rows.get(row)?.tells ?? []);
  const told = new Set<string>();
  for (const each of measured) {
    const ids = factsOf(each.rows);
    // A row of a check-up has several results. The code shows which of them is meant.
    const test =
      life.measurements.find(({ id }) => ids.includes(id))?.test ??
      (each.loinc === anyGlucose
        ? 'glucose-fasting'
        : testsOfLife.find(({ loinc }) => loinc.includes(each.loinc))?.key);
    const numbers = test === undefined ? [] : numbersOf(life, test, rendering, answer);
    const latest = numbers.find(({ id }) => ids.includes(id));
    if (test === undefined || latest === undefined)
      tally.wrong('card of results', `${each.loinc}: a result that nothing is known of, on ${day}`);
    else {
      told.add(test);
      scoreLine(test, each, latest, numbers, factsOf, day, tally);
    }
  }
  if (measured.length < MOST_LINES) {
    for (const test of looksFirst.filter((key) => !told.has(key))) {
      const [newest] = numbersOf(life, test, rendering, answer).sort(latestFirst);
      if (newest?.isCurrent === true && newest.tellsUnit)
        tally.missed('card of results', `${test} of ${newest.on} on ${day}`);
    }
  }
  scoreOutside(life, rendering, day, { measured, outside }, factsOf, tally);
}

function scoreLine(
  test: string,
  { rows, before, direction, position }: MeasuredAnswer,
  latest: Found,
  numbers: readonly Found[],
  factsOf: (rows: readonly string[]) => string[],
  day: LocalDate,
  tally: Tally,
): void {
  const name = `${test} of ${latest.on} (${rows.join()}) on ${day}`;
  const newer = numbers.find(
    ({ on, readyAt, tellsUnit }) =>
      tellsUnit && (on > latest.on || (on === latest.on && readyAt > latest.readyAt && latest.readyAt > 0)),
  );
  if (!latest.isCurrent) tally.wrong('card of results', `${name} is history`);
  else if (newer !== undefined) tally.wrong('card of results', `${name}: there is one of ${newer.on}`);
  else if (position !== null && position !== latest.place)
    tally.wrong('card of results', `${name} is ${latest.place}`);
  else tally.right('card of results');

  const candidates = comparable(latest, numbers);
  const certain = candidates.filter(({ tellsUnit }) => tellsUnit && latest.tellsUnit);
  const best = Math.min(...certain.map((each) => fromAYear(each, latest)));
  if (before === null) {
    if (certain.length === 0) tally.right('compared with');
    else tally.missed('compared with', `${name}: nothing, though there is one of ${String(certain[0]?.on)}`);
    return;
  }
  const than = candidates.find(({ id }) => factsOf(before).includes(id));
  if (than === undefined) tally.wrong('compared with', `${name}: with ${before.join()}`);
  else if (fromAYear(than, latest) > best)
    tally.missed('compared with', `${name}: with one of ${than.on}, not the nearest to a year`);
  else {
    const truth = directionOf(latest, than);
    if (direction === truth) tally.right('compared with');
    else
      tally.wrong(
        'compared with',
        `${name}: ${latest.value} after ${than.value}, said to be ${String(direction)}`,
      );
  }
}

const latestFirst = (one: Found, two: Found): number =>
  two.on.localeCompare(one.on) || two.readyAt - one.readyAt;

const fromAYear = ({ on }: Found, latest: Found): number => Math.abs(daysBetween(on, latest.on) - aYear);

/**
 * Returns the earlier results with which a result can be compared. A value outside the measurable range cannot
 * be compared.
 */
const comparable = (latest: Found, numbers: readonly Found[]): Found[] =>
  numbers.filter(({ on, isBeyond }) => {
    const days = daysBetween(on, latest.on);
    return !isBeyond && !latest.isBeyond && days >= nearest && days <= farthest;
  });

const directionOf = (latest: Found, than: Found): NonNullable<MeasuredAnswer['direction']> =>
  latest.value === than.value ? 'same' : latest.value > than.value ? 'higher' : 'lower';

/** Returns the numeric results of a test that are shown by the rows of examinations and check-ups. */
function numbersOf(
  life: Life,
  test: string,
  rendering: Rendering,
  { day, ageIsKnown }: Pick<GlanceAnswer, 'day' | 'ageIsKnown'>,
): Found[] {
  const rowsOf = rowsByResult(rendering);
  const { scales } = testOf(test);
  const measurements = life.measurements.flatMap((measurement): Found[] => {
    if (measurement.test !== test || typeof measurement.value === 'string') return [];
    const { id, on, readyAt, value, beyond } = measurement;
    const tellsUnit =
      scales === undefined || (rowsOf.get(id) ?? []).some(({ result }) => result?.tellsScale === true);
    return [
      {
        id,
        on,
        readyAt,
        value,
        tellsUnit,
        isCurrent: isRecent({ on }, day),
        place: placeOf(life, measurement),
        isBeyond: beyond !== undefined,
      },
    ];
  });
  const [key] = Object.entries(testOfCheckup).flatMap(([name, measured]) =>
    measured === test ? [name] : [],
  );
  const checkups = life.checkups.flatMap((checkup): Found[] => {
    const value = key === undefined ? null : checkup.values[key as CheckupValue];
    if (value === null) return [];
    return [
      {
        id: checkup.id,
        on: checkup.on,
        readyAt: 0,
        value,
        isCurrent: isCurrentCheckup(checkup, life, day, ageIsKnown),
        place: placeOf(life, { test, value }),
        isBeyond: false,
        tellsUnit: true,
      },
    ];
  });
  return [...measurements, ...checkups];
}

function settledBy(rendering: Rendering): (measurement: Measurement) => Decides {
  const rowsOf = rowsByResult(rendering);
  return ({ id }) => settles(rowsOf.get(id) ?? []);
}

/**
 * Checks that the results that are out of range now, and no others, are reported on a separate line or among the
 * trends.
 */
function scoreOutside(
  life: Life,
  rendering: Rendering,
  day: LocalDate,
  { measured, outside }: Pick<GlanceAnswer, 'measured' | 'outside'>,
  factsOf: (rows: readonly string[]) => string[],
  tally: Tally,
): void {
  const how = settledBy(rendering);
  const { abnormal, unsure } = abnormalOn(
    life,
    day,
    (measurement) => how(measurement) === 'decided',
    (measurement) => how(measurement) === 'either',
  );
  const cell = 'card of results';
  const testsOf = (ids: readonly string[]): Set<string> =>
    new Set(life.measurements.flatMap(({ id, test }) => (ids.includes(id) ? [test] : [])));
  const beside = testsOf(outside.flatMap(factsOf));
  const lines = testsOf(
    measured
      .filter(({ position }) => position !== null && position !== 'within')
      .flatMap(({ rows }) => factsOf(rows)),
  );
  for (const { test, measurement } of abnormal) {
    if (unsure.has(test)) continue;
    if (beside.has(test) || lines.has(test)) tally.right(cell);
    else tally.missed(cell, `${test} of ${measurement.on} is out of range on ${day}`);
  }
  for (const test of beside) {
    if (!unsure.has(test) && !abnormal.some((truth) => truth.test === test))
      tally.wrong(cell, `${test} is not out of range on ${day}`);
  }
}

/**
 * Returns the lines of an ideal product: each test has a separate line, with the result from the day nearest to
 * one year earlier.
 */
export function idealMeasured(
  life: Life,
  rendering: Rendering,
  day: LocalDate,
  ageIsKnown: boolean,
): Pick<GlanceAnswer, 'measured' | 'outside'> {
  const rows = new Map<string, string[]>();
  for (const [key, { tells }] of rendering.rows) {
    for (const id of tells) rows.set(id, [...(rows.get(id) ?? []), key]);
  }
  const measured = testsOfLife.flatMap(({ key, loinc, words }): MeasuredAnswer[] => {
    if (words !== undefined) return [];
    const numbers = numbersOf(life, key, rendering, { day, ageIsKnown }).filter(({ tellsUnit }) => tellsUnit);
    const [latest] = numbers.sort(latestFirst);
    if (latest?.isCurrent !== true) return [];
    const [than] = comparable(latest, numbers).sort(
      (one, two) => fromAYear(one, latest) - fromAYear(two, latest),
    );
    return [
      {
        loinc: loinc[0] ?? '',
        rows: rows.get(latest.id) ?? [],
        before: than === undefined ? null : (rows.get(than.id) ?? []),
        direction: than === undefined ? null : directionOf(latest, than),
        position: latest.place,
      },
    ];
  });
  const how = settledBy(rendering);
  const { abnormal } = abnormalOn(
    life,
    day,
    (one) => how(one) === 'decided',
    () => false,
  );
  return { measured, outside: abnormal.map(({ measurement }) => rows.get(measurement.id) ?? []) };
}
