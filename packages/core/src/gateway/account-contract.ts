import type { CallOptions } from './contract.js';
import type { Challenge, SessionAssurance } from './login-contract.js';

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
  readonly password: string;
  readonly telephone: string | null;
  /** 09xxxxxxxx */
  readonly mobile: string;
  readonly email: string;
  readonly alternateEmail: string | null;
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
  /** Name of the website; `null`: the service's own pages. */
  readonly embedder: string | null;
  /** RFC 3339. */
  readonly openedAt: string;
  readonly lastUsedAt: string;
}

/** What is on record. */
export type ActivityAction =
  | 'session.open'
  | 'session.close'
  | 'request.create'
  | 'request.list'
  | 'request.read'
  | 'request.watch'
  | 'request.erase'
  | 'records.fetch'
  | 'archive.create'
  | 'archive.download'
  | 'account.read'
  | 'account.change'
  | 'account.password'
  | 'account.email'
  | 'account.mobile'
  | 'account.activate'
  | 'account.close'
  | 'certificate.bind'
  | 'activity.read'
  | 'connect.grant';

/** The same action on the same thing in one session is one entry. */
export interface ActivityEntry {
  readonly action: ActivityAction;
  /** Id of the request or archive. */
  readonly subject: string | null;
  readonly actor: 'person' | 'service';
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
