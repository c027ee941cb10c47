import type { LocalDate } from '@mhb-kit/core/identity';
import type { Life } from '../facts.js';
import { screeningsOn } from '../oracle/care.js';
import { drugsOn, type DrugTruth } from '../oracle/drugs.js';
import {
  against,
  collectFrom,
  findingsOn,
  influenzaOn,
  isRefilled,
  problemsOn,
  servicesOn,
  spentIn,
  staysOf,
  visitsOf,
} from '../oracle/glance.js';
import { shownBy, type Rendering } from '../render/passbook.js';
import type { GlanceAnswer, RefillAnswer, SpentAnswer } from './glance-answer.js';
import { idealMeasured } from './glance-measured.js';

/** Returns the first screen of an ideal product that knows the facts. */
export function idealGlance(
  whole: Life,
  rendering: Rendering,
  day: LocalDate,
  ageIsKnown: boolean,
): GlanceAnswer {
  const life = shownBy(whole, rendering);
  const rows = new Map<string, string[]>();
  for (const [key, { tells }] of rendering.rows) {
    for (const id of tells) rows.set(id, [...(rows.get(id) ?? []), key]);
  }
  const rowsOf = ({ id }: { readonly id: string }): string[] => rows.get(id) ?? [];
  const inUse = drugsOn(life, day).filter(({ state }) => state === 'in-use');
  const codesOf = ({ codes }: DrugTruth): string[] => [...codes];
  const findings = findingsOn(life, day, ageIsKnown);
  const refills = inUse.flatMap((truth): RefillAnswer[] =>
    truth.runsOutOn === null || !isRefilled(life, truth)
      ? []
      : [{ from: collectFrom(truth.runsOutOn), until: truth.runsOutOn, drugs: [codesOf(truth)] }],
  );
  const year = Number(day.slice(0, 4));
  const spent = (wanted: number): SpentAnswer => spentIn(life, wanted);
  return {
    day,
    ageIsKnown,
    allergies: life.allergies.map(rowsOf),
    denials: life.denials.flatMap(rowsOf),
    conflicts: life.allergies.flatMap((allergy) =>
      inUse
        .filter((truth) => against(allergy.substance, truth) === 'must')
        .map((truth) => [codesOf(truth), rowsOf(allergy)] as const),
    ),
    toFollowUp: screeningsOn(life, day).flatMap(({ kind, toFollowUp }) => (toFollowUp ? [kind] : [])),
    findings: (findings?.findings ?? []).map((kind) => ({ kind, on: findings?.on ?? null })),
    inUse: inUse.map((truth) => ({
      codes: codesOf(truth),
      runsOut: refills.some(
        ({ from, drugs }) => from <= day && drugs.flat().some((code) => truth.codes.has(code)),
      ),
    })),
    ...idealMeasured(life, rendering, day, ageIsKnown),
    problems: problemsOn(life, day).map(({ category, visits, lastOn }) => ({
      code: category,
      visits,
      lastOn,
    })),
    stays: staysOf(life).map((stay) => ({
      rows: rowsOf(stay),
      operations: stay.operation === undefined ? [] : [stay.operation.code],
    })),
    refills,
    services: [
      ...servicesOn(life, day, ageIsKnown),
      { kind: 'influenza', due: influenzaOn(life, day) } as const,
    ].filter(({ due }) => due !== 'none' && due !== 'open'),
    visits: visitsOf(life).slice(0, 3).map(rowsOf),
    money: {
      year: String(year),
      now: spent(year),
      before: spent(year - 1),
      byPlace: [...spentIn(life, year).byPlace].sort(([, one], [, two]) => two - one),
    },
  };
}
