import type { Passbook } from '../model/model.js';
import {
  findAllergyConflicts,
  listAllergies,
  listAllergyStatements,
  type Allergy,
  type AllergyConflict,
  type AllergyStatement,
} from './allergies.js';
import type { MedicationList } from './medications.js';

/** Recorded allergies, statements that there are no allergies, and current drugs that conflict with an allergy. */
export interface AllergiesNow {
  readonly allergies: readonly Allergy[];
  readonly statements: readonly AllergyStatement[];
  readonly conflicts: readonly AllergyConflict[];
}

/**
 * Compares allergies with every drug that the person may be taking: drugs in use, drugs possibly in use, and drugs
 * that appear to have been replaced.
 */
export function listAllergiesNow(
  passbook: Passbook,
  { current, mayBeInUse, replaced }: Pick<MedicationList, 'current' | 'mayBeInUse' | 'replaced'>,
): AllergiesNow {
  const allergies = listAllergies(passbook);
  return {
    allergies,
    statements: listAllergyStatements(passbook),
    conflicts: findAllergyConflicts([...current, ...mayBeInUse, ...replaced], allergies),
  };
}
