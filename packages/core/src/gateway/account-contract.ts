import type { CdcToken } from '../card/index.js';
import type { LocalDate } from '../identity/index.js';
import type { CallOptions } from './call-options.js';
import type { Challenge, CodeRequest, SessionAssurance } from './login-contract.js';

/**
 * Operations on an account: register, confirm, reset a forgotten password and, after login, everything else.
 */

/** The reading of a card for one of the gateway's challenges (`NhiReading`). */
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
  /** Proves the person's identity instead of the operator's register, if the gateway accepts certificates. */
  readonly certificate?: ApplicantCertificate;
  /** The website that sent the person here, by its embedder's id. The link in the e-mail leads back to it. Empty: none. */
  readonly clientId?: string;
}

/** The 自然人憑證 of the person who registers. */
export interface ApplicantCertificate {
  readonly nonce: string;
  /** The value that `CardSession.authenticate` returned for the nonce. */
  readonly token: CdcToken;
}

/** The information shown on the confirmation page. */
export interface OpenedApplication {
  /** Partly masked: `A12345****`, 王○明. */
  readonly person: { readonly nationalId: string; readonly name: string };
  /** The last three digits of the mobile number to which the code was sent. */
  readonly mobile: string;
  /** RFC 3339. */
  readonly codeExpiresAt: string;
}

export interface RegistrationConfirmation {
  /** From the fragment of the link in the e-mail, or typed by the person. */
  readonly ticket: string;
  /** Six digits, from the text message. */
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
 * Every method rejects with `MhbError`. `register`, `resendConfirmation` and `requestPasswordReset` give the same
 * result whether or not the person exists; they send anything more specific by e-mail.
 */
export interface AccountClient {
  challenge(options?: CallOptions): Promise<Challenge>;
  register(application: RegistrationApplication, options?: CallOptions): Promise<void>;
  /** 重寄確認信 */
  resendConfirmation(card: CardReading, options?: CallOptions): Promise<void>;
  /** Call this after the link in the e-mail was opened or its ticket was typed: sends the code to the mobile number. */
  openConfirmation(ticket: string, options?: CallOptions): Promise<OpenedApplication>;
  confirm(confirmation: RegistrationConfirmation, options?: CallOptions): Promise<void>;
  /** 忘記密碼 */
  requestPasswordReset(card: CardReading, options?: CallOptions): Promise<void>;
  choosePassword(choice: PasswordChoice, options?: CallOptions): Promise<void>;
  /** Call this after the link in the e-mail to a new address was opened. @throws {MhbError} `ticket-invalid` */
  confirmEmail(ticket: string, options?: CallOptions): Promise<void>;
  /**
   * Starts assigning a new card to an account, or resuming the account. Sends a code to the mobile number on file.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `identity-not-confirmed`
   */
  beginRecovery(request: RecoveryRequest, options?: CallOptions): Promise<CodeRequest>;
  /**
   * Makes the new card valid and the previous one invalid, and ends every session.
   * @throws {MhbError} `code-wrong`, `code-expired`, `identity-not-confirmed`, `service-unavailable` (try again later)
   */
  confirmRecovery(confirmation: RecoveryConfirmation, options?: CallOptions): Promise<void>;
  /**
   * Requests a letter with a code to the address in the operator's records.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `identity-not-confirmed`
   */
  requestMobileRecovery(request: MobileRecoveryRequest, options?: CallOptions): Promise<void>;
  /** Call this after the letter has arrived: sends a code to the new number. @throws {MhbError} `ticket-invalid` */
  openMobileRecovery(opening: MobileRecoveryOpening, options?: CallOptions): Promise<OpenedMobileRecovery>;
  /** @throws {MhbError} `ticket-invalid`, `code-wrong`, `code-expired` */
  confirmMobileRecovery(confirmation: MobileRecoveryConfirmation, options?: CallOptions): Promise<void>;
  /**
   * Suspends an account without its card, for example after the card was lost. `beginRecovery` resumes it.
   * @throws {MhbError} `login-failed`, `too-many-attempts`
   */
  suspend(nationalId: string, password: string, options?: CallOptions): Promise<void>;
}

/**
 * For a card that does not (or no longer) belong to the account: a new card (補發、換發), a changed ID number, or
 * the end of a suspension.
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
  /** Six digits, from the text message. */
  readonly code: string;
}

/** A request by someone whose phone is lost: a code is sent by letter. */
export interface MobileRecoveryRequest {
  readonly card: CardReading;
  readonly password: string;
  /** 戶號 */
  readonly householdNumber: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: LocalDate;
  /** The new number, 09xxxxxxxx. */
  readonly mobile: string;
}

export interface MobileRecoveryOpening {
  readonly card: CardReading;
  /** The code as printed in the letter. */
  readonly letterCode: string;
}

export interface OpenedMobileRecovery {
  /** The last three digits of the new number, to which a code was sent. */
  readonly mobile: string;
  /** RFC 3339. */
  readonly codeExpiresAt: string;
}

export interface MobileRecoveryConfirmation extends MobileRecoveryOpening {
  /** Six digits, from the text message to the new number. */
  readonly code: string;
}

/** A card reader on the person's own computer; logins with it require no code. */
export interface TrustedReader {
  readonly id: string;
  /** RFC 3339. */
  readonly addedAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

/** What the gateway knows about the person who is logged in; addresses and numbers are partly masked. */
export interface AccountDetails {
  readonly person: { readonly nationalId: string; readonly name: string };
  readonly telephone: string | null;
  /** `09*****678` */
  readonly mobile: string | null;
  /** `m***@example.tw` */
  readonly email: string | null;
  readonly alternateEmail: string | null;
  /** A new number or new addresses that are not confirmed yet. */
  readonly pendingMobile: string | null;
  readonly pendingEmail: string | null;
  readonly pendingAlternateEmail: string | null;
  /** Whether a Citizen Digital Certificate is linked to the account. */
  readonly certificate: boolean;
}

/** Omitted members stay unchanged. */
export interface ContactChange {
  readonly currentPassword: string;
  readonly telephone?: string | null;
  /** 09xxxxxxxx; a code is sent to it. */
  readonly mobile?: string;
  readonly email?: string;
  readonly alternateEmail?: string | null;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** One of the person's logins. */
export interface SessionSummary {
  readonly id: string;
  /** Whether this is the session that made the call. */
  readonly current: boolean;
  readonly assurance: SessionAssurance;
  /** Whether the session was opened with a passkey. */
  readonly passkey: boolean;
  /** The legal representative whose session it is, partly masked; `null` if it is the person's own. */
  readonly representative: string | null;
  /** The website's name; `null` for the gateway's own pages. */
  readonly embedder: string | null;
  /** RFC 3339. */
  readonly openedAt: string;
  readonly lastUsedAt: string;
}

/** An entry in the access record. */
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

/** An action that is repeated on the same object in one session is one entry with a count. */
export interface ActivityEntry {
  readonly action: ActivityAction;
  /** Id of the request or archive. */
  readonly subject: string | null;
  /** `representative`: someone who logged in as themselves and read for the person. */
  readonly actor: 'person' | 'representative' | 'service';
  /**
   * The representative's name, partly masked; `null` for other actors, or if that account has been closed.
   */
  readonly representative: string | null;
  /** Name of the website from which the action came; `null`: the service's own pages, or the service itself. */
  readonly embedder: string | null;
  /** The assurance of the person's login; `null` for the gateway itself. */
  readonly assurance: SessionAssurance | null;
  /** RFC 3339. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
}

export interface ActivityPage {
  /** Newest first. */
  readonly entries: readonly ActivityEntry[];
  /** Cursor for the next page; `null` if there is none. */
  readonly before: string | null;
}
