import type { LocalDate } from '../../../identity/index.js';
import type { Coded, PartialDate } from '../../model/model.js';
import type { Steps } from '../../steps/steps.js';
import { diagnosedSteps, isLasting } from '../diagnosed.js';
import type { Encounter } from '../encounters.js';
import { isCollection } from './refills.js';

/**
 * A condition for which a person is treated repeatedly. A claim states the reason of a visit; it does not
 * prove a disease.
 */
export interface Problem {
  /** The text as written in the newest visit. */
  readonly diagnosis: Coded;
  /** Number of visits with this diagnosis. */
  readonly visits: number;
  readonly lastOn: PartialDate | null;
}

/**
 * Categories of ICD-10-CM that stand for passing illnesses or for something other than a disease: colds and
 * other acute infections of the airways (J00–J22), infections of bowel and skin (A00–A09, L00–L08), symptoms
 * (R), injuries (S, T), and reasons for contact (Z).
 */
const passing = /^(?:J[01]\d|J2[0-2]|A0\d|L0[0-8]|[RSTZ])/;

/** Problems by category of ICD-10-CM (three characters), those with the most visits first. */
export function* problemSteps(encounters: readonly Encounter[], today: LocalDate): Steps<Problem[]> {
  // Teeth have a separate page.
  const visits = encounters.filter((each) => each.class !== 'dental' && !isCollection(each));
  const diagnosed = yield* diagnosedSteps(visits, today, categoryOf);
  return diagnosed
    .filter(({ diagnosis, on }) => !passing.test(categoryOf(diagnosis)) && isLasting(on, today))
    .map(({ diagnosis, on }) => ({ diagnosis, visits: on.length, lastOn: on[0] ?? null }))
    .sort((a, b) => b.visits - a.visits || ((a.lastOn ?? '') < (b.lastOn ?? '') ? 1 : -1));
}

const CATEGORY = 3;
const categoryOf = ({ code, display }: Coded): string =>
  code?.trim().toUpperCase().slice(0, CATEGORY) ?? display ?? '';

/** Hospital stays, and operations without a stay, newest first. */
export const listStays = (encounters: readonly Encounter[]): Encounter[] =>
  encounters.filter(
    (each) => each.class === 'inpatient' || (each.class === 'outpatient' && each.procedures.length > 0),
  );
