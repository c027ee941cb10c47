// Measures how often the views are right: `npm run truth -- --lives 1000 --seed 7 [--habit NAME]`. See docs/trust/truth.md.
import { parseArgs } from 'node:util';
import { allHabits, goals } from '@mhb-kit/testkit/lives';
import { hospitalCells, scoreAtHospitals } from './hospital.mjs';
import { scoreNames } from './names.mjs';
import { scoreLives, smallestFailure, table } from './score.mjs';
import { serveAt, serveHere } from './servers.mjs';

/** @import { Habit } from '@mhb-kit/testkit/lives' */

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '200' },
    seed: { type: 'string', default: '7' },
    habit: { type: 'string' },
    /** The number of lives for each single habit; 0 omits that table. */
    'per-habit': { type: 'string', default: '20' },
    /** Only cells whose names begin with this. The smallest failing life is searched for among these. */
    cell: { type: 'string', default: '' },
    /** Reads the lives from hospitals' FHIR servers through the gateway instead of from the person's own files. */
    fhir: { type: 'boolean', default: false },
    /** With --fhir: the base address of another FHIR server. It receives the lives in transactions and keeps them. */
    server: { type: 'string' },
    /** Lists the names of results that have a wrong code or none. */
    names: { type: 'boolean', default: false },
  },
});
const lives = Number(values.lives);
const perHabit = Number(values['per-habit']);
if (!(Number.isSafeInteger(lives) && lives > 0 && Number.isSafeInteger(perHabit) && perHabit >= 0)) {
  throw new Error('--lives and --per-habit take whole numbers.');
}
const { habit } = values;
if (habit !== undefined && !allHabits.some((known) => known === habit)) {
  throw new Error(`No habit “${habit}”. Habits: ${allHabits.join(', ')}`);
}
const seed = values.seed;
const chosen = new Set(habit === undefined ? allHabits : [/** @type {Habit} */ (habit)]);
const wanted = Object.keys(goals).filter((cell) => cell.startsWith(values.cell));

const started = performance.now();
if (values.fhir) {
  const serve = values.server === undefined ? serveHere : serveAt(values.server);
  const { tally } = await scoreLives({
    seed,
    lives,
    habits: chosen,
    of: (life) => scoreAtHospitals(life, serve),
  });
  console.log(`${lives} lives at two hospitals each, seed ${seed}`);
  console.log(
    table(
      [['FHIR', tally]],
      hospitalCells.filter((cell) => wanted.includes(cell)),
    ),
  );
  console.log(tally.failures.slice(0, 20).join('\n') || 'No life fails.');
  console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s`);
  process.exit(tally.failures.length === 0 ? 0 : 1);
}
const total = await scoreLives({ seed, lives, habits: chosen });
console.log(`${lives} lives, seed ${seed}, ${habit ?? 'all habits'}`);
console.log(table([['all', total.tally]], wanted));

if (habit === undefined && perHabit > 0) {
  /** @type {[string, typeof total.tally][]} */
  const rows = [];
  for (const one of allHabits) {
    const { tally } = await scoreLives({ seed, lives: perHabit, habits: new Set([one]) });
    rows.push([one, tally]);
  }
  console.log(`\nEach habit alone, ${perHabit} lives: cells that miss their goal`);
  console.log(table(rows, wanted, { onlyMissed: true }));
}

const names = await scoreNames();
console.log(
  `\nNames of results: ${names.names}, ${(names.share * 100).toFixed(1)} % of those that have a code (≥ 95), ${names.wrong.length} wrong (0)`,
);
if (values.names) {
  console.log(
    [...names.wrong.map((one) => `  wrong: ${one}`), ...names.missed.map((one) => `  missed: ${one}`)].join(
      '\n',
    ),
  );
}

const failure = await smallestFailure({ seed, lives, habits: chosen, cells: wanted });
console.log(failure === null ? '\nNo life fails.' : `\nSmallest failing life\n${failure}`);
console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = failure === null ? 0 : 1;
