import { addDays, type LocalDate } from '@mhb-kit/core/identity';
import type { Course, Drug, Life, Supply } from '../facts.js';
import { groups } from '../formulary.js';

/** The truth about one drug (ingredient and strength) on a day. */
export interface DrugTruth {
  readonly drug: Drug;
  /** The codes under which the drug was dispensed, in rows up to the last day of the passbook. */
  readonly codes: ReadonlySet<string>;
  /**
   * `in-use` means that rows show tablets for the day. `either` means that no row shows whether the drug is taken.
   * `replaced` means that another drug replaced it while tablets were left, so the person should be asked.
   * `not-now` means that no tablets are left, or that the drug was for a single day. `open` means that two
   * prescribers ordered it, and that there are tablets only if the person took the two supplies one after the
   * other.
   */
  readonly state: 'in-use' | 'either' | 'replaced' | 'not-now' | 'open';
  /** The last day for which there are tablets; `null` if the facts allow more than one result. */
  readonly runsOutOn: LocalDate | null;
  /** The latest day for which there can be tablets; `null` if several prescribers ordered the drug. */
  readonly latest: LocalDate | null;
}

/** Two drugs that should not be in use at the same time. */
export interface DuplicateTruth {
  readonly drugs: readonly [string, string];
  readonly why: 'ingredient' | 'group';
}

const daysAhead = 90;

/**
 * Returns the last day covered by the supplies, provided that each supply is used up before the next is started.
 */
export function stockEnd(course: Course, supplies: readonly Supply[]): LocalDate | null {
  const addsUp = course.drug.use === 'daily' || course.drug.use === 'course';
  let end: LocalDate | null = null;
  let dose: number | null = null;
  for (const supply of supplies) {
    const dayBefore = addDays(supply.on, -1);
    const left: LocalDate =
      addsUp && dose === supply.dosePerDay && end !== null && end > dayBefore ? end : dayBefore;
    const full = addDays(left, supply.days);
    const limit = addDays(supply.on, Math.max(daysAhead, supply.days) - 1);
    end = full < limit ? full : limit;
    dose = supply.dosePerDay;
  }
  return end;
}

interface Line {
  readonly course: Course;
  readonly supplies: readonly Supply[];
  readonly end: LocalDate;
}

/** Returns the courses with their supplies up to a day. */
const linesOf = ({ courses, to }: Life, day: LocalDate): Line[] =>
  courses.flatMap((course) => {
    const until = day < to ? day : to;
    const supplies = course.supplies.filter(({ on }) => on <= until);
    const end = stockEnd(course, supplies);
    return end === null ? [] : [{ course, supplies, end }];
  });

const endedBefore = ({ ending }: Course, day: LocalDate): boolean =>
  ending.how !== 'open' && ending.on <= day;

function stateOf({ course, supplies, end }: Line, day: LocalDate): DrugTruth['state'] {
  const last = supplies.at(-1);
  if (course.drug.use === 'single') return last?.on === day ? 'either' : 'not-now';
  if (day > end) return 'not-now';
  if (course.ending.how === 'replaced' && endedBefore(course, day)) return 'replaced';
  if (course.ending.how === 'stopped' && endedBefore(course, day)) return 'either';
  if (course.drug.use === 'as-needed' || course.drug.use === 'skin-or-eye') return 'either';
  // If a row does not state the days supplied, a view can derive them only from the tablets per day of an
  // earlier part.
  const unstated = supplies.some(
    ({ statedDays, on }) => (statedDays === 'none' || statedDays === 'zero') && addDays(on, daysAhead) > day,
  );
  return unstated ? 'either' : 'in-use';
}

const order: readonly DrugTruth['state'][] = ['in-use', 'either', 'replaced', 'not-now'];

/** Returns every drug that any row contains, with the truth about the drug on a day. */
export function drugsOn(life: Life, day: LocalDate): DrugTruth[] {
  const byDrug = new Map<string, Line[]>();
  for (const line of linesOf(life, day)) {
    const { key } = line.course.drug;
    byDrug.set(key, [...(byDrug.get(key) ?? []), line]);
  }
  return [...byDrug.values()].map((lines) => {
    const states = lines.map((line) => stateOf(line, day));
    const state = order.find((one) => states.includes(one)) ?? 'not-now';
    const ends = lines.map(({ end }) => end).sort();
    const alone = lines.length === 1;
    const together = oneAfterAnother(lines);
    return {
      drug: (lines[0] as Line).course.drug,
      codes: new Set(lines.flatMap(({ supplies }) => supplies.map(({ product }) => product.code))),
      state: state === 'not-now' && !alone && together >= day ? 'open' : state,
      // Supplies from two prescribers could be used at the same time or one after the other.
      runsOutOn: alone && state === 'in-use' ? (ends.at(-1) ?? null) : null,
      latest: alone ? (ends.at(-1) ?? null) : null,
    };
  });
}

/** Returns the last day covered if the supplies of several prescribers are taken one after the other. */
function oneAfterAnother(lines: readonly Line[]): LocalDate {
  const supplies = lines.flatMap((line) => line.supplies).sort((one, two) => one.on.localeCompare(two.on));
  return supplies.reduce((end, { on, days }) => addDays(end >= on ? end : addDays(on, -1), days), '');
}

/**
 * Returns the duplicates on a day. A duplicate is one ingredient from two prescribers, or two drugs of a group
 * that are hardly ever meant to be taken at the same time, regardless of who prescribed them. A drug that replaced
 * another is not a duplicate, and neither is one prescription collected at two places.
 */
export function duplicatesOn(life: Life, day: LocalDate): DuplicateTruth[] {
  const lines = linesOf(life, day).filter(
    (line) =>
      line.end >= day &&
      !endedBefore(line.course, day) &&
      line.course.drug.use !== 'single' &&
      line.course.drug.use !== 'skin-or-eye' &&
      line.course.drug.use !== 'as-needed',
  );
  const found = new Map<string, DuplicateTruth>();
  for (const [index, one] of lines.entries()) {
    for (const two of lines.slice(index + 1)) {
      const why = duplicated(one.course, two.course);
      if (why === null) continue;
      const pair = [one.course.drug.key, two.course.drug.key].sort() as [string, string];
      found.set(pair.join(' + '), { drugs: pair, why });
    }
  }
  return [...found.values()];
}

function duplicated(one: Course, two: Course): DuplicateTruth['why'] | null {
  if (one.drug.ingredient === two.drug.ingredient) {
    return one.prescriber.code === two.prescriber.code ? null : 'ingredient';
  }
  const group = groups.find(({ matches }) => matches(one.drug) && matches(two.drug));
  if (group === undefined) return null;
  const oneOfEach =
    group.key !== 'ace-inhibitor-with-arb' || one.drug.atc.slice(0, 4) !== two.drug.atc.slice(0, 4);
  return oneOfEach ? 'group' : null;
}
