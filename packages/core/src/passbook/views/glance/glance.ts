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
 * The first screen: the most important facts of a passbook, on at most eight cards. A card is data; the page
 * turns it into sentences. Outdated facts are not included: results are kept for 15 months, those of a
 * check-up for its interval.
 */
export interface Glance {
  /** The date for which the newest download was requested; later records are not in it. */
  readonly appliedOn: PartialDate | null;
  /** Ordered by importance. Empty cards are omitted, except the one for allergies. */
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

/** Things that the person should ask about or do. */
export interface FollowUpCard {
  readonly kind: 'follow-up';
  /** Abnormal screenings without a follow-up in the records, no matter how old they are. */
  readonly screenings: readonly PreventiveService[];
  readonly conflicts: AllergiesNow['conflicts'];
  readonly duplicates: readonly DuplicateTherapy[];
  /** Findings of the newest check-up that need attention, as long as it is current. */
  readonly findings: readonly CheckupFinding[];
}

/** A finding of a check-up, as worded in the file. */
export interface CheckupFinding {
  readonly label: Label;
  readonly text: string | null;
  readonly on: PartialDate | null;
}

export interface MedicationsCard {
  readonly kind: 'medications';
  /** Drugs on refillable prescriptions first, then those that run out soonest. */
  readonly inUse: readonly Medication[];
  /** Drugs on a refillable prescription with at most ten days left, so that the refill can be collected. */
  readonly runningOut: readonly Medication[];
  /** Number of drugs that may still be in use, or were apparently replaced. */
  readonly undecided: number;
}

export interface MeasuredCard {
  readonly kind: 'measured';
  readonly movements: readonly Movement[];
  /** Results outside their range now that are not listed as a trend. */
  readonly outside: readonly CurrentResult[];
  /** Number of current results that cannot be judged. */
  readonly undecided: number;
}

export interface ProblemsCard {
  readonly kind: 'problems';
  readonly problems: readonly Problem[];
  /** Care programmes that are open. */
  readonly programmes: readonly AnyProgramme[];
  /** Hospital stays and operations, newest first. */
  readonly stays: readonly Encounter[];
}

/** The data from which the cards are built. */
export interface GlanceSources {
  readonly medications: MedicationList;
  readonly series: readonly LaboratorySeries[];
  readonly results: ResultsNow;
  readonly encounters: readonly Encounter[];
  readonly passbook: Passbook;
  readonly today: LocalDate;
  /** The year entered by the person; passbooks do not contain it. */
  readonly birthYear: number | null;
}

/** The maximum number of lines: people do not read more on a first screen. */
const MOST_VISITS = 3;

/** The cards of a passbook on a day, from the views of the other pages. */
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

/** The same day of the month, a number of months earlier, for comparing dates as strings. */
const monthsAgo = (today: LocalDate, months: number): string =>
  `${addMonths(today.slice(0, 7), -months)}${today.slice(7)}`;

/** Open, and last visited recently enough for its results to be current. */
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

/** Visits to a physician; collecting drugs or receiving a treatment does not count. */
function visitsCard(encounters: readonly Encounter[]): GlanceCard | null {
  const visits: Encounter[] = [];
  for (const each of encounters) {
    if (each.class !== 'service' && !isCollection(each)) visits.push(each);
    if (visits.length === MOST_VISITS) break;
  }
  return visits.length === 0 ? null : { kind: 'visits', encounters: visits };
}
