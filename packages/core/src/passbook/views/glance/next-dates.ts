import { addDays, addMonths, monthOf, type LocalDate, type LocalMonth } from '../../../identity/index.js';
import type { Passbook } from '../../model/model.js';
import { listImmunizations } from '../care.js';
import type { Medication } from '../medication.js';
import type { MedicationList } from '../medications.js';
import { groupBy } from '../order.js';
import type { PreventiveService } from '../preventive-schedule.js';
import { isRefillable, REFILL_DAYS } from './refills.js';

/**
 * Something that is due from a certain day or month. `maybe` means that a service is due only at some ages, and
 * the person's age is not known.
 */
export type NextDate =
  | {
      readonly kind: 'refill';
      /** The first and the last day for collecting the drugs before the supply runs out. */
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

/** The number of months ahead for which dates are listed. People do not plan further ahead. */
const PLANNED_MONTHS = 12;

/**
 * Lists refills, preventive services and the yearly influenza vaccine, soonest first. Returns `null` if nothing is
 * due.
 */
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

/** Groups the drugs on refillable prescriptions by the day on which they run out. */
function refills(current: readonly Medication[]): NextDate[] {
  const groups = groupBy(current.filter(isRefillable), ({ runsOutOn }) => runsOutOn ?? '');
  return [...groups].flatMap(([until, medications]) =>
    until === ''
      ? []
      : [{ kind: 'refill', from: addDays(until, 1 - REFILL_DAYS), until, medications } as const],
  );
}

/**
 * Returns the date of a service that is due now or within the year. Services that need a follow-up are left out.
 */
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
 * The yearly campaign of the Taiwan Centers for Disease Control (疾病管制署, 公費流感疫苗) begins in October and lasts until
 * the vaccine runs out, in spring at the latest. The vaccine is free only for certain ages and illnesses, so it is
 * suggested only to people who received it in one of the last two seasons.
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
  // Some clinics start to vaccinate a month before the campaign begins.
  const done = on >= addMonths(season, -1);
  if (!done && month <= String(Number(begun) + 1) + SEASON_ENDS)
    return [{ kind: 'influenza', from: month, due: 'now' }];
  return [{ kind: 'influenza', from: addMonths(season, PLANNED_MONTHS), due: 'later' }];
}

/**
 * Checks whether a vaccine is against influenza. Haemophilus influenzae is a bacterium, so its vaccine does not
 * count.
 */
const isInfluenza = (vaccine: string): boolean =>
  /流感|influenza/i.test(vaccine) && !/嗜血桿菌|haemophilus|hib/i.test(vaccine);
