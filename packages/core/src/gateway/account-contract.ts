import type { CdcToken } from '../card/index.js';
import type { LocalDate } from '../identity/index.js';
import type { CallOptions } from './call-options.js';
import type { Challenge, CodeRequest, SessionAssurance } from './login-contract.js';

/** What a person does with the account itself: registering, confirming, a forgotten password; and, signed in, the rest. */

/** A card as it was read for a challenge of the gateway (`NhiReading`). */
export interface CardReading {
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly nonce: string;
  readonly attestation: string | null;
}

/** The registration form (健保卡網路服務註冊). */
export interface RegistrationApplication {
  readonly card: CardReading;
  /** As on the card. */
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
  /** Proves the person instead of the operator's register, where the gateway accepts certificates. */
  readonly certificate?: ApplicantCertificate;
}

/** 自然人憑證 of who registers. */
export interface ApplicantCertificate {
  readonly nonce: string;
  /** What `CardSession.authenticate` gave for the nonce. */
  readonly token: CdcToken;
}

/** What the confirmation page shows. */
export interface OpenedApplication {
  /** In part only: `A12345****`, 王○明. */
  readonly person: { readonly nationalId: string; readonly name: string };
  /** The last three digits of the mobile that got the code. */
  readonly mobile: string;
  /** RFC 3339. */
  readonly codeExpiresAt: string;
}

export interface RegistrationConfirmation {
  /** From the fragment of the link in the mail, or as the person typed it off the mail. */
  readonly ticket: string;
  /** Six digits, from the text message. */
  readonly code: string;
  readonly card: CardReading;
}

export interface PasswordChoice {
  readonly card: CardReading;
  /** From the mail. */
  readonly oneTimePassword: string;
  readonly newPassword: string;
}

/**
 * Every method rejects with `MhbError`. `register`, `resendConfirmation` and `requestPasswordReset` resolve alike whether
 * or not there is such a person: what follows goes to the mailbox.
 */
export interface AccountClient {
  challenge(options?: CallOptions): Promise<Challenge>;
  register(application: RegistrationApplication, options?: CallOptions): Promise<void>;
  /** 重寄確認信 */
  resendConfirmation(card: CardReading, options?: CallOptions): Promise<void>;
  /** To be called when the link of the mail is opened, or its ticket was typed: sends the code to the mobile. */
  openConfirmation(ticket: string, options?: CallOptions): Promise<OpenedApplication>;
  confirm(confirmation: RegistrationConfirmation, options?: CallOptions): Promise<void>;
  /** 忘記密碼 */
  requestPasswordReset(card: CardReading, options?: CallOptions): Promise<void>;
  choosePassword(choice: PasswordChoice, options?: CallOptions): Promise<void>;
  /** The link in the mail to a new address was opened. @throws {MhbError} `ticket-invalid` */
  confirmEmail(ticket: string, options?: CallOptions): Promise<void>;
  /**
   * Begins to put another card into an account, or to resume it; a code goes to the mobile on file.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `identity-not-confirmed`
   */
  beginRecovery(request: RecoveryRequest, options?: CallOptions): Promise<CodeRequest>;
  /**
   * The card counts from now on, the former one no more; every session has ended.
   * @throws {MhbError} `code-wrong`, `code-expired`, `identity-not-confirmed`, `service-unavailable` (then try again)
   */
  confirmRecovery(confirmation: RecoveryConfirmation, options?: CallOptions): Promise<void>;
  /**
   * Has a letter with a code posted to the address on the operator's record.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `identity-not-confirmed`
   */
  requestMobileRecovery(request: MobileRecoveryRequest, options?: CallOptions): Promise<void>;
  /** The letter came: a code goes to the new number. @throws {MhbError} `ticket-invalid` */
  openMobileRecovery(opening: MobileRecoveryOpening, options?: CallOptions): Promise<OpenedMobileRecovery>;
  /** @throws {MhbError} `ticket-invalid`, `code-wrong`, `code-expired` */
  confirmMobileRecovery(confirmation: MobileRecoveryConfirmation, options?: CallOptions): Promise<void>;
  /**
   * Suspends an account without its card, as when that was lost. `beginRecovery` resumes it.
   * @throws {MhbError} `login-failed`, `too-many-attempts`
   */
  suspend(nationalId: string, password: string, options?: CallOptions): Promise<void>;
}

/**
 * For a card that is not, or no longer, the one of the account: a new card (補發、換發), a changed ID number, or the end of
 * a suspension.
 */
export interface RecoveryRequest {
  /** The card that is valid now. */
  readonly card: CardReading;
  readonly password: string;
  /** 戶號 */
  readonly householdNumber: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: LocalDate;
  /** The ID number under which the account was opened, where it has changed; `null`: it is the card's. */
  readonly formerNationalId: string | null;
}

export interface RecoveryConfirmation {
  readonly handle: string;
  /** Six digits, from the text message. */
  readonly code: string;
}

/** For a telephone that was lost: a code comes by letter. */
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
  /** As the letter has it. */
  readonly letterCode: string;
}

export interface OpenedMobileRecovery {
  /** The last three digits of the new number, which got a code. */
  readonly mobile: string;
  /** RFC 3339. */
  readonly codeExpiresAt: string;
}

export interface MobileRecoveryConfirmation extends MobileRecoveryOpening {
  /** Six digits, from the text message to the new number. */
  readonly code: string;
}

/** A reader of the person's own computer that needs no code. */
export interface TrustedReader {
  readonly id: string;
  /** RFC 3339. */
  readonly addedAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

/** What the gateway knows of the person who is signed in; addresses and numbers are shown in part only. */
export interface AccountDetails {
  readonly person: { readonly nationalId: string; readonly name: string };
  readonly telephone: string | null;
  /** `09*****678` */
  readonly mobile: string | null;
  /** `m***@example.tw` */
  readonly email: string | null;
  readonly alternateEmail: string | null;
  /** A new number that waits for its code, and new addresses that wait for their confirmation. */
  readonly pendingMobile: string | null;
  readonly pendingEmail: string | null;
  readonly pendingAlternateEmail: string | null;
  /** Whether a Citizen Digital Certificate belongs to the account. */
  readonly certificate: boolean;
}

/** What is left out stays as it is. */
export interface ContactChange {
  readonly currentPassword: string;
  readonly telephone?: string | null;
  /** 09xxxxxxxx; a code goes there. */
  readonly mobile?: string;
  readonly email?: string;
  readonly alternateEmail?: string | null;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** A place where the person is logged in. */
export interface SessionSummary {
  readonly id: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
  readonly assurance: SessionAssurance;
  /** Whether a passkey opened it. */
  readonly passkey: boolean;
  /** Name of the website; `null`: the service's own pages. */
  readonly embedder: string | null;
  /** RFC 3339. */
  readonly openedAt: string;
  readonly lastUsedAt: string;
}

/** What is on record. */
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

/** The same action on the same thing in one session is one entry. */
export interface ActivityEntry {
  readonly action: ActivityAction;
  /** Id of the request or archive. */
  readonly subject: string | null;
  /** `representative`: somebody who logged in as themselves and read for the person. */
  readonly actor: 'person' | 'representative' | 'service';
  /** Who that was, shown in part; `null` for others, and where that account is closed. */
  readonly representative: string | null;
  /** Name of the website through which it came; `null`: the service's own pages, or the service itself. */
  readonly embedder: string | null;
  /** How sure the gateway was of the person; `null` for the service itself. */
  readonly assurance: SessionAssurance | null;
  /** RFC 3339. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
}

export interface ActivityPage {
  /** Newest first. */
  readonly entries: readonly ActivityEntry[];
  /** For the next page; `null` when there is none. */
  readonly before: string | null;
}
