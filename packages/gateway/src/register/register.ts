import type { RecordSource } from '@mhb-kit/core/fulfilment';
import type { LocalDate } from '@mhb-kit/core/identity';

/** What people state when they apply for an account, or for another card or mobile number. */
export interface Applicant {
  readonly nationalId: string;
  /** 12 digits. */
  readonly cardNumber: string;
  /** 戶號 */
  readonly householdNumber: string;
  readonly birthDate: LocalDate;
  readonly name: string;
  /** 戶籍鄉鎮里鄰; `null`: not required, and therefore not compared. */
  readonly registeredAddress: string | null;
}

/**
 * `match`: ID, card number, household number and birth date belong to one person in the operator's records,
 * and name and address do not contradict them. `no-match`: they do not belong to one person, or the ID is not on
 * record. `see-a-person`: the records are not sufficient to decide, so a staff member has to see the identity
 * document.
 */
export type RegisterAnswer = 'match' | 'no-match' | 'see-a-person';

/** How a person can be reached according to the operator's records, regardless of what the account says. */
export interface ContactOnRecord {
  readonly email: string | null;
  /** 09xxxxxxxx. */
  readonly mobile: string | null;
  readonly postalAddress: string | null;
}

/**
 * The operator's records of who is insured with which card and lives in which household. The identity of an
 * applicant is checked against them.
 */
export interface Register {
  /**
   * Only an explicit response counts as a match. @throws {MhbError} `service-unavailable` if the register
   * cannot respond
   */
  verifyApplicant(applicant: Applicant, signal: AbortSignal): Promise<RegisterAnswer>;
  /**
   * The contact for notifying a person about changes to their account, in addition to the account's own
   * contact data; `null`: unknown. A register without such data omits this method. @throws {MhbError}
   * `service-unavailable`
   */
  contactOnRecord?(nationalId: string, signal: AbortSignal): Promise<ContactOnRecord | null>;
}

/** A source of records that can also be the operator's register, if it knows people's identities. */
export interface IdentifyingSource extends RecordSource {
  readonly register?: Register;
}
