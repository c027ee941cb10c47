import type { Row } from '../../passbook-rows/rows.js';
import { compact } from '../../passbook-rows/rows.js';
import type { Life, Measurement } from '../facts.js';
import { testOf, usualFor } from '../tests.js';
import type { Written } from './claims.js';
import type { HospitalRecord } from './hospital-fhir.js';
import type { Rendering } from './passbook.js';
import type { Decides } from './ranges.js';
import type { WrittenResult } from './results.js';

/**
 * Returns the rows that a program derived from a hospital's FHIR as a rendering that can be scored. Each row is
 * paired with its fact, which is found by the row's content. Facts without a row are included, so that the score
 * counts them as missed.
 */
export function hospitalRendering(
  record: HospitalRecord,
  file: {
    readonly name: string;
    readonly text: string;
    readonly sections: Readonly<Record<string, readonly Row[]>>;
  },
): Rendering {
  const facts = factsOf(record.life);
  const rows = new Map<string, Written | WrittenResult>();
  for (const [section, list] of Object.entries(file.sections)) {
    for (const [index, row] of list.entries()) {
      const at = facts.findIndex((fact) => fact.isToldBy(section, row));
      const [fact] = at < 0 ? [] : facts.splice(at, 1);
      rows.set(`${file.name}|${section}|${index}`, written(section, row, fact));
    }
  }
  for (const [index, fact] of facts.entries())
    rows.set(`nowhere|${fact.section}|${index}`, written(fact.section, {}, fact));
  return { files: [file], rows };
}

/**
 * Returns the part of a life that the FHIR of `renderHospitalFhir` contains. That FHIR always states the days
 * supplied, and never states that there is no allergy.
 */
export const toldByHospital = (life: Life): Life => ({
  ...life,
  denials: [],
  courses: life.courses.map((course) => ({
    ...course,
    supplies: course.supplies.map((supply) => ({ ...supply, statedDays: 'true' as const })),
  })),
});

interface Fact {
  readonly id: string;
  readonly section: string;
  readonly result: WrittenResult['result'] | undefined;
  readonly isToldBy: (section: string, row: Row) => boolean;
}

function written(section: string, row: Row, fact: Fact | undefined): Written | WrittenResult {
  const base = { section, row, on: '', tells: fact === undefined ? [] : [fact.id] };
  return section === 'r7' ? { ...base, result: fact?.result ?? null, aside: null } : base;
}

function factsOf(life: Life): Fact[] {
  return [
    ...life.attendances.map(({ id, kind, on, diagnoses }): Fact => {
      const section = kind === 'admission' ? 'r2' : 'r1';
      const [day, code] = section === 'r2' ? ['r2.5', 'r2.10'] : ['r1.5', 'r1.8'];
      return {
        id,
        section,
        result: undefined,
        isToldBy: (where, row) =>
          where === section &&
          row[day ?? ''] === compact(on) &&
          (row[code ?? ''] ?? '') === (diagnoses[0]?.icd10 ?? ''),
      };
    }),
    ...life.measurements.map((measurement): Fact => resultFact(life, measurement)),
    ...life.allergies.map(({ id, substance }): Fact => ({
      id,
      section: 'r4',
      result: undefined,
      isToldBy: (where, row) => where === 'r4' && row['r4.2'] === substance,
    })),
    ...life.vaccinations.map(({ id, on, vaccine, lot }): Fact => ({
      id,
      section: 'r6',
      result: undefined,
      isToldBy: (where, row) =>
        where === 'r6' &&
        row['r6.1'] === compact(on) &&
        String(row['r6.3']).startsWith(vaccine) &&
        String(row['r6.3']).includes(lot),
    })),
  ];
}

function resultFact(life: Life, measurement: Measurement): Fact {
  const { id, on, value, beyond } = measurement;
  const test = testOf(measurement.test);
  const text = `${beyond === 'below' ? '<' : beyond === 'above' ? '>' : ''}${value}`;
  return {
    id,
    section: 'r7',
    result: {
      decides: decidesOf(life, measurement),
      printed: typeof value === 'number' ? value : null,
      factor: 1,
      tellsScale: true,
    },
    isToldBy: (where, row) =>
      where === 'r7' &&
      row['r7.6'] === compact(on) &&
      row['r7.10'] === test.names.english &&
      row['r7.11'] === text,
  };
}

/**
 * Returns whether a row decides the position of its result. Every number has a reference range, and every text
 * result has an expected text.
 */
function decidesOf({ sex }: Life, { test, value, beyond }: Measurement): Decides {
  if (typeof value === 'string') return 'decided';
  const { low, high } = usualFor(testOf(test), sex);
  // A careful program is free to leave a value outside the measurable range undecided.
  return beyond === undefined && (low !== null || high !== null) ? 'decided' : 'either';
}
