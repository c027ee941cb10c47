import { addMonths, monthOf, type LocalDate } from '@mhb-kit/core/identity';
import type { Life, Measurement } from '../facts.js';
import { testOf, usualFor } from '../tests.js';

export type Place = 'below' | 'within' | 'above';

/**
 * Returns the position of a result relative to what is usual for the person. An unusual word, such as `Positive`,
 * counts as above.
 */
export function placeOf(life: Life, { test: key, value }: Pick<Measurement, 'test' | 'value'>): Place {
  const test = testOf(key);
  if (typeof value === 'string') return test.words?.unusual.includes(value) === true ? 'above' : 'within';
  const { low, high } = usualFor(test, life.sex);
  if (low !== null && value < low) return 'below';
  return high !== null && value > high ? 'above' : 'within';
}

/** The number of months after which a result no longer describes the present state. */
const recentMonths = 15;

export const isRecent = ({ on }: Pick<Measurement, 'on'>, day: LocalDate): boolean =>
  on > `${addMonths(monthOf(day), -recentMonths)}${day.slice(7)}`;

/** Sorts the newest result first, by the day and then by the time at which the result was ready. */
export const newestFirst = (one: Measurement, two: Measurement): number =>
  two.on.localeCompare(one.on) || two.readyAt - one.readyAt;

export interface AbnormalTruth {
  readonly test: string;
  readonly measurement: Measurement;
  /** The day of the first result in the unbroken series of results outside the range. */
  readonly since: LocalDate;
}

/**
 * Returns the results that are out of range on a day. Only results for which `decided` returns true are
 * considered. A test is `unsure` if one of its results is arguable, or if a result of a later day cannot be
 * judged.
 */
export function abnormalOn(
  life: Life,
  day: LocalDate,
  decided: (measurement: Measurement) => boolean,
  /**
   * Returns true for results that a careful program is free to judge or leave open. What follows from such
   * results is not scored.
   */
  arguable: (measurement: Measurement) => boolean,
): { readonly abnormal: readonly AbnormalTruth[]; readonly unsure: ReadonlySet<string> } {
  const abnormal: AbnormalTruth[] = [];
  const unsure = new Set<string>();
  for (const key of new Set(life.measurements.map(({ test }) => test))) {
    if (testOf(key).showsImmunity === true) {
      continue;
    }
    const results = life.measurements.filter(({ test }) => test === key).sort(newestFirst);
    const judged = results.filter(decided);
    const [newest] = judged;
    if (results.some(arguable)) unsure.add(key);
    if (newest === undefined || !isRecent(newest, day)) continue;
    const newer = results.slice(0, results.indexOf(newest));
    if (newer.some((one) => one.on > newest.on)) unsure.add(key);
    if (placeOf(life, newest) === 'within') continue;
    const last = judged.findIndex((one) => placeOf(life, one) === 'within');
    const run = last < 0 ? judged : judged.slice(0, last);
    abnormal.push({ test: key, measurement: newest, since: (run.at(-1) ?? newest).on });
  }
  return { abnormal, unsure };
}
