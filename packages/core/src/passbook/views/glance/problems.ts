import type { LocalDate } from '../../../identity/index.js';
import type { Coded, PartialDate } from '../../model/model.js';
import type { Steps } from '../../steps/steps.js';
import { diagnosedSteps, isLasting } from '../diagnosed.js';
import type { Encounter } from '../encounters.js';
import { isCollection } from './refills.js';

/**
 * A condition for which a person is treated repeatedly. A claim states the reason for a visit, but it does not
 * prove that the person has the disease.
 */
export interface Problem {
  /** The diagnosis as written in the record of the newest visit. */
  readonly diagnosis: Coded;
  /** The number of visits with this diagnosis. */
  readonly visits: number;
  readonly lastOn: PartialDate | null;
}

/**
 * ICD-10-CM categories that stand for a passing illness or for something other than a disease: colds and other
 * acute infections of the airways (J00–J22), infections of the bowel and skin (A00–A09, L00–L08), symptoms (R),
 * injuries (S, T), and other reasons for contact with health services (Z).
 */
const passing = /^(?:J[01]\d|J2[0-2]|A0\d|L0[0-8]|[RSTZ])/;

/** Lists the problems by ICD-10-CM category (three characters), sorted by the number of visits, highest first. */
export function* problemSteps(encounters: readonly Encounter[], today: LocalDate): Steps<Problem[]> {
  // Dental visits are left out, because they have a separate page.
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

/** Lists hospital stays, and operations that did not require a stay, newest first. */
export const listStays = (encounters: readonly Encounter[]): Encounter[] =>
  encounters.filter(
    (each) => each.class === 'inpatient' || (each.class === 'outpatient' && each.procedures.length > 0),
  );
