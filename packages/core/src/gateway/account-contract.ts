import type { CdcToken } from '../card/index.js';
import type { LocalDate } from '../identity/index.js';
import type { CallOptions } from './call-options.js';
import type { Challenge, CodeRequest, SessionAssurance } from './login-contract.js';

/**
 * The operations on an account: registering, confirming, resetting a forgotten password and, after login,
 * managing the account.
 */

/** The data read from a card in response to one of the gateway's challenges (see `NhiReading`). */
export interface CardReading {
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly nonce: string;
  readonly attestation: string | null;
}

/** The registration form (健保卡網路服務註冊). */
export interface RegistrationApplication {
  readonly card: CardReading;
  /** The name as printed on the card. */
  readonly name: string;
  /** 戶號 */
  readonly householdNumber: string;
  /** 戶籍鄉鎮里鄰 */
  readonly registeredAddress: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: LocalDate;
  readonly password: string;
  readonly telephone: string | null;
  /** 09xxxxxxxx */
  readonly mobile: string;
  readonly email: string;
  readonly alternateEmail: string | null;
  /**
   * A certificate that proves the person's identity in place of the operator's register, if the gateway accepts
   * certificates.
   */
  readonly certificate?: ApplicantCertificate;
  /**
   * The embedder id of the website that sent the person here. The link in the e-mail leads back to this
   * website. Empty if there is none.
   */
  readonly clientId?: string;
}

/** The 自然人憑證 (Citizen Digital Certificate) of the person who registers. */
export interface ApplicantCertificate {
  readonly nonce: string;
  /** The value that `CardSession.authenticate` returned for the nonce. */
  readonly token: CdcToken;
}

/** The information shown on the confirmation page. */
export interface OpenedApplication {
  /** Partly masked, for example `A12345****` and 王○明. */
  readonly person: { readonly nationalId: string; readonly name: string };
  /** The last three digits of the mobile number to which the code was sent. */
  readonly mobile: string;
  /** RFC 3339. */
  readonly codeExpiresAt: string;
}

export interface RegistrationConfirmation {
  /** The ticket, taken from the fragment of the link in the e-mail or typed by the person. */
  readonly ticket: string;
  /** The six-digit code from the text message. */
  readonly code: string;
  readonly card: CardReading;
}

export interface PasswordChoice {
  readonly card: CardReading;
  /** From the e-mail. */
  readonly oneTimePassword: string;
  readonly newPassword: string;
}

/**
 * Every method rejects with `MhbError`. `register`, `resendConfirmation` and `requestPasswordReset` give the
 * same result whether or not the person is known to the gateway. Anything more specific is sent by e-mail.
 */
export interface AccountClient {
  challenge(options?: CallOptions): Promise<Challenge>;
  register(application: RegistrationApplication, options?: CallOptions): Promise<void>;
  /** 重寄確認信 */
  resendConfirmation(card: CardReading, options?: CallOptions): Promise<void>;
  /**
   * Call this after the person has opened the link in the e-mail or typed its ticket. Sends the code to the
   * mobile number.
   */
  openConfirmation(ticket: string, options?: CallOptions): Promise<OpenedApplication>;
  confirm(confirmation: RegistrationConfirmation, options?: CallOptions): Promise<void>;
  /** 忘記密碼 */
  requestPasswordReset(card: CardReading, options?: CallOptions): Promise<void>;
  choosePassword(choice: PasswordChoice, options?: CallOptions): Promise<void>;
  /**
   * Call this after the person has opened the link that was sent to a new e-mail address.
   * @throws {MhbError} `ticket-invalid`
   */
  confirmEmail(ticket: string, options?: CallOptions): Promise<void>;
  /**
   * Starts the recovery of an account: assigning a new card to it or ending its suspension. Sends a code to the
   * mobile number on file.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `identity-not-confirmed`
   */
  beginRecovery(request: RecoveryRequest, options?: CallOptions): Promise<CodeRequest>;
  /**
   * Makes the new card valid and the previous one invalid, and ends every session.
   * @throws {MhbError} `code-wrong`, `code-expired`, `identity-not-confirmed`, `service-unavailable` (try again later)
   */
  confirmRecovery(confirmation: RecoveryConfirmation, options?: CallOptions): Promise<void>;
  /**
   * Requests a letter with a code, which is sent to the address in the operator's records.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `identity-not-confirmed`
   */
  requestMobileRecovery(request: MobileRecoveryRequest, options?: CallOptions): Promise<void>;
  /**
   * Call this after the letter has arrived. Sends a code to the new mobile number.
   * @throws {MhbError} `ticket-invalid`
   */
  openMobileRecovery(opening: MobileRecoveryOpening, options?: CallOptions): Promise<OpenedMobileRecovery>;
  /**
   * Confirms the new mobile number with the code that was sent to it.
   * @throws {MhbError} `ticket-invalid`, `code-wrong`, `code-expired`
   */
  confirmMobileRecovery(confirmation: MobileRecoveryConfirmation, options?: CallOptions): Promise<void>;
  /**
   * Suspends an account without using its card, for example after the card was lost. `beginRecovery` ends the
   * suspension.
   * @throws {MhbError} `login-failed`, `too-many-attempts`
   */
  suspend(nationalId: string, password: string, options?: CallOptions): Promise<void>;
}

/**
 * A request to recover an account to which the card does not belong, or no longer belongs. For example, the card
 * is new (補發、換發), the ID number has changed, or the account is suspended.
 */
export interface RecoveryRequest {
  /** The current card. */
  readonly card: CardReading;
  readonly password: string;
  /** 戶號 */
  readonly householdNumber: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: LocalDate;
  /** The ID number with which the account was opened; `null` if it is still the number on the card. */
  readonly formerNationalId: string | null;
}

export interface RecoveryConfirmation {
  readonly handle: string;
  /** The six-digit code from the text message. */
  readonly code: string;
}

/** A request by someone who has lost their phone. The gateway sends the code by letter. */
export interface MobileRecoveryRequest {
  readonly card: CardReading;
  readonly password: string;
  /** 戶號 */
  readonly householdNumber: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: LocalDate;
  /** The new mobile number, in the form 09xxxxxxxx. */
  readonly mobile: string;
}

export interface MobileRecoveryOpening {
  readonly card: CardReading;
  /** The code as printed in the letter. */
  readonly letterCode: string;
}

export interface OpenedMobileRecovery {
  /** The last three digits of the new mobile number, to which a code was sent. */
  readonly mobile: string;
  /** RFC 3339. */
  readonly codeExpiresAt: string;
}

export interface MobileRecoveryConfirmation extends MobileRecoveryOpening {
  /** The six-digit code from the text message to the new mobile number. */
  readonly code: string;
}

/** A card reader on the person's own computer. Logins with this reader require no code. */
export interface TrustedReader {
  readonly id: string;
  /** RFC 3339. */
  readonly addedAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

/** What the gateway knows about the logged-in person. Addresses and numbers are partly masked. */
export interface AccountDetails {
  readonly person: { readonly nationalId: string; readonly name: string };
  readonly telephone: string | null;
  /** `09*****678` */
  readonly mobile: string | null;
  /** `m***@example.tw` */
  readonly email: string | null;
  readonly alternateEmail: string | null;
  /** The new mobile number and e-mail addresses that the person has not confirmed yet. */
  readonly pendingMobile: string | null;
  readonly pendingEmail: string | null;
  readonly pendingAlternateEmail: string | null;
  /** Whether a Citizen Digital Certificate is linked to the account. */
  readonly certificate: boolean;
}

/** Changes to a person's contact details. Omitted members stay unchanged. */
export interface ContactChange {
  readonly currentPassword: string;
  readonly telephone?: string | null;
  /** The new mobile number, in the form 09xxxxxxxx. A code is sent to it. */
  readonly mobile?: string;
  readonly email?: string;
  readonly alternateEmail?: string | null;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** One of the sessions that are open for the person's account. */
export interface SessionSummary {
  readonly id: string;
  /** Whether this is the session that made the call. */
  readonly current: boolean;
  readonly assurance: SessionAssurance;
  /** Whether the session was opened with a passkey. */
  readonly passkey: boolean;
  /** The legal representative who opened the session, partly masked; `null` if the person opened it. */
  readonly representative: string | null;
  /** The name of the website on which the session is used; `null` for the gateway's own pages. */
  readonly embedder: string | null;
  /** RFC 3339. */
  readonly openedAt: string;
  readonly lastUsedAt: string;
}

/** The actions that the access record can contain. */
export const activityActions = [
  'session.open',
  'session.close',
  'request.create',
  'request.list',
  'request.read',
  'request.watch',
  'request.erase',
  'records.fetch',
  'archive.create',
  'archive.download',
  'rendering.create',
  'health-link.create',
  'health-link.open',
  'health-link.read',
  'health-link.revoke',
  'account.read',
  'account.change',
  'account.password',
  'account.email',
  'account.mobile',
  'account.activate',
  'account.add',
  'account.card',
  'account.national-id',
  'account.suspend',
  'account.resume',
  'account.close',
  'certificate.bind',
  'certificate.release',
  'reader.forget',
  'passkey.add',
  'passkey.use',
  'passkey.remove',
  'passkey.end',
  'message.withhold',
  'representation.add',
  'representation.end',
  'representation.open',
  'representation.use',
  'activity.read',
  'connect.grant',
] as const;
export type ActivityAction = (typeof activityActions)[number];

/**
 * An entry in the access record. If an action is repeated on the same object in one session, all repetitions
 * share one entry, which states how often the action occurred.
 */
export interface ActivityEntry {
  readonly action: ActivityAction;
  /** The id of the object of the action, such as a request, an archive or a link; `null` if there is none. */
  readonly subject: string | null;
  /**
   * The value `representative` means a legal representative who logged in as themselves and read the person's
   * passbook.
   */
  readonly actor: 'person' | 'representative' | 'service';
  /**
   * The representative's name, partly masked; `null` for other actors, or if the representative's account has
   * been closed.
   */
  readonly representative: string | null;
  /**
   * The name of the website from which the action came; `null` for the service's own pages and for the service
   * itself.
   */
  readonly embedder: string | null;
  /** The assurance of the login that opened the session; `null` for actions of the gateway itself. */
  readonly assurance: SessionAssurance | null;
  /** RFC 3339. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
}

export interface ActivityPage {
  /** Newest first. */
  readonly entries: readonly ActivityEntry[];
  /** The cursor for the next page; `null` if this is the last page. */
  readonly before: string | null;
}
