import { addDays, type LocalDate } from '@mhb-kit/core/identity';
import type { Course, Life } from './facts.js';
import { allHabits, type Habit } from './habits.js';
import { makeCare } from './make-care.js';
import { makeMeasurements } from './make-measurements.js';
import { makeTherapy } from './make-drugs.js';
import { Random } from './random.js';

/** The day on which every invented person requests their passbook. */
const lastDay: LocalDate = '2026-08-31';

export interface LifeOptions {
  /** The last day of the passbook. Defaults to a random day in 2026. */
  readonly to?: LocalDate;
  /** How many years the passbook covers. Defaults to a random number from one to four. */
  readonly years?: number;
  readonly sex?: Life['sex'];
}

/** Makes an invented person. The same seed, habits and options always give the same life. */
export function makeLife(
  seed: string,
  habits: ReadonlySet<Habit> = new Set(allHabits),
  options: LifeOptions = {},
): Life {
  const random = new Random(seed);
  const to = options.to ?? addDays(lastDay, -random.of('to').integer(0, 200));
  const years = options.years ?? random.of('years').pick([1, 1, 2, 2, 3, 4]);
  const from = addDays(to, -365 * years);
  const outline = { from, to, habits, random };
  const sex = options.sex ?? random.of('sex').pick(['male', 'female'] as const);
  const therapy = makeTherapy(outline);
  const examinations = makeMeasurements(outline, sex);
  const care = makeCare(outline, sex, therapy.courses);
  return endingOn(options.to ?? endOf(random, to, therapy.courses), {
    seed,
    habits,
    sex,
    bornOn: addDays(to, -365 * random.of('age').integer(25, 88)),
    from,
    to,
    conditions: therapy.conditions,
    courses: therapy.courses,
    ...care,
    attendances: [...therapy.attendances, ...examinations.attendances, ...care.attendances],
    measurements: examinations.measurements,
  });
}

/**
 * Returns the last day of the passbook. Some passbooks end soon after a change of drugs, when some tablets of the
 * previous drug are left.
 */
function endOf(root: Random, to: LocalDate, courses: readonly Course[]): LocalDate {
  const random = root.of('end');
  const changes = courses.flatMap(({ ending }) => (ending.how === 'replaced' ? [ending.on] : [])).sort();
  const last = changes.filter((on) => on <= to).at(-1);
  if (last === undefined || !random.chance(0.6)) return to;
  const soonAfter = addDays(last, random.integer(0, 4));
  return soonAfter < to ? soonAfter : to;
}

/**
 * Checks whether a course has ended by a day. A replaced course ends when its successor is dispensed, which may be
 * days after the visit.
 */
function hasEnded({ ending, prescriber }: Course, day: LocalDate, courses: readonly Course[]): boolean {
  if (ending.how === 'open' || ending.on > day) return false;
  if (ending.how === 'stopped') return true;
  return courses.some(({ prescriber: other, supplies }) => {
    const begun = supplies[0]?.on ?? '';
    return other.code === prescriber.code && begun >= ending.on && begun <= day;
  });
}

/** Returns the part of a life up to a day. */
function endingOn(to: LocalDate, life: Life): Life {
  return {
    ...life,
    to,
    courses: life.courses
      .map((course) => ({
        ...course,
        supplies: course.supplies.filter(({ on }) => on <= to),
        ending: hasEnded(course, to, life.courses) ? course.ending : { how: 'open' as const },
      }))
      .filter(({ supplies }) => supplies.length > 0),
    attendances: life.attendances.filter(({ on }) => on <= to),
    measurements: life.measurements.filter(({ on }) => on <= to),
    allergies: life.allergies
      .map((allergy) => ({ ...allergy, reports: allergy.reports.filter(({ on }) => on <= to) }))
      .filter(({ reports }) => reports.length > 0),
    denials: life.denials.filter(({ on }) => on <= to),
    vaccinations: life.vaccinations.filter(({ on }) => on <= to),
    checkups: life.checkups.filter(({ on }) => on <= to),
    screenings: life.screenings.filter(({ on }) => on <= to),
  };
}
