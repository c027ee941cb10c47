// Scores invented lives, and finds the smallest one that the views get wrong.
import { addDays } from '@mhb-kit/core/identity';
import {
  goals,
  makeLife,
  meets,
  precisionOf,
  recallOf,
  renderPassbook,
  score,
  scoreGlance,
  Tally,
} from '@mhb-kit/testkit/lives';
import { answersOf, read } from './answers.mjs';
import { glanceOf } from './glance.mjs';

/** @import { Cell, Habit, Life } from '@mhb-kit/testkit/lives' */

/** Days on which a passbook is read: the day of its request, and later ones. */
const daysAfter = [0, 9, 40];

/** When the first screen is read (soon, after weeks, in another year), and whether the person states their year of birth. */
const glances = [
  { later: 0, isTold: false },
  { later: 9, isTold: true },
  { later: 40, isTold: false },
  { later: 400, isTold: true },
];

/**
 * @param {Life} life
 * @returns {Promise<Tally>}
 */
export async function scoreLife(life) {
  const rendering = renderPassbook(life);
  const passbook = await read(rendering);
  const tally = new Tally();
  for (const later of daysAfter) {
    const one = score(life, rendering, answersOf(passbook, addDays(life.to, later)));
    tally.add(one);
    tally.failures.push(...one.failures);
  }
  for (const { later, isTold } of glances) {
    const asked = {
      day: addDays(life.to, later),
      birthYear: isTold ? Number(life.bornOn.slice(0, 4)) : null,
    };
    const one = scoreGlance(life, rendering, await glanceOf(passbook, asked));
    tally.add(one);
    tally.failures.push(...one.failures);
  }
  return tally;
}

/**
 * @param {{ seed: string, lives: number, habits: ReadonlySet<Habit>, of?: (life: Life) => Promise<Tally> }} options `of`
 *   scores one life; default: from the person's own files
 */
export async function scoreLives({ seed, lives, habits, of = scoreLife }) {
  const tally = new Tally();
  for (let number = 0; number < lives; number += 1) {
    const one = await of(makeLife(`${seed}/${number}`, habits));
    tally.add(one);
    tally.failures.push(...one.failures);
  }
  return { tally };
}

/**
 * @param {readonly (readonly [string, Tally])[]} rows
 * @param {readonly string[]} cells
 * @param {{ onlyMissed?: boolean }} options
 */
export function table(rows, cells, { onlyMissed = false } = {}) {
  const lines = rows.flatMap(([name, tally]) =>
    [...tally.counts]
      .filter(([cell, count]) => cells.includes(cell) && !(onlyMissed && meets(cell, count)))
      .map(([cell, count]) => {
        const goal = /** @type {import('@mhb-kit/testkit/lives').Goal} */ (goals[cell]);
        const share = (/** @type {number} */ value, /** @type {number | undefined} */ least) =>
          `${value.toFixed(4)}${least === undefined ? '        ' : ` (≥${least.toFixed(2)})`}`;
        return [
          meets(cell, count) ? ' ' : '✗',
          name.padEnd(24),
          cell.padEnd(28),
          `precision ${share(precisionOf(count), goal.precision)}`,
          `recall ${share(recallOf(count), goal.recall)}`,
          `right ${count.right}, wrong ${count.wrong}, missed ${count.missed}`,
        ].join('  ');
      }),
  );
  return lines.length === 0 ? 'none' : lines.join('\n');
}

/**
 * The first life with a failure, reduced to the habits and facts that are needed for it.
 *
 * @param {{ seed: string, lives: number, habits: ReadonlySet<Habit>, cells: readonly string[] }} options
 * @returns {Promise<string | null>}
 */
export async function smallestFailure({ seed, lives, habits, cells }) {
  /** @param {Life} life */
  const failuresOf = async (life) =>
    (await scoreLife(life)).failures.filter((text) => cells.some((cell) => text.startsWith(`${cell}:`)));
  for (let number = 0; number < lives; number += 1) {
    let life = makeLife(`${seed}/${number}`, habits);
    const [first] = await failuresOf(life);
    if (first === undefined) continue;
    const cell = first.slice(0, first.indexOf(':'));
    /** @param {Life} candidate */
    const stillFails = async (candidate) =>
      (await failuresOf(candidate)).some((text) => text.startsWith(`${cell}:`));
    let left = new Set(habits);
    for (const habit of habits) {
      const fewer = new Set(left);
      fewer.delete(habit);
      const candidate = makeLife(life.seed, fewer);
      if (await stillFails(candidate)) {
        left = fewer;
        life = candidate;
      }
    }
    life = await withFewerFacts(life, stillFails);
    return describe(life, await failuresOf(life));
  }
  return null;
}

/**
 * Removes courses, attendances and measurements one by one while the life still fails.
 *
 * @param {Life} life
 * @param {(life: Life) => Promise<boolean>} stillFails
 */
async function withFewerFacts(life, stillFails) {
  let smallest = life;
  /** @param {Life} candidate */
  const take = async (candidate) => {
    if (await stillFails(candidate)) smallest = candidate;
  };
  for (const fact of life.courses) {
    await take({ ...smallest, courses: smallest.courses.filter((other) => other !== fact) });
  }
  for (const fact of life.measurements) {
    await take({ ...smallest, measurements: smallest.measurements.filter((other) => other !== fact) });
  }
  for (const { id } of life.attendances) await take(withoutAttendance(smallest, id));
  return smallest;
}

/**
 * A life in which the person did not attend, and therefore received nothing.
 *
 * @param {Life} life
 * @param {string} id
 * @returns {Life}
 */
const withoutAttendance = (life, id) => ({
  ...life,
  attendances: life.attendances.filter((other) => other.id !== id),
  courses: life.courses.map((course) => ({
    ...course,
    supplies: course.supplies
      .map((supply) => ({ ...supply, attendances: supply.attendances.filter((other) => other !== id) }))
      .filter(({ attendances }) => attendances.length > 0),
  })),
  measurements: life.measurements.filter(({ attendance }) => attendance !== id),
});

/**
 * @param {Life} life
 * @param {readonly string[]} failures
 */
function describe(life, failures) {
  const { files, rows } = renderPassbook(life);
  return [
    `seed ${life.seed}, ${life.sex}, born ${life.bornOn}, ${life.from} – ${life.to}`,
    `habits needed: ${[...life.habits].join(', ') || 'none'}`,
    ...failures.slice(0, 10).map((text) => `  ${text}`),
    'facts:',
    ...life.courses.map(
      (course) =>
        `  ${course.drug.key} by ${course.prescriber.name}, ${course.ending.how}${'on' in course.ending ? ` on ${course.ending.on}` : ''}: ` +
        course.supplies
          .map((supply) => `${supply.on} ${supply.product.code} ${supply.quantity}/${supply.days} d`)
          .join(', '),
    ),
    `rows (${rows.size}):`,
    ...files.map(({ name, text }) => `  ${name} ${text.slice(0, 6000)}`),
  ].join('\n');
}

/** @typedef {Cell} CellName */
