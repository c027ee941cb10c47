import { addMonths, type LocalDate } from '../../../identity/index.js';
import type { PartialDate, Passbook } from '../../model/model.js';
import type { Label } from '../../record/record.js';
import { abnormalFindings, preventiveCheckups } from '../../sections/index.js';
import type { Steps } from '../../steps/steps.js';
import { listAllergiesNow, type AllergiesNow } from '../allergies-now.js';
import { isAbnormalFinding, listPreventiveCare, listProgrammes, type AnyProgramme } from '../care.js';
import type { Encounter } from '../encounters.js';
import type { DuplicateTherapy } from '../duplicates.js';
import type { LaboratorySeries } from '../laboratory.js';
import type { Medication } from '../medication.js';
import type { MedicationList } from '../medications.js';
import {
  checkupInterval,
  listPreventiveServices,
  personBorn,
  type PreventiveService,
} from '../preventive-schedule.js';
import { CURRENT_MONTHS, type CurrentResult, type ResultsNow } from '../results-now.js';
import { listMovements, type Movement } from './movements.js';
import { listNextDates, type NextDate } from './next-dates.js';
import { spentIn, type MoneyCard } from './money.js';
import { listStays, problemSteps, type Problem } from './problems.js';
import { isCollection, isRefillable, REFILL_DAYS } from './refills.js';

/**
 * The content of the first screen: the most important facts of a passbook, on at most eight cards. Each card
 * contains data, which the page turns into sentences. Outdated facts are left out: a result counts as current for
 * 15 months, and a check-up until the next one is due if that is later.
 */
export interface Glance {
  /** The date for which the newest download was requested. The download contains no later records. */
  readonly appliedOn: PartialDate | null;
  /** The cards in order of importance. Empty cards are omitted, except the one for allergies. */
  readonly cards: readonly GlanceCard[];
}

export type GlanceCard =
  | FollowUpCard
  | MedicationsCard
  | (AllergiesNow & { readonly kind: 'allergies' })
  | MeasuredCard
  | ProblemsCard
  | { readonly kind: 'next'; readonly dates: readonly NextDate[] }
  | { readonly kind: 'visits'; readonly encounters: readonly Encounter[] }
  | (MoneyCard & { readonly kind: 'money' });

/** Matters that the person should ask about or act on. */
export interface FollowUpCard {
  readonly kind: 'follow-up';
  /** Abnormal screenings, no matter how old they are, for which the records contain no follow-up. */
  readonly screenings: readonly PreventiveService[];
  readonly conflicts: AllergiesNow['conflicts'];
  readonly duplicates: readonly DuplicateTherapy[];
  /** Findings of the newest check-up that need attention. Empty if the check-up is no longer current. */
  readonly findings: readonly CheckupFinding[];
}

/** A finding of a check-up, in the words of the file. */
export interface CheckupFinding {
  readonly label: Label;
  readonly text: string | null;
  readonly on: PartialDate | null;
}

export interface MedicationsCard {
  readonly kind: 'medications';
  /**
   * The drugs in use, sorted so that drugs on refillable prescriptions come first. Within each group, the drugs
   * that run out soonest come first.
   */
  readonly inUse: readonly Medication[];
  /**
   * Drugs on a refillable prescription that last at most ten more days, so that the refill can be collected now.
   */
  readonly runningOut: readonly Medication[];
  /** The number of drugs that may still be in use or appear to have been replaced. */
  readonly undecided: number;
}

export interface MeasuredCard {
  readonly kind: 'measured';
  readonly movements: readonly Movement[];
  /** The results outside their range now, except those that `movements` contains. */
  readonly outside: readonly CurrentResult[];
  /** The number of current results that cannot be judged. */
  readonly undecided: number;
}

export interface ProblemsCard {
  readonly kind: 'problems';
  readonly problems: readonly Problem[];
  /** The care programmes in which the person is enrolled. */
  readonly programmes: readonly AnyProgramme[];
  /** Hospital stays and operations, newest first. */
  readonly stays: readonly Encounter[];
}

/** The data from which the cards are created. */
export interface GlanceSources {
  readonly medications: MedicationList;
  readonly series: readonly LaboratorySeries[];
  readonly results: ResultsNow;
  readonly encounters: readonly Encounter[];
  readonly passbook: Passbook;
  readonly today: LocalDate;
  /** The year of birth that the person has entered. Passbooks do not contain it. */
  readonly birthYear: number | null;
}

/** The maximum number of visits. People do not read more lines than this on a first screen. */
const MOST_VISITS = 3;

/** Creates the cards for a day from the views that the other pages show. */
export function* glanceSteps(sources: GlanceSources): Steps<Glance> {
  const { passbook, medications, encounters, today, birthYear } = sources;
  const allergies = listAllergiesNow(passbook, medications);
  yield;
  const services = listPreventiveServices(passbook, today, personBorn(birthYear));
  yield;
  const age = birthYear === null ? null : Number(today.slice(0, YEAR_LENGTH)) - birthYear;
  const checkupMonths = Math.max(CURRENT_MONTHS, checkupInterval(age) ?? 0);
  const checkupSince = monthsAgo(today, checkupMonths);
  const programmes = listProgrammes(passbook).filter((each) => isOwn(each, today));
  yield;
  const problems = yield* problemSteps(encounters, today);
  const findings = findingsSince(passbook, checkupSince);
  yield;
  const dates = listNextDates(passbook, { medications, services, today });
  yield;
  const money = spentIn(today.slice(0, YEAR_LENGTH), encounters);
  yield;
  const cards = [
    followUpCard({ services, allergies, medications, findings }),
    medicationsCard(medications),
    { kind: 'allergies', ...allergies } as const,
    measuredCard(sources, programmes, checkupSince),
    problemsCard({ problems, programmes, stays: listStays(encounters) }),
    dates,
    visitsCard(encounters),
    money,
  ];
  return {
    appliedOn:
      passbook.downloads
        .flatMap(({ appliedOn }) => appliedOn ?? [])
        .sort()
        .at(-1) ?? null,
    cards: cards.filter((card) => card !== null),
  };
}

const YEAR_LENGTH = 4;

/**
 * Returns the same day of the month, the given number of months earlier. The calendar might not contain the
 * resulting day; the string is only compared with dates.
 */
const monthsAgo = (today: LocalDate, months: number): string =>
  `${addMonths(today.slice(0, 7), -months)}${today.slice(7)}`;

/** Checks whether a programme is open and its last visit is recent enough for its results to be current. */
const isOwn = ({ period, date }: AnyProgramme, today: LocalDate): boolean =>
  period.end === null && (date ?? '') > monthsAgo(today, CURRENT_MONTHS);

function followUpCard({
  services,
  allergies: { conflicts },
  medications: { duplicates },
  findings,
}: {
  readonly services: readonly PreventiveService[];
  readonly allergies: AllergiesNow;
  readonly medications: MedicationList;
  readonly findings: readonly CheckupFinding[];
}): FollowUpCard | null {
  const screenings = services.filter(({ followUp }) => followUp !== null);
  return screenings.length + conflicts.length + duplicates.length + findings.length === 0
    ? null
    : { kind: 'follow-up', screenings, conflicts, duplicates, findings };
}

function findingsSince(passbook: Passbook, since: string): CheckupFinding[] {
  const [checkup] = listPreventiveCare(passbook).checkups;
  if (checkup === undefined || (checkup.date ?? '') <= since) return [];
  return (Object.keys(abnormalFindings) as (keyof typeof abnormalFindings)[]).flatMap((name) => {
    const { display: key } = preventiveCheckups.keys[name];
    const field = preventiveCheckups.fields.find((each) => each.key === key);
    if (field === undefined || !isAbnormalFinding(checkup, field)) return [];
    return [{ label: field.label, text: checkup[name]?.display ?? null, on: checkup.date }];
  });
}

function medicationsCard({ current, mayBeInUse, replaced, past }: MedicationList): MedicationsCard | null {
  const undecided = mayBeInUse.length + replaced.length;
  if (current.length + undecided + past.length === 0) return null;
  const refillable = current.filter(isRefillable);
  return {
    kind: 'medications',
    inUse: [...refillable, ...current.filter((each) => !isRefillable(each))],
    runningOut: refillable.filter(({ daysLeft }) => daysLeft <= REFILL_DAYS),
    undecided,
  };
}

function measuredCard(
  { series, results }: Pick<GlanceSources, 'series' | 'results'>,
  programmes: readonly AnyProgramme[],
  checkupSince: LocalDate,
): MeasuredCard | null {
  const movements = listMovements(series, programmes, { since: results.from, checkupSince });
  const outside = results.outside.filter(({ point }) => !movements.some(({ latest }) => latest === point));
  const undecided = results.undecided.filter((each) => !movements.some((moved) => moved.series === each));
  return movements.length + outside.length + undecided.length === 0
    ? null
    : { kind: 'measured', movements, outside, undecided: undecided.length };
}

const problemsCard = (held: Omit<ProblemsCard, 'kind'>): ProblemsCard | null =>
  held.problems.length + held.programmes.length + held.stays.length === 0
    ? null
    : { kind: 'problems', ...held };

/** Lists the newest visits to a physician. Collecting drugs or receiving a treatment does not count as a visit. */
function visitsCard(encounters: readonly Encounter[]): GlanceCard | null {
  const visits: Encounter[] = [];
  for (const each of encounters) {
    if (each.class !== 'service' && !isCollection(each)) visits.push(each);
    if (visits.length === MOST_VISITS) break;
  }
  return visits.length === 0 ? null : { kind: 'visits', encounters: visits };
}
