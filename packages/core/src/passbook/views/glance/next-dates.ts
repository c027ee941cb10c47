import { addDays, addMonths, monthOf, type LocalDate, type LocalMonth } from '../../../identity/index.js';
import type { Passbook } from '../../model/model.js';
import { listImmunizations } from '../care.js';
import type { Medication } from '../medication.js';
import type { MedicationList } from '../medications.js';
import { groupBy } from '../order.js';
import type { PreventiveService } from '../preventive-schedule.js';
import { isRefillable, REFILL_DAYS } from './refills.js';

/**
 * Something that is due from a day or a month on. `maybe`: due at some ages only, and the person's age is not
 * known.
 */
export type NextDate =
  | {
      readonly kind: 'refill';
      /** The first and the last day on which the drugs can be collected before they run out. */
      readonly from: LocalDate;
      readonly until: LocalDate;
      readonly medications: readonly Medication[];
    }
  | {
      readonly kind: 'service';
      readonly from: LocalMonth;
      readonly due: 'now' | 'maybe' | 'later';
      readonly service: PreventiveService;
    }
  | { readonly kind: 'influenza'; readonly from: LocalMonth; readonly due: 'now' | 'later' };

interface Known {
  readonly medications: MedicationList;
  readonly services: readonly PreventiveService[];
  readonly today: LocalDate;
}

/** How far ahead dates are listed; nobody plans later ones yet. */
const PLANNED_MONTHS = 12;

/** Refills, preventive services and the yearly vaccine, soonest first; `null` if there is none. */
export function listNextDates(
  passbook: Passbook,
  { medications, services, today }: Known,
): { readonly kind: 'next'; readonly dates: readonly NextDate[] } | null {
  const dates = [
    ...refills(medications.current),
    ...services.flatMap((service) => serviceDate(service, today)),
    ...influenza(passbook, today),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return dates.length === 0 ? null : { kind: 'next', dates };
}

/** Drugs of refillable prescriptions, grouped by the day on which they run out. */
function refills(current: readonly Medication[]): NextDate[] {
  const groups = groupBy(current.filter(isRefillable), ({ runsOutOn }) => runsOutOn ?? '');
  return [...groups].flatMap(([until, medications]) =>
    until === ''
      ? []
      : [{ kind: 'refill', from: addDays(until, 1 - REFILL_DAYS), until, medications } as const],
  );
}

/** Due now or within the year, without those that need a follow-up. */
function serviceDate(service: PreventiveService, today: LocalDate): NextDate[] {
  const { followUp, dueOn, isDue, mayBeDue } = service;
  if (followUp !== null || dueOn === null) return [];
  const month = monthOf(today);
  if (isDue || mayBeDue) return [{ kind: 'service', from: month, due: isDue ? 'now' : 'maybe', service }];
  return dueOn <= addMonths(month, PLANNED_MONTHS)
    ? [{ kind: 'service', from: dueOn, due: 'later', service }]
    : [];
}

/**
 * The yearly campaign of the Taiwan Centers for Disease Control (疾病管制署, 公費流感疫苗) begins in October and lasts
 * until the vaccines run out, in spring at the latest. It is free only for certain ages and illnesses, so it
 * is suggested only to people who had one in the last two seasons.
 */
const SEASON_BEGINS = '-10';
const SEASON_ENDS = '-03';
const TWO_SEASONS = 24;

function influenza(passbook: Passbook, today: LocalDate): NextDate[] {
  const last = listImmunizations(passbook).find(
    ({ date, vaccine }) => date !== null && date <= today && isInfluenza(vaccine ?? ''),
  );
  const on = last?.date?.slice(0, 7);
  if (on === undefined) return [];
  const month = monthOf(today);
  if (on < addMonths(month, -TWO_SEASONS)) return [];
  const year = today.slice(0, 4);
  const begun = month >= year + SEASON_BEGINS ? year : String(Number(year) - 1);
  const season = begun + SEASON_BEGINS;
  // Clinics vaccinate a month before the campaign begins.
  const done = on >= addMonths(season, -1);
  if (!done && month <= String(Number(begun) + 1) + SEASON_ENDS)
    return [{ kind: 'influenza', from: month, due: 'now' }];
  return [{ kind: 'influenza', from: addMonths(season, PLANNED_MONTHS), due: 'later' }];
}

/** Haemophilus influenzae is a bacterium. */
const isInfluenza = (vaccine: string): boolean =>
  /流感|influenza/i.test(vaccine) && !/嗜血桿菌|haemophilus|hib/i.test(vaccine);
