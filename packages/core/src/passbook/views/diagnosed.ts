import { addDays, type LocalDate } from '../../identity/index.js';
import type { Coded, PartialDate } from '../model/model.js';
import type { Encounter } from './encounters.js';
import { atOnce, eachStep, mapSteps, type Steps } from '../steps/steps.js';
import { groupBySteps } from './order.js';

/**
 * Diagnoses of all visits, each once. Claims show what a person was treated for, but never that the illness
 * is over.
 */

export interface Diagnosed {
  /** The text as written in the newest visit. */
  readonly diagnosis: Coded;
  /** Dates of the visits with this diagnosis, newest first. */
  readonly on: readonly (PartialDate | null)[];
  /** Treated recently, or repeatedly until not long ago. */
  readonly active: boolean;
}

/** How long a diagnosis counts as active after a visit. */
const RECENT_DAYS = 90;
/**
 * A diagnosis on three days spread over at least half a year is long-lasting: it counts as active for two
 * years.
 */
const LASTING = { visits: 3, span: 180, days: 730 } as const;

const byCode = ({ code, display }: Coded): string => code ?? display ?? '';

/** Diagnoses by their code, or by their text if they have none. */
export const listDiagnosed = (encounters: readonly Encounter[], today: LocalDate): Diagnosed[] =>
  atOnce(diagnosedSteps(encounters, today, byCode));

/** Diagnoses, grouped by the given key. */
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

/** Treated repeatedly until not long ago. */
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
