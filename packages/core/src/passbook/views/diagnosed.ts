import { addDays, type LocalDate } from '../../identity/index.js';
import type { Coded, PartialDate } from '../model/model.js';
import type { Encounter } from './encounters.js';
import { atOnce, eachStep, mapSteps, type Steps } from '../steps/steps.js';
import { groupBySteps } from './order.js';

/**
 * Lists each diagnosis from all visits once. Claims show what a person was treated for, but never that an illness
 * is over.
 */

export interface Diagnosed {
  /** The diagnosis as written in the record of the newest visit. */
  readonly diagnosis: Coded;
  /** The dates of the visits with this diagnosis, newest first. */
  readonly on: readonly (PartialDate | null)[];
  /** Whether the person was treated recently, or was treated repeatedly until not long ago. */
  readonly active: boolean;
}

/** For how many days a diagnosis counts as active after a visit. */
const RECENT_DAYS = 90;
/**
 * The conditions for a long-lasting diagnosis: visits on at least three days, spread over at least half a year.
 * Such a diagnosis counts as active for two years after the last visit.
 */
const LASTING = { visits: 3, span: 180, days: 730 } as const;

const byCode = ({ code, display }: Coded): string => code ?? display ?? '';

/** Lists the diagnoses, grouped by code, or by text if they have no code. */
export const listDiagnosed = (encounters: readonly Encounter[], today: LocalDate): Diagnosed[] =>
  atOnce(diagnosedSteps(encounters, today, byCode));

/** Lists the diagnoses, grouped by the given key. */
export function* diagnosedSteps(
  encounters: readonly Encounter[],
  today: LocalDate,
  keyOf: (diagnosis: Coded) => string,
): Steps<Diagnosed[]> {
  const named: { readonly diagnosis: Coded; readonly on: PartialDate | null }[] = [];
  yield* eachStep(encounters, ({ diagnoses, date }) => {
    for (const diagnosis of diagnoses) named.push({ diagnosis, on: date });
  });
  const groups = yield* groupBySteps(named, ({ diagnosis }) => keyOf(diagnosis));
  return (yield* mapSteps([...groups.values()], (group) => {
    const [newest] = group;
    if (newest === undefined) return [];
    const on = group.map((each) => each.on);
    return [{ diagnosis: newest.diagnosis, on, active: isRecent(on, today) || isLasting(on, today) }];
  })).flat();
}

const daysOf = (on: readonly (PartialDate | null)[]): LocalDate[] =>
  [...new Set(on.filter((day) => day !== null && day.length === 10))].sort() as LocalDate[];

function isRecent(on: readonly (PartialDate | null)[], today: LocalDate): boolean {
  const last = daysOf(on).at(-1);
  return last !== undefined && addDays(last, RECENT_DAYS) >= today;
}

/** Checks whether the person was treated repeatedly until not long ago. */
export function isLasting(on: readonly (PartialDate | null)[], today: LocalDate): boolean {
  const days = daysOf(on);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return false;
  return (
    days.length >= LASTING.visits &&
    addDays(first, LASTING.span) <= last &&
    addDays(last, LASTING.days) >= today
  );
}
