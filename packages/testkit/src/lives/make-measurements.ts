import { addDays } from '@mhb-kit/core/identity';
import { conditions } from './conditions.js';
import type { Attendance, Measurement } from './facts.js';
import type { Outline } from './therapy.js';
import { clinics, hospitals, type Place } from './places.js';
import type { Random } from './random.js';
import { testsOfLife, usualFor, type TestOfLife, type Usual } from './tests.js';

export interface Examinations {
  readonly attendances: readonly Attendance[];
  readonly measurements: readonly Measurement[];
}

/**
 * Returns the two laboratories where this person's blood is tested. They use different names and scales for the
 * tests.
 */
const laboratories = (random: Random): readonly Place[] => [
  random.of('first').pick(hospitals),
  random.of('second').pick(clinics),
];

/** Makes visits with blood or urine samples, and the results of the samples. */
export function makeMeasurements(outline: Outline, sex: 'male' | 'female'): Examinations {
  const { from, to, habits } = outline;
  const random = outline.random.of('measurements');
  const places = laboratories(random.of('laboratories'));
  const panels = [...new Set(testsOfLife.map(({ panel }) => panel))];
  const attendances: Attendance[] = [];
  const measurements: Measurement[] = [];
  let on = addDays(from, random.of('begin').integer(0, 90));
  for (let number = 0; on <= to; number += 1) {
    const draw = random.of('visit', number);
    const at = draw.pick(places);
    const id = `m-${number}`;
    attendances.push({
      id,
      kind: 'visit',
      at,
      on,
      serial: String((number % 90) + 9100),
      diagnoses: [draw.pick([conditions.diabetes, conditions.hypertension, conditions.hyperlipidaemia])],
      services: [{ code: '00109C', name: '一般門診診察費', quantity: 1 }],
      copayment: draw.pick([50, 100, 240]),
      points: draw.integer(500, 3000),
    });
    const chosen = draw.shuffle(panels).slice(0, 3);
    for (const test of testsOfLife.filter(({ panel }) => chosen.includes(panel))) {
      const chance = draw.of(test.key);
      const measured = measure(test, sex, outline.random.of('person', test.key), chance, habits);
      const readyAt = chance.of('ready').integer(480, 720);
      const taken = { id: `${id}-${test.key}`, test: test.key, on, readyAt, at, attendance: id };
      measurements.push({ ...taken, ...measured });
      const again = chance.of('again');
      if (habits.has('same-day-repeat') && test.words === undefined && again.chance(0.12)) {
        const second = measure(test, sex, again.of('person'), again.of('value'), habits);
        if (second.value === measured.value) continue;
        measurements.push({
          ...taken,
          ...second,
          id: `${taken.id}-again`,
          readyAt: readyAt + again.integer(60, 400),
        });
      }
    }
    on = addDays(on, draw.of('next').integer(40, 170));
  }
  return { attendances, measurements };
}

type Found = Pick<Measurement, 'value' | 'beyond'>;

/** Makes a result that, in most cases, matches the person's usual state. */
function measure(
  test: TestOfLife,
  sex: 'male' | 'female',
  person: Random,
  draw: Random,
  habits: Outline['habits'],
): Found {
  const usual = usualFor(test, sex);
  const unwell = person.chance(0.3);
  const unusual = draw.chance(0.8) ? unwell : !unwell;
  if (test.words !== undefined) return { value: draw.pick(unusual ? test.words.unusual : test.words.usual) };
  const { measurable } = test;
  const beyond = draw.of('beyond');
  if (habits.has('value-comparator') && measurable !== undefined && beyond.chance(0.2)) {
    if (measurable.from !== undefined) return { value: measurable.from, beyond: 'below' };
    if (measurable.to !== undefined) return { value: measurable.to, beyond: 'above' };
  }
  const low = usual.low !== null && (usual.high === null || person.of('side').chance(0.3));
  return { value: rounded(test, usual, numberFor(usual, unusual, low, draw.of('value'))) };
}

function numberFor({ low, high }: Usual, unusual: boolean, toLow: boolean, draw: Random): number {
  const share = draw.next();
  if (unusual) return toLow ? (low ?? 1) * (0.6 + 0.33 * share) : (high ?? 1) * (1.04 + 0.36 * share);
  if (low === null) return (high ?? 1) * (0.3 + 0.6 * share);
  if (high === null) return low * (1.1 + 0.6 * share);
  return low + (high - low) * (0.12 + 0.76 * share);
}

/**
 * Rounds a value to the decimals of the test, but never to a bound itself, because notations differ on whether the
 * bounds are included.
 */
function rounded({ decimals }: TestOfLife, { low, high }: Usual, value: number): number {
  const step = 10 ** -decimals;
  const round = (number: number): number => Number(number.toFixed(decimals));
  const found = round(value);
  if (found === low) return round(value > low ? found + step : found - step);
  if (found === high) return round(value > high ? found + step : found - step);
  return found;
}
