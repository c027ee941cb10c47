import type { RecordSource } from '@mhb-kit/core/fulfilment';
import type { LocalDate } from '@mhb-kit/core/identity';

/** What an applicant says when they want an account, or want another card or mobile put into it. */
export interface Applicant {
  readonly nationalId: string;
  /** 12 digits. */
  readonly cardNumber: string;
  /** 戶號 */
  readonly householdNumber: string;
  readonly birthDate: LocalDate;
  readonly name: string;
  /** 戶籍鄉鎮里鄰; `null`: not asked for, and then not compared. */
  readonly registeredAddress: string | null;
}

/**
 * `match`: ID, card number, household number and birth date are those of one person on the operator's record, and name and
 * address do not speak against it. `no-match`: they are not, or nobody of that ID is on record. `see-a-person`: what is on
 * record does not suffice to say either; a member of staff has to see the identity document.
 */
export type RegisterAnswer = 'match' | 'no-match' | 'see-a-person';

/** How the operator's record says a person can be reached, whatever the account says. */
export interface ContactOnRecord {
  readonly email: string | null;
  /** 09xxxxxxxx. */
  readonly mobile: string | null;
  readonly postalAddress: string | null;
}

/** The operator's record of who is insured under which card and lives in which household. It proves who an applicant is. */
export interface Register {
  /** @throws {MhbError} `service-unavailable` when it cannot say. Nothing but its answer is ever taken for a yes. */
  verifyApplicant(applicant: Applicant, signal: AbortSignal): Promise<RegisterAnswer>;
  /**
   * Where to tell a person of what happens to their account, besides what the account itself says; `null`: not known. A
   * register that holds no such data leaves this out. @throws {MhbError} `service-unavailable`
   */
  contactOnRecord?(nationalId: string, signal: AbortSignal): Promise<ContactOnRecord | null>;
}

/** A source of records that may also know who people are, and then can be the operator's register. */
export interface IdentifyingSource extends RecordSource {
  readonly register?: Register;
}
