import { addDays, type LocalDate } from '../../identity/index.js';
import type { Coded, PartialDate } from '../model.js';
import type { Encounter } from './encounters.js';
import { atOnce, mapSteps, type Steps } from '../steps.js';
import { groupBySteps } from './order.js';

/** Diagnoses of all visits, each once. Claims tell for what somebody was treated, and never that it is over. */

export interface Diagnosed {
  /** As the newest visit names it. */
  readonly diagnosis: Coded;
  /** The visits that name it, newest first. */
  readonly on: readonly (PartialDate | null)[];
  /** Treated of late, or again and again until not long ago. */
  readonly active: boolean;
}

/** A diagnosis counts as active so long after a visit that names it. */
const RECENT_DAYS = 90;
/** One that was named on three days over half a year is one that lasts: it counts as active for two years. */
const LASTING = { visits: 3, span: 180, days: 730 } as const;

const byCode = ({ code, display }: Coded): string => code ?? display ?? '';

/** Diagnoses by their code, or by their words where they have none. */
export const listDiagnosed = (encounters: readonly Encounter[], today: LocalDate): Diagnosed[] =>
  atOnce(diagnosedSteps(encounters, today, byCode));

/** Diagnoses by what makes two of them one. */
export function* diagnosedSteps(
  encounters: readonly Encounter[],
  today: LocalDate,
  keyOf: (diagnosis: Coded) => string,
): Steps<Diagnosed[]> {
  const named = (yield* mapSteps(encounters, ({ diagnoses, date }) =>
    diagnoses.map((diagnosis) => ({ diagnosis, on: date })),
  )).flat();
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

/** Treated again and again until not long ago. */
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
