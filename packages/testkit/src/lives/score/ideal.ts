import type { LocalDate } from '@mhb-kit/core/identity';
import type { Life } from '../facts.js';
import { drugsOn, duplicatesOn, type DrugTruth } from '../oracle/drugs.js';
import type { Measurement } from '../facts.js';
import { abnormalOn, placeOf } from '../oracle/results.js';
import { screeningsOn, sumsByYear } from '../oracle/care.js';
import { shownBy, type Rendering } from '../render/passbook.js';
import type { WrittenResult } from '../render/results.js';
import type { Answers, DrugAnswer } from './answers.js';

/** Returns the answers of ideal views, which know the facts. The score of these answers must be perfect. */
export function idealAnswers(whole: Life, rendering: Rendering, day: LocalDate): Answers {
  const life = shownBy(whole, rendering);
  const truths = drugsOn(life, day);
  const codesOf = (key: string): string[] =>
    truths.filter(({ drug }) => drug.key === key).flatMap(({ codes }) => [...codes]);
  return {
    day,
    drugs: truths.map((truth) => ({
      codes: [...truth.codes],
      state: stateOf(truth),
      replaced: truth.state === 'replaced',
      runsOutOn: truth.runsOutOn ?? truth.latest,
    })),
    duplicates: duplicatesOn(life, day).map(({ drugs: [one, two] }) => [codesOf(one), codesOf(two)] as const),
    ...idealResults(life, rendering, day),
    ...idealCare(life, rendering, day),
  };
}

function stateOf({ state }: DrugTruth): DrugAnswer['state'] {
  switch (state) {
    case 'in-use':
      return 'in-use';
    case 'either':
    case 'replaced':
      return 'may-be';
    case 'not-now':
    case 'open':
      return 'past';
  }
}

/**
 * Returns the true series. There is one for each test, which contains every result once, in the unit of the facts.
 */
function idealResults(
  life: Life,
  rendering: Rendering,
  day: LocalDate,
): Pick<Answers, 'series' | 'abnormal'> {
  const rowsOf = new Map<string, string[]>();
  const decided = new Set<string>();
  for (const [key, row] of rendering.rows) {
    if (!('result' in row)) continue;
    for (const id of row.tells) {
      rowsOf.set(id, [...(rowsOf.get(id) ?? []), key]);
      if ((row as WrittenResult).result?.decides === 'decided') decided.add(id);
    }
  }
  const isDecided = ({ id }: Measurement): boolean => decided.has(id);
  const tests = [...new Set(life.measurements.map(({ test }) => test))];
  return {
    series: tests.map((key) =>
      life.measurements
        .filter(({ test }) => test === key)
        .map((measurement) => ({
          rows: rowsOf.get(measurement.id) ?? [],
          value: typeof measurement.value === 'number' ? measurement.value : null,
          position: isDecided(measurement) ? placeOf(life, measurement) : null,
        })),
    ),
    abnormal: abnormalOn(life, day, isDecided, () => false).abnormal.map(({ measurement, since }) => ({
      rows: rowsOf.get(measurement.id) ?? [],
      since,
    })),
  };
}

function idealCare(
  life: Life,
  rendering: Rendering,
  day: LocalDate,
): Omit<Answers, 'day' | 'drugs' | 'duplicates' | 'series' | 'abnormal'> {
  const rows = new Map<string, string[]>();
  for (const [key, { tells }] of rendering.rows) {
    for (const id of tells) rows.set(id, [...(rows.get(id) ?? []), key]);
  }
  const rowsOf = (id: string): string[] => rows.get(id) ?? [];
  return {
    allergies: life.allergies.map(({ id }) => rowsOf(id)),
    denials: life.denials.flatMap(({ id }) => rowsOf(id)),
    vaccinations: life.vaccinations.map(({ id }) => rowsOf(id)),
    checkups: life.checkups.map(({ id, values }) => ({ rows: rowsOf(id), values })),
    visits: life.attendances.map(({ id, until }) => ({ rows: rowsOf(id), until: until ?? null })),
    sums: sumsByYear(life),
    screenings: screeningsOn(life, day).map(({ kind, isDue, toFollowUp }) => ({
      kind,
      isDue: isDue === true,
      toFollowUp,
    })),
  };
}
