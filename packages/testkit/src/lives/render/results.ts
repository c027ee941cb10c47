import { addDays } from '@mhb-kit/core/identity';
import { laboratoryRow, type Row } from '../../passbook-rows/rows.js';
import type { Life, Measurement } from '../facts.js';
import type { Habit } from '../habits.js';
import type { Random } from '../random.js';
import { testOf, usualFor, type Names, type Scale, type TestOfLife, type Usual } from '../tests.js';
import type { Written } from './claims.js';
import { expectedWord, writeRange, type Decides, type PrintedUsual, type RangeStyle } from './ranges.js';
import { fullWidth, placeAsWritten, type Downloaded } from './writing.js';

/** A result, as stated by one row. */
export interface WrittenResult extends Written {
  readonly result: {
    readonly decides: Decides;
    /** The number as printed, in the laboratory's unit; `null` if the result is text. */
    readonly printed: number | null;
    /** The factor that converts from the unit of the facts to the unit of the laboratory. */
    readonly factor: number;
    /** Whether the row has a range from which its unit can be inferred. */
    readonly tellsScale: boolean;
  } | null;
  /** What the row contains in place of a measurement; `null` if it contains a measurement. */
  readonly aside: 'remark' | 'control' | 'not-measured' | null;
}

/** How one laboratory writes one test. It always writes the test in the same way, as printed by its computer. */
interface Writing {
  readonly name: string;
  readonly scale: Scale;
  readonly style: RangeStyle;
}

const rangeHabits = (habits: ReadonlySet<Habit>): RangeStyle[] =>
  [...habits].filter((habit): habit is Extract<Habit, `range-${string}`> => habit.startsWith('range-'));

/** Writes laboratory results as rows of r7, with the rows that providers insert between them. */
export function writeResults(life: Downloaded, random: Random): WrittenResult[] {
  const { habits } = life;
  const written: WrittenResult[] = [];
  for (const measurement of life.measurements) {
    const draw = random.of(measurement.id);
    const test = testOf(measurement.test);
    const writing = writingOf(life, test, random.of('laboratory', measurement.at.code, test.key));
    const first = row(life, measurement, test, writing, draw);
    written.push(first);
    if (habits.has('two-channels') && draw.of('channel').chance(0.25)) {
      written.push(secondChannel(life, measurement, test, writing, first, random, draw.of('second')));
    }
    const aside = draw.of('aside');
    if (habits.has('remark-row') && aside.chance(0.05)) {
      written.push(
        other(
          life,
          measurement,
          'remark',
          writing.name,
          aside.pick(['檢體溶血', '檢體輕微脂血', 'Hemolysis 1+']),
          draw,
        ),
      );
    }
    if (habits.has('control-row') && test.key === 'prothrombin-time') {
      const name = aside.pick(['Normal plasma mean', 'PT control', 'Control']);
      written.push(other(life, measurement, 'control', name, '10.9', draw));
    }
    const zero = draw.of('zero');
    if (habits.has('zero-not-measured') && test.neverZero === true && zero.chance(0.05)) {
      written.push(notMeasured(life, measurement, test, writing, zero));
    }
  }
  return written;
}

function writingOf(life: Downloaded, test: TestOfLife, random: Random): Writing {
  const { habits } = life;
  const plain: Scale = { unit: test.unit, factor: 1, decimals: test.decimals };
  const scales = random.of('scale');
  const scale = habits.has('unit-scale') && scales.chance(0.5) ? scales.pick(test.scales ?? [plain]) : plain;
  const styles = random.of('range');
  const writable = rangeHabits(habits).filter((style) => scale === plain || style === 'range-dash');
  // If the name of a test does not state the specimen, only the range shows that the specimen was urine.
  const bare = test.key === 'urine-sodium' && habits.has('bare-urine-name');
  const style = bare || writable.length === 0 || styles.chance(0.3) ? 'plain' : styles.pick(writable);
  return { name: bare ? 'Na' : nameOf(test, habits, random.of('name')), scale, style };
}

/**
 * Checks whether the name of the order is also right for the test. It is not right if the order stands for several
 * results or for another result.
 */
const namedByOrder = ({ order, key }: TestOfLife): boolean =>
  !['08011C', '08013C', '06013C'].includes(order.code) && !['egfr', 'hs-crp', 'urine-sodium'].includes(key);

function nameOf(test: TestOfLife, habits: ReadonlySet<Habit>, random: Random): string {
  const ways: (keyof Names | 'order' | 'full-width')[] = ['english'];
  if (habits.has('names-chinese')) ways.push('chinese');
  if (habits.has('names-abbreviated')) ways.push('abbreviated');
  if (habits.has('names-paired')) ways.push('paired');
  if (habits.has('names-reversed')) ways.push('reversed');
  if (habits.has('names-full-width')) ways.push('full-width');
  if (habits.has('names-order') && namedByOrder(test)) ways.push('order');
  const way = random.pick(ways);
  if (way === 'order') return test.order.name;
  return way === 'full-width' ? fullWidth(test.names.english) : test.names[way];
}

function row(
  life: Downloaded,
  measurement: Measurement,
  test: TestOfLife,
  writing: Writing,
  draw: Random,
): WrittenResult {
  const { value, beyond } = measurement;
  if (typeof value === 'string') {
    const range = expectedWord(draw.of('range'));
    return result(
      life,
      measurement,
      test,
      writing,
      { value, range, draw },
      {
        decides: test.showsImmunity === true ? 'either' : 'decided',
        printed: null,
        factor: 1,
        tellsScale: true,
      },
    );
  }
  const { scale, style } = writing;
  const range = writeRange(style, rangeFacts(test, life.sex, scale), draw.of('range'));
  const number = (value * scale.factor).toFixed(scale.decimals);
  const shown = valueAsWritten(life, measurement, test, scale, number, draw.of('value'));
  const wide = life.habits.has('value-full-width') && draw.of('wide').chance(0.15);
  const text = (beyond === 'below' ? '<' : beyond === 'above' ? '>' : '') + shown.text;
  return result(
    life,
    measurement,
    test,
    writing,
    { value: wide ? fullWidth(text) : text, range: wide ? fullWidth(range.text) : range.text, draw },
    {
      decides: shown.flagged && range.decides === 'undecided' ? 'either' : range.decides,
      printed: Number(number),
      factor: scale.factor,
      tellsScale: range.decides === 'decided',
    },
  );
}

const printed = ({ low, high }: Usual, { factor, decimals }: Scale): PrintedUsual => ({
  low: low === null ? null : (low * factor).toFixed(decimals),
  high: high === null ? null : (high * factor).toFixed(decimals),
});

const rangeFacts = (test: TestOfLife, sex: Life['sex'], scale: Scale) => ({
  test,
  ...printed(usualFor(test, sex), scale),
  unit: scale.unit,
  bySex:
    'male' in test.usual
      ? { male: printed(test.usual.male, scale), female: printed(test.usual.female, scale) }
      : null,
});

function valueAsWritten(
  { habits, sex }: Life,
  { value }: Measurement,
  test: TestOfLife,
  scale: Scale,
  number: string,
  random: Random,
): { text: string; flagged: boolean } {
  const position = positionAmong(usualFor(test, sex), value);
  const draw = random.next();
  if (habits.has('value-flag') && position !== 'within' && draw < 0.15) {
    const flag = position === 'above' ? 'H' : 'L';
    return { text: random.pick([`${number} ${flag}`, `${number}*`, `${number} (${flag})`]), flagged: true };
  }
  if (habits.has('value-unit') && draw < 0.3) {
    return { text: scale.unit === '%' ? `${number}%` : `${number} ${scale.unit}`, flagged: false };
  }
  if (habits.has('value-stage') && test.key === 'egfr' && draw < 0.6) {
    const stage =
      Number(number) >= 60 ? 'stage2:60-89' : Number(number) >= 30 ? 'stage3:30-59' : 'stage4:15-29';
    return { text: `${number} (${stage})`, flagged: false };
  }
  return { text: number, flagged: false };
}

/** Returns the position of a value relative to the usual values. */
export function positionAmong({ low, high }: Usual, value: number | string): 'below' | 'within' | 'above' {
  if (typeof value === 'string') return 'within';
  if (low !== null && value < low) return 'below';
  return high !== null && value > high ? 'above' : 'within';
}

interface Texts {
  readonly value: string;
  readonly range: string;
  readonly draw: Random;
}

function result(
  life: Downloaded,
  measurement: Measurement,
  test: TestOfLife,
  writing: Writing,
  { value, range, draw }: Texts,
  told: WrittenResult['result'],
): WrittenResult {
  const { on, at, id, readyAt } = measurement;
  // All results are uploaded one day later, so that the order of the uploads is the order of the results.
  const uploadedOn = addDays(on, 1);
  return {
    section: 'r7',
    on,
    tells: [id],
    result: told,
    aside: null,
    row: uploadedAt(
      laboratoryRow({
        facility: placeAsWritten(at, on, life, draw.of('place')),
        visitDate: on,
        testedOn: on,
        uploadedOn,
        order: test.order,
        analyte: writing.name,
        value,
        referenceRange: range,
      }),
      // The results of one day are uploaded in the order in which they were ready.
      readyAt,
    ),
  };
}

const uploadedAt = (row: Row, minutes: number): Row => ({
  ...row,
  'r7.7': `${String(row['r7.7']).slice(0, 8)}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`,
});

/**
 * Writes the same result again, as reported with the monthly claim. It has another name, other decimals, and
 * usually no range.
 */
function secondChannel(
  life: Downloaded,
  measurement: Measurement,
  test: TestOfLife,
  writing: Writing,
  first: WrittenResult,
  random: Random,
  draw: Random,
): WrittenResult {
  const again = writingOf(life, test, random.of('second-channel', measurement.at.code, test.key));
  const text = String(first.row['r7.11']);
  const range = String(first.row['r7.12']);
  const plain = /^\d+\.\d+$/u.test(text);
  const written = draw.of('range').pick(['[無][無]', '[無][無]', range]);
  return {
    ...first,
    row: {
      ...first.row,
      'r7.7': `${nextMonth(measurement.on)}${draw.pick(['0110', '0930', '1422'])}`,
      // A test that is distinguished only by its range keeps its name.
      'r7.10': writing.name === 'Na' ? 'Na' : again.name,
      'r7.11': plain && draw.of('decimals').chance(0.5) ? `${text}0` : text,
      'r7.12': written,
    },
    result: first.result && { ...first.result, decides: first.result.decides },
  };
}

const nextMonth = (on: string): string =>
  addDays(`${on.slice(0, 8)}28`, 14)
    .replaceAll('-', '')
    .slice(0, 6) + '12';

/** Writes a row that contains no result and stands between results. */
function other(
  life: Downloaded,
  measurement: Measurement,
  aside: 'remark' | 'control',
  name: string,
  value: string,
  draw: Random,
): WrittenResult {
  const written = result(
    life,
    measurement,
    testOf(measurement.test),
    { name, scale: { unit: '', factor: 1, decimals: 0 }, style: 'plain' },
    { value, range: '[無][無]', draw },
    null,
  );
  return { ...written, tells: [], aside };
}

/** Writes a 0 that means “not measured”, in the laboratory's usual format and range, on a day without a result. */
function notMeasured(
  life: Downloaded,
  measurement: Measurement,
  test: TestOfLife,
  writing: Writing,
  draw: Random,
): WrittenResult {
  const on = addDays(measurement.on, -1);
  const range = writeRange(writing.style, rangeFacts(test, life.sex, writing.scale), draw.of('range'));
  const written = result(
    life,
    { ...measurement, on },
    test,
    writing,
    { value: draw.pick(['0', '0.0']), range: range.text, draw },
    { decides: 'undecided', printed: 0, factor: writing.scale.factor, tellsScale: false },
  );
  return { ...written, tells: [], aside: 'not-measured' };
}
