import type { LocalDate } from '../../identity/index.js';

/**
 * Details of the passbook's owner, if the caller knows more than the file, which contains a masked number and
 * no name. Include only what the person wants to disclose: everyone who receives the bundle can read it.
 */
export interface FhirIdentity {
  readonly nationalId?: string;
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
}
