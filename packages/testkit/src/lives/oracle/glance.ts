import { addDays, addMonths, monthOf, type LocalDate, type LocalMonth } from '@mhb-kit/core/identity';
import type { Attendance, Checkup, CheckupFinding, Life, ScreeningKind } from '../facts.js';
import type { DrugTruth } from './drugs.js';
import { isRecent } from './results.js';

/** The truth about a life on a day, for checking the first screen of a product. */

/**
 * The kinds of contacts in which the person saw a physician or was in the hospital. Collecting a part of a
 * prescription is not one of them, and neither is a treatment.
 */
const seesPhysician: ReadonlySet<Attendance['kind']> = new Set([
  'visit',
  'admission',
  'dental',
  'chinese-medicine',
]);

export const newestFirst = (one: { readonly on: LocalDate }, two: { readonly on: LocalDate }): number =>
  two.on.localeCompare(one.on);

/** Returns the visits, sorted with the newest first. */
export const visitsOf = ({ attendances }: Life): Attendance[] =>
  attendances.filter(({ kind }) => seesPhysician.has(kind)).sort(newestFirst);

/** Returns hospital stays and operations. */
export const staysOf = ({ attendances }: Life): Attendance[] =>
  attendances.filter(({ kind, operation }) => kind === 'admission' || operation !== undefined);

export interface ProblemTruth {
  /** The first three characters of the ICD-10-CM code. */
  readonly category: string;
  readonly visits: number;
  readonly lastOn: LocalDate;
}

/** Matches passing illnesses: colds, infections of the nose and throat, and symptoms. */
const passes = /^(?:J0|J1|J20|J21|J22|R|S|T|Z)/u;
const days = { visits: 3, apart: 180, still: 730 } as const;

/**
 * Returns the problems for which a person was treated on at least three days that span half a year, if the last of
 * these days is within the past two years. Dental treatment and dispensing do not count.
 */
export function problemsOn(
  { attendances }: Life,
  day: LocalDate,
  /** The ids of other contacts that count as visits. */
  alsoVisits: ReadonlySet<string> = new Set(),
): ProblemTruth[] {
  const named = new Map<string, Attendance[]>();
  for (const attendance of attendances) {
    const treats = ['visit', 'treatment', 'admission', 'chinese-medicine'].includes(attendance.kind);
    if (!treats && !alsoVisits.has(attendance.id)) continue;
    for (const category of new Set(attendance.diagnoses.map(({ icd10 }) => icd10.slice(0, 3)))) {
      named.set(category, [...(named.get(category) ?? []), attendance]);
    }
  }
  return [...named].flatMap(([category, visits]) => {
    const on = [...new Set(visits.map((visit) => visit.on))].sort();
    const [first, last] = [on[0] ?? day, on.at(-1) ?? day];
    const lasts =
      on.length >= days.visits && addDays(first, days.apart) <= last && addDays(last, days.still) >= day;
    return lasts && !passes.test(category) ? [{ category, visits: visits.length, lastOn: last }] : [];
  });
}

/**
 * Returns the first day on which the next part of a refillable prescription can be collected. Collection is
 * possible during the last ten days that the previous part covers.
 */
export const collectFrom = (runsOutOn: LocalDate): LocalDate => addDays(runsOutOn, -9);

/** Checks whether the drug was last dispensed as a part of a refillable prescription. */
export function isRefilled({ courses }: Life, { drug }: DrugTruth): boolean {
  const supplies = courses
    .filter((course) => course.drug.key === drug.key)
    .flatMap((course) => course.supplies)
    .sort(newestFirst);
  return supplies[0]?.chronic === true;
}

const year = (day: string): number => Number(day.slice(0, 4));

/** Returns the person's age by calendar year, which is how the programmes determine it. */
export const ageOn = ({ bornOn }: Life, day: LocalDate): number => year(day) - year(bornOn);

/**
 * Returns the months between two check-ups (成人預防保健): every five years from 30, every three years from 40,
 * and every year from 65.
 */
export const checkupMonths = (age: number): number | null =>
  age >= 65 ? 12 : age >= 40 ? 36 : age >= 30 ? 60 : null;

/**
 * Checks whether the results of a check-up are current. They are current until the programme pays for the next
 * check-up, and for at least fifteen months.
 */
export function isCurrentCheckup(
  { on }: Pick<Checkup, 'on'>,
  life: Life,
  day: LocalDate,
  ageIsKnown: boolean,
): boolean {
  if (isRecent({ on }, day)) return true;
  const months = ageIsKnown ? checkupMonths(ageOn(life, day)) : null;
  return months !== null && on > `${addMonths(monthOf(day), -months)}${day.slice(7)}`;
}

/** Returns the findings of the newest check-up that need to be examined, as long as that check-up is current. */
export function findingsOn(
  life: Life,
  day: LocalDate,
  ageIsKnown: boolean,
): { readonly on: LocalDate; readonly findings: readonly CheckupFinding[] } | null {
  const [newest] = [...life.checkups].sort(newestFirst);
  if (newest === undefined || newest.findings.length === 0) return null;
  return isCurrentCheckup(newest, life, day, ageIsKnown) ? newest : null;
}

export type ServiceKind = ScreeningKind | 'checkup';

/** The ages for which the programmes pay. Only people who smoke or chew betel are screened for oral cancer. */
const paidFor: Readonly<Record<ScreeningKind, readonly [from: number, to: number]>> = {
  colorectal: [45, 74],
  breast: [40, 74],
  cervical: [25, Infinity],
  oral: [30, Infinity],
};
const womenOnly: readonly ScreeningKind[] = ['breast', 'cervical'];
/**
 * The recommended number of months between two screenings. The programme pays for a smear earlier than
 * recommended.
 */
const repeatedAfter: Readonly<Record<ScreeningKind, number>> = {
  colorectal: 24,
  breast: 24,
  cervical: 36,
  oral: 24,
};
/** The number of months ahead for which services are shown. Services that are due later are not shown. */
const planned = 12;

export interface ServiceTruth {
  readonly kind: ServiceKind;
  /**
   * `now` means that the service is due on the day. A month means that the service becomes due in that month,
   * which is within a year. `none` means that the screen must not state anything. `open` means that the facts
   * are not sufficient to decide.
   */
  readonly due: 'now' | LocalMonth | 'none' | 'open';
}

/**
 * Returns whether and when each free service is due next. A service that the person has never had is included only
 * if the age is known.
 */
export function servicesOn(life: Life, day: LocalDate, ageIsKnown: boolean): ServiceTruth[] {
  const kinds = Object.keys(paidFor) as ScreeningKind[];
  return [...kinds.map((kind) => screeningOn(life, kind, day, ageIsKnown)), checkupOn(life, day, ageIsKnown)];
}

function screeningOn(life: Life, kind: ScreeningKind, day: LocalDate, ageIsKnown: boolean): ServiceTruth {
  const age = ageOn(life, day);
  const [from, to] = paidFor[kind];
  const [last] = life.screenings
    .filter((screening) => screening.kind === kind && screening.result !== 'not-done' && screening.on <= day)
    .sort(newestFirst);
  if (life.sex === 'male' && womenOnly.includes(kind)) return { kind, due: 'none' };
  if (ageIsKnown && (age < from || age > to)) return { kind, due: 'none' };
  if (last === undefined) return { kind, due: ageIsKnown && kind !== 'oral' ? 'now' : 'none' };
  // After an abnormal result, a follow-up is due before the next screening.
  if (last.result === 'abnormal') return { kind, due: 'none' };
  return { kind, due: comes(addMonths(monthOf(last.on), repeatedAfter[kind]), day) };
}

function checkupOn(life: Life, day: LocalDate, ageIsKnown: boolean): ServiceTruth {
  const kind = 'checkup';
  const [last] = [...life.checkups].sort(newestFirst);
  // The programme does not pay for two check-ups within a year.
  const soonest = last === undefined ? null : addMonths(monthOf(last.on), 12);
  if (!ageIsKnown)
    return {
      kind,
      due: soonest === null ? 'none' : soonest > addMonths(monthOf(day), planned) ? 'none' : 'open',
    };
  const months = checkupMonths(ageOn(life, day));
  if (months === null) return { kind, due: 'none' };
  return { kind, due: last === undefined ? 'now' : comes(addMonths(monthOf(last.on), months), day) };
}

const comes = (month: LocalMonth, day: LocalDate): ServiceTruth['due'] =>
  month <= monthOf(day) ? 'now' : month <= addMonths(monthOf(day), planned) ? month : 'none';

/**
 * Returns when the influenza vaccination is due. It is given from October to the end of March, and by clinics from
 * September. It is suggested only to people who were vaccinated in the last two years.
 */
export function influenzaOn({ vaccinations }: Life, day: LocalDate): ServiceTruth['due'] {
  const had = vaccinations
    .filter(({ vaccine }) => vaccine.includes('流感'))
    .map(({ on }) => monthOf(on))
    .sort()
    .at(-1);
  const month = monthOf(day);
  if (had === undefined || had < addMonths(month, -24)) return 'none';
  const begins = `${month.slice(5) >= '10' ? year(day) : year(day) - 1}-10`;
  const inSeason = month <= addMonths(begins, 5);
  return inSeason && had < addMonths(begins, -1) ? 'now' : addMonths(begins, 12);
}

export interface SpentTruth {
  readonly copayment: number;
  /** The number of visits and treatments. Collecting a part of a prescription does not count. */
  readonly visits: number;
  /** The number of prescription parts that were collected where they were prescribed. */
  readonly refills: number;
  readonly byPlace: ReadonlyMap<string, number>;
}

/** Returns the person's payments in a year. */
export function spentIn({ attendances }: Life, wanted: number): SpentTruth {
  const own = attendances.filter(({ on }) => year(on) === wanted);
  const byPlace = new Map<string, number>();
  for (const { at, copayment } of own) byPlace.set(at.code, (byPlace.get(at.code) ?? 0) + copayment);
  return {
    copayment: own.reduce((sum, { copayment }) => sum + copayment, 0),
    visits: own.filter(({ kind }) => kind !== 'dispense' && kind !== 'refill').length,
    refills: own.filter(({ kind }) => kind === 'refill').length,
    byPlace,
  };
}

/**
 * For each substance that a person can be allergic to, the ATC codes of drugs that conflict with the allergy
 * (`must`), and of drugs that may be reported as conflicting (`may`).
 */
const speaksAgainst: Readonly<Record<string, { readonly must: RegExp; readonly may: RegExp }>> = {
  Penicillin: { must: /^J01C/u, may: /^J01/u },
  'Diclofenac potassium 25mg tab': { must: /^M01AB05/u, may: /^(?:M0[12]A|B01AC06|N02B)/u },
  Ibuprofen: { must: /^M01AE01/u, may: /^(?:M0[12]A|B01AC06|N02B)/u },
  // Some painkillers and diuretics are also sulfonamides.
  Sulfamethoxazole: { must: /^J01E/u, may: /^(?:J01|M01AH|C03)/u },
  Allopurinol: { must: /^M04AA01/u, may: /^M04/u },
  顯影劑: { must: /^V08/u, may: /^V08/u },
};

export type Against = 'must' | 'may' | 'never';

/** Returns whether an allergy to a substance conflicts with a drug. */
export function against(substance: string, { drug }: Pick<DrugTruth, 'drug'>): Against {
  const rule = speaksAgainst[substance];
  if (rule === undefined) return drug.ingredient === substance.toLowerCase() ? 'must' : 'never';
  return rule.must.test(drug.atc) ? 'must' : rule.may.test(drug.atc) ? 'may' : 'never';
}
