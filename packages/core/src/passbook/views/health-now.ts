import { taipeiDate, type LocalDate } from '../../identity/index.js';
import type { Passbook } from '../model/model.js';
import { listAllergiesNow, type AllergiesNow } from './allergies-now.js';
import { listLaboratorySeries } from './laboratory.js';
import { listMedications, type MedicationList } from './medications.js';
import { listPreventiveServices, personBorn, type PreventiveService } from './preventive-schedule.js';
import { listResultsNow, waitsForAge, type ResultsNow } from './results-now.js';

/** The facts that a physician asks about first. */
export interface HealthNow {
  readonly allergies: AllergiesNow;
  readonly medications: MedicationList;
  readonly results: ResultsNow;
  /** The number of undecided results that could be judged if the year of birth were known. */
  readonly waitingForAge: number;
  /**
   * Preventive services, sorted so that those that need a follow-up come first, followed by those that are due
   * soonest.
   */
  readonly services: readonly PreventiveService[];
}

export interface HealthOptions {
  /** The day that counts as today. The default is today in Taipei. */
  readonly today?: LocalDate;
  /** The year of birth that the person has entered. Passbooks do not contain it. */
  readonly birthYear?: number;
}

/** Creates the overview of a passbook from the views that its pages show. */
export function describeHealth(passbook: Passbook, options: HealthOptions = {}): HealthNow {
  const { today = taipeiDate(new Date()), birthYear } = options;
  const medications = listMedications(passbook, { today });
  const series = listLaboratorySeries(passbook, birthYear === undefined ? {} : { birthYear });
  const results = listResultsNow(series, { today });
  return {
    allergies: listAllergiesNow(passbook, medications),
    medications,
    results,
    waitingForAge: results.undecided.filter(waitsForAge).length,
    services: listPreventiveServices(passbook, today, personBorn(birthYear ?? null)),
  };
}
