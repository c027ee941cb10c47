import type { LocalDate } from '../../identity/index.js';

/**
 * Details about the passbook's owner that the caller knows but the file does not contain. The file has only a
 * masked ID number and no name. Include only what the person wants to disclose, because everyone who receives
 * the bundle can read these details.
 */
export interface FhirIdentity {
  readonly nationalId?: string;
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
}
