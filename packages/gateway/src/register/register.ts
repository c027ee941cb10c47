import type { RecordSource } from '@mhb-kit/core/fulfilment';
import type { LocalDate } from '@mhb-kit/core/identity';

/** What people state when they apply for an account, a change of card, or a change of mobile number. */
export interface Applicant {
  readonly nationalId: string;
  /** The 12 digits of the card number. */
  readonly cardNumber: string;
  /** 戶號 */
  readonly householdNumber: string;
  readonly birthDate: LocalDate;
  readonly name: string;
  /** 戶籍鄉鎮里鄰; `null` if it is not required and therefore not compared. */
  readonly registeredAddress: string | null;
}

/**
 * The result of comparing an applicant with the operator's records.
 * - `match`: the ID, card number, household number and birth date belong to one person, and name and address do
 * not contradict the record;
 * - `no-match`: these data do not belong to one person, or the ID is not on record;
 * - `see-a-person`: the records are not sufficient to decide, so a staff member has to check the identity
 * document.
 */
export type RegisterAnswer = 'match' | 'no-match' | 'see-a-person';

/**
 * How a person can be reached according to the operator's records, regardless of the contact data in the account.
 */
export interface ContactOnRecord {
  readonly email: string | null;
  /** 09xxxxxxxx. */
  readonly mobile: string | null;
  readonly postalAddress: string | null;
}

/**
 * The operator's records of people, their cards and their households, which confirm the identity of applicants.
 */
export interface Register {
  /**
   * Compares an applicant with the register. Callers must accept only an explicit `match`.
   * @throws {MhbError} `service-unavailable` if the register cannot respond
   */
  verifyApplicant(applicant: Applicant, signal: AbortSignal): Promise<RegisterAnswer>;
  /**
   * Returns the contact that is notified about changes to a person's account, in addition to the contact data in
   * the account; `null` if it is unknown. A register without such data omits this method.
   * @throws {MhbError} `service-unavailable`
   */
  contactOnRecord?(nationalId: string, signal: AbortSignal): Promise<ContactOnRecord | null>;
}

/** A source of records that can also serve as the operator's register if it knows people's identities. */
export interface IdentifyingSource extends RecordSource {
  readonly register?: Register;
}
