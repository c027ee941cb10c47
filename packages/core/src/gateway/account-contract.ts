import type { CallOptions, Challenge } from './contract.js';

/** What a person does with the account itself, without a session: registering, confirming, a forgotten password. */

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
  /** From the fragment of the link in the mail. */
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
  /** To be called when the link of the mail is opened: sends the code to the mobile. */
  openConfirmation(ticket: string, options?: CallOptions): Promise<OpenedApplication>;
  confirm(confirmation: RegistrationConfirmation, options?: CallOptions): Promise<void>;
  /** 忘記密碼 */
  requestPasswordReset(card: CardReading, options?: CallOptions): Promise<void>;
  choosePassword(choice: PasswordChoice, options?: CallOptions): Promise<void>;
}
