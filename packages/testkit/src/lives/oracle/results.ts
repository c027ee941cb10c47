import { addMonths, monthOf, type LocalDate } from '@mhb-kit/core/identity';
import type { Life, Measurement } from '../facts.js';
import { testOf, usualFor } from '../tests.js';

export type Place = 'below' | 'within' | 'above';

/**
 * The position of a result relative to what is usual for the person. A positive word is above a negative one.
 */
export function placeOf(life: Life, { test: key, value }: Pick<Measurement, 'test' | 'value'>): Place {
  const test = testOf(key);
  if (typeof value === 'string') return test.words?.unusual.includes(value) === true ? 'above' : 'within';
  const { low, high } = usualFor(test, life.sex);
  if (low !== null && value < low) return 'below';
  return high !== null && value > high ? 'above' : 'within';
}

/** Months after which a result no longer describes the present state. */
const recentMonths = 15;

export const isRecent = ({ on }: Pick<Measurement, 'on'>, day: LocalDate): boolean =>
  on > `${addMonths(monthOf(day), -recentMonths)}${day.slice(7)}`;

/** Newest first: by day, then by the time at which the result was ready. */
export const newestFirst = (one: Measurement, two: Measurement): number =>
  two.on.localeCompare(one.on) || two.readyAt - one.readyAt;

export interface AbnormalTruth {
  readonly test: string;
  readonly measurement: Measurement;
  /** The first day of the uninterrupted results outside the range. */
  readonly since: LocalDate;
}

/**
 * The results that are out of range on a day. Only decided results count; `decided` returns which these are.
 * If a newer result cannot be judged, a test is `unsure`, unless the result is of the same day.
 */
export function abnormalOn(
  life: Life,
  day: LocalDate,
  decided: (measurement: Measurement) => boolean,
  /** A careful reader may or may not judge it, so its consequences are not scored. */
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
