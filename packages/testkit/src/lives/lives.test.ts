import { addDays } from '@mhb-kit/core/identity';
import { describe, expect, test } from 'vitest';
import {
  allHabits,
  glanceCells,
  goals,
  idealAnswers,
  idealGlance,
  makeLife,
  meets,
  renderHospitalFhir,
  renderPassbook,
  score,
  scoreGlance,
  Tally,
  type Answers,
  type Cell,
  type DrugAnswer,
  type GlanceAnswer,
  type Life,
  type PointAnswer,
  type Rendering,
} from '../lives.js';

const lives = Array.from({ length: 30 }, (_, number) => makeLife(`self/${number}`));
const renderings = new Map(lives.map((life) => [life, renderPassbook(life)]));
const renderingOf = (life: Life): Rendering => renderings.get(life) as Rendering;

/** Returns the score of views that give these answers for every life, on the last day and on later days. */
function tallyOf(answers: (life: Life, rendering: Rendering, day: string) => Answers): Tally {
  const tally = new Tally();
  for (const life of lives) {
    const rendering = renderingOf(life);
    for (const later of [0, 9, 40]) {
      const one = score(life, rendering, answers(life, rendering, addDays(life.to, later)));
      tally.add(one);
      tally.failures.push(...one.failures);
    }
  }
  return tally;
}

const missedGoals = (tally: Tally): Cell[] =>
  [...tally.counts].filter(([cell, count]) => !meets(cell, count)).map(([cell]) => cell);

describe('invented lives', () => {
  test('are equal for equal seeds and different for different seeds', () => {
    expect(renderPassbook(makeLife('one'))).toEqual(renderPassbook(makeLife('one')));
    expect(renderPassbook(makeLife('one')).files).not.toEqual(renderPassbook(makeLife('two')).files);
  });

  test('show the effect of each habit in at least one life', () => {
    const without = allHabits.filter((habit) =>
      lives.every((life) => {
        const rest = new Set(allHabits.filter((other) => other !== habit));
        return (
          renderPassbook(makeLife(life.seed, rest)).files[0]?.text === renderPassbook(life).files[0]?.text
        );
      }),
    );
    expect(without).toEqual([]);
  });
});

describe('record of a hospital', () => {
  const records = lives.map((life) => renderHospitalFhir(life));

  test('contains all resources that it refers to', () => {
    for (const { resources } of records) {
      const ids = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
      expect(ids.size).toBe(resources.length);
      const references = [...JSON.stringify(resources).matchAll(/"reference":"([^"]+)"/gu)].map(
        ([, target]) => target,
      );
      expect(references.filter((target) => !ids.has(target ?? ''))).toEqual([]);
    }
  });

  test('has the variations of real servers', () => {
    const text = JSON.stringify(records.flatMap(({ resources }) => resources));
    for (const liberty of [
      'medicationReference',
      'MedicationDispense',
      '"component"',
      'v2-0074',
      'appliesTo',
      'u[IU]/mL',
    ]) {
      expect(text).toContain(liberty);
    }
  });
});

describe('score', () => {
  test('is perfect for views that are computed from the facts', () => {
    const tally = tallyOf(idealAnswers);
    expect(tally.failures).toEqual([]);
    // Every cell must have cases, because a cell without cases would appear to be perfect.
    const others = Object.keys(goals).filter((cell) => !glanceCells.some((glance) => glance === cell));
    expect([...tally.counts.keys()].sort()).toEqual(others.sort());
  });

  const drugsOf = (change: (drug: DrugAnswer, life: Life, day: string) => DrugAnswer) => {
    return (life: Life, rendering: Rendering, day: string): Answers => {
      const ideal = idealAnswers(life, rendering, day);
      return { ...ideal, drugs: ideal.drugs.map((drug) => change(drug, life, day)) };
    };
  };
  /** Returns a drug as seen by a view that counts days only from the last supply. */
  const withoutStock = (drug: DrugAnswer, life: Life, day: string): DrugAnswer => {
    const ends = life.courses
      .flatMap((course) => course.supplies)
      .filter(({ product, on }) => drug.codes.includes(product.code) && on <= day)
      .map(({ on, days }) => addDays(on, days - 1))
      .sort();
    const runsOutOn = ends.at(-1) ?? null;
    const over = runsOutOn === null || runsOutOn < day;
    return { ...drug, runsOutOn, state: drug.state === 'in-use' && over ? 'past' : drug.state };
  };

  const seriesOf = (change: (series: Answers['series']) => Answers['series']) => {
    return (life: Life, rendering: Rendering, day: string): Answers => {
      const ideal = idealAnswers(life, rendering, day);
      return { ...ideal, series: change(ideal.series) };
    };
  };

  const faults: Record<
    string,
    { answers: (life: Life, rendering: Rendering, day: string) => Answers; lower: Cell[] }
  > = {
    'days counted only from the last collection': {
      answers: drugsOf(withoutStock),
      lower: ['drugs in use', 'day drugs run out'],
    },
    'one day too many': {
      answers: drugsOf((drug) => ({
        ...drug,
        runsOutOn: drug.runsOutOn === null ? null : addDays(drug.runsOutOn, 1),
      })),
      lower: ['day drugs run out', 'never later than possible'],
    },
    'drugs that ran out reported as still in use': {
      answers: drugsOf((drug) => ({ ...drug, state: 'in-use', replaced: false })),
      lower: ['drugs in use', 'replaced, ask'],
    },
    'drugs that may still be in use reported as past': {
      answers: drugsOf((drug) => (drug.state === 'may-be' ? { ...drug, state: 'past' } : drug)),
      lower: ['may still be in use', 'replaced, ask'],
    },
    'one drug for each brand': {
      answers: (life, rendering, day) => {
        const ideal = idealAnswers(life, rendering, day);
        return {
          ...ideal,
          drugs: ideal.drugs.flatMap((drug) => drug.codes.map((code) => ({ ...drug, codes: [code] }))),
        };
      },
      lower: ['drugs in use'],
    },
    'every refill at a pharmacy reported as a duplicate': {
      answers: (life, rendering, day) => {
        const ideal = idealAnswers(life, rendering, day);
        const refilled = ideal.drugs.filter(({ state }) => state === 'in-use');
        return { ...ideal, duplicates: refilled.map(({ codes }) => [codes, codes] as const) };
      },
      lower: ['duplicate therapy'],
    },
    'results of another test on the series': {
      answers: seriesOf((series) => [series.flat()]),
      lower: ['no point of another kind'],
    },
    'one series for each facility': {
      answers: (life, rendering, day) => {
        const ideal = idealAnswers(life, rendering, day);
        const placeOf = ({ rows }: PointAnswer): unknown => rendering.rows.get(rows[0] ?? '')?.row['r7.3'];
        return {
          ...ideal,
          series: ideal.series.flatMap((points) =>
            [...new Set(points.map(placeOf))].map((place) =>
              points.filter((point) => placeOf(point) === place),
            ),
          ),
        };
      },
      lower: ['on its one series'],
    },
    'numbers of another unit on the series': {
      answers: seriesOf((series) =>
        series.map((points) =>
          points.map((point, index) => ({
            ...point,
            value: point.value !== null && index % 3 === 1 ? point.value * 1000 : point.value,
          })),
        ),
      ),
      lower: ['no point of another kind'],
    },
    'one result twice': {
      answers: seriesOf((series) =>
        series.map((points) =>
          points.flatMap((point) => point.rows.map((row) => ({ ...point, rows: [row] }))),
        ),
      ),
      lower: ['no result twice'],
    },
    'undecided results reported as within their range': {
      answers: seriesOf((series) =>
        series.map((points) => points.map((point) => ({ ...point, position: point.position ?? 'within' }))),
      ),
      lower: ['position', 'undecided stays undecided'],
    },
    'only plain ranges read': {
      answers: (life, rendering, day) => {
        const ideal = idealAnswers(life, rendering, day);
        const plain = (row: string): boolean =>
          /^\[[\d.]+\]\[[\d.]+\]$/u.test(String(rendering.rows.get(row)?.row['r7.12']));
        return {
          ...ideal,
          series: ideal.series.map((points) =>
            points.map((point) => (point.rows.some(plain) ? point : { ...point, position: null })),
          ),
        };
      },
      lower: ['position'],
    },
    'nothing abnormal': {
      answers: (life, rendering, day) => ({ ...idealAnswers(life, rendering, day), abnormal: [] }),
      lower: ['abnormal now'],
    },
    'no duplicate found': {
      answers: (life, rendering, day) => ({ ...idealAnswers(life, rendering, day), duplicates: [] }),
      lower: ['duplicate therapy'],
    },
  };

  test.each(Object.entries(faults))('decreases in the cell with the fault: %s', (_, { answers, lower }) => {
    expect(missedGoals(tallyOf(answers)).sort()).toEqual([...lower].sort());
  });
});

describe('score of a first screen', () => {
  /** The last day and three later days, up to 400 days after it. The age is known in half of the cases. */
  const asked = [0, 9, 40, 400].map((later, index) => ({ later, ageIsKnown: index % 2 === 1 }));

  function tallyOfGlances(
    change: (ideal: GlanceAnswer, life: Life, rendering: Rendering) => GlanceAnswer,
  ): Tally {
    const tally = new Tally();
    for (const life of lives) {
      const rendering = renderingOf(life);
      for (const { later, ageIsKnown } of asked) {
        const ideal = idealGlance(life, rendering, addDays(life.to, later), ageIsKnown);
        const one = scoreGlance(life, rendering, change(ideal, life, rendering));
        tally.add(one);
        tally.failures.push(...one.failures);
      }
    }
    return tally;
  }

  test('is perfect for cards that are computed from the facts', () => {
    const tally = tallyOfGlances((ideal) => ideal);
    expect(tally.failures).toEqual([]);
    expect([...tally.counts.keys()].sort()).toEqual([...glanceCells].sort());
  });

  /** Returns the cards as they would be on an earlier day. */
  const asBefore = (days: number) => (ideal: GlanceAnswer, life: Life, rendering: Rendering) => ({
    ...idealGlance(life, rendering, addDays(ideal.day, -days), ideal.ageIsKnown),
    day: ideal.day,
  });

  const faults: Record<string, { change: Parameters<typeof tallyOfGlances>[0]; lower: Cell[] }> = {
    'results of the last thirty months': {
      change: (ideal, life, rendering) => {
        const { measured, outside } = asBefore(456)(ideal, life, rendering);
        const told = new Set(ideal.measured.map(({ loinc }) => loinc));
        return {
          ...ideal,
          measured: [...ideal.measured, ...measured.filter(({ loinc }) => !told.has(loinc))],
          outside: [...ideal.outside, ...outside],
        };
      },
      lower: ['card of results'],
    },
    'drugs that have run out': {
      change: (ideal, life, rendering) => ({ ...ideal, inUse: asBefore(60)(ideal, life, rendering).inUse }),
      lower: ['card of drugs', 'card of refills'],
    },
    'payments of another year': {
      change: ({ money, ...ideal }) => ({
        ...ideal,
        money: money === null ? null : { ...money, now: money.before, before: money.now },
      }),
      lower: ['card of money'],
    },
    'one allergy missing': {
      change: (ideal) => ({ ...ideal, allergies: ideal.allergies?.slice(1) ?? null }),
      lower: ['card of allergies'],
    },
    'an allergy that does not exist': {
      change: (ideal) => ({ ...ideal, allergies: [...(ideal.allergies ?? []), ideal.denials] }),
      lower: ['card of allergies'],
    },
    'no drug against an allergy': {
      change: (ideal) => ({ ...ideal, conflicts: [] }),
      lower: ['drug against allergy'],
    },
    'a screening to repeat instead of to follow up': {
      change: (ideal) => ({
        ...ideal,
        toFollowUp: [],
        services: [
          ...ideal.services,
          ...ideal.toFollowUp.map((kind) => ({ kind: kind as 'oral', due: 'now' })),
        ],
      }),
      lower: ['card of what to follow up', 'card of what is next'],
    },
    'an improvement reported as a deterioration': {
      change: (ideal) => ({
        ...ideal,
        measured: ideal.measured.map((each) => ({
          ...each,
          direction: each.direction === 'lower' ? 'higher' : each.direction,
        })),
      }),
      lower: ['compared with'],
    },
    'one visit too many for each problem': {
      change: (ideal) => ({
        ...ideal,
        problems: ideal.problems.map((each) => ({ ...each, visits: each.visits + 30 })),
      }),
      lower: ['card of problems'],
    },
    'an operation without its name': {
      change: (ideal) => ({ ...ideal, stays: ideal.stays.map((each) => ({ ...each, operations: [] })) }),
      lower: ['card of stays'],
    },
    'a visit missing': {
      change: (ideal) => ({ ...ideal, visits: ideal.visits.slice(1) }),
      lower: ['card of visits'],
    },
    'refills reported a day late': {
      change: (ideal) => ({
        ...ideal,
        refills: ideal.refills.map((each) => ({ ...each, until: addDays(each.until, 1) })),
      }),
      lower: ['card of refills'],
    },
  };

  test.each(Object.entries(faults))('decreases in the cell with the fault: %s', (_, { change, lower }) => {
    expect(missedGoals(tallyOfGlances(change)).sort()).toEqual([...lower].sort());
  });
});
