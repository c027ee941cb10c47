import { addMonths, monthOf, type LocalDate, type LocalMonth } from '../../identity/index.js';
import type { AnyRecord, PartialDate, Passbook } from '../model/model.js';
import type { Label } from '../record/record.js';
import { listPreventiveCare, type Screening } from './care.js';
import { resolvesFinding, type PreventiveServiceId } from './follow-up.js';
import { outcomeOf } from './screening-outcome.js';

export type { PreventiveServiceId };

/** An abnormal screening for which the records contain no follow-up. */
export interface FollowUp {
  readonly on: PartialDate;
  /** The result as written in the file. */
  readonly result: string | null;
  /** The advice as written in the file. */
  readonly advice: string | null;
  readonly performer: string | null;
  readonly record: AnyRecord;
}

/** A free preventive service that is offered at intervals, and information about the person's last use of it. */
export interface PreventiveService {
  readonly id: PreventiveServiceId;
  readonly label: Label;
  /** For whom the service is intended, and how often it is offered. */
  readonly rule: Label;
  /**
   * The date of the last completed examination, or `null` if the file contains none. Examinations that were
   * refused, missed or failed do not count.
   */
  readonly lastOn: PartialDate | null;
  readonly result: string | null;
  /**
   * The month from which, according to the rule, the service is due again. `null` if the rule does not apply to
   * this person, or no longer applies.
   */
  readonly dueOn: LocalMonth | null;
  /**
   * Whether the service is due. If the interval depends on an age that is unknown, this is true only if the
   * service is due at every age; see `mayBeDue` for the other cases. Never true while an abnormal result needs a
   * follow-up.
   */
  readonly isDue: boolean;
  /** Whether the service is due at some ages but not at others. */
  readonly mayBeDue: boolean;
  readonly followUp: FollowUp | null;
  /** Records of examinations that were refused or failed since the last completed one, newest first. */
  readonly notDone: readonly Screening[];
  readonly record: AnyRecord | null;
}

/**
 * What is known about the person from sources other than the file. The file states the sex (in the ID number) but
 * not the age.
 */
export interface PreventivePerson {
  /** The year, month or day of birth: `1958`, `1958-03` or `1958-03-09`. */
  readonly bornOn?: string;
  readonly sex?: 'male' | 'female';
}

/**
 * Describes a person of whom only the year of birth is known. The programmes determine the age by calendar year.
 */
export const personBorn = (year: number | null): PreventivePerson =>
  year === null ? {} : { bornOn: String(year) };

/** A range of ages, with the interval at which a service is offered to people of these ages. */
interface Interval {
  readonly from: number;
  readonly to: number;
  readonly months: number;
}

interface Schedule {
  readonly id: PreventiveServiceId;
  /** Matches the screening's name in the file. `null` for the check-up, which has its own section. */
  readonly category: RegExp | null;
  readonly sex?: 'female';
  readonly intervals: readonly Interval[];
  /** Whether age and sex alone determine who is eligible. */
  readonly forEverybody: boolean;
  readonly label: Label;
  readonly rule: Label;
}

const ANY_AGE = 200;

/**
 * The intervals of the Health Promotion Administration (國民健康署), as extended on 2025-01-01: 「114 年起擴大成人預防保健與癌症篩檢
 * 補助對象」, https://www.hpa.gov.tw (adult preventive services; five cancer screenings). Some services begin at an
 * earlier age for indigenous people or because of a family history, but the file does not state these facts.
 */
const schedules: readonly Schedule[] = [
  {
    id: 'checkup',
    category: null,
    intervals: [
      { from: 30, to: 39, months: 60 },
      { from: 40, to: 64, months: 36 },
      { from: 65, to: ANY_AGE, months: 12 },
    ],
    forEverybody: true,
    label: { 'zh-Hant': '成人預防保健', en: 'Adult check-up' },
    rule: {
      'zh-Hant': '30 至 39 歲每 5 年、40 至 64 歲每 3 年、65 歲以上每年一次',
      en: 'every 5 years from 30, every 3 years from 40, every year from 65',
    },
  },
  {
    id: 'colorectal',
    category: /大腸|結腸|直腸|糞便/,
    intervals: [{ from: 45, to: 74, months: 24 }],
    forEverybody: true,
    label: { 'zh-Hant': '大腸癌篩檢', en: 'Colorectal cancer screening' },
    rule: { 'zh-Hant': '45 至 74 歲每 2 年一次', en: 'every 2 years from 45 to 74' },
  },
  {
    id: 'breast',
    category: /乳/,
    sex: 'female',
    intervals: [{ from: 40, to: 74, months: 24 }],
    forEverybody: true,
    label: { 'zh-Hant': '乳癌篩檢', en: 'Breast cancer screening' },
    rule: { 'zh-Hant': '40 至 74 歲婦女每 2 年一次', en: 'every 2 years for women from 40 to 74' },
  },
  {
    id: 'cervical',
    category: /子宮頸|抹片/,
    sex: 'female',
    intervals: [{ from: 25, to: ANY_AGE, months: 36 }],
    forEverybody: true,
    label: { 'zh-Hant': '子宮頸癌篩檢', en: 'Cervical cancer screening' },
    rule: {
      'zh-Hant': '25 歲以上的婦女至少每 3 年一次；30 歲起，每年可以做一次',
      en: 'at least every 3 years for women from 25; once a year is free from 30',
    },
  },
  {
    id: 'oral',
    category: /口腔/,
    intervals: [{ from: 30, to: ANY_AGE, months: 24 }],
    forEverybody: false,
    label: { 'zh-Hant': '口腔癌篩檢', en: 'Oral cancer screening' },
    rule: {
      'zh-Hant': '30 歲以上，嚼檳榔（含已戒）或吸菸的人，每 2 年一次',
      en: 'every 2 years from 30 for those who smoke or chew, or chewed, betel',
    },
  },
  {
    id: 'lung',
    category: /肺/,
    intervals: [{ from: 40, to: 74, months: 24 }],
    forEverybody: false,
    label: { 'zh-Hant': '肺癌篩檢', en: 'Lung cancer screening' },
    rule: {
      'zh-Hant': '有肺癌家族史或重度吸菸史的人，每 2 年一次',
      en: 'every 2 years for those with lung cancer in the family or many years of smoking',
    },
  },
];

/**
 * Returns the number of months between two adult check-ups at an age. Returns `null` if the age is unknown or
 * below the first age at which check-ups are offered.
 */
export function checkupInterval(age: number | null): number | null {
  const checkup = schedules.find(({ id }) => id === 'checkup');
  const interval = checkup?.intervals.find(({ from, to }) => age !== null && from <= age && age <= to);
  return interval?.months ?? null;
}

/**
 * Lists the preventive services, sorted so that those that need a follow-up come first, followed by those that are
 * due soonest. A service that the person has never used is listed only if the person's age is known and if age and
 * sex alone determine who is eligible.
 */
export function listPreventiveServices(
  passbook: Passbook,
  today: LocalDate,
  person: PreventivePerson = {},
): PreventiveService[] {
  const sex = person.sex ?? sexOf(passbook.subjectId);
  const age = person.bornOn === undefined ? null : ageOn(person.bornOn, today);
  const { checkups, screenings } = listPreventiveCare(passbook);
  return schedules
    .flatMap((schedule): PreventiveService[] => {
      if (schedule.sex !== undefined && sex !== null && sex !== schedule.sex) return [];
      const { category } = schedule;
      const uses =
        category === null
          ? checkups
              .filter(({ effectiveOn }) => (effectiveOn ?? '9999') <= today)
              .map((record): Use => ({
                on: record.effectiveOn,
                result: null,
                advice: null,
                screening: null,
                record,
              }))
          : usesOf(
              screenings.filter(
                (each) =>
                  (each.occurredOn ?? '9999') <= today &&
                  category.test(`${each.category ?? ''}${each.examination ?? ''}`),
              ),
            );
      const service = serviceOf(schedule, uses, { passbook, today, age });
      return service === null ? [] : [service];
    })
    .sort(
      (a, b) =>
        Number(b.followUp !== null) - Number(a.followUp !== null) ||
        ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : (a.dueOn ?? '9999') > (b.dueOn ?? '9999') ? 1 : 0),
    );
}

interface Use {
  readonly on: PartialDate | null;
  readonly result: string | null;
  readonly advice: string | null;
  readonly screening: Screening | null;
  readonly record: AnyRecord;
}

const usesOf = (screenings: readonly Screening[]): Use[] =>
  screenings.map((screening) => ({
    on: screening.occurredOn,
    result: screening.result,
    advice: screening.advice,
    screening,
    record: screening.record,
  }));

interface Situation {
  readonly passbook: Passbook;
  readonly today: LocalDate;
  readonly age: number | null;
}

function serviceOf(
  schedule: Schedule,
  uses: readonly Use[],
  { passbook, today, age }: Situation,
): PreventiveService | null {
  const done = uses.filter(({ on, result }) => on !== null && outcomeOf(result) !== 'not-done');
  const [last] = done;
  if (last === undefined && (age === null || !schedule.forEverybody)) return null;
  const followUp = followUpOf(schedule.id, done, passbook, today);
  const lastOn = last?.on ?? null;
  const notDone = uses.flatMap(({ screening, on, result }) =>
    screening !== null && outcomeOf(result) === 'not-done' && (on ?? '') > (lastOn ?? '') ? [screening] : [],
  );
  const often = shortestGap(done);
  const possible = schedule.intervals
    .filter(({ from, to, months }) =>
      age === null ? often === null || months <= often + GRACE_MONTHS : from <= age && age <= to,
    )
    .map(({ months }) => (lastOn === null ? monthOf(today) : addMonths(lastOn.slice(0, 7), months)))
    .sort();
  const [soonest = null] = possible;
  const latest = possible.at(-1) ?? null;
  const month = monthOf(today);
  const waits = followUp !== null;
  const isDue = !waits && latest !== null && latest <= month;
  return {
    id: schedule.id,
    label: schedule.label,
    rule: schedule.rule,
    lastOn,
    result: last?.result ?? null,
    dueOn: isDue ? latest : soonest,
    isDue,
    mayBeDue: !waits && !isDue && soonest !== null && soonest <= month,
    followUp,
    notDone,
    record: last?.record ?? uses[0]?.record ?? null,
  };
}

/** The number of months by which an appointment can precede the end of the interval. */
const GRACE_MONTHS = 2;
const MONTHS = 12;
/** Uses that are less than this many months apart belong to one occasion. */
const ONE_OCCASION = 6;

/**
 * Returns the smallest number of months between two uses, which indicates the person's interval. For example, a
 * person who was examined every year has the yearly interval.
 */
function shortestGap(done: readonly Use[]): number | null {
  const months = done.flatMap(({ on }) =>
    on === null ? [] : [Number(on.slice(0, 4)) * MONTHS + Number(on.slice(5, 7))],
  );
  const gaps = months
    .map((month, index) => month - (months[index + 1] ?? -Infinity))
    .filter((gap) => gap >= ONE_OCCASION && Number.isFinite(gap));
  return gaps.length === 0 ? null : Math.min(...gaps);
}

/** Returns the newest decided result if it is abnormal and no later record shows a follow-up. */
function followUpOf(
  id: PreventiveServiceId,
  done: readonly Use[],
  passbook: Passbook,
  today: LocalDate,
): FollowUp | null {
  const decided = done.find(({ result }) => outcomeOf(result) !== 'undecided');
  if (decided === undefined || decided.on === null || outcomeOf(decided.result) !== 'abnormal') return null;
  if (resolvesFinding(passbook, id, decided.on, today)) return null;
  const { on, result, advice, screening, record } = decided;
  return { on, result, advice, performer: screening?.performer ?? null, record };
}

const ageOn = (bornOn: string, today: LocalDate): number => {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return bornOn.length > 4 && today.slice(5, bornOn.length) < bornOn.slice(5) ? years - 1 : years;
};

/** Reads the sex from the second character of an ID number: 1, 8, A and C mean male; 2, 9, B and D mean female. */
function sexOf(id: string | null): 'male' | 'female' | null {
  const second = id?.charAt(1).toUpperCase() ?? '';
  if (second === '') return null;
  if ('18AC'.includes(second)) return 'male';
  return '29BD'.includes(second) ? 'female' : null;
}
