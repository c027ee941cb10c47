import type { LocalDate } from '../../identity/index.js';

/**
 * Who the passbook is about, where the caller knows more than the file, which holds a masked number and no name. Only what the
 * person wants to hand out belongs here: everybody who receives the bundle can read it.
 */
export interface FhirIdentity {
  readonly nationalId?: string;
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
}
